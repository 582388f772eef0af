"""The ledger of a page: every line with its number, its role and the rule that decided, evidence marked in it."""

from collections.abc import Iterable
from pathlib import PurePath
from typing import Final

from workbench.article import ARTICLE_ZONE
from workbench.chart import safe, scrolling_table
from workbench.chart.labels import head_of, label_of, labelled_values
from workbench.frame import Evidence, Language
from workbench.record import Record
from workbench.span import Span

_HEADS: Final = ("line_number", "role", "reason", "text")


def ledger_html(record: Record, language: Language, evidence: Iterable[Evidence] = ()) -> str:
    """Return the page's lines as a table; spans of `evidence` that lie in this article are marked."""
    spans = sorted({(one.start, one.end) for one in evidence if one.article_id == record.id})
    head = "".join(f'<th scope="col">{head_of(name, language)}</th>' for name in _HEADS)
    roles = labelled_values("role", language)
    rows = "".join(
        f'<tr class="{"wb-line-own" if line.role in ARTICLE_ZONE else "wb-line-aside"}">'
        f'<td class="wb-number">{line.line + 1}</td><td>{label_of(line.role, roles)}</td>'
        f"<td><code>{safe(line.reason)}</code></td>"
        f'<td lang="id" class="wb-line">{_marked(record.text, line, spans)}</td></tr>'
        for line in record.lines
    )
    name = PurePath(record.path).name
    return f"<h3>{safe(name)}</h3>{scrolling_table(f'Lines of {name}', head, rows)}"


def _marked(text: str, line: Span, spans: list[tuple[int, int]]) -> str:
    """Cut the marks in Python: offsets count code points, where a browser counts UTF-16 units."""
    parts, at = [], line.start
    for start, end in spans:
        start, end = max(start, at), min(end, line.end)  # noqa: PLW2901 -- clipped to what is left of the line
        if start < end:
            parts.append(f"{safe(text[at:start])}<mark>{safe(text[start:end])}</mark>")
            at = end
    return "".join(parts) + safe(text[at : line.end])
