"""Expressions of time in article text, as TIMEX3: dates, clock times, durations and sets."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import Final

import msgspec

from workbench.parse.calendar import find_dates
from workbench.parse.calendar_names import MONTHS
from workbench.parse.fold import fold
from workbench.parse.tense import is_aside
from workbench.parse.timex_amounts import read_one_unit, read_repeated_unit, read_unit
from workbench.parse.timex_days import (
    read_absolute,
    read_day_of_month,
    read_day_shift,
    read_month,
    read_season,
    read_weekday,
    read_word,
)
from workbench.parse.timex_parts import read_day_part, read_hour, read_last_night
from workbench.parse.timex_scan import Grain, Reading, Scan, Value
from workbench.parse.timex_triggers import TriggerPattern, Triggers
from workbench.parse.timex_value import Setting, day_in
from workbench.parse.timex_words import DAY_PARTS, UNITS
from workbench.parse.timex_years import read_bare_year
from workbench.record import TimeExpression
from workbench.span import Span

_Reader = Callable[[Scan, int, int], list[Reading]]

_INDONESIAN_MONTHS: Final = [name for name in MONTHS if len(name) > 4 or name in {"mei", "juni", "juli"}]  # noqa: PLR2004
_INDONESIAN_DAYS: Final = ["senin", "selasa", "rabu", "kamis", "jumat", "jum'at", "sabtu", "ahad"]

_WORD_TRIGGERS: Final = (
    *("saat", "sekarang", "dewasa", "masa", "zaman", "kini", "waktu", "kala", "dulu", "dahulu", "baru-baru"),
    *("akhir-akhir", "belakangan", "beberapa saat", "beberapa waktu", "sejenak", "sebentar", "sementara waktu"),
)

#: Which rules a word wakes, in this order; the first that reads something wins.
_READERS: Final[dict[str, tuple[_Reader, ...]]] = {
    **dict.fromkeys(UNITS, (read_unit,)),
    **dict.fromkeys((f"se{unit}" for unit in UNITS), (read_one_unit,)),
    **dict.fromkeys((f"ber{unit}" for unit in UNITS), (read_repeated_unit,)),
    **dict.fromkeys(_INDONESIAN_DAYS, (read_weekday,)),
    **dict.fromkeys(_INDONESIAN_MONTHS, (read_month,)),
    **dict.fromkeys(DAY_PARTS, (read_day_part,)),
    **dict.fromkeys(("kemarin", "besok", "esok", "lusa", "keesokan"), (read_day_shift,)),
    **dict.fromkeys(_WORD_TRIGGERS, (read_word,)),
    "hari": (read_day_shift, read_unit),
    "jam": (read_hour, read_unit),
    "pukul": (read_hour,),
    "minggu": (read_weekday, read_unit),
    "tanggal": (read_day_of_month,),
    "musim": (read_season,),
    "semalam": (read_last_night,),
}
_AMBIGUOUS_PARTS: Final = frozenset(name for name in DAY_PARTS if " " not in name)
_TRIGGERS: Final = TriggerPattern(_READERS)


def may_tell_time(run: str) -> bool:
    """Say whether an expression of time can begin in `run`, folded characters without blanks.

    Examples
    --------
    >>> [may_tell_time(run) for run in ("kemarin,", "(12/3)", "menteri")]
    [True, True, False]
    """
    return _TRIGGERS.may_begin(run)


def time_expressions(text: str, zone: Sequence[Span], anchor: date | None) -> tuple[TimeExpression, ...]:
    """Find the expressions of time in `zone` and work out their values.

    Parameters
    ----------
    text
        The page's text.
    zone
        Lines or sentences of article text, in text order; no expression crosses from one to another.
    anchor
        Day of publication; without it relative expressions keep an unknown part (``XXXX-09``).

    Returns
    -------
    expressions
        In text order, not overlapping; `value` as in TimeML TIMEX3.

    References
    ----------
    TimeML 1.2.1; for Indonesian, Mirza (2015), Recognizing and Normalizing Temporal Expressions in Indonesian Texts.
    """
    folded = fold(text)
    found: list[TimeExpression] = []
    setting = Setting(anchor)
    for triggers in _TRIGGERS.find(folded, zone):
        scan = Scan(text, folded, triggers.span.start, triggers.span.end)
        readings = _readings(scan, triggers)
        for reading in _settled(scan, readings):
            value = reading.value(setting)
            day = day_in(value)
            if day is not None and reading.type in {"DATE", "TIME"}:
                is_report = is_aside(text, reading.start, scan.floor)
                setting = setting.reported_on(day) if is_report else setting.after(day)
            found.append(TimeExpression(reading.start, reading.end, type=reading.type, value=value, rule=reading.rule))
    return tuple(found)


def _readings(scan: Scan, triggers: Triggers) -> list[Reading]:
    readings = list(_numeric(scan, triggers)) if triggers.has_number else []
    for start, word in triggers.words:
        readings += _woken(scan, word, start)
    return readings


def _numeric(scan: Scan, triggers: Triggers) -> Iterator[Reading]:
    """Read absolute dates, clock times and bare years."""
    for found in find_dates(scan.text, triggers.span):
        reading = read_absolute(scan, found)
        if reading is not None:
            yield reading
    for start in triggers.years:
        year = read_bare_year(scan, start, start + len("2022"))
        if year is not None:
            yield year


def _woken(scan: Scan, word: str, start: int) -> list[Reading]:
    for reader in _READERS[word]:
        readings = reader(scan, start, start + len(word))
        if readings:
            return readings
    return []


def _settled(scan: Scan, readings: Sequence[Reading]) -> Iterable[Reading]:
    """Return the readings that stand, joined where they make one expression; most stretches hold one or none."""
    if len(readings) > 1:
        return _joined(scan, _first_longest(readings))
    return _standing(scan, readings[0]) if readings else ()


def _first_longest(readings: Iterable[Reading]) -> Iterator[Reading]:
    """Keep the earliest and longest of readings that overlap."""
    reached = -1
    for reading in sorted(readings, key=lambda r: (r.start, -r.end)):
        if reading.start >= reached:
            reached = reading.end
            yield reading


def _joined(scan: Scan, readings: Iterable[Reading]) -> Iterator[Reading]:
    """Join a day with the part of the day and the clock time that follow it: ``Kamis malam``, ``Rabu pukul 10.00``."""
    held: Reading | None = None
    for reading in readings:
        joined = _join(scan, held, reading) if held else None
        if held and held.grain == "clock" and reading.grain == "day":
            held = _on_day(scan, held, reading)
        if held and not joined:
            yield from _standing(scan, held)
        held = joined or reading
    if held:
        yield from _standing(scan, held)


def _join(scan: Scan, first: Reading, second: Reading) -> Reading | None:
    between = scan.folded[first.end : second.start]
    pair = (first.grain, second.grain)
    if between == " (" and pair == ("day", "day") and scan.folded[second.end : second.end + 1] == ")":
        return Reading(first.start, second.end + 1, "DATE", second.rule, second.value, "day")
    if between != " ":
        return None
    if pair not in {("day", "part"), ("day", "clock"), ("part", "clock")}:
        return None
    grain: Grain = "other" if second.grain == "clock" else "part"
    value = partial(_both, first.value, second.value)
    return Reading(first.start, second.end, "TIME", f"{first.rule}-{second.grain}", value, grain)


def _on_day(scan: Scan, clock: Reading, day: Reading) -> Reading:
    """Let a clock time be one of the day that follows it: ``pukul 07.55 WIB, Jumat (5/12/2014)``."""
    if scan.folded[clock.end : day.start] not in {" ", ", "}:
        return clock
    return msgspec.structs.replace(clock, value=partial(_both, day.value, clock.value))


def _both(day: Value, time: Value, setting: Setting) -> str:
    first = day(setting)
    anchor = day_in(first)
    later = time(Setting(anchor))
    return first.partition("T")[0] + "T" + later.partition("T")[2]


def _standing(scan: Scan, reading: Reading) -> Iterator[Reading]:
    """Let a bare part of the day stand only where the words show that it is one: not ``makan malam``."""
    is_bare = reading.rule == "timex-day-part" and scan.folded[reading.start : reading.end] in _AMBIGUOUS_PARTS
    if not is_bare or scan.word_before(reading.start) in {"pada", "sejak", "hingga", "sampai", "menjelang"}:
        yield reading
