"""Runs of words with capitals: where names can stand."""

import re
from collections.abc import Iterator

from workbench.span import Span

# Initials and abbreviated titles keep their full stop; any other full stop ends a run.
_CAPITALS = "A-ZÀ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŔŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚ"
_SHORT = "[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|Ir|Drs|Dra|Hj|Moh|Muh|Mohd|Pdt|Ust|Tb|Tgk"
_WORD = rf"(?:(?:{_SHORT})\.|(?:[{_CAPITALS}]|[a-z]{{3,}}[A-Z])(?:[\w&-]|['’](?=\w))*)"
_RUN = re.compile(
    rf"{_WORD}(?:[ \xa0](?:(?:bin|binti|al|el|de|da|van|von|der|of|the|for|and|ibn|&)[ \xa0]){{0,2}}{_WORD})*"
)
# One class of characters, which the engine looks for many times as fast as for a run.
_CAPITAL = re.compile(f"[{_CAPITALS}]")
#: ``eBay`` is no run, ``detikSport`` is one.
_FEWEST_SMALL = 3
_NO_START = frozenset("_@#.")


def capital_runs(text: str, line: Span) -> Iterator[tuple[int, int]]:
    """Yield start and end of each run of words with capitals in a line."""
    at = line.start
    while (capital := _CAPITAL.search(text, at, line.end)) is not None:
        at = capital.end()
        start = _word_start(text, capital.start(), line.start)
        if start is not None and (run := _RUN.match(text, start, line.end)) is not None:
            yield run.span()
            at = run.end()


def _word_start(text: str, capital: int, begin: int) -> int | None:
    """Return where the word with a capital begins: at it, or in the small letters before it; None within a word."""
    start = capital
    while start > begin and "a" <= text[start - 1] <= "z":
        start -= 1
    if 0 < capital - start < _FEWEST_SMALL:
        return None
    before = text[start - 1] if start else " "
    return None if before.isalnum() or before in _NO_START else start
