"""Drawing: figures without pyplot, SVG with stable bytes, and the figures read back from what was drawn."""

import hashlib
import re
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from io import StringIO
from typing import TYPE_CHECKING, Any, Final

import msgspec

from workbench.chart.palette import INK

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.text import Text

#: Marks the artists of a matrix's cells.
CELL: Final = "_cell"
#: Marks a printed number whose own label says what it counts: of an edge, or of a place on a map.
NUMBER: Final = "_number"
#: Kernels call back on several threads, and matplotlib's settings are global.
_DRAWING: Final = threading.RLock()
_PROLOGUE: Final = re.compile(r"^.*?(?=<svg)|<metadata>.*?</metadata>|<style.*?</style>|<!--.*?-->", re.DOTALL)
_ID: Final = re.compile(r' id="([^"]+)"')
_REFERENCE: Final = re.compile(r'(?<=url\(#)[^)]+|(?<=href="#)[^"]+')
#: What matplotlib says in a style sheet that would reach beyond the picture.
_LINES: Final = '<svg stroke-linejoin="round" stroke-linecap="butt"'
#: A hundredth of a point is finer than any screen or printer shows.
_TAG: Final = re.compile(r"<[^>]+>")
_FINER: Final = re.compile(r"(\.\d\d)\d+")
#: Rotations by nothing, and the white space between tags.
_EMPTY: Final = re.compile(r' transform="rotate\(-?0 [^"]*\)"|(?<=>)\s+(?=<)')
#: A hatch of dots: discs of eight curves each, by the hundred.
_DOTS: Final = re.compile(r'd="((?:M \S+ \S+\n(?:C [^\n]+\n){8}z\n)+)" style="fill: (\S+); stroke:[^"]*"')
_DOT: Final = re.compile(r"M (\S+) (\S+)\n(?:C [^\n]+\n){8}z\n")
_RADIUS: Final = 0.6
_SIZE: Final = re.compile(r'(<svg\b[^>]*?) width="[^"]*pt"| height="[^"]*pt"(?= viewBox)')


@contextmanager
def _style() -> Iterator[None]:
    import matplotlib as mpl  # noqa: PLC0415 -- slow to import, and not every frame is drawn

    with _DRAWING, mpl.rc_context(fname=str(files("workbench.chart") / "workbench.mplstyle")):
        yield


def mark_id(label: str) -> str:
    """Return the id of the evidence of the mark that is called `label`, before the key of its chart."""
    return f"mark-{hashlib.blake2s(label.encode('utf-8', 'surrogatepass'), digest_size=6).hexdigest()}"


def link(artist: Any, label: str) -> None:  # noqa: ANN401 -- matplotlib's artists, and containers of them
    """Let `artist` lead to the evidence of the mark that is called `label`."""
    artist.set_url(f"#{mark_id(label)}")


def link_points(points: Any, labels: Sequence[str]) -> None:  # noqa: ANN401 -- as in `link`
    """Let each point of a collection lead to the evidence of its mark."""
    points.set_urls([f"#{mark_id(label)}" for label in labels])


class Drawing(msgspec.Struct, frozen=True):
    """A picture, and the figures as read back from its artists."""

    svg: str
    figures: str


def draw_axes(draw: Callable[["Axes"], None], *, key: str, size: tuple[float, float]) -> Drawing:
    """Draw on fresh axes.

    Parameters
    ----------
    draw
        Puts the artists on the axes.
    key
        Prefix of the ids, so that two charts can stand on one page.
    size
        Width and height in inches.
    """
    from matplotlib.figure import Figure  # noqa: PLC0415 -- see _style

    with _style():
        figure = Figure(figsize=size, layout="constrained")
        axes = figure.add_subplot()
        draw(axes)
        return Drawing(clean_svg(_svg(figure), key), read_back(axes))


def _svg(figure: "Figure") -> str:
    out = StringIO()
    figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    return out.getvalue()


