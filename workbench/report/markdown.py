"""A notebook's prose: Markdown to HTML, raw HTML shown as text, headings with stable anchors."""

import re
import unicodedata
from collections import Counter
from typing import Any, Final

import mistune
import msgspec
from markupsafe import Markup

_NOT_WORD: Final = re.compile(r"[^\w]+")
_TAG: Final = re.compile(r"<[^>]+>")


class Heading(msgspec.Struct, frozen=True):
    """A heading of a report: its level, its anchor, and its words as HTML without tags."""

    level: int
    anchor: str
    label: Markup


class Prose:
    """Renders the Markdown cells of one notebook, in order, and keeps their headings."""

    def __init__(self) -> None:
        self.headings: list[Heading] = []
        self._anchors: Counter[str] = Counter()
        self._render = mistune.create_markdown(renderer=_Renderer(self), plugins=["table", "strikethrough", "url"])

    def html(self, source: str) -> Markup:
        """Render one cell."""
        return Markup(self._render(source))  # noqa: S704 -- the renderer escapes text, and drops addresses that act

    def add_heading(self, level: int, words: str) -> str:
        """Note a heading, given as HTML, and return the anchor that it gets."""
        label = _TAG.sub("", words)
        plain = unicodedata.normalize("NFKC", Markup(label).unescape()).lower()  # noqa: S704 -- only read, not shown
        slug = _NOT_WORD.sub("-", plain).strip("-") or "section"
        self._anchors[slug] += 1
        anchor = slug if self._anchors[slug] == 1 else f"{slug}-{self._anchors[slug]}"
        self.headings.append(Heading(level, anchor, Markup(label)))  # noqa: S704 -- escaped by the renderer
        return anchor


class _Renderer(mistune.HTMLRenderer):
    def __init__(self, prose: Prose) -> None:
        super().__init__(escape=True)
        self._prose = prose

    def heading(self, text: str, level: int, **attrs: Any) -> str:  # noqa: ANN401, ARG002 -- the base class's signature
        anchor = self._prose.add_heading(level, text)
        return f'<h{level} id="{anchor}">{text}</h{level}>\n'

    def image(self, text: str, url: str, title: str | None = None) -> str:  # noqa: ARG002 -- the base class's signature
        # A report asks for nothing: a picture from elsewhere is named, not shown.
        return f"[{mistune.escape(text)}]"
