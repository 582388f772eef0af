"""Finds where the article's own text lies: the run of lines whose evidence adds up to most.

Every line adds a weight: running text adds its mass, furniture subtracts. The best run (maximum subarray, Kadane 1984)
is the body; what stands before is the header, what stands after is the tail. So a related story inside the body costs
little, a list of them behind it is left out, and a menu before it is never reached.
"""

from collections.abc import Sequence

import msgspec

from workbench.parse.body_start import body_start
from workbench.parse.dateline import read_dateline
from workbench.parse.shape import Shape, is_dated_title

#: Weight of a line by its kind, where mass does not count.
_WEIGHTS = {
    "fragment": 0.5,
    "title": -0.7,
    "label": -0.8,
    "mark": -0.2,
    "date": -2.0,
    "byline": -2.0,
    "caption": 0.3,
}
#: Weight of a phrase by its rule; a list of other stories and comments must be outweighed by what follows them.
_PHRASE_WEIGHTS = {
    "related-label": -7.0,
    "comments-label": -25.0,
    "tags-label": -5.0,
    "small-print": -7.0,
    "menu": -0.7,
    "share-bar": -0.5,
    "pager": 0.0,
    "pull-label": -0.3,
    "advert": -0.2,
    "next-page": -0.2,
    "appeal": -0.4,
}
#: A heading with a bullet is one of a few links between paragraphs as often as part of a list behind them.
_BULLET = -0.3
#: No more links with bullets stand between two paragraphs.
_LINKS = 5
#: So many paragraphs make a story that may be signed.
_STORY = 3
_SIGNATURES = frozenset({"byline-initials", "byline-label", "byline-signed", "byline-reporting-by"})
_MASS = 100.0
#: So long a piece of a sentence weighs by its length, as running text does.
_LONG_FRAGMENT = 60
_MOST = 30.0
#: A doubled short paragraph is a teaser with its picture's text; a doubled long one is the article's slip.
_SLIP = 150
_LEDE_WITHIN = 6


class Zones(msgspec.Struct, frozen=True):
    """Indices into the shapes: ``[0, start)`` header, ``[start, end)`` body, ``[end, n)`` tail."""

    start: int
    end: int


def find_zones(text: str, shapes: Sequence[Shape]) -> Zones | None:
    """Return the zones of a page, or None where no line is running text."""
    last = _signed_off(shapes)
    start, end = _heaviest([_weight(shapes, index) for index in range(last)])
    if not _has_text(shapes[start:end]):
        # A dump that prints every line twice has nothing else.
        start, end = _heaviest([_own_weight(shape) for shape in shapes])
    if not _has_text(shapes[start:end]):
        return None
    start = body_start(text, shapes, start, end)
    return Zones(start, _before_excerpts(shapes, start, _before_teasers(text, shapes, start, end)))


def _before_teasers(text: str, shapes: Sequence[Shape], start: int, end: int) -> int:
    """Leave out other stories' beginnings below the last paragraph: a dateline of their own, cut short by dots."""
    while end - start > _STORY and shapes[end - 1].kind == "prose" and shapes[end - 1].cut.text.endswith(("...", "…")):
        cut = shapes[end - 1].cut
        if not read_dateline(text, cut.start, cut.end) or not read_dateline(text, shapes[start].cut.start, cut.start):
            break
        end -= 2 if shapes[end - 2].kind in {"title", "label"} else 1
    return end


def _before_excerpts(shapes: Sequence[Shape], start: int, end: int) -> int:
    """Leave out other stories' beginnings below the last paragraph: two or more in a row that end in dots."""
    first, last = end, end
    while first > start and _is_cut(shapes[first - 1]):
        first -= 1
    while last < len(shapes) and _is_cut(shapes[last]):
        last += 1
    return first if last - first > 1 and first - start >= _STORY else end


def _is_cut(shape: Shape) -> bool:
    return shape.cut.text.endswith(("...", "…"))


def _signed_off(shapes: Sequence[Shape]) -> int:
    """Return where the article is signed and a list or the small print follows: other stories may follow, too."""
    n_prose = 0
    for index, shape in enumerate(shapes):
        n_prose += shape.kind == "prose"
        if n_prose < _STORY or shape.rule not in _SIGNATURES:
            continue
        follows_text = any(near.kind == "prose" for near in shapes[index - 2 : index])
        if follows_text and any(near.ends == "list" for near in shapes[index + 1 : index + 4]):
            return index
    return len(shapes)


def _heaviest(weights: Sequence[float]) -> tuple[int, int]:
    """Return the run ``[start, end)`` with the largest sum."""
    start, end, best = 0, 0, 0.0
    here, total = 0, 0.0
    for index, weight in enumerate(weights):
        total += weight
        if total > best:
            start, end, best = here, index + 1, total
        if total <= 0:
            here, total = index + 1, 0.0
    return start, end


def _has_text(shapes: Sequence[Shape]) -> bool:
    return any(shape.kind in {"prose", "caption"} for shape in shapes)


def _weight(shapes: Sequence[Shape], index: int) -> float:
    shape = shapes[index]
    if (
        shape.kind == "fragment"
        and index
        and len(shape.cut.text) < _LONG_FRAGMENT
        and shapes[index - 1].role == "promo"
    ):
        return _PHRASE_WEIGHTS["appeal"]  # an appeal over two lines
    if shape.kind == "fragment" and _ends_in_title(shapes, index):
        return _WEIGHTS["title"]
    if shape.rule == "related-label" and _lists_within(shapes, index):
        return _PHRASE_WEIGHTS["pull-label"]
    is_teaser = shape.kind == "prose" and len(shape.cut.text) < _SLIP and _doubled(shapes, index)
    return -0.5 if is_teaser else _own_weight(shape)


def _lists_within(shapes: Sequence[Shape], index: int) -> bool:
    """Say whether a label with a colon heads a few links with bullets that two paragraphs follow: the text goes on."""
    if shapes[index].cut.text[-1] != ":":
        return False
    below = shapes[index + 1 : index + 3 + _LINKS]
    links = next((at for at, shape in enumerate(below) if shape.cut.text[0] not in "-•*"), 0)
    return links > 0 and [shape.kind for shape in below[links : links + 2]] == ["prose", "prose"]


def _ends_in_title(shapes: Sequence[Shape], index: int) -> bool:
    """Say whether a control's word stands before a title printed just above: ``zoom-in …``."""
    above = shapes[max(0, index - _LEDE_WITHIN) : index]
    return any(near.kind == "title" and shapes[index].cut.text.endswith(near.cut.text) for near in above)


def _own_weight(shape: Shape) -> float:
    if shape.kind == "prose":
        return 1.0 + min(len(shape.cut.text) / _MASS, _MOST)
    if shape.kind == "fragment" and len(shape.cut.text) >= _LONG_FRAGMENT:
        return len(shape.cut.text) / _MASS
    if is_dated_title(shape):
        return _WEIGHTS["title"]
    if shape.kind == "phrase":
        return _PHRASE_WEIGHTS.get(shape.rule, -1.0)
    return _BULLET if shape.kind == "title" and shape.cut.text[0] in "-•*" else _WEIGHTS[shape.kind]


def _doubled(shapes: Sequence[Shape], index: int) -> bool:
    own = shapes[index].cut.text
    return (index > 0 and shapes[index - 1].cut.text == own) or (
        index + 1 < len(shapes) and shapes[index + 1].cut.text == own
    )
