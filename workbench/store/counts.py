"""Questions to the index: which articles a filter keeps, and counts of them, in milliseconds."""

from datetime import date
from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from workbench.store.columns import UNDATED, Columns, Postings, Rows, packed_bits

_EPOCH: Final = date(1970, 1, 1).toordinal()

#: How often each term occurs; terms without an article are left out.
TermCounts = dict[str, int]


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """Which articles are wanted: of several terms of a facet an article needs one, and it needs every facet.

    Parameters
    ----------
    date_from, date_to
        First and last day of publication.
    include_undated
        Whether articles without a date stay when a date bound is set.
    publishers, agencies, actors, themes
        Keys; empty for no restriction.
    page_ids
        Articles to choose from, as a text search found them; None for all.
    """

    date_from: date | None = None
    date_to: date | None = None
    include_undated: bool = True
    publishers: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    page_ids: NDArray[np.int64] | None = None


def filter_rows(columns: Columns, wanted: Filter) -> Rows:
    """Return the rows that `wanted` keeps, ascending."""
    rows = _of_terms(columns, wanted)
    rows = _dated(columns, wanted, rows)
    if wanted.publishers:
        terms, column = columns.singles["publisher"]
        is_wanted = np.isin(np.array([*terms, ""]), wanted.publishers)
        rows = rows[is_wanted[column[rows]]]
    if wanted.page_ids is not None:
        rows = rows[np.isin(columns.page_ids[rows], wanted.page_ids)]
    return rows


def _of_terms(columns: Columns, wanted: Filter) -> Rows:
    chosen = [(name, getattr(wanted, name)) for name in ("agencies", "actors", "themes") if getattr(wanted, name)]
    if not chosen:
        return np.arange(columns.n_rows, dtype=np.uint32)
    found = sorted((_any_of(columns.postings[name], terms) for name, terms in chosen), key=len)
    rows = found[0]
    for other in found[1:]:
        mask = np.zeros(columns.n_rows, dtype=np.bool_)
        mask[other] = True
        rows = rows[mask[rows]]
    return rows


def _any_of(postings: Postings, terms: tuple[str, ...]) -> Rows:
    if len(terms) == 1:
        return postings.rows_of(terms[0])
    mask = np.zeros(postings.n_rows, dtype=np.bool_)
    for term in terms:
        mask[postings.rows_of(term)] = True
    return np.flatnonzero(mask).astype(np.uint32)


def _dated(columns: Columns, wanted: Filter, rows: Rows) -> Rows:
    """Keep what lies within the dates; rows stand in the order of days, so bounds are places."""
    if wanted.date_from is None and wanted.date_to is None:
        return rows
    days = columns.days
    first = _place(days, wanted.date_from, 0) if wanted.date_from else 0
    undated = int(np.searchsorted(days, UNDATED))
    last = _place(days, wanted.date_to, 1) if wanted.date_to else undated
    start, end, rest = np.searchsorted(rows, np.array([first, last, undated], dtype=np.uint32))
    return np.concatenate([rows[start:end], rows[rest:]]) if wanted.include_undated else rows[start:end]


def _place(days: NDArray[np.int32], day: date, after: int) -> int:
    # A bound of another integer type would make NumPy copy the column.
    return int(np.searchsorted(days, np.int32(day.toordinal() - _EPOCH + after)))


class MonthCounts(msgspec.Struct, frozen=True):
    """Articles by month and publisher.

    Parameters
    ----------
    months
        As ``2023-04``; the last is None, for the undated.
    publishers
        Keys; the last is None, for the unknown.
    counts
        One row a month, one column a publisher.
    """

    months: tuple[str | None, ...]
    publishers: tuple[str | None, ...]
    counts: NDArray[np.int64]


def counts_by_month(columns: Columns, rows: Rows) -> MonthCounts:
    """Count `rows` by month and publisher, months without an article between others included."""
    publishers, column = columns.singles["publisher"]
    months = columns.months[rows]
    dated = months[months >= 0]
    first, last = (int(dated.min()), int(dated.max())) if len(dated) else (0, -1)
    n_months, n_publishers = last - first + 2, len(publishers) + 1
    month_places = np.where(months < 0, n_months - 1, months - np.int16(first)).astype(np.int64)
    publisher_places = np.where(column[rows] < 0, n_publishers - 1, column[rows])
    counted = np.bincount(month_places * n_publishers + publisher_places, minlength=n_months * n_publishers)
    named = (str(np.datetime64(month, "M")) for month in range(first, last + 1))
    return MonthCounts((*named, None), (*publishers, None), counted.reshape(n_months, n_publishers))


def facet_counts(columns: Columns, rows: Rows) -> dict[str, TermCounts]:
    """Count `rows` by the terms of every facet."""
    mask = _mask(columns, rows)
    counted = {name: _single_counts(terms, column[rows]) for name, (terms, column) in columns.singles.items()}
    return counted | {name: _named(p.terms, _list_counts(p, mask)) for name, p in columns.postings.items()}


def _single_counts(terms: tuple[str, ...], column: NDArray[np.int16]) -> TermCounts:
    return _named(terms, np.bincount(column[column >= 0], minlength=len(terms)))


def _list_counts(postings: Postings, mask: NDArray[np.bool_]) -> NDArray[np.int64]:
    counts = np.zeros(len(postings.terms), dtype=np.int64)
    places, starts, rows = postings.sparse
    if len(places):
        # Every term has at least one row, as `reduceat` needs.
        counts[places] = np.add.reduceat(mask[rows].view(np.uint8), starts, dtype=np.int64)
    chosen = packed_bits(mask).view(np.uint64)
    for place in postings.dense:
        borne = postings.bits(postings.terms[place]).view(np.uint64)
        counts[place] = np.bitwise_count(borne & chosen).sum(dtype=np.int64)
    return counts


def _mask(columns: Columns, rows: Rows) -> NDArray[np.bool_]:
    mask = np.zeros(columns.n_rows, dtype=np.bool_)
    mask[rows] = True
    return mask


def _named(terms: tuple[str, ...], counts: NDArray[np.int64]) -> TermCounts:
    return {terms[place]: int(counts[place]) for place in np.flatnonzero(counts)}


class PairCounts(msgspec.Struct, frozen=True):
    """In how many articles two terms stand together; on the diagonal, in how many each stands."""

    terms: tuple[str, ...]
    counts: NDArray[np.int64]


def pair_counts(columns: Columns, rows: Rows, *, facet: str = "actors", n_terms: int = 30) -> PairCounts:
    """Count together the `n_terms` most frequent terms of `facet` among `rows`; of equals the first by name."""
    postings = columns.postings[facet]
    mask = _mask(columns, rows)
    counted = _named(postings.terms, _list_counts(postings, mask))
    terms = tuple(sorted(counted, key=lambda term: (-counted[term], term))[:n_terms])
    chosen = packed_bits(mask)
    words = [(postings.bits(term) & chosen).view(np.uint64) for term in terms]
    counts = np.zeros((len(terms), len(terms)), dtype=np.int64)
    for one, first in enumerate(words):
        for other in range(one, len(words)):
            counts[one, other] = counts[other, one] = np.bitwise_count(first & words[other]).sum(dtype=np.int64)
    return PairCounts(terms, counts)
