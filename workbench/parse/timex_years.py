"""The rule for years that stand without ``tahun``: ``pada 2021 lalu``, ``akhir 2020``, ``2009-2010``, ``1990-an``."""

import re
from functools import partial
from typing import Final

from workbench.parse.timex_scan import Reading, Scan, fixed

_YEAR_TAIL: Final = re.compile(r" (?:yang )?(?:lalu|silam|ini|mendatang|nanti)\b")
_BEFORE_YEAR: Final = frozenset(
    {"pada", "di", "sejak", "hingga", "sampai", "dari", "antara", "akhir", "awal", "pertengahan", "penghujung"}
    | {"medio", "sekitar", "mulai", "menjelang", "selama", "sepanjang", "untuk", "dan", "periode", "per"}
)
_BEFORE_OLD_YEAR: Final = frozenset({"pada", "sejak", "hingga", "sampai"})
_FIRST_COMMON: Final = "1900"
#: What a number between 1900 and 2099 counts where one of these follows it.
_COUNTED: Final = re.compile(
    r" (?:orang|unit|tentara|prajurit|pasukan|personel|meter|km|kilometer|kilogram|kg|ton|dolar|dollar|rupiah|euro"
    r"|rubel|hektare|hektar|warga|pekerja|korban|kali|persen|barel|buah|ekor|liter|mil|kaki|tank|drone|perusahaan|individu)\b"
)
_RANGE_BEFORE: Final = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}[-\u2013]\Z")
_RANGE_AFTER: Final = re.compile(r"(?:[-\u2013]| hingga | sampai )(?:19|20)[0-9]{2}(?![0-9])(?![.,][0-9])")
_YEAR_RANGE: Final = re.compile(r"[-\u2013/](?:19|20)?[0-9]{2}(?![0-9])")


def read_bare_year(scan: Scan, start: int, end: int) -> Reading | None:
    """Read a year without ``tahun`` where the words before or after it show that it is one."""
    if _is_in_number(scan, start, end) or _COUNTED.match(scan.folded, end, scan.stop):
        return None
    if scan.folded.startswith("-an", end):
        value = partial(fixed, scan.folded[start : start + 3])
        return Reading(scan.with_modifiers(start), end + 3, "DATE", "timex-decade", value)
    tail = _YEAR_TAIL.match(scan.folded, end, scan.stop)
    if tail is None and not _is_year(scan, start, end):
        return None
    stop = tail.end() if tail else end
    return Reading(scan.with_modifiers(start), stop, "DATE", "timex-bare-year", partial(fixed, scan.folded[start:end]))


def _is_year(scan: Scan, start: int, end: int) -> bool:
    previous = scan.word_before(start)
    if scan.folded[start:end] < _FIRST_COMMON:
        return previous in _BEFORE_OLD_YEAR
    is_bracketed = scan.folded[start - 1 : start] == "(" and scan.folded[end : end + 1] == ")"
    is_second = _RANGE_BEFORE.search(scan.folded[max(scan.floor, start - 6) : start]) is not None
    is_first = _RANGE_AFTER.match(scan.folded, end, scan.stop) is not None
    return previous in _BEFORE_YEAR or is_bracketed or is_first or is_second


def _is_in_number(scan: Scan, start: int, end: int) -> bool:
    before, after = scan.folded[max(scan.floor, start - 2) : start], scan.folded[end : end + 2]
    is_decimal = before[-1:] in {".", ",", "/"} and before[:1].isdigit()
    is_grouped = after[:1] in {".", ",", "/"} and after[1:].isdigit() and not _YEAR_RANGE.match(scan.folded, end)
    return is_decimal or is_grouped or before[-1:] in {"#", "$", "@"} or before[-1:].isalpha() or after[:1].isalpha()
