"""Numbers with their units, as values.

Indonesian writes ``8.000`` for eight thousand and ``4,5`` for four and a half (KBBI, EYD V, IV.K). Dates, clock times,
years, ordinals (``ke-5``) and the numbers of names (``S-400``, ``G7``) are no quantities and are left out.
"""

import math
import re
from collections.abc import Iterator
from typing import Final, Literal

from workbench.record import Number
from workbench.tag.hints import FIGURE, NUMERAL
from workbench.tag.numerals import VAGUE, WHOLE
from workbench.tag.rulebook import Reading, Sentence

# Not "[0-9]+": an engine looks for a first character many times as fast as for a repeated one. Nothing is given back:
# what is left of a figure begins no other one, and trying so takes the cube of its length.
_FIGURE: Final = r"[0-9](?<![0-9]{2})[0-9]*+(?:\.[0-9]{3})*+(?:,[0-9]++)?+"
_NO_MORE: Final = r"(?![\w/:.,-]*[0-9])"
# "10-12 persen" is a range; "10.00-12.00" and "0812-3456-7890" are none.
_DIGITS: Final = re.compile(rf"{_FIGURE}(?:{_NO_MORE}|(?=-{_FIGURE}{_NO_MORE}))")
_GLUED: Final = frozenset("-–/:.,+'’")
_CURRENCY_BEFORE: Final = re.compile(r"(US\$|Rp\.?|\$|€|£|¥)\s?$")
_CURRENCY: Final = {"us$": "USD", "$": "USD", "rp": "IDR", "€": "EUR", "£": "GBP", "¥": "JPY"}
_SCALES: Final = {"ribu": 1e3, "juta": 1e6, "miliar": 1e9, "milyar": 1e9, "triliun": 1e12, "ratus": 1e2, "puluh": 1e1}
_SCALE: Final = re.compile(r"\s(ribu|juta|miliar|milyar|triliun)\b", re.IGNORECASE)
_RANGE: Final = re.compile(rf"\s?(?:-|–|hingga|sampai|s/d)\s?({_FIGURE})(?![\w/:])")
_UNIT: Final = re.compile(
    r"\s?(%)|\s(persen|kali(?:\slipat)?|(?:dolar|dollar)(?:\s(?:as|amerika))?|rupiah|euro|rubel|yuan)\b|"
    r"\s([^\W\d_]{3,})",
    re.IGNORECASE,
)
_UNITS: Final = {
    "persen": "%",
    "kali": "times",
    "kali lipat": "times",
    "rupiah": "IDR",
    "euro": "EUR",
    "rubel": "RUB",
    "yuan": "CNY",
}
# What stands after a bare number and is not what is counted.
_NO_NOUN: Final = re.compile(
    r"dan|atau|yang|dengan|untuk|dari|pada|oleh|ini|itu|lalu|wi[bt]a?|gmt|dalam|saat|hingga|sampai|terhadap|setelah|ketika|"
    r"juga|telah|sudah|akan|atas|jan(?:uari)?|feb(?:ruari)?|mar(?:et)?|apr(?:il)?|mei|juni?|juli?|agu(?:s(?:tus)?)?|"
    r"sep(?:tember)?|okt(?:ober)?|nov(?:ember)?|des(?:ember)?"
)
_QUALIFIERS: Final[
    tuple[tuple[re.Pattern[str], Literal["about", "at-least", "at-most", "more-than", "less-than"]], ...]
] = (
    (re.compile(r"(?:lebih dari|di atas|melebihi|lebih)\s(?:\S{1,3}\s?)?$"), "more-than"),
    (re.compile(r"(?:kurang dari|di bawah|hampir)\s(?:\S{1,3}\s?)?$"), "less-than"),
    (re.compile(r"(?:setidaknya|sedikitnya|paling sedikit|minimal|sekurang-kurangnya)\s(?:\S{1,3}\s?)?$"), "at-least"),
    (re.compile(r"(?:paling banyak|maksimal|hingga|sampai)\s(?:\S{1,3}\s?)?$"), "at-most"),
    (re.compile(r"(?:sekitar|kira-kira|kurang lebih|sekira|kisaran)\s(?:\S{1,3}\s?)?$"), "about"),
)
_QUALIFIED: Final = re.compile("|".join(pattern.pattern for pattern, _ in _QUALIFIERS))
_YEAR: Final = re.compile(r"19[0-9]{2}|20[0-9]{2}")
_WORDS: Final = re.compile(
    r"\b(?:(?P<vague>" + "|".join(VAGUE) + r")|(?P<said>(?:" + "|".join(WHOLE) + r")"
    r"(?:\s(?:belas|puluh|ratus|" + "|".join(WHOLE) + r"))*))(?P<scale>\s(?:ribu|juta|miliar|triliun))?\s"
    r"(?P<unit>kali(?:\slipat)?\b|persen\b|[^\W\d_]{3,})"
)


