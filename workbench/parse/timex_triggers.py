"""Where in article text a rule for time expressions can begin: at a word that wakes rules, or at a number.

The text is read once, and half of an article's sentences are read no further.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import msgspec

from workbench.parse.alternation import any_of
from workbench.span import Span

_DIGITS: Final = frozenset("0123456789")
_YEAR: Final = re.compile(r"(?:1[5-9]|20)[0-9]{2}(?![0-9])")


class Triggers(msgspec.Struct, frozen=True, gc=False):
    """A stretch of text and what it holds.

    Parameters
    ----------
    span
        The stretch.
    words
        Where words that wake rules start, and the words.
    years
        Where four digits start that can be a year.
    has_number
        Whether a number stands in it.
    """

    span: Span
    words: Sequence[tuple[int, str]]
    years: Sequence[int]
    has_number: bool


class TriggerPattern:
    """Finds the triggers of a text; made once for a set of words."""

    def __init__(self, words: Iterable[str]) -> None:
        """Compile `words`."""
        either = any_of(words)
        self._first: Final = re.compile(rf"{either}|[0-9]")
        #: Anchored on what is no letter: a seventh of the characters, the words' first letters are more than half.
        self._later: Final = re.compile(rf"[^a-z0-9](?:{either}|[0-9])")

    def find(self, folded: str, zone: Sequence[Span]) -> Iterator[Triggers]:
        """Yield the stretches of `zone`, which come in text order, that hold a trigger."""
        found = self._found(folded, zone[0].start, zone[-1].end) if zone else iter(())
        at, end = next(found, _NONE)
        for span in zone:
            inside = []
            if span.start == 0 or folded[span.start - 1] in _INSIDE_WORDS:
                first = self._first.match(folded, span.start, span.end)
                inside += [first.span()] if first else []
            while at < span.end:
                if at >= span.start and end <= span.end:
                    inside.append((at, end))
                at, end = next(found, _NONE)
            if inside:
                yield _triggers(folded, span, inside)

    def _found(self, folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        return ((hit.start() + 1, hit.end()) for hit in self._later.finditer(folded, max(start - 1, 0), end))


#: Behind every text.
_NONE: Final = (1 << 62, 1 << 62)
_INSIDE_WORDS: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")


def _triggers(folded: str, span: Span, found: Iterable[tuple[int, int]]) -> Triggers:
    words, years, has_number = list[tuple[int, str]](), list[int](), False
    for start, end in found:
        if folded[start] in _DIGITS:
            has_number = True
            if _YEAR.match(folded, start, span.end):
                years.append(start)
        else:
            words.append((start, folded[start:end]))
    return Triggers(span, words, years, has_number)
