"""Make the outlines of the maps from Natural Earth (``python tools/make_outlines.py countries-50m.json OUTPUT``).

The input is the file of that name in version 2.0.2 of the npm package ``world-atlas``: Natural Earth 4.1.0 (public
domain) as TopoJSON, in which neighbours share their lines, so that simplified neighbours still touch.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec

Point = tuple[float, float]

ORIGIN = "Natural Earth 4.1.0, public domain"
#: Units in a degree of the numbers written.
SCALE = 20
#: West, south, east, north: where most of the coverage plays, the lines are finer.
NEAR = (-12.0, 34.0, 70.0, 72.0)
#: How far a line may be moved, in degrees, near and elsewhere.
MOVED = (0.06, 0.22)
#: The smallest extent of an island, in degrees, near and elsewhere.
SMALLEST = (0.4, 1.2)
SOUTHERNMOST = -58.0
HALF = 180.0
#: Borders of these are drawn as disputed.
DISPUTED = frozenset({"Kosovo", "N. Cyprus", "Somaliland", "W. Sahara"})
#: A point on the line between Crimea and the mainland, which the source draws as a border of states.
PEREKOP = (33.6, 46.1)


class Topology(msgspec.Struct):
    """Lines shared by countries, and for each country the numbers of its lines; ``~i`` is line `i` backwards."""

    lines: list[list[Point]]
    countries: dict[str, list[list[int]]]
    land: list[list[int]]


def read_topology(path: Path) -> Topology:
    """Return the lines of a TopoJSON file in degrees."""
    topology = json.loads(path.read_text("utf-8"))
    found = topology["objects"]
    countries = {one["properties"]["name"]: list(_rings(one)) for one in found["countries"]["geometries"]}
    land = [ring for one in found["land"]["geometries"] for ring in _rings(one)]
    return Topology([list(_degrees(arc, topology["transform"])) for arc in topology["arcs"]], countries, land)


def _rings(geometry: dict[str, Any]) -> Iterator[list[int]]:
    for polygon in [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]:
        yield from polygon


def _degrees(arc: Iterable[Point], transform: dict[str, Any]) -> Iterator[Point]:
    (wide, high), (west, south) = transform["scale"], transform["translate"]
    x = y = 0.0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield x * wide + west, y * high + south


def outlines(world: Topology) -> dict[str, object]:
    """Return land, borders and disputed lines, simplified, as steps of whole units."""
    thin = [_simpler(line, MOVED[0] if _is_near(line) else MOVED[1]) for line in world.lines]
    land = (_whole(_joined(thin, ring)) for ring in world.land)
    borders, disputed = _borders(world)
    return {
        "origin": ORIGIN,
        "scale": SCALE,
        "land": [_steps(ring) for ring in land if _is_large(ring)],
        "borders": [_steps(thin[number]) for number in borders],
        "disputed": [_steps(thin[number]) for number in disputed],
    }


def _borders(world: Topology) -> tuple[list[int], list[int]]:
    """Return the numbers of the lines between two countries: those that are borders, and those in dispute."""
    owners = [
        (name, number if number >= 0 else ~number)
        for name, rings in world.countries.items()
        for ring in rings
        for number in ring
    ]
    shared = sorted(number for number, n in Counter(number for _, number in owners).items() if n > 1)
    claimed = {number for name, number in owners if name in DISPUTED} | {_nearest(world.lines, shared, PEREKOP)}
    return [number for number in shared if number not in claimed], [number for number in shared if number in claimed]


def _nearest(lines: list[list[Point]], numbers: Iterable[int], to: Point) -> int:
    return min(numbers, key=lambda number: min(_squared(point, to) for point in lines[number]))


def _squared(one: Point, other: Point) -> float:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2


def _is_near(line: Iterable[Point]) -> bool:
    west, south, east, north = NEAR
    return any(west <= x <= east and south <= y <= north for x, y in line)


def _simpler(line: list[Point], moved: float) -> list[Point]:
    """Leave out points that lie within `moved` of the line without them (Douglas and Peucker 1973)."""
    first, last = line[0], line[-1]
    if len(line) < 3:  # noqa: PLR2004 -- a line of two points has nothing to leave out
        return line
    at = max(range(1, len(line) - 1), key=lambda at: _squared(line[at], _foot(line[at], first, last)))
    if first != last and _squared(line[at], _foot(line[at], first, last)) <= moved**2:
        return [first, last]
    return _simpler(line[: at + 1], moved)[:-1] + _simpler(line[at:], moved)


def _foot(point: Point, first: Point, last: Point) -> Point:
    """Return the point of the line from `first` to `last` that is nearest to `point`."""
    (x, y), (dx, dy) = first, (last[0] - first[0], last[1] - first[1])
    if dx == dy == 0:
        return first
    along = max(0.0, min(1.0, ((point[0] - x) * dx + (point[1] - y) * dy) / (dx**2 + dy**2)))
    return x + along * dx, y + along * dy


def _joined(lines: list[list[Point]], ring: list[int]) -> list[Point]:
    points: list[Point] = []
    for number in ring:
        line = lines[number] if number >= 0 else lines[~number][::-1]
        points += line[1:] if points else line
    return points


def _whole(ring: list[Point]) -> list[Point]:
    """Let a ring that crosses the 180th meridian go on beyond it, on the side where most of it lies."""
    turns, points = 0, [ring[0]]
    for (before, _), (x, y) in pairwise(ring):
        turns += (before - x > HALF) - (x - before > HALF)
        points.append((x + turns * 2 * HALF, y))
    middle = sum(x for x, _ in points) / len(points)
    shift = -2 * HALF * round(middle / (2 * HALF))
    return [(x + shift, y) for x, y in points]


def _is_large(ring: list[Point]) -> bool:
    across = max(max(axis) - min(axis) for axis in zip(*ring, strict=True))
    return across >= SMALLEST[not _is_near(ring)] and max(y for _, y in ring) > SOUTHERNMOST


def _steps(line: list[Point]) -> list[int]:
    """Return a line as its first point and the steps from there, each two whole numbers."""
    whole = [(round(x * SCALE), round(y * SCALE)) for x, y in line]
    steps = [(x - a, y - b) for (a, b), (x, y) in pairwise(whole)]
    return [number for pair in (whole[0], *(step for step in steps if step != (0, 0))) for number in pair]


if __name__ == "__main__":
    made = outlines(read_topology(Path(sys.argv[1])))
    Path(sys.argv[2]).write_text(json.dumps(made, separators=(",", ":")) + "\n", "utf-8")
