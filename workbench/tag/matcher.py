"""Finds many literal patterns in one pass, leftmost-longest, at word boundaries, in code points."""

import re
from collections.abc import Sequence

import msgspec
from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from workbench.parse.fold import fold

#: A match: first code point, one past the last, and the index of its pattern.
Match = tuple[int, int, int]

_LETTERS = re.compile(r"\w+")
#: What stands glued to names: clitics (``Putinlah``), and common words that lost their blank (``Minskadalah``).
_ENDINGS = frozenset(
    {
        *(
            "lah",
            "kah",
            "pun",
            "nya",
            "adalah",
            "akan",
            "dan",
            "dalam",
            "dari",
            "dengan",
            "juga",
            "mengatakan",
            "menjadi",
        ),
        *("pada", "sepenuhnya", "telah", "tidak", "untuk", "yang", "sudah", "bahwa", "karena", "serta", "tersebut"),
    }
)
#: Shorter names are too often the beginning of another word.
_SHORTEST_WITH_ENDING = 5
#: An automaton without choices reads twice as fast; of more patterns it is so large that other work drives it from the
#: processor's cache between two articles, and it reads no faster.
_MOST_FOR_DFA = 700


class Matcher(msgspec.Struct, frozen=True):
    """A compiled list of patterns; see `build_matcher`."""

    automaton: AhoCorasick | None
    folded: bool

    def find(self, text: str) -> list[Match]:
        """Return the matches in `text` in text order, none overlapping another."""
        return _leftmost_longest(self.find_all(text))

    def find_all(self, text: str) -> list[Match]:
        """Return all matches in `text`, those inside others too, by their ends."""
        if self.automaton is None:
            return []
        haystack = fold(text) if self.folded else text
        found = self.automaton.find_matches_as_indexes(haystack, overlapping=True)
        return [
            (start, end, i)
            for i, start, end in found
            # Most matches have blanks or marks on both sides.
            if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()) or _is_whole(text, start, end)
        ]


def build_matcher(patterns: Sequence[str], *, folded: bool = False) -> Matcher:
    """Compile `patterns`.

    Parameters
    ----------
    patterns
        Literal strings; of equal ones the first wins.
    folded
        Match without regard to case.

    Examples
    --------
    >>> build_matcher(["Belarus", "Presiden Belarus"]).find("Presiden Belarus, bukan Belarusia")
    [(0, 16, 1)]
    """
    # Overlapping search, because the longest match can fail at its boundary while a shorter one inside it holds.
    literal = [fold(p) for p in patterns] if folded else list(patterns)
    kind = Implementation.DFA if len(literal) <= _MOST_FOR_DFA else None
    return Matcher(AhoCorasick(literal, MatchKind.Standard, implementation=kind) if literal else None, folded)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Say whether no word goes on over either end of the match."""
    if start and text[start - 1].isalnum() and text[start].isalnum():
        return False
    if end == len(text) or not text[end].isalnum() or not text[end - 1].isalnum():
        return True
    return end - start >= _SHORTEST_WITH_ENDING and text[start].isupper() and _has_ending(text, end)


def _has_ending(text: str, at: int) -> bool:
    """Say whether a word that may be glued to a name stands at `at`: a clitic, or one that lost its blank."""
    rest = _LETTERS.match(text, at)
    return rest is not None and rest[0] in _ENDINGS


def _leftmost_longest(matches: list[Match]) -> list[Match]:
    if len(matches) <= 1:
        return matches
    kept: list[Match] = []
    reached = 0
    for start, before, i in sorted([(start, -end, i) for start, end, i in matches]):
        if start >= reached:
            reached = -before
            kept.append((start, reached, i))
    return kept
