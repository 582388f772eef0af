"""Whether the clause around a date speaks of things to come."""

import re
from typing import Final

from workbench.parse.fold import fold, words

_LOOK_BACK: Final = 240
#: What makes the clause before a date speak of things to come.
_FUTURE_BEFORE: Final = words(
    "akan bakal hendak rencananya berencana direncanakan dijadwalkan diagendakan diperkirakan diharapkan ditargetkan "
    "kedaluwarsa"
)
#: The same for the date that they govern, from which no comma parts them: not ``sebelum giliran malam, Minggu (1/3)``.
_UNTIL: Final = words("menjelang sampai hingga selambatnya sebelum jelang")
_FUTURE_PHRASES: Final = ("paling lambat", "mulai berlaku")
_FUTURE_AFTER: Final = re.compile(r"\W{0,3}(?:mendatang|nanti|kelak|yang akan datang)\b", re.IGNORECASE)
_PAST_BEFORE: Final = words("telah sudah usai setelah sejak pernah sempat berakhir")
_WORD: Final = re.compile(r"\w+")
_PAST_AFTER: Final = re.compile(r"\W{0,3}(?:lalu|silam|kemarin|yang lalu)\b", re.IGNORECASE)
#: A report's own day stands as an aside after who said it or where it was read: ``dikutip dari AFP, Jumat (1/3/24)``.
_ASIDE: Final = re.compile(
    r"(?:\b(?:dikutip|dilansir|melansir|mengutip|diberitakan|dilaporkan|kata|ujar|ucap|tutur|ungkap|jelas|tegas|papar"
    r"|imbuh|tambah|sebut|keterangan|keterangannya|pernyataan|pernyataannya|siaran pers|dihubungi|ditemui|kepada"
    r"|wartawan)\w*\b[^.!?]{0,90}|[\"\u201d]\s*),?\s*(?:pada\s+)?(?:hari\s+)?\Z"
    # ``mengumumkan negaranya akan …, Selasa (1/3/24)``
    r"|\bme(?:ngumumkan|ngatakan|nyatakan|negaskan|ngungkapkan|nyebut(?:kan)?|nuturkan|njelaskan|maparkan|ngonfirmasi)\b"
    r"[^.!?,]{0,120},\s*\Z"
)
_GOVERNED: Final = (
    r"(?:akan|bakal|hendak|dijadwalkan|direncanakan|diagendakan|rencananya|berencana|(?:di|me)?n?targetkan)"
)
#: One of these is in every word of `_GOVERNED`: a cheap test before the dear ones.
_STEM: Final = re.compile("akan|bakal|hendak|jadwal|rencana|agenda|target")
_CLOSE_BEFORE: Final = re.compile(
    rf"\b{_GOVERNED}\b(?:(?!\b(?:dan|bahwa|yang|setelah|sebelum|usai|saat|ketika|kata|ujar)\b)[^,.;:\n]){{0,60}}\Z"
)
#: So near `_CLOSE_BEFORE` reaches back, its longest word included.
_CLOSE: Final = 60 + len("direncanakan")
_CLOSE_AFTER: Final = re.compile(rf",? (?:\w+ ){{0,3}}{_GOVERNED}\b")
_SENTENCE_START: Final = re.compile(r"[.!?][\"\u201d')\]]*\s*(?=[A-Z\"\u201c(])")


def clause_before(text: str, start: int, floor: int) -> str:
    """Return the words of the sentence before `start`, not reaching back over `floor`."""
    before = text[max(floor, start - _LOOK_BACK) : start]
    starts = [hit.end() for hit in _SENTENCE_START.finditer(before)]
    return before[starts[-1] :] if starts else before


def is_aside(text: str, start: int, floor: int) -> bool:
    """Say whether a day at `start` is the day of a statement or report, not of what is told."""
    return text.endswith(", ", floor, start) and _ASIDE.search(fold(clause_before(text, start, floor))) is not None


def is_future_day(text: str, start: int, end: int, floor: int) -> bool:
    """Say whether a date at ``[start, end)`` lies ahead of the article by the words around it.

    A report's own day is an aside after who said it (``… akan dibahas, kata juru bicara, Senin (3/3)``) and
    does not lie ahead, whatever the sentence says before.

    Parameters
    ----------
    text
        The page's text.
    start, end
        The date with its weekday.
    floor
        Where its line starts.
    """
    if _FUTURE_AFTER.match(text, end):
        return True
    clause = clause_before(text, start, floor)
    folded = fold(clause)
    said = _WORD.findall(folded)
    is_ahead = not _FUTURE_BEFORE.isdisjoint(said) or any(phrase in folded for phrase in _FUTURE_PHRASES)
    if not is_ahead and not _UNTIL.isdisjoint(said):
        is_ahead = not _UNTIL.isdisjoint(_WORD.findall(folded.rpartition(",")[2]))
    return is_ahead and _ASIDE.search(folded) is None


def is_past_day(text: str, start: int, end: int, floor: int) -> bool:
    """Say whether words of the past stand around a date: ``telah … pada 5 Oktober 2022``, ``5 Oktober 2022 lalu``."""
    if _PAST_AFTER.match(text, end):
        return True
    return not _PAST_BEFORE.isdisjoint(_WORD.findall(fold(clause_before(text, start, floor))))


def looks_ahead(text: str, folded: str, place: tuple[int, int], floor: int) -> bool:
    """Say whether a verb of things to come governs the expression at `place`.

    Narrower than `is_future_day`: ``akan bertemu pada Jumat`` and ``Pada Jumat, ia dijadwalkan …``, but not
    ``berjanji akan membantu dan bertolak pada Jumat``.
    """
    start, end = place
    is_before = _STEM.search(folded, max(floor, start - _CLOSE), start) is not None
    if is_before and _CLOSE_BEFORE.search(fold(clause_before(text, start, floor))):
        return True
    if _CLOSE_AFTER.match(folded, end) is None:
        return False
    return not clause_before(text, start, floor).removesuffix("ada ").strip(' pP"\u201c')
