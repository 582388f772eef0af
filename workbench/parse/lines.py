"""Cuts a page into lines, and a line into segments where two roles share it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

import msgspec

from workbench.parse.captions import PHOTOGRAPHER, PICTURE_SITES, caption_rule
from workbench.parse.fold import fold


class Cut(msgspec.Struct, frozen=True, gc=False):
    r"""A line, or a segment of one, before it has a role.

    Parameters
    ----------
    start, end
        Offsets into the page's text, white space at both ends left out.
    line
        0-based index in ``text.split("\n")``.
    text, folded
        The characters between `start` and `end`, and the same in lower case.
    """

    start: int
    end: int
    line: int
    text: str
    folded: str


#: Initials or a credit after the last full stop: ``… terganggu. (Reuters/OL-6)``, ``… memilih. [uh/ab]``.
INITIALS = re.compile(
    r"[(\[](?:[a-z]{2,5}|[A-Z][A-Za-z]{0,2}[ -]\d{1,3}|[\w-]+\.(?:com|id|co|net|tv)"
    r"|(?:\*{1,3}|[A-Za-z0-9][\w.&+-]{0,20})(?:\s?[/|]\s?[A-Za-z0-9][\w.&+ -]{0,24}){1,4})[)\]]\.?$"
)
#: A name or agency in brackets behind a full stop: ``… pekan depan. (Antara)``.
_SIGNED = re.compile(r"[(\[][A-Z][A-Za-z]{1,14}(?: [A-Z][a-z]{1,14}){0,3} ?[)\]]$")
#: A sentence is at least this long.
_LEAST = 20
_PICTURE = re.compile(
    PICTURE_SITES
    + r"|[(\[](?:foto ?[:/] ?)?(?:ist|istimewa|dok)\.?[)\]]|[(\[][^()\[\]]{2,60} via [^()\[\]]{2,40}[)\]]",
    re.IGNORECASE,
)
_LEAST_CUT = 12
#: No more blanks are looked through.
_BLANKS = 16
_PULLS = ("aca", "imak", "ihat", "ACA")
_ENDS_SENTENCE = ".!?…\"”'’)"
_INLINE_PULL = re.compile(
    r"[\[(]\s?(?:baca|lihat|simak)(?: juga)?\s?:[^\])]{8,200}[\])]"
    r"|(?<=[.!?”\"])\s*(?:baca juga|baca selengkapnya|lihat juga|simak juga)\s?:\s*",
    re.IGNORECASE,
)
#: A sentence is at least this long, and so much prose behind a pull's full stop shows that the paragraph goes on.
_PROSE_LEFT = 60


class _Seam(msgspec.Struct, frozen=True):
    """Where one line holds two roles.

    Parameters
    ----------
    needles
        Strings one of which the line must hold: a cheap test before the pattern, made on the whole page first.
    pattern
        What marks the seam.
    edges
        Which ends of a match part the line.
    within
        How far into the line to look.
    behind
        Characters one of which stands before a match, blanks aside; empty where any may. Looked at from the match,
        since a pattern that begins with a look-behind is tried at every character.
    """

    needles: tuple[str, ...]
    pattern: re.Pattern[str]
    edges: Literal["start", "end", "both"]
    within: int = 1 << 40
    behind: str = ""


_SEAMS = (
    # ``… itu.Laporan: Redaksi``
    _Seam(
        (":",),
        re.compile(r"(?:Laporan|Penulis|Editor|Reporter|Pewarta|Redaktur)(?=\s?:\s?[A-Z])"),
        "start",
        behind='.!?"”)',
    ),
    # ``… RedaksiBagikan``
    _Seam(
        ("Bagikan", "Share", "Komentar"),
        re.compile(r"(?:Bagikan(?<=[a-z]Bagikan)|Share(?<=[a-z]Share)|Komentar(?<=[a-z]Komentar))$"),
        "start",
    ),
    _Seam(("ONTINUE", "ADVERT"), re.compile(r"\b(?:SCROLL TO CONTINUE WITH CONTENT|ADVERTISEMENT)\b"), "both"),
    # A crawler's stamp before the text: ``date 2024-09-12 Presiden …``
    _Seam(("date ",), re.compile(r"^date \d{4}-\d{2}(?:-\d{2})?\s+(?=[A-Z\"“])"), "end", within=40),
    # ``… | 19:34 WIB“Kami …``
    _Seam((" WI",), re.compile(r"\d WI(?:B|TA|T(?!A))(?=[A-Z“\"])"), "end", within=120),
    # ``(Wikimedia Commons)JAKARTA - …``
    _Seam((")",), re.compile(r"\)\s?(?=[A-Z]{4,}(?:, [A-Za-z.]+)? ?[-–—] )"), "end", within=500),
    # ``… tertutup. (Reuters/abc)Presiden …``: a summary glued behind the initials.
    _Seam(
        (")",),
        re.compile(r"\((?<=[.!?\"”] \()[A-Za-z][\w.-]{0,20}(?:/[A-Za-z][\w.-]{0,12}){1,3}\)(?=[A-Z\"“])"),
        "both",
    ),
    # Line breaks that a dump left in as text.
    _Seam(("<br", "<BR"), re.compile(r"(?:<br\s*/?>\s*)+", re.IGNORECASE), "both"),
)


_NEEDLES = tuple((needle, seam) for seam in _SEAMS for needle in seam.needles)


def cut_lines(text: str) -> Iterator[Cut]:
    """Yield the segments of every non-blank line in text order; together they hold every visible character."""
    folded = fold(text)
    # One character is found many times as fast as several; few pages hold a ``<`` at all.
    seams = [(needle, seam) for needle, seam in _NEEDLES if needle[0] in text and needle in text]
    position = 0
    for number, raw in enumerate(text.split("\n")):
        visible = raw.strip()
        if visible:
            start = position if len(visible) == len(raw) else position + raw.index(visible)
            marks = _boundaries(visible, seams) if len(visible) >= _LEAST_CUT else ()
            if marks:
                yield from _segments(visible, folded, (start, number), marks)
            else:
                end = start + len(visible)
                yield Cut(start, end, number, visible, folded[start:end])
        position += len(raw) + 1


def _segments(visible: str, folded: str, at: tuple[int, int], marks: Sequence[int]) -> Iterator[Cut]:
    start, number = at
    edges = [0, *sorted(set(marks)), len(visible)]
    for left, right in pairwise(edges):
        part = visible[left:right]
        kept = part.strip()
        if kept:
            begin = start + left + part.index(kept)
            end = begin + len(kept)
            yield Cut(begin, end, number, kept, folded[begin:end])


def _boundaries(visible: str, seams: Sequence[tuple[str, _Seam]]) -> list[int]:
    """Return where inside the line one role ends and another begins."""
    marks: list[int] = []
    for needle, seam in seams:
        if needle in visible:
            marks += _parts(visible, seam)
    if visible[-1] in ")]" or visible.endswith(")."):
        marks += _before_initials(visible)
    if ":" in visible:
        marks += _around_pulls(visible)
    return [mark for mark in marks if 0 < mark < len(visible)] if marks else marks


def _parts(visible: str, seam: _Seam) -> Iterator[int]:
    for found in seam.pattern.finditer(visible, 0, min(seam.within, len(visible))):
        if seam.behind and visible[max(0, found.start() - _BLANKS) : found.start()].rstrip()[-1:] not in seam.behind:
            continue
        if seam.edges != "end":
            yield found.start()
        if seam.edges != "start":
            yield found.end()


def _before_initials(visible: str) -> list[int]:
    opening = max(visible.rfind("("), visible.rfind("["))
    head = visible[:opening].rstrip()
    if opening < _LEAST or head[-1] not in _ENDS_SENTENCE:
        return []
    if _PICTURE.match(visible, opening) or PHOTOGRAPHER.match(visible, opening):
        return []
    if INITIALS.match(visible, opening):
        return [opening]
    signed = head[-1] in ".!?" and _SIGNED.match(visible, opening) and not caption_rule(visible, fold(visible))
    return [opening] if signed else []


def _around_pulls(visible: str) -> list[int]:
    if not any(needle in visible for needle in _PULLS):
        return []
    marks = []
    for found in _INLINE_PULL.finditer(visible):
        marks.append(found.start())
        bracketed = visible[found.start()] in "[("
        marks.append(found.end() if bracketed else _end_of_pull(visible, found.end()))
    return marks


def _end_of_pull(visible: str, start: int) -> int:
    """Return where the linked headline ends: at a full stop that prose follows, else at the line's end."""
    stop = visible.find(".", start)
    return stop + 1 if stop >= 0 and len(visible) - stop > _PROSE_LEFT else len(visible)


def is_initials(text: str) -> bool:
    """Say whether the whole of `text` is a pair of initials or a credit in brackets."""
    matched = INITIALS.match(text) or _SIGNED.match(text)
    return matched is not None and not fold(text[1:]).startswith(_NOT_INITIALS)


_NOT_INITIALS = ("foto)", "video)", "ist)", "net)", "dok ", "dok.", "dokumentasi ")
