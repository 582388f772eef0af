"""Quotations: what stands between marks and is speech, with the words that present it."""

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Literal

import msgspec

from workbench.article import Line
from workbench.span import Span
from workbench.tag.marks import Quoted
from workbench.tag.mixed import closing_cue
from workbench.tag.speakers import Who, speaker_after
from workbench.tag.statements import ACCORDING, TOO_SHORT, Speech, Statement, according_to, first_according, line_of
from workbench.tag.subjects import speaker_before

_BETWEEN = re.compile(
    r"[\s,.\-–—]*(?:(?:demikian|begitu|demikianlah|begitulah|lebih lanjut|kembali)\s+)?", re.IGNORECASE
)
_MEDIUM_QUOTES = re.compile(
    r"(?:[A-Z][\w.-]*\s){1,4}(?P<cue>mengutip\s(?:pernyataan|perkataan|ucapan|keterangan))\s(?:resmi\s|dari\s)*"
)
_HANDED_ON = re.compile(r"\s*(?:(?:kepada|sebagaimana|seperti)\s[^,:\"“”]{3,60})?\s*[,:]?\s*")
_OPENING = re.compile(r"[\s,:]*(?:bahwa|kalau|jika)?[\s,:]*")
_SENTENCE_START = re.compile(r"[.!?\"”](?:\s+(?=[A-Z]|\Z)|(?<=[.!?])[\"”]\s*)")
_SINGLE = "'‘"
_SPOKEN_ENDS = ",?!"
#: Shorter words between marks are scare quotes, names and titles.
_FEWEST_WORDS = 4
#: Rules of quotations without words for their speaker.
_UNSAID = frozenset({"speaker-before", "continued"})
#: How far behind the closing mark the speaker's phrase, a verb after its subject, and that subject can be.
_REACH = 240
#: How far before the opening mark the sentence that leads up to it is read: more than the press prints.
_LEAD = 600
_VERB_REACH = 60
_SUBJECT_REACH = 25
_TITLE_REACH = 40
_VERY_NEAR = 3


class _Credit(msgspec.Struct, frozen=True):
    """What gives a quotation to somebody: the rule, the words for the speaker, the cue."""

    rule: str
    who: Who | None
    cue: Span | None
    kind: Literal["direct", "mixed"] = "direct"


def direct_statements(speech: Speech) -> Iterator[Statement]:
    """Yield what stands between quotation marks and is speech, in text order, that which is `TOO_SHORT` included."""
    text = speech.article.text
    previous: Quoted | None = None
    for quoted, following in zip_longest(speech.quoted, speech.quoted[1:]):
        line = line_of(speech.lines, quoted)
        content = Span(quoted.start, quoted.end)
        if len(quoted.of(text).split()) < _FEWEST_WORDS:
            credit = _said_after(speech, quoted, line) or _said_before(speech, quoted, line)
            rule = TOO_SHORT
        else:
            credit = _credit(speech, quoted, previous, line)
            if credit is not None and credit.rule in _UNSAID and following is not None and following.continues:
                credit = _said_of_next(speech, following) or credit
            rule = credit.rule if credit else ""
            previous = quoted if credit else previous
        if credit is not None:
            yield Statement(credit.kind, content, credit.who, credit.cue, quoted.start, rule, line)


def _said_of_next(speech: Speech, following: Quoted) -> _Credit | None:
    """Return the credit of the paragraph in which an open quotation goes on: ``"….`` / ``"…," kata X``."""
    after = _said_after(speech, following, line_of(speech.lines, following))
    return None if after is None or after.who is None else _Credit("continued", after.who, after.cue)


def _credit(speech: Speech, quoted: Quoted, previous: Quoted | None, line: Line) -> _Credit | None:
    after = _said_after(speech, quoted, line)
    if after is not None:
        return _said_within(speech, quoted, after, line) or after
    if _is_title(speech, quoted):
        return None
    before = _said_before(speech, quoted, line)
    if speech.article.text[quoted.before] in _SINGLE and (before is None or before.cue is None):
        # Between single marks names of exercises and terms stand, too.
        return None
    return before or _said_on(speech, quoted, line) or _by_context(quoted, previous, line)


def _said_on(speech: Speech, quoted: Quoted, line: Line) -> _Credit | None:
    """Return who closes the sentence of which the quotation is a part: ``Itu "…" bagi kami, kata Rina``."""
    if not speech.bare[_sentence_start(speech, line, quoted.before) : quoted.before].strip():
        return None
    closing = closing_cue(speech, quoted.after - 1, line.end)
    return None if closing is None else _Credit("quoted-in-sentence", *closing, "mixed")


