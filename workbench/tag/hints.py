"""What a run of characters without blanks hints at, so that whole rules are spared sentences without a hint."""

import re
from typing import Final

from workbench.parse.fold import fold
from workbench.parse.timex import may_tell_time
from workbench.tag.numerals import holds_figure, is_numeral

#: Bits of what a sentence may hold: a digit; a number that is written out; a year, blank before it; a time or date.
FIGURE: Final = 1
NUMERAL: Final = 2
YEAR: Final = 4
TIME: Final = 8
N_HINTS: Final = 4

_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}\b")
_WORD: Final = re.compile(r"\w+")


def hints_of(run: str) -> int:
    """Return what `run` hints at, in bits.

    Examples
    --------
    >>> [hints_of(run) for run in ("Minsk,", "S-400", "Dua", "2021,", "kemarin")]
    [0, 9, 2, 13, 8]
    """
    hints = FIGURE if holds_figure(run) else 0
    hints |= NUMERAL if any(map(is_numeral, _WORD.findall(run))) else 0
    hints |= YEAR if _YEAR.match(run) else 0
    return hints | (TIME if may_tell_time(fold(run)) else 0)
