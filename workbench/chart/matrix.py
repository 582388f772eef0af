"""Matrices: two labels crossed, the count in each cell; an empty cell is a zero."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

import msgspec
import pandas as pd

from workbench.chart.bars import largest, shortened
from workbench.chart.build import build_chart, build_marks
from workbench.chart.chart import Chart
from workbench.chart.draw import CELL, draw_axes, link
from workbench.chart.labels import head_of, say
from workbench.chart.palette import BLUE
from workbench.chart.words import Words, with_note
from workbench.frame import Tables, require_columns

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_MOST_COLUMNS: Final = 10
_PALEST, _FULLEST = 0.14, 0.42


class _Plan(msgspec.Struct, frozen=True):
    """What to draw: the cells, their rows and columns in order, the titles of the axes (columns first)."""

    grid: Mapping[tuple[str, str], int]
    rows: Sequence[str]
    columns: Sequence[str]
    titles: tuple[str, str]
    nothing: str


def matrix_chart(
    tables: Tables, counts: pd.DataFrame, words: Words, *, by: tuple[str, str], columns: Sequence[str] = ()
) -> Chart:
    """Draw one cell for each row of `counts`.

    Parameters
    ----------
    tables, words
        Where the articles are, and what the chart says about itself.
    counts
        Columns of `by`, ``n``, ``evidence``.
    by
        The columns of `counts` that are rows and columns here.
    columns
        Every column to draw, in its order, empty ones too; by default the largest, what pages do not state last.
    """
    require_columns(counts, (*by, "n", "evidence"))
    shown = counts[counts[by[0]].isin(largest(counts, by[0], tables))]
    shown = shown[shown[by[1]].isin(largest(shown, by[1], tables, len(columns) or _MOST_COLUMNS))]
    n_left = len(counts) - len(shown)
    words = with_note(words, say("undrawn", tables.language, n=n_left)) if n_left else words
    grid = {(str(a), str(b)): int(n) for a, b, n in zip(shown[by[0]], shown[by[1]], shown["n"], strict=True)}
    plan = _Plan(
        grid,
        largest(shown, by[0], tables),
        list(columns) if grid and columns else largest(shown, by[1], tables),
        (head_of(by[1], tables.language), head_of(by[0], tables.language)),
        say("nothing", tables.language),
    )
    size = (6.0, 1.35 + 0.34 * max(len(plan.rows), 1))
    drawing = draw_axes(lambda axes: _draw(axes, plan), key=words.key, size=size)
    marks = build_marks(shown, [_label(*cell) for cell in grid])
    return build_chart(tables, words, drawing, marks=marks, told=[(mark.label, str(mark.n)) for mark in marks])


def _label(row: str, column: str) -> str:
    return f"{row} / {column}"


def _draw(axes: "Axes", plan: _Plan) -> None:
    most = max(plan.grid.values(), default=1)
    for (row, column), n in plan.grid.items():
        x, y = plan.columns.index(column), plan.rows.index(row)
        alpha = _PALEST + (_FULLEST - _PALEST) * n / most
        (cell,) = axes.bar(x, 0.92, bottom=y - 0.46, width=0.94, color=BLUE, alpha=alpha, label=CELL)
        told = axes.text(x, y, str(n), ha="center", va="center", fontweight="bold", gid=CELL)
        for artist in (cell, told):
            link(artist, _label(row, column))
    axes.set_yticks(range(len(plan.rows)), [shortened(row) for row in plan.rows])
    axes.set_xticks(range(len(plan.columns)), [shortened(name) for name in plan.columns], rotation=30, ha="right")
    axes.set_xlim(-0.5, max(len(plan.columns), 1) - 0.5)
    axes.set_ylim(max(len(plan.rows), 1) - 0.5, -0.5)
    axes.set_xlabel(plan.titles[0])
    axes.set_ylabel(plan.titles[1])
    for side in ("left", "bottom"):
        axes.spines[side].set_visible(False)
    if not plan.grid:
        axes.text(0, 0, plan.nothing, ha="center", va="center")
