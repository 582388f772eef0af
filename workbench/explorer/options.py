"""What the maker of a payload may choose."""

from collections.abc import Mapping
from typing import Final, Literal

import msgspec

from workbench.codebook.schema import Label
from workbench.measure.accuracy import Tag, accuracy_of
from workbench.store import Corpus
from workbench.store.joined import story_ids


class Accuracy(msgspec.Struct, frozen=True, kw_only=True):
    """How well one kind of tag was found in the published evaluation.

    Parameters
    ----------
    tag
        ``mentions``, ``quotes``, ``chains``, ``agencies``, ``themes``, ``sanctions``, ``cooperation``,
        ``commitments``, ``dates``, ``event_dates``, ``times`` or ``datelines``.
    measure, source
        What was compared, and on which pages.
    precision, recall
        0 to 1.
    n
        How many annotations they rest on.
    """

    tag: str
    measure: str
    source: str
    precision: float
    recall: float
    n: int


#: The tags of the published evaluation that each kind of tag here rests on.
_PUBLISHED: Final[Mapping[str, tuple[Tag, ...]]] = {
    "mentions": ("mentions",),
    "quotes": ("quotations", "speakers"),
    "chains": ("speakers",),
    "agencies": ("agencies",),
    "themes": ("themes",),
    "sanctions": ("sanctions",),
    "cooperation": ("cooperation",),
    "dates": ("dates",),
    "datelines": ("datelines",),
    "times": ("times",),
}


def published_scores() -> tuple[Accuracy, ...]:
    """Return the figures of the published evaluation."""
    return tuple(
        Accuracy(
            tag=tag,
            measure=score.measure,
            source=score.set,
            precision=score.precision,
            recall=score.recall,
            n=score.expected,
        )
        for tag, published in _PUBLISHED.items()
        for one in published
        for score in accuracy_of(one)[0]
    )


class PayloadOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What goes into a payload besides the records.

    Parameters
    ----------
    stories
        Story of each article, id to id; articles with the same story tell one event. One that is missing is a
        story of its own. None for the stories that are found in the corpus.
    quotation_limit
        The most characters that are quoted of one sentence; None for no limit.
    sentences
        ``all`` the sentences of an article, so that a search reads what the reader of the page read, or only those
        that are ``evidence`` for something.
    accuracy
        Shown beside the charts that use the tag; None for the published evaluation.
    methods
        How the figures came about; None for a paragraph made from the corpus.
    """

    stories: Mapping[str, str] | None = None
    quotation_limit: int | None = None
    sentences: Literal["all", "evidence"] = "all"
    accuracy: tuple[Accuracy, ...] | None = None
    methods: Label | None = None


def stories_of(corpus: Corpus, options: PayloadOptions) -> Mapping[str, str]:
    """Return the story of each article that shares one: those of `options`, or those found in `corpus`."""
    return story_ids(corpus) if options.stories is None else options.stories
