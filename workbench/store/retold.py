"""Retellings: pairs of articles that tell the same event, each in words of its own.

Two articles are compared where a day that they tell is the same or the next. How alike they are is the cosine of their
terms by weight. Articles of a day are looked at together and apart from all others, so a page that is added, changed or
taken away costs the days that it tells.
"""

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from workbench.store.ragged import Numbers, Ragged
from workbench.store.terms import weights

#: Pairs less alike than this are none: their articles have topic and actors in common, and no event.
LEAST_LIKENESS: Final = 0.15
_FEWEST_TERMS: Final = 5
#: Terms that so many articles of a corpus print, and such a share of them, weigh no more than a common word.
_OF_BEAT: Final = 50
_SHARE_OF_BEAT: Final = 0.05
#: Terms that more articles of a day print than this find no pairs; the rarer terms of a pair must reach this share of
#: what it needs, and then all its terms count.
_COMMON: Final = 200
_FOUND_BY: Final = 0.5
_AT_ONCE: Final = 4096

Places = NDArray[np.int64]
Floats = NDArray[np.float64]


class Retold(msgspec.Struct, frozen=True):
    """Pairs of articles by their places, first the earlier, and how alike the terms of each pair are, from 0 to 1."""

    firsts: Places
    seconds: Places
    likeness: Floats

    def picked(self, where: NDArray[np.bool_] | Places) -> "Retold":
        """Return some of the pairs."""
        return Retold(self.firsts[where], self.seconds[where], self.likeness[where])

    def cells(self) -> tuple[Places, Places, Floats]:
        """Return the three columns."""
        return self.firsts, self.seconds, self.likeness


def retellings(terms: Ragged, days: Ragged) -> Retold:
    """Return the pairs of articles that may tell the same event, in order."""
    beat = beat_of(terms)
    return each_once([retold_among(texts, terms.picked(texts), beat) for _, texts in together(days)])


def beat_of(terms: Ragged) -> Numbers:
    """Return the terms that tell no event: names and things of a corpus's beat, which stand in report after report."""
    numbers, counts = np.unique(terms.values, return_counts=True)
    beat: Numbers = numbers[(counts >= _OF_BEAT) & (counts >= _SHARE_OF_BEAT * len(terms))]
    return beat


def each_once(found: Sequence[Retold]) -> Retold:
    """Return all pairs in order; those of articles that share two days were found twice."""
    pairs = joined(found)
    _, places = np.unique(pairs.firsts << 32 | pairs.seconds, return_index=True)
    return pairs.picked(places)


def joined(found: Sequence[Retold]) -> Retold:
    """Return pairs one after another."""
    none = Retold(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), np.zeros(0))
    whole = [none, *found]
    return Retold(
        np.concatenate([pairs.firsts for pairs in whole]),
        np.concatenate([pairs.seconds for pairs in whole]),
        np.concatenate([pairs.likeness for pairs in whole]),
    )


def together(days: Ragged) -> Iterator[tuple[int, Places]]:
    """Yield each day with the places of the articles that tell it or the day before, ascending, where there are two."""
    told, texts = days.values.astype(np.int64), days.owners()
    both = np.unique(np.concatenate([told, told + 1]) << 32 | np.concatenate([texts, texts]))
    of_day, starts = np.unique(both >> 32, return_index=True)
    for day, members in zip(of_day.tolist(), np.split(both & 0xFFFFFFFF, starts[1:]), strict=False):
        if len(members) > 1:
            yield day, members


def retold_among(texts: Places, terms: Ragged, beat: Numbers) -> Retold:
    """Return the pairs among articles of one day; `terms` are theirs, `beat` is that of the corpus."""
    printed = _Printed(terms, beat)
    pairs, n_terms = printed.pairs_by_rare_terms()
    norms = np.sqrt(np.bincount(printed.owners, printed.squares, minlength=len(texts)))
    norm = norms[pairs.firsts] * norms[pairs.seconds]
    near = pairs.likeness >= _FOUND_BY * LEAST_LIKENESS * norm
    pairs, n_terms, norm = pairs.picked(near), n_terms[near], norm[near]
    weight, n_common = _in_common(pairs, printed.common_terms())
    likeness = (pairs.likeness + weight) / norm
    kept = (likeness >= LEAST_LIKENESS) & (n_terms + n_common >= _FEWEST_TERMS)
    return Retold(texts[pairs.firsts[kept]], texts[pairs.seconds[kept]], likeness[kept])


class _Printed:
    """Which rows print which terms; those of one term stand together, in the order of the rows."""

    def __init__(self, terms: Ragged, beat: Numbers) -> None:
        order = np.argsort(terms.values, kind="stable")
        values = terms.values[order]
        self.owners = terms.owners()[order]
        self.squares = np.where(np.isin(values, beat), 1.0, weights(values) ** 2)
        _, self._of_term, self._sizes = np.unique(values, return_inverse=True, return_counts=True)
        self._is_common = self._sizes > _COMMON
        self._n_rows = len(terms)

    def pairs_by_rare_terms(self) -> tuple[Retold, Places]:
        """Return the pairs that share a rare term, the sum of squared weights, and how many such terms they share."""
        starts = np.cumsum(self._sizes) - self._sizes
        sizes = np.where(self._is_common, 0, self._sizes)
        left = (starts + sizes)[self._of_term] - np.arange(len(self.owners))
        firsts = np.flatnonzero(left > 1)
        keys, squares, step = [np.zeros(0, dtype=np.int64)], [np.zeros(0)], 1
        while len(firsts):
            keys.append(self.owners[firsts] << 32 | self.owners[firsts + step])
            squares.append(self.squares[firsts])
            step += 1
            firsts = firsts[left[firsts] > step]
        pairs, of_pair, counts = np.unique(np.concatenate(keys), return_inverse=True, return_counts=True)
        weight = np.bincount(of_pair, np.concatenate(squares), minlength=len(pairs)).astype(np.float64)
        return Retold(pairs >> 32, pairs & 0xFFFFFFFF, weight), counts

    def common_terms(self) -> NDArray[np.float32]:
        """Return a row each with the weights of the terms that many rows print, 0 where it lacks one."""
        held = self._is_common[self._of_term]
        column = (np.cumsum(self._is_common) - 1)[self._of_term[held]]
        table = np.zeros((self._n_rows, int(self._is_common.sum())), dtype=np.float32)
        table[self.owners[held], column] = np.sqrt(self.squares[held])
        return table


def _in_common(pairs: Retold, table: NDArray[np.float32]) -> tuple[Floats, Places]:
    """Return for each pair what the terms of `table` that both rows print weigh, squared, and how many these are."""
    weight, count = np.zeros(len(pairs.firsts)), np.zeros(len(pairs.firsts), dtype=np.int64)
    for start in range(0, len(weight) if table.shape[1] else 0, _AT_ONCE):
        some = slice(start, start + _AT_ONCE)
        shared = table[pairs.firsts[some]] * table[pairs.seconds[some]]
        weight[some], count[some] = shared.sum(axis=1), np.count_nonzero(shared, axis=1)
    return weight, count
