"""Which articles answer a text query: in memory each term is looked for once, on disk the full text answers."""

from collections.abc import Callable, Iterable
from functools import lru_cache, reduce
from itertools import repeat
from operator import contains
from typing import Final

import numpy as np

from workbench.explorer.counted import CountedCorpus
from workbench.explorer.tally import Mask
from workbench.frame import Selection
from workbench.frame.indexed import selected_rows
from workbench.frame.query import Query, parse_query
from workbench.frame.rows import zone_text
from workbench.record import Record
from workbench.store import Corpus
from workbench.store.rows import LazyRows

_KEPT_TERMS: Final = 256
_KEPT_QUERIES: Final = 64


def text_search(corpus: Corpus, counted: CountedCorpus) -> Callable[[str], Mask | None]:
    """Return what tells the articles whose own text answers a query; None for a query that asks for nothing.

    Articles in memory are read here, so that no query waits for it.
    """
    answering = _indexed(corpus, counted) or _in_memory(corpus.records[place] for place in counted.place.tolist())

    def mask(text: str) -> Mask | None:
        tree = parse_query(text)
        return None if tree is None else answering(text, tree)

    return lru_cache(_KEPT_QUERIES)(mask)


def _indexed(corpus: Corpus, counted: CountedCorpus) -> Callable[[str, Query], Mask] | None:
    index, records = corpus.index, corpus.records
    if index is None or not isinstance(records, LazyRows):
        return None
    pages = np.array(records.numbers, dtype=np.int64)[counted.place]
    return lambda text, _: np.isin(pages, index.columns.page_ids[selected_rows(index, Selection(text=text))])


def _in_memory(records: Iterable[Record]) -> Callable[[str, Query], Mask]:
    texts = tuple(zone_text(record).casefold() for record in records)

    @lru_cache(_KEPT_TERMS)
    def holding(term: str) -> Mask:
        return np.fromiter(map(contains, texts, repeat(term)), np.bool_, len(texts))

    def answering(tree: Query) -> Mask:
        if tree.operator == "term":
            return holding(tree.term)
        masks = [answering(part) for part in tree.parts]
        if tree.operator == "not":
            return ~masks[0]
        return reduce(np.logical_and if tree.operator == "and" else np.logical_or, masks)

    return lambda _, tree: answering(tree)
