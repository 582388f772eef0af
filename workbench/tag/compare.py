"""What a changed codebook changes: the articles whose themes flip, without tagging all of them anew."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Literal

import msgspec

from workbench.codebook import Scheme
from workbench.codebook.events import Concept, EventBook, Rule
from workbench.codebook.pattern import named_lists
from workbench.parse.flat import flat_text
from workbench.parse.fold import fold
from workbench.record import CodebookStamp
from workbench.tag.demands import Demand, Reach, list_demands, pattern_demand
from workbench.tag.rulebook import PARTY_LIST, RuleBook, build_rulebook
from workbench.tag.themes import ThemeRules, asserted_concepts, build_theme_rules


class Extent(msgspec.Struct, frozen=True, gc=False):
    """Where a sentence lies; a span that was checked when it was stored."""

    start: int
    end: int


class StoredTerm(msgspec.Struct, frozen=True, gc=False):
    """A rule that fired."""

    rule: str


class StoredTheme(msgspec.Struct, frozen=True, gc=False):
    """That a sentence asserts a concept, and by which rules."""

    concept: str
    start: int
    terms: tuple[StoredTerm, ...]


class Stored(msgspec.Struct, frozen=True, gc=False):
    """As much of a stored record as the concepts that it asserts depend on."""

    id: str
    text: str
    sentences: tuple[Extent, ...]
    themes: tuple[StoredTheme, ...]
    codebook: CodebookStamp


class Flip(msgspec.Struct, frozen=True, order=True):
    """An article that one codebook gives a concept and the other does not."""

    article_id: str
    concept: str
    change: Literal["gained", "lost"]


class _Change(msgspec.Struct, frozen=True):
    """What differs between the theme rules of two codebooks.

    Parameters
    ----------
    rules
        The ids of those that one of them lacks, or that can mean something else in the other.
    concepts, unblocked
        The concepts that have such a rule, and those of them that have such a rule for what is off topic.
    rewritten, relisted, entries
        What a text must hold to be touched: the words of a rule that is written in other words; or those of a rule
        whose word lists differ, and of an entry that only one of the lists has.
    """

    rules: frozenset[str]
    concepts: frozenset[str]
    unblocked: frozenset[str]
    rewritten: Reach
    relisted: Reach
    entries: Reach

    def touches(self, folded: str) -> bool:
        return self.rewritten.is_met(folded) or (self.entries.is_met(folded) and self.relisted.is_met(folded))


class _Side(msgspec.Struct, frozen=True):
    """Rules of one of the two codebooks."""

    book: RuleBook
    themes: ThemeRules

    def concepts(self, text: str, sentences: Iterable[Extent]) -> frozenset[str]:
        views = (self.book.view(text, sentence.start, sentence.end) for sentence in sentences)
        return asserted_concepts(views, self.themes, self.book)


class _Kept(msgspec.Struct, frozen=True):
    """The rules of the old codebook that assert a concept by themselves: in sentences spared, and in all."""

    if_spared: frozenset[str]
    always: frozenset[str]


def theme_flips(old: Scheme, new: Scheme, corpus: Iterable[Stored]) -> Iterator[Flip]:
    """Yield every article and concept on which the two codebooks differ.

    Parameters
    ----------
    old, new
        The codebooks; only concepts with a rule that differs between them are run.
    corpus
        Stored articles; of one that `old` tagged only sentences with the words of the change are read again.
    """
    change = _change(old.events, new.events)
    kept = _kept(old.events, change)
    step = cache(lambda: _side(new.events, [_cut(concept, change) for concept in _concepts(new.events, change)]))
    whole = cache(lambda: [_side(events, _concepts(events, change)) for events in (old.events, new.events)])
    for stored in corpus:
        text = flat_text(stored.text)
        folded = fold(text)
        if not change.touches(folded):
            continue
        if stored.codebook == old.stamp:
            touched = [one for one in stored.sentences if change.touches(folded[one.start : one.end])]
            had = frozenset(tag.concept for tag in stored.themes if tag.concept in change.concepts)
            has = _still(stored, touched, kept) & had
            has |= step().concepts(text, touched) if has != change.concepts else has
        else:
            had, has = (side.concepts(text, stored.sentences) for side in whole())
        for concept in sorted(had ^ has):
            yield Flip(stored.id, concept, "gained" if concept in has else "lost")


def _still(stored: Stored, touched: Sequence[Extent], kept: _Kept) -> frozenset[str]:
    """Return the concepts that an article asserts by rules and in sentences that do not change."""
    starts = {one.start for one in touched}
    return frozenset(
        tag.concept
        for tag in stored.themes
        for term in tag.terms
        if term.rule in (kept.always if tag.start in starts else kept.if_spared)
    )


def _kept(old: EventBook, change: _Change) -> _Kept:
    """Return them; a rule that leans on another sentence asserts nothing that no other does, and keeps nothing."""
    certain = [(concept, rule) for concept in old.themes for rule in concept.rules if rule.when == "always"]
    lasting = (rule.id for concept, rule in certain if concept.id not in change.unblocked)
    return _Kept(frozenset(rule.id for _, rule in certain), frozenset(lasting) - change.rules)


def _cut(concept: Concept, change: _Change) -> Concept:
    """Return a concept without the rules that do not change, unless other sentences are off topic for them."""
    if concept.id in change.unblocked:
        return concept
    return msgspec.structs.replace(concept, rules=tuple(rule for rule in concept.rules if rule.id in change.rules))


def _concepts(book: EventBook, change: _Change) -> list[Concept]:
    return [concept for concept in book.themes if concept.id in change.concepts]


def _side(book: EventBook, concepts: Sequence[Concept]) -> _Side:
    rules = build_rulebook([rule for concept in concepts for rule in _rules(concept)], book.words)
    return _Side(rules, build_theme_rules(concepts, rules))


def _rules(concept: Concept) -> tuple[Rule, ...]:
    return (*concept.off_topic, *concept.rules)


def _change(old: EventBook, new: EventBook) -> _Change:
    before, after = _wordings(old), _wordings(new)
    rewritten = {rule for rule in before.keys() | after.keys() if before.get(rule) != after.get(rule)}
    relisted = _relisted(old, new) - rewritten
    changed = frozenset(rewritten | relisted)
    concepts = [concept for book in (old, new) for concept in book.themes]
    return _Change(
        changed,
        frozenset(concept.id for concept in concepts if any(rule.id in changed for rule in _rules(concept))),
        frozenset(concept.id for concept in concepts if any(rule.id in changed for rule in concept.off_topic)),
        _reach(old, new, rewritten),
        _reach(old, new, relisted),
        Reach(tuple(set(list_demands(old, new)))),
    )


def _wordings(book: EventBook) -> dict[str, tuple[object, ...]]:
    """Return, for each theme rule, all that decides when it fires, as it is written."""
    return {
        rule.id: (concept.id, rule in concept.off_topic, rule.pattern, rule.exceptions(), rule.when, rule.parties)
        for concept in book.themes
        for rule in _rules(concept)
    }


def _relisted(old: EventBook, new: EventBook) -> set[str]:
    """Return the theme rules that rest on a word list that differs, by itself or by a list that it names."""
    differing = {name for name in old.words.keys() | new.words.keys() if old.words.get(name) != new.words.get(name)}
    while wider := {
        name
        for book in (old, new)
        for name, entries in book.words.items()
        if name not in differing and any(differing.intersection(named_lists(entry)) for entry in entries)
    }:
        differing |= wider
    return {
        rule.id
        for book in (old, new)
        for concept in book.themes
        for rule in _rules(concept)
        if (rule.parties and PARTY_LIST in differing)
        or any(differing.intersection(named_lists(source)) for source in (rule.pattern, *rule.exceptions()))
    }


def _reach(old: EventBook, new: EventBook, changed: set[str]) -> Reach:
    """Return what a text must hold for one of the changed rules to fire in it, by either codebook."""
    return Reach(tuple({demand for book in (old, new) for demand in _demands(book, changed)}))


def _demands(book: EventBook, changed: set[str]) -> Iterator[Demand]:
    rules = (rule for concept in book.themes for rule in _rules(concept) if rule.id in changed)
    return (pattern_demand(rule.pattern, book) for rule in rules)
