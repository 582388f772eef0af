"""The payload: what the explorer's client knows of a corpus, as columns, in one frozen value."""

from collections.abc import Mapping
from typing import Any, Final, Literal

import msgspec

from workbench.chart.outlines import PackedOutlines, packed_outlines
from workbench.chart.palette import LOOKS
from workbench.codebook import Codebook
from workbench.codebook.locations import place_spellings
from workbench.codebook.schema import Label
from workbench.explorer import tables
from workbench.explorer.methods import Dating, dating_of, methods_of
from workbench.explorer.options import Accuracy, PayloadOptions, published_scores, stories_of
from workbench.explorer.packing import pack
from workbench.explorer.pieces import Cut, cut_record
from workbench.explorer.rows import TABLE_ROWS, Row, Words, article_cells, origin_of, published_day, tag_rows
from workbench.explorer.vocabulary import (
    actor_labels,
    actor_types,
    concept_labels,
    equipment_labels,
    make_terms,
    offices_of,
    same_labels,
    speaker_labels,
    town_labels,
)
from workbench.frame.rows import Places
from workbench.record import Record
from workbench.store import Corpus

SCHEMA: Final = "workbench.explorer/1"


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """What the client knows from the start, wherever the corpus is.

    Parameters
    ----------
    vocabulary
        What the numbers in columns stand for.
    spots
        Where the places of datelines and of military cooperation lie, by key; one whose place is not known is missing.
    outlines
        Lines of the map; None where no place is known.
    looks
        Colour, hatch and colour of a number on top for each series, from the palette of the charts.
    sentences
        Whether a search reads all sentences or those that are evidence.
    accuracy, methods
        As in `PayloadOptions`.
    values
        What people read for statuses, instruments and other values that the codebook labels.
    source
        Program, codebook and how many pages were read.
    stopwords
        Words that are no terms: those of the codebook.
    """

    vocabulary: tables.Vocabulary
    spots: dict[str, tables.Spot]
    outlines: PackedOutlines | None
    looks: dict[str, tuple[str, str, str]]
    sentences: Literal["all", "evidence"]
    accuracy: tuple[Accuracy, ...]
    values: dict[str, Label]
    methods: Label
    source: Label
    stopwords: tuple[str, ...]


class Payload(Head, frozen=True, kw_only=True):
    """Everything that the client shows; the same corpus and options give the same bytes.

    Parameters
    ----------
    articles
        A row is an article.
    passages
        A row is a sentence, or a line that is in none; all evidence lies in them.
    mentions, quotes, agencies, themes, sanctions, cooperation, commitments, events, datelines
        A row is a tag. Paragraphs that an article repeats count once.
    """

    schema: Literal["workbench.explorer/1"] = SCHEMA
    articles: tables.ArticleRows
    passages: tables.PassageRows
    mentions: tables.MentionRows
    quotes: tables.QuoteRows
    agencies: tables.AgencyRows
    themes: tables.ThemeRows
    sanctions: tables.SanctionRows
    cooperation: tables.CooperationRows
    commitments: tables.CommitmentRows
    events: tables.EventRows
    datelines: tables.DatelineRows


