"""Finds the headline among the lines before the body."""

# ruff: noqa: PLR2004 -- lengths and weights are the evidence itself, read best beside the words they judge

import re
from collections.abc import Iterator, Sequence

from workbench.page import Claim
from workbench.parse.dateline import read_dateline
from workbench.parse.fold import fold
from workbench.parse.shape import Shape, lower_share
from workbench.parse.vocabulary import shared, stems
from workbench.parse.zones import Zones

_LOOK_BACK = 60
_LEDE = 6
_LEDE_SIZE = 1200
_BARS = (" - ", " – ", " — ", " | ")
#: A heading behind the body shares so much of so many words with it.
_SAME, _TELLING = 0.5, 4
_SHORTEST, _LONGEST = 12, 220
#: The way from the front page to the article, printed without marks between its steps.
TRAIL = re.compile(r"(?:Home|Beranda|HOME|BERANDA) ")
#: Who stands where in a picture, or on which day it was taken.
_PICTURED = re.compile(r"\((?:kiri|kanan|tengah|\d{1,2}/\d{1,2})\b")
#: What a story is told in, before its headline; a picture's own words bear a credit or a full stop.
_TOLD_IN = re.compile(r"(?:foto|video|infografis) ?: ?[^.()/]+$", re.IGNORECASE)


def find_headline(shapes: Sequence[Shape], zones: Zones | None, claims: Sequence[Claim]) -> int | None:
    """Return the index of the headline in `shapes`, or None where the page prints none.

    Evidence adds up: words that the lede shares, a date or byline below, its length and case, its repetition, and a
    claim of the page's markup that says the same.
    """
    claimed = [fold(claim.value).strip() for claim in claims if claim.field == "headline"]
    if zones is None:
        return _claimed_only(shapes, claimed)
    lede = stems(" ".join(_lede_texts(shapes, zones))[:_LEDE_SIZE])
    best, score = None, 2.0
    for index in _candidates(shapes, zones):
        found = _score(shapes, index, zones, lede) + _claim_score(shapes[index], claimed)
        if found > score:
            best, score = index, found
    return best if best is None else _without_outlet(shapes, best, zones)


def _without_outlet(shapes: Sequence[Shape], best: int, zones: Zones) -> int:
    """Return the line that says the same as the best one without outlet or breadcrumb around it, or the best one."""
    text = shapes[best].cut.folded
    return next(
        (
            index
            for index in range(max(0, best - _LOOK_BACK), zones.start)
            if len(title := shapes[index].cut.folded) >= _SHORTEST
            and (
                (text.startswith(title) and text[len(title) : len(title) + 3] in _BARS)
                or (text.endswith(title) and TRAIL.match(shapes[best].cut.text) is not None)
            )
            and text != title
        ),
        best,
    )


def below_body(shapes: Sequence[Shape], zones: Zones) -> int | None:
    """Return the index of a heading right behind the body that tells what the lede tells, where no list follows."""
    index = zones.end
    after = shapes[index + 1].kind if index + 1 < len(shapes) else "mark"
    if index >= len(shapes) or not _can_be(shapes[index]) or after in {"title", "label", "prose"}:
        return None
    own = stems(shapes[index].cut.folded)
    lede = stems(" ".join(shape.cut.folded for shape in shapes[zones.start : zones.end])[:_LEDE_SIZE])
    return index if len(own) >= _TELLING and shared(own, lede) >= _SAME else None


def _lede_texts(shapes: Sequence[Shape], zones: Zones) -> Iterator[str]:
    """Yield the deck right above the body and the body's first paragraphs."""
    for shape in shapes[max(0, zones.start - 2) : zones.start]:
        if shape.kind in {"prose", "caption"}:
            yield shape.cut.folded
    for shape in shapes[zones.start : zones.end][:_LEDE]:
        yield shape.cut.folded[:_LEDE_SIZE]


def _candidates(shapes: Sequence[Shape], zones: Zones) -> list[int]:
    first = max(0, zones.start - _LOOK_BACK)
    before = [
        index for index in range(first, zones.start) if _can_be(shapes[index]) or _is_picture_story(shapes, index)
    ]
    opens = shapes[zones.start]
    if read_dateline(opens.cut.text, 0, len(opens.cut.text)):
        return before
    goes_on = zones.end - zones.start > 1 and shapes[zones.start + 1].rule != "continued-line"
    if opens.kind == "prose" and opens.cut.text[-1] not in '.”"' and goes_on and _can_be(opens):
        before.append(zones.start)
    return before


