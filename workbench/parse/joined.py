"""Hears a line's neighbours where its own words do not settle what it is."""

import re
from collections.abc import Mapping, Sequence

import msgspec

from workbench.parse.dateline import names_outlet_or_city, read_dateline
from workbench.parse.shape import Shape

#: Who stands where in a picture.
_SIDES = re.compile(
    r"\((?:kiri|kanan|tengah|kedua dari (?:kiri|kanan)|paling (?:kiri|kanan)|dari kiri|dua dari kanan)\b"
)
_PICTURED = re.compile(_SIDES.pattern + r"|\(\d{1,2}/\d{1,2}\b")
_CREDIT = re.compile(
    r"(?:(?:[Pp]hoto by|[Ff]oto oleh|[Tt]angkapan layar)[ :]+)?"
    r"[A-Z][\w.@-]*(?:(?: ?/ ?| via | dan | & | )[A-Z@][\w.@-]*)*"
)
#: ``PULANG KAMPUNG - Warga …``: words in capitals that title a picture, as a city would open a lede.
_TITLED = re.compile(r"[A-Z][A-Z' ]{4,40} ?[-–—] ?[A-Z]")
_BELOW = 3
#: Nothing but names and slashes, as a photo credit above its caption has it.
_CREDIT_ONLY = 80
_REPEATED = 40
#: A page that prints one caption more often is a gallery of one picture.
_ALIKE = 20


def join_captions(shapes: list[Shape]) -> list[Shape]:
    """Return `shapes` with captions that lack a credit of their own told by their neighbours.

    A paragraph right below a line that is nothing but a credit is its caption; so is one that says who stands left or
    right, and one that another caption repeats with a credit behind it.
    """
    captions: dict[str, list[str]] = {}
    for shape in shapes:
        if shape.kind == "caption":
            words = _plain(shape.cut.text)
            captions.setdefault(words[:_REPEATED], []).append(words)
    if not captions:
        return shapes
    return [
        msgspec.structs.replace(shape, kind="caption", rule="caption-neighbour", role="caption")
        if (shape.kind == "prose" and _is_caption(shapes, index, captions)) or _is_pictured(shapes, index)
        else shape
        for index, shape in enumerate(shapes)
    ]


def _is_caption(shapes: Sequence[Shape], index: int, captions: Mapping[str, Sequence[str]]) -> bool:
    text = shapes[index].cut.text
    return _is_told(shapes, index, captions) and (
        not read_dateline(text, 0, len(text)) or _titled(text, shapes, index) or _printed_again(shapes, index)
    )


def _is_pictured(shapes: Sequence[Shape], index: int) -> bool:
    """Say whether a line that looks like a title tells a picture's sides or day, on both sides of the credit."""
    shape = shapes[index]
    return shape.kind == "title" and _PICTURED.search(shape.cut.text) is not None and _printed_again(shapes, index)


def _is_told(shapes: Sequence[Shape], index: int, captions: Mapping[str, Sequence[str]]) -> bool:
    """Say whether the line above or a like caption tells that a paragraph is one."""
    cut = shapes[index].cut
    if index and _is_credit(shapes[index - 1]) and cut.line == shapes[index - 1].cut.line + 1:
        below = shapes[index + 1 : index + 1 + _BELOW]
        return bool(below) and bool(_SIDES.search(cut.text) or any(near.kind == "prose" for near in below))
    if _printed_again(shapes, index):
        return True
    words = _plain(cut.text)
    alike = captions.get(words[:_REPEATED], ()) if len(words) >= _REPEATED else ()
    return any(text != words and text.startswith(words) for text in alike[:_ALIKE])


def _plain(text: str) -> str:
    """Return `text` without doubled blanks, which one of two copies may have."""
    return " ".join(text.split()) if "  " in text else text


def _printed_again(shapes: Sequence[Shape], index: int) -> bool:
    """Say whether the same words stand on both sides of a credit: the picture's text and the words below it."""
    return any(
        0 <= other < len(shapes)
        and shapes[other].cut.text == shapes[index].cut.text
        and shapes[(index + other) // 2].kind == "caption"
        for other in (index - 2, index + 2)
    )


def _titled(text: str, shapes: Sequence[Shape], index: int) -> bool:
    """Say whether what looks like a dateline is a picture's title in capitals: the paragraphs below open with one."""
    if not _TITLED.match(text):
        return False
    below = (near.cut.text for near in shapes[index + 1 : index + 1 + _BELOW] if near.kind == "prose")
    return any(names_outlet_or_city(near) for near in below)


def _is_credit(shape: Shape) -> bool:
    """Say whether a caption is nothing but names: no word in lower case, no bracket, no sentence."""
    text = shape.cut.text
    return shape.kind == "caption" and len(text) < _CREDIT_ONLY and _CREDIT.fullmatch(text) is not None
