"""Lists of what was found, one row each, with the sentence and where it stands."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any, Final

import pandas as pd

from workbench.chart import folded_table, passages_table, safe
from workbench.chart.labels import head_of, label_of, labels_of, say
from workbench.frame import Language, Passage, Tables, evidence_of, passages, records_of
from workbench.notebook.view import View
from workbench.shown import visible

#: Rows of a list; the rest are counted beneath it.
MOST_LISTED: Final = 200
#: A longer list is folded: it would stand between the reader and what comes after it.
_MOST_OPEN: Final = 20
_QUOTES: Final = ("speakers", "quote_kind")
_SANCTIONS: Final = ("authority", "recipient", "instrument", "status", "modality", "is_background")
_COOPERATION: Final = ("cooperation_kind", "actors", "equipment", "place", "modality", "is_background")
_COMMITMENTS: Final = ("commitment_state", "actors", "modality", "is_background")
#: Columns that hold words of the page or names, shown as they are.
_AS_PRINTED: Final = ("speakers", "hops", "message")


def quotation_list(tables: Tables) -> View:
    """List every quotation with its speaker."""
    return list_rows(tables, tables.quotes, _QUOTES)


def sanction_list(tables: Tables) -> View:
    """List every statement on sanctions with authority, recipient, instrument, status and modality."""
    return list_rows(tables, tables.sanctions, _SANCTIONS)


def cooperation_list(tables: Tables) -> View:
    """List every statement on military cooperation with kind, actors, equipment, place and modality."""
    return list_rows(tables, tables.cooperation, _COOPERATION)


def commitment_list(tables: Tables) -> View:
    """List every sentence in which actors bind themselves, with the state of their word."""
    return list_rows(tables, tables.commitments, _COMMITMENTS)


def notice_list(tables: Tables) -> View:
    """List what a reader should know of the pages, with the words that show it."""
    return list_rows(tables, tables.notices, ("notice",))


def route_list(tables: Tables) -> View:
    """List every quotation with its speaker and each step of its way, and the words that say so."""
    quoted = tables.hops["article_id"].unique()
    texts = {record.id: record.text for record in records_of(tables.corpus, quoted)}
    steps: dict[tuple[str, int], list[str]] = {}
    columns = ("article_id", "quote_number", "start", "end", "provider", "hop_relation")
    for key, number, start, end, provider, relation in tables.hops[list(columns)].itertuples(index=False, name=None):
        printed = " ".join(texts[key][start:end].split())
        steps.setdefault((key, number), []).append(f"{provider} ({relation}: “{printed}”)")
    keys = zip(tables.quotes["article_id"], tables.quotes["quote_number"], strict=True)
    told = [" > ".join(steps.get(key, ())) or None for key in keys]
    quotes = tables.quotes.assign(hops=pd.Series(told, index=tables.quotes.index, dtype="str"))
    return list_rows(tables, quotes, ("speakers", "hops"))


def list_rows(tables: Tables, frame: pd.DataFrame, columns: Sequence[str]) -> View:
    """List the rows of `frame`, with what `columns` hold and the sentence of each; repeated paragraphs once."""
    language = tables.language
    kept = frame[~frame["is_repeated"]]
    told = kept.head(MOST_LISTED)
    found = passages(tables.corpus, evidence_of(told))
    if not found:
        nothing = say("nothing", language)
        return View(nothing, f'<p class="wb-nothing">{safe(nothing)}</p>')
    labels = [labels_of(name, tables) | {"": name if name in _AS_PRINTED else ""} for name in columns]
    rows = told[list(columns)].itertuples(index=False, name=None)
    cells = [[_words(value, known, language) for value, known in zip(row, labels, strict=True)] for row in rows]
    plain = [plain_row(row, one, language) for row, one in zip(cells, found, strict=True)]
    rest = rest_of(len(kept), language)
    heads = [head_of(name, language) for name in columns]
    table = passages_table(found, language, heads=heads, cells=cells)
    table = folded_table(table, len(found), language) if len(found) > _MOST_OPEN else table
    return View("\n".join(plain + rest), table + paragraphs(rest))


def _words(value: Any, labels: Mapping[str, str], language: Language) -> str:  # noqa: ANN401 -- a cell of any column
    if isinstance(value, bool):
        return labels["background" if value else "news"]
    if isinstance(value, tuple):
        return ", ".join(_words(one, labels, language) for one in value) or say("unstated", language)
    if pd.isna(value):
        return say("unstated", language)
    return labels.get(value, value) if labels[""] else label_of(str(value), labels)


def rest_of(n: int, language: Language) -> list[str]:
    """Say how many rows are not listed, if any."""
    return [say("not-listed", language, n=n - MOST_LISTED)] if n > MOST_LISTED else []


def paragraphs(notes: Sequence[str]) -> str:
    """Return notes as HTML, a paragraph each."""
    return "".join(f'<p class="wb-notes">{safe(note)}</p>' for note in notes)


def plain_row(cells: Sequence[str], one: Passage, language: Language) -> str:
    """Return a row of a list as text."""
    where = say("line", language, file=PurePath(one.path).name, n=one.line_number)
    return visible(f"{where}: {' | '.join(cells)} | {one.exact}")
