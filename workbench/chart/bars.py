"""Bars: counts by label, whole or stacked by what a palette word says."""

from collections.abc import Iterable, Mapping, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING, Any, Final

import msgspec
import pandas as pd

from workbench.chart.build import build_chart, build_marks
from workbench.chart.chart import Chart, Mark
from workbench.chart.draw import draw_axes, link
from workbench.chart.labels import label_of, labels_of, say
from workbench.chart.palette import INK, PLAIN, Look, in_order, look_of
from workbench.chart.words import Words, with_note
from workbench.frame import Tables, require_columns
from workbench.shown import visible

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.container import BarContainer

#: A label, the series it is of (empty for none), and the count.
Row = tuple[str, str, int]

#: Rows of one chart; the rest are counted beneath it.
MOST_ROWS: Final = 15
#: Inches of a chart, and of one of its rows.
_WIDTH, _HEIGHT = 6.0, 0.34
#: A piece of a bar under this share of the axis has no room for its number.
_NARROWEST: Final = 0.04
#: Half the height of a number beside a bar, in rows.
_NUMBER_HEIGHT: Final = 0.3
#: Characters of one line of a label.
_LONGEST: Final = 32
_LONGER: Final = 44


def bar_chart(tables: Tables, counts: pd.DataFrame, words: Words, *, label: str, order: Sequence[str] = ()) -> Chart:
    """Draw one bar for each row of `counts`, the longest on top, ties in the order of their labels.

    What pages do not state comes last. With `order` every label in it has its bar, in that order, whether `counts` has
    it or not.
    """
    require_columns(counts, (label, "n", "evidence"))
    shown = counts if order else _largest_rows(counts, label, tables)
    names = [str(name) for name in shown[label]]
    rows = [(name, "", int(n)) for name, n in zip(names, shown["n"], strict=True)]
    words = with_rest(words, tables, len(counts) - len(shown))
    return _chart(tables, rows, words, marks=build_marks(shown, names), names=list(order) or names)


def stacked_chart(
    tables: Tables, counts: pd.DataFrame, words: Words, *, by: tuple[str, str], **how: Sequence[str]
) -> Chart:
    """Draw one bar for each value of the first column of `by`, stacked by the second.

    Parameters
    ----------
    tables, words
        Where the articles are, and what the chart says about itself.
    counts
        Columns of `by`, ``n``, ``evidence``; the second of `by` holds words of the palette.
    by
        Labels of the rows, and series.
    how
        ``order``: every row to draw, empty ones too; by default the largest, the largest first and what pages do not
        state last. ``trend``: the rows that follow each other in time, through which a line is drawn; by default none.
    """
    label, series = by
    order, trend = how.get("order", ()), how.get("trend", ())
    require_columns(counts, (*by, "n", "evidence"))
    shown = counts if order else _largest_rows(counts, label, tables)
    n_left = counts[label].nunique() - shown[label].nunique()
    place = {name: rank for rank, name in enumerate(order)} or {
        str(name): rank for rank, name in enumerate(shown[label].unique())
    }
    ranks = {word: rank for rank, word in enumerate(in_order(set(shown[series])))}
    shown = shown.assign(_row=shown[label].map(place), _series=shown[series].map(ranks)).sort_values(
        ["_row", "_series"]
    )
    rows = [
        (str(name), str(word), int(n)) for name, word, n in zip(shown[label], shown[series], shown["n"], strict=True)
    ]
    known = labels_of(series, tables)
    marks = build_marks(shown, [mark_label(name, word, known) for name, word, _ in rows])
    return _chart(
        tables, rows, with_rest(words, tables, n_left), marks=marks, names=list(place), known=known, trend=trend
    )


def mark_label(name: str, word: str, known: Mapping[str, str]) -> str:
    """Return what a bar is called, or a part of it that is of the series `word`."""
    return f"{name.replace(chr(10), ': ')}, {label_of(word, known)}" if word else name


def largest(counts: pd.DataFrame, label: str, tables: Tables, most: int = MOST_ROWS) -> list[str]:
    """Return the labels with the largest totals, the largest first; of these, what pages do not state comes last."""
    totals = counts.groupby(label)["n"].sum().sort_values(ascending=False, kind="stable")
    return unstated_last(totals.index[:most], tables)


def unstated_last(labels: Iterable[str], tables: Tables) -> list[str]:
    """Return `labels` in their order, but for what pages do not state."""
    unstated = say("unstated", tables.language)
    return sorted(labels, key=lambda label: bool(label == unstated))


def _largest_rows(counts: pd.DataFrame, label: str, tables: Tables) -> pd.DataFrame:
    """Return the rows of the largest labels, in their order."""
    place = {name: rank for rank, name in enumerate(largest(counts, label, tables))}
    kept = counts[counts[label].isin(list(place))]
    return kept.assign(_rank=kept[label].map(place)).sort_values("_rank", kind="stable").drop(columns="_rank")


def with_rest(words: Words, tables: Tables, n_left: int) -> Words:
    """Say how many rows are left out, if any."""
    return with_note(words, say("not-drawn", tables.language, n=n_left)) if n_left else words


class _Plan(msgspec.Struct, frozen=True):
    """What to draw: the rows, what they are called in which order, and what people read for series and axis."""

    rows: list[Row]
    names: list[str]
    known: Mapping[str, str]
    trend: Sequence[str]
    unit: str
    nothing: str
    line: str


