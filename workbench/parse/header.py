"""Roles of the lines before the body."""

# ruff: noqa: PLR2004 -- lengths and weights are the evidence itself, read best beside the words they judge

from collections.abc import Iterator, Sequence

from workbench.article import Role
from workbench.parse.bylines import is_name
from workbench.parse.shape import Shape

Verdict = tuple[Role, str]

#: More short lines than this in a row above the headline are a menu, not kickers.
_KICKERS = 3
_NEAR = 3
_SHORT = frozenset({"label", "fragment"})


def header_roles(shapes: Sequence[Shape], headline: int | None, *, body_starts: bool) -> Iterator[Verdict]:
    """Yield role and reason for each line before the body, given where the headline is."""
    title = shapes[headline].cut.text if headline is not None else ""
    for index, shape in enumerate(shapes):
        if index == headline:
            yield "headline", "headline"
        elif title and (same := _repeats(shape.cut.text, title)):
            yield "navigation", same
        else:
            yield _standing(shapes, index, headline) or _placed(shapes, index, headline, body_starts=body_starts)


def _repeats(text: str, title: str) -> str | None:
    if text == title:
        return "headline-repeated"
    cut = text.rstrip(".… ")
    return "headline-truncated" if len(cut) >= 8 and len(cut) < len(text) and title.startswith(cut) else None


def _standing(shapes: Sequence[Shape], index: int, headline: int | None) -> Verdict | None:
    """Return the role that the line's own wording decides, if it does."""
    shape = shapes[index]
    if shape.rule == "relative-time" and headline is not None and headline < index <= headline + _NEAR:
        return "timestamp", shape.rule
    if shape.role == "related":
        return "navigation", shape.rule
    if shape.role is not None and shape.rule != "byline-credit":
        return shape.role, shape.rule
    signs = index - 1 == headline or _beside_role(shapes, index)
    if signs and is_name(shape.cut.text.lstrip("-•* ")):
        return "byline", "byline-name"
    return None


def _beside_role(shapes: Sequence[Shape], index: int) -> bool:
    return any(
        0 <= near < len(shapes) and shapes[near].kind in {"byline", "date"}
        for near in (index - 1, index + 1, index + 2)
    )


def _placed(shapes: Sequence[Shape], index: int, headline: int | None, *, body_starts: bool) -> Verdict:
    shape = shapes[index]
    if _of_caption(shapes, index):
        return "caption", "caption-neighbour"
    if headline is None or index < headline:
        return _above(shapes, index, headline)
    if _doubled(shapes, index):
        return "caption", "caption-doubled"
    if shape.kind == "label" and shape.cut.text[0] not in "-•*":
        return "navigation", "label-in-header"
    if shape.kind == "title" and shape.cut.text.endswith("..."):
        return "related", "truncated-title"
    return ("standfirst", "standfirst") if body_starts else ("related", "listed-title")


def _of_caption(shapes: Sequence[Shape], index: int) -> bool:
    """Say whether the line is a caption's words without the credit, or stands between two copies of one caption."""
    text = shapes[index].cut.text
    following = shapes[index + 1] if index + 1 < len(shapes) else None
    if following is None or following.kind != "caption":
        return False
    before = shapes[index - 1].cut.text if index else ""
    return (len(text) > 12 and following.cut.text.startswith(text)) or (before == following.cut.text and len(text) < 60)


def _doubled(shapes: Sequence[Shape], index: int) -> bool:
    """Say whether the line is printed twice running, as a picture's alternative text and its caption are."""
    text = shapes[index].cut.text
    return any(0 <= near < len(shapes) and shapes[near].cut.text == text for near in (index - 1, index + 1))


def _above(shapes: Sequence[Shape], index: int, headline: int | None) -> Verdict:
    shape = shapes[index]
    if headline is None:
        return ("standfirst", "lead-in") if _leads_in(shapes, index) else ("related", "teaser-above-body")
    if shape.kind in _SHORT or (shape.kind == "title" and len(shape.cut.text) < 30):
        return ("kicker", "kicker") if _is_kicker(shapes, index, headline) else ("navigation", "menu-line")
    return "related", "teaser-above-headline"


def _is_kicker(shapes: Sequence[Shape], index: int, headline: int) -> bool:
    """Say whether a short line above the headline is its kicker: one of few, or the last line of a menu."""
    short = [near for near in range(headline) if shapes[near].kind in {*_SHORT, "phrase"}]
    return len(short) <= _KICKERS or index == headline - 1


def _leads_in(shapes: Sequence[Shape], index: int) -> bool:
    """Say whether lone running text stands right above the body, with no list label over it."""
    alone = sum(near.kind == "prose" for near in shapes) == 1
    return shapes[index].kind == "prose" and alone and index == len(shapes) - 1
