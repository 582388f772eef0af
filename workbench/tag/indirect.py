"""Reported speech without marks, sentence by sentence."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from workbench.span import Span
from workbench.tag.speakers import Who, speaker_after
from workbench.tag.statements import ANSWER, TOO_SHORT, Speech, Statement, according_to, accordings
from workbench.tag.subjects import speaker_before
from workbench.tag.verbs import VerbHit

Found = TypeVar("Found")

_FEWEST_WORDS = 3
_FEWEST_WORDS_OF_CLAUSE = 2
_NEGATED = re.compile(r"\b(?:tidak|belum|enggan|menolak|tanpa|bukan|untuk|tak)\s$")
_NEGATION_REACH = 9
#: A comma with quoted words right before it belongs to a quotation.
_QUOTED_BEFORE = 4
#: What stands between the place of a dateline and the story.
_FILED = re.compile(r"[^.\n–—:|]{0,60}?(?:\s[-–—]{1,2}|--?|[–—:|]|â€[“”–])\s+")
_OPENING = re.compile(r"[\s,:]*(?:bahwa|kalau)?[\s,:]*")
_COMPLEMENT = re.compile(
    r"\s*(?:(?:lebih dulu|lebih dahulu|kembali|sekali lagi)\s+)?"
    r"(?:[,:]|(?:bahwa|kalau|jika|agar|supaya|adanya|akan|telah|sudah|tidak)\b)"
)
_THAT = re.compile(r"\s*,?\s*bahwa\b")
#: A verb whose words begin with another one: ``mengklaim telah meminta``.
_HELD = re.compile(r"\b(?:me|ber)[a-z]+\s(?:(?:telah|sudah|akan|pernah|siap)\s)?$")
_HELD_REACH = 30
#: What is said of a thing in a word or two between marks: ``menyebut pembicaraan "produktif"``.
_CALLED = re.compile(r"[a-z]+ [\"“]?\x01{3,30}")
#: A second verb of whoever has just spoken: ``…, seraya menambahkan bahwa …``.
_WHILE = re.compile(r"\b(?:seraya|sambil|sembari|sekaligus)\s$")
_WHILE_REACH = 11
_PREDICATE = re.compile(
    r"\b(?:akan|telah|sudah|tidak|bukan|adalah|merupakan|harus|bisa|dapat|belum|masih|sedang|ingin|tak|ada|mau|perlu"
    r"|di (?:atas|bawah|luar)"
    r"|sebagai|lebih|siap|menjadi|tewas|terjadi|bakal|wajib|boleh|layak|mampu|gagal|masuk|rusak|tiba|naik|turun|jatuh|tumbuh|surplus|defisit"
    r"|hancur|runtuh|anjlok|ambruk|rontok|kalah|menang|absen|pulang|datang|pergi|lolos|selesai|rampung|tuntas|batal"
    r"|hilang|putus|habis|setuju|sepakat|sanggup|keluar|mundur|kabur|takut|mulai|salah|benar|keliru|penting|sulit|mustahil|aman|palsu|bohong|ilegal|sangat|terlalu|semakin"
    r"|(?:me[mnlrwy]|meng|meny|ber|ter|di)[a-z]{3,}"
    # A noun as predicate: ``sidang itu sandiwara``.
    r"|(?:itu|ini|tersebut) (?!(?:di|ke|dari|pada|untuk|yang|dengan|dalam|oleh|kepada|saat|dan|atau|serta|juga)\b)"
    # … or a word or two between marks, too short for a quotation.
    r"(?:[a-z]+\b|[\"“]?\x01{1,24}(?!\x01)))"
)
#: ``…, demikian dilaporkan Reuters.``
_AS_REPORTED = re.compile(r"(?P<comma>,)\s(?:demikian|begitu)$")
#: ``…, demikian Reuters melaporkan.``
_CLOSING = re.compile(r",\s(?:demikian|begitu)\s")
#: What stands between a verb and the claim that it answers, and the claim.
_OBJECT = re.compile(
    r"\s+(?:(?:keras|tegas|dengan tegas|mentah-mentah|semua|segala|seluruh|berbagai|sejumlah|adanya|soal)\s+){0,2}"
    r"(?P<noun>[a-z]+?)(?:nya)?\b",
    re.IGNORECASE,
)
#: What stands between a passive form and who did it.
_AGENT = re.compile(r"(?:\s+(?:langsung|kembali|pula|juga|lagi|keras|tegas|secara \w+|pertama kali))*\s+(?:oleh\s+)?")
#: Not said, or not yet: ``yang disampaikan``, ``akan diumumkan``.
_UNSAID = re.compile(
    r"\b(?:yang(?: juga| telah| sudah| sempat| kembali| pernah)?|tidak|tak|belum|akan|bisa|dapat|harus|perlu|untuk"
    r"|segera|bakal|saat|setelah|usai|jika)\s$"
)
#: What is handed over, not said.
_THING = re.compile(
    r"(?:surat|bantuan|undangan|hadiah|santunan|donasi|salam|sumbangan|berkas|dokumen|penghargaan)\b", re.I
)
#: Words that say nothing but what was said before: ``Hal itu``, ``Pendapat senada``.
_ANAPHOR = re.compile(
    r"(?:[^,]*,\s)?(?:(?:hal|demikian|pernyataan|keterangan)\b|\w+(?=\s(?:senada|serupa|yang sama)))"
    r"(?:\s+(?:itu|ini|tersebut|senada|serupa|yang sama))*",
    re.IGNORECASE,
)
#: What stands between a subject and its verb.
_HELPERS = re.compile(r"(?:\s+(?:juga|pun|pula|sudah|telah|kembali|sempat|sebelumnya|pertama kali))+\s*$")
_RELATIVE = re.compile(r"\b(?:yang|untuk)\s+\w+")


def indirect_statements(speech: Speech) -> Iterator[Statement]:
    """Yield what sentences report without marks: at most one statement of one speaker for each."""
    sentences = speech.article.sentences
    starts = [sentence.start for sentence in sentences]
    verbs = _by_sentence(speech.said, [verb.start for verb in speech.said], starts)
    cited = sorted(accordings(speech.bare), key=lambda match: match.start())
    according = _by_sentence(cited, [match.start() for match in cited], starts)
    headline = speech.article.headline
    headlines = {i for i, one in enumerate(sentences) if headline.covers(one)} if headline is not None else set()
    for index in sorted({*verbs, *according, *headlines} - {-1}):
        sentence = _without_dateline(speech, sentences[index])
        inside = [verb for verb in verbs.get(index, ()) if sentence.start <= verb.start < sentence.end]
        named = [match for match in according.get(index, ()) if sentence.start <= match.start() < sentence.end]
        seen: set[tuple[int, int]] = set()
        for statement in _reported(speech, sentence, inside, named):
            key = (statement.who.start, statement.who.end) if statement.who else (0, 0)
            if key not in seen:
                seen.add(key)
                yield statement


def _without_dateline(speech: Speech, sentence: Span) -> Span:
    """Return the sentence without the place and agency that it opens with: ``Minsk (ANTARA) - ``."""
    place = speech.article.dateline
    lead = _FILED.match(speech.bare, place.end, sentence.end) if place and sentence.covers(place) else None
    return Span(lead.end(), sentence.end) if lead and lead.end() < sentence.end else sentence


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
    for verb in verbs:
        read = _active_statement if verb.order == "active" else _inverted_statement
        found = read(speech, sentence, verb)
        if found is not None:
            yield found
    if speech.article.headline is not None and speech.article.headline.covers(sentence):
        yield from _headline_statements(speech, sentence)


def _according_statement(speech: Speech, sentence: Span, according: re.Match[str]) -> Statement | None:
    who = according_to(speech, according, sentence.end)
    if who is None:
        return None
    comma = speech.bare.find(",", who.end, sentence.end)
    if according.start() - sentence.start <= 1 or 0 <= comma < sentence.end - _FEWEST_WORDS:
        content = _trimmed(speech.bare, comma + 1 if comma >= 0 else who.end, sentence.end)
    else:
        content = _trimmed(speech.bare, sentence.start, according.start())
    if content is None:
        return None
    cue = Span(*according.span("cue"))
    return Statement("indirect", content, who, cue, content.start, "according", sentence)


def _active_statement(speech: Speech, sentence: Span, verb: VerbHit) -> Statement | None:
    bare = speech.bare
    if _NEGATED.search(bare, max(0, verb.start - _NEGATION_REACH), verb.start):
        return None
    if _is_second(speech, sentence, verb):
        return None
    closing = _CLOSING.search(bare, sentence.start, verb.start)
    if closing is not None and not bare[verb.end : sentence.end].strip(" ."):
        return _closing_statement(speech, sentence, verb, closing)
    content = _trimmed(bare, verb.end, sentence.end)
    is_answer = _is_answer(bare, verb, sentence.end)
    if content is None or not (is_answer or _is_told(bare, verb, content, sentence.end)):
        return None
    who = speaker_before(speech.cast, sentence.start, verb.start)
    if who is None:
        return None
    return Statement(
        "indirect",
        content,
        who,
        Span(verb.start, verb.end),
        verb.start,
        ANSWER if is_answer else "speaker-verb",
        sentence,
    )


def _is_second(speech: Speech, sentence: Span, verb: VerbHit) -> bool:
    """Say whether a verb is the second of whoever speaks: ``…, seraya menambahkan``, ``mengklaim telah meminta``."""
    bare = speech.bare
    if _WHILE.search(bare, max(0, verb.start - _WHILE_REACH), verb.start):
        return bool(speech.verbs.find(bare[sentence.start : verb.start]))
    held = _HELD.search(bare, max(sentence.start, verb.start - _HELD_REACH), verb.start)
    return held is not None and speech.verbs.active.match(bare, held.start()) is not None


def _closing_statement(speech: Speech, sentence: Span, verb: VerbHit, closing: re.Match[str]) -> Statement | None:
    """Return what precedes ``, demikian Reuters melaporkan``."""
    who = speaker_before(speech.cast, closing.end(), verb.start)
    content = _trimmed(speech.bare, sentence.start, closing.start())
    if who is None or content is None:
        return None
    return Statement(
        "indirect", content, who, Span(verb.start, verb.end), content.start, "statement-speaker-verb", sentence
    )


def _is_answer(bare: str, verb: VerbHit, end: int) -> bool:
    """Say whether the verb's object is a claim: ``membantah keras tuduhan itu``."""
    claim = _OBJECT.match(bare, verb.end, end) if verb.verb.objects else None
    return claim is not None and claim["noun"].lower() in verb.verb.objects


