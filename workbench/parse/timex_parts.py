"""Rules for clock times and parts of the day: ``pukul 9 malam``, ``tadi malam``, ``pagi ini``."""

import re
from functools import partial
from typing import Final

from workbench.parse.calendar import DateMatch
from workbench.parse.timex_scan import Reading, Scan
from workbench.parse.timex_value import Setting, at_unit, shifted
from workbench.parse.timex_words import DAY_PARTS

PART: Final = re.compile(rf" (?P<part>{'|'.join(DAY_PARTS)})(?: hari)?(?: (?:itu|ini|tadi|nanti))?(?![a-z-])")
_PART_TAIL: Final = re.compile(r"(?P<hari> hari)?(?: (?P<rel>itu|ini|tadi|nanti|kemarin|besok))?(?![a-z-])")
_CLOCK_TAIL: Final = re.compile(r" (?P<rel>tadi|kemarin|besok|nanti)\b")
_PART_SHIFT: Final = {"kemarin": -1, "besok": 1}
_BEFORE_PART: Final = frozenset({"pada", "sejak", "hingga", "sampai", "saat", "waktu", "di", "menjelang"})
_HOUR: Final = re.compile(r" (?P<h>[01]?[0-9]|2[0-4])(?![0-9]|[.:,][0-9])(?: (?P<zone>wib|wita|wit)\b)?")
_NOON: Final = 12


def read_clock(scan: Scan, found: DateMatch) -> Reading | None:
    """Read a clock time that the calendar recogniser found, where ``pukul`` or a zone shows that it is one."""
    start = scan.back_over_any(found.start, ("pukul", "jam", "pk", "pkl"))
    if start == found.start and found.zone is None:
        return None
    part = PART.match(scan.folded, found.end, scan.stop)
    tail = None if part else _CLOCK_TAIL.match(scan.folded, found.end, scan.stop)
    hour = _in_part(found.hour or 0, part)
    shift = _PART_SHIFT.get(tail["rel"], 0) if tail else None
    value = partial(_clock_value, hour, found.minute or 0, shift)
    end = part.end() if part else tail.end() if tail else found.end
    return Reading(scan.with_modifiers(start), end, "TIME", "timex-clock", value, "clock")


def _in_part(hour: int, part: re.Match[str] | None) -> int:
    """Return the hour of the day where the words say which half: ``pukul 9 malam`` is 21."""
    is_late = part is not None and DAY_PARTS[part["part"]] in {"AF", "EV", "NI"} and hour < _NOON
    is_before_noon = part is not None and part["part"] == "siang" and hour == _NOON - 1
    return hour + _NOON if is_late and not is_before_noon else hour


def _clock_value(hour: int, minute: int, shift: int | None, setting: Setting) -> str:
    day = setting.told if shift is None else shifted(setting.anchor, "D", shift)
    return f"{at_unit(day, 'D')}T{hour:02d}:{minute:02d}"


def read_hour(scan: Scan, start: int, end: int) -> list[Reading]:
    """Read an hour without minutes: ``pukul 9 malam``, ``jam 10 WIB``."""
    hit = _HOUR.match(scan.folded, end, scan.stop) if scan.is_word(start, end) else None
    if hit is None:
        return []
    part = PART.match(scan.folded, hit.end(), scan.stop)
    if scan.folded.startswith("jam", start) and not (part or hit["zone"]):
        return []
    value = partial(_clock_value, _in_part(int(hit["h"]), part), 0, None)
    stop = part.end() if part else hit.end()
    return [Reading(scan.with_modifiers(start), stop, "TIME", "timex-hour", value, "clock")]


def read_day_part(scan: Scan, start: int, end: int) -> list[Reading]:
    """Read a part of the day: ``pagi ini``, ``tadi malam``, ``sore kemarin``, ``pada malam hari``."""
    previous = scan.word_before(start)
    name = scan.folded[start:end]
    if not scan.is_word(start, end):
        return []
    tail = _PART_TAIL.match(scan.folded, end, scan.stop)
    rel = tail["rel"] if tail else None
    stop = tail.end() if tail else end
    if previous in {"tadi", "nanti"}:
        shift = -1 if (previous, name) == ("tadi", "malam") else 0
        return [
            Reading(
                scan.back_over(start, 1), stop, "TIME", "timex-day-part", partial(_part_value, shift, DAY_PARTS[name])
            )
        ]
    if rel == "itu":
        return [Reading(start, stop, "TIME", "timex-day-part", partial(_told_part, DAY_PARTS[name]), "part")]
    if rel or (tail and tail["hari"]) or previous in _BEFORE_PART:
        value = partial(_part_value, _PART_SHIFT.get(rel or "", 0), DAY_PARTS[name])
        return [Reading(start, stop, "TIME", "timex-day-part", value, "part")]
    return [Reading(start, end, "TIME", "timex-day-part", partial(_part_value, 0, DAY_PARTS[name]), "part")]


def read_last_night(scan: Scan, start: int, end: int) -> list[Reading]:
    """Read ``semalam``."""
    if not scan.is_word(start, end):
        return []
    return [Reading(start, end, "TIME", "timex-last-night", partial(_part_value, -1, "NI"))]


def _part_value(shift: int, part: str, setting: Setting) -> str:
    return f"{at_unit(shifted(setting.anchor, 'D', shift), 'D')}T{part}"


def _told_part(part: str, setting: Setting) -> str:
    return f"{at_unit(setting.told, 'D')}T{part}"
