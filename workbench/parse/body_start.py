"""Where in the heaviest run of lines the article's text begins: below decks, points and pictures, at its dateline."""

import re
from collections.abc import Sequence

from workbench.parse.dateline import is_dateline_alone, names_outlet_or_city, read_dateline
from workbench.parse.shape import Shape, is_dated_title

_LEDE_WITHIN = 6
#: So many paragraphs make a story that may be signed.
_STORY = 3
#: No more decks stand between headline and byline, and what else stands with them above the text.
_DECKS = 2
_HEADED = frozenset({"timestamp", "byline", "caption", "navigation", "promo"})
#: Bylines that stand above a text; initials and sources stand below.
_SIGNS_ABOVE = frozenset({"byline-label", "byline-role", "byline-role-name", "byline-dash-outlet", "byline-oleh"})
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


def body_start(text: str, shapes: Sequence[Shape], start: int, end: int) -> int:
    """Move the start to the dateline, which opens the lede, and leave headings of the header before it."""
    for index in range(start, min(end, start + _LEDE_WITHIN)):
        cut = shapes[index].cut
        if _opens_story(text, shapes[index]):
            is_link = index > 0 and shapes[index - 1].rule == "pull-label"
            if is_link or _is_afterword(shapes, (start, index, end)):
                break
            return index
        if shapes[index].kind in {"label", "title", "fragment"} and is_dateline_alone(cut.text):
            return index
    told = _below_header(shapes, start, end) or _in_capitals(text, shapes, start, end)
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


def _below_header(shapes: Sequence[Shape], start: int, end: int) -> int | None:
    """Return where the text begins below the page's date or byline, where decks stand between it and the headline."""
    if not start or shapes[start - 1].kind != "title":
        return None
    within = range(start + 1, min(end, start + _DECKS + 1))
    header = next((index for index in within if shapes[index].kind != "prose"), None)
    if header is None or not _is_header(shapes, header, end) or is_dated_title(shapes[header]):
        return None
    below = next((index for index in range(header, end) if shapes[index].role not in _HEADED), None)
    return below if below is not None and shapes[below].kind == "prose" else None


def _is_header(shapes: Sequence[Shape], index: int, end: int) -> bool:
    """Say whether a line is the header's: the page's one date, or who wrote the story."""
    if shapes[index].kind == "date":
        return sum(shape.kind == "date" for shape in shapes[:end]) == 1
    return shapes[index].rule in _SIGNS_ABOVE


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
    if is_dateline_alone(text):
        return not is_dateline_alone(shapes[start].cut.text)
    if start > 1 and shapes[start - 2].rule == "live-entry":
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
        and (_dated(second.cut.text) or (is_pictured and shapes[start - 1].kind == "title"))
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
