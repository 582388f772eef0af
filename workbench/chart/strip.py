"""Coverage in time: one point an article, a lane a publisher; stated and inferred dates drawn differently."""

from typing import TYPE_CHECKING, Final

import pandas as pd

from workbench.chart.bars import MOST_ROWS, shortened, with_rest
from workbench.chart.build import build_chart, build_marks
from workbench.chart.chart import Chart
from workbench.chart.draw import draw_axes
from workbench.chart.palette import BLUE, GREY
from workbench.chart.words import Words
from workbench.frame import Tables, require_columns

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: Undated articles stand this share of the axis to the left of the first date.
_ASIDE: Final = 0.12
#: Marker, fill and edge.
_MARKERS: Final = {
    "stated": ("o", BLUE, BLUE),
    "inferred": ("o", "none", BLUE),
    "undated": ("X", GREY, GREY),
}
_MONTH: Final = pd.Timedelta(days=30)
#: Where the axis stands when no article has a date.
_NO_DAY: Final = "2000-01-01"


def coverage_strip(tables: Tables, days: pd.DataFrame, words: Words) -> Chart:
    """Draw one point for each row of `days`, undated articles apart at the left.

    Parameters
    ----------
    tables
        Where the articles are.
    days
        Columns ``publisher``, ``published_on``, ``published_basis``, ``n``, ``evidence``.
    words
        What the chart says about itself.
    """
    require_columns(days, ("publisher", "published_on", "published_basis", "n", "evidence"))
    lanes = list(days["publisher"].unique())
    shown = days[days["publisher"].isin(lanes[:MOST_ROWS])]
    words = with_rest(words, len(lanes) - min(len(lanes), MOST_ROWS))
    size = (6.0, 1.15 + 0.36 * max(min(len(lanes), MOST_ROWS), 1))
    drawing = draw_axes(lambda axes: _draw(axes, shown), key=words.key, size=size)
    labels = [_label(*cells) for cells in _cells(shown)]
    marks = build_marks(shown, labels)
    told = [(label, str(mark.n)) for label, mark in zip(labels, marks, strict=True)]
    return build_chart(tables, words, drawing, marks=marks, told=told)


def _cells(days: pd.DataFrame) -> list[tuple[str, pd.Timestamp, str, int]]:
    names = ["publisher", "published_on", "published_basis", "n"]
    return list(days[names].itertuples(index=False, name=None))


def _label(publisher: str, day: pd.Timestamp, basis: str, _: int) -> str:
    when = "undated" if basis == "undated" else f"{day:%Y-%m-%d} ({basis})"
    return f"{publisher}, {when}"


def _draw(axes: "Axes", days: pd.DataFrame) -> None:
    lanes = list(days["publisher"].unique())
    first, wide = _scale(days)
    aside = first - _ASIDE * wide
    for basis in _MARKERS:
        cells = [cell for cell in _cells(days) if cell[2] == basis]
        points = [(aside if basis == "undated" else day, lanes.index(lane), n) for lane, day, _, n in cells]
        if points:
            _draw_points(axes, basis, points)
    axes.set_yticks(range(len(lanes)), [shortened(lane) for lane in lanes])
    axes.set_ylim(max(len(lanes), 1) - 0.5, -0.8)
    axes.set_xlim(aside - _ASIDE * wide, first + (1 + _ASIDE) * wide)  # type: ignore[arg-type]
    axes.set_xlabel("day of publication")
    axes.grid()
    axes.spines["left"].set_visible(False)
    if lanes:
        axes.get_figure().legend(loc="outside upper left", ncols=3)  # type: ignore[union-attr]


def _scale(days: pd.DataFrame) -> tuple[pd.Timestamp, pd.Timedelta]:
    """Return the first day and how far the last is, never under a month."""
    dated = days["published_on"].dropna()
    if dated.empty:
        return pd.Timestamp(_NO_DAY), _MONTH
    return dated.min(), max(dated.max() - dated.min(), _MONTH)


def _draw_points(axes: "Axes", basis: str, points: list[tuple[pd.Timestamp, int, int]]) -> None:
    marker, fill, edge = _MARKERS[basis]
    x, y, _ = zip(*points, strict=True)
    axes.scatter(x, y, s=64, marker=marker, facecolor=fill, edgecolor=edge, linewidth=1.8, label=basis, zorder=3)
    for day, lane, n in points:
        told = ("undated" if basis == "undated" else f"{day:%Y-%m-%d}") + (f" ({n})" if n > 1 else "")
        axes.annotate(told, (day, lane), (0, 8), textcoords="offset points", ha="center", fontsize=8)
