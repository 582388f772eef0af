"""Rules for units of time: ``tiga dekade``, ``27 tahun terakhir``, ``pekan lalu``, ``setiap hari``, ``tahun 2014``."""

import re
from datetime import timedelta
from functools import partial
from typing import Final

from workbench.parse.timex_scan import Grain, Reading, Scan, fixed
from workbench.parse.timex_value import Setting, at_unit, shifted
from workbench.parse.timex_words import UNITS, Amount, amount_before, duration

_AFTER_AMOUNT: Final = re.compile(
    r" (?:(?P<span>terakhir|belakangan(?: ini)?|ke depan|mendatang|pertama)"
    r"|(?P<past>(?:yang )?lalu|silam)|(?P<before>sebelumnya)"
    r"|(?P<after>kemudian|setelahnya|sesudahnya|berikutnya|berselang)"
    r"|(?P<ahead>lagi|nanti|(?:yang )?akan datang))\b"
)
_AFTER_UNIT: Final = re.compile(
    r" (?:(?P<this>ini)|(?P<past>(?:yang )?lalu|silam|kemarin)|(?P<next>depan|mendatang|(?:yang )?akan datang)"
    r"|(?P<before>sebelumnya)|(?P<after>berikutnya|selanjutnya)|(?P<that>itu|yang sama))\b"
)
_AFTER_YEAR: Final = re.compile(r" (?:yang )?(?:lalu|silam|ini|itu|mendatang|depan|nanti)\b")
_YEAR_NUMBER: Final = re.compile(
    r" (?P<year>[12]?[0-9]{3})(?P<decade>-an)?(?![0-9a-z]|[.,][0-9])| '?(?P<short>[1-9]0)-an\b"
)
_ORDINAL: Final = re.compile(
    r" (?:ke-?(?P<digits>[0-9]{1,2})|(?P<plain>[0-9]{1,2})"
    r"|(?P<word>pertama|kedua|ketiga|keempat|kelima|terakhir|satu|dua|tiga|empat)|(?P<roman>[ivx]{1,5}))\b"
    r"(?:[ /-](?:tahun )?(?P<year>(?:19|20)[0-9]{2})\b| tahun (?P<rel>ini|lalu|depan)\b)?"
)
_ROMAN: Final = {"i": 1, "v": 5, "x": 10}
_ORDINALS: Final = {
    word: number
    for number, words in enumerate(("pertama satu", "kedua dua", "ketiga tiga", "keempat empat", "kelima"), start=1)
    for word in words.split()
}
_LAST: Final = {"Q": 4, "H": 2}
_EDGES: Final = frozenset({"awal", "akhir", "pertengahan", "penghujung", "medio", "tengah"})
_RANGE: Final = re.compile(r"([0-9]{1,3})([-\u2013])([0-9]{1,3})")
_RELATIVE_YEARS: Final = {"lalu": -1, "ini": 0, "depan": 1}


def read_unit(scan: Scan, start: int, end: int) -> list[Reading]:
    """Read the expression around a unit of time, or nothing where it measures no time."""
    unit = UNITS[scan.folded[start:end]]
    if not scan.is_word(start, end) or scan.folded[end : end + 1] == "-":
        return []
    if unit == "Y" and (year := _numbered(scan, start, end, unit)):
        return [year]
    words = scan.words_before(start)
    if words and (numbers := _RANGE.fullmatch(words[-1])):
        return _number_range(scan, start, end, unit, numbers)
    amount = amount_before(words)
    if amount is not None:
        return _counted(scan, scan.back_over(start, amount.n_words), end, unit, amount)
    return _single(scan, start, end, unit, words)


def read_one_unit(scan: Scan, start: int, end: int) -> list[Reading]:
    """Read ``setahun``, ``seharian`` and ``sehari-hari``."""
    if scan.folded.startswith("-hari", end, scan.stop):
        return _set(start, end + len("-hari"), "P1D")
    stop = end + 2 if scan.folded.startswith("an", end, scan.stop) else end
    unit = UNITS[scan.folded[start + 2 : end]]
    return _counted(scan, start, stop, unit, Amount("1", 0)) if scan.is_word(start, stop) else []


