"""Cuts a page into lines, and a line into segments where two roles share it."""

# ruff: noqa: PLR2004 -- lengths and weights are the evidence itself, read best beside the words they judge

import re
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from workbench.parse.captions import PICTURE_SITES, caption_rule
from workbench.parse.fold import fold


class Cut(msgspec.Struct, frozen=True):
    r"""A line, or a segment of one, before it has a role.

    Parameters
    ----------
    start, end
        Offsets into the page's text, white space at both ends left out.
    line
        0-based index in ``text.split("\n")``.
    text
        The characters between `start` and `end`.
    """

    start: int
    end: int
    line: int
    text: str


#: Initials or a credit after the last full stop: ``… terganggu. (Reuters/OL-6)``, ``… memilih. [uh/ab]``.
INITIALS = re.compile(
    r"[(\[](?:[a-z]{2,5}|[A-Z]{1,2}-\d{1,2}|[\w-]+\.(?:com|id|co|net|tv)"
    r"|[A-Za-z0-9][\w.&+-]{0,20}(?:\s?[/|]\s?[A-Za-z0-9][\w.&+ -]{0,24}){1,4})[)\]]$"
)
#: A name or agency in brackets behind a full stop: ``… pekan depan. (Antara)``.
_SIGNED = re.compile(r"[(\[][A-Z][A-Za-z]{1,14}(?: [A-Z][a-z]{1,14}){0,3}[)\]]$")
#: A sentence is at least this long.
_LEAST = 20
_PICTURE = re.compile(PICTURE_SITES, re.IGNORECASE)
_ENDS_SENTENCE = ".!?…\"”'’)"
#: What may stand glued behind the last sentence: ``… itu.Laporan: Redaksi``.
_GLUED_BYLINE = re.compile(r"(?<=[.!?\"”)])\s*(?=(?:Laporan|Penulis|Editor|Reporter|Pewarta|Redaktur)\s?:\s?[A-Z])")
_GLUED_SHARE = re.compile(r"(?<=[a-z])(?=(?:Bagikan|Share|Komentar)$)")
_INLINE_PULL = re.compile(
    r"[\[(]\s?(?:baca|lihat|simak)(?: juga)?\s?:[^\])]{8,200}[\])]"
    r"|(?<=[.!?”\"])\s*(?:baca juga|baca selengkapnya|lihat juga|simak juga)\s?:\s*",
    re.IGNORECASE,
)
_INLINE_ADVERT = re.compile(r"\b(?:SCROLL TO CONTINUE WITH CONTENT|ADVERTISEMENT)\b")
#: Line breaks that a dump left in as text.
_BREAKS = re.compile(r"(?:<br\s*/?>\s*)+", re.IGNORECASE)
_CRAWL_STAMP = re.compile(r"date \d{4}-\d{2}(?:-\d{2})?\s+(?=[A-Z\"“])")
_CREDIT_THEN_DATELINE = re.compile(r"\)\s?(?=[A-Z]{4,}(?:, [A-Za-z.]+)? ?[-–—] )")


def cut_lines(text: str) -> Iterator[Cut]:
    """Yield the segments of every non-blank line in text order; together they hold every visible character."""
    position = 0
    for number, raw in enumerate(text.split("\n")):
        visible = raw.strip()
        if visible:
            start = position + raw.index(visible)
            marks = _boundaries(visible)
            if marks:
                yield from _segments(visible, start, number, marks)
            else:
                yield Cut(start, start + len(visible), number, visible)
        position += len(raw) + 1


def _segments(visible: str, start: int, number: int, marks: list[int]) -> Iterator[Cut]:
    edges = [0, *sorted(set(marks)), len(visible)]
    for left, right in pairwise(edges):
        part = visible[left:right]
        kept = part.strip()
        if kept:
            begin = start + left + part.index(kept)
            yield Cut(begin, begin + len(kept), number, kept)


def _boundaries(visible: str) -> list[int]:
    """Where inside the line one role ends and another begins; cheap tests come first."""
    marks: list[int] = []
    if len(visible) < 12:
        return marks
    if "<br" in visible or "<BR" in visible:
        marks += [edge for found in _BREAKS.finditer(visible) for edge in found.span()]
    if visible[-1] in ")]":
        marks += _before_initials(visible)
    if ":" in visible:
        marks += [found.end() for found in _GLUED_BYLINE.finditer(visible)]
        if "aca" in visible or "imak" in visible or "ihat" in visible or "ACA" in visible:
            marks += _around_pulls(visible)
    if visible.endswith(("Bagikan", "Share", "Komentar")):
        marks += [found.start() for found in _GLUED_SHARE.finditer(visible)]
    if "ONTINUE" in visible or "ADVERT" in visible:
        marks += [edge for found in _INLINE_ADVERT.finditer(visible) for edge in found.span()]
    if visible.startswith("date "):
        marks += [found.end() for found in (_CRAWL_STAMP.match(visible),) if found]
    if ")" in visible[:400]:
        marks += [found.end() for found in _CREDIT_THEN_DATELINE.finditer(visible[:500])]
    return [mark for mark in marks if 0 < mark < len(visible)]


def _before_initials(visible: str) -> list[int]:
    opening = max(visible.rfind("("), visible.rfind("["))
    head = visible[:opening].rstrip()
    if opening < _LEAST or head[-1] not in _ENDS_SENTENCE:
        return []
    if _PICTURE.match(visible, opening):
        return []
    if INITIALS.match(visible, opening):
        return [opening]
    signed = head[-1] in ".!?" and _SIGNED.match(visible, opening) and not caption_rule(visible, fold(visible))
    return [opening] if signed else []


def _around_pulls(visible: str) -> list[int]:
    marks = []
    for found in _INLINE_PULL.finditer(visible):
        marks.append(found.start())
        bracketed = visible[found.start()] in "[("
        marks.append(found.end() if bracketed else _end_of_pull(visible, found.end()))
    return marks


def _end_of_pull(visible: str, start: int) -> int:
    """Return where the linked headline ends: at a full stop that prose follows, else at the line's end."""
    stop = visible.find(".", start)
    return stop + 1 if stop >= 0 and len(visible) - stop > 60 else len(visible)


def is_initials(text: str) -> bool:
    """Say whether the whole of `text` is a pair of initials or a credit in brackets."""
    matched = INITIALS.match(text) or _SIGNED.match(text)
    return matched is not None and fold(text[1:-1]) not in _NOT_INITIALS


_NOT_INITIALS = frozenset({"foto", "video", "ist", "net"})
