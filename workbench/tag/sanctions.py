"""Sanction events: who restricts whom by what, and how the sentence puts it."""

import re
from collections.abc import Sequence
from itertools import chain, pairwise

import msgspec

from workbench.codebook.events import Slot
from workbench.record import Mention, Sanction
from workbench.span import Span
from workbench.tag.restrictions import told_by_all
from workbench.tag.rulebook import Found
from workbench.tag.sanction_rules import SanctionRules
from workbench.tag.scene import Scene
from workbench.tag.states import States, parties, state_parties
from workbench.tag.themes import Assertion

#: A leader acts for his state where he stands at most this many characters before the words of a relation.
_RIGHT_BEFORE = 25
_BOTH = re.compile(r"\W*(?:terhadap|kepada|atas|bagi|untuk|pada)?\W*kedua negara")
_PAIR = 2
#: Types of those who may stand right behind the name of their state.
_BEARERS = frozenset({"person", "organisation"})


def sanction_event(
    assertion: Assertion, scene: Scene, rules: SanctionRules, states: States, *, before: Sequence[str]
) -> Sanction:
    """Return the event that a sentence on sanctions reports; what it leaves unsaid stays empty or None.

    `before` are the restricted of the event that the sentence may go on about.
    """
    scene = msgspec.structs.replace(scene, mentions=_parties_in(scene, states))
    reading, sentence = scene.reading, scene.sentence
    relations = reading.fired(rules.relations, sentence)
    relation = next(relations, None)
    fired, found = relation if relation else assertion.fired[0]
    at = Span(found[0][0], found[-1][1])
    told = told_by_all(chain((relation,), relations), at, scene, rules) if relation else {}
    authority, recipient = _parties(told, at, states)
    if relation and not recipient and _BOTH.match(reading.folded, at.end, sentence.end):
        recipient = _both([m for m in scene.mentions if m.end <= at.start], states)
    described = reading.first(rules.described, sentence) if relation else None
    if described is not None and (meant := _described(described[1], scene, states, authority, before)):
        fired, recipient = described[0], meant
    reason = rules.reasons.search(reading.folded, at.end, sentence.end)
    measure = reading.view(sentence.start, reason.start()) if reason else sentence
    return Sanction(
        sentence.start,
        sentence.end,
        authority,
        recipient,
        reading.first_value(rules.instruments, measure),
        scene.status(rules.statuses, at) or (relation[0].rule.value if relation else None),
        scene.mood(at),
        fired.rule.id,
    )


def _parties(slots: dict[Slot, list[Mention]], at: Span, states: States) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return who restricts and who is restricted; nobody restricts himself."""
    recipient = parties(slots.get("recipient", ()), states)
    named = slots.get("authority", [])
    authority = parties([m for m in named if states.may_restrict(m)], states)
    if not authority and len(named) == 1 and 0 <= at.start - named[0].end <= _RIGHT_BEFORE:
        # "Trump mencabut sanksi": a leader right before the verb acts for his state.
        authority = tuple(states.of[m.entity] for m in named if m.type == "person" and m.entity in states.of)
    return tuple(a for a in authority if a not in recipient), recipient


def _both(before: Sequence[Mention], states: States) -> tuple[str, ...]:
    """Return the two states that ``kedua negara`` refers back to, or nothing where more or fewer are named."""
    named = state_parties(before, states)
    return named if len(named) == _PAIR else ()


def _described(
    found: Found, scene: Scene, states: States, authority: Sequence[str], before: Sequence[str]
) -> tuple[str, ...]:
    """Return the state that ``terhadap negara tersebut`` means, or nothing where more than one may be meant."""
    if len(before) == 1 and before[0] in states.countries and before[0] not in authority:
        return tuple(before)
    named = {m.entity for m in scene.mentions if m.end <= found[0][0] and m.entity in states.countries}
    others = tuple(named.difference(authority))
    return others if len(others) == 1 else ()


def _parties_in(scene: Scene, states: States) -> list[Mention]:
    """Return who may restrict or be restricted: no medium, nor the state of ``Presiden Belarus Lukashenko``.

    Nor is it that of ``perusahaan minyak Rusia Rosneft``.
    """
    folded = scene.reading.folded
    named = [m for m in scene.mentions if m.entity not in states.silent]
    parted = [
        one
        for one, after in pairwise(named)
        if not (one.type == "country" and after.type in _BEARERS and folded[one.end : after.start].isspace())
    ]
    return [*parted, *named[-1:]]
