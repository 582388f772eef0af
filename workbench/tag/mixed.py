"""Sentences that hold a quotation: which of their words are reported speech, and whose words the quotation is."""

import re

from workbench.span import Span
from workbench.tag.speakers import Who, speaker_after
from workbench.tag.statements import Speech
from workbench.tag.verbs import VerbHit

_FEWEST_WORDS = 3
#: A quotation and what leads on from it.
_QUOTATION = re.compile(r"[\"“”'‘]?\x01+[\"“”'’,.\s]*(?:demikian|begitu|seperti)?")
#: A quotation that a colon or a comma hands the rest of the sentence.
_THE_REST = re.compile(r"(?P<lead>[^\x01]*)[:,]\s*[\"“”'‘]?\x01+[^\x01]{0,4}")
#: What stands between the quotation and the cue that closes its sentence.
_ON = re.compile(r"[\"”'’]?\s[^.!?\x01\"“”\n]{3,120}?,\s")


def is_quotation(speech: Speech, content: Span) -> bool:
    """Say whether words are a quotation and what leads on from it: ``"…," demikian``."""
    return _QUOTATION.fullmatch(speech.bare, content.start, content.end) is not None


def is_of_quotation(speech: Speech, verb: VerbHit, end: int) -> bool:
    """Say whether all that a verb presents is the quotation: ``mengatakan kepada radio itu kemarin: "…"``."""
    rest = _THE_REST.fullmatch(speech.bare, verb.end, end)
    return rest is not None and speech.telling.predicate.search(rest["lead"]) is None


def leads_into(speech: Speech, start: int, end: int) -> bool:
    """Say whether a clause goes on in the quotation that closes it: ``Tahap itu berfokus pada "…," kata Rina``."""
    mark = speech.bare.find("\x01", start, end)
    if mark < 0 or not speech.article.text[mark].islower():
        return False
    lead = speech.bare[start:mark]
    return (
        len(lead.split()) > _FEWEST_WORDS
        and speech.telling.predicate.search(lead) is not None
        and not speech.verbs.find(lead)
    )


def closing_cue(speech: Speech, after: int, end: int) -> tuple[Who, Span] | None:
    """Return speaker and cue behind the words that go on after a quotation: ``"…" karena hujan, kata Rina``."""
    going_on = _ON.match(speech.bare, after, end)
    verb = speech.verbs.inverted.match(speech.bare, going_on.end(), end) if going_on else None
    if verb is None:
        return None
    cue = Span(*verb.span("verb"))
    if verb["nya"]:
        return Who(*verb.span("nya"), "pronoun"), cue
    who = speaker_after(speech.cast, verb.end(), end)
    return None if who is None else (who, cue)