def read_repeated_unit(scan: Scan, start: int, end: int) -> list[Reading]:
    """Read ``bertahun-tahun``, ``berjam-jam``."""
    word = scan.folded[start + len("ber") : end]
    stop = end + 1 + len(word)
    if scan.folded[end:stop] != f"-{word}" or not scan.is_word(start, stop):
        return []
    value = partial(fixed, duration("X", UNITS[word]))
    return [Reading(start, stop, "DURATION", "timex-vague-duration", value)]


def _number_range(scan: Scan, start: int, end: int, unit: str, numbers: re.Match[str]) -> list[Reading]:
    """Read ``2-3 menit`` as two durations: the first number alone, the second with the unit."""
    first = scan.back_over(start, 1)
    second = first + numbers.start(3)
    low, high = (partial(fixed, duration(numbers[group], unit)) for group in (1, 3))
    return [
        Reading(first, first + len(numbers[1]), "DURATION", "timex-duration-range", low),
        Reading(second, end, "DURATION", "timex-duration-range", high),
    ]


def _counted(scan: Scan, start: int, end: int, unit: str, amount: Amount) -> list[Reading]:
    """Read a number of units: a length of time, or a date counted from another."""
    how_often = _how_often(scan.words_before(start))
    if how_often:
        return _set(scan.back_over(start, how_often), end, duration(amount.value, unit))
    first = scan.with_modifiers(start)
    after = _AFTER_AMOUNT.match(scan.folded, end, scan.stop)
    if after is None:
        return [Reading(first, end, "DURATION", "timex-duration", partial(fixed, duration(amount.value, unit)))]
    if after["span"]:
        value = partial(fixed, duration(amount.value, unit))
        return [Reading(first, after.end(), "DURATION", "timex-duration", value)]
    return [_counted_from(first, after, unit, amount)]


def _how_often(words: list[str]) -> int:
    """Return how many words before an amount make it a set: ``setiap``, ``sekali``, ``dua kali``."""
    if words and words[-1] in {"setiap", "tiap", "sekali"}:
        return 1
    return 2 if words[-1:] == ["kali"] and amount_before(words[:-1]) else 0


def _set(start: int, end: int, value: str) -> list[Reading]:
    return [Reading(start, end, "SET", "timex-set", partial(fixed, value))]


def _counted_from(start: int, after: re.Match[str], unit: str, amount: Amount) -> Reading:
    sign = -1 if after["past"] or after["before"] else 1
    if amount.value == "X":
        value = partial(fixed, "PAST_REF" if sign < 0 else "FUTURE_REF")
        return Reading(start, after.end(), "DATE", "timex-vague-shift", value)
    number = sign * float(amount.value)
    if after["before"] or after["after"]:
        return Reading(start, after.end(), "DATE", "timex-shift-from-told-day", partial(_from_told, unit, number))
    return Reading(start, after.end(), "DATE", "timex-shift-from-publication", partial(_from_anchor, unit, number))


def _single(scan: Scan, start: int, end: int, unit: str, words: list[str]) -> list[Reading]:
    """Read a unit without a number before it: ``tahun 2014``, ``pekan lalu``, ``setiap hari``, ``akhir tahun``."""
    if unit in {"CE", "Q", "H"} and (reading := _numbered(scan, start, end, unit)):
        return [reading]
    previous = words[-1] if words else ""
    if previous in {"setiap", "tiap"} and unit[0] != "T":
        return _set(scan.back_over(start, 1), end, duration("1", unit))
    first = scan.back_over(start, 1) if previous in _EDGES else start
    after = _AFTER_UNIT.match(scan.folded, end, scan.stop)
    is_weekend = unit == "W" and previous == "akhir"
    if after is None:
        is_edge = first < start and unit in {"W", "M", "Y", "CE", "DE"} and scan.folded[end : end + 1] != "-"
        return [_relative(first, end, unit, 0, is_weekend=is_weekend)] if is_edge else []
    if unit[0] == "T" or (unit == "D" and not (after["that"] or after["after"] or after["before"])):
        return []
    if after["that"] or after["after"] or after["before"]:
        number = (after["after"] is not None) - (after["before"] is not None)
        value = partial(_unit_from_told, unit, number)
        grain: Grain = "day" if unit == "D" else "other"
        return [Reading(first, after.end(), "DATE", "timex-unit-from-told-day", value, grain)]
    number = (after["next"] is not None) - (after["past"] is not None)
    return [_relative(first, after.end(), unit, number, is_weekend=is_weekend)]


