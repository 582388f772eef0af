"""What the maker of a payload may choose."""

from collections.abc import Mapping
from typing import Literal

import msgspec

from workbench.codebook.schema import Label


class Accuracy(msgspec.Struct, frozen=True, kw_only=True):
    """How well one kind of tag was found in the published evaluation.

    Parameters
    ----------
    tag
        ``mentions``, ``quotes``, ``chains``, ``agencies``, ``themes``, ``sanctions``, ``cooperation``,
        ``commitments``, ``dates`` or ``event_dates``.
    precision, recall
        0 to 1.
    n
        How many annotations they rest on.
    source
        What was annotated, in a few words.
    """

    tag: str
    precision: float
    recall: float
    n: int
    source: str = ""


class PayloadOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What goes into a payload besides the records.

    Parameters
    ----------
    stories
        Story of each article, id to id; articles with the same story are near copies. One that is missing is a
        story of its own.
    quotation_limit
        The most characters that are quoted of one sentence; None for no limit.
    sentences
        ``all`` the sentences of an article, so that a search reads what the reader of the page read, or only those
        that are ``evidence`` for something.
    accuracy
        Shown beside the charts that use the tag.
    methods
        How the figures came about; None for a paragraph made from the corpus.
    """

    stories: Mapping[str, str] = {}
    quotation_limit: int | None = None
    sentences: Literal["all", "evidence"] = "all"
    accuracy: tuple[Accuracy, ...] = ()
    methods: Label | None = None
