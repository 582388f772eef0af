"""Joins sentences that a dump broke where a link, a name in bold or a column's edge stood."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from workbench.parse.shape import Shape

#: What goes on from the line above.
_GOES_ON = ",.;)"
#: What must go on in the line below.
_OPENS = "(["
_LEADS_ON = f",{_OPENS}"
#: A line that ends so asks for a name.
_ASKS_NAME = (" dari", " oleh", " kepada", " kantor berita", " situs", " laman", " harian", " media")
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
    halves = [
        index
        for index, (before, here) in enumerate(pairwise(shapes), 1)
        if _goes_on(here.cut.text[0])
        or before.cut.text[-1] in _OPENS
        or (len(here.cut.text) < _LINKED and _asks_name(before))
    ]
    broken = (index for half in halves for index in _sentence_at(shapes, half))
    told = {index for index in broken if shapes[index].kind not in _TEXT}
    if not told:
        return shapes
    return [
        msgspec.structs.replace(shape, kind="fragment", rule="continued-line", role=None, ends=None)
        if index in told
        else shape
        for index, shape in enumerate(shapes)
    ]


def _asks_name(shape: Shape) -> bool:
    """Say whether a long line breaks off where a name must follow, as a short one may: ``… dikutip dari`` / ``X.``."""
    return len(shape.cut.text) >= _RUNNING and shape.kind in _TEXT and shape.cut.folded.endswith(_ASKS_NAME)


def _goes_on(first: str) -> bool:
    return first.islower() or first in _GOES_ON


def _sentence_at(shapes: Sequence[Shape], half: int) -> Iterator[int]:
    """Yield the lines of the sentence that the line at `half` goes on with."""
    before, here = shapes[half - 1], shapes[half]
    if _continues(before, here):
        yield from (half - 1, half)
    if half > 1 and here.kind in _TEXT and _is_linked(shapes[half - 2], before):
        yield half - 1


def _continues(first: Shape, second: Shape) -> bool:
    """Say whether the second line goes on with the sentence of the first, one of them running text."""
    if not (_is_open(first) and _can_join(first) and _can_join(second)) or first.kind in {"date", "byline"}:
        return False
    is_text = any(shape.kind in _TEXT and len(shape.cut.text) >= _RUNNING for shape in (first, second))
    # A headline is open, too, and a byline in small letters may follow it.
    return is_text and (first.kind != "title" or second.cut.text[0] in _GOES_ON or first.cut.text[-1] in _LEADS_ON)


def _is_linked(first: Shape, between: Shape) -> bool:
    """Say whether a short line stands where the first line's sentence is open."""
    return len(between.cut.text) < _LINKED and first.kind in _TEXT and _is_open(first) and _can_join(between)


def _is_open(shape: Shape) -> bool:
    return shape.cut.text[-1].isalnum() or shape.cut.text[-1] in _LEADS_ON


def _can_join(shape: Shape) -> bool:
    if shape.kind == "phrase":
        return shape.rule in _WORDS
    return shape.kind not in {"mark", "caption"} and shape.rule not in {"byline-label", "byline-dash-outlet"}
