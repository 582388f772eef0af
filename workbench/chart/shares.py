"""Shares with their intervals: one point a row, its 95 % interval as a line, n of n beside it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd

from workbench.chart.bars import shortened
from workbench.chart.build import build_chart, build_marks
from workbench.chart.chart import Chart
from workbench.chart.draw import draw_axes, link_points
from workbench.chart.labels import say
from workbench.chart.palette import PLAIN
from workbench.chart.words import Words
from workbench.frame import Language, Tables, require_columns

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def share_chart(tables: Tables, shares: pd.DataFrame, words: Words, *, label: str) -> Chart:
    """Draw the share of each row of `shares` with its interval, from 0 to 100 %."""
    require_columns(shares, (label, "n", "n_total", "share", "share_low", "share_high", "evidence"))
    language = tables.language
    rows = [(str(name), _told(cells, language)) for name, *cells in _cells(shares, label)]
    marks = build_marks(shares, [str(name) for name in shares[label]])
    size = (6.0, 0.8 + 0.42 * max(len(shares), 1))
    drawing = draw_axes(lambda axes: _draw(axes, shares, rows, say("share-axis", language)), key=words.key, size=size)
    return build_chart(tables, words, drawing, marks=marks, told=rows)


def _cells(shares: pd.DataFrame, label: str) -> list[tuple[object, ...]]:
    return list(shares[[label, "n", "n_total", "share_low", "share_high"]].itertuples(index=False, name=None))


def _told(cells: Sequence[object], language: Language) -> str:
    n, n_total, low, high = cells
    bounds = {"low": f"{100 * float(str(low)):.0f}", "high": f"{100 * float(str(high)):.0f}"}
    return say("share", language, n=n, total=n_total, **bounds)


def _draw(axes: "Axes", shares: pd.DataFrame, rows: Sequence[tuple[str, str]], title: str) -> None:
    bounds = zip(100 * shares["share_low"], 100 * shares["share_high"], strict=True)
    for rank, ((_, told), (low, high)) in enumerate(zip(rows, bounds, strict=True)):
        axes.plot([low, high], [rank, rank], color=PLAIN.colour, linewidth=2)
        axes.annotate(told, (0, rank), (0, 7), textcoords="offset points", fontsize=8)
    points = 100 * shares["share"].astype("float64")
    drawn = axes.scatter(points, range(len(rows)), color=PLAIN.colour, s=45, zorder=3, clip_on=False, label="%")
    link_points(drawn, [name for name, _ in rows])
    axes.set_yticks(range(len(rows)), [shortened(row[0]) for row in rows])
    axes.set_ylim(max(len(rows), 1) - 0.5, -0.8)
    axes.set_xlim(0, 100)
    axes.set_xlabel(title)
    axes.grid(axis="x")
    axes.spines["left"].set_visible(False)
