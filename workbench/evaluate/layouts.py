"""Gold of invented pages in observed layouts: what a parser must keep, drop and find."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from workbench.article import DateValue, Role
from workbench.errors import ReadError
from workbench.evaluate.actors import MEASURE
from workbench.evaluate.facts import NOTHING, Comparison, page_fact, set_facts
from workbench.evaluate.gold import GoldPage, Reference
from workbench.evaluate.source import page_of
from workbench.evaluate.views import quoted, squeezed, trimmed, words
from workbench.evaluate.voices import speaker_name
from workbench.record import Quote, Record
from workbench.span import Span

#: The roles that hold what the gold calls body.
_BODY = frozenset({"body", "standfirst"})
_BULLETS = ("-", "•", "*")


class Saying(msgspec.Struct, frozen=True):
    """Words said; `marked` says whether they stand between quote marks."""

    text: str
    speaker: str
    marked: bool


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What must be found in one page."""

    is_article: bool
    lang: str
    title: str | None = None
    published: str | None = None
    author: str | None = None
    dateline_place: str | None = None
    themes: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    body_must_contain: tuple[str, ...] = ()
    must_drop: tuple[str, ...] = ()
    quotes: tuple[Saying, ...] = ()


class LayoutRow(msgspec.Struct, frozen=True):
    """One row of the file."""

    id: str
    layout: str
    text: str
    gold: Wanted


def is_layouts(head: str) -> bool:
    """Say whether a file begins like this format."""
    return head.startswith("{") and '"layout"' in head and '"gold"' in head.split("\n", maxsplit=1)[0]


def read_layouts(file: Path, texts: Path | None) -> Iterator[GoldPage | ReadError]:
    """Yield the pages of a file; their texts stand in it."""
    del texts
    decoder = msgspec.json.Decoder(LayoutRow)
    for number, row in enumerate(file.read_bytes().splitlines(), start=1):
        try:
            page = decoder.decode(row)
        except msgspec.DecodeError as error:
            yield ReadError(f"{file}#{number}", str(error))
        else:
            yield GoldPage(id=f"{page.id} ({page.layout})", source=page_of(page.id, page.text), compare=_comparer(page))


def _comparer(page: LayoutRow) -> Any:  # noqa: ANN401 -- a GoldPage.compare, whose type says more
    name, gold = f"{page.id} ({page.layout})", page.gold

    def compare(record: Record, reference: Reference) -> Iterator[Comparison]:
        del reference
        yield page_fact("is an article", name, str(gold.is_article), str(record.is_article))
        if not gold.is_article:
            return
        yield page_fact("language", name, gold.lang, record.language)
        if gold.body_must_contain:
            yield from _compare_page(name, gold, record)
            yield from _compare_tags(name, gold, record)

    return compare


def _compare_page(name: str, gold: Wanted, record: Record) -> Iterator[Comparison]:
    yield page_fact("body kept, nothing leaked", name, "kept", _body_verdict(gold, record))
    yield page_fact("headline", name, gold.title, words(record.text, record.headline))
    yield page_fact("date stated", name, gold.published, _stated(record.date_published, gold.published))
    yield page_fact("author", name, gold.author, " & ".join(author.name for author in record.authors))
    yield page_fact("dateline", name, _fold(gold.dateline_place), _fold(words(record.text, record.dateline)))


def _fold(string: str | None) -> str | None:
    return string and squeezed(string)


def _body_verdict(gold: Wanted, record: Record) -> str:
    """Say what of the body is lost, and what leaked into it; a summary in bullets may stand above the body."""
    body = [(line.role, squeezed(line.of(record.text))) for line in record.lines if line.role in _BODY]
    lost = [wanted for wanted in gold.body_must_contain if not any(squeezed(wanted) in line for _, line in body)]
    leaked = [drop for drop in gold.must_drop if any(_leaks(role, line, squeezed(drop)) for role, line in body)]
    return "; ".join([*(f"lost {wanted!r}" for wanted in lost), *(f"leaked {drop!r}" for drop in leaked)]) or "kept"


def _leaks(role: Role, line: str, drop: str) -> bool:
    """Say whether a line holds what must go; a single word must be all of it."""
    if role == "standfirst" and drop.startswith(_BULLETS):
        return False
    return line == drop if drop.isalpha() else drop in line


def _stated(date: DateValue | None, wanted: str | None) -> str | None:
    """Return the stated date, as exact as the gold is."""
    if date is None or date.basis != "stated":
        return None
    return date.value[: len(wanted)] if wanted else date.value


def _compare_tags(name: str, gold: Wanted, record: Record) -> Iterator[Comparison]:
    marked = [saying for saying in gold.quotes if saying.marked]
    yield set_facts("direct quotes", name, _texts(marked), _texts_found(record))
    yield set_facts("quotes with speaker", name, _sayings(gold), _sayings_found(gold, record))
    themes = {theme.concept for theme in record.themes}
    yield page_fact("theme, sanctions", name, str("sanctions" in gold.themes), str("sanctions" in themes))
    yield set_facts(MEASURE, name, gold.actors, _people_found(gold, record))


def _people_found(gold: Wanted, record: Record) -> set[str]:
    """Return the people that the record mentions, under the gold's words for those whose identity holds these."""
    people = {mention.entity for mention in record.mentions if mention.type == "person"}
    return {next((actor for actor in gold.actors if actor in entity), entity) for entity in people}


def _texts(sayings: list[Saying]) -> list[str]:
    return [saying.text.strip(" ,.") for saying in sayings]


def _texts_found(record: Record) -> list[str]:
    return [record.text[slice(*trimmed(record.text, quote.content))] for quote in quoted(record)]


def _sayings(gold: Wanted) -> list[str]:
    return [f"{squeezed(saying.speaker)}: {saying.text[:40]}" for saying in gold.quotes]


def _sayings_found(gold: Wanted, record: Record) -> Iterator[str]:
    for saying in gold.quotes:
        start = record.text.find(saying.text)
        quote = _quote_over(record, Span(start, start + len(saying.text))) if start >= 0 else None
        if quote is not None:
            same = _is_speaker(quote, saying.speaker, record)
            yield f"{squeezed(saying.speaker if same else speaker_name(quote) or NOTHING)}: {saying.text[:40]}"


def _quote_over(record: Record, span: Span) -> Quote | None:
    return next((quote for quote in record.quotes if quote.content.overlaps(span)), None)


def _is_speaker(quote: Quote, wanted: str, record: Record) -> bool:
    """Say whether a quote's speaker is the wanted one; the gold keeps the page's own title and spelling."""
    if quote.speaker is None:
        return False
    entity = quote.speaker.entity
    spellings = {mention.of(record.text) for mention in record.mentions if entity and mention.entity == entity}
    return any(squeezed(spelling) in squeezed(wanted) for spelling in (quote.speaker.name, *spellings))
