"""Finds where the article's own text lies: the run of lines whose evidence adds up to most.

Every line adds a weight: running text adds its mass, furniture subtracts. The best run (maximum subarray, Kadane 1984)
is the body; what stands before is the header, what stands after is the tail. So a related story inside the body costs
little, a list of them behind it is left out, and a menu before it is never reached.
"""

import re
from collections.abc import Sequence

import msgspec

from workbench.parse.dateline import is_dateline_alone, names_outlet_or_city, read_dateline
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
_CAPITALS_WITHIN = 3
_CAPITALS = re.compile(r"([A-Z]{4,}) [a-z]")
#: The first word of the lede in capitals, whatever follows: ``PRESIDEN Rusia``.
_DROPPED = re.compile(r"(?!(?:UNESCO|UNICEF|UNHCR|ASEAN|BRICS)\b)[A-Z]{5,} [A-Z]?[a-z]")
#: Words in capitals that open a paragraph as they are.
_ACRONYMS = frozenset({"NATO", "ASEAN", "BRICS", "UNESCO", "UNICEF", "UNHCR", "OPEC", "OSCE", "FIFA", "UEFA", "CSTO"})
_NUMBERED = re.compile(r"\d{1,2}[.)] ?[A-Z]")
_DECK, _DECK_ABOVE_PICTURE = 180, 320
#: A shorter caption is a credit alone.
_CREDIT = 45
#: So many lines can belong to the picture below a deck.
_PICTURE = 4
_DAY = re.compile(r"(?i:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad),? ?(?:\(\d|\d)")


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
    start = _begin(text, shapes, start, end)
    return Zones(start, _before_teasers(text, shapes, start, end))


def _before_teasers(text: str, shapes: Sequence[Shape], start: int, end: int) -> int:
    """Leave out other stories' beginnings below the last paragraph: a dateline of their own, cut short by dots."""
    while end - start > _STORY and shapes[end - 1].kind == "prose" and shapes[end - 1].cut.text.endswith(("...", "…")):
        cut = shapes[end - 1].cut
        if not read_dateline(text, cut.start, cut.end) or not read_dateline(text, shapes[start].cut.start, cut.start):
            break
        end -= 2 if shapes[end - 2].kind in {"title", "label"} else 1
    return end


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


def _begin(text: str, shapes: Sequence[Shape], start: int, end: int) -> int:
    """Move the start to the dateline, which opens the lede, and leave headings of the header before it."""
    for index in range(start, min(end, start + _LEDE_WITHIN)):
        cut = shapes[index].cut
        if _opens_story(text, shapes[index]):
            if _is_afterword(shapes, (start, index, end)):
                break
            return index
        if shapes[index].kind in {"label", "title", "fragment"} and is_dateline_alone(cut.text):
            return index
    told = _below_date(shapes, start, end) or _in_capitals(text, shapes, start, end)
    if told is not None:
        return told
    while start + 1 < end and shapes[start].kind == "caption" and len(shapes[start].cut.text) < _CREDIT:
        start += 1  # a credit alone belongs to the words above it
    while start > 0 and _opens_body(shapes, start):
        start -= 1
    start += _listed_points(shapes, start, end)
    if start + 2 >= end or _DROPPED.match(shapes[start].cut.text):
        return start
    return _below_picture(shapes, start + 1) if _is_deck(shapes, start) else start


def _in_capitals(text: str, shapes: Sequence[Shape], start: int, end: int) -> int | None:
    """Return the paragraph near the start that opens with a word in capitals, as the lede of some outlets does."""
    near = range(start + 1, min(end, start + _CAPITALS_WITHIN)) if start else ()
    told = (index for index in near if shapes[index].kind == "prose")
    return next((index for index in told if _opens_in_capitals(text, shapes[index].cut.text)), None)


