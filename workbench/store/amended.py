"""Columns of a corpus as its analysts decided: the facets of some articles replaced, all others as they are on disk."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from workbench.store.columns import FACETS, Columns, Postings
from workbench.store.facts import Facts

#: A term's place stands above, a row below, so that postings are one ascending list.
_TERM_BITS: Final = 32
_ROW: Final = (1 << _TERM_BITS) - 1
Keys = NDArray[np.int64]


def amended_columns(columns: Columns, facts: Mapping[int, Facts]) -> Columns:
    """Return `columns` with the facets that `facts` says, by the numbers of pages; days, outlets and languages stay.

    Parameters
    ----------
    columns
        As they were made; left alone.
    facts
        Pages that are no rows of the columns are passed over.
    """
    rows = np.flatnonzero(np.isin(columns.page_ids, list(facts)))
    said = {int(row): facts[int(columns.page_ids[row])] for row in rows}
    postings = {name: _amended(columns.postings[name], name, said) for name in FACETS}
    return msgspec.structs.replace(columns, postings=postings)


def _amended(postings: Postings, name: str, said: Mapping[int, Facts]) -> Postings:
    wanted = {(term, row) for row, facts in said.items() for term in getattr(facts, name)}
    before = set(_borne(postings, list(said)))
    if wanted == before:
        return postings
    terms = tuple(sorted({*postings.terms, *(term for term, _ in wanted)}))
    place_of = {term: place for place, term in enumerate(terms)}
    gone, come = (
        np.array(sorted(place_of[term] << _TERM_BITS | row for term, row in pairs), dtype=np.int64)
        for pairs in (before - wanted, wanted - before)
    )
    keys = _keys(postings, [place_of[term] for term in postings.terms])
    keys = np.delete(keys, np.searchsorted(keys, gone))
    return _postings(terms, np.insert(keys, np.searchsorted(keys, come), come), postings.n_rows)


def _borne(postings: Postings, rows: Sequence[int]) -> Iterator[tuple[str, int]]:
    """Yield the terms that those rows bear, each with its row."""
    is_asked = np.zeros(postings.n_rows, dtype=np.bool_)
    is_asked[rows] = True
    places = np.flatnonzero(is_asked[postings.rows])
    terms = np.searchsorted(postings.offsets, places, side="right") - 1
    for term, row in zip(terms, postings.rows[places], strict=True):
        yield postings.terms[term], int(row)


def _keys(postings: Postings, places: Sequence[int]) -> Keys:
    terms = np.repeat(np.array(places, dtype=np.int64), np.diff(postings.offsets))
    return terms << _TERM_BITS | postings.rows


def _postings(terms: Sequence[str], keys: Keys, n_rows: int) -> Postings:
    """Return postings of those `terms` that still have a row."""
    counts = np.bincount(keys >> _TERM_BITS, minlength=len(terms))
    kept = tuple(term for term, count in zip(terms, counts, strict=True) if count)
    offsets = np.concatenate([[0], np.cumsum(counts[counts > 0])]).astype(np.int64)
    return Postings(kept, offsets, (keys & _ROW).astype(np.uint32), n_rows)
