"""The codebook's word lists made ready for look-up."""

import re

import msgspec

from workbench.codebook.cues import Words

_AFFIXED = re.compile(r"(?:me[mnlrwy]|meng|ber|ter|di|pe[mnlr]|peng)[a-z]{3}|[a-z]+(?:kan|nya)$")


class WordLists(msgspec.Struct, frozen=True):
    """Folded word lists; see `Words` for what each holds."""

    titles: frozenset[str]
    functions: frozenset[str]
    blockers: frozenset[str]

    def is_title(self, word: str) -> bool:
        """Say whether a word can stand before a person's name, or between such a word and the name."""
        return word.lower() in self.titles

    def explains(self, word: str) -> bool:
        """Say whether a word with a capital is no part of a name: a title, a function word or an inflected verb."""
        folded = word.lower()
        return folded in self.titles or folded in self.functions or _AFFIXED.match(folded) is not None


def word_lists(words: Words) -> WordLists:
    """Return the word lists of a codebook as sets."""
    titles = frozenset(words.titles) | frozenset(words.portfolios)
    return WordLists(titles, frozenset(words.functions) | frozenset(words.determiners), frozenset(words.blockers))