def _is_told(bare: str, verb: VerbHit, content: Span, end: int) -> bool:
    if _THAT.match(bare, verb.end, end) is not None:
        return True
    if verb.verb.takes == "quotation":
        return False
    if verb.verb.takes == "object":
        return bare.startswith(",", verb.end)
    return _COMPLEMENT.match(bare, verb.end, end) is not None or _is_clause(bare, content, verb.verb.takes)


def _is_clause(bare: str, content: Span, takes: str) -> bool:
    """Say whether what follows a verb is something said, not a thing."""
    words = bare[content.start : content.end]
    plain = _RELATIVE.sub("", words)
    if _CALLED.fullmatch(plain):
        return True
    fewest = _FEWEST_WORDS_OF_CLAUSE if takes == "speech" else _FEWEST_WORDS
    return len(plain.replace("\x01", "").split()) >= fewest and (
        takes == "speech" or _PREDICATE.search(plain) is not None
    )


def _inverted_statement(speech: Speech, sentence: Span, verb: VerbHit) -> Statement | None:
    """Return what precedes ``, kata X`` without marks; in mid-sentence the statement goes on behind."""
    bare = speech.bare
    before = bare[sentence.start : verb.start].rstrip()
    before = "" if before in ("Seperti", "Sebagaimana") else before
    reported = _AS_REPORTED.search(before)
    if reported is not None and not speech.verbs.find(before):
        before = before[: reported.end("comma")]
    if before and not before.endswith(","):
        return _passive_statement(speech, sentence, verb) if verb.of(bare).lower() in verb.verb.passive else None
    if "\x01" in before[-_QUOTED_BEFORE:]:
        return None
    who = (
        Who(verb.nya.start, verb.nya.end, "pronoun")
        if verb.nya is not None
        else speaker_after(speech.cast, verb.end, sentence.end)
    )
    if who is None:
        return None
    content = _trimmed(bare, sentence.start, sentence.start + len(before)) if before else None
    content = content or _opened(bare, verb, who, sentence.end)
    if content is None:
        return None
    cue = Span(verb.start, verb.end)
    return Statement("indirect", content, who, cue, content.start, "statement-verb-speaker", sentence)


