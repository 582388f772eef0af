"""Selections of any corpus, large or small: on disk the index answers, and frames are made of what is selected."""

from functools import reduce
from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from workbench.frame.query import Query, parse_query
from workbench.frame.selection import EVERYTHING, Selection
from workbench.frame.tables import Tables, build_tables, select_tables
from workbench.store import Corpus
from workbench.store.columns import Rows
from workbench.store.counts import (
    Filter,
    MonthCounts,
    PairCounts,
    TermCounts,
    counts_by_month,
    facet_counts,
    filter_rows,
    pair_counts,
)
from workbench.store.index import Index
from workbench.store.rows import LazyRows

#: Frames of more articles would take a laptop's reader longer than they wait.
MOST_ARTICLES: Final = 20_000


def open_tables(corpus: Corpus, selection: Selection = EVERYTHING, *, most: int = MOST_ARTICLES) -> Tables:
    """Return the frames of the articles of `corpus` that `selection` keeps, whether it lies in memory or on disk.

    Where more than `most` articles of a corpus on disk are selected, the frames are empty, and `Tables.at_large` holds
    the rows of the index for charts that it can answer.
    """
    if corpus.index is None or not isinstance(corpus.records, LazyRows):
        return select_tables(build_tables(corpus), selection)
    rows = selected_rows(corpus.index, selection)
    if len(rows) > most:
        nothing = build_tables(msgspec.structs.replace(corpus, records=()))
        return msgspec.structs.replace(nothing, corpus=corpus, selection=selection, at_large=rows)
    kept = corpus.index.in_order(corpus.index.columns.page_ids[rows])
    tables = build_tables(msgspec.structs.replace(corpus, records=corpus.records.of(kept)))
    return msgspec.structs.replace(tables, corpus=corpus, selection=selection)


def reselect(tables: Tables, selection: Selection) -> Tables:
    """Return another selection of the corpus whose every article `tables` was opened with."""
    on_disk = tables.corpus.index is not None and isinstance(tables.corpus.records, LazyRows)
    if not on_disk:
        return select_tables(tables, selection)
    # Stories are found once, whatever is selected.
    return msgspec.structs.replace(open_tables(tables.corpus, selection), stories=tables.stories)


def n_in_all(tables: Tables) -> int:
    """Return how many articles the corpus of `tables` holds."""
    index = tables.corpus.index
    return tables.texts.n_articles if index is None else index.columns.n_rows


def n_articles(tables: Tables) -> int:
    """Return how many articles are selected, frames or not."""
    return len(tables.articles) if tables.at_large is None else len(tables.at_large)


def selected_rows(index: Index, selection: Selection) -> Rows:
    """Return the rows of the index that `selection` keeps."""
    tree = parse_query(selection.text)
    rows = filter_rows(
        index.columns,
        Filter(
            date_from=selection.date_from,
            date_to=selection.date_to,
            include_undated=selection.include_undated,
            publishers=selection.publishers,
            agencies=selection.agencies,
            actors=selection.actors,
            themes=selection.themes,
            page_ids=_pages_with(index, tree) if tree else None,
        ),
    )
    for facet in ("publishers", "agencies", "actors", "themes"):
        unwanted = getattr(selection, f"not_{facet}")
        if unwanted:
            rows = np.setdiff1d(rows, filter_rows(index.columns, Filter(**{facet: unwanted})), assume_unique=True)
    return rows


def _pages_with(index: Index, tree: Query) -> NDArray[np.int64]:
    """Return the numbers of the pages whose text answers a query, ascending."""
    if tree.operator == "term":
        return index.pages_with((tree.term,))
    parts = [_pages_with(index, part) for part in tree.parts]
    if tree.operator == "not":
        return np.setdiff1d(index.columns.page_ids, parts[0])
    join = np.intersect1d if tree.operator == "and" else np.union1d
    return reduce(join, parts)


def months_selected(index: Index, selection: Selection) -> MonthCounts:
    """Count the selected articles by month and publisher."""
    return counts_by_month(index.columns, selected_rows(index, selection))


def facets_selected(index: Index, selection: Selection) -> dict[str, TermCounts]:
    """Count the selected articles by the terms of every facet."""
    return facet_counts(index.columns, selected_rows(index, selection))


def pairs_selected(index: Index, selection: Selection, *, n_terms: int = 30) -> PairCounts:
    """Count in how many selected articles the most frequent actors stand together."""
    return pair_counts(index.columns, selected_rows(index, selection), n_terms=n_terms)
