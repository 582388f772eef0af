"""Evidence: the spans behind a number, and the sentences that they stand in."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import overload

import msgspec
import pandas as pd

from workbench.article import Role
from workbench.frame.catalogue import require_columns
from workbench.frame.rows import Places, Row
from workbench.record import Record
from workbench.span import Span
from workbench.store import Corpus
from workbench.store.columns import Rows
from workbench.store.rows import LazyRows


class Evidence(msgspec.Struct, frozen=True, order=True):
    """One span of one article, and the rule that found it."""

    article_id: str
    start: int
    end: int
    rule: str


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of evidence with the sentence around it, ready to be shown.

    Parameters
    ----------
    path, line_number
        Where to look it up; the line is 1-based.
    headline, publisher, published, basis
        What the page says of itself; None where it does not.
    role
        The role of the line.
    before, exact, after
        The sentence, cut around the evidence.
    """

    evidence: Evidence
    path: str
    line_number: int
    headline: str | None
    publisher: str | None
    published: str | None
    basis: str | None
    role: Role
    before: str
    exact: str
    after: str


def evidence_of(frame: pd.DataFrame) -> tuple[Evidence, ...]:
    """Return the evidence of every row of `frame`, in its order."""
    require_columns(frame, ("article_id", "start", "end", "rule"))
    columns = (frame[name].tolist() for name in ("article_id", "start", "end", "rule"))
    return tuple(Evidence(*cells) for cells in zip(*columns, strict=True))


def passages(corpus: Corpus, evidence: Iterable[Evidence]) -> tuple[Passage, ...]:
    """Cut the passage of each piece of evidence out of its article, in the order given."""
    wanted = tuple(evidence)
    ids = {one.article_id for one in wanted}
    found = {record.id: (record, Places(record)) for record in records_of(corpus, ids)}
    return tuple(_passage(*found[one.article_id], one) for one in wanted)


def records_of(corpus: Corpus, article_ids: Iterable[str]) -> Iterator[Record]:
    """Yield the records of some articles; of a corpus on disk only these are loaded."""
    ids = frozenset(article_ids)
    if corpus.index is None or not isinstance(corpus.records, LazyRows):
        yield from (record for record in corpus.records if record.id in ids)
    else:
        yield from corpus.records.of(corpus.index.originals_of(ids))


class RowEvidence(Sequence[Evidence]):
    """The evidence of articles that the index counted, found in their records when it is looked at.

    Parameters
    ----------
    corpus
        A corpus on disk.
    rows
        Rows of its index, a piece of evidence each.
    find
        Returns the rows of a frame that hold the evidence of one article, the first of which is taken.
    """

    def __init__(self, corpus: Corpus, rows: Rows, find: Callable[[Places], Iterable[Row]]) -> None:
        self._corpus, self._rows, self._find = corpus, rows, find

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, place: int) -> Evidence: ...
    @overload
    def __getitem__(self, place: slice) -> "RowEvidence": ...
    def __getitem__(self, place: int | slice) -> "Evidence | RowEvidence":
        if isinstance(place, slice):
            return RowEvidence(self._corpus, self._rows[place], self._find)
        return next(iter(self[place:][:1]))

    def __iter__(self) -> Iterator[Evidence]:
        corpus = self._corpus
        if corpus.index is None or not isinstance(corpus.records, LazyRows):
            return
        for record in corpus.records.of(corpus.index.columns.page_ids[self._rows].tolist()):
            article_id, _, _, start, end, rule, *_ = next(iter(self._find(Places(record))))
            yield Evidence(article_id, start, end, rule)


def _passage(record: Record, places: Places, one: Evidence) -> Passage:
    span = Span(one.start, one.end)
    line = places.line_of(span)
    around = _around(record, span, line)
    return Passage(
        evidence=one,
        path=record.path,
        line_number=line.line + 1,
        headline=record.headline.of(record.text) if record.headline else None,
        publisher=record.publisher.name if record.publisher else None,
        published=record.date_published.value if record.date_published else None,
        basis=record.date_published.basis if record.date_published else None,
        role=line.role,
        before=record.text[around.start : span.start],
        exact=span.of(record.text),
        after=record.text[span.end : around.end],
    )


def _around(record: Record, span: Span, line: Span) -> Span:
    """Return the sentences that `span` touches, or its line where it stands in none."""
    touched = [sentence for sentence in record.sentences if sentence.overlaps(span)] or [line]
    return Span(min(span.start, touched[0].start), max(span.end, touched[-1].end))
