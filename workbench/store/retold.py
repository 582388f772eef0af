"""Retellings: pairs of articles that tell the same event, each in words of its own.

Two articles are compared where a day that they tell is the same or the next. How alike they are is the cosine of their
terms by weight. Articles of a day are looked at together and apart from all others, so a page that is added, changed or
taken away costs the days that it tells.
"""

from collections.abc import Iterable, Iterator
from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from workbench.store.ragged import Ragged
from workbench.store.terms import weights

#: Pairs less alike than this are none: their articles have topic and actors in common, and no event.
LEAST_LIKENESS: Final = 0.1
_FEWEST_TERMS: Final = 5
#: Terms that more articles of a day print than this find no pairs; rarer terms of the same articles do.
_COMMON: Final = 200
#: Rarer terms alone must reach this share of what a pair needs.
_FOUND_BY: Final = 0.5

Places = NDArray[np.int64]


class Retelling(msgspec.Struct, frozen=True):
    """Two articles by their places, first the earlier, and how alike their terms are, from 0 to 1."""

    first: int
    second: int
    likeness: float


def retellings(terms: Ragged, days: Ragged) -> list[Retelling]:
    """Return the pairs of articles that may tell the same event, in order."""
    return each_once(pair for _, texts in together(days) for pair in retold_among(texts, terms.picked(texts)))


def each_once(pairs: Iterable[Retelling]) -> list[Retelling]:
    """Return the pairs in order; those of articles that share two days come twice."""
    found = {(pair.first, pair.second): pair for pair in pairs}
    return [found[key] for key in sorted(found)]


def together(days: Ragged) -> Iterator[tuple[int, Places]]:
    """Yield each day with the places of the articles that tell it or the day before, ascending, where there are two."""
    told, texts = days.values.astype(np.int64), days.owners()
    both = np.unique(np.concatenate([told, told + 1]) << 32 | np.concatenate([texts, texts]))
    of_day, starts = np.unique(both >> 32, return_index=True)
    for day, members in zip(of_day.tolist(), np.split(both & 0xFFFFFFFF, starts[1:]), strict=False):
        if len(members) > 1:
            yield day, members


def retold_among(texts: Places, terms: Ragged) -> Iterator[Retelling]:
    """Yield the pairs among articles of one day; `terms` are theirs, in the order of `texts`."""
    norms = np.sqrt(np.bincount(terms.owners(), weights(terms.values) ** 2, minlength=len(texts)))
    for first, second in _candidates(terms, norms).tolist():
        shared = np.intersect1d(terms[first], terms[second], assume_unique=True)
        likeness = float((weights(shared) ** 2).sum() / (norms[first] * norms[second]))
        if likeness >= LEAST_LIKENESS and len(shared) >= _FEWEST_TERMS:
            yield Retelling(int(texts[first]), int(texts[second]), likeness)


def _candidates(terms: Ragged, norms: NDArray[np.float64]) -> Places:
    """Return pairs of rows, in order, whose terms that are rare among them are alike enough to look at the others."""
    order = np.argsort(terms.values, kind="stable")
    keys, squares = _shared(terms.values[order], terms.owners()[order])
    pairs, of_pair = np.unique(keys, return_inverse=True)
    firsts, seconds = pairs >> 32, pairs & 0xFFFFFFFF
    weight = np.bincount(of_pair, squares, minlength=len(pairs))
    kept = weight >= _FOUND_BY * LEAST_LIKENESS * norms[firsts] * norms[seconds]
    return np.stack([firsts[kept], seconds[kept]], axis=1)


def _shared(values: NDArray[np.uint32], owners: Places) -> tuple[Places, NDArray[np.float64]]:
    """Return a number for each pair of rows that share a term, once for each term, with its weight squared."""
    _, starts, sizes = np.unique(values, return_index=True, return_counts=True)
    left = np.repeat(starts + sizes, sizes) - np.arange(len(values))
    firsts = np.flatnonzero((left > 1) & (np.repeat(sizes, sizes) <= _COMMON))
    keys, squares, step = [np.zeros(0, dtype=np.int64)], [np.zeros(0)], 1
    while len(firsts):
        keys.append(owners[firsts] << 32 | owners[firsts + step])
        squares.append(weights(values[firsts]) ** 2)
        step += 1
        firsts = firsts[left[firsts] > step]
    return np.concatenate(keys), np.concatenate(squares)
