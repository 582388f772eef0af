"""Values of time expressions, as TIMEX3 writes them, from the words and the day they are counted from."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final, Literal

import msgspec

#: Before the anchor, the latest up to it, on or after it, after it.
Direction = Literal["past", "near", "ahead", "future"]

#: What stands for a part that nothing in the text gives.
_UNKNOWN: Final[dict[str, str]] = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "H": "XXXX-HX",
    "Y": "XXXX",
    "DE": "XXX",
    "CE": "XX",
}
_MONTHS: Final = 12
_WEEK: Final = 7


class Setting(msgspec.Struct, frozen=True):
    """What an expression is counted from.

    Parameters
    ----------
    anchor
        Day of publication, or None.
    last
        The day told last in the text, or None; ``hari itu`` and ``sebulan kemudian`` count from it.
    recent
        Days told before that lie within a week of the anchor, latest told first; a bare weekday means one of them
        where it can.
    """

    anchor: date | None
    last: date | None = None
    recent: tuple[date, ...] = ()

    def after(self, day: date) -> "Setting":
        """Return the setting for what follows once `day` was told."""
        return Setting(self.anchor, day, self._recent_with(day))

    def reported_on(self, day: date) -> "Setting":
        """Return the setting once `day` was told as the day of a statement: the story stays where it is."""
        return Setting(self.anchor, self.last, self._recent_with(day))

    def _recent_with(self, day: date) -> tuple[date, ...]:
        is_near = self.anchor is not None and abs((day - self.anchor).days) <= _WEEK
        return (day, *(other for other in self.recent if other != day)) if is_near else self.recent

    @property
    def told(self) -> date | None:
        """The day told last, or else the day of publication."""
        return self.last or self.anchor


def at_unit(day: date | None, unit: str) -> str:
    """Return `day` at the grain of `unit`.

    Examples
    --------
    >>> [at_unit(date(2022, 3, 12), unit) for unit in ("D", "W", "M", "Q", "Y", "DE", "CE")]
    ['2022-03-12', '2022-W10', '2022-03', '2022-Q1', '2022', '202', '20']
    >>> at_unit(None, "M")
    'XXXX-XX'
    """
    if day is None:
        return _UNKNOWN.get(unit, _UNKNOWN["D"])
    form = _FORMS.get(unit)
    return form(day) if form else day.isoformat()


def _week(day: date) -> str:
    week = day.isocalendar()
    return f"{week.year:04d}-W{week.week:02d}"


_FORMS: Final[dict[str, Callable[[date], str]]] = {
    "W": _week,
    "M": lambda day: f"{day.year:04d}-{day.month:02d}",
    "Q": lambda day: f"{day.year:04d}-Q{(day.month + 2) // 3}",
    "H": lambda day: f"{day.year:04d}-H{(day.month + 5) // 6}",
    "Y": lambda day: f"{day.year:04d}",
    "DE": lambda day: f"{day.year:04d}"[:3],
    "CE": lambda day: f"{day.year:04d}"[:2],
}


def shifted(day: date | None, unit: str, number: float) -> date | None:
    """Return the day `number` units after `day` (before it where negative), or None beyond the calendar."""
    if day is None:
        return None
    try:
        if unit in {"D", "W"}:
            return day + timedelta(days=round(number * (_WEEK if unit == "W" else 1)))
        if unit.startswith("T"):
            return day
        months = {"M": 1, "Q": 3, "H": 6, "Y": 12, "DE": 120, "CE": 1200}[unit]
        return _add_months(day, round(number * months))
    except (OverflowError, ValueError):
        return None


def _add_months(day: date, months: int) -> date:
    count = day.year * _MONTHS + day.month - 1 + months
    year, month = divmod(count, _MONTHS)
    next_month = date(year + (month == _MONTHS - 1), (month + 1) % _MONTHS + 1, 1)
    return date(year, month + 1, min(day.day, (next_month - timedelta(days=1)).day))


def weekday_value(setting: Setting, weekday: int, direction: Direction, weeks: int | None = None) -> str:
    """Return the day of a bare weekday: one told before, else the latest up to the anchor or the next one ahead.

    Parameters
    ----------
    setting
        What it is counted from.
    weekday
        0 is Monday.
    direction
        ``future`` for the first such day after the anchor, ``ahead`` for the first from the anchor on, ``past`` for
        the last before it.
    weeks
        Weeks from the anchor's own (``Jumat pekan lalu`` is -1), or None where no week is named.
    """
    anchor = setting.anchor
    if anchor is None:
        return f"XXXX-WXX-{weekday + 1}"
    if weeks is not None:
        monday = anchor - timedelta(days=anchor.weekday())
        return at_unit(shifted(monday, "D", weekday + _WEEK * weeks), "D")
    told = next((day for day in setting.recent if day.weekday() == weekday), None)
    if direction == "near" and told is not None:
        return told.isoformat()
    back = (anchor.weekday() - weekday) % _WEEK
    if direction == "future" or (direction == "ahead" and back):
        return at_unit(shifted(anchor, "D", _WEEK - back), "D")
    return at_unit(shifted(anchor, "D", -(back or _WEEK) if direction == "past" else -back), "D")


def month_value(setting: Setting, month: int, direction: Direction, years: int | None = None) -> str:
    """Return a bare month's value: the latest up to the anchor's, or the next one where the words look ahead."""
    anchor = setting.anchor
    if anchor is None:
        return f"XXXX-{month:02d}"
    if years is not None:
        return f"{anchor.year + years:04d}-{month:02d}"
    if direction in {"ahead", "future"}:
        is_over = month < anchor.month or (month == anchor.month and direction == "future")
        return f"{anchor.year + is_over:04d}-{month:02d}"
    is_later = month >= anchor.month if direction == "past" else month > anchor.month
    return f"{anchor.year - is_later:04d}-{month:02d}"


def month_day_value(setting: Setting, month: int, day: int, direction: Direction, years: int | None = None) -> str:
    """Return the value of a day and month without a year: the nearest such day, or the next or last one."""
    anchor = setting.anchor
    if anchor is None:
        return f"XXXX-{month:02d}-{day:02d}"
    if years is not None:
        return f"{anchor.year + years:04d}-{month:02d}-{day:02d}"
    options = [option for year in (-1, 0, 1) if (option := _day_or_none(anchor.year + year, month, day))]
    if direction in {"ahead", "future"}:
        options = [option for option in options if option >= anchor]
    if direction == "past":
        options = [option for option in options if option <= anchor]
    if not options:
        return f"XXXX-{month:02d}-{day:02d}"
    return min(options, key=lambda option: abs(option - anchor)).isoformat()


def day_of_month_value(setting: Setting, day: int, direction: Direction) -> str:
    """Return the value of a bare ``tanggal 24``: in the anchor's month, or the nearest month on the right side."""
    anchor = setting.anchor
    if anchor is None:
        return f"XXXX-XX-{day:02d}"
    month = anchor.replace(day=1)
    is_ahead = direction in {"ahead", "future"}
    if is_ahead and day < anchor.day:
        month = _add_months(month, 1)
    if not is_ahead and day > anchor.day:
        month = _add_months(month, -1)
    found = _day_or_none(month.year, month.month, day)
    return found.isoformat() if found else f"XXXX-XX-{day:02d}"


def _day_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_in(value: str) -> date | None:
    """Return the day that a value names, whatever clock time follows, or None."""
    if value[4:5] != "-":
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None
