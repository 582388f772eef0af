"""Patterns made into functions, so that looking for them in a row of words takes no interpreting."""

from collections.abc import Callable, Sequence
from itertools import compress, count

from workbench.codebook.pattern import Pattern
from workbench.tag.wordbits import AtomTable, ByForm, Forms, Place, beginnings

#: The forms of the words of a sentence, and a last 0, which fills no place.
Row = Sequence[int]
#: Returns the end of a match that begins at that word, or -1.
Ends = Callable[[Row, int], int]
#: Returns the first match in a row as word numbers, first and one past the last, or None.
Finder = Callable[[Row], tuple[int, int] | None]
#: Returns where each part of a pattern is found in a row, or None where the pattern does not hold.
Match = Callable[[Row], list[tuple[int, int]] | None]


def build_match(pattern: Pattern, unless: Sequence[Pattern], table: AtomTable) -> Match:
    """Return the function that matches `pattern` where none of `unless` does."""
    finders = [_finder(table.places(steps), table.forms) for steps in pattern.parts]
    barring: list[Match | Finder] = [_finder(table.places(steps), table.forms) for steps in pattern.absent]
    barring += [build_match(exception, (), table) for exception in unless]

    def match(row: Row) -> list[tuple[int, int]] | None:
        found = []
        for find in finders:
            at = find(row)
            if at is None:
                return None
            found.append(at)
        for holds in barring:
            if holds(row) is not None:
                return None
        return found

    return match


def _finder(places: Sequence[Place], forms: Forms) -> Finder:
    """Return the function that finds `places` in a row of `forms`."""
    may_begin = forms.fitting(beginnings(places)).__getitem__
    ends = _sequence(places, _reached, forms)

    def find(row: Row) -> tuple[int, int] | None:
        for index in compress(count(), map(may_begin, row)):
            end = ends(row, index)
            if end >= 0:
                return index, end
        return None

    return find


def _reached(_: Row, at: int) -> int:
    return at


def _sequence(places: Sequence[Place], then: Ends, forms: Forms) -> Ends:
    """Return the function for `places` and what comes after them."""
    for place in reversed(places):
        filled = _filled(place, then, forms)
        then = _either(filled, then) if place.is_optional else filled
    return then


def _either(filled: Ends, left_out: Ends) -> Ends:
    def ends(row: Row, at: int) -> int:
        end = filled(row, at)
        return end if end >= 0 else left_out(row, at)

    return ends


def _filled(place: Place, then: Ends, forms: Forms) -> Ends:
    if place.phrases:
        return _branches(place, then, forms)
    fits = forms.fitting(place.mask)
    return _after_gap(fits, place.gap, then) if place.gap else _next_word(fits, then)


def _next_word(fits: ByForm[bool], then: Ends) -> Ends:
    if then is _reached:
        return lambda row, at: at + 1 if fits[row[at]] else -1
    return lambda row, at: then(row, at + 1) if fits[row[at]] else -1


def _after_word(then: Ends) -> Ends:
    return lambda row, at: then(row, at + 1)


def _after_gap(fits: ByForm[bool], gap: int, then: Ends) -> Ends:
    def ends(row: Row, at: int) -> int:
        for index, form in enumerate(row[at : at + gap + 1], at + 1):
            if fits[form]:
                end = then(row, index)
                if end >= 0:
                    return end
        return -1

    return ends


def _branches(place: Place, then: Ends, forms: Forms) -> Ends:
    """Return the function for a place that runs of words fill: for each form it knows what may begin there."""
    runs = [(begin, _sequence(below, then, forms)) for begin, below in place.phrases]
    choices = [(place.mask, _after_word(then)), *runs]
    open_to = ByForm(forms, lambda bits: tuple(ends for begin, ends in choices if bits & begin))

    def ends(row: Row, at: int) -> int:
        for index, form in enumerate(row[at : at + place.gap + 1], at):
            for choice in open_to[form]:
                end = choice(row, index)
                if end >= 0:
                    return end
        return -1

    return ends
