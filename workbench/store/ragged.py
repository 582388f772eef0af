"""Rows of numbers of different lengths, one after another in one array."""

from collections.abc import Iterable
from typing import Final

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.uint32]
#: Rows that are picked at once: their places are held while they are.
_PICKED: Final = 50_000


class Ragged:
    """Rows of numbers, as many in each as there are.

    Parameters
    ----------
    offsets
        Where each row begins in `values`; one more than there are rows.
    values
        The numbers of all rows.
    """

    def __init__(self, offsets: NDArray[np.int64], values: Numbers) -> None:
        self.offsets = offsets
        self.values = values

    @classmethod
    def of(cls, rows: Iterable[Numbers]) -> "Ragged":
        """Return `rows` one after another."""
        held = list(rows)
        lengths = np.fromiter(map(len, held), dtype=np.int64, count=len(held))
        return cls(_offsets(lengths), np.concatenate(held) if held else np.zeros(0, dtype=np.uint32))

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def __getitem__(self, place: int) -> Numbers:
        row: Numbers = self.values[self.offsets[place] : self.offsets[place + 1]]
        return row

    def owners(self) -> NDArray[np.int64]:
        """Return for each number of `values` the row that it stands in."""
        return np.repeat(np.arange(len(self), dtype=np.int64), np.diff(self.offsets))

    def joined(self, other: "Ragged") -> "Ragged":
        """Return these rows, and those of `other` after them."""
        offsets = np.concatenate([self.offsets, other.offsets[1:] + self.offsets[-1]])
        return Ragged(offsets, np.concatenate([self.values, other.values]))

    def picked(self, places: NDArray[np.int64]) -> "Ragged":
        """Return the rows at `places`, in that order."""
        values = [self._values_at(places[start : start + _PICKED]) for start in range(0, len(places), _PICKED)]
        lengths = np.diff(self.offsets)[places]
        return Ragged(_offsets(lengths), np.concatenate(values) if values else self.values[:0])

    def _values_at(self, places: NDArray[np.int64]) -> Numbers:
        starts, lengths = self.offsets[places], np.diff(self.offsets)[places]
        ends = _offsets(lengths)
        found: Numbers = self.values[np.repeat(starts - ends[:-1], lengths) + np.arange(ends[-1])]
        return found


def _offsets(lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
