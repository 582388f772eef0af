"""A chart as a value: its picture, what it shows in words and figures, the evidence behind each mark; and as HTML."""

import re
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Final

import msgspec

from workbench.chart.draw import mark_id
from workbench.chart.html import folded_table, passages_table, safe, scrolling_table
from workbench.chart.labels import counted, say
from workbench.frame import Evidence, Language, passages
from workbench.store import Corpus

#: How many passages one chart prints; the rest are counted in a line of their own.
MOST_PASSAGES: Final = 200
#: Where a picture has more than these, so many are printed with it: the explorer opens them all.
_OF_MANY: Final = 60
_LINK: Final = re.compile(r'<a xlink:href="#([^"]+)"[^>]*>(.*?)</a>', re.DOTALL)
#: "n = 61 articles", which shall not break after its n.
_BASE: Final = re.compile(r"^n = (\d+) ")
_UNBROKEN: Final = "n\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}\\1\N{NO-BREAK SPACE}"


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


def chart_html(chart: Chart, *, evidence: Sequence[Mark] | None = None) -> str:
    """Return the chart as a ``<figure>``: picture, caption with n, accuracy and source, and the evidence of marks.

    `evidence` are the marks whose sentences are printed, by default all of them.
    """
    marks = chart.marks if evidence is None else evidence
    opened = marks_html(marks, chart.corpus, chart.language, key=chart.key)
    printed = {key: mark for mark in chart.marks if f'id="{(key := _key_of(chart, mark))}"' in opened}
    # Parts of an image cannot be reached one by one, so a picture with links is a group.
    head = f'<svg role="{"group" if printed else "img"}" aria-label="{safe(chart.alt)}"'
    picture = _linked(chart.svg, printed).replace("<svg", head, 1)
    return (
        f'<figure class="wb-chart"><figcaption class="wb-title">{safe(chart.title)}'
        f' <span class="wb-base">{safe(_BASE.sub(_UNBROKEN, chart.base))}</span></figcaption>'
        f'<div class="wb-picture" role="group" aria-label="{safe(chart.title)}" tabindex="0">{picture}</div>'
        f'{_accuracy(chart)}<p class="wb-source">{safe(chart.source)}</p>'
        f"{numbers_html(chart, printed)}{opened}</figure>"
    )


def _key_of(chart: Chart, mark: "Mark") -> str:
    return f"{chart.key}-{mark_id(mark.label)}"


def _linked(svg: str, printed: Mapping[str, Mark]) -> str:
    """Return the picture in which the marks lead to their evidence, as far as it is printed."""

    def link(found: re.Match[str]) -> str:
        key, inside = found.groups()
        if key not in printed:
            return inside
        told = f"{printed[key].label}: {printed[key].n}"
        return f'<a xlink:href="#{key}" aria-label="{safe(told)}">{inside}</a>'

    return _LINK.sub(link, svg)


def numbers_html(chart: Chart, printed: Mapping[str, Mark]) -> str:
    """Return the chart as a table, folded: each mark with its number, which leads to its evidence if it is printed."""
    if not chart.marks:
        return ""
    head = f'<th scope="col">{safe(chart.title)}</th><th scope="col">{safe(chart.unit)}</th>'
    rows = (
        f'<tr><td>{safe(mark.label)}</td><td class="wb-number">{_number(mark, _key_of(chart, mark), printed)}</td></tr>'
        for mark in chart.marks
    )
    table = scrolling_table(chart.title, head, "".join(rows))
    return folded_table(table, len(chart.marks), chart.language)


def _number(mark: "Mark", key: str, printed: Mapping[str, Mark]) -> str:
    told = f"{mark.label}: {mark.n}"
    return f'<a href="#{key}" aria-label="{safe(told)}">{mark.n}</a>' if key in printed else str(mark.n)


def _accuracy(chart: Chart) -> str:
    return f'<p class="wb-source wb-accuracy">{safe(chart.accuracy)}</p>' if chart.accuracy else ""


def marks_html(marks: Sequence[Mark], corpus: Corpus, language: Language, *, key: str) -> str:
    """Return the evidence of all marks, folded; each mark with its number, and as many rows.

    `key` is that of the chart, and begins the ids of the headings.
    """
    if not marks:
        return ""
    total = sum(mark.n for mark in marks)
    most_of_all = total if total <= MOST_PASSAGES else _OF_MANY
    room = [max(0, most_of_all - sum(mark.n for mark in marks[:rank])) for rank in range(len(marks))]
    shown = [mark.evidence[:most] for mark, most in zip(marks, room, strict=True)]
    opened = iter(passages(corpus, chain.from_iterable(shown)))
    parts = [
        f'<h3 id="{key}-{mark_id(mark.label)}">{safe(mark.label)}: {mark.n}</h3>'
        f"{passages_table([next(opened) for _ in evidence], language)}"
        for mark, evidence in zip(marks, shown, strict=True)
        if evidence
    ]
    rest = f"<p>{say('not-printed', language, n=total - most_of_all)}</p>" if total > most_of_all else ""
    told = say("evidence", language, passages=counted(total, "passages", language))
    return f'<details class="wb-evidence"><summary>{told}</summary>{"".join(parts)}{rest}</details>'