def _relative(start: int, end: int, unit: str, number: int, *, is_weekend: bool) -> Reading:
    value = partial(_weekend, number) if is_weekend else partial(_unit_from_anchor, unit, number)
    return Reading(start, end, "DATE", "timex-unit-from-publication", value)


def _numbered(scan: Scan, start: int, end: int, unit: str) -> Reading | None:
    """Read ``tahun 2014``, ``tahun 90-an``, ``abad ke-19``, ``kuartal III/2021``."""
    if unit == "Y":
        number = _YEAR_NUMBER.match(scan.folded, end, scan.stop)
        if number is None:
            return None
        tail = _AFTER_YEAR.match(scan.folded, number.end(), scan.stop)
        stop = tail.end() if tail and number["year"] else number.end()
        return Reading(scan.with_modifiers(start), stop, "DATE", "timex-year", partial(fixed, _year(number)))
    ordinal = _ORDINAL.match(scan.folded, end, scan.stop)
    count = _ordinal(ordinal, unit) if ordinal else None
    if ordinal is None or count is None:
        return None
    value = partial(fixed, f"{count - 1:02d}") if unit == "CE" else partial(_part_of_year, unit, count, ordinal)
    return Reading(scan.with_modifiers(start), ordinal.end(), "DATE", "timex-ordinal-unit", value)


def _year(number: re.Match[str]) -> str:
    if number["short"]:
        return f"19{number['short'][0]}" if number["short"] > "20" else f"20{number['short'][0]}"
    return number["year"][:3] if number["decade"] else number["year"].zfill(4)


def _ordinal(hit: re.Match[str], unit: str) -> int | None:
    if hit["word"]:
        return _ORDINALS.get(hit["word"], _LAST.get(unit))
    if hit["roman"]:
        digits = [_ROMAN[char] for char in hit["roman"]]
        return sum(-d if d < n else d for d, n in zip(digits, [*digits[1:], 0], strict=True))
    count = int(hit["digits"] or hit["plain"])
    return count if count <= _LAST.get(unit, 99) else None


def _part_of_year(unit: str, count: int, hit: re.Match[str], setting: Setting) -> str:
    if hit["year"]:
        return f"{hit['year']}-{unit}{count}"
    year = at_unit(shifted(setting.anchor, "Y", _RELATIVE_YEARS.get(hit["rel"] or "ini", 0)), "Y")
    return f"{year}-{unit}{count}"


def _from_told(unit: str, number: float, setting: Setting) -> str:
    return at_unit(shifted(setting.told, unit, number), "D")


def _from_anchor(unit: str, number: float, setting: Setting) -> str:
    grain = "D" if unit in {"W", "D"} or unit[0] == "T" else unit
    return at_unit(shifted(setting.anchor, unit, number), grain)


def _unit_from_told(unit: str, number: float, setting: Setting) -> str:
    return at_unit(shifted(setting.told, unit, number), unit)


def _unit_from_anchor(unit: str, number: float, setting: Setting) -> str:
    return at_unit(shifted(setting.anchor, unit, number), unit)


def _weekend(number: int, setting: Setting) -> str:
    return at_unit(setting.anchor + timedelta(weeks=number) if setting.anchor else None, "W") + "-WE"
