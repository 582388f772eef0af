"""Joins sentences that a dump broke where a link, a name in bold or a column's edge stood."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from workbench.parse.shape import Shape

#: What goes on from the line above.
_GOES_ON = ",.;)"
_TEXT = frozenset({"prose", "fragment"})
#: A line of a broken sentence is running text if it is so long; what was linked or set apart is no longer than this.
_RUNNING, _LINKED = 40, 60
#: Furniture that may be a word of the sentence where it was linked; calls to read on and adverts really interrupt one.
_WORDS = frozenset({"related-label", "menu", "share-bar", "tags-label", "outlet-name"})


def join_broken(shapes: list[Shape]) -> list[Shape]:
    """Return `shapes` with the lines of broken sentences told as parts of the text.

    A sentence is broken where a line ends without a mark and the next one goes on in lower case or with a mark. Words
    between two such lines belong to it, whatever they look like alone; so do the lines of text that it goes on over.
    """
    broken = {index for pair in _joints(shapes) for index in pair} | set(_between(shapes))
    told = {index for index in broken if shapes[index].kind not in _TEXT}
    if not told:
        return shapes
    return [
        msgspec.structs.replace(shape, kind="fragment", rule="continued-line", role=None, ends=None)
        if index in told
        else shape
        for index, shape in enumerate(shapes)
    ]


def _joints(shapes: Sequence[Shape]) -> Iterator[tuple[int, int]]:
    """Yield pairs of lines of which the second goes on with the sentence of the first, one of them running text."""
    for index, (first, second) in enumerate(pairwise(shapes)):
        if _is_open(first) and _goes_on(second) and _can_join(first) and _can_join(second):
            is_text = any(shape.kind in _TEXT and len(shape.cut.text) >= _RUNNING for shape in (first, second))
            # A headline, a date and a name are open, too, and a byline in small letters may follow them.
            may_lead = first.kind != "title" or second.cut.text[0] in _GOES_ON or first.cut.text[-1] == ","
            if is_text and may_lead and first.kind not in {"date", "byline"}:
                yield index, index + 1


def _between(shapes: Sequence[Shape]) -> Iterator[int]:
    """Yield the short lines that stand between the open half of a sentence and the half that goes on."""
    for index in range(1, len(shapes) - 1):
        before, here, after = shapes[index - 1 : index + 2]
        if (
            len(here.cut.text) < _LINKED
            and before.kind in _TEXT
            and after.kind in _TEXT
            and _is_open(before)
            and _goes_on(after)
            and _can_join(here)
        ):
            yield index


def _is_open(shape: Shape) -> bool:
    return shape.cut.text[-1].isalnum() or shape.cut.text[-1] == ","


def _goes_on(shape: Shape) -> bool:
    return shape.cut.text[0].islower() or shape.cut.text[0] in _GOES_ON


def _can_join(shape: Shape) -> bool:
    if shape.kind == "phrase":
        return shape.rule in _WORDS
    return shape.kind not in {"mark", "caption"} and shape.rule not in {"byline-label", "byline-dash-outlet"}
