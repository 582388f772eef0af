"""Records made by hand from invented articles, for the tests of the analysis side."""

import re

from workbench.article import DateValue, Line, Publisher
from workbench.codebook import Codebook
from workbench.codebook.events import EventBook
from workbench.codebook.schema import Label
from workbench.record import (
    AgencyCredit,
    Background,
    CodebookStamp,
    Commitment,
    Hop,
    Mention,
    MilitaryCooperation,
    Quote,
    Record,
    Sanction,
    Speaker,
    Term,
    Theme,
)
from workbench.span import Span
from workbench.store import Corpus, make_corpus

STAMP = CodebookStamp("invented", "1", "sha256:00")
ACTORS = {
    "budi": ("ann-budi", "Ann Budi", "person"),
    "carla": ("carla-dewi", "Carla Dewi", "person"),
    "utara": ("utara", "Utara", "country"),
    "liga": ("liga", "Liga Selatan", "collective"),
}
KORAN, HARIAN = Publisher("koran", "Koran Pagi"), Publisher("harian", "Harian Sore")


def empty_codebook() -> Codebook:
    nothing = dict.fromkeys(Codebook.__struct_fields__, ())
    return Codebook(**(nothing | {"title": Label("Rekaan", "Invented"), "stamp": STAMP, "events": EventBook()}))


def find(text: str, words: str, nth: int = 0) -> Span:
    start = [found.start() for found in re.finditer(re.escape(words), text)][nth]
    return Span(start, start + len(words))


def lay_lines(rows: tuple[tuple[str, str], ...]) -> tuple[str, tuple[Line, ...]]:
    text = "\n".join(words for _, words in rows)
    lines, start = [], 0
    for number, (role, words) in enumerate(rows):
        if words:
            lines.append(Line(start, start + len(words), number, role, f"line.{role}"))
        start += len(words) + 1
    return text, tuple(lines)


def make_record(name: str, *rows: tuple[str, str], **fields) -> Record:
    """Return a record of `rows` (role, words); a sentence is a line of the article zone."""
    text, lines = lay_lines(rows)
    zone = [line for line in lines if line.role in ("headline", "standfirst", "caption", "body")]
    headline = next((Span(line.start, line.end) for line in lines if line.role == "headline"), None)
    empty = dict.fromkeys(
        ("agencies", "mentions", "names", "quotes", "dates", "themes", "sanctions", "military_cooperation"), ()
    )
    given = {key: value(text) if callable(value) else value for key, value in fields.items()}
    base = {"language": "id", "is_article": True, "processing_agent": "test", "codebook": STAMP}
    return Record(
        id=f"{name:0>16}",
        path=f"pages/{name}.txt",
        content_hash=f"sha256:{name}",
        text=text,
        lines=lines,
        sentences=tuple(Span(line.start, line.end) for line in zone),
        headline=headline,
        **(base | empty | given),
    )


def mention(text: str, words: str, key: str, nth: int = 0) -> Mention:
    entity, name, kind = ACTORS[key]
    span = find(text, words, nth)
    return Mention(span.start, span.end, entity, name, None, kind, "name", f"actor.{entity}")


def stated(value: str) -> DateValue:
    return DateValue(value, "minute" if "T" in value else "day", "stated", "date.header", ())


def sanction(text: str, words: str, modality: str, **cells) -> Sanction:
    span = find(text, words)
    who = {"authority": ("liga",), "recipient": ("utara",), "instrument": "trade", "status": "imposed"} | cells
    return Sanction(span.start, span.end, **who, modality=modality, rule="sanction.impose")


def cooperation(text: str, words: str, kind: str, modality: str) -> MilitaryCooperation:
    span = find(text, words)
    cells = (kind, ("utara",), ("tank",), "utara", "agreed", modality, "military.kind")
    return MilitaryCooperation(span.start, span.end, *cells)


def commitment(text: str, words: str, cue: str) -> Commitment:
    span = find(text, words)
    return Commitment(span.start, span.end, "agreed", ("utara",), find(text, cue), "actual", "commitment.agree")


def past(text: str, words: str, cue: str) -> Background:
    span = find(text, words)
    return Background(span.start, span.end, find(text, cue), "background.verb")


