"""What stands around a chart: title, n, source, and the words for those who cannot see it."""

from collections.abc import Mapping, Sequence
from typing import Final

import msgspec
import pandas as pd

from workbench.codebook import Codebook
from workbench.frame import Tables

#: Columns that hold keys of actors.
_ACTORS: Final = ("entity", "authority", "recipient", "actors", "place")
#: How many marks the alternative text names before it sums up the rest.
_NAMED: Final = 8


class Words(msgspec.Struct, frozen=True):
    """What a chart says about itself; see `Chart`. `base` is what the numbers are out of."""

    key: str
    title: str
    unit: str
    base: str


def n_articles(tables: Tables) -> str:
    """Return how many articles a chart rests on."""
    return counted(len(tables.articles), "article")


def counted(n: int, word: str) -> str:
    """Return ``n = 1 article``, ``n = 2 articles``."""
    return f"n = {n} {word}" if n == 1 else f"n = {n} {word}s"


def source_line(tables: Tables) -> str:
    """Return what was read and the codebook that tagged it."""
    stamp, read = tables.corpus.stamp, len(tables.corpus.inputs)
    pages = "page" if read == 1 else "pages"
    short = stamp.hash.removeprefix("sha256:")[:8]
    return f"Source: {read} {pages} read; codebook {stamp.name} {stamp.version} ({short})."


def alt_text(words: Words, told: Sequence[tuple[str, str]]) -> str:
    """Say in a sentence what a chart shows: `told` are its marks and their numbers, in reading order."""
    if not told:
        return f"{words.title}: nothing found; {words.base}."
    named = "; ".join(f"{label}: {number}" for label, number in told[:_NAMED])
    more = f"; and {len(told) - _NAMED} more" if len(told) > _NAMED else ""
    return f"{words.title}, in {words.unit}. {named}{more}. {words.base}."


def labels_of(column: str, codebook: Codebook) -> dict[str, str]:
    """Return the English label of every key that `column` may hold and the codebook labels."""
    if column in _ACTORS:
        return {actor.id: actor.label.en if actor.label else actor.name for actor in codebook.actors}
    if column == "concept":
        return {concept.id: concept.pref_label.en for concept in codebook.events.themes}
    if column == "equipment":
        return {kind.id: kind.label.en for kind in codebook.events.equipment}
    return {}


def label_of(key: str, labels: Mapping[str, str]) -> str:
    """Return what people read for a key: its label, or else the key with its hyphens as spaces."""
    return labels.get(key) or key.replace("-", " ")


def with_labels(counts: pd.DataFrame, columns: Sequence[str], codebook: Codebook) -> pd.DataFrame:
    """Return `counts` with labels in place of keys."""
    known = {name: labels_of(name, codebook) for name in columns}
    told = {name: [label_of(str(key), labels) for key in counts[name]] for name, labels in known.items()}
    return counts.assign(**{name: pd.Series(words, index=counts.index, dtype="str") for name, words in told.items()})
