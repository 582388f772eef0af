"""Turns the tags of one record into rows of a payload: the evidence, its rule, and the cells of the table."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from workbench.codebook.locations import place_of_dateline
from workbench.explorer import tables
from workbench.explorer.vocabulary import Numbers, day_number
from workbench.frame.rows import Places
from workbench.record import Record
from workbench.span import Span

Row = tuple[Span, str, tuple[Any, ...]]
_DAY: Final = len("2023-04-06")


class Words:
    """The numbers of everything that is named in a corpus."""

    def __init__(self, places: Mapping[str, str]) -> None:
        self.publisher, self.agency, self.entity, self.concept = Numbers(), Numbers(), Numbers(), Numbers()
        self.speaker, self.provider, self.equipment, self.rule = Numbers(), Numbers(), Numbers(), Numbers()
        self.town = Numbers()
        #: What outlets, media and unlisted actors call themselves.
        self.publishers: dict[str, str] = {}
        self.agencies: dict[str, str] = {}
        #: Spellings of places, with the place that each means.
        self.places = places


def mention_rows(record: Record, words: Words) -> Iterator[Row]:
    """Yield the mentions of known actors in what is told."""
    for one in record.told_mentions:
        yield one, one.rule, (words.entity.number(one.entity),)


def quote_rows(record: Record, words: Words) -> Iterator[Row]:
    """Yield the quotations."""
    for one in record.quotes:
        chain = words.provider.numbers(tuple(hop.provider for hop in one.attribution_chain))
        speakers = words.speaker.numbers(tuple(who.name for who in one.speakers))
        entities = words.entity.numbers(tuple(who.entity for who in one.speakers if who.entity))
        yield one.content, one.rule, (one.kind, speakers, entities, chain)


def agency_rows(record: Record, words: Words) -> Iterator[Row]:
    """Yield the credits to media."""
    for one in record.agencies:
        words.agencies.setdefault(one.id, one.name)
        yield one, one.rule, (words.agency.number(one.id), one.relation)


def theme_rows(record: Record, words: Words) -> Iterator[Row]:
    """Yield the sentences that assert a theme; the rule is that of the first term."""
    for one in record.themes:
        yield one, one.terms[0].rule if one.terms else one.concept, (words.concept.number(one.concept),)


def sanction_rows(record: Record, words: Words) -> Iterator[Row]:
    """Yield the statements on restrictive measures."""
    for one in record.sanctions:
        parties = (words.entity.numbers(one.authority), words.entity.numbers(one.recipient))
        yield one, one.rule, (*parties, one.instrument, one.status, one.modality)


def cooperation_rows(record: Record, words: Words) -> Iterator[Row]:
    """Yield the statements on military cooperation."""
    for one in record.military_cooperation:
        what = (one.kind, words.entity.numbers(one.actors), words.equipment.numbers(one.equipment))
        yield one, one.rule, (*what, words.entity.number(one.place), one.status, one.modality)


def commitment_rows(record: Record, words: Words) -> Iterator[Row]:
    """Yield the commitments."""
    for one in record.commitments:
        yield one, one.rule, (one.state, words.entity.numbers(one.actors), one.modality)


def event_rows(record: Record, _: Words) -> Iterator[Row]:
    """Yield the days of what is reported that rest on words of the page."""
    for one in record.event_dates:
        if one.evidence:
            yield one.evidence[0], one.rule, (_day_of(one.value), one.basis)


def dateline_rows(record: Record, words: Words) -> Iterator[Row]:
    """Yield the place of filing: the place that the codebook knows by that name, else the name as printed."""
    line = record.dateline
    if line:
        place = place_of_dateline(line.place, words.places) or line.place
        yield line, "dateline", (words.town.number(place),)


def article_cells(record: Record, words: Words) -> tuple[Any, ...]:
    """Return the article's cells up to its words; see `ArticleRows`."""
    publisher, dated = record.publisher, record.date_published
    if publisher:
        words.publishers.setdefault(publisher.id, publisher.name)
    return (
        record.id,
        record.path,
        record.url,
        record.headline.of(record.text) if record.headline else None,
        words.publisher.number(publisher.id if publisher else None),
        dated.value if dated else None,
        published_day(record),
        dated.basis if dated else None,
        tuple(author.name for author in record.authors),
        record.dateline.place if record.dateline else None,
        record.language,
    )


def published_day(record: Record) -> int | None:
    """Return the day of publication as a number; of a month its first day."""
    return _day_of(record.date_published.value) if record.date_published else None


def origin_of(record: Record) -> str:
    """Return whose account the article is: that of the first medium credited for words, else its publisher's own."""
    credited = next((one.id for one in record.agencies if one.relation == "credited"), None)
    own = record.publisher.id if record.publisher else record.path
    return f"publisher {own}" if credited is None else f"agency {credited}"


def _day_of(value: str) -> int | None:
    day = value[:_DAY] if len(value) >= _DAY else f"{value[:7]}-01"
    return day_number(date.fromisoformat(day))


#: For each table of tags what makes its rows.
ROW_MAKERS: Final[dict[str, Callable[[Record, Words], Iterator[Row]]]] = {
    "mentions": mention_rows,
    "quotes": quote_rows,
    "agencies": agency_rows,
    "themes": theme_rows,
    "sanctions": sanction_rows,
    "cooperation": cooperation_rows,
    "commitments": commitment_rows,
    "events": event_rows,
    "datelines": dateline_rows,
}


def tag_rows(record: Record, words: Words) -> Iterator[tuple[str, Row]]:
    """Yield the rows of every table of tags, with its name; what a repeated paragraph says again stays out."""
    places = Places(record)
    for name, make in ROW_MAKERS.items():
        for row in make(record, words):
            if not places.of(row[0], row[1])[-1]:
                yield name, row


#: For each table what its rows hold.
TABLE_ROWS: Final[dict[str, type[tables.Rows]]] = {
    "articles": tables.ArticleRows,
    "mentions": tables.MentionRows,
    "quotes": tables.QuoteRows,
    "agencies": tables.AgencyRows,
    "themes": tables.ThemeRows,
    "sanctions": tables.SanctionRows,
    "cooperation": tables.CooperationRows,
    "commitments": tables.CommitmentRows,
    "events": tables.EventRows,
    "datelines": tables.DatelineRows,
}
