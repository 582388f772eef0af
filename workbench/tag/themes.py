"""Themes: which sentences assert which concepts, and by which words."""

from collections.abc import Sequence

import msgspec

from workbench.codebook.events import Concept
from workbench.record import Term, Theme
from workbench.span import Span
from workbench.tag.rulebook import CompiledRule, Found, Group, Reading, RuleBook, Sentence

#: How many sentences back a rule that `follows` may look for the assertion that it goes on from.
_REACH = 4

#: Concept to sentence to what fired there.
_Fired = dict[int, dict[int, list[tuple[CompiledRule, Found]]]]


class _OffTopic(msgspec.Struct, frozen=True):
    """What cannot be asserted: concepts by sentence, and those that no rule that leans on others may assert."""

    blocked: dict[int, frozenset[int]]
    muted: frozenset[int]

    def leaves_out(self, concept: int, index: int) -> bool:
        """Say whether a rule that leans on others must not assert the concept in that sentence."""
        return concept in self.muted or concept in self.blocked.get(index, ())


class Assertion(msgspec.Struct, frozen=True):
    """A sentence that asserts a concept, with the rules that fired and where."""

    concept: str
    index: int
    fired: tuple[tuple[CompiledRule, Found], ...]


class ThemeRules(msgspec.Struct, frozen=True):
    """The themes of a codebook.

    Parameters
    ----------
    concepts
        Their ids.
    concept_of
        For the number of each rule its concept.
    blocking, certain, leaning
        The rules whose sentences are off topic; those that assert by themselves; those that need another sentence.
    """

    concepts: tuple[str, ...]
    concept_of: dict[int, int]
    blocking: Group
    certain: Group
    leaning: Group


def build_theme_rules(concepts: Sequence[Concept], book: RuleBook) -> ThemeRules:
    """Look up the rules of `concepts` in `book`."""
    concept_of: dict[int, int] = {}
    for index, concept in enumerate(concepts):
        concept_of |= {book.numbers[rule.id]: index for rule in (*concept.off_topic, *concept.rules)}
    rules = [rule for concept in concepts for rule in concept.rules]
    return ThemeRules(
        tuple(concept.id for concept in concepts),
        concept_of,
        book.group(rule for concept in concepts for rule in concept.off_topic),
        book.group(rule for rule in rules if rule.when == "always"),
        book.group(rule for rule in rules if rule.when != "always"),
    )


def assert_themes(reading: Reading, rules: ThemeRules, headline: Span | None) -> tuple[Assertion, ...]:
    """Return every assertion of a concept, in text order, then in the codebook's order of concepts."""
    fired: _Fired = {}
    off_topic = _off_topic(reading, rules, headline)
    asserting = [(i, s) for i, s in enumerate(reading.sentences) if s.rules & rules.certain]
    for index, sentence in asserting:
        for rule in reading.book.listed(sentence.rules & rules.certain):
            concept = rules.concept_of[rule.number]
            found = None if concept in off_topic.blocked.get(index, ()) else reading.find(rule, sentence)
            if found is not None:
                fired.setdefault(concept, {}).setdefault(index, []).append((rule, found))
    if fired:
        _add_leaning(fired, reading, rules, off_topic)
    return tuple(
        Assertion(rules.concepts[concept], index, tuple(fired[concept][index]))
        for index, concept in sorted((index, concept) for concept, at in fired.items() for index in at)
    )


def _off_topic(reading: Reading, rules: ThemeRules, headline: Span | None) -> _OffTopic:
    """Run the rules that block, where a sentence might assert something or is the headline."""
    blocked: dict[int, frozenset[int]] = {}
    muted: frozenset[int] = frozenset()
    for index, sentence in enumerate(reading.sentences):
        if not sentence.rules & rules.blocking:
            continue
        in_headline = headline is not None and headline.start <= sentence.start < headline.end
        if in_headline or sentence.rules & (rules.certain | rules.leaning):
            blocking = reading.book.listed(sentence.rules & rules.blocking)
            off = frozenset(rules.concept_of[rule.number] for rule in blocking if reading.holds(rule, sentence))
            blocked[index] = off
            muted |= off if in_headline else frozenset()
    return _OffTopic(blocked, muted)


def _add_leaning(fired: _Fired, reading: Reading, rules: ThemeRules, off_topic: _OffTopic) -> None:
    """Add to `fired` what its context bears out; in text order, so that assertions chain."""
    certain = {concept: frozenset(at) for concept, at in fired.items()}
    for index, sentence in enumerate(reading.sentences):
        for rule in reading.book.listed(sentence.rules & rules.leaning):
            concept = rules.concept_of[rule.number]
            if concept not in certain or off_topic.leaves_out(concept, index):
                continue
            at = fired[concept]
            if rule.rule.when == "in-article":
                held = bool(certain[concept] - {index})
            else:
                held = any(before in at for before in range(index - _REACH, index))
            found = reading.find(rule, sentence) if held or index in certain[concept] else None
            if found is not None:
                at.setdefault(index, []).append((rule, found))


def theme_tags(reading: Reading, assertions: Sequence[Assertion]) -> tuple[Theme, ...]:
    """Return the assertions as tags: a sentence each, with the terms that fired in text order."""
    return tuple(_tag(reading.sentences[one.index], one) for one in assertions)


def _tag(sentence: Sentence, one: Assertion) -> Theme:
    terms = sorted(Term(start, end, rule.rule.id) for rule, found in one.fired for start, end in found)
    return Theme(sentence.start, sentence.end, one.concept, tuple(terms))
