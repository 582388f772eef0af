"""Matrices: two labels crossed, the count in each cell; an empty cell is a zero."""

from typing import TYPE_CHECKING, Final

import pandas as pd

from workbench.chart.bars import MOST_ROWS, shortened, with_rest
from workbench.chart.build import build_chart, build_marks
from workbench.chart.chart import Chart
from workbench.chart.draw import CELL, draw_axes
from workbench.chart.palette import BLUE
from workbench.chart.words import Words
from workbench.frame import Tables, require_columns

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_MOST_COLUMNS: Final = 10
_PALEST, _FULLEST = 0.14, 0.42


def matrix_chart(tables: Tables, counts: pd.DataFrame, words: Words, *, by: tuple[str, str]) -> Chart:
    """Draw one cell for each row of `counts`; `by` names the columns of `counts` that are rows and columns here."""
    row, column = by
    require_columns(counts, (*by, "n", "evidence"))
    rows, columns = (_largest(counts, name) for name in by)
    shown = counts[counts[row].isin(rows[:MOST_ROWS]) & counts[column].isin(columns[:_MOST_COLUMNS])]
    grid = {(str(a), str(b)): int(n) for a, b, n in zip(shown[row], shown[column], shown["n"], strict=True)}
    words = with_rest(words, len(counts) - len(shown))
    size = (6.0, 1.35 + 0.34 * max(min(len(rows), MOST_ROWS), 1))
    drawing = draw_axes(lambda axes: _draw(axes, grid, by), key=words.key, size=size)
    marks = build_marks(shown, [f"{a} / {b}" for a, b in grid])
    return build_chart(tables, words, drawing, marks=marks, told=[(f"{a} / {b}", str(n)) for (a, b), n in grid.items()])


def _largest(counts: pd.DataFrame, name: str) -> list[str]:
    totals = counts.groupby(name)["n"].sum().sort_values(ascending=False, kind="stable")
    return [str(key) for key in totals.index]


def _draw(axes: "Axes", grid: dict[tuple[str, str], int], by: tuple[str, str]) -> None:
    rows = list(dict.fromkeys(row for row, _ in grid))
    columns = list(dict.fromkeys(column for _, column in grid))
    most = max(grid.values(), default=1)
    for (row, column), n in grid.items():
        x, y = columns.index(column), rows.index(row)
        alpha = _PALEST + (_FULLEST - _PALEST) * n / most
        axes.bar(x, 0.92, bottom=y - 0.46, width=0.94, color=BLUE, alpha=alpha, label=CELL)
        axes.text(x, y, str(n), ha="center", va="center", fontweight="bold", gid=CELL)
    axes.set_yticks(range(len(rows)), [shortened(row) for row in rows])
    axes.set_xticks(range(len(columns)), [shortened(column) for column in columns], rotation=30, ha="right")
    axes.set_xlim(-0.5, max(len(columns), 1) - 0.5)
    axes.set_ylim(max(len(rows), 1) - 0.5, -0.5)
    axes.set_xlabel(by[1].replace("_", " "))
    axes.set_ylabel(by[0].replace("_", " "))
    for side in ("left", "bottom"):
        axes.spines[side].set_visible(False)
    if not grid:
        axes.text(0, 0, "nothing found", ha="center", va="center")
