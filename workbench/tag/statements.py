"""Statements as printed, before it is settled who ``dia`` is: words said, cue, and the words for the speaker."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from workbench.article import Article, Line
from workbench.span import Span
from workbench.tag.governments import Governments
from workbench.tag.marks import Quoted
from workbench.tag.predicates import Telling
from workbench.tag.speakers import Cast, Who, speaker_after
from workbench.tag.verbs import VerbHit, Verbs

#: ``Menurut`` and what follows it, unless that is a rule or a plan.
ACCORDING = re.compile(
    r"\b(?P<cue>[Mm]enurut(?P<nya>nya)?\b(?!\s+(?:aturan|undang|UU|hukum|Pasal|pasal|rencana|jadwal))"
    r"|[Bb]erdasarkan(?=\s+(?:laporan|keterangan|pernyataan|catatan)\s))"
)
#: What one of them shows by, whatever the case of its first letter; a plain search is many times as fast.
_SIGNS = ("enurut", "erdasarkan")
#: The rule of claims denied or confirmed (``membantah tuduhan itu``), with which nobody carries on.
ANSWER = "speaker-answer"
#: The rule of what is too short to count, or says no more than ``hal itu``, but after which ``dia`` means its speaker.
TOO_SHORT = "too-short"


class Statement(msgspec.Struct, frozen=True):
    """Words said, as printed.

    Parameters
    ----------
    content
        The words, without marks.
    who
        The words for the speaker; None where there are none, and the context must say.
    cue
        The words that present the statement, or None.
    at
        Where it takes its turn among the article's statements.
    """

    kind: Literal["direct", "indirect", "mixed"]
    content: Span
    who: Who | None
    cue: Span | None
    at: int
    rule: str
    #: The sentence or paragraph around, for what is handed on from agencies.
    around: Span


class Speech(msgspec.Struct, frozen=True):
    """What the rules for quotations work on: the article's zone with its quoted words, and the cast."""

    article: Article
    lines: tuple[Line, ...]
    quoted: tuple[Quoted, ...]
    #: The text with quoted words blanked out, equally long.
    bare: str
    cast: Cast
    verbs: Verbs
    works: re.Pattern[str]
    telling: Telling
    governments: Governments
    #: The verbs of speech outside quotations, in text order.
    said: list[VerbHit]


def blank_out(text: str, quoted: Sequence[Span]) -> str:
    """Return `text` with the words of `quoted` blanked, so that nobody speaks in them; equally long."""
    parts: list[str] = []
    at = 0
    for span in quoted:
        parts += (text[at : span.start], "\x01" * (span.end - span.start))
        at = span.end
    return "".join((*parts, text[at:]))


def line_of(lines: Sequence[Line], span: Span) -> Line:
    """Return the line in which `span` begins."""
    return next(line for line in lines if line.start <= span.start < line.end)


def according_to(speech: Speech, according: re.Match[str], end: int) -> Who | None:
    """Return who speaks by the words that follow ``menurut``, at most to `end`."""
    if according["nya"]:
        return Who(*according.span("nya"), "pronoun")
    return speaker_after(speech.cast, according.end(), end)


def first_according(bare: str, start: int, end: int) -> re.Match[str] | None:
    """Return the first ``menurut`` or ``berdasarkan`` between two offsets."""
    has_sign = any(bare.find(sign, start, end) >= 0 for sign in _SIGNS)
    return ACCORDING.search(bare, start, end) if has_sign else None


def accordings(bare: str) -> Iterator[re.Match[str]]:
    """Yield each ``menurut`` and ``berdasarkan``."""
    for sign in _SIGNS:
        at = bare.find(sign)
        while at > 0:
            match = ACCORDING.match(bare, at - 1)
            if match is not None:
                yield match
            at = bare.find(sign, at + 1)
