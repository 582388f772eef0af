"""Rows of the database as sequences that load what is asked for."""

from array import array
from collections.abc import Callable, Iterator, Sequence
from typing import Final, Generic, TypeVar, overload

T = TypeVar("T")
_CHUNK: Final = 500


class LazyRows(Sequence[T], Generic[T]):
    """A sequence of values made of rows, by the numbers of the rows; only the numbers are held in memory.

    Parameters
    ----------
    find
        Returns the numbers, in order; asked once, when they are first needed.
    load
        Returns the values of some numbers, in their order.
    count
        Returns how many numbers `find` will find, where that is quicker; None where it is not.
    is_changed
        Whether the values are others than the database holds.
    """

    def __init__(
        self,
        find: Callable[[], "array[int]"],
        load: Callable[[Sequence[int]], list[T]],
        count: Callable[[], int] | None = None,
        *,
        is_changed: bool = False,
    ) -> None:
        self._find = find
        self._load = load
        self._count = count
        self._numbers: array[int] | None = None
        self.is_changed = is_changed

    @property
    def numbers(self) -> "array[int]":
        """The rows' numbers, in order."""
        if self._numbers is None:
            self._numbers = self._find()
        return self._numbers

    def __len__(self) -> int:
        if self._numbers is None and self._count is not None:
            return self._count()
        return len(self.numbers)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> "LazyRows[T]": ...
    def __getitem__(self, place: int | slice) -> "T | LazyRows[T]":
        if isinstance(place, slice):
            return self.of(self.numbers[place])
        return self._load([self.numbers[place]])[0]

    def __iter__(self) -> Iterator[T]:
        for start in range(0, len(self), _CHUNK):
            yield from self._load(self.numbers[start : start + _CHUNK])

    def changed(self, change: Callable[[T], T]) -> "LazyRows[T]":
        """Return the same rows, each changed as it is loaded."""

        def load(numbers: Sequence[int]) -> list[T]:
            return [change(value) for value in self._load(numbers)]

        return LazyRows(lambda: self.numbers, load, self._count, is_changed=True)

    def of(self, numbers: Sequence[int]) -> "LazyRows[T]":
        """Return the values of other rows, loaded the same way, and changed if these are."""
        kept = array("q", numbers)
        return LazyRows(lambda: kept, self._load, is_changed=self.is_changed)
