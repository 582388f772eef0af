"""Networks: names joined by how often they stand together; the same counts always lie the same way."""

from collections.abc import Mapping, Sequence
from math import cos, pi, sin, sqrt
from typing import TYPE_CHECKING, Final

import msgspec
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from workbench.chart.bars import shortened
from workbench.chart.build import build_chart, build_marks
from workbench.chart.chart import Chart
from workbench.chart.draw import NUMBER, draw_axes, link
from workbench.chart.labels import say
from workbench.chart.palette import BLUE, INK
from workbench.chart.room import Box, Room, word_box
from workbench.chart.words import Words, with_note
from workbench.frame import Tables, require_columns

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: Edges of one chart; the rest are counted beneath it.
_MOST_EDGES: Final = 22
#: Of two actors in the middle of a star there is one; around it fit so many.
_MOST_AROUND: Final = 14
_SIZE: Final = (6.4, 5.0)
_ROUNDS: Final = 200
#: Names farther apart lie no farther on the page; distances below this count as none.
_FARTHEST, _FLAT = 3.0, 1e-9
#: Width of the thinnest edge, and how much wider the thickest is; area of a node, and how much larger the largest is.
_THIN, _WIDER = 0.8, 5.0
_SMALL, _LARGER = 60.0, 420.0
_FONT: Final = 9
#: What of the layout the page shows, and where along an edge its number may stand.
_X, _Y = (-0.14, 1.14), (-0.12, 1.1)
_ALONG: Final = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)

#: From, to, and how many.
Edge = tuple[str, str, int]
Layout = Mapping[str, tuple[float, float]]


class _Plan(msgspec.Struct, frozen=True):
    """What to draw: the edges, where each name lies, and what to say where there is nothing."""

    edges: Sequence[Edge]
    layout: Layout
    nothing: str


def network_chart(tables: Tables, counts: pd.DataFrame, words: Words, *, by: tuple[str, str]) -> Chart:
    """Draw one edge for each row of `counts`, the names that share most close to each other."""
    shown, words = _shown(tables, counts, words, most=_MOST_EDGES)
    edges = _edges(shown, by)
    return _chart(tables, shown, words, plan=_Plan(edges, spread(edges), say("nothing", tables.language)))


def star_chart(tables: Tables, counts: pd.DataFrame, words: Words, *, by: tuple[str, str]) -> Chart:
    """Draw the first column of `by`, which holds one name, in the middle and the second around it."""
    shown, words = _shown(tables, counts, words, most=_MOST_AROUND)
    edges = _edges(shown, by)
    return _chart(tables, shown, words, plan=_Plan(edges, _star(edges), say("nothing", tables.language)))


def _shown(tables: Tables, counts: pd.DataFrame, words: Words, *, most: int) -> tuple[pd.DataFrame, Words]:
    require_columns(counts, ("n", "evidence"))
    shown, n_left = counts.head(most), max(0, len(counts) - most)
    return shown, with_note(words, say("edges-left", tables.language, n=n_left)) if n_left else words


def _edges(shown: pd.DataFrame, by: tuple[str, str]) -> list[Edge]:
    require_columns(shown, by)
    return [(str(a), str(b), int(n)) for a, b, n in zip(shown[by[0]], shown[by[1]], shown["n"], strict=True)]


def _chart(tables: Tables, shown: pd.DataFrame, words: Words, *, plan: _Plan) -> Chart:
    size = _SIZE if plan.edges else (_SIZE[0], 1.0)
    drawing = draw_axes(lambda axes: _draw(axes, plan), key=words.key, size=size)
    marks = build_marks(shown, [_label(a, b) for a, b, _ in plan.edges])
    return build_chart(tables, words, drawing, marks=marks, told=[(mark.label, str(mark.n)) for mark in marks])


def _label(one: str, other: str) -> str:
    return f"{one} – {other}"


def spread(edges: Sequence[Edge]) -> Layout:
    """Return a place for each name, as far apart as there are ties between them, never by chance.

    References
    ----------
    Gansner, Koren and North (2004), Graph Drawing by Stress Majorization, LNCS 3383, 239-250.
    """
    names = list(dict.fromkeys(name for a, b, _ in edges for name in (a, b)))
    if not names:
        return {}
    apart = _steps_between(names, edges)
    turns = 2 * pi * np.arange(len(names)) / len(names)
    at = np.stack([np.cos(turns), np.sin(turns)], axis=1)
    for _ in range(_ROUNDS):
        at = _relaxed(at, apart)
    low, high = at.min(axis=0), at.max(axis=0)
    scaled = (at - low) / np.where(high - low > _FLAT, high - low, 1)
    return {name: (float(x), float(y)) for name, (x, y) in zip(names, scaled, strict=True)}


