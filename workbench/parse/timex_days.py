"""Rules for days, months, parts of the day and clock times: ``pada Rabu``, ``September lalu``, ``kemarin malam``."""

import re
from functools import partial
from typing import Final

from workbench.parse.calendar import DateMatch
from workbench.parse.calendar_names import MONTHS, WEEKDAYS
from workbench.parse.timex_parts import PART, read_clock
from workbench.parse.timex_scan import Reading, Scan, Value, fixed
from workbench.parse.timex_value import (
    Direction,
    Setting,
    at_unit,
    day_of_month_value,
    month_day_value,
    month_value,
    shifted,
    weekday_value,
)
from workbench.parse.timex_words import DAY_PARTS, DAY_SHIFTS, REFERENCES, SEASONS, VAGUE_SPANS

_TAIL: Final = re.compile(
    r" (?:(?:yang )?(?:lalu|silam|akan datang)|kemarin|ini|itu|tadi|mendatang|depan|nanti|besok)\b"
)
_YEAR_TAIL: Final = re.compile(r" tahun (?:(?P<rel>lalu|silam|ini|depan)|(?P<year>(?:19|20)[0-9]{2}))\b(?: lalu| ini)?")
_WEEK_TAIL: Final = re.compile(r" (?:pekan|minggu) (?P<rel>lalu|ini|depan)\b")
#: ``Minggu lalu`` that opens a sentence is last week, not last Sunday.
_WEEK_AHEAD: Final = re.compile(r" (?:lalu|ini|depan|mendatang)\b")
_SHIFTS: Final = {"lalu": -1, "silam": -1, "ini": 0, "depan": 1}
#: Words before a bare month that show it to be one (``Mei`` and ``Maret`` are names, too).
_BEFORE_MONTH: Final = frozenset(
    {"pada", "bulan", "sejak", "hingga", "sampai", "akhir", "awal", "pertengahan", "penghujung", "medio", "dari"}
    | {"antara", "selama", "di", "mulai", "untuk", "dan", "atau", "setiap", "tiap", "per", "ke", "menjelang"}
)
#: Words before a month that is still to come: oil ``untuk pengiriman Januari``.
_BEFORE_COMING_MONTH: Final = frozenset({"untuk", "pengiriman", "pengantaran", "menjelang", "jelang"})
#: Months whose names are no persons' names.
_PLAIN_MONTHS: Final = frozenset(
    {"januari", "februari", "pebruari", "agustus", "september", "oktober", "november", "nopember", "desember"}
)
_MONTH_RANGE: Final = re.compile(rf"(?:[-\u2013]| ?hingga | ?sampai )(?:{'|'.join(sorted(MONTHS, reverse=True))})\b")
_MONTH_RANGE_BEFORE: Final = re.compile(rf"\b(?:{'|'.join(sorted(MONTHS, reverse=True))})[-\u2013]\Z")
_FIXED_WORD: Final = re.compile("|".join(sorted((*REFERENCES, *VAGUE_SPANS), key=len, reverse=True)))
_SHIFT_WORD: Final = re.compile("|".join(sorted(DAY_SHIFTS, key=len, reverse=True)))
_NEXT_DAY: Final = re.compile(r"keesokan (?:hari|pagi|malam)(?:nya)?\b")


def read_absolute(scan: Scan, found: DateMatch) -> Reading | None:
    """Read a date or clock time that the calendar recogniser found, with the words that belong to it."""
    start, end = found.start, found.end
    if found.style == "clock":
        return read_clock(scan, found)
    if found.weekday is not None:
        start = scan.back_over_any(start, ("hari",))
    start = scan.back_over_any(start, ("tanggal", "bulan") if found.weekday is None else ())
    start = scan.with_modifiers(start)
    direction: Direction = scan.direction(found.start, end) if found.year is None else "near"
    year = _YEAR_TAIL.match(scan.folded, end, scan.stop) if found.year is None else None
    tail = year or _TAIL.match(scan.folded, end, scan.stop)
    value = partial(_absolute_value, found, direction, _years(year))
    stop = tail.end() if tail else end
    part = PART.search(scan.folded, found.start, end) if found.weekday is not None else None
    if found.hour is not None:
        return Reading(start, stop, "TIME", f"timex-{found.style}", value)
    if part:
        value = partial(_with_part, value, DAY_PARTS[part["part"]])
        return Reading(start, stop, "TIME", f"timex-{found.style}-part", value)
    return Reading(start, stop, "DATE", f"timex-{found.style}", value, "day" if found.day else "other")