def theme(text: str, words: str, concept: str) -> Theme:
    span = find(text, words)
    return Theme(span.start, span.end, concept, (Term(span.start, span.start + 4, f"theme.{concept}"),))


SAID = "“Kami tidak akan mundur dari meja,” kata Budi, dikutip Kawat dari Radio Kota."
BAN = "Liga melarang ekspor gandum Utara."
THREAT = "Liga akan memperluas larangan terhadap Utara bulan depan."
DRILL = "Utara menggelar latihan bersama tetangganya."


def said(text: str) -> tuple[Quote, ...]:
    speaker, name = find(text, "Budi", 1), ACTORS["budi"]
    radio, wire = find(text, "dari Radio Kota"), find(text, "dikutip Kawat")
    chain = (
        Hop(radio.start, radio.end, "Radio Kota", "via", "hop.dari"),
        Hop(wire.start, wire.end, "Kawat", "quoted-by", "hop.dikutip"),
    )
    who = Speaker(speaker.start, speaker.end, name[1], name[0])
    content = find(text, "Kami tidak akan mundur dari meja,")
    return (Quote("direct", content, who, find(text, "kata"), chain, "quote.direct"),)


def wire(text: str) -> tuple[AgencyCredit, ...]:
    span = find(text, "Kawat")
    return (AgencyCredit(span.start, span.end, "kawat", "Kawat", "credited", "agency.kawat"),)


def speech() -> Record:
    return make_record(
        "a1",
        ("headline", "Budi Bertahan"),
        ("body", SAID),
        ("body", "Carla Dewi tidak hadir 🙂."),
        ("related", "Carla Dewi Berlibur"),
        date_published=stated("2022-03-12T12:57+07:00"),
        publisher=KORAN,
        quotes=said,
        agencies=wire,
        mentions=lambda t: (
            mention(t, "Budi", "budi"),
            mention(t, "Budi", "budi", 1),
            mention(t, "Carla Dewi", "carla"),
        ),
    )


def sanctions_story() -> Record:
    return make_record(
        "b2",
        ("headline", "Liga Larang Gandum"),
        ("body", BAN),
        ("body", THREAT),
        ("body", BAN),
        date_published=stated("2023-09-16"),
        publisher=HARIAN,
        mentions=lambda t: (
            mention(t, "Liga", "liga"),
            mention(t, "Liga", "liga", 1),
            mention(t, "Utara", "utara"),
            mention(t, "Utara", "utara", 2),
        ),
        themes=lambda t: (theme(t, BAN, "sanctions"), theme(t, THREAT, "sanctions")),
        sanctions=lambda t: (sanction(t, BAN, "actual"), sanction(t, THREAT, "future", status="proposed")),
    )


def drill_story() -> Record:
    return make_record(
        "c3",
        ("headline", "Latihan di Utara"),
        ("body", DRILL),
        publisher=KORAN,
        date_published=DateValue("2023-04-06", "day", "inferred", "date.weekday", (Span(0, 4),)),
        mentions=lambda t: (mention(t, "Utara", "utara"), mention(t, "Utara", "utara", 1)),
        themes=lambda t: (theme(t, DRILL, "military-cooperation"),),
        military_cooperation=lambda t: (cooperation(t, DRILL, "exercise", "actual"),),
        commitments=lambda t: (commitment(t, DRILL, "latihan"),),
        background=lambda t: (past(t, DRILL, "menggelar"),),
    )


def undated_story() -> Record:
    return make_record("d4", ("headline", "Tanpa Tanggal"), ("body", "Carla Dewi berkunjung."), publisher=None)


def hostile_story() -> Record:
    return make_record(
        "e5",
        ("headline", "<script>alert(1)</script>"),
        ("body", "Budi & Carla \u202eterbalik <b>tebal</b>."),
        date_published=stated("2022-03-12"),
        mentions=lambda t: (mention(t, "Budi", "budi"),),
    )


def index_page() -> Record:
    return make_record("f6", ("navigation", "Berita Budi"), is_article=False)


def small_corpus() -> Corpus:
    made = (index_page(), hostile_story(), undated_story(), drill_story(), sanctions_story(), speech())
    return make_corpus(made, empty_codebook())
