"""Counting in the kernel: which rows of a table stand under each key, one for each unit that is counted."""

from collections.abc import Sequence
from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from workbench.explorer.counted import UNSAID, Column, CountedCorpus, Numbers, expand
from workbench.explorer.dimensions import Question, dimension_of
from workbench.explorer.vocabulary import Office

Mask = NDArray[np.bool_]
Key = tuple[int | str, ...]
#: Units of which an article is in no more than one, so that no choice of articles changes which rows count.
_FIXED: Final = frozenset({"articles", "statements"})


class Groups(msgspec.Struct, frozen=True, kw_only=True):
    """Rows by key, and under each key by unit and number.

    Parameters
    ----------
    keys
        For each key its values, one a dimension: numbers, or words where the dimension has words.
    first
        Where the rows of each key begin; one more than there are keys.
    key, unit, article, row
        Of each row the number of its key, its unit, its article and its own number.
    is_fixed
        Whether every row counts whose article is kept; else only the first that is kept of each unit.
    """

    keys: tuple[NDArray[np.generic], ...]
    first: NDArray[np.int64]
    key: Numbers
    unit: Numbers
    article: Numbers
    row: Numbers
    is_fixed: bool

    def counts(self, mask: Mask) -> NDArray[np.int64]:
        """Return for each key how many units the articles of `mask` have."""
        if not len(self.row):
            return np.zeros(len(self.first) - 1, dtype=np.int64)
        return np.add.reduceat(self._counted(mask).view(np.uint8), self.first[:-1], dtype=np.int64)

    def rows(self, key: int, mask: Mask) -> Numbers:
        """Return the rows that the key numbered `key` counts, ascending."""
        part = slice(self.first[key], self.first[key + 1])
        return np.sort(self.row[part][self._counted(mask)[part]])

    def _counted(self, mask: Mask) -> Mask:
        kept = mask[self.article]
        if self.is_fixed:
            return kept
        places = np.flatnonzero(kept)
        repeats = (np.diff(self.key[places], prepend=-1) == 0) & (np.diff(self.unit[places], prepend=-1) == 0)
        counted = np.zeros(len(kept), dtype=np.bool_)
        counted[places[~repeats]] = True
        return counted


def group_rows(counted: CountedCorpus, question: Question, unit: str, offices: Sequence[Office]) -> Groups:
    """Put the rows of a question's table under their keys."""
    rows = _wanted(counted, question)
    dimensions = [dimension_of(counted, question, name, offices) for name in question.by]
    sizes = [int(dimension.codes.max(initial=UNSAID)) + 2 for dimension in dimensions]
    code = np.zeros(len(rows), dtype=np.int64)
    for name, dimension, size in zip(question.by, dimensions, sizes, strict=True):
        lengths, values = _values(dimension, rows)
        rows, code = np.repeat(rows, lengths), np.repeat(code, lengths) * size + values + 1
        if name in question.said:
            rows, code = rows[values != UNSAID], code[values != UNSAID]
    article = counted.tables[question.table].article[rows]
    units = rows.astype(np.int32) if unit == "statements" else _unit_of(counted, unit)[article]
    order, starts = _sorted(code, units, article)
    found = code[order][starts]
    return Groups(
        keys=_keys(found, dimensions, sizes),
        first=np.append(starts, len(order)),
        key=np.repeat(np.arange(len(starts), dtype=np.int32), np.diff(starts, append=len(order))),
        unit=units[order],
        article=article[order],
        row=rows[order].astype(np.int32),
        is_fixed=unit in _FIXED,
    )


def _wanted(counted: CountedCorpus, question: Question) -> NDArray[np.int64]:
    table = counted.tables[question.table]
    kept = np.ones(len(table.article), dtype=np.bool_)
    for name, words in question.where.items():
        column = table.columns[name]
        known = [number for number, word in enumerate(column.words or ()) if word in words]
        kept &= np.isin(column.codes, known)
    return np.flatnonzero(kept)


def _values(dimension: Column, rows: NDArray[np.int64]) -> tuple[NDArray[np.int64], Numbers]:
    """Return how many values each row has, and all of them."""
    if dimension.start is None:
        return np.ones(len(rows), dtype=np.int64), dimension.codes[rows]
    first = dimension.start[rows].astype(np.int64)
    lengths = dimension.start[rows + 1] - first
    return lengths, dimension.codes[expand(first, lengths)]


def _unit_of(counted: CountedCorpus, unit: str) -> Numbers:
    if unit == "articles":
        return np.arange(counted.n, dtype=np.int32)
    return counted.story if unit == "stories" else counted.origin


def _sorted(code: NDArray[np.int64], units: Numbers, article: Numbers) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the places of rows by code, unit and number, of each article one, and where each code begins."""
    order = np.lexsort((units, code))
    by_code, by_unit, by_article = code[order], units[order], article[order]
    is_new = np.ones(len(order), dtype=np.bool_)
    is_new[1:] = (np.diff(by_code) != 0) | (np.diff(by_unit) != 0) | (np.diff(by_article) != 0)
    order = order[is_new]
    return order, np.flatnonzero(np.diff(code[order], prepend=-1))


def _keys(
    codes: NDArray[np.int64], dimensions: Sequence[Column], sizes: Sequence[int]
) -> tuple[NDArray[np.generic], ...]:
    keys: list[NDArray[np.generic]] = []
    for dimension, size in zip(reversed(dimensions), reversed(sizes), strict=True):
        values = codes % size - 1
        keys.insert(0, values if dimension.words is None else np.array([*dimension.words, ""], dtype=object)[values])
        codes = codes // size
    return tuple(keys)
