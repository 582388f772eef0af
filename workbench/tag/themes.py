"""Themes: which sentences assert which concepts, and by which words."""

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Final

import msgspec

from workbench.codebook.events import Concept
from workbench.record import Term, Theme
from workbench.span import Span
from workbench.tag.rulebook import CompiledRule, Found, Group, Reading, RuleBook, Sentence

#: How many sentences back a rule may look for the assertion that it goes on from.
REACH: Final[Mapping[str, int]] = {"next": 1, "follows": 4}

#: Concept to sentence to what fired there.
_Fired = dict[int, dict[int, list[tuple[CompiledRule, Found]]]]


class _OffTopic(msgspec.Struct, frozen=True):
    """Which rules must not assert: by sentence, and everywhere those that lean on other sentences."""

    blocked: dict[int, Group]
    muted: Group


class Assertion(msgspec.Struct, frozen=True):
    """A sentence that asserts a concept, with the rules that fired and where."""

    concept: str
    index: int
    fired: tuple[tuple[CompiledRule, Found], ...]


class ThemeRules(msgspec.Struct, frozen=True):
    """The themes of a codebook.

    Parameters
    ----------
    concepts, rules_of
        Their ids, and the rules that assert them.
    concept_of
        For the number of each rule its concept.
    blocking, certain, leaning
        The rules whose sentences are off topic; those that assert by themselves; those that need another sentence.
    """

    concepts: tuple[str, ...]
    rules_of: tuple[Group, ...]
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
        tuple(book.group(concept.rules) for concept in concepts),
        concept_of,
        book.group(rule for concept in concepts for rule in concept.off_topic),
        book.group(rule for rule in rules if rule.when == "always"),
        book.group(rule for rule in rules if rule.when != "always"),
    )


def assert_themes(reading: Reading, rules: ThemeRules, headline: Span | None) -> tuple[Assertion, ...]:
    """Return every assertion of a concept, in text order, then in the codebook's order of concepts."""
    fired: _Fired = {}
    off_topic = _off_topic(reading, rules, headline)
    asserting = [(index, s) for index, s in enumerate(reading.sentences) if s.rules & rules.certain]
    for index, sentence in asserting:
        for rule, found in reading.fired(rules.certain & ~off_topic.blocked.get(index, 0), sentence):
            concept = rules.concept_of[rule.number]
            fired.setdefault(concept, {}).setdefault(index, []).append((rule, found))
    if fired:
        _add_leaning(fired, reading, rules, off_topic)
    return tuple(
        Assertion(rules.concepts[concept], index, tuple(fired[concept][index]))
        for index, concept in sorted((index, concept) for concept, at in fired.items() for index in at)
    )


def asserted_concepts(sentences: Iterable[Sentence], rules: ThemeRules, book: RuleBook) -> frozenset[str]:
    """Return what the sentences of an article assert, no sentence read once all is found.

    A rule that leans on another sentence asserts nothing that no other rule does.
    """
    found: set[int] = set()
    left = rules.certain
    for sentence in sentences:
        for rule in book.listed(sentence.rules & left):
            concept = rules.concept_of[rule.number]
            if concept not in found and rule.match(sentence.row) and not _is_blocked(concept, sentence, rules, book):
                found.add(concept)
                left &= ~rules.rules_of[concept]
        if not left:
            break
    return frozenset(rules.concepts[concept] for concept in found)


def _is_blocked(concept: int, sentence: Sentence, rules: ThemeRules, book: RuleBook) -> bool:
    blocking = (
        rule for rule in book.listed(sentence.rules & rules.blocking) if rules.concept_of[rule.number] == concept
    )
    return any(rule.match(sentence.row) for rule in blocking)


def _off_topic(reading: Reading, rules: ThemeRules, headline: Span | None) -> _OffTopic:
    """Run the rules that block, where a sentence might assert something or is the headline."""
    blocked: dict[int, Group] = {}
    muted = 0
    for index, sentence in enumerate(reading.sentences):
        if not sentence.rules & rules.blocking:
            continue
        in_headline = headline is not None and headline.start <= sentence.start < headline.end
        if in_headline or sentence.rules & (rules.certain | rules.leaning):
            for rule, _ in reading.fired(rules.blocking, sentence):
                off = rules.rules_of[rules.concept_of[rule.number]]
                blocked[index] = blocked.get(index, 0) | off
                muted |= off if in_headline else 0
    return _OffTopic(blocked, muted)


def _add_leaning(fired: _Fired, reading: Reading, rules: ThemeRules, off_topic: _OffTopic) -> None:
    """Add to `fired` what its context bears out; in text order, so that assertions chain."""
    certain = {concept: frozenset(at) for concept, at in fired.items()}
    leaning = rules.leaning & ~off_topic.muted & sum(rules.rules_of[concept] for concept in fired)
    waiting = [(index, s) for index, s in enumerate(reading.sentences) if s.rules & leaning]
    for index, sentence in waiting:
        for rule in reading.book.listed(sentence.rules & leaning & ~off_topic.blocked.get(index, 0)):
            concept = rules.concept_of[rule.number]
            if _is_borne_out(rule, index, fired[concept], certain[concept]):
                found = reading.find(rule, sentence)
                if found is not None:
                    fired[concept].setdefault(index, []).append((rule, found))


def _is_borne_out(rule: CompiledRule, index: int, at: Container[int], certain: frozenset[int]) -> bool:
    """Say whether another sentence, or a rule that needs none, bears out a rule in sentence `index`."""
    if index in certain:
        return True
    if rule.rule.when == "in-article":
        return bool(certain)
    return any(before in at for before in range(index - REACH[rule.rule.when], index))


def theme_tags(reading: Reading, assertions: Sequence[Assertion]) -> tuple[Theme, ...]:
    """Return the assertions as tags: a sentence each, with the terms that fired in text order."""
    return tuple(_tag(reading.sentences[one.index], one) for one in assertions)


def _tag(sentence: Sentence, one: Assertion) -> Theme:
    terms = sorted(Term(start, end, rule.rule.id) for rule, found in one.fired for start, end in found)
    return Theme(sentence.start, sentence.end, one.concept, tuple(terms))
