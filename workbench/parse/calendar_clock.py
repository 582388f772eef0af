"""Clock times after a date or by themselves, with the zone that the page prints."""

import re
from typing import Final

import msgspec

from workbench.parse.calendar_names import ZONES

#: White space inside a line.
GAP: Final = r"[^\S\n]"
_NOON: Final = 12
_DAY: Final = 24
_EASTMOST: Final = 14
_ZONE: Final = rf"(?:{GAP}?\(?(?P<zone>(?i:WITA|WIB|WIT)|(?:GMT|UTC){GAP}?[+-]{GAP}?[0-9]{{1,2}}|GMT|UTC)(?![^\W_]))?"
_CLOCK_TAIL: Final = re.compile(
    rf"""
    (?:T | (?:{GAP}|[,|/(\-\u2013\u2014\u2022\u00b7@]|(?:[Pp]ukul|[Jj]am|[Pp]kl?\.?|at)(?={GAP})){{0,6}})
    (?P<h>[0-9]{{1,2}})[:.](?P<min>[0-5][0-9])(?:[:.][0-5][0-9](?:\.[0-9]+)?)?(?![0-9]|[.,][0-9])
    (?:{GAP}?(?P<half>[AaPp][Mm])\b)?
    (?:(?P<offset>{GAP}?[+-][0-9]{{2}}:?[0-9]{{2}}|Z)(?![^\W_]))?
    {_ZONE}
    """,
    re.VERBOSE,
)
#: What may follow a clock time that stands by itself; matches everywhere, if only nothing.
ZONE_TAIL: Final = re.compile(rf"(?:{GAP}?(?P<half>[AaPp][Mm])\b)?" + _ZONE)


class Clock(msgspec.Struct, frozen=True, gc=False):
    """A clock time and where it ends; `zone` as an offset from UTC, None where the page prints none."""

    end: int
    hour: int
    minute: int
    zone: str | None


def clock_after(text: str, end: int, stop: int) -> Clock | None:
    """Return the clock time that follows a date ending at `end` (`` - 05:45 WIB``, ``, pukul 21.30``), or None."""
    tail = _CLOCK_TAIL.match(text, end, stop)
    hour = hour_of_day(int(tail["h"]), tail["half"]) if tail else None
    if tail is None or hour is None:
        return None
    return Clock(tail.end(), hour, int(tail["min"]), _offset(tail["offset"]) or zone_offset(tail["zone"]))


def hour_of_day(printed: int, half: str | None) -> int | None:
    """Return the hour from 0 to 23, or None where `printed` (with ``AM`` or ``PM``) is none."""
    if not half:
        return printed if printed < _DAY else None
    if not 0 < printed <= _NOON:
        return None
    return printed % _NOON + (_NOON if half.lower() == "pm" else 0)


def zone_offset(printed: str | None) -> str | None:
    """Return the offset from UTC of a zone as printed, or None where there is none or no such zone.

    Examples
    --------
    >>> zone_offset("Wita"), zone_offset("GMT+3"), zone_offset("GMT"), zone_offset(None)
    ('+08:00', '+03:00', '+00:00', None)
    """
    if not printed:
        return None
    folded = printed.lower()
    hours = ZONES.get(folded)
    if hours is None:
        digits = re.sub(r"[^0-9+-]", "", folded)
        hours = int(digits) if digits else 0
    return f"{'-' if hours < 0 else '+'}{abs(hours):02d}:00" if abs(hours) <= _EASTMOST else None


def _offset(printed: str | None) -> str | None:
    if not printed:
        return None
    digits = printed.strip()
    return "+00:00" if digits == "Z" else f"{digits[:3]}:{digits[-2:]}"
