"""How often each tag is right, as last measured on annotated pages (``accuracy.yaml``)."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Final, Literal

import msgspec

Tag = Literal[
    "mentions",
    "quotations",
    "speakers",
    "agencies",
    "dates",
    "datelines",
    "lines",
    "themes",
    "sanctions",
    "cooperation",
    "times",
]

#: The measures of ``workbench evaluate`` that tell how good a tag is.
MEASURES: Final[Mapping[Tag, tuple[str, ...]]] = {
    "mentions": ("actors of the codebook", "people", "countries"),
    "quotations": ("direct quotes", "indirect quotes, line"),
    "speakers": ("speakers of those found", "indirect quotes, line and speaker"),
    "agencies": ("agencies credited",),
    "dates": ("date stated", "date inferred"),
    "datelines": ("dateline",),
    "lines": ("line roles",),
    "themes": ("theme lines, sanctions", "theme lines, military-cooperation"),
    "sanctions": ("theme lines, sanctions",),
    "cooperation": ("theme lines, military-cooperation",),
    "times": ("time expressions", "value of those found"),
}


class MeasureScore(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Facts in the gold, in the records, and in both."""

    expected: int
    found: int
    right: int


class SetAccuracy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One set of annotated pages and what was measured on it."""

    name: str
    pages: int
    measures: Mapping[str, MeasureScore]


class Accuracy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``accuracy.yaml``: the day of the evaluation, the codebook that tagged, and the sets."""

    measured_on: str
    codebook: str
    sets: tuple[SetAccuracy, ...]


class TagScore(msgspec.Struct, frozen=True):
    """How good a tag is by one measure of one set."""

    measure: str
    set: str
    pages: int
    expected: int
    precision: float
    recall: float


class MeasureRange(msgspec.Struct, frozen=True):
    """How good a tag is by one measure, over all sets that measured it: the lowest and the highest, and their sums."""

    measure: str
    precision: tuple[float, float]
    recall: tuple[float, float]
    sets: int
    pages: int
    expected: int


@cache
def published_accuracy() -> Accuracy:
    """Return the published evaluation, read once."""
    return msgspec.yaml.decode((files("workbench.measure") / "accuracy.yaml").read_bytes(), type=Accuracy)


def accuracy_of(tag: Tag) -> tuple[tuple[TagScore, ...], str]:
    """Return the scores of `tag` on every set that measured it, and the day of the evaluation."""
    published = published_accuracy()
    scores = [
        TagScore(name, one.name, one.pages, score.expected, score.right / score.found, score.right / score.expected)
        for name in MEASURES[tag]
        for one in published.sets
        if (score := one.measures.get(name)) and score.expected and score.found
    ]
    return tuple(scores), published.measured_on


def accuracy_ranges(tag: Tag) -> tuple[tuple[MeasureRange, ...], str]:
    """Return from where to where the scores of `tag` lie, measure by measure, and the day of the evaluation."""
    scores, day = accuracy_of(tag)
    by_measure = {name: [score for score in scores if score.measure == name] for name in MEASURES[tag]}
    return tuple(_range_of(name, found) for name, found in by_measure.items() if found), day


def _range_of(measure: str, scores: Sequence[TagScore]) -> MeasureRange:
    precision, recall = [score.precision for score in scores], [score.recall for score in scores]
    return MeasureRange(
        measure=measure,
        precision=(min(precision), max(precision)),
        recall=(min(recall), max(recall)),
        sets=len(scores),
        pages=sum(score.pages for score in scores),
        expected=sum(score.expected for score in scores),
    )
