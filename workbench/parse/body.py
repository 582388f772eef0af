"""Roles of the lines inside the body: paragraphs, subheadings, pulls, captions and what interrupts them."""

# ruff: noqa: PLR2004 -- lengths and weights are the evidence itself, read best beside the words they judge

import re
from collections.abc import Iterator, Sequence

from workbench.article import Role
from workbench.parse.bylines import names_section
from workbench.parse.captions import PHOTOGRAPHER
from workbench.parse.dateline import is_dateline_alone
from workbench.parse.shape import Shape, is_dated_title, lower_share
from workbench.parse.vocabulary import shared, stems

Verdict = tuple[Role, str]

#: At this score a lone heading is a link to another story.
_PULL = 2.0
#: And at this one among two others.
_PULL_AMONG = 1.5
_WINDOW = 4
#: No list of links inside an article is longer.
_LINKS = 20
#: A link is shorter, and no sentence.
_TITLE, _CLOSES = 130, '.!?:”"’,'
_LISTED = "pull-below-pull"
_AGENCY_SIGNED = re.compile(
    r"[.!?”\"] ?\((?:[A-Z][\w/ -]{1,20}|(?:[Ss]umber|[Bb]erbagai sumber)[^()]{0,40})\)$|[.!?”\"] ?[-–—] ?[A-Z]{2,8}$"
    r"|[.!?”\"] ?\[[A-Z][A-Za-z]{1,20}\]$"
)


def body_roles(shapes: Sequence[Shape]) -> Iterator[Verdict]:
    """Yield role and reason for each line of the body run."""
    whole: frozenset[str] | None = None
    linked: Verdict | None = None
    for index, shape in enumerate(shapes):
        if linked is not None and _is_link(shape) and (linked[1] != _LISTED or _goes_on(shapes, index)):
            yield linked
            continue
        linked = _opens_link(shape) if shape.kind == "phrase" else None
        if shape.kind in {"title", "label"}:
            if whole is None and not _is_short(shape.cut.text):
                whole = stems("\n".join(near.cut.folded for near in shapes if near.kind == "prose"))
            yield _heading(shapes, index, whole or frozenset())
        else:
            yield _own_role(shapes, index)


def _is_link(shape: Shape) -> bool:
    is_title = shape.kind in {"title", "label"} or is_dated_title(shape) or shape.rule == "byline-credit"
    return is_title or (shape.kind == "prose" and len(shape.cut.text) < _TITLE and shape.cut.text[-1] not in _CLOSES)


def _opens_link(shape: Shape) -> Verdict | None:
    """Return the verdict on the titles below a bare label (``Baca juga:``, ``Berita Terkait``)."""
    if shape.rule == "pull-label" and len(shape.cut.text) <= 20:
        return "pull", "pull-below-label"
    if shape.rule == "pull-label":
        return "pull", _LISTED
    return ("related", "listed-title") if shape.ends == "list" and len(shape.cut.text) < 60 else None


def _goes_on(shapes: Sequence[Shape], index: int) -> bool:
    """Say whether a list of links goes on here: what follows the heading is no paragraph for it to head."""
    return index + 1 < len(shapes) and shapes[index + 1].kind in {"title", "phrase", "mark"}


def _own_role(shapes: Sequence[Shape], index: int) -> Verdict:
    shape = shapes[index]
    if shape.kind == "mark" and shape.cut.text in {".", ",", '"', "”", '".'}:
        return "body", "continued-line"
    if shape.kind == "date" and _continues(shapes, index):
        return "body", "continued-line"
    if shape.kind == "caption" and (shape.cut.text.count(". ") > 2 or _closes_article(shapes, index)):
        return "body", "paragraph"
    return (shape.role or "body"), shape.rule


def _closes_article(shapes: Sequence[Shape], index: int) -> bool:
    """Say whether the last paragraph is signed by an agency, which makes it look like a caption."""
    text = shapes[index].cut.text
    if index != len(shapes) - 1 or not _AGENCY_SIGNED.search(text) or PHOTOGRAPHER.search(text):
        return False
    return any(near.kind == "prose" for near in shapes[:index])


