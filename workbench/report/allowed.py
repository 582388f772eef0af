"""Which elements and attributes a report may hold, in the lower case of the HTML parser."""

from typing import Final


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: Text, tables and drawings. Controls are not among them: nothing would answer them.
ELEMENTS: Final = _names(
    """
    a abbr article b bdi blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure
    h2 h3 h4 h5 h6 header hr i ins kbd li mark meter nav ol p pre q s samp section small span strong sub summary sup
    table tbody td tfoot th thead time tr u ul var
    svg circle clippath defs desc ellipse g line lineargradient marker path pattern polygon polyline radialgradient
    rect stop symbol text title tspan use
    """
)
VOID: Final = _names("br col hr")
#: Elements that act, load or hide: left out with all that stands inside.
ACTING: Final = _names(
    """
    applet audio animate canvas embed foreignobject form head iframe math metadata noembed noframes noscript object
    script select set style template textarea video xmp
    """
)
#: Besides these, every ``aria-…`` and ``data-…``.
ATTRIBUTES: Final = _names(
    """
    abbr class colspan datetime dir headers high id lang low max min open role rowspan scope span start tabindex title
    value
    clippathunits cx cy d dx dy focusable fx fy gradienttransform gradientunits height lengthadjust markerheight
    markerunits markerwidth offset orient pathlength patterncontentunits patterntransform patternunits points
    preserveaspectratio r refx refy rotate rx ry textlength transform version viewbox width x x1 x2 xmlns y y1 y2
    """
)
#: Attributes whose values are ids on the same page.
REFERENCES: Final = _names("aria-controls aria-describedby aria-details aria-labelledby headers")
#: Declarations in a ``style`` that exist as attributes of drawings too; the policy of a report refuses the ``style``.
PRESENTATION: Final = _names(
    """
    clip-path clip-rule color display dominant-baseline fill fill-opacity fill-rule font-family font-size font-style
    font-weight letter-spacing marker-end marker-mid marker-start opacity paint-order shape-rendering stop-color
    stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit
    stroke-opacity stroke-width text-anchor text-rendering vector-effect visibility
    """
)
