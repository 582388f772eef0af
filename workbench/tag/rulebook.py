"""Runs many rules over the sentences of an article: one pass for literals, then only the rules that can match."""

from collections.abc import Iterable, Sequence

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from workbench.codebook.events import Rule
from workbench.codebook.pattern import Pattern, WordLists, compile_pattern
from workbench.span import Span
from workbench.tag.matcher import fold

#: The word list whose members count as parties of an event.
PARTY_LIST = "party"

Found = tuple[tuple[int, int], ...]


class Sentence(msgspec.Struct, frozen=True):
    """A sentence and the literals in it: a bit for each of the rule book's literals, and their numbers."""

    start: int
    end: int
    bits: int
    literals: tuple[int, ...]


class Reading(msgspec.Struct, frozen=True):
    """An article as the rules see it."""

    text: str
    folded: str
    sentences: tuple[Sentence, ...]


class Compiled(msgspec.Struct, frozen=True):
    """A pattern with the bits that a sentence must have for it to be tried."""

    pattern: Pattern
    masks: tuple[int, ...]

    def find(self, reading: Reading, sentence: Sentence) -> Found | None:
        """Return where the pattern holds in the sentence, or None."""
        bits = sentence.bits
        for mask in self.masks:
            if not mask & bits:
                return None
        return self.pattern.find(reading.folded, reading.text, sentence.start, sentence.end)


class CompiledRule(msgspec.Struct, frozen=True):
    """A rule ready to run."""

    rule: Rule
    main: Compiled
    unless: Compiled | None
    parties: tuple[Compiled, ...]

    def find(self, reading: Reading, sentence: Sentence) -> Found | None:
        """Return the words that fire the rule in the sentence, in text order, or None."""
        found = self.main.find(reading, sentence)
        if found is None or (self.unless and self.unless.find(reading, sentence) is not None):
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
    """Compiled rules, and the literals that say which of them can match; see `build_rulebook`."""

    automaton: AhoCorasick | None
    by_literal: tuple[tuple[int, ...], ...]
    rules: tuple[CompiledRule, ...]

    def read(self, text: str, sentences: Sequence[Span]) -> Reading:
        """Fold `text` and note the literals of every sentence."""
        folded = fold(text)
        if self.automaton is None or not sentences:
            return Reading(text, folded, ())
        return Reading(text, folded, tuple(_views(self.automaton, folded, sentences)))

    def candidates(self, sentence: Sentence) -> list[int]:
        """Return the numbers of the rules that the sentence's literals allow, in the order of the codebook."""
        by_literal = self.by_literal
        return sorted({rule for literal in sentence.literals for rule in by_literal[literal]})


def build_rulebook(rules: Sequence[Rule], words: WordLists) -> RuleBook:
    """Compile `rules`; raises ValueError where a pattern breaks its language."""
    numbers: dict[str, int] = {}
    parties = tuple(_compiled(party, words, numbers) for party in _members(PARTY_LIST, words))
    compiled = tuple(
        CompiledRule(
            rule,
            _compiled(rule.pattern, words, numbers),
            _compiled(rule.unless, words, numbers) if rule.unless else None,
            parties if rule.parties else (),
        )
        for rule in rules
    )
    by_literal: list[list[int]] = [[] for _ in numbers]
    for number, one in enumerate(compiled):
        for literal in one.main.pattern.needs[0]:
            by_literal[numbers[literal]].append(number)
    automaton = AhoCorasick(list(numbers), matchkind=MatchKind.Standard) if numbers else None
    return RuleBook(automaton, tuple(map(tuple, by_literal)), compiled)


def first(rules: Iterable[CompiledRule], reading: Reading, sentence: Sentence) -> tuple[CompiledRule, Found] | None:
    """Return the first of `rules` that holds in the sentence and where, or None."""
    for rule in rules:
        found = rule.find(reading, sentence)
        if found is not None:
            return rule, found
    return None


def _members(name: str, words: WordLists) -> list[str]:
    """Return the entries of a word list; an entry that is itself a list stands for that list's entries."""
    found: list[str] = []
    for entry in words.get(name, ()):
        found += _members(entry[1:], words) if entry.startswith("@") else [entry]
    return found


def _compiled(source: str, words: WordLists, numbers: dict[str, int]) -> Compiled:
    pattern = compile_pattern(source, words)
    return Compiled(pattern, tuple(_mask(need, numbers) for need in pattern.needs))


def _mask(need: frozenset[str], numbers: dict[str, int]) -> int:
    mask = 0
    for literal in need:
        mask |= 1 << numbers.setdefault(literal, len(numbers))
    return mask


def _views(automaton: AhoCorasick, folded: str, sentences: Sequence[Span]) -> list[Sentence]:
    """Share the literals out among the sentences; both come in text order."""
    base = sentences[0].start
    hits = automaton.find_matches_as_indexes(folded[base : sentences[-1].end], overlapping=True)
    views, at, n_hits = [], 0, len(hits)
    for sentence in sentences:
        first_at, end = sentence.start - base, sentence.end - base
        found = set()
        while at < n_hits and hits[at][2] <= end:
            if hits[at][1] >= first_at:
                found.add(hits[at][0])
            at += 1
        bits = 0
        for literal in found:
            bits |= 1 << literal
        views.append(Sentence(sentence.start, sentence.end, bits, tuple(found)))
    return views
