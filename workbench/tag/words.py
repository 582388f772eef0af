"""The codebook's word lists made ready for look-up."""

import re
from collections.abc import Iterable

import msgspec

from workbench.codebook.cues import Words

_AFFIXED = re.compile(r"(?:me[mnlrwy]|meng|ber|ter|di|pe[mnlr]|peng)[a-z]{3}|[a-z]+(?:kan|nya)$")


class WordLists(msgspec.Struct, frozen=True):
    """Folded word lists; see `Words` for what each holds."""

    titles: frozenset[str]
    portfolios: frozenset[str]
    functions: frozenset[str]
    roles: frozenset[str]
    blockers: frozenset[str]
    english: frozenset[str]
    english_heads: frozenset[str]
    things: frozenset[str]
    event_heads: frozenset[str]
    kinds: frozenset[str]
    #: Titles and portfolios, function words, acronyms and nouns for persons: what `lists` looks up at once.
    explained: frozenset[str]

    def is_title(self, word: str) -> bool:
        """Say whether a word can stand before a person's name."""
        return word.lower() in self.titles

    def is_office(self, word: str) -> bool:
        """Say whether a word can stand before a person's name, or between such a word and the name."""
        return word.lower() in self.titles or word.lower() in self.portfolios

    def is_common(self, word: str) -> bool:
        """Say whether a word is none that names hold, whatever its case: a function word or a noun for persons."""
        return word.lower() in self.functions or word.lower() in self.roles

    def is_person_noun(self, word: str) -> bool:
        """Say whether a word is a noun for persons."""
        return word.lower() in self.roles or word.lower() in self.titles

    def is_kin(self, word: str) -> bool:
        """Say whether a word tells of whom somebody is somebody's: ``putra``, ``ajudan``, ``pengganti``."""
        return word.lower() in self.blockers and self.is_person_noun(word)

    def is_english(self, word: str) -> bool:
        """Say whether a word is one of the English words that persons are not called by."""
        return word.lower() in self.english or word.lower() in self.english_heads

    def is_thing(self, word: str) -> bool:
        """Say whether a word begins the name of a ship, a weapon or an exercise."""
        return word.lower() in self.things

    def is_event(self, printed: str) -> bool:
        """Say whether a name ends like an exercise's, games' or a meeting's: ``Garuda Shield``."""
        return " " in printed and printed.rpartition(" ")[2].lower() in self.event_heads

    def is_kind(self, printed: str) -> bool:
        """Say whether an acronym or a name is one of a kind of people or things, and nobody's."""
        return printed.lower() in self.kinds

    def lists(self, word: str) -> bool:
        """Say whether a word with a capital is in a list of words that are no part of a name."""
        return word.lower() in self.explained

    def explains(self, word: str) -> bool:
        """Say whether a word with a capital is no part of a name: an office, a function word or an inflected verb."""
        return word.lower() in self.explained or is_inflected(word)


def is_inflected(word: str) -> bool:
    """Say whether a word looks like an inflected one (``Menurut``, ``Ditanya``); some names do, too (``Merkel``)."""
    return _AFFIXED.match(word.lower()) is not None


def word_lists(words: Words, equipment: Iterable[str] = ()) -> WordLists:
    """Return the word lists of a codebook as sets; names of weapons and exercises are kinds of things."""
    titles = frozenset(words.titles)
    functions = frozenset(words.functions) | frozenset(words.determiners)
    roles = frozenset(role for role in words.roles if " " not in role) - titles
    return WordLists(
        titles=titles,
        portfolios=frozenset(words.portfolios) - titles,
        functions=functions,
        roles=roles,
        explained=titles | frozenset(words.portfolios) | functions | roles | frozenset(words.acronyms),
        blockers=frozenset(words.blockers),
        english=frozenset(words.english),
        english_heads=frozenset(words.english_heads),
        things=frozenset(words.things),
        event_heads=frozenset(words.event_heads),
        kinds=frozenset(words.acronyms) | frozenset(map(str.lower, equipment)),
    )
