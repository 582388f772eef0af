"""Gold of whole pages, annotated by hand: one JSON object a page, every line labelled."""

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from workbench.article import DateValue
from workbench.errors import ReadError
from workbench.evaluate.actors import GoldNames, compare_actors
from workbench.evaluate.facts import NOTHING, Comparison, Fact, page_fact, set_facts
from workbench.evaluate.frames import EventLabel, compare_events
from workbench.evaluate.gold import GoldPage, Reference
from workbench.evaluate.source import gold_page
from workbench.evaluate.views import line_labels, line_numbers, people, squeezed, words
from workbench.evaluate.voices import compare_direct, compare_indirect
from workbench.record import EntityType, Record
from workbench.span import Span

#: The lines that the article's own text stands on, as annotators label them.
_ZONE = frozenset({"headline", "standfirst", "caption", "body"})


class Saying(msgspec.Struct, frozen=True):
    """A direct quotation."""

    text: str
    speaker: str | None = None


class LineSaying(msgspec.Struct, frozen=True):
    """Speech without quote marks, by its line."""

    line: int
    speaker: str


class LineName(msgspec.Struct, frozen=True):
    """A name, by its line."""

    text: str
    line: int
    label: str


class LineState(msgspec.Struct, frozen=True):
    """A commitment, by its line."""

    line: int
    state: str


class Annotation(msgspec.Struct, frozen=True, kw_only=True):
    """The annotation of one page; the text stands in it, or in the file that it names.

    Parameters
    ----------
    published, published_inferred
        When the page says that it was published; where it does not, the earliest day on which it can have been, None
        where nothing tells, unset where the set leaves that out.
    lines
        Label of each non-blank line, by its 0-based number.
    people, organisations, countries, entities, indirect_quotes, commitments, background_lines
        None where the set leaves them out.
    events
        Sanctions and military cooperation whose fields are labelled.
    commitments
        The lines with a commitment, each with its state.
    background_lines
        Lines with a sentence that retells history.
    """

    id: str
    file: str | None = None
    text: str | None = None
    language: str
    is_article: bool
    title: str | None = None
    published: str | None = None
    published_inferred: str | msgspec.UnsetType | None = msgspec.UNSET
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    dateline: str | None = None
    lines: Mapping[str, str]
    agencies: tuple[str, ...] = ()
    photo_credits: tuple[str, ...] = ()
    direct_quotes: tuple[Saying, ...] = ()
    indirect_quotes: tuple[LineSaying, ...] | None = None
    people: tuple[str, ...] | None = None
    organisations: tuple[str, ...] | None = None
    countries: tuple[str, ...] | None = None
    theme_lines: Mapping[str, tuple[int, ...]] = {}
    entities: tuple[LineName, ...] | None = None
    events: tuple[EventLabel, ...] = ()
    commitments: tuple[LineState, ...] | None = None
    background_lines: tuple[int, ...] | None = None


def is_annotated(head: str) -> bool:
    """Say whether a file begins like this format."""
    return head.startswith("{") and '"lines"' in head and '"gold"' not in head.split("\n", maxsplit=1)[0]


def read_annotated(file: Path, texts: Path | None) -> Iterator[GoldPage | ReadError]:
    """Yield the annotated pages of a file."""
    decoder = msgspec.json.Decoder(Annotation)
    for number, row in enumerate(file.read_bytes().splitlines(), start=1):
        try:
            gold = decoder.decode(row)
            page = gold_page(f"{file}#{number}", gold.file or gold.id, gold.text, texts)
        except msgspec.DecodeError as error:
            yield ReadError(f"{file}#{number}", str(error))
        except ReadError as error:
            yield error
        else:
            yield GoldPage(id=gold.id, source=page, compare=_comparer(gold))


def _comparer(gold: Annotation) -> Any:  # noqa: ANN401 -- a GoldPage.compare, whose type says more
    def compare(record: Record, reference: Reference) -> Iterator[Comparison]:
        yield page_fact("is an article", gold.id, str(gold.is_article), str(record.is_article))
        yield page_fact("language", gold.id, gold.language, record.language)
        yield from _compare_lines(gold, record)
        yield from _compare_header(gold, record)
        yield from compare_direct(gold.id, record, [(saying.text, saying.speaker) for saying in gold.direct_quotes])
        if gold.indirect_quotes is not None:
            sayings = [(saying.line, saying.speaker) for saying in gold.indirect_quotes]
            yield from compare_indirect(gold.id, record, sayings)
        yield from _compare_tags(gold, record, reference)

    return compare


def _compare_lines(gold: Annotation, record: Record) -> Iterator[Comparison]:
    labels = line_labels(record)
    expected = {int(number): label for number, label in gold.lines.items()}
    yield Comparison(
        "line roles",
        gold.id,
        tuple(Fact(number, label) for number, label in expected.items()),
        tuple(Fact(number, labels.get(number, NOTHING)) for number in expected),
    )
    yield Comparison(
        "body lines",
        gold.id,
        tuple(Fact(number, "body") for number, label in expected.items() if label == "body"),
        tuple(Fact(number, "body") for number, label in labels.items() if label == "body"),
    )


