"""The explorer in a page: data, style and script inside it, under a policy that allows nothing else."""

import base64
import hashlib
import json
from collections.abc import Mapping
from html import escape
from typing import Any, Final

import msgspec

from workbench.chart.html import safe
from workbench.explorer.bundle import client_script, client_style
from workbench.explorer.payload import Payload, pack_payload
from workbench.frame import make_selection, selection_settings

_PAGE_STYLE: Final = """
body { margin: 0 auto; max-width: 90rem; padding: 1.5rem clamp(0.75rem, 2vw, 2rem) 3rem; color-scheme: light dark;
  background: light-dark(#ffffff, #15181c); color: light-dark(#1c1f24, #e6e8eb); font-family: system-ui, sans-serif; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; }
"""


class ExplorerParts(msgspec.Struct, frozen=True, kw_only=True):
    """What a page needs to hold the explorer.

    Parameters
    ----------
    style
        Content of a ``<style>`` element.
    script
        Content of a ``<script type="module">`` element, anywhere in the page.
    markup
        The section with its data; several can stand on one page and share style and script.
    style_source, script_source
        What a Content-Security-Policy must allow: ``'sha256-…'`` of `style` and of `script`.
    """

    style: str
    script: str
    markup: str
    style_source: str
    script_source: str


def explorer_parts(
    payload: Payload, *, selection: Mapping[str, Any] | None = None, key: str = "explorer"
) -> ExplorerParts:
    """Return the explorer for a page that has a head of its own.

    Parameters
    ----------
    payload
        What to explore.
    selection
        Where to start, as JSON; see `workbench.frame.make_selection`.
    key
        Id of the section in the page.

    Raises
    ------
    SchemaError
        `selection` is none.
    """
    style, script = client_style(), client_script("page.js")
    return ExplorerParts(
        style=style,
        script=script,
        markup=_markup(payload, selection or {}, key),
        style_source=_source_of(style),
        script_source=_source_of(script),
    )


def explorer_html(payload: Payload, *, title: str, selection: Mapping[str, Any] | None = None) -> str:
    """Return a whole page that needs nothing but itself; the same payload gives the same bytes."""
    parts = explorer_parts(payload, selection=selection)
    policy = (
        f"default-src 'none'; style-src {parts.style_source} {_source_of(_PAGE_STYLE)}; "
        f"script-src {parts.script_source}; base-uri 'none'; form-action 'none'"
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{safe(title)}</title>\n<style>{_PAGE_STYLE}</style>\n<style>{parts.style}</style>\n</head>\n"
        f"<body>\n<main>\n<h1>{safe(title)}</h1>\n{parts.markup}\n</main>\n"
        f'<script type="module">{parts.script}</script>\n</body>\n</html>\n'
    )


def _markup(payload: Payload, selection: Mapping[str, Any], key: str) -> str:
    packed = base64.b64encode(pack_payload(payload)).decode("ascii")
    settings = selection_settings(make_selection(selection))
    # In JSON a "<" may be written as an escape, so that no word of a selection can end the block.
    start = json.dumps(settings, ensure_ascii=True, sort_keys=True).replace("<", "\\u003c")
    return (
        f'<section id="{safe(key)}" class="wbx" data-wbx="" aria-label="Explorer">'
        '<p class="wbx-loading" role="status">Opening …</p>'
        "<noscript><p>The explorer needs JavaScript; it runs offline and asks for nothing.</p></noscript>"
        f'<script type="application/json" class="wbx-selection">{start}</script>'
        f'<script type="application/gzip;base64" class="wbx-payload">{packed}</script></section>'
    )


def _source_of(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}'"