def _opened(bare: str, verb: VerbHit, who: Who, end: int) -> Span | None:
    """Return what follows cue and speaker where they open the sentence: ``Kata dia, …``, ``Katanya …``."""
    if verb.nya is None and bare[who.end : who.end + 1] != ",":
        return None
    return _trimmed(bare, who.end, end)


def _passive_statement(speech: Speech, sentence: Span, verb: VerbHit) -> Statement | None:
    """Return what is announced, denied or confirmed by somebody: ``Kabar itu dibantah Putin``."""
    bare = speech.bare
    agent = _AGENT.match(bare, verb.end, sentence.end)
    if agent is None or _UNSAID.search(bare, sentence.start, verb.start):
        return None
    who = speaker_after(speech.cast, agent.end(), sentence.end)
    helpers = _HELPERS.search(bare, sentence.start, verb.start)
    content = _trimmed(bare, sentence.start, helpers.start() if helpers else verb.start)
    if who is None or content is None or who.reference not in ("name", "role") or _THING.match(bare, content.start):
        return None
    rule = TOO_SHORT if _ANAPHOR.fullmatch(bare, content.start, content.end) else "statement-passive"
    return Statement("indirect", content, who, Span(verb.start, verb.end), content.start, rule, sentence)


def _headline_statements(speech: Speech, headline: Span) -> Iterator[Statement]:
    bare = speech.bare
    colon = bare.find(": ", headline.start, headline.end)
    if colon > 0:
        who = speaker_before(speech.cast, headline.start, colon)
        content = _trimmed(bare, colon + 1, headline.end)
        if who is not None and content is not None:
            yield Statement("indirect", content, who, Span(colon, colon + 1), colon, "headline-colon", headline)
    verb = speech.verbs.headline.search(bare, headline.start, headline.end)
    if verb is None:
        return
    who = speaker_before(speech.cast, headline.start, verb.start())
    content = _trimmed(bare, verb.end(), headline.end)
    if who is not None and content is not None:
        yield Statement("indirect", content, who, Span(*verb.span("verb")), verb.start(), "headline-verb", headline)


def _trimmed(bare: str, start: int, end: int) -> Span | None:
    """Return the words between, without blanks, commas and the ``bahwa`` that opens them; None where few are left."""
    opening = _OPENING.match(bare, start, end)
    start = opening.end() if opening else start
    while end > start and bare[end - 1] in ' \t\xa0,."“”':
        end -= 1
    words = bare[start:end].replace("\x01", "").split()
    return Span(start, end) if len(words) >= _FEWEST_WORDS_OF_CLAUSE else None
