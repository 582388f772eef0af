"""The tags of a corpus as columns of numbers, for a kernel that counts what a browser could not hold."""

from array import array
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Any, Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from workbench.codebook.locations import place_spellings
from workbench.explorer.options import PayloadOptions, stories_of
from workbench.explorer.rows import TABLE_ROWS, Row, Words, article_cells, origin_of, tag_rows
from workbench.explorer.tables import ArticleRows
from workbench.frame.rows import Places
from workbench.record import Record
from workbench.span import Span
from workbench.store import Corpus

Numbers = NDArray[np.int32]
#: Stands for what a page leaves unsaid.
UNSAID: Final = -1
#: Stands for no day; sorts after all days.
UNDATED: Final = np.iinfo(np.int32).max
#: What is counted of an article itself.
_ARTICLE_COLUMNS: Final = ("publisher", "basis", "place", "language")


class Column(msgspec.Struct, frozen=True):
    """The values of each row as numbers, -1 for what is unsaid.

    Parameters
    ----------
    codes
        One a row, or where `start` is given those of all rows, one after the other.
    start
        Where the codes of each row begin; one more than there are rows.
    words
        What the numbers stand for, where they are none of a vocabulary.
    """

    codes: Numbers
    start: Numbers | None = None
    words: tuple[str, ...] | None = None


class CountedTable(msgspec.Struct, frozen=True, kw_only=True):
    """Rows of evidence in the order of their articles, and in an article in text order.

    Parameters
    ----------
    article
        Number of the article of each row.
    start, end
        Where the evidence stands in the article's text.
    rule
        Number of the rule.
    passage
        Rows of one article with the same number stand in the same sentence or line.
    columns
        By name; see `workbench.explorer.tables`.
    """

    article: Numbers
    start: Numbers
    end: Numbers
    rule: Numbers
    passage: Numbers
    columns: dict[str, Column]


class CountedCorpus(msgspec.Struct, frozen=True, kw_only=True):
    """Articles in the order of their days, undated ones last, and their tags.

    Parameters
    ----------
    place
        Where each article's record stands in the corpus.
    day
        Days since 1970-01-01, or `UNDATED`.
    story, origin
        Numbers that tell articles apart or alike.
    tables
        By name; ``articles`` among them.
    words
        What the numbers stand for.
    """

    place: Numbers
    day: Numbers
    story: Numbers
    origin: Numbers
    tables: dict[str, CountedTable]
    words: Words

    @property
    def n(self) -> int:
        """Number of articles."""
        return len(self.place)


def count_corpus(corpus: Corpus, options: PayloadOptions) -> CountedCorpus:
    """Read every record once and keep the numbers of its tags; index pages are left out."""
    words = Words(place_spellings(corpus.codebook.actors, corpus.codebook.locations))
    gathered = _Gathered(stories_of(corpus, options), words)
    for place, record in enumerate(corpus.records):
        if record.is_article and record.lines:
            gathered.add(place, record)
    return gathered.corpus()


class _Gathered:
    """Rows of all articles, in the order in which the corpus holds them."""

    def __init__(self, stories: Mapping[str, str], words: Words) -> None:
        self._stories = stories
        self._words = words
        self._articles = {name: array("i") for name in ("place", "day", "story", "origin")}
        self._paths: list[str] = []
        self._numbers: dict[str, dict[str, int]] = {"story": {}, "origin": {}}
        self._tables = {name: _Table(name) for name in TABLE_ROWS}

    def add(self, place: int, record: Record) -> None:
        cells = dict(zip(ArticleRows.__struct_fields__[3:], article_cells(record, self._words), strict=False))
        number = len(self._paths)
        self._paths.append(record.path)
        story = self._stories.get(record.id, record.id)
        day = UNDATED if cells["day"] is None else cells["day"]
        named = {"place": place, "day": day, "story": self._number("story", story)}
        for name, value in (named | {"origin": self._number("origin", origin_of(record))}).items():
            self._articles[name].append(value)
        places, passages = Places(record), _Passages(record)
        head = record.headline or record.lines[0]
        own = tuple(cells[name] for name in _ARTICLE_COLUMNS)
        self._put("articles", number, (head, places.line_of(head).reason, own), head.start)
        rows = sorted(tag_rows(record, self._words), key=lambda named: (named[1][0].start, named[1][0].end))
        for name, row in rows:
            self._put(name, number, row, passages.of(row[0]))

    def _number(self, kind: str, key: str) -> int:
        numbers = self._numbers[kind]
        return numbers.setdefault(key, len(numbers))

    def _put(self, name: str, article: int, row: Row, passage: int) -> None:
        span, rule, cells = row
        self._tables[name].add((article, span.start, span.end, self._words.rule.number(rule), passage), cells)

    def corpus(self) -> CountedCorpus:
        """Return all of it, the articles in their order."""
        days = np.array(self._articles["day"], dtype=np.int32)
        by_path = np.argsort(np.array(self._paths, dtype=object), kind="stable")
        order = by_path[np.argsort(days[by_path], kind="stable")]
        rank = np.empty(len(order), dtype=np.int32)
        rank[order] = np.arange(len(order), dtype=np.int32)
        ordered = {name: np.array(values, dtype=np.int32)[order] for name, values in self._articles.items()}
        tables = {name: table.ordered(rank) for name, table in self._tables.items()}
        return CountedCorpus(**ordered, tables=tables, words=self._words)


