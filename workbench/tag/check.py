"""Checks a codebook against its own examples: every `hit` must match its entry, no `miss` may."""

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from workbench.article import Article
from workbench.codebook import Codebook
from workbench.codebook.events import Concept, Equipment, Rule
from workbench.record import Theme
from workbench.span import Span
from workbench.tag.events import EventRules, build_event_rules, tag_events
from workbench.tag.lexicon import build_lexicon
from workbench.tag.matcher import build_matcher

_EXAMPLES: tuple[Literal["hit"], Literal["miss"]] = ("hit", "miss")


class Failure(msgspec.Struct, frozen=True):
    """An example that its entry does not bear out.

    Parameters
    ----------
    entry
        Id of the entry or rule.
    example
        Which of its examples failed.
    sentence
        The example.
    reason
        What was found instead.
    """

    entry: str
    example: Literal["hit", "miss"]
    sentence: str
    reason: str


def check_codebook(codebook: Codebook) -> tuple[Failure, ...]:
    """Run every example of `codebook`; return those that fail."""
    rules = build_event_rules(codebook)
    return (
        *(failure for concept in codebook.events.themes for failure in _check_concept(concept, rules)),
        *_check_lone_rules(codebook, rules),
        *(failure for entry in codebook.events.equipment for failure in _check_equipment(entry)),
        *_check_named(codebook),
    )


def article_of(sentences: Sequence[str], *, name: str = "example") -> Article:
    """Return a bare article that holds `sentences`, one a line."""
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence)))
        at += len(sentence) + 1
    return Article(
        id=name,
        path=name,
        content_hash="",
        language="id",
        is_article=True,
        text="\n".join(sentences),
        lines=(),
        sentences=tuple(spans),
    )


def _check_concept(concept: Concept, rules: EventRules) -> Iterator[Failure]:
    for rule in concept.rules:
        for example in _EXAMPLES:
            sentence = rule.hit if example == "hit" else rule.miss
            fired = _fired(concept.id, rule, sentence, rules)
            if example == "hit" and rule.id not in fired:
                yield Failure(rule.id, "hit", sentence, f"fired only {', '.join(fired) or 'nothing'}")
            if example == "miss" and rule.id in fired:
                yield Failure(rule.id, "miss", sentence, "the rule fired")


def _fired(concept: str, rule: Rule, sentence: str, rules: EventRules) -> list[str]:
    """Return the rules by which `sentence`, after the rule's context, asserts the concept."""
    before = [rule.context] if rule.context else []
    article = article_of([*before, sentence])
    reading = rules.book.read(article.text, article.sentences)
    found: Sequence[Theme] = tag_events(article, reading, (), rules).themes
    last = article.sentences[-1]
    return [term.rule for theme in found if theme.concept == concept and last.covers(theme) for term in theme.terms]


def _check_lone_rules(codebook: Codebook, rules: EventRules) -> Iterator[Failure]:
    """Check the rules that are looked up one by one: blocks, frames, moods, commitments, background."""
    themed = {rule.id for concept in codebook.events.themes for rule in concept.rules}
    for compiled in rules.book.rules:
        rule = compiled.rule
        if rule.id in themed:
            continue
        for example in _EXAMPLES:
            sentence = rule.hit if example == "hit" else rule.miss
            reading = rules.book.read(sentence, (Span(0, len(sentence)),))
            fires = reading.first(rules.book.group([rule]), reading.sentences[0]) is not None
            if fires != (example == "hit"):
                yield Failure(rule.id, example, sentence, "the rule fired" if fires else "the rule did not fire")


def _check_equipment(entry: Equipment) -> Iterator[Failure]:
    matcher = build_matcher(entry.aliases, folded=True)
    if not matcher.find(entry.hit):
        yield Failure(entry.id, "hit", entry.hit, "no alias was found")
    if matcher.find(entry.miss):
        yield Failure(entry.id, "miss", entry.miss, "an alias was found")


def _check_named(codebook: Codebook) -> Iterator[Failure]:
    """Check actors and agencies: an example names an entry by an alias or by a description of it."""
    lexicon = build_lexicon(codebook)
    for entry in (*codebook.actors, *codebook.agencies):
        for example in _EXAMPLES:
            sentence = entry.hit if example == "hit" else entry.miss
            named = {
                s.entry.id for hit in lexicon.find_names(sentence) for s in hit.spelling.senses if s.spelling == "alias"
            }
            named |= {m.actor.id for hit in lexicon.find_descriptions(sentence) for m in hit.meanings}
            if (entry.id in named) != (example == "hit"):
                yield Failure(entry.id, example, sentence, f"it names {', '.join(sorted(named)) or 'nobody'}")
