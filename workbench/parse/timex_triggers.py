"""Where in article text a rule for time expressions can begin: at a word that wakes rules, or at a number.

Half of an article's sentences are read no further.
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
        listed = tuple(words)
        either = any_of(listed)
        self._first: Final = re.compile(rf"{either}|[0-9]")
        #: Anchored on what is no letter: a seventh of the characters, the words' first letters are more than half.
        self._later: Final = re.compile(rf"[^a-z0-9](?:{either}|[0-9])")
        beginnings = any_of(word.partition(" ")[0] for word in listed)
        self._beginning: Final = re.compile(rf"(?:^|[^a-z0-9])(?:{beginnings}|[0-9])")

    def may_begin(self, run: str) -> bool:
        """Say whether a trigger can begin in `run`, folded characters without blanks."""
        return self._beginning.search(run) is not None

    def find(self, folded: str, zone: Iterable[Span]) -> Iterator[Triggers]:
        """Yield the stretches of `zone` that hold a trigger."""
        for span in zone:
            start, end = span.start, span.end
            found = [(hit.start() + 1, hit.end()) for hit in self._later.finditer(folded, max(start - 1, 0), end)]
            if start == 0 or folded[start - 1] in _INSIDE_WORDS:
                first = self._first.match(folded, start, end)
                found = [first.span(), *found] if first else found
            if found:
                yield _triggers(folded, span, found)


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
