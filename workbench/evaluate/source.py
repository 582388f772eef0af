"""Pages and articles out of gold, which keeps texts and not files."""

import hashlib
from pathlib import Path

from workbench.article import Article, DateValue, Line
from workbench.errors import ReadError
from workbench.page import Page
from workbench.parse import split_sentences
from workbench.read import read_pages
from workbench.span import Span


def page_of(name: str, text: str) -> Page:
    """Return the page of that text."""
    return Page(path=name, content_hash=_hash(text), text=text)


def gold_page(where: str, name: str, text: str | None, texts: Path | None) -> Page:
    """Return the page of the text that the gold holds, or else the page read from the file it names, markup and all.

    Raises
    ------
    ReadError
        The gold holds no text, and the file is not at hand.
    """
    if text is not None:
        return page_of(name, text)
    if texts is None:
        raise ReadError(where, "holds no text; name the folder of the texts with --texts")
    reading = next(read_pages([str(texts / name)]))
    if isinstance(reading, ReadError):
        raise reading
    return reading


def bare_article(name: str, text: str, *, published: str | None = None) -> Article:
    """Return an article whose lines are all body: for gold of sentences, which has no layout to parse."""
    lines = _body_lines(text)
    return Article(
        id=_hash(text)[7:23],
        path=name,
        content_hash=_hash(text),
        language="id",
        is_article=True,
        text=text,
        lines=lines,
        sentences=tuple(sentence for line in lines for sentence in split_sentences(text, Span(line.start, line.end))),
        date_published=DateValue(published, "day", "stated", "gold", ()) if published else None,
    )


def _body_lines(text: str) -> tuple[Line, ...]:
    lines, start = [], 0
    for number, raw in enumerate(text.split("\n")):
        visible = raw.strip()
        if visible:
            first = start + raw.index(visible)
            lines.append(Line(start=first, end=first + len(visible), line=number, role="body", reason="gold"))
        start += len(raw) + 1
    return tuple(lines)


def _hash(text: str) -> str:
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"
