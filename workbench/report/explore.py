"""The explorer in a report: the same articles with filters, started at the report's selection."""

from markupsafe import Markup

from workbench.explorer import PayloadOptions, build_payload, explorer_parts
from workbench.explorer.methods import methods_of
from workbench.frame import Selection, selection_settings
from workbench.report.order import Order
from workbench.report.render import Explorer
from workbench.store import Corpus


def explorer_of(corpus: Corpus, selection: Selection, order: Order) -> Explorer:
    """Return the explorer of a report on `corpus`."""
    payload = build_payload(corpus, _options(order))
    parts = explorer_parts(payload, selection=selection_settings(selection))
    return Explorer(
        markup=Markup(parts.markup),  # noqa: S704 -- the explorer escapes what it quotes
        script=Markup(parts.script),  # noqa: S704 -- our own files
        style=Markup(parts.style),  # noqa: S704 -- our own files
        script_source=parts.script_source,
        style_source=parts.style_source,
    )


def methods_words(corpus: Corpus, order: Order) -> str:
    """Return the paragraph on how the figures came about, in the language of the report."""
    paragraph, _ = methods_of(corpus, _options(order))
    return str(getattr(paragraph, order.language))


def _options(order: Order) -> PayloadOptions:
    return PayloadOptions(quotation_limit=order.quote_limit)
