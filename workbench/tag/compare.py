"""What a changed codebook changes: the articles whose themes flip, without tagging all of them anew."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal

import msgspec

from workbench.codebook import Codebook
from workbench.codebook.events import Concept, EventBook, Rule
from workbench.codebook.pattern import atom_core, compile_pattern
from workbench.record import CodebookStamp
from workbench.tag.matcher import fold
from workbench.tag.rulebook import PARTY_LIST, RuleBook, build_rulebook
from workbench.tag.themes import ThemeRules, asserted_concepts, build_theme_rules
from workbench.tag.wordbits import needs


class Extent(msgspec.Struct, frozen=True):
    """Where a sentence lies; a span that was checked when it was stored."""

    start: int
    end: int


class StoredTheme(msgspec.Struct, frozen=True):
    """That a sentence asserts a concept."""

    concept: str


class Stored(msgspec.Struct, frozen=True):
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


class _Side(msgspec.Struct, frozen=True):
    """One of the two codebooks, cut down to the concepts that differ."""

    stamp: CodebookStamp
    book: RuleBook
    themes: ThemeRules

    def concepts(self, stored: Stored) -> frozenset[str]:
        sentences = (self.book.view(stored.text, sentence.start, sentence.end) for sentence in stored.sentences)
        return asserted_concepts(sentences, self.themes, self.book)


def theme_flips(old: Codebook, new: Codebook, corpus: Iterable[Stored]) -> Iterator[Flip]:
    """Yield every article and concept on which the two codebooks differ.

    Parameters
    ----------
    old, new
        The codebooks; only concepts with a rule that differs between them are run.
    corpus
        Stored articles; one that `old` tagged is not tagged by it again.
    """
    changed = _changed_rules(old.events, new.events)
    concepts = {
        concept.id
        for book in (old.events, new.events)
        for concept in book.themes
        if any(rule.id in changed for rule in _rules(concept))
    }
    demands = tuple({demand for book in (old.events, new.events) for demand in _demands(book, changed)})
    after, before = _side(new, concepts), cache(lambda: _side(old, concepts))
    for stored in corpus:
        folded = fold(stored.text)
        if any(all(any(core in folded for core in cores) for cores in demand) for demand in demands):
            had = _tagged(stored, concepts) if stored.codebook == old.stamp else before().concepts(stored)
            has = after.concepts(stored)
            for concept in sorted(had ^ has):
                yield Flip(stored.id, concept, "gained" if concept in has else "lost")


def _tagged(stored: Stored, concepts: set[str]) -> frozenset[str]:
    return frozenset(theme.concept for theme in stored.themes if theme.concept in concepts)


def _side(codebook: Codebook, concepts: set[str]) -> _Side:
    kept = tuple(concept for concept in codebook.events.themes if concept.id in concepts)
    book = build_rulebook([rule for concept in kept for rule in _rules(concept)], codebook.events.words)
    return _Side(codebook.stamp, book, build_theme_rules(kept, book))


def _rules(concept: Concept) -> tuple[Rule, ...]:
    return (*concept.off_topic, *concept.rules)


def _changed_rules(old: EventBook, new: EventBook) -> set[str]:
    """Return the ids of theme rules that one codebook lacks or that mean something else in the other."""
    before, after = _meanings(old), _meanings(new)
    return {rule for rule in before.keys() | after.keys() if before.get(rule) != after.get(rule)}


def _meanings(book: EventBook) -> dict[str, tuple[object, ...]]:
    """Return, for each theme rule, all that decides when it fires, its word lists written out."""
    parties = tuple(compile_pattern(f"@{PARTY_LIST}", book.words).parts) if PARTY_LIST in book.words else ()
    return {
        rule.id: (
            concept.id,
            rule in concept.off_topic,
            *(compile_pattern(source, book.words) for source in (rule.pattern, *rule.exceptions())),
            rule.when,
            rule.parties,
            parties if rule.parties else (),
        )
        for concept in book.themes
        for rule in _rules(concept)
    }


def _demands(book: EventBook, changed: set[str]) -> Iterator[tuple[tuple[str, ...], ...]]:
    """Yield what an article must hold for a changed rule to fire in it: one of the letters of each place."""
    for concept in book.themes:
        for rule in _rules(concept):
            if rule.id in changed:
                atoms = sorted(needs(compile_pattern(rule.pattern, book.words)), key=len)
                yield tuple(tuple(sorted({atom_core(atom) for atom in need})) for need in atoms)
