"""Records made by hand, for the tests of the evaluation."""

import msgspec

from workbench.article import DateValue, Line
from workbench.codebook import Actor
from workbench.evaluate.actors import build_roster
from workbench.evaluate.gold import GoldPage, Reference
from workbench.evaluate.source import bare_article
from workbench.page import Page
from workbench.record import CodebookStamp, Quote, Record, Speaker
from workbench.span import Span

BELARUS = Actor(
    id="belarus", name="Belarus", type="country", kind="state", country="BY", aliases=("Belarus",), hit="h", miss="m"
)
REFERENCE = Reference(countries={"belarus": "BY", "russia": "RU"}, roster=build_roster([BELARUS]))


def record_of(text, **changes):
    """Return a record of body lines without tags, changed as asked."""
    article = msgspec.structs.asdict(bare_article("a", text))
    empty = ("agencies", "mentions", "names", "quotes", "dates", "themes", "sanctions", "military_cooperation")
    stamp = CodebookStamp("test", "1", "sha256:0")
    return Record(**{**article, **dict.fromkeys(empty, ()), "processing_agent": "test", "codebook": stamp, **changes})


def span(text, words):
    start = text.index(words)
    return Span(start, start + len(words))


def line(text, number, role, words):
    found = span(text, words)
    return Line(start=found.start, end=found.end, line=number, role=role, reason="test")


def quote(text, content, speaker=None, kind="direct"):
    said = None if speaker is None else _speaker(text, speaker)
    return Quote(kind=kind, content=span(text, content), speaker=said, cue=None, attribution_chain=(), rule="test")


def _speaker(text, name):
    found = span(text, name)
    return Speaker(start=found.start, end=found.end, name=name, entity=None)


def stated(value):
    return DateValue(value, "day", "stated", "test", ())


def comparisons(page: GoldPage, record):
    return {comparison.measure: comparison for comparison in page.compare(record, REFERENCE)}


def text_of(page: GoldPage):
    assert isinstance(page.source, Page)
    return page.source.text
