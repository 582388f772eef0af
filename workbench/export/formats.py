"""The registry of export formats: name, what it is, and how records become lines."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal

import msgspec

from workbench.codebook import Codebook
from workbench.export.annotation import annotations
from workbench.export.conll import conll_lines
from workbench.export.csl import csl_item
from workbench.export.ftm import ftm_entities
from workbench.export.news_article import news_article
from workbench.export.plover import plover_events
from workbench.record import Record

_JSON = msgspec.json.Encoder()


class Format(msgspec.Struct, frozen=True):
    """One way out: its standard, the usual ending of its files, and the lines of one record.

    Parameters
    ----------
    layout
        ``lines``: each line stands alone; ``array``: the lines are the elements of one JSON array.
    """

    title: str
    suffix: str
    lines: Callable[[Record, Codebook], Iterable[str]]
    layout: Literal["lines", "array"] = "lines"


def _json(values: Iterable[dict[str, Any]]) -> Iterator[str]:
    return (_JSON.encode(value).decode() for value in values)


#: Every format by the name that ``workbench export --format`` takes.
FORMATS: dict[str, Format] = {
    "plover": Format("PLOVER events", ".jsonl", lambda r, c: _json(plover_events(r, c))),
    "ftm": Format("FollowTheMoney entities", ".ftm.json", lambda r, c: _json(ftm_entities(r, c))),
    "annotation": Format("W3C Web Annotation", ".jsonl", lambda r, _: _json(annotations(r))),
    "schema-org": Format("schema.org NewsArticle (JSON-LD)", ".jsonl", lambda r, _: _json([news_article(r)])),
    "csl": Format("CSL-JSON citations", ".json", lambda r, _: _json([csl_item(r)]), "array"),
    "conll": Format("CoNLL-2003 columns, IOB2 names", ".conll", lambda r, _: conll_lines(r)),
}


def export_records(records: Iterable[Record], name: str, codebook: Codebook) -> Iterator[str]:
    """Yield the lines of `records` in the format called `name`, without their line ends.

    Raises
    ------
    KeyError
        There is no such format.
    """
    chosen = FORMATS[name]
    lines = (line for record in records for line in chosen.lines(record, codebook))
    return lines if chosen.layout == "lines" else _array(lines)


def _array(elements: Iterable[str]) -> Iterator[str]:
    yield "["
    waiting = None
    for element in elements:
        if waiting is not None:
            yield waiting + ","
        waiting = element
    if waiting is not None:
        yield waiting
    yield "]"
