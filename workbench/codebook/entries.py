"""What no schema can say of actors and agencies: a spelling names one of them, members exist, no term ends early."""

from collections.abc import Iterator, Sequence

import msgspec

from workbench.codebook.schema import Actor, Agency


class Flaw(msgspec.Struct, frozen=True):
    """Something that an entry says and that cannot be right.

    Parameters
    ----------
    entry
        Its id.
    field
        Where it says so.
    reason
        What is wrong with it.
    """

    entry: str
    field: str
    reason: str


def find_flaws(actors: Sequence[Actor], agencies: Sequence[Agency]) -> Iterator[Flaw]:
    """Yield every flaw of the entries, in their order."""
    yield from _shared_spellings((*actors, *agencies))
    known = {actor.id for actor in actors}
    for actor in actors:
        for member in actor.members:
            if member.actor not in known:
                yield Flaw(actor.id, "members", f"there is no actor {member.actor!r}")
        for field, spans in (("roles", actor.roles), ("members", actor.members)):
            for span in spans:
                if span.start and span.end and span.end < span.start:
                    yield Flaw(actor.id, field, f"it ends on {span.end} and starts on {span.start}")


def _shared_spellings(entries: Sequence[Actor | Agency]) -> Iterator[Flaw]:
    """Yield spellings that an earlier entry has: which of the two is meant could not be told."""
    owners: dict[str, str] = {}
    for entry in entries:
        for spelling in entry.aliases:
            owner = owners.setdefault(spelling, entry.id)
            if owner != entry.id:
                yield Flaw(entry.id, "aliases", f"{spelling!r} names {owner}, too")
