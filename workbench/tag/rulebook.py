"""Runs many rules over the sentences of an article.

Each word form is looked up once and remembered: which atoms of which patterns it matches, as the bits of an integer,
and which rules it may set off. A sentence is then a row of integers, and a rule is tried only where every place of its
pattern has a word in the row.
"""

import re
from collections.abc import Iterable, Sequence

import msgspec

from workbench.codebook.events import Rule
from workbench.codebook.pattern import ANY, WordLists, compile_pattern
from workbench.span import Span
from workbench.tag.matcher import fold
from workbench.tag.wordbits import AtomTable, Lexicon, Place, beginnings, find_in, needs

#: The word list whose members count as parties of an event.
PARTY_LIST = "party"
_WORD = re.compile(r"\w+")
#: Words so common that a place which they can fill is no good reason to try a rule.
_COMMON_LENGTH = 3

Found = tuple[tuple[int, int], ...]


class Sentence(msgspec.Struct, frozen=True):
    """A sentence, or a clause of one, as the rules see it.

    Parameters
    ----------
    start, end
        Where it lies in the text.
    row
        The bits of each of its words.
    bits
        All of them together.
    rules
        Numbers of the rules that its words may set off.
    """

    start: int
    end: int
    row: tuple[int, ...]
    bits: int
    rules: tuple[int, ...]


class Reading(msgspec.Struct, frozen=True):
    """An article as the rules see it; `words` remembers where the words of a sentence lie, once asked."""

    text: str
    folded: str
    sentences: tuple[Sentence, ...]
    lexicon: Lexicon
    words: dict[tuple[int, int], list[tuple[int, int]]]

    def view(self, start: int, end: int) -> Sentence:
        """Return the words between two offsets as a sentence."""
        return _view(self.text, self.lexicon, start, end)

    def span(self, sentence: Sentence, first: int, end: int) -> tuple[int, int]:
        """Return where the words ``[first, end)`` of a sentence lie in the text."""
        key = (sentence.start, sentence.end)
        spans = self.words.get(key)
        if spans is None:
            spans = self.words[key] = [m.span() for m in _WORD.finditer(self.text, *key)]
        return spans[first][0], spans[end - 1][1]


class Part(msgspec.Struct, frozen=True):
    """A part of a pattern in bits, and the bits of the words with which it may begin."""

    places: tuple[Place, ...]
    begin: int


class Compiled(msgspec.Struct, frozen=True):
    """A pattern in bits; `masks` holds one mask for every place that must be filled."""

    parts: tuple[Part, ...]
    absent: tuple[Part, ...]
    masks: tuple[int, ...]

    def find(self, reading: Reading, sentence: Sentence) -> Found | None:
        """Return where each part holds in the sentence, or None where the pattern does not."""
        bits = sentence.bits
        for mask in self.masks:
            if not mask & bits:
                return None
        found = []
        for part in self.parts:
            at = find_in(part.places, sentence.row, part.begin)
            if at is None:
                return None
            found.append(at)
        for part in self.absent:
            if bits & part.begin and find_in(part.places, sentence.row, part.begin) is not None:
                return None
        return tuple([reading.span(sentence, first, end) for first, end in found])


class CompiledRule(msgspec.Struct, frozen=True):
    """A rule ready to run."""

    rule: Rule
    main: Compiled
    unless: tuple[Compiled, ...]
    parties: tuple[Compiled, ...]

    def find(self, reading: Reading, sentence: Sentence) -> Found | None:
        """Return the words that fire the rule in the sentence, in text order, or None."""
        found = self.main.find(reading, sentence)
        if found is None or any(one.find(reading, sentence) is not None for one in self.unless):
            return None
        if self.rule.parties and not self._has_parties(reading, sentence):
            return None
        return found if len(found) == 1 else tuple(sorted(found))

    def _has_parties(self, reading: Reading, sentence: Sentence) -> bool:
        missing = self.rule.parties
        for party in self.parties:
            missing -= party.find(reading, sentence) is not None
            if missing <= 0:
                return True
        return False


class RuleBook(msgspec.Struct, frozen=True):
    """Compiled rules and the lexicon of their words; see `build_rulebook`."""

    lexicon: Lexicon
    rules: tuple[CompiledRule, ...]

    def read(self, text: str, sentences: Sequence[Span]) -> Reading:
        """Look up the words of every sentence."""
        views = tuple([_view(text, self.lexicon, sentence.start, sentence.end) for sentence in sentences])
        return Reading(text, fold(text), views, self.lexicon, {})


def build_rulebook(rules: Sequence[Rule], words: WordLists) -> RuleBook:
    """Compile `rules`; raises ValueError where a pattern breaks its language."""
    table = AtomTable()
    parties = tuple(_compiled(party, words, table) for party in _members(PARTY_LIST, words))
    compiled = tuple(
        CompiledRule(
            rule,
            _compiled(rule.pattern, words, table),
            tuple(_compiled(source, words, table) for source in rule.exceptions()),
            parties if rule.parties else (),
        )
        for rule in rules
    )
    set_off: list[list[int]] = [[] for _ in table.bits]
    for number, rule in enumerate(rules):
        for atom in max(needs(compile_pattern(rule.pattern, words)), key=_rarity):
            set_off[table.bits[atom]].append(number)
    return RuleBook(Lexicon(tuple(table.bits), [tuple(numbers) for numbers in set_off]), compiled)


def first(rules: Iterable[CompiledRule], reading: Reading, sentence: Sentence) -> tuple[CompiledRule, Found] | None:
    """Return the first of `rules` that holds in the sentence and where, or None."""
    for rule in rules:
        found = rule.find(reading, sentence)
        if found is not None:
            return rule, found
    return None


def _view(text: str, lexicon: Lexicon, start: int, end: int) -> Sentence:
    row, together = [], 0
    rules: set[int] = set()
    for word in _WORD.findall(text, start, end):
        bits, begun = lexicon[word]
        row.append(bits)
        if begun:
            rules.update(begun)
        together |= bits
    return Sentence(start, end, tuple(row), together, tuple(sorted(rules)))


def _members(name: str, words: WordLists) -> list[str]:
    """Return the entries of a word list; an entry that is itself a list stands for that list's entries."""
    found: list[str] = []
    for entry in words.get(name, ()):
        found += _members(entry[1:], words) if entry.startswith("@") else [entry]
    return found


def _compiled(source: str, words: WordLists, table: AtomTable) -> Compiled:
    pattern = compile_pattern(source, words)
    parts, absent = (
        tuple(Part(places, beginnings(places)) for places in map(table.places, steps))
        for steps in (pattern.parts, pattern.absent)
    )
    return Compiled(parts, absent, tuple(table.mask(need) for need in needs(pattern)))


def _rarity(need: frozenset[str]) -> tuple[bool, int]:
    """Order places by how seldom a word fills them: few atoms, and none of them short."""
    return ANY not in need and min(len(atom) for atom in need) > _COMMON_LENGTH, -len(need)
