"""Charts and evidence as HTML: escaped, without scripts, styled by the classes of ``workbench.css`` alone."""

import re
from collections.abc import Mapping, Sequence
from html import escape
from importlib.resources import files
from itertools import chain
from pathlib import PurePath
from typing import TYPE_CHECKING, Final
from unicodedata import category

from workbench.chart.draw import mark_id
from workbench.chart.labels import counted, head_of, label_of, labelled_values, say
from workbench.frame import Language, Passage, passages
from workbench.store import Corpus

if TYPE_CHECKING:
    from workbench.chart.chart import Chart, Mark

#: How many passages one chart prints; the rest are counted in a line of their own.
MOST_PASSAGES: Final = 200
#: Where a picture has more than these, so many are printed with it: the explorer opens them all.
_OF_MANY: Final = 60
_LINK: Final = re.compile(r'<a xlink:href="#([^"]+)"[^>]*>(.*?)</a>', re.DOTALL)
#: "n = 61 articles", which shall not break after its n.
_BASE: Final = re.compile(r"^n = (\d+) ")
_UNBROKEN: Final = "n\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}\\1\N{NO-BREAK SPACE}"
_HEADS: Final = ("passage", "article", "where")


def stylesheet() -> str:
    """Return the styles of charts, evidence and ledgers."""
    return (files("workbench.chart") / "workbench.css").read_text(encoding="utf-8")


def visible(text: str) -> str:
    """Write control, format and bidirectional characters as ``⟨U+202E⟩``; they could hide or reorder words."""
    return "".join(f"⟨U+{ord(c):04X}⟩" if category(c) in {"Cc", "Cf", "Co", "Cs"} and c != "\n" else c for c in text)


def safe(text: str) -> str:
    """Escape `text` for HTML content and attributes, with hidden characters shown."""
    return escape(visible(text.replace("\t", " ").replace("\r", "")))


def article_name(passage: Passage) -> str:
    """Return what an article is called: its headline, or else its file."""
    return passage.headline or PurePath(passage.path).name


def published_words(value: str | None, basis: str | None, language: Language = "en") -> str:
    """Return a date with the word that says how it is known.

    Examples
    --------
    >>> published_words("2022-07-01T21:15+07:00", "stated"), published_words(None, None)
    ('2022-07-01 21:15 +07:00 (stated)', 'undated')
    """
    known = labelled_values("published_basis", language)
    if value is None:
        return known["undated"]
    spaced = re.sub(r"T(..:..)", r" \1 ", value).strip()
    return f"{spaced} ({known[basis or 'stated']})"


def chart_html(chart: "Chart", *, evidence: Sequence["Mark"] | None = None) -> str:
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


def _key_of(chart: "Chart", mark: "Mark") -> str:
    return f"{chart.key}-{mark_id(mark.label)}"


def _linked(svg: str, printed: Mapping[str, "Mark"]) -> str:
    """Return the picture in which the marks lead to their evidence, as far as it is printed."""

    def link(found: re.Match[str]) -> str:
        key, inside = found.groups()
        if key not in printed:
            return inside
        told = f"{printed[key].label}: {printed[key].n}"
        return f'<a xlink:href="#{key}" aria-label="{safe(told)}">{inside}</a>'

    return _LINK.sub(link, svg)


def numbers_html(chart: "Chart", printed: Mapping[str, "Mark"]) -> str:
    """Return the chart as a table, folded: each mark with its number, which leads to its evidence if it is printed."""
    if not chart.marks:
        return ""
    head = f'<th scope="col">{safe(chart.title)}</th><th scope="col">{safe(chart.unit)}</th>'
    rows = (
        f'<tr><td>{safe(mark.label)}</td><td class="wb-number">{_number(mark, _key_of(chart, mark), printed)}</td></tr>'
        for mark in chart.marks
    )
    told = say("table", chart.language, n=len(chart.marks))
    table = scrolling_table(chart.title, head, "".join(rows))
    return f'<details class="wb-table"><summary>{told}</summary>{table}</details>'


def _number(mark: "Mark", key: str, printed: Mapping[str, "Mark"]) -> str:
    told = f"{mark.label}: {mark.n}"
    return f'<a href="#{key}" aria-label="{safe(told)}">{mark.n}</a>' if key in printed else str(mark.n)


def _accuracy(chart: "Chart") -> str:
    return f'<p class="wb-source wb-accuracy">{safe(chart.accuracy)}</p>' if chart.accuracy else ""


def marks_html(marks: Sequence["Mark"], corpus: Corpus, language: Language, *, key: str) -> str:
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


def passages_table(
    shown: Sequence[Passage], language: Language, *, heads: Sequence[str] = (), cells: Sequence[Sequence[str]] = ()
) -> str:
    """Return one row for each passage: the words marked; article, publisher and date; file, line, role and rule.

    Parameters
    ----------
    shown, language
        The passages, and what the words around them are written in.
    heads, cells
        Further columns, put first: their headings, and for each passage its cells.
    """
    head = "".join(
        f'<th scope="col">{safe(word)}</th>' for word in (*heads, *(head_of(name, language) for name in _HEADS))
    )
    further = ["".join(map(_further_cell, heads, row)) for row in cells] or [""] * len(shown)
    rows = (f"<tr>{more}{_passage_cells(one, language)}</tr>" for more, one in zip(further, shown, strict=True))
    return scrolling_table(head_of("passage", language), head, "".join(rows))


def scrolling_table(label: str, head: str, body: str) -> str:
    """Return a table that scrolls sideways where it must, by keyboard too; `head` and `body` are HTML."""
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return f'<div class="wb-scroll" role="group" aria-label="{safe(label)}" tabindex="0">{table}</div>'


def _further_cell(head: str, cell: str) -> str:
    # Where a style sheet folds the row, its heading is out of sight and the cell must name itself.
    return f'<td data-head="{safe(head)}">{safe(cell)}</td>'


def _passage_cells(one: Passage, language: Language) -> str:
    words = f"{safe(one.before)}<mark>{safe(one.exact)}</mark>{safe(one.after)}"
    publisher = one.publisher or say("publisher-unknown", language)
    when = f"{publisher}, {published_words(one.published, one.basis, language)}"
    where = say("line", language, file=PurePath(one.path).name, n=one.line_number)
    role = label_of(one.role, labelled_values("role", language))
    return (
        f'<td lang="id" class="wb-passage">{words}</td>'
        f'<td class="wb-article"><cite lang="id">{safe(article_name(one))}</cite><br>{safe(when)}</td>'
        f'<td class="wb-where"><span title="{safe(one.path)}">{safe(where)}</span>'
        f"<br>{role}, <code>{safe(one.evidence.rule)}</code></td>"
    )
