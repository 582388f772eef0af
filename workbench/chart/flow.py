"""Flows: bands from what stands at the left to what stands at the right, as wide as their counts."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import pandas as pd

from workbench.chart.bars import shortened
from workbench.chart.build import build_chart, build_marks
from workbench.chart.chart import Chart
from workbench.chart.draw import draw_axes, link_points
from workbench.chart.labels import say
from workbench.chart.palette import BLUE, GREEN, GREY, INK, PURPLE, VERMILLION
from workbench.chart.words import Words, with_note
from workbench.frame import Tables, require_columns

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: Bands of one chart; the rest are counted beneath it.
_MOST_BANDS: Final = 20
_COLOURS: Final = (BLUE, GREEN, PURPLE, VERMILLION, GREY)
_HATCHES: Final = ("", "//", "..", "xx", "--")
#: Steps of a band's bend, and the share of the height between two ends.
_STEPS, _GAP = 24, 0.05

#: From, to, and how many.
Band = tuple[str, str, int]


def flow_chart(tables: Tables, counts: pd.DataFrame, words: Words, *, by: tuple[str, str]) -> Chart:
    """Draw one band for each row of `counts`, from the first column of `by` to the second."""
    require_columns(counts, (*by, "n", "evidence"))
    shown = counts.head(_MOST_BANDS)
    n_left = len(counts) - len(shown)
    words = with_note(words, say("not-drawn", tables.language, n=n_left)) if n_left else words
    bands = [(str(a), str(b), int(n)) for a, b, n in zip(shown[by[0]], shown[by[1]], shown["n"], strict=True)]
    ends = max(len({a for a, _, _ in bands}), len({b for _, b, _ in bands}), 2)
    nothing = say("nothing", tables.language)
    drawing = draw_axes(
        lambda axes: _draw(axes, bands, nothing), key=words.key, size=(6.4, min(7.0, 0.5 + 0.45 * ends))
    )
    marks = build_marks(shown, [_label(a, b) for a, b, _ in bands])
    return build_chart(tables, words, drawing, marks=marks, told=[(mark.label, str(mark.n)) for mark in marks])


def _label(start: str, end: str) -> str:
    return f"{start} > {end}"


def _draw(axes: "Axes", bands: list[Band], nothing: str) -> None:
    axes.set_axis_off()
    if not bands:
        axes.text(0.5, 0.5, nothing, ha="center", va="center", color=INK)
        return
    gap = _GAP * sum(n for _, _, n in bands)
    left, right = _tops([(a, n) for a, _, n in bands], gap), _tops([(b, n) for _, b, n in bands], gap)
    colour = {name: rank % len(_COLOURS) for rank, name in enumerate(left)}
    _print_ends(axes, bands, left, right)
    for start, end, n in sorted(bands, key=lambda band: (list(left).index(band[0]), list(right).index(band[1]))):
        _draw_band(axes, (start, end, n), (left[start], right[end]), colour[start])
        left[start] += n
        right[end] += n
    axes.set_xlim(-0.62, 1.62)
    axes.invert_yaxis()


def _tops(ends: Sequence[tuple[str, int]], gap: float) -> dict[str, float]:
    """Return where each end begins, the largest on top."""
    sums: dict[str, int] = {}
    for name, n in ends:
        sums[name] = sums.get(name, 0) + n
    tops, at = {}, 0.0
    for name in sorted(sums, key=lambda name: (-sums[name], name)):
        tops[name] = at
        at += sums[name] + gap
    return tops


def _print_ends(axes: "Axes", bands: list[Band], left: dict[str, float], right: dict[str, float]) -> None:
    for tops, rank, x, side in ((left, 0, -0.03, "right"), (right, 1, 1.03, "left")):
        for name, top in tops.items():
            n = sum(band[2] for band in bands if band[rank] == name)
            axes.text(x, top + n / 2, f"{shortened(name)} {n}", ha=side, va="center", fontsize=9)


def _draw_band(axes: "Axes", band: Band, tops: tuple[float, float], look: int) -> None:
    start, end, n = band
    shares = [step / _STEPS for step in range(_STEPS + 1)]
    upper = [tops[0] + (tops[1] - tops[0]) * share**2 * (3 - 2 * share) for share in shares]
    drawn = axes.fill_between(shares, upper, [y + n for y in upper], facecolor=_COLOURS[look], alpha=0.55, linewidth=0)
    drawn.set(hatch=_HATCHES[look], edgecolor="white", label=f"band, {_label(start, end)}")
    link_points(drawn, [_label(start, end)])
