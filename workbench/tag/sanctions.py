"""Sanction events: who restricts whom by what, and how the sentence puts it."""

import re
from collections.abc import Sequence

import msgspec

from workbench.codebook.events import Relation, SanctionFrames, Slot
from workbench.record import Mention, Sanction
from workbench.span import Span
from workbench.tag.rulebook import CompiledRule, Found, first
from workbench.tag.scene import Scene
from workbench.tag.states import States, parties
from workbench.tag.themes import Assertion

#: Between the words of a relation and the actors that they govern stand at most this many characters.
_NEAR = 60
#: An actor without a preposition belongs to a relation only right after its words.
_BARE = 25
#: What may stand between two actors of one list: ``Rusia, Belarus dan Iran``.
_LIST = re.compile(r"\W*(?:dan|serta|maupun|atau|beserta)?\W*(?:negara|pemerintah|presiden)?\W*")


class SanctionRules(msgspec.Struct, frozen=True):
    """The frames of ``sanctions.yaml``, compiled."""

    theme: str
    prepositions: tuple[tuple[str, Slot], ...]
    relations: tuple[CompiledRule, ...]
    statuses: tuple[CompiledRule, ...]
    instruments: tuple[CompiledRule, ...]


def build_sanction_rules(frames: SanctionFrames, compiled: dict[str, CompiledRule]) -> SanctionRules:
    """Pick the rules of `frames` from the `compiled` ones, by id."""
    words = tuple((word, slot) for slot, listed in frames.prepositions.items() for word in listed)
    return SanctionRules(
        frames.theme,
        words,
        tuple(compiled[rule.id] for rule in frames.relations),
        tuple(compiled[rule.id] for rule in frames.statuses),
        tuple(compiled[rule.id] for rule in frames.instruments),
    )


def sanction_event(assertion: Assertion, scene: Scene, rules: SanctionRules, states: States) -> Sanction:
    """Return the event that a sentence on sanctions reports; what it leaves unsaid stays empty or None."""
    reading, sentence = scene.reading, scene.sentence
    relation = first(rules.relations, reading, sentence)
    fired, found = relation if relation else assertion.fired[0]
    at = Span(found[0][0], found[-1][1])
    slots = _slots(fired, found, scene, rules) if relation else {}
    status = first(rules.statuses, reading, sentence)
    instrument = first(rules.instruments, reading, sentence)
    return Sanction(
        sentence.start,
        sentence.end,
        parties(slots.get("authority", ()), states),
        parties(slots.get("recipient", ()), states),
        instrument[0].rule.value if instrument else None,
        status[0].rule.value if status else None,
        scene.mood(at),
        fired.rule.id,
    )


def _slots(fired: CompiledRule, found: Found, scene: Scene, rules: SanctionRules) -> dict[Slot, list[Mention]]:
    """Share the actors around the words of a relation out to its slots."""
    relation = fired.rule
    start, end = found[0][0], found[-1][1]
    slots: dict[Slot, list[Mention]] = {}
    if not isinstance(relation, Relation):
        return slots
    before = [m for m in scene.mentions if m.end <= start]
    if relation.before and before:
        slots[relation.before] = _last_list(before, scene.reading.folded)
    reached, slot = end, relation.bare
    for mention in (m for m in scene.mentions if m.start >= end):
        between = scene.reading.folded[reached : mention.start]
        if len(between) > _NEAR:
            break
        if not (slot in slots and _LIST.fullmatch(between)):
            slot = _slot_said(between, rules.prepositions) or (relation.bare if mention.start - end < _BARE else None)
        if slot is None or (slot == relation.before and slot in slots):
            break
        slots.setdefault(slot, []).append(mention)
        reached = mention.end
    return slots


def _slot_said(between: str, prepositions: Sequence[tuple[str, Slot]]) -> Slot | None:
    """Return the slot of the last preposition in the words before an actor."""
    words = re.findall(r"\w+", between)
    said = dict(prepositions)
    return next((said[word] for word in reversed(words) if word in said), None)


def _last_list(mentions: Sequence[Mention], folded: str) -> list[Mention]:
    """Return the last mentions that stand together as one list."""
    kept = [mentions[-1]]
    for mention in reversed(mentions[:-1]):
        if not _LIST.fullmatch(folded[mention.end : kept[0].start]):
            break
        kept.insert(0, mention)
    return kept
