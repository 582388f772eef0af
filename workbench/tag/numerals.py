"""Words and figures that state numbers."""

import re
from typing import Final

ONES: Final = {"dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9}
#: Words with which a number can be written out, and what they are worth alone.
WHOLE: Final = {**ONES, "sepuluh": 10, "sebelas": 11, "setengah": 0.5, "seratus": 100, "seribu": 1000, "sejuta": 1e6}
#: Words that give no number but its magnitude.
VAGUE: Final = {"belasan": 10.0, "puluhan": 10.0, "ratusan": 100.0, "ribuan": 1e3, "jutaan": 1e6, "miliaran": 1e9}
_NUMERALS: Final = frozenset({*WHOLE, *VAGUE})
_FIGURE: Final = re.compile(r"[0-9]")


def holds_figure(word: str) -> bool:
    """Say whether a word holds a digit."""
    return _FIGURE.search(word) is not None


def is_numeral(word: str) -> bool:
    """Say whether a number that is written out, or a magnitude, can begin with a word."""
    return word.lower() in _NUMERALS
