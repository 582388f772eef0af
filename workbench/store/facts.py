"""What the index needs to know of a record, kept beside it so that the index can be made without reading texts."""

from collections.abc import Iterable
from datetime import date
from typing import Final

import msgspec

from workbench.record import Record

_DAY: Final = len("2023-04-06")
_MONTH: Final = len("2023-04")
_EPOCH: Final = date(1970, 1, 1).toordinal()


class Facts(msgspec.Struct, frozen=True, array_like=True):
    """A record's facets.

    Parameters
    ----------
    is_article
        Whether frames count it: an article, with at least one line.
    day
        Day of publication where the outlet is, in days since 1970-01-01 (of a month: its first); None if undated.
    publisher, language
        Keys, or None.
    agencies, actors, themes, instruments, cooperation
        Keys, each once, sorted.
    """

    is_article: bool
    day: int | None
    publisher: str | None
    language: str | None
    agencies: tuple[str, ...]
    actors: tuple[str, ...]
    themes: tuple[str, ...]
    instruments: tuple[str, ...]
    cooperation: tuple[str, ...]


def facts_of(record: Record) -> Facts:
    """Return the facets of `record`."""
    return Facts(
        is_article=record.is_article and bool(record.lines),
        day=_day(record),
        publisher=record.publisher.id if record.publisher else None,
        language=record.language,
        agencies=_each_once(credit.id for credit in record.agencies),
        actors=_each_once(mention.entity for mention in record.told_mentions),
        themes=_each_once(theme.concept for theme in record.themes),
        instruments=_each_once(act.instrument for act in record.sanctions if act.instrument),
        cooperation=_each_once(act.kind for act in record.military_cooperation),
    )


def _each_once(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(keys)))


def _day(record: Record) -> int | None:
    stated = record.date_published
    if stated is None:
        return None
    on = stated.value[:_DAY] if stated.precision != "month" else f"{stated.value[:_MONTH]}-01"
    return date.fromisoformat(on).toordinal() - _EPOCH
