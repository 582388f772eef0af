"""Themes: which sentences assert which concepts, and by which words."""

from collections.abc import Sequence

import msgspec

from workbench.codebook.events import Concept
from workbench.record import Term, Theme
from workbench.span import Span
from workbench.tag.rulebook import CompiledRule, Found, Reading, Sentence

#: How many sentences back a rule that `follows` may look for the assertion that it goes on from.
_REACH = 4

#: Concept to sentence to what fired there; and what waits for its context: concept, sentence, rule, where.
_Sure = dict[int, dict[int, list[tuple[CompiledRule, Found]]]]
_Waiting = tuple[int, int, CompiledRule, Found]


class Assertion(msgspec.Struct, frozen=True):
    """A sentence that asserts a concept, with the rules that fired and where."""

    concept: str
    index: int
    fired: tuple[tuple[CompiledRule, Found], ...]


class ThemeRules(msgspec.Struct, frozen=True):
    """The themes of a codebook: for the number of each rule in the rule book, its concept and whether it blocks."""

    concepts: tuple[str, ...]
    concept_of: dict[int, int]
    blocks: frozenset[int]


def build_theme_rules(concepts: Sequence[Concept], numbers: dict[str, int]) -> ThemeRules:
    """Say what the rules of `concepts` do; `numbers` gives each rule id its place in the rule book."""
    concept_of: dict[int, int] = {}
    blocks: set[int] = set()
    for index, concept in enumerate(concepts):
        concept_of |= {numbers[rule.id]: index for rule in (*concept.off_topic, *concept.rules)}
        blocks |= {numbers[rule.id] for rule in concept.off_topic}
    return ThemeRules(tuple(concept.id for concept in concepts), concept_of, frozenset(blocks))


def assert_themes(reading: Reading, rules: ThemeRules, headline: Span | None) -> tuple[Assertion, ...]:
    """Return every assertion of a concept, in text order, then in the codebook's order of concepts."""
    sure: _Sure = {}
    waiting: list[_Waiting] = []
    muted: set[int] = set()
    for index, sentence in enumerate(reading.sentences):
        blocked: set[int] = set()
        for rule in sentence.rules:
            concept = rules.concept_of.get(rule.number)
            if concept is None or concept in blocked:
                continue
            found = reading.find(rule, sentence)
            if found is None:
                continue
            if rule.number in rules.blocks:
                blocked.add(concept)
            elif rule.rule.when == "always":
                sure.setdefault(concept, {}).setdefault(index, []).append((rule, found))
            else:
                waiting.append((concept, index, rule, found))
        if blocked and headline and headline.start <= sentence.start < headline.end:
            muted |= blocked
    _settle(sure, [one for one in waiting if one[0] not in muted])
    return tuple(
        Assertion(rules.concepts[concept], index, tuple(sure[concept][index]))
        for index, concept in sorted((index, concept) for concept, at in sure.items() for index in at)
    )


def _settle(sure: _Sure, waiting: list[_Waiting]) -> None:
    """Add to `sure` what its context bears out; `waiting` is in text order, so that assertions chain."""
    certain = {concept: frozenset(at) for concept, at in sure.items()}
    for concept, index, rule, found in waiting:
        elsewhere = certain.get(concept, frozenset())
        at = sure.get(concept, {})
        if rule.rule.when == "in-article":
            held = bool(elsewhere - {index})
        else:
            held = any(before in at for before in range(index - _REACH, index))
        if held or index in elsewhere:
            sure[concept].setdefault(index, []).append((rule, found))


def theme_tags(reading: Reading, assertions: Sequence[Assertion]) -> tuple[Theme, ...]:
    """Return the assertions as tags: a sentence each, with the terms that fired in text order."""
    return tuple(_tag(reading.sentences[one.index], one) for one in assertions)


def _tag(sentence: Sentence, one: Assertion) -> Theme:
    terms = sorted(Term(start, end, rule.rule.id) for rule, found in one.fired for start, end in found)
    return Theme(sentence.start, sentence.end, one.concept, tuple(terms))