def _steps_between(names: Sequence[str], edges: Sequence[Edge]) -> NDArray[np.float64]:
    """Return how many ties lie between each two names, up to `_FARTHEST`."""
    steps = np.full((len(names), len(names)), float(len(names)))
    np.fill_diagonal(steps, 0)
    for a, b, _ in edges:
        steps[names.index(a), names.index(b)] = steps[names.index(b), names.index(a)] = 1
    for middle in range(len(names)):
        steps = np.minimum(steps, steps[:, middle, None] + steps[None, middle, :])
    return steps.clip(max=_FARTHEST)


def _relaxed(at: NDArray[np.float64], apart: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return places whose distances are nearer to `apart`: one step of the majorization."""
    weights = 1 / np.maximum(apart, 1) ** 2
    np.fill_diagonal(weights, 0)
    between = at[:, None, :] - at[None, :, :]
    distance = np.maximum(np.linalg.norm(between, axis=2), _FLAT)
    wanted = at[None, :, :] + between * (apart / distance)[:, :, None]
    placed: NDArray[np.float64] = (weights[:, :, None] * wanted).sum(axis=1) / np.maximum(weights.sum(axis=1), _FLAT)[
        :, None
    ]
    return placed


def _star(edges: Sequence[Edge]) -> Layout:
    """Return the common name in the middle, the others around it, the largest on top and then clockwise."""
    around = [b for _, b, _ in edges]
    turns = [pi / 2 - 2 * pi * rank / max(len(around), 1) for rank in range(len(around))]
    ring = {name: (0.5 + 0.5 * cos(turn), 0.5 + 0.5 * sin(turn)) for name, turn in zip(around, turns, strict=True)}
    return ring | {a: (0.5, 0.5) for a, _, _ in edges[:1]}


def _draw(axes: "Axes", plan: _Plan) -> None:
    axes.set_axis_off()
    if not plan.edges:
        axes.text(0.5, 0.5, plan.nothing, ha="center", va="center", color=INK)
        return
    room = Room(box for name in plan.layout for box in _boxes_of(name, plan))
    most = max(n for _, _, n in plan.edges)
    for a, b, n in sorted(plan.edges, key=lambda edge: -edge[2]):
        (x0, y0), (x1, y1) = plan.layout[a], plan.layout[b]
        (line,) = axes.plot([x0, x1], [y0, y1], color=BLUE, alpha=0.6, linewidth=_THIN + _WIDER * n / most, zorder=1)
        spots = [(x0 + (x1 - x0) * share, y0 + (y1 - y0) * share) for share in _ALONG]
        x, y = spots[room.take(word_box(f" {n} ", _points(spot), size=_FONT) for spot in spots)]
        plate = {"facecolor": BLUE, "edgecolor": "none", "boxstyle": "round,pad=0.22"}
        told = axes.text(x, y, str(n), color="white", fontsize=8, bbox=plate, zorder=2)
        told.set(gid=NUMBER, ha="center", va="center", label=f"edge, {_label(a, b)}")
        for artist in (line, told):
            link(artist, _label(a, b))
    _draw_names(axes, plan)
    axes.set_xlim(*_X)
    axes.set_ylim(*_Y)


def _points(at: tuple[float, float]) -> tuple[float, float]:
    """Return where a place of the layout lies on the page, in points."""
    return 72 * _SIZE[0] * (at[0] - _X[0]) / (_X[1] - _X[0]), 72 * _SIZE[1] * (at[1] - _Y[0]) / (_Y[1] - _Y[0])


def _areas(plan: _Plan) -> dict[str, float]:
    """Return the area of the dot of each name, after the sum of its edges."""
    sums = {name: sum(n for a, b, n in plan.edges if name in (a, b)) for name in plan.layout}
    most = max(sums.values())
    return {name: _SMALL + _LARGER * n / most for name, n in sums.items()}


def _beneath(area: float) -> float:
    """Return how far beneath the middle of a dot its name begins."""
    return sqrt(area / pi) + 2


def _boxes_of(name: str, plan: _Plan) -> tuple[Box, Box]:
    """Return the boxes of a dot and of its name."""
    area, (x, y) = _areas(plan)[name], _points(plan.layout[name])
    radius, words = sqrt(area / pi), shortened(name)
    middle = y - _beneath(area) - _FONT * len(words.split("\n")) / 2
    return Box(x - radius, y - radius, x + radius, y + radius), word_box(words, (x, middle), size=_FONT)


def _draw_names(axes: "Axes", plan: _Plan) -> None:
    for name, area in _areas(plan).items():
        at = plan.layout[name]
        axes.scatter([at[0]], [at[1]], s=area, color=BLUE, edgecolor="white", linewidth=1, zorder=3, label="_name")
        told = axes.annotate(
            shortened(name), at, (0, -_beneath(area)), textcoords="offset points", ha="center", va="top"
        )
        told.set(fontsize=_FONT, zorder=4)
