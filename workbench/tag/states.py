"""Actors of events: mentions in a sentence, and the states behind places and persons."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

import msgspec

from workbench.codebook.schema import Actor
from workbench.record import Mention
from workbench.span import Span

#: Kinds of organisation that report events and do not take part in them.
_MEDIA = frozenset({"news-agency", "agency", "media", "newspaper", "broadcaster"})
#: Kinds that are what a measure works with, and never whom it is aimed at: ``mendepak Rusia dari SWIFT``.
_MEANS = frozenset({"payment-network"})
#: Kinds of organisation that may restrict others: bodies of states and organs of a state.
_AUTHORITIES = frozenset(
    {"international", "union", "union-body", "alliance", "government", "ministry", "parliament", "central-bank"}
)
#: Types of actor that may do so whatever their kind.
_STATES = frozenset({"country", "collective", "place"})

_DYAD = 2


class States(msgspec.Struct, frozen=True):
    """For each entity of the codebook, its state's id (its own for a state), and the entities never to count.

    Parameters
    ----------
    of
        Entity id to the id of the country actor with the same country code.
    silent
        Entities that are media, or the means of a measure.
    bodies
        Organisations that may restrict others.
    countries
        The states themselves.
    """

    of: dict[str, str]
    silent: frozenset[str]
    bodies: frozenset[str]
    countries: frozenset[str]

    def may_restrict(self, mention: Mention) -> bool:
        """Say whether a mention names a state, a body or a collective; a person is none of these."""
        return mention.type in _STATES or mention.entity in self.bodies


def build_states(actors: Sequence[Actor]) -> States:
    """Read from `actors` which state each belongs to."""
    by_code = {actor.country: actor.id for actor in actors if actor.type == "country" and actor.country}
    of = {actor.id: by_code[actor.country] for actor in actors if actor.country in by_code}
    silent, bodies = (
        frozenset(actor.id for actor in actors if actor.kind in kinds) for kinds in (_MEDIA | _MEANS, _AUTHORITIES)
    )
    return States(of, silent, bodies, frozenset(by_code.values()))


def mentions_in(mentions: Sequence[Mention], span: Span) -> list[Mention]:
    """Return the mentions that lie in `span`; `mentions` are in text order."""
    inside = []
    for mention in mentions[bisect_left(mentions, span.start, key=lambda m: m.start) :]:
        if mention.start >= span.end:
            break
        if mention.end <= span.end:
            inside.append(mention)
    return inside


def party_of(mention: Mention, states: States) -> str | None:
    """Return the party that a mention stands for: a capital or another place stands for its state."""
    if mention.entity in states.silent:
        return None
    return states.of.get(mention.entity, mention.entity) if mention.type == "place" else mention.entity


def parties(mentions: Iterable[Mention], states: States) -> tuple[str, ...]:
    """Return the parties among `mentions`, each once, in order of first mention."""
    found = (party_of(mention, states) for mention in mentions)
    return tuple(dict.fromkeys(party for party in found if party is not None))


def state_parties(mentions: Sequence[Mention], states: States) -> tuple[str, ...]:
    """Return the states and bodies among `mentions`: a force or a ministry stands for its state.

    Where fewer than two are named, leaders stand for theirs.
    """
    named = [
        states.of.get(m.entity, m.entity)
        for m in mentions
        # A sea or a region of no state is where something happens, and nobody.
        if m.type != "person" and m.entity not in states.silent and (m.type != "place" or m.entity in states.of)
    ]
    if len(set(named)) < _DYAD:
        named += [states.of[m.entity] for m in mentions if m.type == "person" and m.entity in states.of]
    return tuple(dict.fromkeys(named))
