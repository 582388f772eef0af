"""Sequences of places made into functions, so that looking for them in a row of words takes no interpreting."""

from collections.abc import Callable, Sequence
from functools import reduce
from operator import or_

from workbench.tag.wordbits import Place, beginnings

#: The bits of the words of a sentence, and a last 0, which fills no place.
Row = Sequence[int]
#: Returns the end of a match that begins at that word, or -1.
Ends = Callable[[Row, int], int]
#: Returns the first match in a row as word numbers, or None.
Finder = Callable[[Row], tuple[int, int] | None]


def build_finder(places: Sequence[Place]) -> Finder:
    """Return the function that finds `places` in a row."""
    begin, ends = beginnings(places), _sequence(places, _reached)

    def find(row: Row) -> tuple[int, int] | None:
        for index, bits in enumerate(row):
            if bits & begin:
                end = ends(row, index)
                if end >= 0:
                    return index, end
        return None

    return find


def _reached(_: Row, at: int) -> int:
    return at


def _sequence(places: Sequence[Place], then: Ends) -> Ends:
    """Return the function for `places` and what comes after them."""
    for place in reversed(places):
        filled = _filled(place, then)
        then = _either(filled, then) if place.is_optional else filled
    return then


def _either(filled: Ends, left_out: Ends) -> Ends:
    def ends(row: Row, at: int) -> int:
        end = filled(row, at)
        return end if end >= 0 else left_out(row, at)

    return ends


def _filled(place: Place, then: Ends) -> Ends:
    if place.phrases:
        return _branches(place, then)
    return _after_gap(place.mask, place.gap, then) if place.gap else _next_word(place.mask, then)


def _next_word(mask: int, then: Ends) -> Ends:
    if then is _reached:
        return lambda row, at: at + 1 if row[at] & mask else -1
    return lambda row, at: then(row, at + 1) if row[at] & mask else -1


def _after_gap(mask: int, gap: int, then: Ends) -> Ends:
    def ends(row: Row, at: int) -> int:
        for index in range(at, min(at + gap + 1, len(row))):
            if row[index] & mask:
                end = then(row, index + 1)
                if end >= 0:
                    return end
        return -1

    return ends


def _branches(place: Place, then: Ends) -> Ends:
    mask, starts, gap = place.mask, place.starts, place.gap
    phrases = [(begin, _sequence(below, then)) for begin, below in place.phrases]
    runs = reduce(or_, (begin for begin, _ in phrases))

    def ends(row: Row, at: int) -> int:
        for index in range(at, min(at + gap + 1, len(row))):
            bits = row[index]
            if bits & starts:
                end = then(row, index + 1) if bits & mask else -1
                if end < 0 and bits & runs:
                    end = _first_end(phrases, row, index)
                if end >= 0:
                    return end
        return -1

    return ends


def _first_end(phrases: Sequence[tuple[int, Ends]], row: Row, at: int) -> int:
    bits = row[at]
    for begin, ends in phrases:
        if bits & begin:
            end = ends(row, at)
            if end >= 0:
                return end
    return -1
