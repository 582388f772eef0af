"""Words of time in Indonesian, and number words before them."""

import re
from typing import Final

import msgspec

#: Units of time as in TIMEX3 durations; ``T`` marks clock units.
UNITS: Final[dict[str, str]] = {
    "detik": "TS",
    "menit": "TM",
    "jam": "TH",
    "hari": "D",
    "minggu": "W",
    "pekan": "W",
    "bulan": "M",
    "kuartal": "Q",
    "triwulan": "Q",
    "semester": "H",
    "tahun": "Y",
    "dekade": "DE",
    "dasawarsa": "DE",
    "abad": "CE",
}

#: Parts of the day as in TIMEX3.
DAY_PARTS: Final[dict[str, str]] = {
    "dini hari": "MO",
    "tengah hari": "12:00",
    "tengah malam": "NI",
    "subuh": "MO",
    "fajar": "MO",
    "pagi": "MO",
    "siang": "AF",
    "sore": "AF",
    "petang": "EV",
    "senja": "EV",
    "malam": "NI",
}

#: Seasons as in TIMEX3; the rainy season counts as winter and the dry one as summer (IndoTimex, Mirza 2015).
SEASONS: Final[dict[str, str]] = {
    "semi": "SP",
    "panas": "SU",
    "kemarau": "SU",
    "gugur": "FA",
    "dingin": "WI",
    "salju": "WI",
    "hujan": "WI",
    "penghujan": "WI",
}

#: Expressions whose value needs nothing but themselves.
REFERENCES: Final[dict[str, str]] = {
    "saat ini": "PRESENT_REF",
    "sekarang ini": "PRESENT_REF",
    "sekarang": "PRESENT_REF",
    "dewasa ini": "PRESENT_REF",
    "masa kini": "PRESENT_REF",
    "zaman sekarang": "PRESENT_REF",
    "kini": "PRESENT_REF",
    "saat itu": "PAST_REF",
    "waktu itu": "PAST_REF",
    "kala itu": "PAST_REF",
    "saat yang sama": "PAST_REF",
    "masa lalu": "PAST_REF",
    "dahulu kala": "PAST_REF",
    "dulu": "PAST_REF",
    "dahulu": "PAST_REF",
    "baru-baru ini": "PAST_REF",
    "akhir-akhir ini": "PAST_REF",
    "belakangan ini": "PAST_REF",
    "beberapa waktu lalu": "PAST_REF",
    "beberapa waktu yang lalu": "PAST_REF",
    "masa depan": "FUTURE_REF",
    "masa mendatang": "FUTURE_REF",
    "sebentar lagi": "FUTURE_REF",
}

#: Lengths of time without a number.
VAGUE_SPANS: Final[dict[str, str]] = {
    "sejenak": "PXX",
    "sebentar": "PXX",
    "beberapa saat": "PXX",
    "beberapa waktu": "PXX",
    "sementara waktu": "PXX",
}

#: Days counted from today.
DAY_SHIFTS: Final[dict[str, int]] = {
    "kemarin lusa": -2,
    "kemarin": -1,
    "hari ini": 0,
    "besok": 1,
    "esok hari": 1,
    "esok": 1,
    "besok lusa": 2,
    "lusa": 2,
}

_ONES: Final = {
    "satu": 1,
    "dua": 2,
    "tiga": 3,
    "empat": 4,
    "lima": 5,
    "enam": 6,
    "tujuh": 7,
    "delapan": 8,
    "sembilan": 9,
    "sepuluh": 10,
    "sebelas": 11,
}
_TIMES: Final = {"puluh": 10, "ratus": 100, "ribu": 1000}
_WHOLE: Final = {"seratus": 100, "seribu": 1000}
_VAGUE: Final = frozenset({"beberapa", "puluhan", "belasan", "ratusan", "ribuan"})
_DIGITS: Final = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})*(?:,[0-9]+)?|[0-9]{1,6}")
_NUMBER_WORDS: Final = frozenset(_ONES) | frozenset(_TIMES) | frozenset(_WHOLE) | {"belas", "setengah"}


class Amount(msgspec.Struct, frozen=True):
    """A number before a unit: ``value`` as TIMEX3 prints it (``X`` where vague), and how many words it took."""

    value: str
    n_words: int


def amount_before(words: list[str]) -> Amount | None:
    """Read the number that a list of folded words ends with, or None.

    Examples
    --------
    >>> amount_before(["selama", "dua", "puluh", "lima"])
    Amount(value='25', n_words=3)
    >>> amount_before(["selama", "beberapa"]).value
    'X'
    """
    if not words:
        return None
    last = words[-1]
    if last in _VAGUE:
        return Amount("X", 1)
    if _DIGITS.fullmatch(last):
        return Amount(last.replace(".", "").replace(",", "."), 1)
    start = len(words)
    while start > 0 and words[start - 1] in _NUMBER_WORDS:
        start -= 1
    number = _number(words[start:])
    return Amount(f"{number:g}", len(words) - start) if number is not None else None


def _number(words: list[str]) -> float | None:
    """Add up number words (``dua puluh lima`` is 25, ``satu setengah`` 1.5); None where they make no number."""
    if not words:
        return None
    total, current = 0.0, 0.0
    for word in words:
        if word in _ONES:
            current += _ONES[word]
        elif word in _WHOLE:
            current += _WHOLE[word]
        elif word == "belas":
            current += 10
        elif word == "setengah":
            current += 0.5
        else:
            if not current:
                return None
            total, current = total + current * _TIMES[word], 0.0
    return total + current


def duration(amount: str, unit: str) -> str:
    """Return the TIMEX3 value of a length of time.

    Examples
    --------
    >>> duration("40", "TM"), duration("X", "Y"), duration("0.5", "TH"), duration("3", "DE"), duration("2", "H")
    ('PT40M', 'PXY', 'PT30M', 'P3DE', 'P12M')
    """
    if unit == "H":
        amount, unit = amount if amount == "X" else f"{float(amount) * 6:g}", "M"
    if unit == "TH" and amount == "0.5":
        amount, unit = "30", "TM"
    return f"PT{amount}{unit[1:]}" if unit[0] == "T" else f"P{amount}{unit}"
