"""A scene: one sentence that asserts a theme, with all that the builders of frames need of it."""

from collections.abc import Sequence
from functools import cached_property

import msgspec

from workbench.record import Mention, Modality
from workbench.span import Span
from workbench.tag.clauses import Break, Moods, breaks_in, clause_around, modality
from workbench.tag.rulebook import Group, Reading, Sentence
from workbench.tag.states import mentions_in

#: Words for kin and what they are like stand in so many characters before a name.
_KIN_REACH = 40


class Scene(msgspec.Struct, frozen=True, dict=True):
    """One asserting sentence, the actors named in it, and the rules of mood."""

    reading: Reading
    sentence: Sentence
    mentions: list[Mention]
    moods: Moods
    is_background: bool

    @cached_property
    def breaks(self) -> tuple[Break, ...]:
        """Where its clauses end and begin."""
        return breaks_in(self.reading, self.sentence, self.moods)

    def mood(self, at: Span) -> Modality:
        """Return the modality of the words `at`."""
        return modality(self.reading, self.clause(at), at, moods=self.moods, is_background=self.is_background)

    def clause(self, at: Span) -> Sentence:
        """Return the clause that holds the words `at`."""
        return clause_around(self.reading, self.sentence, at, self.breaks)

    def told(self, at: Span, clause: Sentence) -> Span:
        """Return what of a clause is told by it: what stands behind its last ``bahwa`` before the words `at`."""
        before = list(self.moods.closing.finditer(self.reading.folded, clause.start, at.start))
        return Span(before[-1].end() if before else clause.start, clause.end)

    def status(self, rules: Group, at: Span) -> str | None:
        """Return the value of the first of `rules` that holds in the clause of the words `at`, else in the sentence."""
        clause = self.clause(at)
        told = self.reading.first_value(rules, clause)
        return told if told or clause is self.sentence else self.reading.first_value(rules, self.sentence)


def scene_of(reading: Reading, index: int, mentions: Sequence[Mention], *, moods: Moods, old: frozenset[int]) -> Scene:
    """Return the scene of sentence `index`; `old` holds the sentences that retell history."""
    sentence = reading.sentences[index]
    named = [m for m in mentions_in(mentions, Span(sentence.start, sentence.end)) if m.resolution != "pronoun"]
    inside = [m for m in named if not _describes(m, reading, moods)]
    return Scene(reading, sentence, inside, moods, index in old)


def _describes(mention: Mention, reading: Reading, moods: Moods) -> bool:
    """Say whether a name only tells who another is: ``sekutu dekat Rusia``."""
    return moods.kin.search(reading.folded, max(0, mention.start - _KIN_REACH), mention.start) is not None
