"""Gold of time expressions: TimeML files with TIMEX3 marks."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

from workbench.errors import ReadError
from workbench.evaluate.facts import Comparison, Fact
from workbench.evaluate.gold import GoldPage, Reference
from workbench.evaluate.source import bare_article
from workbench.evaluate.views import line_numbers
from workbench.record import Record
from workbench.span import Span

_MARK = re.compile(r"<TIMEX3\b(?P<attributes>[^>]*)>(?P<words>[^<]*)</TIMEX3>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_SECTION = re.compile(r"<(?P<name>DCT|TEXT)>(?P<content>.*?)</(?P=name)>", re.DOTALL)


class Marked(Span, frozen=True):
    """A marked expression."""

    type: str
    value: str


def is_timeml(head: str) -> bool:
    """Say whether a file begins like this format."""
    return "<TimeML" in head


def read_timeml(file: Path, texts: Path | None) -> Iterator[GoldPage | ReadError]:
    """Yield the one article of a file; its day of creation anchors what is relative."""
    del texts
    sections = {match["name"]: match["content"] for match in _SECTION.finditer(file.read_text(encoding="utf-8"))}
    if "TEXT" not in sections:
        yield ReadError(str(file), "holds no <TEXT>")
        return
    text, marks = _unmark(sections["TEXT"])
    anchor = next(iter(_unmark(sections.get("DCT", ""))[1]), None)
    article = bare_article(file.stem, text, published=anchor.value[:10] if anchor else None)
    yield GoldPage(id=file.stem, source=article, compare=_comparer(file.stem, marks))


def _unmark(content: str) -> tuple[str, tuple[Marked, ...]]:
    """Return the text without its marks, and the marks as spans of it."""
    pieces: list[str] = []
    marks: list[Marked] = []
    length = position = 0
    for match in _MARK.finditer(content):
        before, words = unescape(content[position : match.start()]), unescape(match["words"])
        attributes = dict(_ATTRIBUTE.findall(match["attributes"]))
        start = length + len(before)
        marks.append(Marked(start, start + len(words), attributes.get("type", ""), attributes.get("value", "")))
        pieces += [before, words]
        length, position = start + len(words), match.end()
    return "".join([*pieces, unescape(content[position:])]), tuple(marks)


def _comparer(name: str, marks: tuple[Marked, ...]) -> Any:  # noqa: ANN401 -- a GoldPage.compare
    def compare(record: Record, reference: Reference) -> Iterator[Comparison]:
        del reference
        line_of, text = line_numbers(record.text), record.text
        lines = {(span.start, span.end): line_of(span) for span in (*marks, *record.dates)}
        gold = {(mark.start, mark.end): mark for mark in marks}
        found = {(date.start, date.end): date for date in record.dates}
        yield Comparison(
            "time expressions",
            name,
            tuple(Fact(lines[span], f"{text[slice(*span)]} @{span[0]}") for span in gold),
            tuple(Fact(lines[span], f"{text[slice(*span)]} @{span[0]}") for span in found),
        )
        both = sorted(gold.keys() & found.keys())
        for field in ("value", "type"):
            yield Comparison(
                f"{field} of those found",
                name,
                tuple(Fact(lines[s], f"{getattr(gold[s], field)} ({text[slice(*s)]} @{s[0]})") for s in both),
                tuple(Fact(lines[s], f"{getattr(found[s], field)} ({text[slice(*s)]} @{s[0]})") for s in both),
            )

    return compare