def _is_picture_story(shapes: Sequence[Shape], index: int) -> bool:
    """Say whether a line that looks like a caption heads a story in pictures: ``Foto: Parade Panen`` above a date."""
    below = shapes[index + 1 : index + 2]
    return (
        shapes[index].rule == "caption-opening"
        and _TOLD_IN.match(shapes[index].cut.text) is not None
        and all(shape.kind in {"date", "byline"} for shape in below)
    )


def _can_be(shape: Shape) -> bool:
    text = shape.cut.text
    if text[-1] == "|":
        return False
    if shape.kind == "prose" and text[-1] == "." and not _is_titled(text):
        return False
    return shape.kind in {"title", "label", "prose"} and _SHORTEST <= len(text) <= _LONGEST and " " in text


def _repeated(shapes: Sequence[Shape], index: int, zones: Zones) -> bool:
    """Say whether a line that ends in dots is printed twice above the body: the dots are its own."""
    text = shapes[index].cut.text
    return any(shape.cut.text == text for other, shape in enumerate(shapes[: zones.start]) if other != index)


def _is_titled(text: str) -> bool:
    """Say whether a line with a full stop is a title by its capitals: ``Warga Desa Bangun Jembatan Baru.``."""
    return lower_share(text) < 0.2 and text.count(" ") >= 4 and ". " not in text


def _score(shapes: Sequence[Shape], index: int, zones: Zones, lede: frozenset[str]) -> float:
    text = shapes[index].cut.text
    below = shapes[index + 1 : min(index + 5, zones.start)]
    own = stems(shapes[index].cut.folded)
    score = 5.0 * shared(own, lede) * min(1.0, len(own) / 5)
    score += 1.0 if 30 <= len(text) <= 130 else -0.5
    score += 1.5 if any(shape.kind in {"date", "byline"} for shape in below[:3]) else 0.0
    score += 0.5 if below and below[0].kind in {"date", "byline"} else 0.0
    score += 2.0 * max(0.0, 0.6 - lower_share(text))
    score += 0.7 if any(shape.cut.text == text for shape in below) else 0.0
    score += 0.8 if all(shape.kind == "mark" for shape in shapes[:index]) else 0.0
    score -= 2.0 if text[-1] == "." and not text.endswith("...") else 0.0
    score -= 4.0 if text.endswith(("...", "…")) and not _repeated(shapes, index, zones) else 0.0
    score -= 1.5 if len(text) > 100 and lower_share(text) > 0.7 else 0.0
    score -= 1.5 if index and shapes[index - 1].ends == "list" else 0.0
    score -= 1.0 if text[0] in "-•*" else 0.0
    score -= 2.5 if "(" in text and _PICTURED.search(text) else 0.0
    score -= 2.0 if index + 1 < len(shapes) and _captioned(text, shapes[index + 1]) else 0.0
    score -= 1.5 if index + 1 < zones.start and _heads_headline(text, shapes[index + 1]) else 0.0
    score -= 1.0 if len(text) > 150 else 0.0
    score -= 1.5 if index and _decks(shapes[index - 1], own) else 0.0
    return score - 0.02 * (zones.start - index)


def _decks(above: Shape, own: frozenset[str]) -> bool:
    """Say whether the line above is a heading on the same matter, so that this one is its deck."""
    text = above.cut.text
    return (
        above.kind == "title"
        and len(text) >= 30
        and not text.endswith("...")
        and shared(stems(above.cut.folded), own) >= 0.3
    )


def _heads_headline(text: str, below: Shape) -> bool:
    """Say whether a short heading stands right above a long one: a series' or a section's name above its story."""
    return len(text) < 30 and below.kind == "title" and len(below.cut.text) >= 45


def _captioned(text: str, following: Shape) -> bool:
    """Say whether the next line is the same words with a credit behind them, or the lede that repeats a name."""
    return (
        following.kind in {"caption", "prose"}
        and following.cut.text.startswith(text)
        and len(following.cut.text) > len(text)
    )


def _claim_score(shape: Shape, claimed: Sequence[str]) -> float:
    text = shape.cut.folded
    if text in claimed:
        return 10.0
    return (
        6.0 if len(text) > 20 and any(text in claim or claim in text for claim in claimed if len(claim) > 20) else 0.0
    )


def _claimed_only(shapes: Sequence[Shape], claimed: Sequence[str]) -> int | None:
    return next((index for index, shape in enumerate(shapes) if shape.cut.folded in claimed), None)
