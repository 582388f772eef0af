"""What people read: titles, headings and labels, in English or Indonesian, from one catalogue."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

import msgspec
import pandas as pd

from workbench.codebook.schema import Label
from workbench.frame import Language, Tables
from workbench.measure import NO_OFFICE, OWN_WORDS, UNSTATED
from workbench.record import ROLE

#: Columns that hold keys of actors, and columns that hold their names.
_ACTORS = ("entity", "other_entity", "authority", "recipient", "actors", "place")
_NAMES = ("speaker", "speakers", "name")
_AS_THEY_ARE = (*_NAMES, "publisher", "agency", "origin", "period")
_STANDING = {UNSTATED: "unstated", OWN_WORDS: "own-words", NO_OFFICE: "no-office"}


class Counted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is counted: for one, and for many."""

    en: tuple[str, str]
    id: tuple[str, str]


class Catalogue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``labels.yaml``: titles of charts, counted things, phrases, headings, and fixed values by column."""

    titles: Mapping[str, Label]
    units: Mapping[str, Counted]
    words: Mapping[str, Label]
    heads: Mapping[str, Label]
    fixed: Mapping[str, Mapping[str, Label]]


@cache
def catalogue() -> Catalogue:
    """Return the catalogue, read once."""
    return msgspec.yaml.decode((files("workbench.chart") / "labels.yaml").read_bytes(), type=Catalogue)


def say(key: str, language: Language, **cells: object) -> str:
    """Return the phrase `key` with `cells` in it."""
    phrase: str = getattr(catalogue().words[key], language)
    return phrase.format(**cells)


def head_of(column: str, language: Language) -> str:
    """Return the heading of a column: the catalogue's, or else the column's name."""
    known = catalogue().heads.get(column)
    return getattr(known, language) if known else column.replace("_", " ")


def many(unit: str, language: Language) -> str:
    """Return what several of a unit are called.

    Examples
    --------
    >>> many("stories", "en"), many("stories", "id")
    ('stories', 'cerita')
    """
    forms: tuple[str, str] = getattr(catalogue().units[unit], language)
    return forms[1]


def counted(n: int, unit: str, language: Language) -> str:
    """Return a number with its unit.

    Examples
    --------
    >>> counted(1, "articles", "en"), counted(2, "articles", "en")
    ('1 article', '2 articles')
    """
    forms: tuple[str, str] = getattr(catalogue().units[unit], language)
    return f"{n} {forms[n != 1]}"


def labelled_values(column: str, language: Language) -> dict[str, str]:
    """Return what people read for the fixed values of a column."""
    return {key: getattr(label, language) for key, label in catalogue().fixed.get(column, {}).items()}


def labels_of(column: str, tables: Tables) -> dict[str, str]:
    """Return the label of every key that `column` may hold and that the codebook or the catalogue labels."""
    language, codebook = tables.language, tables.corpus.codebook
    known = labelled_values(column, language)
    known |= {key: getattr(label, language) for key, label in codebook.events.labels.get(column, {}).items()}  # type: ignore[call-overload]
    if column in _ACTORS:
        known |= {actor.id: getattr(actor.label, language) if actor.label else actor.name for actor in codebook.actors}
    elif column in _NAMES:
        known |= {actor.name: getattr(actor.label, language) for actor in codebook.actors if actor.label}
        named = {name for names in tables.quotes["speakers"] for name in names}
        known |= {name: speaker_label(name, language) for name in named if name.startswith(ROLE)}
    elif column == "concept":
        known |= {concept.id: getattr(concept.pref_label, language) for concept in codebook.events.themes}
    elif column == "equipment":
        known |= {kind.id: getattr(kind.label, language) for kind in codebook.events.equipment}
    return known | {mark: say(key, language) for mark, key in _STANDING.items()}


def speaker_label(name: str, language: Language) -> str:
    """Return what people read for a speaker; of one without a name what the page gives, and that it gives no name.

    Examples
    --------
    >>> speaker_label("role: analis", "en"), speaker_label("Rina Sari", "en")
    ('analis (not named)', 'Rina Sari')
    """
    role = name.removeprefix(ROLE)
    return name if role == name else say("by-role", language, role=role)


def label_of(key: str, labels: Mapping[str, str]) -> str:
    """Return what people read for a key: its label, or else the key with its hyphens as spaces."""
    return labels.get(key) or key.replace("-", " ")


def labelled(keys: Iterable[str], column: str, tables: Tables) -> list[str]:
    """Return the label of each key of `column`, the key itself where there is none."""
    known = labels_of(column, tables)
    return [known.get(key, key) for key in keys]


def with_labels(counts: pd.DataFrame, columns: tuple[str, ...], tables: Tables) -> pd.DataFrame:
    """Return `counts` with labels in place of keys."""
    told = {}
    for name in columns:
        known, is_free = labels_of(name, tables), name in _AS_THEY_ARE
        told[name] = [known.get(str(key), str(key)) if is_free else label_of(str(key), known) for key in counts[name]]
    return counts.assign(**{name: pd.Series(words, index=counts.index, dtype="str") for name, words in told.items()})
