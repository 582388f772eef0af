"""Words that repeat, kept once: columns of a payload hold their numbers."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

import msgspec

from workbench.chart.labels import speaker_label
from workbench.codebook import Codebook
from workbench.codebook.schema import Label

_EPOCH: Final = date(1970, 1, 1).toordinal()


class Terms(msgspec.Struct, frozen=True):
    """Keys with what people read for them in English and Indonesian, and what sort they are; all parallel."""

    key: tuple[str, ...]
    en: tuple[str, ...]
    id: tuple[str, ...]
    kind: tuple[str, ...]


class Office(msgspec.Struct, frozen=True):
    """An office of an actor; days since 1970-01-01, both included, None for unknown or not ended."""

    entity: int
    title: Label
    start: int | None
    end: int | None


class Numbers:
    """Gives each word a number, in the order in which the words come."""

    def __init__(self) -> None:
        self.of: dict[str, int] = {}

    def number(self, word: str | None) -> int:
        """Return the number of `word`; -1 for None."""
        return -1 if word is None else self.of.setdefault(word, len(self.of))

    def numbers(self, words: tuple[str, ...]) -> tuple[int, ...]:
        """Return the number of each of `words`, each once."""
        return tuple(dict.fromkeys(self.of.setdefault(word, len(self.of)) for word in words))


def make_terms(numbers: Numbers, labels: Mapping[str, Label], kinds: Mapping[str, str]) -> Terms:
    """Return the words of `numbers` with their labels; a key without one is read with blanks for hyphens."""
    keys = tuple(numbers.of)
    known = [labels.get(key) or Label(key.replace("-", " "), key.replace("-", " ")) for key in keys]
    return Terms(
        keys, tuple(one.en for one in known), tuple(one.id for one in known), tuple(kinds.get(key, "") for key in keys)
    )


def same_labels(names: Mapping[str, str]) -> dict[str, Label]:
    """Return names that read the same in both languages as labels."""
    return {key: Label(name, name) for key, name in names.items()}


def speaker_labels(speakers: Iterable[str]) -> dict[str, Label]:
    """Return the label of each speaker."""
    return {one: Label(en=speaker_label(one, "en"), id=speaker_label(one, "id")) for one in speakers}


def actor_labels(codebook: Codebook) -> dict[str, Label]:
    """Return the label of each actor."""
    return {actor.id: actor.label or Label(actor.name, actor.name) for actor in codebook.actors}


def town_labels(codebook: Codebook) -> dict[str, Label]:
    """Return the label of each place that a dateline can name."""
    named = {one.id: one.label or Label(one.names[0], one.names[0]) for one in codebook.locations if one.names}
    return named | actor_labels(codebook)


def concept_labels(codebook: Codebook) -> dict[str, Label]:
    """Return the label of each theme."""
    return {concept.id: concept.pref_label for concept in codebook.events.themes}


def equipment_labels(codebook: Codebook) -> dict[str, Label]:
    """Return the label of each weapon and exercise."""
    return {kind.id: kind.label for kind in codebook.events.equipment}


def actor_types(codebook: Codebook) -> dict[str, str]:
    """Return the type of each actor."""
    return {actor.id: actor.type for actor in codebook.actors}


def offices_of(codebook: Codebook, numbers: Numbers) -> tuple[Office, ...]:
    """Return the offices of the actors that have a number."""
    return tuple(
        Office(numbers.of[actor.id], term.title, day_number(term.start), day_number(term.end))
        for actor in codebook.actors
        if actor.id in numbers.of
        for term in actor.roles
    )


def day_number(value: date | None) -> int | None:
    """Return days since 1970-01-01.

    Examples
    --------
    >>> day_number(date(1970, 1, 2))
    1
    """
    return None if value is None else value.toordinal() - _EPOCH
