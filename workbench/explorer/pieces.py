"""Cuts an article's sentences at every mark, so that a browser, which counts UTF-16 units, needs no offsets."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from workbench.article import Role
from workbench.frame.rows import Places, repeated_lines
from workbench.record import Record
from workbench.span import Span


class Passage(Span, frozen=True):
    """A sentence, or a line that is in none, with its pieces in text order; `line` is 0-based."""

    line: int
    role: Role
    pieces: tuple[str, ...]


class Cut(msgspec.Struct, frozen=True):
    """An article's passages, and where each span begins among their pieces and how many it covers."""

    passages: tuple[Passage, ...]
    marks: tuple[tuple[int, int], ...]


def cut_record(record: Record, spans: Sequence[Span], *, limit: int | None, keeps_all: bool) -> Cut:
    """Cut the passages that `spans` touch, or all sentences with them.

    Parameters
    ----------
    record
        The article.
    spans
        What will be marked.
    limit
        The most characters of a passage; what is cut away ends as one piece, ``…``.
    keeps_all
        Whether sentences stay that no span touches; repeated paragraphs go in either case.
    """
    places = Places(record)
    bounds = sorted({edge for span in spans for edge in (span.start, span.end)})
    passages: list[Passage] = []
    starts: list[int] = []
    for whole in _touched(record, spans, places, keeps_all=keeps_all):
        line = places.line_of(whole)
        edges = _edges(whole, bounds, limit)
        pieces = [record.text[a:b] for a, b in pairwise(edges)]
        if edges[-1] < whole.end:
            pieces.append("…")
            edges.append(whole.end)
        starts.extend(edges[:-1])
        passages.append(Passage(whole.start, whole.end, line.line, line.role, tuple(pieces)))
    return Cut(tuple(passages), tuple(_mark(span, starts) for span in spans))


def _touched(record: Record, spans: Sequence[Span], places: Places, *, keeps_all: bool) -> list[Span]:
    """Return the passages in text order, none over another."""
    repeated = repeated_lines(record)
    kept: set[tuple[int, int]] = set()
    for span in spans:
        around: Iterable[Span] = [one for one in record.sentences if one.overlaps(span)]
        for one in around or [_line_or_span(record, span, places)]:
            kept.add((one.start, one.end))
    if keeps_all:
        kept |= {(one.start, one.end) for one in record.sentences if places.line_of(one) not in repeated}
    found: list[Span] = []
    for start, end in sorted(kept):
        if found and start < found[-1].end:
            # A line that holds sentences gives way to them, and keeps what lies behind.
            if end > found[-1].end:
                found.append(Span(found[-1].end, end))
        else:
            found.append(Span(start, end))
    return found


def _line_or_span(record: Record, span: Span, places: Places) -> Span:
    line = places.line_of(span)
    free = not any(line.overlaps(one) for one in record.sentences)
    return Span(line.start, line.end) if free and line.overlaps(span) else Span(span.start, span.end)


def _edges(whole: Span, bounds: Sequence[int], limit: int | None) -> list[int]:
    end = whole.end if limit is None else min(whole.end, whole.start + max(1, limit))
    return [whole.start, *(edge for edge in bounds if whole.start < edge < end), end]


def _mark(span: Span, starts: Sequence[int]) -> tuple[int, int]:
    """Return the first piece of `span` and how many it covers; never none, whatever a limit cut away."""
    covered = [rank for rank, start in enumerate(starts) if span.start <= start < span.end]
    if covered:
        return (covered[0], covered[-1] - covered[0] + 1)
    before = [rank for rank, start in enumerate(starts) if start <= span.start]
    return (before[-1], 1)