def _said_within(speech: Speech, quoted: Quoted, after: _Credit, line: Line) -> _Credit | None:
    """Return who says the words in a sentence that a medium only reports: ``X memuji "…", lapor kantor berita Y``."""
    if after.cue is None or after.cue.of(speech.bare).lower() not in speech.verbs.relaying:
        return None
    if after.who is None or (after.who.referent is not None and after.who.referent.kind == "person"):
        return None
    before = _said_before(speech, quoted, line)
    return before if before is not None and before.who is not None and before.cue is not None else None


def _sentence_start(speech: Speech, line: Line, at: int) -> int:
    """Return where the sentence begins that leads up to `at`, at the earliest with its paragraph."""
    start = max(line.start, at - _LEAD)
    for match in _SENTENCE_START.finditer(speech.bare, start, at):
        start = match.end()
    return start


def _said_after(speech: Speech, quoted: Quoted, line: Line) -> _Credit | None:
    """Return cue and speaker where a verb follows the closing mark (``…," kata X`` or ``…," X mengatakan``)."""
    bare = speech.bare
    between = _BETWEEN.match(bare, quoted.after, line.end)
    start = between.end() if between else quoted.after
    verb = speech.verbs.inverted.match(bare, start, line.end)
    if verb is None:
        return (
            _according_after(speech, start, line)
            or _subject_after(speech, start, line)
            or _handed_on_after(speech, start, line)
            or _stated_after(speech, quoted, line)
            or _unlisted_after(speech, quoted, line)
        )
    who = speaker_after(speech.cast, verb.end(), min(line.end, verb.end() + _REACH))
    if verb["nya"] and not (who is not None and _is_told_who(speech, verb.end(), who)):
        who = Who(*verb.span("nya"), "pronoun")
    return _Credit("quote-verb-speaker", who, Span(*verb.span("verb")))


def _according_after(speech: Speech, start: int, line: Line) -> _Credit | None:
    """Return the credit of ``"…," demikian menurut X``."""
    according = ACCORDING.match(speech.bare, start, line.end)
    who = according_to(speech, according, min(line.end, according.end() + _REACH)) if according else None
    return None if according is None or who is None else _Credit("according-quote", who, Span(*according.span("cue")))


def _handed_on_after(speech: Speech, start: int, line: Line) -> _Credit | None:
    """Return whose words a medium hands on: ``"…," Reuters mengutip pernyataan Kementerian Luar Negeri``."""
    handing = _MEDIUM_QUOTES.match(speech.bare, start, line.end)
    who = speaker_after(speech.cast, handing.end(), min(line.end, handing.end() + _REACH)) if handing else None
    return None if handing is None or who is None else _Credit("quote-verb-speaker", who, Span(*handing.span("cue")))


def _stated_after(speech: Speech, quoted: Quoted, line: Line) -> _Credit | None:
    """Return whose statement the words are: ``"…," demikian pernyataan Gedung Putih``."""
    noun = speech.telling.stated.match(speech.bare, quoted.after, line.end)
    who = speaker_after(speech.cast, noun.end(), min(line.end, noun.end() + _REACH)) if noun else None
    if noun is not None and noun["noun"].lower() in speech.cast.words.writings and (who is None or not who.referent):
        return None
    return None if noun is None or who is None else _Credit("quote-statement-of", who, Span(*noun.span("noun")))


def _unlisted_after(speech: Speech, quoted: Quoted, line: Line) -> _Credit | None:
    """Return the person behind a single word that no list has: ``"…," gerutu Rina``."""
    verb = speech.telling.unlisted.match(speech.bare, quoted.after, line.end)
    if verb is None or speech.article.text[quoted.end - 1] not in _SPOKEN_ENDS:
        return None
    who = speaker_after(speech.cast, verb.end(), min(line.end, verb.end() + _REACH))
    is_role = who is not None and who.reference == "role" and not who.is_body and who.start <= verb.end() + 1
    if who is None or not (is_role or _is_told_who(speech, verb.end(), who)):
        return None
    return _Credit("quote-unlisted-verb", who, Span(*verb.span("verb")))


