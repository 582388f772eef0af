"""Reported speech without marks, sentence by sentence."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import msgspec

from workbench.parse.addresses import SITE_ENDS
from workbench.parse.dateline import read_dateline
from workbench.span import Span
from workbench.tag.headlines import headline_statements
from workbench.tag.joined import joined
from workbench.tag.mixed import is_of_quotation, is_quotation, leads_into
from workbench.tag.passives import passive_statement
from workbench.tag.predicates import trimmed
from workbench.tag.referents import Referent
from workbench.tag.relays import closing_statement, without_relays
from workbench.tag.second import is_of_thing, is_second, who_acts_before, who_goes_on
from workbench.tag.speakers import Who, speaker_after
from workbench.tag.statements import ANSWER, Speech, Statement, according_to, accordings
from workbench.tag.subjects import speaker_before
from workbench.tag.told import THAT, is_answer, is_told, is_unsaid
from workbench.tag.verbs import VerbHit

Found = TypeVar("Found")

_FEWEST_WORDS = 3
#: A comma with quoted words right before it belongs to a quotation.
_QUOTED_BEFORE = 4
#: An outlet that opens its story with its own address: ``KORANKOTA.COM- ``.
_OUTLET = re.compile(rf"[\w.]+\.{SITE_ENDS}\s?[-–—,:]+\s*", re.IGNORECASE)
#: How something was said, before what was said: ``mengatakan dalam wawancara dengan Reuters bahwa``.
_HOW = re.compile(
    r"(?:(?<=kepada)|\s(?:dalam|kepada|pada|di|melalui|lewat|via|saat|hari|pekan|bulan|tahun))"
    r"\s(?:[^,.:\x01\n(]|\([^()\n]{1,20}\)){2,90}?,?\sbahwa\b"
)
#: What stands between quoted words and who said them.
_TITLED = re.compile(r"[,.!?\s]*[\"”'’][,.\s]*(?:[A-Z][\w.]*\s(?:[a-z]+\s)?)*")
_TITLE_REACH = 60
#: ``…, demikian dilaporkan Reuters.``
_AS_REPORTED = re.compile(r"(?P<comma>,)\s(?:demikian|begitu)$")
_COMMA = re.compile(r"(?:\s(?:itu|ini|tersebut))?,")
#: Who has it from whom, behind what is said: ``…, dikutip BBC dari Ukrinform``.
_RELAY = re.compile(
    r",\s(?:(?:seperti|sebagaimana|demikian)\s)?(?:dikutip|dilansir|lapor|mengutip|melansir|menurut kantor berita)\s"
)


def indirect_statements(speech: Speech) -> Iterator[Statement]:
    """Yield what sentences report without marks: at most one statement of one speaker for each."""
    sentences = speech.article.sentences
    starts = [sentence.start for sentence in sentences]
    verbs = _by_sentence(speech.said, [verb.start for verb in speech.said], starts)
    cited = sorted(accordings(speech.bare), key=lambda match: match.start())
    according = _by_sentence(cited, [match.start() for match in cited], starts)
    headline = speech.article.headline
    headlines = _within(sentences, starts, headline) if headline is not None else range(0)
    lede = next((line.start for line in speech.lines if line.role == "body"), None)
    for index in sorted({*verbs, *according, *headlines} - {-1}):
        sentence = _without_dateline(speech, sentences[index], lede)
        inside = [verb for verb in verbs.get(index, ()) if sentence.start <= verb.start < sentence.end]
        named = [match for match in according.get(index, ()) if sentence.start <= match.start() < sentence.end]
        seen: set[tuple[int, int, Referent | None]] = set()
        for statement in _of_each(speech, _reported(speech, sentence, inside, named)):
            who = statement.who
            key = (who.start, who.end, who.referent) if who else (0, 0, None)
            if key not in seen:
                seen.add(key)
                yield statement


def _within(sentences: Sequence[Span], starts: Sequence[int], headline: Span) -> Iterable[int]:
    """Return the numbers of the sentences of a headline."""
    first, last = bisect_left(starts, headline.start), bisect_left(starts, headline.end)
    return (index for index in range(first, last) if sentences[index].end <= headline.end)


def _of_each(speech: Speech, statements: Iterable[Statement]) -> Iterator[Statement]:
    """Yield each statement once for everybody who makes it: ``Inggris, Jerman, dan Prancis menyerukan …``."""
    for statement in statements:
        yield statement
        who = statement.who
        one = who.referent if who else None
        if who is None or one is None:
            continue
        for other in joined(speech.cast, one, min(one.start, statement.around.start)):
            if other != one:
                span = (other.start, other.end) if who.is_at_name() else (who.start, who.end)
                yield msgspec.structs.replace(statement, who=Who(*span, "name", other))


def _without_dateline(speech: Speech, sentence: Span, lede: int | None) -> Span:
    """Return the sentence without what it opens with: ``Minsk (ANTARA) - ``, ``KORANKOTA.COM, Minsk - ``."""
    if sentence.start == lede:
        opening = read_dateline(speech.article.text, sentence.start, sentence.end)
        if opening is not None and opening.end < sentence.end:
            return Span(opening.end, sentence.end)
    outlet = _OUTLET.match(speech.bare, sentence.start, sentence.end)
    if outlet is not None and outlet.end() < sentence.end:
        return Span(outlet.end(), sentence.end)
    return sentence


def _by_sentence(found: Iterable[Found], places: Iterable[int], starts: Sequence[int]) -> dict[int, list[Found]]:
    """Group what was found under the number of the last sentence that begins before it."""
    groups: dict[int, list[Found]] = {}
    for one, place in zip(found, places, strict=True):
        groups.setdefault(bisect_right(starts, place) - 1, []).append(one)
    return groups


def _reported(
    speech: Speech, sentence: Span, verbs: Sequence[VerbHit], named: Sequence[re.Match[str]]
) -> Iterator[Statement]:
    for according in named:
        found = _according_statement(speech, sentence, according)
        if found is not None:
            yield found
    read = [_of_verb(speech, sentence, verb) for verb in verbs]
    yield from without_relays([found for found in read if found is not None], speech)
    if speech.article.headline is not None and speech.article.headline.covers(sentence):
        yield from headline_statements(speech, sentence)


def _of_verb(speech: Speech, sentence: Span, verb: VerbHit) -> Statement | None:
    return (_active_statement if verb.order == "active" else _inverted_statement)(speech, sentence, verb)


def _according_statement(speech: Speech, sentence: Span, according: re.Match[str]) -> Statement | None:
    who = according_to(speech, according, sentence.end)
    if who is None:
        return None
    comma = speech.bare.find(",", who.end, sentence.end)
    is_inside = 0 <= comma < sentence.end - _FEWEST_WORDS and not _is_day(speech, who.end, sentence.end)
    if according.start() - sentence.start <= 1 or is_inside:
        content = trimmed(speech.bare, comma + 1 if comma >= 0 else who.end, sentence.end)
    else:
        content = trimmed(
            speech.bare, sentence.start, sentence.start + len(_told(speech, sentence, Span(*according.span())))
        )
        # ``Lantas, menurut Rina hingga kini …``
        content = content or trimmed(speech.bare, who.end, sentence.end)
    if content is None or is_quotation(speech, content):
        return None
    cue = Span(*according.span("cue"))
    return Statement("indirect", content, who, cue, content.start, "according", sentence)


def _is_day(speech: Speech, start: int, end: int) -> bool:
    return speech.cast.words.day.fullmatch(speech.bare, start, end) is not None


def _told(speech: Speech, sentence: Span, cue: Span) -> str:
    """Return what precedes ``, demikian`` and a cue."""
    before = speech.bare[sentence.start : cue.start].rstrip()
    reported = _AS_REPORTED.search(before)
    return before[: reported.end("comma")] if reported is not None and not speech.verbs.find(before) else before


def _active_statement(speech: Speech, sentence: Span, verb: VerbHit) -> Statement | None:
    bare = speech.bare
    if is_unsaid(speech, verb, sentence.end) or is_second(speech, sentence, verb) or is_of_thing(speech, verb):
        return None
    closing = closing_statement(speech, sentence, verb)
    if closing is not None:
        return closing
    relay = _RELAY.search(bare, verb.end, sentence.end)
    answers = is_answer(bare, verb, sentence.end)
    how = _HOW.match(bare, verb.end, sentence.end)
    start = how.end() if how else verb.end
    content = trimmed(bare, start, relay.start() if relay else sentence.end, fewest=1 if answers else 2)
    if content is None or not (answers or how or is_told(speech, verb, content, sentence.end)):
        return None
    who = (
        who_goes_on(speech, sentence, verb)
        or who_acts_before(speech, sentence, verb)
        or speaker_before(speech.cast, sentence.start, verb.start)
    )
    if (
        who is None
        or _is_call_of_many(speech, verb, who, content)
        or _is_of_words_before(speech, sentence, verb, who)
        or (who.role and " yang" in who.role and speech.verbs.find(who.role))
        or is_of_quotation(speech, verb, sentence.end)
    ):
        return None
    if who.reference == "statement" and not speech.telling.complement.match(bare, verb.end, sentence.end):
        return None
    return Statement(
        "indirect",
        content,
        who,
        Span(verb.start, verb.end),
        verb.start,
        ANSWER if answers else "speaker-verb",
        sentence,
    )


def _is_call_of_many(speech: Speech, verb: VerbHit, who: Who, content: Span) -> bool:
    """Say whether people without a name ask for a deed, which is no speech: ``Warga menuntut penutupan pasar``."""
    return (
        who.reference == "role"
        and not who.is_body
        and verb.verb.takes == "clause"
        and speech.telling.wanted.match(speech.bare, verb.end) is not None
        and speech.telling.predicate.search(content.of(speech.bare)) is None
    )


def _is_of_words_before(speech: Speech, sentence: Span, verb: VerbHit, who: Who) -> bool:
    """Say whether somebody said the words between marks before, and nothing further: ``"…," Rina menambahkan``."""
    before = speech.bare[max(sentence.start, who.start - _TITLE_REACH) : who.start]
    mark = before.rfind("\x01")
    return mark >= 0 and _TITLED.fullmatch(before, mark + 1) is not None and not THAT.match(speech.bare, verb.end)


def _inverted_statement(speech: Speech, sentence: Span, verb: VerbHit) -> Statement | None:
    """Return what precedes ``, kata X`` without marks; in mid-sentence the statement goes on behind."""
    bare = speech.bare
    before = _told(speech, sentence, verb)
    before = "" if before in ("Seperti", "Sebagaimana") else before
    if "\x01" in before[-_QUOTED_BEFORE:]:
        if not leads_into(speech, sentence.start, verb.start):
            return None
    elif before and not before.endswith(",") and not _is_inserted(speech, sentence, verb):
        return passive_statement(speech, sentence, verb)
    who = (
        Who(verb.nya.start, verb.nya.end, "pronoun")
        if verb.nya is not None
        else speaker_after(speech.cast, verb.end, sentence.end)
    )
    if who is None:
        return None
    content = trimmed(bare, sentence.start, sentence.start + len(before)) if before else None
    content = _around(speech, sentence, content, who) or content or _opened(bare, verb, who, sentence.end)
    if content is None:
        return None
    cue = Span(verb.start, verb.end)
    return Statement("indirect", content, who, cue, content.start, "statement-verb-speaker", sentence)


def _around(speech: Speech, sentence: Span, before: Span | None, who: Who) -> Span | None:
    """Return the sentence where the cue parts a subject from what is said of it: ``Panen itu, kata dia, aman``."""
    comma = _COMMA.match(speech.bare, who.end, sentence.end)
    if before is None or comma is None or speech.telling.predicate.search(before.of(speech.bare)):
        return None
    rest = speech.bare[comma.end() : sentence.end]
    is_said = speech.telling.predicate.search(rest) is not None and "\x01" not in rest
    return trimmed(speech.bare, before.start, sentence.end) if is_said else None


def _is_inserted(speech: Speech, sentence: Span, verb: VerbHit) -> bool:
    """Say whether cue and speaker stand between, the comma before them left out: ``Harga kata dia, akan turun``."""
    bare = speech.bare
    is_of_quotation = "\x01" in bare[max(sentence.start, verb.start - _QUOTED_BEFORE) : verb.start]
    if verb.nya is not None or is_of_quotation or not verb.verb.inserts:
        return False
    who = speaker_after(speech.cast, verb.end, sentence.end)
    if who is None or who.start != verb.end + 1 or who.reference not in ("name", "pronoun"):
        return False
    return bare.startswith(",", who.end)


def _opened(bare: str, verb: VerbHit, who: Who, end: int) -> Span | None:
    """Return what follows cue and speaker where they open the sentence: ``Kata dia, …``, ``Katanya …``."""
    opened = _COMMA.match(bare, who.end, end)
    if verb.nya is None and opened is None:
        return None
    return trimmed(bare, opened.end() if opened else who.end, end)
