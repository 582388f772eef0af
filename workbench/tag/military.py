"""Events of military cooperation: what forces or arms industries do together, with what, and where."""

import re
from collections.abc import Sequence

import msgspec

from workbench.codebook.events import Equipment, MilitaryFrames
from workbench.record import MilitaryCooperation
from workbench.span import Span
from workbench.tag.clauses import clause_around
from workbench.tag.matcher import Matcher, build_matcher
from workbench.tag.rulebook import CompiledRule, Group, RuleBook
from workbench.tag.scene import Scene
from workbench.tag.states import States, party_of, state_parties
from workbench.tag.themes import Assertion

#: Where a sentence does not say which kind of cooperation it is.
GENERAL = "general"
_DYAD = 2


class MilitaryRules(msgspec.Struct, frozen=True):
    """The frames of ``military.yaml`` and ``equipment.yaml``, compiled."""

    theme: str
    places: re.Pattern[str]
    statuses: Group
    equipment: Matcher
    equipment_ids: tuple[str, ...]


def build_military_rules(frames: MilitaryFrames, equipment: Sequence[Equipment], book: RuleBook) -> MilitaryRules:
    """Look up the rules of `frames` in `book`."""
    named = [(alias, entry.id) for entry in equipment for alias in entry.aliases]
    words = "|".join(re.escape(word) for word in sorted(frames.place_words, key=len, reverse=True))
    return MilitaryRules(
        frames.theme,
        re.compile(rf"\b(?:{words})\s+$"),
        book.group(frames.statuses),
        build_matcher([alias for alias, _ in named], folded=True),
        tuple(entry for _, entry in named),
    )


def military_events(
    assertion: Assertion, scene: Scene, rules: MilitaryRules, states: States
) -> list[MilitaryCooperation]:
    """Return the events that a sentence reports, one for each kind of cooperation in it."""
    kinds: dict[str, tuple[CompiledRule, Span]] = {}
    for rule, found in assertion.fired:
        kinds.setdefault(rule.rule.value or GENERAL, (rule, Span(found[0][0], found[-1][1])))
    if len(kinds) > 1:
        kinds.pop(GENERAL, None)
    status = scene.reading.first_value(rules.statuses, scene.sentence)
    equipment, place = _equipment(scene, rules), _place(scene, rules, states)
    return [
        MilitaryCooperation(
            scene.sentence.start,
            scene.sentence.end,
            kind,
            _actors(scene, at, states),
            equipment,
            place,
            status,
            scene.mood(at),
            rule.rule.id,
        )
        for kind, (rule, at) in kinds.items()
    ]


def _actors(scene: Scene, at: Span, states: States) -> tuple[str, ...]:
    """Return who cooperates: two or more named among the words that fired, else in their clause, else anywhere."""
    clause = clause_around(scene.reading, scene.sentence, at)
    for zone in (at, Span(clause.start, clause.end)):
        near = state_parties([m for m in scene.mentions if zone.overlaps(m)], states)
        if len(near) >= _DYAD:
            return near
    return state_parties(scene.mentions, states)


def _equipment(scene: Scene, rules: MilitaryRules) -> tuple[str, ...]:
    words = scene.reading.folded[scene.sentence.start : scene.sentence.end]
    return tuple(dict.fromkeys(rules.equipment_ids[i] for _, _, i in rules.equipment.find(words)))


def _place(scene: Scene, rules: MilitaryRules, states: States) -> str | None:
    """Return the place in which the sentence sets the event, or the state on whose soil it is."""
    for mention in scene.mentions:
        if mention.type not in ("place", "country"):
            continue
        before = scene.reading.folded[scene.sentence.start : mention.start]
        if rules.places.search(before):
            return mention.entity if mention.type == "place" else party_of(mention, states)
    return None
