"""Turns one record into rows of the frames; columns are named in ``frame.tables``."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from workbench.article import ARTICLE_ZONE, DateValue, Line
from workbench.record import Record, Speaker
from workbench.span import Span

Row = tuple[Any, ...]
_DAY, _YEAR = len("2023-04-06"), len("2023")


class Places:
    """Where the spans of one record lie: their lines, and whether their paragraph stood there before."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self._starts = [line.start for line in record.lines]

    @cached_property
    def _repeated(self) -> frozenset[Line]:
        return repeated_lines(self.record)

    def line_of(self, span: Span) -> Line:
        """Return the line on which `span` starts."""
        return self.record.lines[max(0, bisect_right(self._starts, span.start) - 1)]

    def of(self, span: Span, rule: str) -> Row:
        """Return the cells of the columns in ``PLACE``."""
        line = self.line_of(span)
        is_repeated = line in self._repeated
        return (self.record.id, self.record.path, line.line + 1, span.start, span.end, rule, is_repeated)


def repeated_lines(record: Record) -> frozenset[Line]:
    """Return the article's own lines that say, word for word, what an earlier one said."""
    seen: set[str] = set()
    repeated: set[Line] = set()
    for line in record.lines:
        words = " ".join(line.of(record.text).split())
        if line.role in ARTICLE_ZONE and words in seen:
            repeated.add(line)
        elif line.role in ARTICLE_ZONE:
            seen.add(words)
    return frozenset(repeated)


def zone_text(record: Record) -> str:
    """Return the article's own words: headline, standfirst, captions and body, a line each."""
    return "\n".join(line.of(record.text) for line in record.lines if line.role in ARTICLE_ZONE)


def article_row(places: Places) -> Row:
    """Return the article's row; its evidence is the headline, or else its first line."""
    record = places.record
    first: Span = record.headline or record.lines[0]
    return (
        *places.of(first, places.line_of(first).reason),
        record.headline.of(record.text) if record.headline else None,
        record.publisher.id if record.publisher else None,
        record.publisher.name if record.publisher else None,
        *_date_cells(record.date_published),
        record.language,
        len(zone_text(record).split()),
        len(record.sentences),
    )


def _date_cells(stated: DateValue | None) -> Row:
    if stated is None:
        return (None, None, None, None, None)
    value = stated.value
    on = value[:_DAY] if stated.precision != "month" else f"{value[:7]}-01"
    has_zone = stated.precision == "minute" and value[-6] in "+-"
    return (value, on, value if has_zone else None, stated.basis, stated.precision)


def sentence_rows(places: Places) -> Iterator[Row]:
    """Yield one row for each sentence of the article zone."""
    record = places.record
    for sentence in record.sentences:
        line = places.line_of(sentence)
        yield (*places.of(sentence, line.reason), line.role)


def line_rows(places: Places) -> Iterator[Row]:
    """Yield one row for each non-blank line."""
    record = places.record
    for line in record.lines:
        yield (*places.of(line, line.reason), line.role)


def mention_rows(places: Places) -> Iterator[Row]:
    """Yield one row for each mention of a known actor in what is told."""
    record = places.record
    for mention in record.told_mentions:
        cells = (mention.entity, mention.name, mention.type, mention.resolution)
        yield (*places.of(mention, mention.rule), *cells)


def quote_rows(places: Places) -> Iterator[Row]:
    """Yield one row for each quotation."""
    record = places.record
    labels = _labels(record)
    for number, quote in enumerate(record.quotes, start=1):
        speakers = tuple(_speaker_label(one, labels) for one in quote.speakers)
        entities = tuple(one.entity for one in quote.speakers)
        yield (*places.of(quote.content, quote.rule), number, quote.kind, speakers, entities)


def _labels(record: Record) -> dict[str, str]:
    """Return what the codebook calls each actor of the record."""
    return {mention.entity: mention.name for mention in record.mentions}


def _speaker_label(speaker: Speaker, labels: Mapping[str, str]) -> str:
    """Return one label for each speaker: a record calls a body as its page does, and pages differ."""
    return labels.get(speaker.entity or "", speaker.name)


def hop_rows(places: Places) -> Iterator[Row]:
    """Yield one row for each step of each quotation's attribution chain."""
    record = places.record
    for number, quote in enumerate(record.quotes, start=1):
        for step, hop in enumerate(quote.attribution_chain, start=1):
            yield (*places.of(hop, hop.rule), number, step, hop.provider, hop.relation)


def agency_rows(places: Places) -> Iterator[Row]:
    """Yield one row for each credit to a medium."""
    record = places.record
    for credit in record.agencies:
        yield (*places.of(credit, credit.rule), credit.id, credit.name, credit.relation)


def theme_rows(places: Places) -> Iterator[Row]:
    """Yield one row for each sentence that asserts a theme; the rule is that of the first term."""
    record = places.record
    for theme in record.themes:
        rule = theme.terms[0].rule if theme.terms else theme.concept
        yield (*places.of(theme, rule), theme.concept)


def sanction_rows(places: Places) -> Iterator[Row]:
    """Yield one row for each sentence or clause about a restrictive measure."""
    record = places.record
    for act in record.sanctions:
        cells = (act.authority, act.recipient, act.instrument, act.status, act.modality)
        yield (*places.of(act, act.rule), *cells, _is_background(record, act))


def cooperation_rows(places: Places) -> Iterator[Row]:
    """Yield one row for each sentence or clause about military cooperation."""
    record = places.record
    for act in record.military_cooperation:
        cells = (act.kind, act.actors, act.equipment, act.place, act.status, act.modality)
        yield (*places.of(act, act.rule), *cells, _is_background(record, act))


def commitment_rows(places: Places) -> Iterator[Row]:
    """Yield one row for each sentence in which actors bind themselves, or keep or break their word."""
    record = places.record
    for act in record.commitments:
        yield (*places.of(act, act.rule), act.state, act.actors, act.modality, _is_background(record, act))


def _is_background(record: Record, act: Span) -> bool:
    return any(told.overlaps(act) for told in record.background)


def time_rows(places: Places) -> Iterator[Row]:
    """Yield one row for each expression of time; it is stated where the words themselves name the year."""
    record = places.record
    for time in record.dates:
        is_stated = time.value[:_YEAR] in time.of(record.text)
        yield (*places.of(time, time.rule), time.type, time.value, "stated" if is_stated else "inferred")


def notice_rows(places: Places) -> Iterator[Row]:
    """Yield one row for each notice; where it rests on no words, its place is the headline or the first line."""
    record = places.record
    for notice in record.notices:
        span = next(iter(notice.evidence), record.headline or record.lines[0])
        *place, _ = places.of(span, notice.code)
        yield (*place, False, notice.code, notice.message)
