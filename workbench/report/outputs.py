"""What a cell left behind, as blocks of a report."""

import base64
import binascii
from collections.abc import Iterator, Mapping
from typing import Any, Final

from markupsafe import Markup
from nbformat import NotebookNode

from workbench.report.markup import clean_markup

#: A control that needs a running notebook; a report shows its still form, where it has one, or nothing.
_WIDGET: Final = "application/vnd.jupyter.widget-view+json"


def output_blocks(cell: NotebookNode, *, prefix: str) -> Iterator[Markup]:
    """Yield the outputs of a code cell that a reader should see, in order.

    Parameters
    ----------
    cell
        An executed code cell.
    prefix
        Unique to the cell on its page; goes before every id in its outputs.
    """
    for number, output in enumerate(cell.outputs, start=1):
        if output.output_type == "stream" and output.name == "stdout":
            yield _plain(output.text)
        elif output.output_type in ("display_data", "execute_result"):
            yield from _bundle_block(output.data, f"{prefix}{number}-")


def _bundle_block(bundle: Mapping[str, Any], prefix: str) -> Iterator[Markup]:
    """Yield the richest form of one output that needs no script and no network."""
    text = bundle.get("text/plain", "")
    if "text/html" in bundle:
        yield Markup('<div class="wb-output">{}</div>').format(clean_markup(bundle["text/html"], prefix=prefix))
    elif "image/svg+xml" in bundle:
        yield _figure(clean_markup(bundle["image/svg+xml"], prefix=prefix), text)
    elif "image/png" in bundle:
        yield _picture(bundle["image/png"], text)
    elif text and _WIDGET not in bundle:
        yield _plain(text)


def _plain(text: str) -> Markup:
    return Markup("<pre>{}</pre>").format(text.rstrip())


def _figure(drawing: Markup, text: str) -> Markup:
    """Wrap a bare drawing; its textual form is what a reader who cannot see it gets."""
    figures = Markup("<details><summary>In figures</summary><pre>{}</pre></details>").format(text) if text else ""
    return Markup('<figure class="wb-chart"><div role="img" aria-label="{}">{}</div>{}</figure>').format(
        text, drawing, figures
    )


def _picture(encoded: str, text: str) -> Markup:
    try:
        png = base64.b64decode("".join(encoded.split()), validate=True)
    except binascii.Error:
        return _plain(text)
    source = f"data:image/png;base64,{base64.b64encode(png).decode('ascii')}"
    return Markup('<figure class="wb-chart"><img src="{}" alt="{}"></figure>').format(source, text)
