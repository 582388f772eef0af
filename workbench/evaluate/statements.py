"""Gold of statements: articles of one token a line, speakers, cues and statements in BILOU."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from workbench.errors import ReadError
from workbench.evaluate.facts import NOTHING, Comparison, Fact
from workbench.evaluate.gold import GoldPage, Reference
from workbench.evaluate.source import bare_article
from workbench.evaluate.tokens import Token, join_typeset, sentences, tagged_spans
from workbench.evaluate.views import QUOTE_MARKS, quoted, trimmed
from workbench.record import Quote, Record
from workbench.span import Span

#: What marks a speaker; the cue of a coreference holds one (``kata`` + ``nya``).
_SPEAKER = frozenset({"PERSON", "PERSONCOREF", "ROLE", "AFFILIATION", "CUECOREF"})
#: The first words of an article, which the format does not part from the one before: ``JAKARTA, KOMPAS —``.
_DATELINE = re.compile(r"^[A-Z][A-Z.' -]*(?: , [A-Z][A-Za-z .]*)? , [A-Z.]{4,} (?:-|–|—|--)(?: |$)")
#: A statement of fewer words is no quotation.
_MIN_WORDS = 4

Rows = list[list[str]]


def is_statements(head: str) -> bool:
    """Say whether a file begins like this format."""
    return bool(re.search(r"\t[BU]-(?:STATEMENT|CUE|ISSUE|PERSON|EVENT|ROLE)\b", head))


def read_statements(file: Path, texts: Path | None) -> Iterator[GoldPage | ReadError]:
    """Yield each article of a file, in one line: the format keeps no paragraphs."""
    del texts
    for number, rows in enumerate(_articles(file), start=1):
        text, tokens = join_typeset(rows)
        name = f"{file.stem} {number}"
        yield GoldPage(id=name, source=bare_article(name, text), compare=_comparer(name, tokens))


def _articles(file: Path) -> Iterator[Rows]:
    article: Rows = []
    for sentence in sentences(file.read_text(encoding="utf-8").splitlines()):
        if article and _DATELINE.match(" ".join(row[0] for row in sentence[:10])):
            yield article
            article = []
        article += sentence
    if article:
        yield article


def _comparer(name: str, tokens: Sequence[Token]) -> Any:  # noqa: ANN401 -- a GoldPage.compare
    spans = tuple(tagged_spans(tokens))

    def compare(record: Record, reference: Reference) -> Iterator[Comparison]:
        del reference
        text = record.text
        gold = sorted(filter(None, (_direct(text, span) for span in spans)))
        found = {_bare(text, quote.content): quote for quote in quoted(record)}
        facts = tuple(_fact(text, span) for span in gold)
        yield Comparison("direct quotes, exact", name, facts, tuple(_fact(text, span) for span in sorted(found)))
        matched = {span: _best(found, span) for span in gold}
        yield Comparison(
            "direct quotes, overlapping (recall)", name, facts, tuple(_fact(text, s) for s in gold if matched[s])
        )
        yield _compare_speakers(record, spans, {span: quote for span, quote in matched.items() if quote}, name)

    return compare


def _direct(text: str, span: tuple[int, int, str]) -> tuple[int, int] | None:
    """Return the words of a statement between quote marks; the marks may be in the statement or beside it."""
    start, end, label = span
    if label != "STATEMENT" or not (text[start] in QUOTE_MARKS or text[start - 1 : start] in tuple(QUOTE_MARKS)):
        return None
    bare = _bare(text, Span(start, end))
    return bare if len(text[slice(*bare)].split()) >= _MIN_WORDS else None


def _bare(text: str, span: Span) -> tuple[int, int]:
    """Return the span without marks, spaces and stops at its ends, and up to a closing mark within it."""
    start, end = trimmed(text, span)
    while start < end and text[start] in QUOTE_MARKS:
        start += 1
    while end > start and text[end - 1] in QUOTE_MARKS:
        end -= 1
    return trimmed(text, Span(start, end)) if start < end else (start, start)


def _best(found: dict[tuple[int, int], Quote], span: tuple[int, int]) -> Quote | None:
    """Return the quote that shares most with `span`, if that is half of it."""
    shared = {key: min(key[1], span[1]) - max(key[0], span[0]) for key in found}
    best = max(shared, key=lambda key: shared[key], default=None)
    return found[best] if best is not None and 2 * shared[best] >= span[1] - span[0] else None


def _compare_speakers(
    record: Record, spans: Sequence[tuple[int, int, str]], matched: dict[tuple[int, int], Quote], name: str
) -> Comparison:
    """Compare where speakers are printed: right is what overlaps words that the gold marks as a speaker."""
    marked = [Span(start, end) for start, end, label in spans if label in _SPEAKER]
    expected, found = [], []
    for span, quote in sorted(matched.items()):
        where = f"{record.text[slice(*span)][:40]} @{span[0]}"
        right = quote.speaker is not None and any(quote.speaker.overlaps(mark) for mark in marked)
        said = quote.speaker.of(record.text) if quote.speaker else NOTHING
        expected.append(Fact(0, f"a marked speaker: {where}"))
        found.append(Fact(0, f"{'a marked speaker' if right else said}: {where}"))
    return Comparison("speaker overlaps a marked one", name, tuple(expected), tuple(found))


def _fact(text: str, span: tuple[int, int]) -> Fact:
    return Fact(0, f"{text[slice(*span)]} @{span[0]}")
