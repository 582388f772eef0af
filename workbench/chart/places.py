"""Maps: counts by place on outlines that the program carries; what has no place on the map is told beneath it."""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from math import cos, pi, radians, sqrt
from typing import TYPE_CHECKING, Final

import msgspec
import pandas as pd

from workbench.chart.bars import shortened
from workbench.chart.build import build_chart, build_marks
from workbench.chart.chart import Chart
from workbench.chart.draw import NUMBER, draw_axes, link, link_points
from workbench.chart.labels import say
from workbench.chart.outlines import Line, load_outlines
from workbench.chart.palette import BLUE, GREY, INK
from workbench.chart.room import Room, word_box
from workbench.chart.words import Words, with_note
from workbench.codebook.locations import Location
from workbench.frame import Tables, require_columns

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: Area of the smallest circle, and how much larger the largest is; of a state or region it is drawn hollow.
_SMALL, _LARGER = 80.0, 300.0
#: Degrees around the outermost places; the least that a map shows; where it lies when there is no place.
_AROUND, _LEAST = 5.0, 18.0
_NOWHERE: Final = (15.0, 60.0, 42.0, 65.0)
#: Inches.
_WIDTH, _TALLEST = 6.4, 4.4
_FONT: Final = 8
#: Places so many degrees from the middle one are told beneath the map if they hold no more than this share.
_FAR, _FEW = 45.0, 0.1
#: Names printed on one map; every number is printed.
_MOST_NAMES: Final = 18


class Spot(msgspec.Struct, frozen=True):
    """One place on the map, with its count."""

    name: str
    n: int
    lon: float
    lat: float
    is_site: bool


def map_chart(tables: Tables, counts: pd.DataFrame, words: Words, *, by: tuple[str, str]) -> Chart:
    """Draw a circle for each row of `counts`.

    Parameters
    ----------
    tables, words
        Where the articles are, and what the chart says about itself.
    counts
        Columns of `by`, ``n``, ``evidence``.
    by
        The columns that hold the key of a place and what people call it; a key without a place on the map is told
        beneath it, with its number, and has its mark.
    """
    require_columns(counts, (*by, "n", "evidence"))
    known = {one.id: one for one in tables.corpus.codebook.locations}
    names = [str(name) for name in counts[by[1]]]
    rows = list(zip(counts[by[0]], names, counts["n"], strict=True))
    spots = [_spot(known[key], name, int(n)) for key, name, n in rows if key in known]
    without = [f"{name} {n}" for key, name, n in rows if key not in known]
    if without:
        words = with_note(words, say("off-map", tables.language, named=", ".join(without)))
    if any(not spot.is_site for spot in spots):
        words = with_note(words, say("dashed-places", tables.language))
    words = with_note(words, say("outlines", tables.language, origin=load_outlines().origin))
    spots, beyond = _within(spots)
    if beyond:
        told = ", ".join(f"{spot.name} {spot.n}" for spot in beyond)
        words = with_note(words, say("beyond-map", tables.language, named=told))
    bounds = _bounds(spots)
    nothing = say("nothing", tables.language)
    size = (_WIDTH, _height(bounds))
    drawing = draw_axes(lambda axes: _draw(axes, spots, bounds, nothing=nothing), key=words.key, size=size)
    marks = build_marks(counts, names)
    return build_chart(tables, words, drawing, marks=marks, told=[(mark.label, str(mark.n)) for mark in marks])


def _spot(where: Location, name: str, n: int) -> Spot:
    return Spot(name, n, where.lon, where.lat, where.extent == "site")


def _within(spots: list[Spot]) -> tuple[list[Spot], list[Spot]]:
    """Return the places that the map shows, the largest first, and the few that would shrink all others."""
    ranked = sorted(spots, key=lambda spot: (-spot.n, spot.name))
    total = sum(spot.n for spot in spots)
    near = [spot for spot in ranked if abs(spot.lon - _middle(spots)) <= _FAR]
    few = total - sum(spot.n for spot in near) <= _FEW * total
    shown = near if few else ranked
    return shown, [spot for spot in ranked if spot not in shown]


def _middle(spots: Sequence[Spot]) -> float:
    """Return the longitude of the middle statement."""
    along = sorted((spot.lon, spot.n) for spot in spots)
    sums = list(accumulate(n for _, n in along))
    return next(lon for (lon, _), reached in zip(along, sums, strict=True) if 2 * reached >= sums[-1])


def _bounds(spots: Sequence[Spot]) -> tuple[float, float, float, float]:
    """Return the west, east, south and north edge of the map."""
    if not spots:
        return _NOWHERE
    south, north = _widened([spot.lat for spot in spots], least=_LEAST)
    broad = (north - south) * _stretch((0, 0, south, north)) * _WIDTH / _TALLEST
    return *_widened([spot.lon for spot in spots], least=max(_LEAST, broad)), south, north


