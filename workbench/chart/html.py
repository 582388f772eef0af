"""Evidence as HTML: escaped, without scripts, styled by the classes of ``workbench.css`` alone."""

import re
from collections.abc import Sequence
from html import escape
from importlib.resources import files
from pathlib import PurePath
from typing import Final

from workbench.chart.labels import head_of, label_of, labelled_values, say
from workbench.frame import Language, Passage
from workbench.shown import visible

_HEADS: Final = ("passage", "article", "where")


def stylesheet() -> str:
    """Return the styles of charts, evidence and ledgers."""
    return (files("workbench.chart") / "workbench.css").read_text(encoding="utf-8")


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


def folded_table(table: str, n_rows: int, language: Language) -> str:
    """Return a table of `n_rows` folded under a line that says how many they are."""
    return f'<details class="wb-table"><summary>{say("table", language, n=n_rows)}</summary>{table}</details>'


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
