"""Gold of stories: articles, each with the event that it tells; scored by the pairs that are put together."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from workbench.errors import ReadError
from workbench.evaluate.facts import Comparison, Fact
from workbench.evaluate.gold import GoldPage
from workbench.evaluate.source import page_of
from workbench.page import Claim
from workbench.record import Record
from workbench.store.joined import stories_among


class ToldArticle(msgspec.Struct, frozen=True):
    """An article, and the event that it tells.

    Parameters
    ----------
    text
        Its page.
    event
        A name that is the same for all articles of one event.
    published
        Day or instant of publication, ISO 8601, where its page need not say it.
    id, url
        What misses call it, and where it came from.
    """

    text: str
    event: str
    published: str | None = None
    id: str | None = None
    url: str | None = None


def is_told(head: str) -> bool:
    """Say whether a file begins like this format."""
    first = head.split("\n", maxsplit=1)[0]
    return first.startswith("{") and '"text"' in first and '"event"' in first and '"lines"' not in first


def read_told(file: Path, texts: Path | None) -> Iterator[GoldPage | ReadError]:
    """Yield the page of each row of a file."""
    del texts
    for number, row in enumerate(file.read_bytes().splitlines(), start=1):
        try:
            gold = msgspec.json.decode(row, type=ToldArticle)
        except msgspec.DecodeError as error:
            yield ReadError(f"{file}#{number}", str(error))
            continue
        name = gold.id or f"{file.stem} {number}"
        claims = (Claim("date_published", gold.published, "column:published"),) if gold.published else ()
        page = msgspec.structs.replace(page_of(name, gold.text), url=gold.url, claims=claims)
        yield GoldPage(id=name, source=page, compare=_nothing_alone, event=gold.event)


def _nothing_alone(*_: object) -> tuple[()]:
    """Return nothing: a page tells a story together with others only."""
    return ()


def compare_stories(pages: Sequence[GoldPage], records: Sequence[Record]) -> Iterator[Comparison]:
    """Yield for each article with an event which of those after it tell the same one, and which are in its story."""
    story_of = stories_among(records)
    rows = [
        (page.id, page.event, story_of.get(record.id, record.id)) for page, record in zip(pages, records, strict=True)
    ]
    for place, (name, event, story) in enumerate(rows):
        later = rows[place + 1 :]
        expected = tuple(Fact(None, other) for other, its_event, _ in later if its_event == event)
        found = tuple(Fact(None, other) for other, _, its_story in later if its_story == story)
        yield Comparison("stories, pairs", name, expected, found)
