"""Clauses, and in which mood a clause speaks: as fact, plan, possibility, denial or history."""

import re
from collections.abc import Sequence
from typing import NamedTuple, cast

import msgspec

from workbench.codebook.events import ClauseWords, Rule
from workbench.parse.alternation import any_of
from workbench.record import Modality
from workbench.span import Span
from workbench.tag.rulebook import Group, Reading, RuleBook, Sentence

_SAID_OF = "telah|sudah|akan|tidak|tak|belum|diduga|dituduh|dituding|diyakini"

# "Minsk disanksi Brussel, Lukashenko janji membalas": a passive says all that happened; what follows the comma is new.
_PASSIVE = re.compile(r"\bdi(?!kenal|sebut|juluk|namai)[a-z]{4,}|\b(?:tiba|mendarat|datang)\b")

#: A cue may follow the words that it qualifies by this many characters at most.
_AFTER = 40


class Break(NamedTuple):
    """Words between clauses: one ends at `cut`, if at all, and where there is one `behind`, it begins at their end."""

    start: int
    cut: int | None
    end: int
    behind: bool


class Moods(msgspec.Struct, frozen=True):
    """How the mood of words is found: where their clause ends, and by which rules it is read."""

    rules: Group
    breaks: re.Pattern[str]
    leads: re.Pattern[str]
    closing: re.Pattern[str]
    kin: re.Pattern[str]


def build_moods(rules: Sequence[Rule], words: ClauseWords, book: RuleBook) -> Moods:
    """Look up `rules` in `book`, and compile the words at which clauses end."""
    conjunctions = one_of(words.conjunctions)
    # An event and the relative clause that tells when it is held: "latihan Rusia dan Belarus yang akan digelar".
    held = (
        rf"(?P<event>{one_of(words.events)}(?:\s(?!\b(?:yang|untuk|agar|demi)\b|{conjunctions})[\w-]+){{0,7}})"
        rf"\syang (?=(?:akan|telah|sudah) {one_of(words.held)})"
    )
    goes_on = rf"\s{one_of(words.coordinating)}\s(?:{one_of(words.auxiliaries)}\s)?(?=me[a-z])"
    breaks = (
        rf"{held}|(?P<closing>,?\s{one_of(words.closing)}\s|{goes_on})|[;:]|,?\s(?:{conjunctions}(?!\s(?:itu|ini)\b)|"
        # What a comma closes again is said of a name only: "sebuah firma yang diduga memasok drone, dikenai sanksi".
        rf"yang (?:{_SAID_OF}|dapat|bisa)\b[^,;:.]*,\s|"
        rf"dan (?=(?:akan|tidak|telah|sudah|dapat|bisa|mungkin)\b)|yang (?=(?:{_SAID_OF})\b))|"
        # The end of what somebody says; the marks around a name end nothing: 'latihan "Zapad" itu akan digelar'.
        r"(?:(?<=[,.!?])[\"”]|[\"”](?=,\s|\s(?:kata|ujar|ucap|tutur|sebut|ungkap|demikian|begitu)\b)),?\s(?=\w+)"
    )
    # "Meski tidak mengirim pasukan, Minsk …": the clause that opens a sentence, up to its comma.
    leads = rf"\W*(?:{one_of(words.leads)}|{conjunctions}(?!\s(?:itu|ini)\b))[^,;:.]{{0,80}},\s"
    return Moods(
        book.group(rules),
        re.compile(breaks),
        re.compile(leads),
        re.compile(one_of(words.closing)),
        re.compile(rf"{one_of(words.kin)}\s+(?:{one_of(words.close)}\s+)+$"),
    )


def one_of(words: Sequence[str]) -> str:
    """Return a regular expression for any of `words`, whole; for none, one that never matches."""
    return rf"\b(?:{any_of(words) or '(?!)'})\b"


def breaks_in(reading: Reading, sentence: Sentence, moods: Moods) -> tuple[Break, ...]:
    """Return where clauses end and begin in `sentence`, in text order but for what opens it."""
    lead = moods.leads.match(reading.folded, sentence.start, sentence.end)
    found = moods.breaks.finditer(reading.folded, sentence.start, sentence.end)
    opening = (Break(lead.start(), None, lead.end(), behind=True),) if lead else ()
    return opening + tuple(
        Break(one.start(), one.end("event") if one["event"] else one.start(), one.end(), behind=not one["closing"])
        for one in found
    )


def clause_around(reading: Reading, sentence: Sentence, at: Span, breaks: Sequence[Break]) -> Sentence:
    """Return the clause of `sentence` that holds `at`, as a sentence of its own."""
    start, end = sentence.start, sentence.end
    for one in breaks:
        if one.end <= at.start:
            start = max(start, one.end) if one.behind else start
        elif one.cut is not None and one.cut >= at.end and not at.start <= one.start < at.end:
            end = one.cut
            break
    return sentence if (start, end) == (sentence.start, sentence.end) else reading.view(start, end)


def modality(reading: Reading, clause: Sentence, at: Span, *, moods: Moods, is_background: bool = False) -> Modality:
    """Return the mood in which `clause` says the words `at`; the first of the rules in the codebook wins."""
    for rule in reading.book.listed(clause.rules & moods.rules):
        found = reading.find(rule, clause)
        if found is not None and found[0][0] < at.end + _AFTER and not _is_told_before(reading, at, found[0][0]):
            return cast("Modality", rule.rule.value)
    return "historical" if is_background else "actual"


def _is_told_before(reading: Reading, at: Span, cue: int) -> bool:
    """Say whether the words `at` are told by a passive and a comma parts them from a cue that comes later."""
    return "," in reading.folded[at.end : cue] and _PASSIVE.search(reading.folded, at.start, at.end) is not None