def _below_date(shapes: Sequence[Shape], start: int, end: int) -> int | None:
    """Return where the text begins below the page's one date line, where decks stand between it and the headline."""
    last = min(end, start + _CAPITALS_WITHIN) - 1
    dated = next((index for index in range(start + 1, last + 1) if shapes[index].kind == "date"), None)
    if dated is None or dated + 1 >= end or shapes[dated + 1].kind != "prose" or is_dated_title(shapes[dated]):
        return None
    is_one = sum(shape.kind == "date" for shape in shapes[:end]) == 1
    is_decked = start > 0 and shapes[start - 1].kind == "title"
    is_decked = is_decked and all(shape.kind == "prose" for shape in shapes[start:dated])
    return dated + 1 if is_one and is_decked else None


def _opens_story(text: str, shape: Shape) -> bool:
    """Say whether a line opens with a dateline; what looks like a caption needs a known city or outlet in it."""
    if shape.kind == "caption":
        return shape.rule != "caption-neighbour" and names_outlet_or_city(shape.cut.text)
    return shape.kind == "prose" and read_dateline(text, shape.cut.start, shape.cut.end) is not None


def _is_afterword(shapes: Sequence[Shape], at: tuple[int, int, int]) -> bool:
    """Say whether a dateline opens the last paragraph of several: a later page that repeats the story's beginning."""
    start, index, end = at
    above = sum(shape.kind == "prose" for shape in shapes[start:index])
    return above >= _STORY and not any(shape.kind == "prose" for shape in shapes[index + 1 : end])


def _listed_points(shapes: Sequence[Shape], start: int, end: int) -> int:
    """Return how many points with bullets sum the story up right below the header, before its first paragraph."""
    points = start
    while points < end and shapes[points].cut.text[0] in "-•*" and not _is_link(shapes[points]):
        points += 1
    is_summary = points - start > 1 and start > 0 and points < end and shapes[points].kind == "prose"
    return points - start if is_summary else 0


def _is_link(shape: Shape) -> bool:
    return shape.kind == "title" or shape.role is not None


def _opens_body(shapes: Sequence[Shape], start: int) -> bool:
    """Say whether the line above belongs to the body: a dateline, a broken line's first half, a numbered heading."""
    above, text = shapes[start - 1], shapes[start - 1].cut.text
    if above.kind not in {"label", "title"}:
        return False
    if is_dateline_alone(text) or (start > 1 and shapes[start - 2].rule == "live-entry"):
        return True
    if shapes[start].cut.text[0].islower() and text[-1].isalnum():
        return True
    return _NUMBERED.match(text) is not None and not any(shape.kind == "title" for shape in shapes[: start - 1])


def _opens_in_capitals(text: str, paragraph: str) -> bool:
    """Say whether a paragraph begins with a word in capitals that is no acronym: the lede of some outlets."""
    found = _CAPITALS.match(paragraph)
    return found is not None and found.group(1) not in _ACRONYMS and text.count(found.group(1)) == 1


def _is_deck(shapes: Sequence[Shape], start: int) -> bool:
    """Say whether the first paragraph is a deck: cut short by its field's length, or dateless above a dated lede."""
    first, second = shapes[start], shapes[_below_picture(shapes, start + 1)]
    is_pictured = second is not shapes[start + 1]
    if start == 0 or first.kind != "prose" or second.kind != "prose":
        return False
    text = first.cut.text
    if len(text) > (_DECK_ABOVE_PICTURE if is_pictured else _DECK):
        return False
    if text[-1].isalnum() and shapes[start - 1].kind in {"title", "date", "byline"}:
        return True
    is_headed = any(shape.kind == "title" for shape in shapes[:start])
    if shapes[start - 1].kind == "date" and not is_pictured:
        return False  # what the date stands above, and no picture below, is the lede
    return (
        is_headed
        and text.count(". ") <= is_pictured
        and text[-1] == "."
        and _dated(second.cut.text)
        and not _dated(text)
    )


def _below_picture(shapes: Sequence[Shape], start: int) -> int:
    """Return the first line from `start` that is no part of a picture, its words, its credit or an advert."""
    within = range(start, min(len(shapes), start + _PICTURE))
    credit = next((index for index in within if shapes[index].kind == "caption"), None)
    after = start if credit is None else credit + 1
    return next((index for index in range(after, len(shapes)) if shapes[index].role is None), start)


def _dated(text: str) -> bool:
    return _DAY.search(text) is not None
