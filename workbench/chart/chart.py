"""A chart as a value: its picture, what it shows in words and figures, and the evidence behind each mark."""

from collections.abc import Sequence

import msgspec

from workbench.chart.html import chart_html
from workbench.frame import Evidence, Language
from workbench.store import Corpus


class Mark(msgspec.Struct, frozen=True):
    """One bar, cell or point.

    Parameters
    ----------
    label
        What it stands for.
    n
        Its number; there are as many pieces of evidence.
    evidence
        The spans that were counted.
    """

    label: str
    n: int
    evidence: Sequence[Evidence]


class Chart(msgspec.Struct, frozen=True, kw_only=True):
    """A chart that a notebook or a report can show.

    Parameters
    ----------
    key
        Short stable name, unique in a notebook; prefixes the ids inside the picture.
    title, unit
        What is shown, and what is counted.
    base
        What the numbers are out of, with n.
    source
        Inputs and codebook.
    accuracy
        How often the tags that were counted are right, as measured; None for what needs no tag.
    language
        What the words around it are written in.
    alt
        What the chart says, for those who cannot see it.
    svg
        The picture; the same bytes for the same input.
    figures
        Title, labels and numbers as read back from what was drawn.
    marks
        In reading order.
    corpus
        Where the evidence of the marks is opened.
    """

    key: str
    title: str
    unit: str
    base: str
    source: str
    accuracy: str | None
    language: Language
    alt: str
    svg: str
    figures: str
    marks: tuple[Mark, ...]
    corpus: Corpus

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return {"text/plain": self.figures, "text/html": chart_html(self)}