def _widened(values: Sequence[float], *, least: float) -> tuple[float, float]:
    low, high = min(values) - _AROUND, max(values) + _AROUND
    more = max(0.0, least - (high - low)) / 2
    return low - more, high + more


def _stretch(bounds: tuple[float, float, float, float]) -> float:
    """Return how much longer a degree of latitude is than one of longitude, in the middle of the map."""
    return 1 / cos(radians(max(-70.0, min(70.0, (bounds[2] + bounds[3]) / 2))))


def _height(bounds: tuple[float, float, float, float]) -> float:
    west, east, south, north = bounds
    return max(2.4, min(_TALLEST, _WIDTH * (north - south) * _stretch(bounds) / (east - west)))


def _draw(axes: "Axes", spots: Sequence[Spot], bounds: tuple[float, float, float, float], *, nothing: str) -> None:
    west, east, south, north = bounds
    axes.set_axis_off()
    axes.set_xlim(west, east)
    axes.set_ylim(south, north)
    axes.set_aspect(_stretch(bounds), adjustable="box")
    _draw_outlines(axes)
    if not spots:
        axes.text((west + east) / 2, (south + north) / 2, nothing, ha="center", va="center", color=INK)
    areas = _areas(spots)
    room = Room(word_box(f" {spot.n} ", _points(axes, spot), size=_FONT) for spot in spots)
    for rank, spot in enumerate(spots):
        _draw_spot(axes, spot, area=areas[rank])
        if rank < _MOST_NAMES:
            _print_name(axes, spot, room, beside=sqrt(areas[rank] / pi) + 2)


def _areas(spots: Sequence[Spot]) -> list[float]:
    most = max((spot.n for spot in spots), default=1)
    return [_SMALL + _LARGER * spot.n / most for spot in spots]


def _points(axes: "Axes", spot: Spot) -> tuple[float, float]:
    """Return where a place lies on the page, in points; near enough to keep names apart."""
    (west, east), (south, _) = axes.get_xlim(), axes.get_ylim()
    unit = 72 * _WIDTH / (east - west)
    return unit * (spot.lon - west), unit * axes.get_aspect() * (spot.lat - south)  # type: ignore[operator]


def _draw_outlines(axes: "Axes") -> None:
    from matplotlib.collections import LineCollection, PathCollection  # noqa: PLC0415 -- slow to import
    from matplotlib.path import Path  # noqa: PLC0415 -- as above

    outlines = load_outlines()
    land = Path.make_compound_path(*(Path(ring, closed=True) for ring in _near(axes, outlines.land)))
    axes.add_collection(PathCollection([land], facecolor=GREY, alpha=0.16, linewidth=0, label="_land"))
    for lines, dashes in ((outlines.land, "solid"), (outlines.borders, "solid"), (outlines.disputed, "dashed")):
        drawn = LineCollection(list(_near(axes, lines)), colors=GREY, linewidths=0.6, linestyles=dashes, label="_line")
        axes.add_collection(drawn, autolim=False)


def _near(axes: "Axes", lines: Iterable[Line]) -> list[Line]:
    """Return the lines of which some part may be seen; the picture holds no others."""
    (west, east), (south, north) = axes.get_xlim(), axes.get_ylim()
    return [
        line
        for line in lines
        if max(x for x, _ in line) > west - _LEAST
        and min(x for x, _ in line) < east + _LEAST
        and max(y for _, y in line) > south - _LEAST
        and min(y for _, y in line) < north + _LEAST
    ]


def _draw_spot(axes: "Axes", spot: Spot, *, area: float) -> None:
    circle = axes.scatter([spot.lon], [spot.lat], s=area, color=BLUE, linewidth=1, zorder=3, label="_place")
    if spot.is_site:
        circle.set_edgecolor("white")
    else:
        circle.set(edgecolor=INK, linestyle="--", alpha=0.75)
    told = axes.text(spot.lon, spot.lat, str(spot.n), color="white", fontsize=_FONT, fontweight="bold", zorder=4)
    told.set(gid=NUMBER, ha="center", va="center", label=f"place, {spot.name}")
    link_points(circle, [spot.name])
    link(told, spot.name)


def _print_name(axes: "Axes", spot: Spot, room: Room, *, beside: float) -> None:
    """Print a name beneath, above, right or left of its circle, wherever it finds most room."""
    words, (x, y) = shortened(spot.name), _points(axes, spot)
    high, wide = _FONT * len(words.split("\n")) / 2, word_box(words, (0, 0), size=_FONT).right
    offsets = ((0, -beside - high), (0, beside + high), (beside + wide, 0), (-beside - wide, 0))
    dx, dy = offsets[room.take(word_box(words, (x + dx, y + dy), size=_FONT) for dx, dy in offsets)]
    told = axes.annotate(words, (spot.lon, spot.lat), (dx, dy), textcoords="offset points", ha="center", va="center")
    told.set(fontsize=_FONT, zorder=5)