def _is_told_who(speech: Speech, after: int, who: Who) -> bool:
    """Say whether a person's name follows ``katanya`` after all: ``katanya Presiden Budi Rahman``."""
    if who.referent is None or who.referent.kind != "person":
        return False
    between = speech.bare[after : who.start].split()
    return all(word[0].isupper() or word in speech.cast.words.titles for word in between)


def _subject_after(speech: Speech, start: int, line: Line) -> _Credit | None:
    bare = speech.bare
    if bare[max(0, start - _VERY_NEAR) : start].rstrip().endswith(".") or bare[start : start + 1] in '"“”':
        return None
    verb = speech.verbs.active.search(bare, start, min(line.end, start + _VERB_REACH))
    if verb is None or any(mark in bare[start : verb.start()] for mark in ".\x01:;"):
        return None
    who = speaker_before(speech.cast, start, verb.start())
    if who is None or who.start - start > _SUBJECT_REACH:
        return None
    return _Credit("quote-speaker-verb", who, Span(*verb.span("verb")))


def _is_title(speech: Speech, quoted: Quoted) -> bool:
    """Say whether the words are the title of a work or an event, not speech."""
    text = speech.article.text
    if speech.works.search(text, max(0, quoted.before - _TITLE_REACH), quoted.before):
        return True
    words = [word for word in quoted.of(text).split() if word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return text[quoted.end - 1] not in ".,!?" and capitals * 4 >= 3 * len(words)


def _said_before(speech: Speech, quoted: Quoted, line: Line) -> _Credit | None:
    """Return what the words of the sentence before the opening mark say of the speaker."""
    start = _sentence_start(speech, line, quoted.before)
    if not speech.bare[start : quoted.before].strip():
        return None
    for find in (_active_before, _inverted_before, _according_before):
        credit = find(speech, start, quoted.before)
        if credit is not None and credit.cue is not None:
            # ``menurut`` nearer to the words wins over a verb before it.
            nearer = _according_before(speech, credit.cue.end, quoted.before)
            return nearer if nearer is not None and nearer.who is not None else credit
    colon = _colon_before(speech, start, quoted.before)
    if colon is not None:
        return colon
    who = speaker_before(speech.cast, start, quoted.before)
    return None if who is None else _Credit("quoted-in-sentence", who, None, "mixed")


def _active_before(speech: Speech, start: int, end: int) -> _Credit | None:
    """Return the credit of ``X mengatakan, "…"``: the last verb, its subject or else the first verb's."""
    verbs = [*speech.verbs.active.finditer(speech.bare, start, end)]
    if not verbs:
        return None
    last = verbs[-1]
    who = speaker_before(speech.cast, start, last.start()) or speaker_before(speech.cast, start, verbs[0].start())
    between = speech.bare[last.end() : end]
    straight = _OPENING.fullmatch(between) or _HANDED_ON.fullmatch(between)
    return _Credit("speaker-verb-quote", who, Span(*last.span("verb")), "direct" if straight else "mixed")


def _inverted_before(speech: Speech, start: int, end: int) -> _Credit | None:
    """Return the credit of ``Kata X: "…"``."""
    for verb in speech.verbs.inverted.finditer(speech.bare, start, end):
        cue = Span(*verb.span("verb"))
        if verb["nya"]:
            return _Credit("verb-speaker-quote", Who(*verb.span("nya"), "pronoun"), cue)
        who = speaker_after(speech.cast, verb.end(), end)
        if who is not None and who.start <= verb.end() + 1 and who.reference != "role":
            return _Credit("verb-speaker-quote", who, cue)
    return None


def _according_before(speech: Speech, start: int, end: int) -> _Credit | None:
    according = first_according(speech.bare, start, end)
    if according is None:
        return None
    return _Credit("according-quote", according_to(speech, according, end), Span(*according.span()), "mixed")


def _colon_before(speech: Speech, start: int, end: int) -> _Credit | None:
    lead = speech.bare[start:end].rstrip()
    who = speaker_before(speech.cast, start, start + len(lead) - 1) if lead.endswith(":") else None
    return None if who is None else _Credit("speaker-colon-quote", who, None)


def _by_context(quoted: Quoted, previous: Quoted | None, line: Line) -> _Credit:
    """Say by which rule a quotation without words for its speaker gets one: split, continued, or after a speaker."""
    if quoted.continues:
        return _Credit("continued", None, None)
    is_split = previous is not None and previous.start >= line.start
    return _Credit("split" if is_split else "speaker-before", None, None)