def _chart(
    tables: Tables,
    rows: list[Row],
    words: Words,
    *,
    marks: tuple[Mark, ...],
    **how: Any,  # noqa: ANN401 -- `names`, `known` and `trend` of the plan
) -> Chart:
    language = tables.language
    plan = _Plan(
        rows=rows,
        unit=words.unit,
        nothing=say("nothing", language),
        line=say("trend", language),
        **({"known": {}, "trend": ()} | how),
    )
    is_stacked = any(word for _, word, _ in rows)
    size = (_WIDTH, 0.75 + _HEIGHT * max(len(plan.names), 1) + _HEIGHT * is_stacked)
    drawing = draw_axes(lambda axes: _draw(axes, plan), key=words.key, size=size)
    return build_chart(tables, words, drawing, marks=marks, told=[(mark.label, str(mark.n)) for mark in marks])


def _draw(axes: "Axes", plan: _Plan) -> None:
    rows, names = plan.rows, plan.names
    from_left = dict.fromkeys(names, 0)
    longest = max((sum(n for other, _, n in rows if other == name) for name in names), default=0)
    axes.set_xlim(0, 1.06 * longest or 1)
    for word in in_order({word for _, word, _ in rows}):
        cells = [(name, n) for name, series, n in rows if series == word]
        title = label_of(word, plan.known) if word else ""
        bars = _draw_series(axes, (word, title), [(names.index(name), from_left[name], n) for name, n in cells])
        for bar, (name, _) in zip(bars.patches, cells, strict=True):
            link(bar, mark_label(name, word, plan.known))
        for name, n in cells:
            from_left[name] += n
    means = _means([from_left[name] for name in plan.trend])
    clear = dict(zip(plan.trend, _reaches(means), strict=True))
    for name, total in from_left.items():
        beside = (max(total, clear.get(name, 0)), names.index(name))
        axes.annotate(str(total), beside, (4, 0), textcoords="offset points", va="center")
    _frame(axes, plan)
    if means:
        places = [names.index(name) for name in plan.trend]
        axes.plot(means, places, color=INK, linewidth=1.6, marker="o", markersize=3, label=plan.line, zorder=4)
    if any(word for _, word, _ in rows):
        axes.get_figure().legend(loc="outside upper left", ncols=5, handlelength=1.4, columnspacing=1.4)  # type: ignore[union-attr]


def _means(values: Sequence[int]) -> list[float]:
    """Return the mean of each value and its neighbours; the first and the last have one neighbour."""
    around = [values[max(0, at - 1) : at + 2] for at in range(len(values))]
    return [sum(near) / len(near) for near in around]


def _reaches(means: Sequence[float]) -> list[float]:
    """Return how far right a line through `means` comes beside the number of each row, which it must not cross."""
    pairs = [(means[max(0, at - 1)], means[min(at + 1, len(means) - 1)]) for at in range(len(means))]
    return [
        mean + max(0.0, *(_NUMBER_HEIGHT * (other - mean) for other in others))
        for mean, others in zip(means, pairs, strict=True)
    ]


def _draw_series(axes: "Axes", series: tuple[str, str], cells: list[tuple[int, int, int]]) -> "BarContainer":
    """Draw the bars of one series (palette word, title); a cell is its row, where it starts and how long it is."""
    word, title = series
    places, left, widths = zip(*cells, strict=True)
    look = look_of(word) if word else PLAIN
    bars = axes.barh(places, widths, left=left, height=0.68, label=visible(title) or "_")
    for bar in bars.patches:
        bar.set(facecolor=look.colour, hatch=look.hatch, edgecolor="white", linewidth=0)
    if word:
        least = _NARROWEST * axes.get_xlim()[1]
        told = [str(n) if n > least else "" for n in widths]
        axes.bar_label(bars, told, label_type="center", color=look.on_top, fontweight="bold", bbox=_plate(look))
    return bars


def _plate(look: Look) -> dict[str, object]:
    """Return the patch of plain colour on which a number stands out from the hatching."""
    return {"facecolor": look.colour, "edgecolor": "none", "pad": 1}


def _frame(axes: "Axes", plan: _Plan) -> None:
    """Scale from zero in whole numbers, labels at the left, the first row on top."""
    from matplotlib.ticker import MaxNLocator  # noqa: PLC0415 -- slow to import

    names = [shortened(name) for name in plan.names]
    axes.set_yticks(range(len(names)), names)
    axes.set_ylim(max(len(names), 1) - 0.5, -0.5)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=6))
    axes.set_xlabel(plan.unit)
    axes.grid(axis="x")
    axes.spines["left"].set_visible(False)
    if not plan.rows:
        axes.text(0.5, 0, plan.nothing, ha="center", va="center", color=INK)


def shortened(name: str) -> str:
    """Break a label into the two lines that fit beside a bar, and cut the rest; hidden characters are shown.

    A label may say itself what its two lines are.
    """
    parts = visible(name).split("\n")
    if len(parts) == 1:
        return "\n".join(wrap(parts[0], _LONGEST, max_lines=2, placeholder=" …")) or "(empty)"
    return "\n".join("".join(wrap(part, _LONGER, max_lines=1, placeholder=" …")) for part in parts[:2])