def _with_part(value: Value, part: str, setting: Setting) -> str:
    return f"{value(setting)}T{part}"


def _years(tail: re.Match[str] | None) -> int | None:
    if tail is None:
        return None
    return int(tail["year"]) if tail["year"] else _SHIFTS[tail["rel"]]


def _absolute_value(found: DateMatch, direction: Direction, years: int | None, setting: Setting) -> str:
    if found.month is None or found.day is None:
        return _month_or_weekday(found, direction, setting)
    if found.year is not None:
        day = f"{found.year:04d}-{found.month:02d}-{found.day:02d}"
    elif years is not None and years > 1:
        day = f"{years:04d}-{found.month:02d}-{found.day:02d}"
    else:
        day = month_day_value(setting, found.month, found.day, direction, years)
    return day if found.hour is None else f"{day}T{found.hour:02d}:{found.minute or 0:02d}"


def _month_or_weekday(found: DateMatch, direction: Direction, setting: Setting) -> str:
    if found.month is not None:
        return f"{found.year:04d}-{found.month:02d}" if found.year else month_value(setting, found.month, direction)
    return day_of_month_value(setting, found.day or 1, direction)


def read_weekday(scan: Scan, start: int, end: int) -> list[Reading]:
    """Read a bare weekday; ``minggu`` in lower case is a week unless ``hari`` stands before it."""
    previous = scan.word_before(start)
    if not scan.is_word(start, end) or not (scan.text[start].isupper() or previous == "hari"):
        return []
    number = WEEKDAYS[scan.folded[start:end]]
    opens = previous[-1:] in {"", ".", "!", "?", '"', "\u201d"}
    if scan.folded[start:end] == "minggu" and opens and _WEEK_AHEAD.match(scan.folded, end, scan.stop):
        return []
    if previous in {"setiap", "tiap"}:
        value = partial(fixed, f"XXXX-WXX-{number + 1}")
        return [Reading(scan.back_over(start, 1), end, "SET", "timex-weekday-set", value)]
    week = _WEEK_TAIL.match(scan.folded, end, scan.stop)
    tail = week or _TAIL.match(scan.folded, end, scan.stop)
    weeks = _SHIFTS[week["rel"]] if week else None
    value = partial(_weekday_value, number, scan.direction(start, end), weeks)
    if previous == "malam":
        eve = partial(_eve, (number - 1) % 7, scan.direction(start, end), weeks)
        return [Reading(scan.back_over(start, 1), tail.end() if tail else end, "TIME", "timex-eve", eve)]
    first = scan.back_over(start, 1) if previous == "hari" else start
    return [Reading(first, tail.end() if tail else end, "DATE", "timex-weekday", value, "day")]


def _weekday_value(number: int, direction: Direction, weeks: int | None, setting: Setting) -> str:
    return weekday_value(setting, number, direction, weeks)


def _eve(number: int, direction: Direction, weeks: int | None, setting: Setting) -> str:
    """Return the night before a weekday: ``malam Minggu`` is Saturday night."""
    return (weekday_value(setting, number, direction, weeks) if setting.anchor else at_unit(None, "D")) + "TNI"


def read_month(scan: Scan, start: int, end: int) -> list[Reading]:
    """Read a bare month where the words around it show that it is one."""
    previous = scan.word_before(start)
    if not scan.is_word(start, end) or not (scan.text[start].isupper() or previous == "bulan"):
        return []
    year = _YEAR_TAIL.match(scan.folded, end, scan.stop)
    tail = year or _TAIL.match(scan.folded, end, scan.stop)
    is_plain = scan.folded[start:end] in _PLAIN_MONTHS and not _in_name(scan, start)
    if not (tail or is_plain or previous in _BEFORE_MONTH or _in_month_range(scan, start, end)):
        return []
    number = MONTHS[scan.folded[start:end]]
    first = scan.with_modifiers(scan.back_over(start, 1) if previous == "bulan" else start)
    direction = scan.direction(start, end)
    if direction == "near" and previous in _BEFORE_COMING_MONTH:
        direction = "ahead"
    value = partial(_month_value, number, direction, _years(year))
    return [Reading(first, tail.end() if tail else end, "DATE", "timex-month", value)]