def _compare_header(gold: Annotation, record: Record) -> Iterator[Comparison]:
    text = record.text
    yield page_fact("headline", gold.id, gold.title, words(text, record.headline))
    yield page_fact("date stated", gold.id, gold.published, _date(record.date_published, "stated"))
    if gold.published is None and gold.published_inferred is not msgspec.UNSET:
        yield page_fact("date inferred", gold.id, gold.published_inferred, _date(record.date_published, "inferred"))
    yield page_fact("dateline", gold.id, gold.dateline, words(text, record.dateline))
    yield set_facts("authors", gold.id, gold.authors, (author.name for author in record.authors))
    yield set_facts("editors", gold.id, gold.editors, (editor.name for editor in record.editors))


def _date(date: DateValue | None, basis: str) -> str | None:
    return date.value if date is not None and date.basis == basis else None


def _compare_tags(gold: Annotation, record: Record, reference: Reference) -> Iterator[Comparison]:
    for relation, names in (("credited", gold.agencies), ("photo", gold.photo_credits)):
        found = (squeezed(agency.name) for agency in record.agencies if agency.relation == relation)
        yield set_facts(f"agencies {relation}", gold.id, map(squeezed, names), found)
    if gold.people is not None:
        yield set_facts("people", gold.id, map(squeezed, gold.people), map(squeezed, people(record)))
    if gold.countries is not None:
        yield set_facts("countries", gold.id, gold.countries, _countries(record, reference))
    named = _names_of(gold, record.text)
    if named.types:
        yield compare_actors(gold.id, record, named, reference.roster)
    yield from _compare_themes(gold, record)
    yield from compare_events(gold.id, record, gold.events)
    yield from _compare_lines_told(gold, record)
    if gold.entities is not None:
        yield from _compare_names(gold, record)


def _countries(record: Record, reference: Reference) -> set[str]:
    named = (mention.entity for mention in record.mentions if mention.resolution == "name")
    return {reference.countries[entity] for entity in named if entity in reference.countries}


def _names_of(gold: Annotation, text: str) -> GoldNames:
    """Return whom the gold names; where its list of people is empty, the names on its lines give them."""
    spans = gold.entities or ()
    others = [name.text for name in spans if name.label != "PER"]
    people = gold.people or [name.text for name in spans if name.label == "PER"]
    told: tuple[tuple[EntityType, Collection[str] | None], ...] = (
        ("person", gold.people),
        ("organisation", gold.organisations),
        ("country", gold.countries),
        ("place", None),
    )
    return GoldNames(
        types=frozenset(kind for kind, listed in told if gold.entities is not None or listed is not None),
        people=people,
        others=[*(gold.organisations or ()), *others],
        codes=gold.countries or (),
        spans=[span for name in spans for span in _places(name, text)],
    )


def _places(name: LineName, text: str) -> Iterator[Span]:
    """Yield every place of a name on its line."""
    lines = text.split("\n")
    start = sum(len(line) + 1 for line in lines[: name.line])
    for found in re.finditer(re.escape(name.text), lines[name.line]):
        yield Span(start + found.start(), start + found.end())


def _compare_themes(gold: Annotation, record: Record) -> Iterator[Comparison]:
    line_of = line_numbers(record.text)
    for concept, numbers in sorted(gold.theme_lines.items()):
        found = {line_of(theme) for theme in record.themes if theme.concept == concept}
        yield Comparison(
            f"theme lines, {concept}",
            gold.id,
            tuple(Fact(number, concept) for number in numbers),
            tuple(Fact(number, concept) for number in sorted(found)),
        )


def _compare_lines_told(gold: Annotation, record: Record) -> Iterator[Comparison]:
    """Compare commitments and background by line, where the set tells of them."""
    line_of = line_numbers(record.text)
    if gold.commitments is not None:
        found = {Fact(line_of(one), one.state) for one in record.commitments}
        wanted = {Fact(one.line, one.state) for one in gold.commitments}
        yield Comparison("commitments", gold.id, tuple(wanted), tuple(found))
    if gold.background_lines is not None:
        old = {Fact(line_of(one), "background") for one in record.background}
        yield Comparison(
            "background lines", gold.id, tuple(Fact(line, "background") for line in gold.background_lines), tuple(old)
        )


def _compare_names(gold: Annotation, record: Record) -> Iterator[Comparison]:
    """Compare names line by line, on the lines whose names were annotated."""
    line_of = line_numbers(record.text)
    zone = {int(number) for number, label in gold.lines.items() if label in _ZONE}
    found = [(line_of(name), name.label, name.of(record.text)) for name in record.names]
    for label in ("PER", "ORG", "LOC"):
        yield Comparison(
            f"names, {label}",
            gold.id,
            tuple(Fact(name.line, name.text) for name in gold.entities or () if name.label == label),
            tuple(Fact(line, text) for line, found_label, text in found if found_label == label and line in zone),
        )
