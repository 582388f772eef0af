"""Clauses, and in which mood a clause speaks: as fact, plan, possibility, denial or history."""

import re
from typing import cast

from workbench.parse.alternation import any_of
from workbench.record import Modality
from workbench.span import Span
from workbench.tag.rulebook import Group, Reading, Sentence

# Conjunctions after which another mood may begin. "bahwa" is not among them: a denial reaches over it.
_CONJUNCTIONS = (
    *("namun", "tetapi", "tapi", "sedangkan", "sementara", "meski", "meskipun", "walau", "walaupun", "sehingga"),
    *("karena", "setelah", "usai", "ketika", "saat", "sejak", "seraya", "sambil", "di tengah", "akibat", "gara-gara"),
)
_SAID_OF = "telah|sudah|akan|tidak|tak|belum|diduga|dituduh|dituding|diyakini"
# An exercise and the relative clause that tells when it is held: "latihan bersama Rusia dan Belarus yang akan digelar".
_HELD = (
    rf"(?P<exercise>\b(?:latihan|manuver)(?:\s(?!(?:yang|untuk|agar|demi|{any_of(_CONJUNCTIONS)})\b)[\w-]+){{0,7}})"
    r"\syang (?=(?:akan|telah|sudah) (?:"
    r"di(?:gelar|adakan|laksanakan|selenggarakan|lakukan|mulai|helat)|berlangsung)\b)"
)
_BREAK = re.compile(
    rf"{_HELD}|[;:]|,?\s\b(?:{any_of(_CONJUNCTIONS)}|"
    # What a comma closes again is said of a name only: "sebuah firma yang diduga memasok drone, dikenai sanksi".
    rf"yang (?:{_SAID_OF}|dapat|bisa)\b[^,;:.]*,\s|"
    rf"dan (?=(?:akan|tidak|telah|sudah|dapat|bisa|mungkin)\b)|yang (?=(?:{_SAID_OF})\b))|"
    r"[\"”],?\s(?=\w+)"
)

# "Diduga menipu, tiga bank disanksi": what a headline opens with is said in a mood of its own.
_LEAD = re.compile(r"\W*(?:diduga|dituduh|dituding|dianggap|dinilai|khawatir|takut|enggan|ingin)\b[^,;:.]{0,80},\s")

# "Minsk disanksi Brussel, Lukashenko janji membalas": a passive says all that happened; what follows the comma is new.
_PASSIVE = re.compile(r"\bdi[a-z]{4,}")

#: A cue may follow the words that it qualifies by this many characters at most.
_AFTER = 40


def clause_around(reading: Reading, sentence: Sentence, at: Span) -> Sentence:
    """Return the clause of `sentence` that holds `at`, as a sentence of its own."""
    start, end = sentence.start, sentence.end
    lead = _LEAD.match(reading.folded, start, end)
    if lead is not None and lead.end() <= at.start:
        start = lead.end()
    for found in _BREAK.finditer(reading.folded, sentence.start, sentence.end):
        where = found.end("exercise") if found["exercise"] else found.start()
        if found.end() <= at.start:
            start = found.end()
        elif where >= at.end and not at.start <= found.start() < at.end:
            end = where
            break
    return sentence if (start, end) == (sentence.start, sentence.end) else reading.view(start, end)


def modality(reading: Reading, sentence: Sentence, at: Span, *, rules: Group, is_background: bool = False) -> Modality:
    """Return the mood in which the words `at` are said; the first of `rules` in the codebook wins."""
    clause = clause_around(reading, sentence, at)
    for rule in reading.book.listed(clause.rules & rules):
        found = reading.find(rule, clause)
        if found is not None and found[0][0] < at.end + _AFTER and not _is_told_before(reading, at, found[0][0]):
            return cast("Modality", rule.rule.value)
    return "historical" if is_background else "actual"


def _is_told_before(reading: Reading, at: Span, cue: int) -> bool:
    """Say whether the words `at` are told by a passive and a comma parts them from a cue that comes later."""
    return "," in reading.folded[at.end : cue] and _PASSIVE.search(reading.folded, at.start, at.end) is not None
