"""Where in article text a rule for time expressions can begin: at a word that wakes rules, or at a number.

Half of an article's sentences are read no further.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import msgspec

from workbench.parse.alternation import any_of
from workbench.span import Span

_INSIDE_WORDS: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
_YEAR: Final = r"(?:1[5-9]|20)[0-9]{2}(?![0-9])"
#: The groups of a match; a number that can be no year fills neither.
_IS_WORD, _IS_YEAR = 1, 2


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
        trigger = rf"({any_of(listed)})|({_YEAR})|[0-9]"
        self._first: Final = re.compile(trigger)
        #: Anchored on what is no letter: a seventh of the characters, the words' first letters are more than half.
        self._later: Final = re.compile(rf"[^a-z0-9](?:{trigger})")
        beginnings = any_of(word.partition(" ")[0] for word in listed)
        self._beginning: Final = re.compile(rf"(?:^|[^a-z0-9])(?:{beginnings}|[0-9])")

    def may_begin(self, run: str) -> bool:
        """Say whether a trigger can begin in `run`, folded characters without blanks."""
        return self._beginning.search(run) is not None

    def find(self, folded: str, zone: Iterable[Span]) -> Iterator[Triggers]:
        """Yield the stretches of `zone` that hold a trigger."""
        for span in zone:
            words, years, has_number = list[tuple[int, str]](), list[int](), False
            for hit in self._hits(folded, span.start, span.end):
                if hit.lastindex == _IS_WORD:
                    words.append((hit.start(_IS_WORD), hit[_IS_WORD]))
                else:
                    has_number = True
                    years += [hit.start(_IS_YEAR)] if hit.lastindex == _IS_YEAR else []
            if words or has_number:
                yield Triggers(span, words, years, has_number)

    def _hits(self, folded: str, start: int, end: int) -> Iterable[re.Match[str]]:
        later = self._later.finditer(folded, max(start - 1, 0), end)
        if start and folded[start - 1] not in _INSIDE_WORDS:
            return later
        first = self._first.match(folded, start, end)
        return (first, *later) if first else later
