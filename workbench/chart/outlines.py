"""Outlines of land and borders, for maps without a tile server; Natural Earth, public domain."""

from functools import cache
from importlib.resources import files
from itertools import accumulate

import msgspec

#: Longitude and latitude in degrees; land that reaches over the 180th meridian goes on beyond it.
Line = tuple[tuple[float, float], ...]


class PackedOutlines(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``data/outlines.json``, which ``tools/make_outlines.py`` makes.

    Parameters
    ----------
    origin
        What the lines were taken from.
    scale
        Units in a degree.
    land, borders, disputed
        Each line as its first point and the steps from there, x and y in turn, in whole units.
    """

    origin: str
    scale: int
    land: tuple[tuple[int, ...], ...]
    borders: tuple[tuple[int, ...], ...]
    disputed: tuple[tuple[int, ...], ...]


class Outlines(msgspec.Struct, frozen=True):
    """Lines of a map of the world.

    Parameters
    ----------
    origin
        What the lines were taken from, to be said under the map.
    land
        Closed rings, to be filled together by the even-odd rule, since some are inland seas.
    borders
        Borders of states as Natural Earth draws them.
    disputed
        Lines that states dispute, to be drawn dashed.
    """

    origin: str
    land: tuple[Line, ...]
    borders: tuple[Line, ...]
    disputed: tuple[Line, ...]


@cache
def packed_outlines() -> PackedOutlines:
    """Return the outlines as they are shipped, read once."""
    return msgspec.json.decode((files("workbench.chart") / "data" / "outlines.json").read_bytes(), type=PackedOutlines)


@cache
def load_outlines() -> Outlines:
    """Return the outlines in degrees."""
    packed = packed_outlines()
    land, borders, disputed = (
        tuple(_line(steps, packed.scale) for steps in lines) for lines in (packed.land, packed.borders, packed.disputed)
    )
    return Outlines(packed.origin, land, borders, disputed)


def _line(steps: tuple[int, ...], scale: int) -> Line:
    xs, ys = accumulate(steps[::2]), accumulate(steps[1::2])
    return tuple((x / scale, y / scale) for x, y in zip(xs, ys, strict=True))
