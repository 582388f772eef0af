"""Hears the parts that an article itself is set in: bulleted facts, a chronicle's days, a live report's clock times."""

import re
from collections.abc import Callable, Iterator, Sequence

import msgspec

from workbench.parse.shape import Shape

_BULLETS = "•·▪‣*-–"
_LISTABLE = frozenset({"title", "label", "fragment"})
_TEXT = frozenset({"prose", "fragment", "caption"})
#: One line of its kind proves nothing; an article that is set in parts repeats it.
_LEAST = 2
_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}")
#: A date that heads a part has nothing beside it.
_DAY_ALONE = 30
#: An entry's text follows its clock time at once or below a heading.
_NEAR = 3


def join_sections(shapes: list[Shape]) -> list[Shape]:
    """Return `shapes` with the headings and lists told that only their repetition gives away.

    Facts with bullets below a line with a colon belong to the text. So do days that stand between paragraphs, and
    clock times each above a paragraph: alone such lines would speak for a list of other stories.
    """
    listed = dict.fromkeys(_listed(shapes), ("fragment", "list-item", None))
    dates = [index for index, shape in enumerate(shapes) if shape.kind == "date"]
    days = _repeated(shapes, dates, _heads_day)
    clocks = _repeated(shapes, dates, _heads_entry)
    told = {
        **listed,
        **dict.fromkeys(days, ("fragment", "dated-heading", None)),
        **dict.fromkeys(clocks, ("mark", "live-entry", "timestamp")),
    }
    if not told:
        return shapes
    joined = list(shapes)
    for index, (kind, rule, role) in told.items():
        joined[index] = msgspec.structs.replace(shapes[index], kind=kind, rule=rule, role=role)
    return joined


def _listed(shapes: Sequence[Shape]) -> Iterator[int]:
    """Yield the lines of lists with bullets that a colon leads to, with the line that leads if it is no paragraph."""
    leads = [index for index, shape in enumerate(shapes) if shape.cut.text[-1] == ":" and shape.kind != "phrase"]
    reached = 0
    for index in leads:
        items = _items(shapes, index + 1) if index >= reached else 0
        if items >= _LEAST:
            reached = index + 1 + items
            first = index if shapes[index].kind in _LISTABLE else index + 1
            yield from range(first, index + 1 + items)


def _items(shapes: Sequence[Shape], start: int) -> int:
    """Count the lines with bullets from `start` on."""
    end = start
    while end < len(shapes) and shapes[end].cut.text[0] in _BULLETS and shapes[end].kind in _LISTABLE:
        end += 1
    return end - start


def _repeated(
    shapes: Sequence[Shape], dates: Sequence[int], heads: Callable[[Sequence[Shape], int], bool]
) -> list[int]:
    found = [index for index in dates if index and heads(shapes, index)] if len(dates) >= _LEAST else []
    return found if len(found) >= _LEAST else []


def _heads_day(shapes: Sequence[Shape], index: int) -> bool:
    """Say whether a bare day stands between two paragraphs."""
    text = shapes[index].cut.text
    return (
        len(text) < _DAY_ALONE
        and _CLOCK.search(text) is None
        and shapes[index - 1].kind in _TEXT
        and index + 1 < len(shapes)
        and shapes[index + 1].kind == "prose"
    )


def _heads_entry(shapes: Sequence[Shape], index: int) -> bool:
    """Say whether a bare clock time stands above a paragraph and not below the title that it would date."""
    if shapes[index].rule != "clock-alone" or shapes[index - 1].kind in {"title", "label"}:
        return False
    return any(shape.kind == "prose" for shape in shapes[index + 1 : index + _NEAR])