def build_payload(corpus: Corpus, options: PayloadOptions | None = None) -> Payload:
    """Make the payload of a corpus; index pages are left out."""
    chosen, book = options or PayloadOptions(), corpus.codebook
    builder = _Builder(chosen, stories_of(corpus, chosen), Words(place_spellings(book.actors, book.locations)))
    for record in _in_order(corpus):
        builder.add(record)
    made = builder.tables()
    places = frozenset(made["cooperation"].place)
    found = Found(words=builder.words, places=places, dating=dating_of(corpus.records))
    return Payload(**made, **head_cells(corpus, chosen, found))


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What was found in the articles of a corpus, as far as the client is told it from the start.

    Parameters
    ----------
    words
        What numbers stand for.
    places
        Numbers of the actors that are places of military cooperation.
    dating
        How the articles are dated.
    """

    words: Words
    places: frozenset[int]
    dating: Dating


def head_cells(corpus: Corpus, options: PayloadOptions, found: Found) -> dict[str, Any]:
    """Return the fields of `Head`."""
    methods, source = methods_of(corpus, options, found.dating)
    spots = _spots(found, corpus.codebook)
    return {
        "vocabulary": _vocabulary(found.words, corpus.codebook),
        "spots": spots,
        "outlines": packed_outlines() if spots else None,
        "looks": {series: (look.colour, look.hatch, look.on_top) for series, look in LOOKS.items()},
        "sentences": options.sentences,
        "accuracy": published_scores() if options.accuracy is None else options.accuracy,
        "values": _value_labels(corpus.codebook),
        "methods": options.methods or methods,
        "source": source,
        "stopwords": corpus.codebook.stopwords,
    }


def pack_payload(payload: Head) -> bytes:
    """Return the payload in the bytes that the client unpacks; see `workbench.explorer.packing`."""
    value = msgspec.to_builtins(payload)
    return pack(value, [name for name in (*TABLE_ROWS, "passages") if name in value])


def _in_order(corpus: Corpus) -> list[Record]:
    """Return the articles by day of publication, then path; undated ones last."""
    articles = [record for record in corpus.records if record.is_article and record.lines]
    days = {record.id: published_day(record) for record in articles}
    return sorted(articles, key=lambda record: (days[record.id] is None, days[record.id] or 0, record.path))


class _Builder:
    """Gathers rows, one article after the other."""

    def __init__(self, options: PayloadOptions, stories: Mapping[str, str], words: Words) -> None:
        self.words = words
        self._options = options
        self._story_of = stories
        self._rows: dict[str, list[tuple[Any, ...]]] = {name: [] for name in TABLE_ROWS}
        self._passages: list[tuple[Any, ...]] = []
        self._pieces: list[str] = []
        self._stories: dict[str, int] = {}
        self._origins: dict[str, int] = {}

    def add(self, record: Record) -> None:
        """Add an article and its tags."""
        places = Places(record)
        head = record.headline or record.lines[0]
        found: list[tuple[str, Row]] = [("articles", (head, places.line_of(head).reason, self._cells(record)))]
        found += tag_rows(record, self.words)
        keeps_all = self._options.sentences == "all"
        cut = cut_record(record, [row[0] for _, row in found], limit=self._options.quotation_limit, keeps_all=keeps_all)
        for (name, (_, rule, cells)), (first, n) in zip(found, cut.marks, strict=True):
            self._rows[name].append((len(self._pieces) + first, n, self.words.rule.number(rule), *cells))
        self._add_passages(cut)

    def _cells(self, record: Record) -> tuple[Any, ...]:
        story = self._story_of.get(record.id, record.id)
        return (
            *article_cells(record, self.words),
            self._stories.setdefault(story, len(self._stories)),
            self._origins.setdefault(origin_of(record), len(self._origins)),
        )

    def _add_passages(self, cut: Cut) -> None:
        article = len(self._rows["articles"]) - 1
        for one in cut.passages:
            self._passages.append((article, one.line, one.role, len(one.pieces)))
            self._pieces.extend(one.pieces)

    def tables(self) -> dict[str, Any]:
        """Return every table, by name."""
        made: dict[str, Any] = {name: _columns(struct, self._rows[name]) for name, struct in TABLE_ROWS.items()}
        columns = zip(*self._passages, strict=True) if self._passages else [()] * 4
        made["passages"] = tables.PassageRows(
            **dict(zip(("article", "line", "role", "n"), columns, strict=True)), pieces=tuple(self._pieces)
        )
        return made


def _columns(struct: type[tables.Rows], rows: list[tuple[Any, ...]]) -> tables.Rows:
    names = ("first", *struct.__struct_fields__[1:])
    rows = sorted(rows, key=lambda row: row[:2])
    columns = dict(zip(names, zip(*rows, strict=True) if rows else [()] * len(names), strict=True))
    first = columns.pop("first")
    gap = tuple(here - before for before, here in zip((0, *first), first, strict=False))
    return struct(gap=gap, **columns)


def _spots(found: Found, codebook: Codebook) -> dict[str, tables.Spot]:
    """Return where the places lie that events or datelines name."""
    keys = tuple(found.words.entity.of)
    named = set(found.words.town.of) | {keys[number] for number in found.places if number >= 0}
    return {one.id: tables.Spot(one.lat, one.lon, one.extent) for one in codebook.locations if one.id in named}


def _value_labels(codebook: Codebook) -> dict[str, Label]:
    return {key: label for labels in codebook.events.labels.values() for key, label in labels.items()}


def _vocabulary(words: Words, codebook: Codebook) -> tables.Vocabulary:
    kinds = {agency.id: agency.kind for agency in codebook.agencies}
    return tables.Vocabulary(
        publisher=make_terms(words.publisher, same_labels(words.publishers), {}),
        agency=make_terms(words.agency, same_labels(words.agencies), kinds),
        entity=make_terms(words.entity, actor_labels(codebook), actor_types(codebook)),
        speaker=make_terms(words.speaker, speaker_labels(words.speaker.of), {}),
        provider=make_terms(words.provider, same_labels({name: name for name in words.provider.of}), {}),
        concept=make_terms(words.concept, concept_labels(codebook), {}),
        equipment=make_terms(words.equipment, equipment_labels(codebook), {}),
        rule=make_terms(words.rule, same_labels({name: name for name in words.rule.of}), {}),
        town=make_terms(words.town, town_labels(codebook), {}),
        offices=offices_of(codebook, words.entity),
    )