class _Passages:
    """The sentence or line in which a span of one record stands."""

    def __init__(self, record: Record) -> None:
        self._sentences = record.sentences
        self._starts = [sentence.start for sentence in record.sentences]
        self._lines = Places(record)

    def of(self, span: Span) -> int:
        at = bisect_right(self._starts, span.start) - 1
        if at >= 0 and span.start < self._sentences[at].end:
            return self._sentences[at].start
        return self._lines.line_of(span).start


class _Table:
    """Grows row by row."""

    def __init__(self, name: str) -> None:
        fields = _ARTICLE_COLUMNS if name == "articles" else TABLE_ROWS[name].__struct_fields__[3:]
        self._places = {field: array("i") for field in ("article", "start", "end", "rule", "passage")}
        self._columns = {field: _Growing() for field in fields}

    def add(self, place: tuple[int, ...], cells: Sequence[Any]) -> None:
        for column, value in zip(self._places.values(), place, strict=True):
            column.append(value)
        for growing, cell in zip(self._columns.values(), cells, strict=True):
            growing.add(cell)

    def ordered(self, rank: Numbers) -> CountedTable:
        """Return the table with the articles renumbered by `rank`, rows in the order of the articles."""
        places = {name: np.array(values, dtype=np.int32) for name, values in self._places.items()}
        places["article"] = rank[places["article"]]
        order = np.argsort(places["article"], kind="stable")
        return CountedTable(
            **{name: values[order] for name, values in places.items()},
            columns={name: growing.ordered(order) for name, growing in self._columns.items()},
        )


class _Growing:
    """A column whose kind shows by its cells: numbers, words, or lists of numbers."""

    def __init__(self) -> None:
        self._codes = array("i")
        self._lengths: array[int] | None = None
        self._words: dict[str, int] | None = None

    def add(self, cell: Any) -> None:  # noqa: ANN401 -- as tables keep them
        if isinstance(cell, tuple):
            self._lengths = array("i") if self._lengths is None else self._lengths
            self._lengths.append(max(1, len(cell)))
            self._codes.extend(cell or (UNSAID,))
        elif isinstance(cell, int):
            self._codes.append(cell)
        else:
            self._words = {} if self._words is None else self._words
            self._codes.append(self._words.setdefault(cell, len(self._words)) if cell else UNSAID)

    def ordered(self, order: NDArray[np.int64]) -> Column:
        codes = np.array(self._codes, dtype=np.int32)
        words = None if self._words is None else tuple(self._words)
        if self._lengths is None:
            return Column(codes[order], None, words)
        lengths = np.array(self._lengths, dtype=np.int64)
        first = np.cumsum(lengths) - lengths
        start = np.concatenate([[0], np.cumsum(lengths[order])]).astype(np.int32)
        return Column(codes[expand(first[order], lengths[order])], start, words)


def expand(first: NDArray[np.int64], lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return ``first[i], first[i] + 1, …``, `lengths[i]` of them, for each i.

    Examples
    --------
    >>> expand(np.array([5, 0]), np.array([2, 3])).tolist()
    [5, 6, 0, 1, 2]
    """
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    places: NDArray[np.int64] = np.arange(total) + np.repeat(first - (ends - lengths), lengths)
    return places
