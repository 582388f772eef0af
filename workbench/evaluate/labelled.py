"""Gold of labelled sentences: the themes that each asserts, and what its event must hold."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import msgspec

from workbench.errors import ReadError
from workbench.evaluate.facts import Comparison, Fact
from workbench.evaluate.frames import FIELDS, EventLabel, compare_events
from workbench.evaluate.gold import GoldPage, Reference
from workbench.evaluate.source import bare_article
from workbench.evaluate.views import line_numbers
from workbench.record import Record

Theme = Literal["sanctions", "military-cooperation"]
_THEMES: tuple[Theme, ...] = ("sanctions", "military-cooperation")
#: Fields that tell which theme an event is of; the others are of both.
_OF_COOPERATION = frozenset({"kind", "actors", "equipment", "place"})


class LabelledSentence(msgspec.Struct, frozen=True):
    """A sentence; what an event of it must hold stands beside it, in the fields of `EventLabel`.

    Parameters
    ----------
    text, context
        The sentence, and the one before it.
    themes
        Those that it asserts.
    date
        ISO 8601 date of its article.
    """

    text: str
    themes: tuple[Theme, ...]
    context: str | None = None
    date: str = "2025-06-01"


def is_labelled(head: str) -> bool:
    """Say whether a file begins like this format."""
    first = head.split("\n", maxsplit=1)[0]
    return first.startswith("{") and '"text"' in first and '"themes"' in first


def read_labelled(file: Path, texts: Path | None) -> Iterator[GoldPage | ReadError]:
    """Yield each sentence of a file as an article of one line, or of two where the sentence before is told."""
    del texts
    for number, row in enumerate(file.read_bytes().splitlines(), start=1):
        try:
            gold, label = msgspec.json.decode(row, type=LabelledSentence), _event_label(row)
        except msgspec.DecodeError as error:
            yield ReadError(f"{file}#{number}", str(error))
        else:
            name = f"{file.stem} {number}"
            text = "\n".join(filter(None, (gold.context, gold.text)))
            source = bare_article(name, text, published=gold.date)
            yield GoldPage(id=name, source=source, compare=_comparer(name, gold.themes, label))


def _event_label(row: bytes) -> EventLabel | None:
    """Return the label of the event, or None where no field is labelled."""
    stated = msgspec.json.decode(row)
    fields = {field: stated[field] for field in FIELDS if field in stated}
    if not fields:
        return None
    is_cooperation = fields.keys() & _OF_COOPERATION or stated["themes"] == ["military-cooperation"]
    theme = "military-cooperation" if is_cooperation else "sanctions"
    return msgspec.convert({"line": int("context" in stated), "theme": theme, **fields}, EventLabel)


def _comparer(
    name: str, themes: tuple[Theme, ...], label: EventLabel | None
) -> Callable[[Record, Reference], Iterator[Comparison]]:
    def compare(record: Record, reference: Reference) -> Iterator[Comparison]:
        del reference
        line_of = line_numbers(record.text)
        last = record.lines[-1].line
        for theme in _THEMES:
            said = any(tag.concept == theme and line_of(tag) == last for tag in record.themes)
            facts = (Fact(last, theme),)
            yield Comparison(f"theme, {theme}", name, facts if theme in themes else (), facts if said else ())
        yield from compare_events(name, record, [label] if label else [])

    return compare