def clean_svg(svg: str, key: str) -> str:
    """Strip what a page does not need; colours of the text follow the page, ids are unique to `key`."""
    svg = _PROLOGUE.sub("", svg)
    svg = _SIZE.sub(r"\1", svg).replace("<svg", _LINES, 1)
    used = set(_REFERENCE.findall(svg))
    svg = _ID.sub(lambda found: f' id="{key}-{found[1]}"' if found[1] in used else "", svg)
    svg = _REFERENCE.sub(lambda found: f"{key}-{found[0]}", svg)
    svg = svg.replace(INK, "currentColor").replace("'DejaVu Sans'", "system-ui, sans-serif")
    svg = _TAG.sub(lambda tag: _FINER.sub(r"\1", tag[0]), svg)
    svg = re.sub(r"[ \t]+$", "", svg, flags=re.MULTILINE).strip()
    return _DOTS.sub(_round_strokes, _EMPTY.sub("", svg))


def _round_strokes(dots: re.Match[str]) -> str:
    """Return a hatch of dots as strokes without length and with round ends, in a twentieth of the characters."""
    starts = _DOT.sub(lambda dot: f"M{dot[1]} {float(dot[2]) - _RADIUS:.5g}h0", dots[1])
    return f'd="{starts}" style="stroke: {dots[2]}; stroke-width: {2 * _RADIUS + 0.8:g}; stroke-linecap: round"'


def read_back(axes: "Axes") -> str:
    """Return the scales and every number of drawn axes, from the artists themselves."""
    rows, columns = (
        [label.get_text().replace("\n", " ") for label in labels]
        for labels in (axes.get_yticklabels(), axes.get_xticklabels())
    )
    told = [f"x: {axes.get_xlabel()}", f"y: {axes.get_ylabel()}"]
    told += [line for bars in axes.containers for line in _bars(bars, rows)]
    told += [line for points in axes.collections for line in _points(points, rows)]
    told += [line for drawn in axes.lines for line in _line(drawn, rows)]
    told += [_cell(text, rows, columns) for text in axes.texts if text.get_gid() == CELL]
    told += [f"{text.get_label()} = {text.get_text()}" for text in axes.texts if text.get_gid() == NUMBER]
    free = (text.get_text() for text in axes.texts if text.get_gid() not in (CELL, NUMBER))
    told.append("printed: " + " | ".join(words.replace("\n", " ") for words in free if words))
    return "\n".join(line for line in told if not line.endswith(": "))


def _bars(bars: Any, rows: list[str]) -> list[str]:  # noqa: ANN401 -- matplotlib's containers have no common type
    series = str(bars.get_label())
    if series == CELL:
        return []
    name = "bar" if series.startswith("_") else f"bar, {series}"
    return [f"{name}: {rows[round(bar.get_y() + bar.get_height() / 2)]} = {bar.get_width():g}" for bar in bars.patches]


def _points(points: Any, rows: list[str]) -> list[str]:  # noqa: ANN401 -- as in _bars
    series = str(points.get_label())
    if series.startswith("_"):
        return []
    if series.startswith("band, "):
        edge = points.get_paths()[0].vertices
        return [f"{series} = {edge[edge[:, 0] == 0][:, 1].max() - edge[edge[:, 0] == 0][:, 1].min():g}"]
    return [f"point, {series}: {rows[round(float(y))]} at {float(x):.6g}" for x, y in points.get_offsets()]


def _line(drawn: Any, rows: list[str]) -> list[str]:  # noqa: ANN401 -- as in _bars
    series = str(drawn.get_label())
    if series.startswith("_"):
        return []
    return [f"line, {series}: {rows[round(y)]} at {x:.4g}" for x, y in drawn.get_xydata()]


def _cell(text: "Text", rows: list[str], columns: list[str]) -> str:
    x, y = text.get_position()
    return f"cell: {rows[round(y)]} / {columns[round(x)]} = {text.get_text()}"
