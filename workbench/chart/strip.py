"""Days on one axis: one point a day, lane by lane; stated and inferred dates drawn differently, undated ones apart."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import msgspec
import pandas as pd

from workbench.chart.bars import largest, shortened, unstated_last, with_rest
from workbench.chart.build import build_chart, build_marks
from workbench.chart.chart import Chart
from workbench.chart.draw import draw_axes, link_points
from workbench.chart.labels import label_of, labelled_values, say
from workbench.chart.palette import BLUE, GREY
from workbench.chart.words import Words
from workbench.frame import Tables, require_columns

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.collections import PathCollection

#: Undated articles stand this share of the axis to the left of the first date, behind a line; with it, how far beyond
#: its ends the axis goes.
_ASIDE: Final = 0.16
_BEYOND: Final = 0.08
#: Marker, fill and edge.
_MARKERS: Final = {
    "stated": ("o", BLUE, BLUE),
    "inferred": ("o", "none", BLUE),
    "undated": ("X", GREY, GREY),
}
_MONTH: Final = pd.Timedelta(days=30)
#: Where the axis stands when no article has a date.
_NO_DAY: Final = "2000-01-01"
#: Beyond this many points their dates would lie on top of each other.
_MOST_DATES: Final = 24
#: How wide a printed day is, as a share of the axis; how far above or beneath its point; how it looks.
_TEXT: Final = 0.2
_BESIDE: Final = (8, -15)
_SMALL: Final[dict[str, Any]] = {"ha": "center", "fontsize": 8}

#: A lane, a day, how it is known, and the count.
Cell = tuple[str, pd.Timestamp, str, int]


class _Plan(msgspec.Struct, frozen=True):
    """What to draw: the points, their lanes from top to bottom, what people read for each basis, the axis."""

    cells: Sequence[Cell]
    lanes: Sequence[str]
    known: Mapping[str, str]
    axis: str


def strip_chart(tables: Tables, days: pd.DataFrame, words: Words, *, by: tuple[str, str, str], axis: str) -> Chart:
    """Draw one point for each row of `days`, undated ones apart at the left, beyond the axis of days.

    Of too many lanes the largest are drawn, in the order in which they stand in `days`; the unstated one is the last.

    Parameters
    ----------
    tables, words
        Where the articles are, and what the chart says about itself.
    days
        Columns of `by`, ``n``, ``evidence``.
    by
        Its columns that hold lane, day and how the day is known (``stated``, ``inferred``, ``undated``).
    axis
        The phrase of the catalogue that names the axis.
    """
    require_columns(days, (*by, "n", "evidence"))
    shown = days[days[by[0]].isin(largest(days, by[0], tables))]
    lanes = unstated_last(shown[by[0]].unique(), tables)
    words = with_rest(words, tables, days[by[0]].nunique() - len(lanes))
    cells = list(shown[[*by, "n"]].itertuples(index=False, name=None))
    plan = _Plan(cells, lanes, labelled_values("published_basis", tables.language), say(axis, tables.language))
    size = (6.0, 1.15 + 0.4 * max(len(plan.lanes), 1))
    drawing = draw_axes(lambda axes: _draw(axes, plan), key=words.key, size=size)
    marks = build_marks(shown, [_label(cell, plan.known) for cell in cells])
    return build_chart(tables, words, drawing, marks=marks, told=[(mark.label, str(mark.n)) for mark in marks])


def _label(cell: Cell, known: Mapping[str, str]) -> str:
    lane, day, basis, _ = cell
    return f"{lane}, {known[basis]}" if pd.isna(day) else f"{lane}, {day:%Y-%m-%d} ({known[basis]})"


def _draw(axes: "Axes", plan: _Plan) -> None:
    first, wide = _scale(plan.cells)
    aside = first - _ASIDE * wide
    for basis in _MARKERS:
        cells = [cell for cell in plan.cells if cell[2] == basis]
        points = [(aside if pd.isna(day) else day, plan.lanes.index(lane)) for lane, day, _, _ in cells]
        if points:
            drawn = _draw_points(axes, basis, label_of(basis, plan.known), points)
            link_points(drawn, [_label(cell, plan.known) for cell in cells])
    if len(plan.cells) <= _MOST_DATES:
        _print_days(axes, plan, aside)
    axes.set_yticks(range(len(plan.lanes)), [shortened(lane) for lane in plan.lanes])
    axes.set_ylim(max(len(plan.lanes), 1) - 0.5, -0.8)
    _scale_days(axes, plan, aside)
    axes.set_xlabel(plan.axis)
    axes.grid()
    axes.spines["left"].set_visible(False)
    if plan.lanes:
        axes.get_figure().legend(loc="outside upper left", ncols=3)  # type: ignore[union-attr]


def _scale_days(axes: "Axes", plan: _Plan, aside: pd.Timestamp) -> None:
    """Let the axis of days begin at the first one; whatever is undated stands before it, and under its own name."""
    from matplotlib.dates import date2num  # noqa: PLC0415 -- slow to import

    first, wide = _scale(plan.cells)
    start, end = first - _BEYOND * wide, first + (1 + _BEYOND) * wide
    axes.set_xlim(start, end)  # type: ignore[arg-type]
    low, high = axes.get_xlim()
    days = [day for day in axes.get_xticks() if low <= day <= high]
    names = axes.xaxis.get_major_formatter().format_ticks(days)
    if any(pd.isna(day) for _, day, _, _ in plan.cells):
        axes.set_xlim(aside - _BEYOND * wide, end)  # type: ignore[arg-type]
        axes.axvline(start, color=GREY, linewidth=0.8, linestyle="--")  # type: ignore[arg-type]
        days, names = [date2num(aside), *days], [plan.known["undated"], *names]  # type: ignore[no-untyped-call]
    axes.set_xticks(days, names)


def _scale(cells: Sequence[Cell]) -> tuple[pd.Timestamp, pd.Timedelta]:
    """Return the first day and how far the last is, never under a month."""
    dated = [day for _, day, _, _ in cells if not pd.isna(day)]
    if not dated:
        return pd.Timestamp(_NO_DAY), _MONTH
    return min(dated), max(max(dated) - min(dated), _MONTH)


def _draw_points(axes: "Axes", basis: str, title: str, points: list[tuple[pd.Timestamp, int]]) -> "PathCollection":
    marker, fill, edge = _MARKERS[basis]
    x, y = zip(*points, strict=True)
    return axes.scatter(x, y, s=64, marker=marker, facecolor=fill, edgecolor=edge, linewidth=1.8, label=title, zorder=3)


def _print_days(axes: "Axes", plan: _Plan, aside: pd.Timestamp) -> None:
    """Print each day above its point, or beneath it where the one before would touch it, or not at all."""
    _, wide = _scale(plan.cells)
    printed: dict[tuple[str, int], pd.Timestamp] = {}
    for lane, day, basis, n in sorted(plan.cells, key=lambda cell: aside if pd.isna(cell[1]) else cell[1]):
        told = (plan.known[basis] if pd.isna(day) else f"{day:%Y-%m-%d}") + (f" ({n})" if n > 1 else "")
        at = aside if pd.isna(day) else day
        free = (offset for offset in _BESIDE if at - printed.get((lane, offset), at - wide) > _TEXT * wide)
        if (offset := next(free, None)) is not None:
            printed[lane, offset] = at
            axes.annotate(told, (at, plan.lanes.index(lane)), (0, offset), textcoords="offset points", **_SMALL)
