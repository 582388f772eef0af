"""The line ledger: gives every line of a page its role and the rule that decided."""

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from workbench.article import Line, Role
from workbench.page import Page
from workbench.parse.body import body_roles
from workbench.parse.broken import join_broken
from workbench.parse.dateline import read_dateline
from workbench.parse.header import header_roles
from workbench.parse.headline import below_body, find_headline
from workbench.parse.joined import join_captions
from workbench.parse.lines import cut_lines
from workbench.parse.sections import join_sections
from workbench.parse.shape import Shape, shape_of
from workbench.parse.tail import tail_roles
from workbench.parse.unprinted import claimed_authors
from workbench.parse.zones import Zones, find_zones
from workbench.steps import Steps

Labels = Mapping[str, tuple[Role, str]]
Verdict = tuple[Role, str]

#: What a line that the markup calls a caption may have looked like.
_MARKED_AS_CAPTION = frozenset({"body", "standfirst", "kicker", "byline", "pull", "related"})
#: What a line that names a claimed author may have looked like, and how much may stand behind the name.
_MAY_SIGN = frozenset({"standfirst", "navigation", "related", "kicker"})
_BEHIND_NAME = 40
#: So much of the body tells who the news is about.
_LEDE, _LEDE_SIZE = 4, 800
#: So many captions make a gallery, and so many times as long as all else they are.
_GALLERY = 3
#: Whose report the last paragraph closes: ``… dikirim. (AP)``.
_AGENCY = re.compile(r"(?<=[.!?”\"])\s?(?P<agency>\([A-Z][A-Za-z]+(?:[ /-][A-Za-z]+){0,2}\)|\[[A-Z][A-Za-z]+\])\Z")
_SIGNED = 40


class Ledger(msgspec.Struct, frozen=True):
    """The lines of a page with their roles, and where the article's body starts.

    Parameters
    ----------
    lines
        Every non-blank line or segment in text order.
    lede
        Index of the first body line in `lines`, or None where the page has no running text.
    """

    lines: tuple[Line, ...]
    lede: int | None


def read_ledger(page: Page, labels: Labels) -> Steps[Ledger]:
    """Give every line of `page` its role, in steps.

    Parameters
    ----------
    page
        The page as read.
    labels
        Outlets' own furniture: folded phrase to role and rule id.
    """
    shapes = [shape_of(cut, labels) for cut in cut_lines(page.text)]
    yield
    shapes = join_sections(join_captions(join_broken(shapes)))
    yield
    zones = find_zones(page.text, shapes)
    headline = find_headline(shapes, zones, page.claims)
    yield
    verdicts = _verdicts(shapes, zones, headline)
    if zones and headline is None:
        verdicts = _headline_below(shapes, zones, verdicts)
    if page.marks:
        verdicts = _heed_marks(page, shapes, verdicts)
    authors = claimed_authors(page.claims)
    if authors:
        verdicts = _heed_authors(authors, shapes, verdicts)
    lines = tuple(
        Line(shape.cut.start, shape.cut.end, shape.cut.line, role, reason)
        for shape, (role, reason) in zip(shapes, verdicts, strict=True)
    )
    return Ledger(_signed(page.text, _gallery(page.text, lines)), zones.start if zones else None)


def _headline_below(shapes: Sequence[Shape], zones: Zones, verdicts: Iterator[Verdict]) -> Iterator[Verdict]:
    """Let the heading right behind the body be the headline, where none stands before it and it tells the same."""
    below = below_body(shapes, zones)
    for index, verdict in enumerate(verdicts):
        yield ("headline", "headline-below") if index == below else verdict


def _signed(text: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Cut the agency off that signs the last paragraph: inside the article the same would be a caption's credit."""
    body = [index for index, line in enumerate(lines) if line.role == "body"]
    last = lines[body[-1]] if len(body) > 1 else None
    agency = _AGENCY.search(text, max(last.start, last.end - _SIGNED), last.end) if last else None
    if last is None or agency is None or last.reason == "gallery-caption":
        return lines
    parts = (
        msgspec.structs.replace(last, end=agency.start()),
        Line(agency.start("agency"), last.end, last.line, "byline", "byline-agency"),
    )
    return (*lines[: body[-1]], *parts, *lines[body[-1] + 1 :])


def _gallery(text: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Let a gallery's captions be its body: they are all that it tells but for a deck."""
    captions = [line for line in lines if line.role == "caption"]
    body = [line for line in lines if line.role == "body"]
    prose = [line for line in body if line.reason != "subheading"]
    if len(captions) < _GALLERY or len(prose) > 1 or _size(prose) * _GALLERY > _size(captions):
        return lines
    return tuple(_of_gallery(text, line, captions[0]) for line in lines)


def _of_gallery(text: str, line: Line, first: Line) -> Line:
    if line.role == "caption":
        return msgspec.structs.replace(line, role="body", reason="gallery-caption")
    is_deck = line.role == "body" and line.start < first.start and line.reason != "subheading"
    is_deck = is_deck and not read_dateline(text, line.start, line.end)
    return msgspec.structs.replace(line, role="standfirst", reason="gallery-deck") if is_deck else line


def _size(lines: Sequence[Line]) -> int:
    return sum(line.end - line.start for line in lines)


def _heed_marks(page: Page, shapes: Sequence[Shape], verdicts: Iterator[Verdict]) -> Iterator[Verdict]:
    """Let the markup's captions be captions, but for what the ledger knows as no words of the article at all."""
    captions = {mark.start: mark.end for mark in page.marks if mark.kind == "caption"}
    for shape, (role, reason) in zip(shapes, verdicts, strict=True):
        is_caption = role in _MARKED_AS_CAPTION and captions.get(shape.cut.start, -1) >= shape.cut.end
        yield ("caption", "markup-caption") if is_caption else (role, reason)


def _heed_authors(authors: Sequence[str], shapes: Sequence[Shape], verdicts: Iterator[Verdict]) -> Iterator[Verdict]:
    """Let a short line be the byline that begins with whom markup or a column claims to have written the page."""
    for shape, (role, reason) in zip(shapes, verdicts, strict=True):
        text = shape.cut.folded
        signs = role in _MAY_SIGN and any(
            text.startswith(name) and len(text) <= len(name) + _BEHIND_NAME and not text[len(name) :][:1].isalnum()
            for name in authors
        )
        yield ("byline", "byline-claimed") if signs else (role, reason)


def _verdicts(shapes: Sequence[Shape], zones: Zones | None, headline: int | None) -> Iterator[Verdict]:
    if zones is None:
        yield from header_roles(shapes, headline, "")
        return
    start = max(zones.start, headline + 1) if headline is not None else zones.start
    lede = " ".join(shape.cut.text[:_LEDE_SIZE] for shape in shapes[start : start + _LEDE] if shape.kind == "prose")
    yield from header_roles(shapes[:start], headline, lede)
    title = shapes[headline].cut.text if headline is not None else None
    for shape, verdict in zip(shapes[start : zones.end], body_roles(shapes[start : zones.end]), strict=True):
        yield ("navigation", "headline-repeated") if shape.cut.text == title else verdict
    yield from tail_roles(shapes[zones.end :], shapes[start : zones.end])