def _continues(shapes: Sequence[Shape], index: int) -> bool:
    """Say whether the line before breaks off without an end, as where a link was cut out of a sentence."""
    before = shapes[index - 1] if index else None
    return before is not None and before.kind in {"prose", "fragment", "title"} and before.cut.text[-1] not in '.!?”"'


def _heading(shapes: Sequence[Shape], index: int, whole: frozenset[str]) -> Verdict:
    text = shapes[index].cut.text
    if is_dateline_alone(text):
        return "body", "dateline-alone"
    if (
        names_section(text)
        and shapes[index].kind == "label"
        and shapes[index + 1 : index + 2]
        and shapes[index + 1].kind == "mark"
    ):
        return "navigation", "section-above-links"
    if text[0] in "-•*" and leads_to_label(shapes, index):
        return "pull", "pull-above-label"
    if _broken_off(shapes, index):
        return "body", "continued-line"
    if (
        text.endswith(("...", "…"))
        and index + 1 < len(shapes)
        and shapes[index + 1].cut.text.startswith(text.rstrip(".… "))
    ):
        return "pull", "pull-truncated"
    return ("pull", "pull-other-story") if _is_pull(shapes, index, whole) else ("body", "subheading")


def _is_pull(shapes: Sequence[Shape], index: int, whole: frozenset[str]) -> bool:
    """Say whether a heading links to another story, of which the second and third need less evidence."""
    if _is_short(shapes[index].cut.text):
        return False
    score = _pull_score(shapes, index, whole)
    if score >= _PULL or score < _PULL_AMONG:
        return score >= _PULL
    others = (at for at, shape in enumerate(shapes) if shape.kind == "title" and not _is_short(shape.cut.text))
    return sum(_pull_score(shapes, at, whole) >= _PULL for at in others) > 1


def _is_short(text: str) -> bool:
    """Say whether a heading is a subheading by its length alone: nothing that `_pull_score` adds makes a pull of it."""
    return len(text) < 60 and text.count(" ") < 5


def leads_to_label(shapes: Sequence[Shape], index: int) -> bool:
    """Say whether a heading with a bullet stands in a list that its ``Baca juga`` label ends."""
    following = (shape for shape in shapes[index + 1 : index + 1 + _LINKS] if shape.cut.text[0] not in "-•*")
    ending = next(following, None)
    return ending is not None and ending.rule == "pull-label" and len(ending.cut.text) <= 20


def _broken_off(shapes: Sequence[Shape], index: int) -> bool:
    after = shapes[index + 1] if index + 1 < len(shapes) else None
    return (after is not None and after.kind == "fragment") or lower_share(shapes[index].cut.text) > 0.7


def _pull_score(shapes: Sequence[Shape], index: int, whole: frozenset[str]) -> float:
    """Add up what speaks for a headline of another story and against a subheading.

    A subheading is short and names what its paragraph tells; a pull is as long as a headline and tells of something
    else, and the link that it was leaves blank lines around it.
    """
    cut = shapes[index].cut
    own = stems(cut.folded)
    after = stems(" ".join(near.cut.folded for near in shapes[index + 1 : index + 1 + _WINDOW]))
    n_words = cut.text.count(" ") + 1
    score = 1.0 if n_words >= 8 else (0.3 if n_words >= 6 else -0.5)
    score += 0.5 if len(cut.text) >= 60 else 0.0
    score += 1.0 if shared(own, whole) < 0.4 else (-0.5 if shared(own, whole) > 0.75 else 0.0)
    score += 0.5 if shared(own, after) < 0.2 else (-0.5 if shared(own, after) > 0.5 else 0.0)
    score += 0.5 if _gap(shapes, index) >= 3 else 0.0
    score -= 1.0 if cut.text[0].isdigit() or cut.text[-1] in ":?" else 0.0
    return score


def _gap(shapes: Sequence[Shape], index: int) -> int:
    """Return the larger step in lines to a neighbour; 2 is one blank line."""
    here = shapes[index].cut.line
    before = here - shapes[index - 1].cut.line if index else 0
    after = shapes[index + 1].cut.line - here if index + 1 < len(shapes) else 0
    return max(before, after)
