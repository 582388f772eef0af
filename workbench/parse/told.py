"""The dates that an article's own lines tell, and the earliest day on which it can have been published."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

import msgspec

from workbench.article import DateValue, Line
from workbench.parse.calendar import DateMatch, find_dates
from workbench.parse.sighting import calendar_day, complete_year
from workbench.parse.tense import is_future_day, is_past_day
from workbench.span import Span

_FUTURE_YEAR: Final = re.compile(r"akan(?<=\bakan)\b[^.!?\n]{0,120}\btahun\s+((?:19|20)[0-9]{2})\b")


class Told(msgspec.Struct, frozen=True):
    """A date in an article's own line.

    Parameters
    ----------
    found
        The date as printed.
    line
        Where it stands.
    day
        The day it names, its year completed from the other dates where only the weekday is printed; None where
        that is undecidable.
    is_future
        Its clause speaks of things to come.
    """

    found: DateMatch
    line: Line
    day: date | None
    is_future: bool

    @property
    def is_complete(self) -> bool:
        """Whether the year is printed."""
        return self.found.year is not None


def told_dates(text: str, lines: Sequence[Line]) -> tuple[Told, ...]:
    """Find the dates of day precision in `lines`; one without a year takes it from the nearest complete one.

    Parameters
    ----------
    text
        The page's text.
    lines
        Headline, standfirst, body and caption lines; all others are left aside by the caller.

    Returns
    -------
    told
        In text order; months and clock times alone are left out.
    """
    raw = [(found, line) for line in lines for found in find_dates(text, line) if found.day and found.month]
    known = sorted({day for found, _ in raw if (day := calendar_day(found)) is not None})
    return tuple(
        Told(
            found,
            line,
            calendar_day(found) or complete_year(found, known),
            is_future_day(text, found.start, found.end, line.start),
        )
        for found, line in raw
    )


def anchored(told: Sequence[Told], anchor: date) -> tuple[Told, ...]:
    """Let the day of publication, where it is stated, give years to the dates that print none."""
    return tuple(
        date_told
        if date_told.is_complete
        else msgspec.structs.replace(date_told, day=complete_year(date_told.found, (anchor,)))
        for date_told in told
    )


def earliest_day(text: str, told: Sequence[Told], not_after: date | None = None) -> DateValue | None:
    """Infer the earliest day on which the article can have been published.

    That is the latest day that its body tells as past or present. A caption's date may be years older than the
    story, so it only completes the year of a body date (``Kamis (6/4)`` beside a caption of 6 April 2023).

    Parameters
    ----------
    text
        The page's text.
    told
        From `told_dates`.
    not_after
        Day of the crawl, where known.

    Returns
    -------
    date
        Basis ``inferred``; None where the body tells no complete day.
    """
    open_years = _future_years(text, told)
    body = [
        date_told
        for date_told in told
        if date_told.line.role != "caption"
        and date_told.day is not None
        and not date_told.is_future
        and (not_after is None or date_told.day <= not_after)
        and (date_told.line.line, date_told.day.year) not in open_years
    ]
    body = _without_plans(text, body)
    if not body:
        return None
    day = max(date_told.day for date_told in body if date_told.day is not None)
    evidence = sorted({_bare(other) for other in told if other.day == day})
    is_printed = any(other.is_complete for other in body if other.day == day)
    rule = "latest-told-day" if is_printed else "weekday-gives-year"
    return DateValue(day.isoformat(), "day", "inferred", rule, tuple(evidence))


def _without_plans(text: str, body: list[Told]) -> list[Told]:
    """Leave out days without a weekday that lie after all days with one.

    The press prints the weekday of what has just happened (``Senin (3/10/2022)``); a later bare date is mostly a plan,
    unless words of the past stand before it.
    """
    reports = [date_told.day for date_told in body if date_told.found.weekday is not None and date_told.day]
    if not reports:
        return body
    latest = max(reports)
    return [
        date_told
        for date_told in body
        if date_told.found.weekday is not None
        or (date_told.day is not None and date_told.day <= latest)
        or is_past_day(text, date_told.found.start, date_told.found.end, date_told.line.start)
    ]


def _bare(told: Told) -> Span:
    return Span(told.found.start, told.found.end)


def _future_years(text: str, told: Sequence[Told]) -> set[tuple[int, int]]:
    """Return each line and year where the line says that something will happen in that year."""
    lines = {date_told.line for date_told in told}
    return {(line.line, int(year[1])) for line in lines for year in _FUTURE_YEAR.finditer(text, line.start, line.end)}
