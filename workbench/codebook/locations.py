"""Where places lie, for maps, and which place a dateline names."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Final, Literal

import msgspec

from workbench.codebook.load import load_entries
from workbench.codebook.schema import Actor, Country, Label, Slug
from workbench.errors import CodebookError

#: What stands between a town and what else a dateline says of where it lies.
_BETWEEN: Final = re.compile(r"\s*[,/()–-]\s*")


class Location(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where a place lies.

    Parameters
    ----------
    id
        The actor of type place or country that lies there; of a place that is no actor, a key of its own.
    lat, lon
        Degrees, north and east positive, to about ten kilometres.
    extent
        A ``site`` (town, base), an ``area`` (region, sea) or a ``state``: what the point stands for.
    names
        Spellings in datelines besides those of the actor; without regard to case.
    label
        What people read of a place that is no actor; None for its first name.
    """

    id: Slug
    lat: Annotated[float, msgspec.Meta(ge=-90, le=90)]
    lon: Annotated[float, msgspec.Meta(ge=-180, le=180)]
    country: Country | None = None
    extent: Literal["site", "area", "state"] = "site"
    names: tuple[str, ...] = ()
    label: Label | None = None


def load_locations(file: Path, actors: Iterable[Actor]) -> tuple[Location, ...]:
    """Load ``places.yaml``, which a codebook may leave out.

    Raises
    ------
    CodebookError
        The file breaks its schema, an id stands twice, or a place is no actor and has no name.
    """
    locations = load_entries(file, Location) if file.is_file() else ()
    known, seen = {actor.id for actor in actors if actor.type in ("place", "country")}, set()
    for one in locations:
        if one.id in seen:
            raise CodebookError(str(file), None, f"the place {one.id!r} stands twice")
        if one.id not in known and not one.names:
            raise CodebookError(str(file), None, f"the place {one.id!r} is no actor, so it needs names")
        seen.add(one.id)
    return locations


def place_spellings(actors: Iterable[Actor], locations: Iterable[Location]) -> dict[str, str]:
    """Return the spellings of places and states, folded, with the id that each means."""
    spelled = {name.casefold(): one.id for one in locations for name in one.names}
    for actor in actors:
        if actor.type in ("place", "country"):
            spelled |= {name.casefold(): actor.id for name in (actor.name, *actor.aliases)}
    return spelled


def place_of_dateline(place: str, spellings: Mapping[str, str]) -> str | None:
    """Return the place that a dateline names: the whole of it, else the first part that is known.

    Examples
    --------
    >>> place_of_dateline("MINSK, Belarus", {"minsk": "minsk", "belarus": "belarus"})
    'minsk'
    """
    parts = (place, *_BETWEEN.split(place))
    return next((spellings[part] for part in (part.strip().casefold() for part in parts) if part in spellings), None)
