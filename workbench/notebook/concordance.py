"""Keyword in context: each place where the articles hold the words that the filter asks for."""

import re
from collections.abc import Iterator
from typing import Final

from workbench.chart import safe, scrolling_table
from workbench.chart.labels import counted, head_of, say
from workbench.frame import Tables, own_lines, records_of, search_terms
from workbench.notebook.listing import MOST_LISTED, paragraphs, rest_of
from workbench.notebook.view import View
from workbench.record import Record
from workbench.shown import visible
from workbench.span import Span

#: Characters of context on each side.
_CONTEXT: Final = 60
_HEADS: Final = ("before", "keyword", "after", "where")


def concordance_view(tables: Tables) -> View:
    """Show each occurrence of the words of the free-text filter, with the words around it, one below the other."""
    language, terms = tables.language, search_terms(tables.selection.text)
    if not terms:
        return _said(say("no-query", language))
    wanted = re.compile("|".join(sorted(map(re.escape, terms), key=len, reverse=True)), re.IGNORECASE)
    records = records_of(tables.corpus, tables.articles["article_id"])
    hits = [hit for record in records for hit in _hits(record, wanted)]
    cells = [_cells(record, span, line, tables) for record, line, span in hits[:MOST_LISTED]]
    notes = [counted(len(hits), "hits", language), *rest_of(len(hits), language)]
    plain = visible("\n".join([" | ".join(row) for row in cells] + notes))
    head = "".join(f'<th scope="col">{safe(head_of(name, language))}</th>' for name in _HEADS)
    return View(
        plain, scrolling_table(head_of("keyword", language), head, "".join(map(_row, cells))) + paragraphs(notes)
    )


def _hits(record: Record, wanted: re.Pattern[str]) -> Iterator[tuple[Record, Span, Span]]:
    for line in own_lines(record):
        for found in wanted.finditer(record.text, line.start, line.end):
            yield record, line, Span(*found.span())


def _cells(record: Record, span: Span, line: Span, tables: Tables) -> tuple[str, str, str, str]:
    before = record.text[max(line.start, span.start - _CONTEXT) : span.start]
    after = record.text[span.end : min(line.end, span.end + _CONTEXT)]
    number = record.text.count("\n", 0, span.start) + 1
    where = say("line", tables.language, file=record.path.rpartition("/")[2], n=number)
    return " ".join(before.split()), span.of(record.text), " ".join(after.split()), where


def _row(cells: tuple[str, str, str, str]) -> str:
    before, keyword, after, where = map(safe, cells)
    return (
        f'<tr><td lang="id" class="wb-before">{before}</td><td lang="id"><mark>{keyword}</mark></td>'
        f'<td lang="id">{after}</td><td class="wb-where">{where}</td></tr>'
    )


def _said(words: str) -> View:
    return View(words, f'<p class="wb-nothing">{safe(words)}</p>')