def numbers_in(reading: Reading, sentence: Sentence) -> list[Number]:
    """Return the quantities that a sentence states, in text order."""
    printed = _printed(reading.text, reading.folded, sentence) if sentence.hints & FIGURE else ()
    spelled = _spelled(reading.folded, sentence) if sentence.hints & NUMERAL else ()
    return sorted((*printed, *spelled))


def _printed(text: str, folded: str, sentence: Sentence) -> Iterator[Number]:
    reached = sentence.start
    for found in _DIGITS.finditer(text, sentence.start, sentence.end):
        if found.start() < reached or _is_part_of_name(text, found.start(), sentence.start):
            continue
        number = _quantity(text, folded, found, sentence)
        if number is not None:
            reached = number.end
            yield number


def _is_part_of_name(text: str, start: int, begin: int) -> bool:
    """Say whether the digits belong to a date, a clock time, an ordinal or a name."""
    if start == begin:
        return False
    before = text[start - 1]
    if not before.isalnum() and before not in _GLUED:
        return False
    return _CURRENCY_BEFORE.search(text, max(begin, start - 4), start) is None


def _quantity(text: str, folded: str, found: re.Match[str], sentence: Sentence) -> Number | None:
    money = _CURRENCY_BEFORE.search(text, max(sentence.start, found.start() - 4), found.start())
    start = found.start() - (len(money[0]) if money else 0)
    value, upper, end = _figure(found[0]), None, found.end()
    ranged = _RANGE.match(text, end, sentence.end)
    if ranged:
        upper, end = _figure(ranged[1]), ranged.end()
    scale = _SCALE.match(text, end, sentence.end)
    if scale:
        factor, end = _SCALES[scale[1].lower()], scale.end()
        value, upper = value * factor, upper * factor if upper is not None else None
    unit: str | None
    if money:
        unit = _CURRENCY[money[1].lower().rstrip(".")]
    else:
        unit, end = _unit(folded, end, sentence.end)
    if (unit is None and not scale) or (upper is not None and upper <= value) or math.isinf(upper or value):
        return None
    if _is_year(found[0]) and not (money or scale or unit in ("%", "times")):
        return None
    return Number(start, end, value, upper, unit, _qualifier(folded, start, sentence.start), "number-printed")


def _figure(digits: str) -> float:
    return float(digits.replace(".", "").replace(",", "."))


def _is_year(digits: str) -> bool:
    return bool(_YEAR.fullmatch(digits))


def _unit(folded: str, at: int, end: int) -> tuple[str | None, int]:
    """Return the unit that stands at `at` and where it ends; a plain noun is the unit of a count."""
    found = _UNIT.match(folded, at, end)
    if found is None:
        return None, at
    if found[1]:
        return "%", found.end()
    if found[2]:
        name = re.sub(r"\s+", " ", found[2])
        return ("USD" if name.startswith("dol") else _UNITS[name]), found.end()
    return (None, at) if _NO_NOUN.fullmatch(found[3]) else (found[3], found.end())


def _qualifier(
    folded: str, start: int, begin: int
) -> Literal["exact", "about", "at-least", "at-most", "more-than", "less-than"]:
    before = folded[max(begin, start - 24) : start]
    if not _QUALIFIED.search(before):
        return "exact"
    return next((name for pattern, name in _QUALIFIERS if pattern.search(before)), "exact")


def _spelled(folded: str, sentence: Sentence) -> Iterator[Number]:
    for found in _WORDS.finditer(folded, sentence.start, sentence.end):
        unit = found["unit"]
        known = _UNITS.get(re.sub(r"\s+", " ", unit))
        if known is None and _NO_NOUN.fullmatch(unit):
            continue
        scale = _SCALES[found["scale"].strip()] if found["scale"] else 1.0
        if found["vague"]:
            value = VAGUE[found["vague"]] * scale
            yield Number(found.start(), found.end(), value, None, known or unit, "magnitude", "number-vague")
            continue
        value = _spelled_value(found["said"].split()) * scale
        qualifier = _qualifier(folded, found.start(), sentence.start)
        yield Number(found.start(), found.end(), value, None, known or unit, qualifier, "number-spelled")


def _spelled_value(words: list[str]) -> float:
    """Return the value of number words: ``dua puluh lima`` is 25."""
    total, last = 0.0, 0.0
    for word in words:
        if word == "belas":
            last += 10
        elif word in ("puluh", "ratus"):
            last *= _SCALES[word]
        else:
            total, last = total + last, float(WHOLE[word])
    return total + last
