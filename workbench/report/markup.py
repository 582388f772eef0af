"""Let through what charts and evidence need, and nothing that acts: an allow-list for the outputs of notebooks.

The code that draws escapes what it quotes. This is the second lock: whatever a notebook prints, a report holds no
script, no handler, no style of its own and no address that a browser would ask for by itself.
"""

import re
from collections.abc import Iterable
from html import escape
from html.parser import HTMLParser
from typing import Final

from markupsafe import Markup

from workbench.report.allowed import ACTING, ATTRIBUTES, ELEMENTS, PRESENTATION, REFERENCES, VOID

_OWN_URL: Final = re.compile(r"url\(\s*['\"]?#([\w.:-]+)['\"]?\s*\)")


def clean_markup(markup: str, *, prefix: str) -> Markup:
    """Return `markup` with only the elements and attributes that a report needs.

    Ids and the references to them get `prefix`, so that two outputs on one page cannot mean each other's parts.

    Examples
    --------
    >>> clean_markup('<p onclick="f()" class="n">5 < 6<script>f()</script></p>', prefix="c1-")
    Markup('<p class="n">5 &lt; 6</p>')
    """
    cleaner = _Cleaner(prefix)
    cleaner.feed(markup)
    cleaner.close()
    return Markup("".join(cleaner.parts) + "".join(f"</{tag}>" for tag in reversed(cleaner.open)))  # noqa: S704 -- built here, escaped part by part


class _Cleaner(HTMLParser):
    def __init__(self, prefix: str) -> None:
        super().__init__(convert_charrefs=True)
        self.prefix = prefix
        self.parts: list[str] = []
        self.open: list[str] = []
        self.skipped: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.skipped or tag in ACTING:
            self.skipped.append(tag)
        elif tag in ELEMENTS:
            self.parts.append(f"<{tag}{self._attributes(tag, attrs)}>")
            if tag not in VOID:
                self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self.skipped and tag in ELEMENTS:
            closing = "" if tag in VOID else f"</{tag}>"
            self.parts.append(f"<{tag}{self._attributes(tag, attrs)}>{closing}")

    def handle_endtag(self, tag: str) -> None:
        if self.skipped:
            if tag in self.skipped:
                del self.skipped[self.skipped.index(tag) :]
        elif tag in self.open:
            while (last := self.open.pop()) != tag:
                self.parts.append(f"</{last}>")
            self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self.skipped:
            self.parts.append(escape(data, quote=False))

    def _attributes(self, tag: str, attrs: Iterable[tuple[str, str | None]]) -> str:
        kept: dict[str, str] = {}
        for name, value in attrs:
            kept |= self._attribute(tag, name, value or "")
        return "".join(f' {name}="{escape(value)}"' for name, value in kept.items())

    def _attribute(self, tag: str, name: str, value: str) -> dict[str, str]:
        if name in ("href", "xlink:href"):
            return self._link(tag, value)
        if name == "style":
            return self._declarations(value)
        if name in PRESENTATION:
            return self._presentation(name, value)
        if name == "id" or name in REFERENCES:
            return {name: " ".join(self.prefix + one for one in value.split())}
        return {name: value} if name in ATTRIBUTES or name.startswith(("aria-", "data-")) else {}

    def _link(self, tag: str, value: str) -> dict[str, str]:
        if value.startswith("#"):
            return {"href": f"#{self.prefix}{value[1:]}"}
        if tag == "a" and value.startswith(("https://", "http://")):
            return {"href": value, "rel": "noopener noreferrer"}
        return {}

    def _declarations(self, style: str) -> dict[str, str]:
        pairs = (declaration.partition(":") for declaration in style.split(";"))
        kept: dict[str, str] = {}
        for name, _, value in pairs:
            if name.strip() in PRESENTATION:
                kept |= self._presentation(name.strip(), value.strip())
        return kept

    def _presentation(self, name: str, value: str) -> dict[str, str]:
        own = _OWN_URL.sub(rf"url(#{self.prefix}\1)", value)
        return {} if "url(" in _OWN_URL.sub("", value) else {name: own}
