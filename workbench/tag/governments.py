"""States that speak: a state, its capital and its government are one speaker, under one name."""

import re
from collections.abc import Sequence

import msgspec

from workbench.codebook.schema import Actor
from workbench.tag.referents import Referent
from workbench.tag.speakers import Cast, Who
from workbench.tag.states import build_states

_HEADS = frozenset({"head-of-state", "head-of-government"})
_BLOCS = frozenset({"international", "union", "alliance"})
_GOVERNMENT = re.compile(r"pemerintah(?:an)?\s", re.IGNORECASE)


class Governments(msgspec.Struct, frozen=True):
    """Which entities speak for a state; see `build_governments`.

    Parameters
    ----------
    states
        The state that a state's or a capital's entity stands for, by id.
    leaders
        The states of persons: ``negara yang dipimpin oleh X`` is X's.
    heads
        Heads of states and governments: ``penasihat X`` is not X.
    blocs
        Unions and alliances: ``blok itu`` is the one named last.
    names
        What each state is called where an article does not name it.
    """

    states: dict[str, str]
    names: dict[str, str]
    leaders: dict[str, str]
    heads: frozenset[str]
    blocs: frozenset[str]

    def of(self, one: Referent, cast: Cast) -> tuple[str, str] | None:
        """Return name and entity of the government for which a state or a capital stands, or None."""
        known = self.leaders if one.entity in self.leaders and one.kind == "place" else self.states
        state = known.get(one.entity) if one.entity is not None else None
        if state is None:
            return None
        printed = next((other.name for other in cast.members if other.entity == state), None)
        return f"Pemerintah {printed or self.names[state]}", state

    def called(self, who: Who, cast: Cast) -> tuple[str, str] | None:
        """Return name and entity of a government that is called one: ``pemerintah Rusia``."""
        government = _GOVERNMENT.match(cast.text, who.start, who.end)
        named = cast.between(government.end(), who.end) if government else ()
        if len(named) != 1 or named[0].end != who.end or self.states.get(named[0].entity or "") != named[0].entity:
            return None
        return self.of(named[0], cast)

    def bloc(self, role: str, at: int, cast: Cast) -> Referent | None:
        """Return the union or alliance named last before `at`, where a role is a word for one: ``blok itu``."""
        if role.lower() not in cast.words.blocs:
            return None
        return next((one for one in reversed(cast.between(0, at)) if one.entity in self.blocs), None)


def build_governments(actors: Sequence[Actor], shared: Sequence[str]) -> Governments:
    """Read from `actors` which of them are states and capitals, the `shared` ones left out."""
    of = build_states(actors).of
    return Governments(
        {
            one.id: of.get(one.id, one.id)
            for one in actors
            if one.type == "country" or (one.kind == "capital" and one.id in of and one.id not in shared)
        },
        {one.id: one.label.id if one.label else one.name for one in actors if one.type == "country"},
        {one.id: of[one.id] for one in actors if one.type == "person" and one.id in of},
        *(frozenset(one.id for one in actors if one.kind in kinds) for kinds in (_HEADS, _BLOCS)),
    )
