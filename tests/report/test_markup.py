"""The allow-list: what charts and evidence need goes through, what acts does not."""

import pytest

from workbench.report.allowed import ACTING, ELEMENTS
from workbench.report.markup import clean_markup


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<SCRIPT>alert(1)</SCRIPT>",
        '<img src=x onerror="alert(1)">',
        '<p onclick="alert(1)">p</p>',
        '<a href="javascript:alert(1)">a</a>',
        '<a href=" javascript:alert(1)">a</a>',
        '<a href="data:text/html,<script>alert(1)</script>">a</a>',
        '<iframe src="https://example.org"></iframe>',
        '<svg onload="alert(1)"><script>alert(1)</script></svg>',
        '<svg><use href="https://example.org/x.svg#a"/></svg>',
        '<svg><image href="https://example.org/x.png"/></svg>',
        '<svg><a href="#x"><set attributeName="href" to="javascript:alert(1)"/></a></svg>',
        '<svg><g style="fill: url(https://example.org/x.svg#a)"/></svg>',
        '<p style="background: url(https://example.org)">p</p>',
        '<link rel="stylesheet" href="https://example.org/x.css">',
        '<meta http-equiv="refresh" content="0; url=https://example.org">',
        '<base href="https://example.org">',
        '<form action="https://example.org"><input></form>',
        "<style>p { background: url(https://example.org) }</style>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        '<svg><title><img src=x onerror="alert(1)"></title></svg>',
        "<!--><script>alert(1)</script>-->",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
        "<object data='https://example.org'></object>",
    ],
)
def test_nothing_that_acts_or_loads_goes_through(hostile):
    clean = clean_markup(hostile, prefix="")
    for trace in (
        "<script",
        "<img",
        "<image",
        "onerror=",
        "onclick=",
        "onload=",
        "javascript:",
        "example.org",
        "<style",
    ):
        assert trace not in clean.lower().replace("&quot;", '"').replace('"&lt;', "")


def test_escaped_article_text_stays_escaped():
    evidence = "<td>&lt;script&gt;alert(1)&lt;/script&gt; &amp; <mark>sanksi</mark></td>"
    assert clean_markup(evidence, prefix="") == evidence


def test_a_drawing_keeps_its_shapes_colours_and_words():
    drawing = '<svg viewbox="0 0 9 9" role="img" aria-label="Dua"><path d="M 0 0" fill="#aaa"></path></svg>'
    assert clean_markup(drawing, prefix="") == drawing


def test_the_style_of_a_drawing_becomes_attributes():
    clean = clean_markup('<svg><rect style="fill: #0072b2; stroke-width: 0.8; behavior: x"/></svg>', prefix="")
    assert clean == '<svg><rect fill="#0072b2" stroke-width="0.8"></rect></svg>'


def test_ids_and_references_get_the_prefix_together():
    clean = clean_markup(
        '<svg aria-labelledby="t"><g id="t"/><use href="#t"/><g clip-path="url(#t)"/></svg>', prefix="c1-"
    )
    assert clean.count("c1-t") == 4


def test_open_elements_are_closed_in_order():
    assert clean_markup("<div><p>a<b>b</div>c", prefix="") == "<div><p>a<b>b</b></p></div>c"


def test_a_link_to_another_site_says_nothing_of_the_report():
    clean = clean_markup('<a href="https://example.org" target="_blank">x</a>', prefix="")
    assert clean == '<a href="https://example.org" rel="noopener noreferrer">x</a>'


def test_no_element_is_both_let_through_and_refused():
    assert frozenset() == ELEMENTS & ACTING
