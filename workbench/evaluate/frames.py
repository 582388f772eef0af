"""Comparing events, field by field, with gold that labels who, whom, by what, how far and in which mood."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import msgspec

from workbench.evaluate.facts import NOTHING, Comparison, Fact
from workbench.evaluate.views import line_numbers
from workbench.record import MilitaryCooperation, Record, Sanction

Event = Sanction | MilitaryCooperation
#: What a labelled field holds; None or an empty list where the text does not say.
Value = str | tuple[str, ...] | None

FIELDS = ("authority", "recipient", "instrument", "kind", "actors", "equipment", "place", "status", "modality")
#: What stands in the place of a field where no event was found.
_NO_EVENT = "no event"


class EventLabel(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An event, by its line; a field that is left out is not compared.

    Parameters
    ----------
    line
        0-based line that it stands on.
    theme
        Which kind of event.
    authority, recipient, instrument
        Of sanctions: ids of actors, and the instrument, in the codebook's terms.
    kind, actors, equipment, place
        Of military cooperation, likewise.
    status, modality
        Of both.
    """

    line: int
    theme: Literal["sanctions", "military-cooperation"]
    authority: tuple[str, ...] | msgspec.UnsetType = msgspec.UNSET
    recipient: tuple[str, ...] | msgspec.UnsetType = msgspec.UNSET
    instrument: str | msgspec.UnsetType | None = msgspec.UNSET
    kind: str | msgspec.UnsetType = msgspec.UNSET
    actors: tuple[str, ...] | msgspec.UnsetType = msgspec.UNSET
    equipment: tuple[str, ...] | msgspec.UnsetType = msgspec.UNSET
    place: str | msgspec.UnsetType | None = msgspec.UNSET
    status: str | msgspec.UnsetType | None = msgspec.UNSET
    modality: str | msgspec.UnsetType = msgspec.UNSET

    def labelled(self) -> dict[str, Value]:
        """Return the fields that are labelled."""
        named = {field: getattr(self, field) for field in FIELDS}
        return {field: value for field, value in named.items() if value is not msgspec.UNSET}


def compare_events(page: str, record: Record, labels: Iterable[EventLabel]) -> Iterator[Comparison]:
    """Compare each labelled field with the event of its line that agrees with most of them."""
    line_of = line_numbers(record.text)
    for label in labels:
        events: Sequence[Event] = record.sanctions if label.theme == "sanctions" else record.military_cooperation
        wanted = label.labelled()
        there = [_fields(event, wanted) for event in events if line_of(event) == label.line]
        found = max(there, key=lambda fields: _n_agreeing(fields, wanted), default=dict.fromkeys(wanted, _NO_EVENT))
        for field, value in wanted.items():
            yield Comparison(
                f"{label.theme}, {field}",
                page,
                (Fact(label.line, _told(value)),),
                (Fact(label.line, _told(found[field])),),
            )


def _fields(event: Event, wanted: Iterable[str]) -> dict[str, Value]:
    return {field: getattr(event, field, None) for field in wanted}


def _n_agreeing(found: dict[str, Value], wanted: dict[str, Value]) -> int:
    return sum(_told(found[field]) == _told(value) for field, value in wanted.items())


def _told(value: Value) -> str:
    """Return a value as a fact says it; the order of actors says nothing."""
    listed = value if isinstance(value, tuple) else (value,) if value else ()
    return ", ".join(sorted(listed)) or NOTHING
