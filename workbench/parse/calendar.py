"""Absolute dates and clock times as Indonesian (and English or Malay) pages print them.

The recogniser says what is printed, nothing more: no anchoring, no completion, no choice between readings. It is
anchored on digits, and what stands before a digit (weekday, month, ``pukul``) is looked at only where one was found.
"""

import re
from collections.abc import Iterator
from datetime import date
from string import digits
from typing import Final

from workbench.parse.alternation import any_of
from workbench.parse.calendar_before import Before, month_before, weekday_before
from workbench.parse.calendar_clock import GAP, ZONE_TAIL, clock_after, hour_of_day, zone_offset
from workbench.parse.calendar_names import MONTHS
from workbench.span import Span


class DateMatch(Span, frozen=True):
    """An absolute date or clock time as printed; what is not printed is None.

    Parameters
    ----------
    year, month, day
        Calendar parts; a two-digit year is completed (``22`` is 2022, ``97`` is 1997).
    weekday
        0 is Monday; as printed, not checked against the date.
    hour, minute
        Clock time.
    zone
        Offset from UTC (``+07:00``) where the page prints WIB, WITA, WIT, GMT or an ISO offset.
    style
        ``iso``, ``numeric`` (12/3/2022), ``day-month`` (6/4), ``words`` (6 April 2023), ``words-short`` (6 April),
        ``english`` (April 6, 2023), ``month-year`` (April 2023), ``weekday-day`` (Jumat (12)) or ``clock``.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None
    zone: str | None = None
    style: str = "clock"


def weekday_agrees(found: DateMatch) -> bool | None:
    """Say whether the printed weekday fits the printed date; None where one of them is not complete.

    Examples
    --------
    >>> [weekday_agrees(d) for d in find_dates("Kamis, 6 April 2023", Span(0, 19))]
    [True]
    """
    if found.weekday is None or found.year is None or found.month is None or found.day is None:
        return None
    return date(found.year, found.month, found.day).weekday() == found.weekday


def find_dates(text: str, span: Span) -> tuple[DateMatch, ...]:
    """Find every absolute date and clock time that lies inside `span`, in text order.

    Parameters
    ----------
    text
        The page's text.
    span
        Where to look; a match never leaves it.

    Returns
    -------
    dates
        Matches that do not overlap. A date takes its weekday, brackets and clock time with it.

    Examples
    --------
    >>> line = "Sabtu, 16 September 2023 - 05:45 WIB"
    >>> found = find_dates(line, Span(0, len(line)))[0]
    >>> found.of(line) == line, found.hour, found.zone
    (True, 5, '+07:00')
    >>> find_dates("Skor akhir 3-1, naik 4,5 kali menjadi 72.000", Span(0, 44))
    ()
    """
    # Most lines hold no digit, which is seen several times as fast as looked for character by character.
    if not any(map(text[span.start : span.end].__contains__, digits)):
        return ()
    return tuple(_matches(text, span))


_MONTH: Final = rf"(?=[jfmasondpJFMASONDP])(?i:{any_of(MONTHS)})(?![^\W\d_])"
# Not "[0-9]+": an engine looks for a first character many times as fast as for a repeated one.
_DIGITS: Final = re.compile(r"[0-9][0-9]*")
_NUMBER: Final = re.compile(
    rf"""
    (?P<iso_y>[12][0-9]{{3}})(?P<iso_sep>[-/])(?P<iso_m>[0-9]{{1,2}})(?P=iso_sep)(?P<iso_d>[0-9]{{1,2}})(?![0-9])
    | (?P<num_d>[0-9]{{1,2}})(?:
          {GAP}?/{GAP}?(?P<num_m>[0-9]{{1,2}})(?:{GAP}?/{GAP}?(?P<num_y>[0-9]{{4}}|[0-9]{{2}}))?(?![0-9/])
        | (?P<dash>[-.])(?P<dash_m>[0-9]{{1,2}})(?P=dash)(?P<dash_y>(?:19|20)[0-9]{{2}})(?![0-9]|[-.][0-9])
        | (?:st|nd|rd|th)?(?:{GAP}{{0,2}}[-/]{GAP}?|\.?{GAP}{{1,2}})(?P<word>{_MONTH})
          (?:\.?(?:,?{GAP}{{0,2}}|{GAP}?[-/]{GAP}?)(?P<word_y>(?:19|20)[0-9]{{2}}|(?<=-)[0-9]{{2}}|['\u2019][0-9]{{2}}
              |[0-9]{{2}}(?={GAP}[-\u2013\u2014|]{GAP}))
          (?![0-9]))?
        | (?P<to>{GAP}?[-\u2013]{GAP}?|{GAP}(?:hingga|sampai|s/d){GAP})(?=[0-9]{{1,2}}{GAP}{{1,2}}{_MONTH})
        | (?:st|nd|rd|th)?,?{GAP}{{1,2}}(?P<en_y>(?:19|20)[0-9]{{2}})(?![0-9])
        | [:.](?P<min>[0-5][0-9])(?:[:.][0-5][0-9])?(?![0-9]|[.,][0-9])
        | (?=\))
    )
    | (?P<year>(?:19|20)[0-9]{{2}})(?![0-9])
    """,
    re.VERBOSE,
)
_CLOCK_BEFORE: Final = re.compile(rf"(?i:\b(?:pukul|jam|pkl?\.?)){GAP}+\Z")
#: Months that are other words, too, where no year follows: ``2 Mac``.
_NEEDS_YEAR: Final = frozenset({"mac", "may", "dis", "mrt"})
#: Words that make ``(1/2)`` a day and no fraction.
_DAY_WORD_BEFORE: Final = re.compile(
    r"\b(?:kemarin|besok|lusa|hari ini|hari itu|tanggal|tadi|pagi|siang|sore|petang|malam|lalu|mendatang|depan)"
    r"\W{1,3}\Z",
    re.IGNORECASE,
)
_CENTURY: Final = 100
#: Two-digit years from here on are of the last century (POSIX takes 69).
_PIVOT: Final = 70
_LOOK_BACK: Final = 28


def _matches(text: str, span: Span) -> Iterator[DateMatch]:
    reached = taken = span.start
    for run in _DIGITS.finditer(text, span.start, span.end):
        if run.start() < reached:
            continue
        hit = _NUMBER.match(text, run.start(), span.end)
        if hit is None or not _stands_alone(text, hit):
            continue
        found = _read_number(text, hit, (taken, span.end))
        if found is not None:
            reached = taken = found.end
            yield found
        elif hit["word"]:
            reached = hit.end()  # all of 31 Feb 2022 is refused, not only its day


def _stands_alone(text: str, hit: re.Match[str]) -> bool:
    """Refuse parts of longer numbers, decimals, amounts and addresses: ``4,5``, ``72.000``, ``1-2``, ``v1.2``."""
    start = hit.start()
    if start == 0:
        return True
    before = text[start - 1]
    if before in "0123456789+#$%@=_&" or (before.isalpha() and hit["dash"]):
        return False
    if before in "-\u2013" and (hit["min"] or hit["word"] or hit["num_y"]):
        return True  # the second of a range: 20.00-22.00 WIB, 4-5 Oktober 2022
    if before in ".,/:-" and start > 1:
        return not text[start - 2].isdigit()
    return True


def _read_number(text: str, hit: re.Match[str], bounds: tuple[int, int]) -> DateMatch | None:
    group = hit.lastgroup
    if group == "min":
        return _read_clock(text, hit, bounds)
    if group == "to":
        return _read_range_start(text, hit, bounds)
    if group in {"year", "en_y"}:
        return _read_month_first(text, hit, bounds)
    weekday = weekday_before(text, hit.start(), bounds[0])
    parts = _parts(hit, weekday, text[max(bounds[0], hit.start() - _LOOK_BACK) : hit.start()])
    if parts is None or not _is_calendar_day(parts[0], parts[1], parts[2]):
        return None
    return _complete(text, hit.span(), parts, weekday, bounds[1])


_Parts = tuple[int | None, int | None, int | None, str]


def _parts(hit: re.Match[str], weekday: Before | None, before: str) -> _Parts | None:
    """Return year, month, day and style of a numeric or worded date."""
    if hit["iso_y"]:
        return int(hit["iso_y"]), int(hit["iso_m"]), int(hit["iso_d"]), "iso"
    day = int(hit["num_d"])
    if hit["word"]:
        return _worded_parts(hit["word"].lower(), _full_year(hit["word_y"]), day)
    if hit["dash_y"]:
        return int(hit["dash_y"]), int(hit["dash_m"]), day, "numeric"
    if hit["num_y"]:
        return _full_year(hit["num_y"]), int(hit["num_m"]), day, "numeric"
    in_brackets = before.rstrip().endswith("(") and hit.string[hit.end() : hit.end() + 2].lstrip().startswith(")")
    if hit["num_m"]:
        is_day = weekday or (in_brackets and _DAY_WORD_BEFORE.search(before))
        return (None, int(hit["num_m"]), day, "day-month") if is_day else None
    return (None, None, day, "weekday-day") if weekday and in_brackets else None


def _worded_parts(month: str, year: int | None, day: int) -> _Parts | None:
    if year is None:
        return None if month in _NEEDS_YEAR else (None, MONTHS[month], day, "words-short")
    return year, MONTHS[month], day, "words"


def _read_range_start(text: str, hit: re.Match[str], bounds: tuple[int, int]) -> DateMatch | None:
    """Read the first day of ``4-5 Oktober 2022``, which takes month and year from the second."""
    last = _NUMBER.match(text, hit.end(), bounds[1])
    month = MONTHS[last["word"].lower()] if last and last["word"] else None
    year = _full_year(last["word_y"]) if last else None
    day = int(hit["num_d"])
    if month is None or not _is_calendar_day(year, month, day):
        return None
    return DateMatch(hit.start(), hit.end("num_d"), year, month, day, style="words" if year else "words-short")


def _full_year(printed: str | None) -> int | None:
    if not printed:
        return None
    year = int(printed.lstrip("'\u2019"))
    if year >= _CENTURY:
        return year
    return year + (1900 if year >= _PIVOT else 2000)


def _is_calendar_day(year: int | None, month: int | None, day: int | None) -> bool:
    try:
        date(2000 if year is None else year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return False
    return True


def _complete(text: str, span: tuple[int, int], parts: _Parts, weekday: Before | None, stop: int) -> DateMatch:
    """Add the weekday before, the bracket around and the clock time after a date."""
    start, end = span
    if weekday is not None:
        start = weekday.start
        end = _close_bracket(text, end, stop) if weekday.opens else end
    number = weekday.number if weekday else None
    year, month, day, style = parts
    clock = clock_after(text, end, stop)
    if clock is None:
        return DateMatch(start, end, year, month, day, weekday=number, style=style)
    return DateMatch(start, clock.end, year, month, day, number, clock.hour, clock.minute, clock.zone, style)


def _close_bracket(text: str, end: int, stop: int) -> int:
    closing = text.find(")", end, min(end + 2, stop))
    return closing + 1 if closing >= 0 and not text[end:closing].strip() else end


def _read_month_first(text: str, hit: re.Match[str], bounds: tuple[int, int]) -> DateMatch | None:
    """Read ``November 2014`` and ``March 12, 2022``; a bare year is no date here."""
    month = month_before(text, hit.start(), bounds[0])
    if month is None:
        return None
    day = int(hit["num_d"]) if hit["num_d"] else None
    year = int(hit["en_y"] or hit["year"])
    if not _is_calendar_day(year, month.number, day):
        return None
    if day is None:
        return DateMatch(month.start, hit.end(), year, month.number, style="month-year")
    weekday = weekday_before(text, month.start, bounds[0])
    return _complete(text, (month.start, hit.end()), (year, month.number, day, "english"), weekday, bounds[1])


def _read_clock(text: str, hit: re.Match[str], bounds: tuple[int, int]) -> DateMatch | None:
    """Read a clock time that no date precedes: ``pukul 07.55``, ``21:15``, ``21.30 WIB``."""
    tail = ZONE_TAIL.match(text, hit.end(), bounds[1])
    half, zone = (tail["half"], tail["zone"]) if tail else (None, None)
    hour = hour_of_day(int(hit["num_d"]), half)
    before = text[max(bounds[0], hit.start() - 8) : hit.start()]
    colon = hit[0][len(hit["num_d"])] == ":" and len(hit["num_d"]) == 2  # noqa: PLR2004 - 21:15, not a score of 2:15
    if hour is None or not (zone or half or colon or _CLOCK_BEFORE.search(before)):
        return None
    end = tail.end() if tail else hit.end()
    return DateMatch(hit.start(), end, hour=hour, minute=int(hit["min"]), zone=zone_offset(zone), style="clock")