def _in_name(scan: Scan, start: int) -> bool:
    """Say whether the word before is capitalised, as in ``Black September``."""
    previous = scan.word_before(start)
    return scan.text[start - 1 - len(previous) : start - 1][:1].isupper()


def _in_month_range(scan: Scan, start: int, end: int) -> bool:
    """Say whether a month begins or ends a range: ``Maret-April``, ``Mei hingga Juli``."""
    before = scan.folded[max(scan.floor, start - 12) : start]
    return bool(_MONTH_RANGE.match(scan.folded, end, scan.stop) or _MONTH_RANGE_BEFORE.search(before))


def _month_value(number: int, direction: Direction, years: int | None, setting: Setting) -> str:
    if years is not None and years > 1:
        return f"{years:04d}-{number:02d}"
    return month_value(setting, number, direction, years)


def read_word(scan: Scan, start: int, _end: int) -> list[Reading]:
    """Read words that stand for a time by themselves: ``saat ini``, ``kini``, ``dulu``, ``sejenak``."""
    hit = _FIXED_WORD.match(scan.folded, start, scan.stop)
    if hit is None or not scan.is_word(start, hit.end()) or scan.word_before(start) in {"terlebih", "lebih"}:
        return []
    if hit[0] in VAGUE_SPANS:
        value = partial(fixed, VAGUE_SPANS[hit[0]])
        return [Reading(start, hit.end(), "DURATION", "timex-vague-duration", value)]
    return [Reading(start, hit.end(), "DATE", "timex-reference", partial(fixed, REFERENCES[hit[0]]))]


def read_day_shift(scan: Scan, start: int, _end: int) -> list[Reading]:
    """Read ``kemarin``, ``besok``, ``lusa``, ``hari ini`` and ``keesokan harinya``."""
    later = _NEXT_DAY.match(scan.folded, start, scan.stop)
    if later:
        return [Reading(start, later.end(), "DATE", "timex-next-day", _next_day, "day")]
    hit = _SHIFT_WORD.match(scan.folded, start, scan.stop)
    if hit is None or not scan.is_word(start, hit.end()):
        return []
    value = partial(_day_shift, DAY_SHIFTS[hit[0]])
    return [Reading(start, hit.end(), "DATE", "timex-day-shift", value, "day")]


def _next_day(setting: Setting) -> str:
    return at_unit(shifted(setting.told, "D", 1), "D")


def _day_shift(shift: int, setting: Setting) -> str:
    return at_unit(shifted(setting.anchor, "D", shift), "D")


_DAY_OF_MONTH: Final = re.compile(r" (?P<day>[12]?[0-9]|3[01])(?![0-9/]|[.,][0-9]|-[0-9])")


def read_day_of_month(scan: Scan, start: int, end: int) -> list[Reading]:
    """Read ``tanggal 24`` and ``tanggal 24 kemarin``; with a month it is an absolute date."""
    hit = _DAY_OF_MONTH.match(scan.folded, end, scan.stop) if scan.is_word(start, end) else None
    if hit is None:
        return []
    tail = _TAIL.match(scan.folded, hit.end(), scan.stop)
    value = partial(_day_of_month, int(hit["day"]), scan.direction(start, hit.end()))
    return [Reading(start, tail.end() if tail else hit.end(), "DATE", "timex-day-of-month", value, "day")]


def _day_of_month(day: int, direction: Direction, setting: Setting) -> str:
    return day_of_month_value(setting, day, direction) if day else "XXXX-XX-XX"


_SEASON: Final = re.compile(
    rf" (?P<season>{'|'.join(SEASONS)})\b(?: (?:tahun )?(?:(?P<rel>lalu|ini|depan)|(?P<year>(?:19|20)[0-9]{{2}}))\b)?"
)


def read_season(scan: Scan, start: int, end: int) -> list[Reading]:
    """Read ``musim dingin``, ``musim panas 2022``, ``musim semi lalu``."""
    hit = _SEASON.match(scan.folded, end, scan.stop) if scan.is_word(start, end) else None
    if hit is None:
        return []
    value = partial(_season_value, SEASONS[hit["season"]], hit["year"], _SHIFTS.get(hit["rel"] or "ini", 0))
    return [Reading(scan.with_modifiers(start), hit.end(), "DATE", "timex-season", value)]


def _season_value(season: str, year: str | None, shift: int, setting: Setting) -> str:
    return f"{year or at_unit(shifted(setting.anchor, 'Y', shift), 'Y')}-{season}"
