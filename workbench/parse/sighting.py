"""A date seen on a page, with all the words that print it, and its reading as a calendar day or an ISO value."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from operator import itemgetter
from typing import Final, Literal

import msgspec

from workbench.article import DateValue, Line
from workbench.parse.calendar import DateMatch, find_dates
from workbench.span import Span

#: No date line is longer; the rest of a longer one is not read.
_LONGEST_LINE: Final = 200


class Sighting(msgspec.Struct, frozen=True):
    """A date as printed in one line or broken over several.

    Parameters
    ----------
    found
        What is printed; its own offsets count in the joined words, so only its values may be used.
    line
        The line where it starts.
    evidence
        The words on the page, one span a line.
    before
        What stands before it in its line, or in the line above where it opens its own.
    """

    found: DateMatch
    line: Line
    evidence: tuple[Span, ...]
    before: str

    @property
    def day(self) -> date | None:
        """The calendar day, or None where year, month or day is not printed."""
        return calendar_day(self.found)


def calendar_day(found: DateMatch) -> date | None:
    """Return the day that a complete date names, or None where a part is not printed."""
    if found.year is None or found.month is None or found.day is None:
        return None
    return date(found.year, found.month, found.day)


def sight_dates(text: str, lines: Sequence[Line]) -> list[Sighting]:
    """Find the dates in consecutive `lines`, read as one where a date is broken over them."""
    pieces = [line.of(text)[:_LONGEST_LINE] for line in lines]
    joined = " ".join(piece.strip() for piece in pieces)
    if not joined:
        return []
    offsets, position = [], 0
    for piece, line in zip(pieces, lines, strict=True):
        stripped = piece.strip()
        offsets.append((position, line.start + len(piece) - len(piece.lstrip()), len(stripped)))
        position += len(stripped) + 1
    matches = _with_clock_before(joined, find_dates(joined, Span(0, len(joined))))
    return [_sighting(joined, found, lines, offsets) for found in matches]


def _with_clock_before(joined: str, matches: Sequence[DateMatch]) -> list[DateMatch]:
    """Give a date the clock time that stands right before it: ``21:15 WIB, 04.10.2022``."""
    merged: list[DateMatch] = []
    for found in matches:
        clock = merged[-1] if merged and merged[-1].style == "clock" else None
        is_next = clock is not None and not joined[clock.end : found.start].strip(" ,|/-\u2013\u00b7\u2022")
        if clock is None or not is_next or found.day is None or found.hour is not None:
            merged.append(found)
            continue
        merged[-1] = msgspec.structs.replace(
            found, start=clock.start, hour=clock.hour, minute=clock.minute, zone=clock.zone
        )
    return merged


def _sighting(
    joined: str, found: DateMatch, lines: Sequence[Line], offsets: Sequence[tuple[int, int, int]]
) -> Sighting:
    # The line that the date starts in, and those after it until it ends.
    first = bisect_right(offsets, found.start, key=itemgetter(0)) - 1
    after = bisect_left(offsets, found.end, key=itemgetter(0))
    covered = [
        (index, Span(origin + max(found.start - start, 0), origin + min(found.end - start, length)))
        for index, (start, origin, length) in enumerate(offsets[first:after], start=first)
        if found.start < start + length
    ]
    before = joined[max(0, found.start - 40) : found.start]
    return Sighting(found, lines[covered[0][0]], tuple(span for _, span in covered), before)


def iso_value(found: DateMatch, day: date) -> tuple[str, Literal["minute", "day"]]:
    """Return the ISO form of `day` with the clock time and zone that `found` prints, and its precision."""
    if found.hour is None or found.minute is None:
        return day.isoformat(), "day"
    return f"{day.isoformat()}T{found.hour:02d}:{found.minute:02d}{found.zone or ''}", "minute"


def stated(sighting: Sighting, rule: str) -> DateValue | None:
    """Return a date that the page states, to the minute, the day or the month; None where no year is printed."""
    found = sighting.found
    day = sighting.day
    if day is not None:
        value, precision = iso_value(found, day)
        return DateValue(value, precision, "stated", rule, sighting.evidence)
    if found.year is None or found.month is None:
        return None
    return DateValue(f"{found.year}-{found.month:02d}", "month", "stated", rule, sighting.evidence)


def complete_year(found: DateMatch, known: Sequence[date], *, reach: int = 400) -> date | None:
    """Give a date without a year (``Kamis (6/4)``) the year that its weekday and the `known` days agree on.

    Parameters
    ----------
    found
        A date whose month and day are printed.
    known
        Complete days that the page tells, in calendar order; the nearest wins.
    reach
        How many days from a known day the answer may lie.
    """
    if found.month is None or found.day is None or not known:
        return None
    years = range(known[0].year - 1, known[-1].year + 2)
    options = (_day_or_none(year, found.month, found.day) for year in years)
    ranked = [
        (days_to_nearest(option, known), option)
        for option in options
        if option is not None and (found.weekday is None or option.weekday() == found.weekday)
    ]
    distance, nearest = min(ranked, default=(reach + 1, None))
    return nearest if distance <= reach else None


def days_to_nearest(day: date, known: Sequence[date]) -> int:
    """Return how many days lie between `day` and the nearest of the `known` ones, which come in calendar order."""
    after = bisect_left(known, day)
    return min(abs(day - near).days for near in known[max(after - 1, 0) : after + 1])


def _day_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
