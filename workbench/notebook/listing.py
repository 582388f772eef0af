"""Lists of what was found, one row each, with the sentence and where it stands."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any, Final

import pandas as pd

from workbench.chart import passages_table, published_words, safe, scrolling_table, visible
from workbench.chart.words import label_of, labels_of
from workbench.frame import Passage, Tables, evidence_of, passages
from workbench.measure import UNSTATED
from workbench.notebook.view import View

#: Rows of a list; the rest are counted beneath it.
MOST_LISTED: Final = 200
_QUOTES: Final = {"speaker": "Speaker", "quote_kind": "Kind"}
_SANCTIONS: Final = {
    "authority": "Authority",
    "recipient": "Recipient",
    "instrument": "Instrument",
    "status": "Status",
    "modality": "Modality",
    "is_background": "Told as",
}
_COOPERATION: Final = {
    "cooperation_kind": "Kind",
    "actors": "Actors",
    "equipment": "Equipment",
    "place": "Place",
    "modality": "Modality",
    "is_background": "Told as",
}
_COMMITMENTS: Final = {
    "commitment_state": "State",
    "actors": "Actors",
    "modality": "Modality",
    "is_background": "Told as",
}


def quotation_list(tables: Tables) -> View:
    """List every quotation with its speaker."""
    return _list(tables, tables.quotes, _QUOTES)


def sanction_list(tables: Tables) -> View:
    """List every statement on sanctions with authority, recipient, instrument, status and modality."""
    return _list(tables, tables.sanctions, _SANCTIONS)


def cooperation_list(tables: Tables) -> View:
    """List every statement on military cooperation with kind, actors, equipment, place and modality."""
    return _list(tables, tables.cooperation, _COOPERATION)


def commitment_list(tables: Tables) -> View:
    """List every sentence in which actors bind themselves, with the state of their word."""
    return _list(tables, tables.commitments, _COMMITMENTS)


def _list(tables: Tables, frame: pd.DataFrame, heads: Mapping[str, str]) -> View:
    counted = frame[~frame["is_repeated"]]
    told = counted.head(MOST_LISTED)
    labels = [labels_of(name, tables.corpus.codebook) for name in heads]
    rows = told[list(heads)].itertuples(index=False, name=None)
    cells = [[_words(value, known) for value, known in zip(row, labels, strict=True)] for row in rows]
    found = passages(tables.corpus, evidence_of(told))
    if not found:
        return View("nothing found", '<p class="wb-nothing">Nothing found.</p>')
    plain = [_plain_row(row, one) for row, one in zip(cells, found, strict=True)]
    rest = _rest(len(counted))
    table = passages_table(found, heads=tuple(heads.values()), cells=cells)
    return View("\n".join(plain + rest), table + _paragraphs(rest))


def _words(value: Any, labels: Mapping[str, str]) -> str:  # noqa: ANN401 -- a cell of any column
    if isinstance(value, bool):
        return "background" if value else "news"
    if isinstance(value, tuple):
        return ", ".join(label_of(str(key), labels) for key in value) or UNSTATED
    return UNSTATED if pd.isna(value) else label_of(str(value), labels)


def _rest(n: int) -> list[str]:
    """Say how many rows are not listed, if any."""
    return [f"{n - MOST_LISTED} more are not listed; narrow the selection."] if n > MOST_LISTED else []


def _paragraphs(notes: list[str]) -> str:
    return "".join(f'<p class="wb-notes">{safe(note)}</p>' for note in notes)


def _plain_row(cells: list[str], one: Passage) -> str:
    where = f"{PurePath(one.path).name} line {one.line_number}"
    return visible(f"{where}: {' | '.join(cells)} | {one.exact}")


def corpus_view(tables: Tables) -> View:
    """List what was read: each article with publisher and date, then copies, pages set aside and failures."""
    articles = tables.articles.head(MOST_LISTED)
    rows = [
        (PurePath(path).name, headline, publisher, published_words(published, basis), str(n))
        for path, headline, publisher, published, basis, n in articles[
            ["path", "headline", "publisher", "published", "published_basis", "n_words"]
        ]
        .astype("object")
        .where(lambda frame: frame.notna(), None)
        .itertuples(index=False, name=None)
    ]
    cells = [[value or UNSTATED for value in row] for row in rows]
    notes = _rest(len(tables.articles)) + _notes(tables)
    plain = visible("\n".join([" | ".join(row) for row in cells] + notes))
    heads = ("File", "Headline", "Publisher", "Published", "Words")
    return View(plain, simple_table(heads, cells) + _paragraphs(notes))


def _notes(tables: Tables) -> list[str]:
    corpus = tables.corpus
    set_aside = [record.path for record in corpus.records if not record.is_article]
    n_articles = len(corpus.records) - len(set_aside)
    notes = [f"{len(tables.articles)} of {n_articles} articles selected; {len(corpus.inputs)} pages read."]
    notes += [f"Exact copy, not counted: {copy.path} (of {copy.original})" for copy in corpus.copies]
    notes += [f"No article, set aside: {path}" for path in set_aside]
    notes += list(corpus.passed_over)
    notes += [f"Not read: {failure.path}: {failure.reason}" for failure in corpus.failures]
    return notes


def simple_table(heads: tuple[str, ...], rows: list[list[str]]) -> str:
    """Return an HTML table of plain cells, escaped."""
    head = "".join(f'<th scope="col">{safe(word)}</th>' for word in heads)
    body = "".join(f"<tr>{''.join(f'<td>{safe(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return scrolling_table(", ".join(heads), head, body)
