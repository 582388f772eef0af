"""The index of a corpus: one row an article in columns, and for each facet the articles that bear each of its terms.

Everything in it follows from the facts beside the records; it can be deleted and is made again.
"""

from array import array
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from workbench.store.facts import Facts

#: Facets of which an article can bear several terms, each a field of `Facts`.
FACETS: Final = ("agencies", "actors", "themes", "instruments", "cooperation")
#: Facets of which it bears one or none.
SINGLE_FACETS: Final = ("publisher", "language")
#: Stands for no day and sorts after all days.
UNDATED: Final = np.int32(2**31 - 1)
FORMAT: Final = 2
_KEPT_BITMAPS: Final = 1_024
#: A term is dense where more than one row in so many bears it.
_DENSE: Final = 64

Rows = NDArray[np.uint32]
Bits = NDArray[np.uint8]


class Manifest(msgspec.Struct, frozen=True):
    """Which state of which corpus an index shows; `n_contents` counts all pages but copies."""

    format: int
    seq: int
    n_rows: int
    n_contents: int = 0


class Postings:
    """For each term of one facet the rows that bear it, ascending.

    Parameters
    ----------
    terms
        Sorted.
    offsets
        Where the rows of each term begin in `rows`; one more than there are terms.
    rows
        The rows of all terms.
    n_rows
        How many rows there are in all.
    """

    def __init__(self, terms: tuple[str, ...], offsets: NDArray[np.int64], rows: Rows, n_rows: int) -> None:
        self.terms = terms
        self.offsets = offsets
        self.rows = rows
        self.n_rows = n_rows
        self._places = {term: place for place, term in enumerate(terms)}
        self.bits = lru_cache(_KEPT_BITMAPS)(self._bits)

    @cached_property
    def dense(self) -> NDArray[np.int64]:
        """Places of the terms that so many rows bear that bits are quicker to count than rows."""
        return np.flatnonzero(np.diff(self.offsets) * _DENSE > self.n_rows)

    @cached_property
    def sparse(self) -> tuple[NDArray[np.int64], NDArray[np.int64], Rows]:
        """Places of the other terms, where the rows of each begin, and these rows."""
        lengths = np.diff(self.offsets)
        is_sparse = lengths * _DENSE <= self.n_rows
        ends = np.cumsum(lengths[is_sparse])
        return np.flatnonzero(is_sparse), ends - lengths[is_sparse], self.rows[np.repeat(is_sparse, lengths)]

    def rows_of(self, term: str) -> Rows:
        """Return the rows that bear `term`; none where it is unknown."""
        place = self._places.get(term)
        return self.rows[:0] if place is None else self.rows[self.offsets[place] : self.offsets[place + 1]]

    def _bits(self, term: str) -> Bits:
        """Return the rows that bear `term`, a bit each."""
        mask = np.zeros(self.n_rows, dtype=np.bool_)
        mask[self.rows_of(term)] = True
        return packed_bits(mask)


class Columns(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """One row an article, copies counted once, in the order of their days; undated ones stand last.

    Parameters
    ----------
    manifest
        Which state this is.
    page_ids
        The number of each article's page.
    days
        Days since 1970-01-01, or `UNDATED`.
    singles
        For each facet with one term: its terms, and the place of each row's among them; -1 for none.
    postings
        By facet.
    """

    manifest: Manifest
    page_ids: NDArray[np.int64]
    days: NDArray[np.int32]
    singles: dict[str, tuple[tuple[str, ...], NDArray[np.int16]]]
    postings: dict[str, Postings]

    @property
    def n_rows(self) -> int:
        """Number of articles."""
        return self.manifest.n_rows

    @cached_property
    def months(self) -> NDArray[np.int16]:
        """Months since 1970-01, or -1."""
        dated = self.days != UNDATED
        months = np.where(dated, self.days, 0).astype("datetime64[D]").astype("datetime64[M]").astype(np.int16)
        return np.where(dated, months, np.int16(-1))


def packed_bits(mask: NDArray[np.bool_]) -> Bits:
    """Return `mask` as bits, padded to whole 64-bit words."""
    bits = np.packbits(mask)
    return np.concatenate([bits, np.zeros(-len(bits) % 8, dtype=np.uint8)])


def build_columns(articles: Iterable[tuple[int, Facts]], seq: int) -> Columns:
    """Return the columns of `articles`, given as pairs of page number and facts, each article once."""
    gathered = _Gathered()
    for page_id, facts in articles:
        gathered.add(page_id, facts)
    days = np.array(gathered.days, dtype=np.int32)
    order = np.argsort(days, kind="stable")
    n_rows = len(order)
    return Columns(
        manifest=Manifest(FORMAT, seq, n_rows),
        page_ids=np.array(gathered.page_ids, dtype=np.int64)[order],
        days=days[order],
        singles={name: _single(codes, order) for name, codes in gathered.singles.items()},
        postings={name: _postings(codes, order) for name, codes in gathered.lists.items()},
    )


class _Codes:
    """Terms as numbers, in the order of their first appearance, and the numbers of each row."""

    def __init__(self) -> None:
        self.terms: dict[str, int] = {}
        self.codes: array[int] = array("i")
        self.lengths: array[int] = array("i")

    def add(self, terms: Sequence[str]) -> None:
        """Enter the terms of the next row."""
        self.lengths.append(len(terms))
        self.codes.extend(self.terms.setdefault(term, len(self.terms)) for term in terms)


class _Gathered:
    def __init__(self) -> None:
        self.page_ids: array[int] = array("q")
        self.days: array[int] = array("i")
        self.singles = {name: _Codes() for name in SINGLE_FACETS}
        self.lists = {name: _Codes() for name in FACETS}

    def add(self, page_id: int, facts: Facts) -> None:
        self.page_ids.append(page_id)
        self.days.append(int(UNDATED) if facts.day is None else facts.day)
        for name, codes in self.singles.items():
            term = getattr(facts, name)
            codes.add((term,) if term is not None else ())
        for name, codes in self.lists.items():
            codes.add(getattr(facts, name))


def _sorted_terms(codes: _Codes) -> tuple[tuple[str, ...], NDArray[np.int32]]:
    """Return the terms sorted, and the new number of each old one."""
    terms = tuple(sorted(codes.terms))
    renumbered = np.empty(len(terms), dtype=np.int32)
    for place, term in enumerate(terms):
        renumbered[codes.terms[term]] = place
    return terms, renumbered


def _single(codes: _Codes, order: NDArray[np.int64]) -> tuple[tuple[str, ...], NDArray[np.int16]]:
    terms, renumbered = _sorted_terms(codes)
    column = np.full(len(order), -1, dtype=np.int16)
    column[np.array(codes.lengths, dtype=np.bool_)] = renumbered[np.array(codes.codes, dtype=np.int32)]
    return terms, column[order]


def _postings(codes: _Codes, order: NDArray[np.int64]) -> Postings:
    terms, renumbered = _sorted_terms(codes)
    place_of = np.empty(len(order), dtype=np.uint32)
    place_of[order] = np.arange(len(order), dtype=np.uint32)
    numbers = renumbered[np.array(codes.codes, dtype=np.int32)]
    rows = np.repeat(place_of, np.array(codes.lengths, dtype=np.int32))
    by_term = np.lexsort((rows, numbers))
    offsets = np.concatenate([[0], np.cumsum(np.bincount(numbers, minlength=len(terms)))]).astype(np.int64)
    return Postings(terms, offsets, rows[by_term], len(order))


def write_columns(columns: Columns, folder: Path) -> None:
    """Write the index into an empty `folder`, as Arrow files and a manifest, which comes last."""
    import pyarrow as pa  # noqa: PLC0415 -- heavy; importing the store must not wait for it

    cells: dict[str, Any] = {"page_id": columns.page_ids, "day": columns.days}
    cells |= {name: column for name, (_, column) in columns.singles.items()}
    _write(pa.table(cells), folder / "articles.arrow")
    for name, (terms, _) in columns.singles.items():
        _write(pa.table({"term": pa.array(terms, pa.string())}), folder / f"{name}.arrow")
    for name, postings in columns.postings.items():
        rows = pa.LargeListArray.from_arrays(pa.array(postings.offsets), pa.array(postings.rows))
        _write(pa.table({"term": pa.array(postings.terms, pa.string()), "rows": rows}), folder / f"{name}.arrow")
    (folder / "manifest.json").write_bytes(msgspec.json.encode(columns.manifest))


def read_columns(folder: Path) -> Columns:
    """Map the index in `folder` into memory; what is not looked at is not read.

    Raises
    ------
    ValueError
        It is damaged or of another format.
    OSError
        It is not there.
    """
    manifest = msgspec.json.decode((folder / "manifest.json").read_bytes(), type=Manifest)
    if manifest.format != FORMAT:
        message = f"the index has format {manifest.format}, not {FORMAT}"
        raise ValueError(message)
    articles = _read(folder / "articles.arrow")
    return Columns(
        manifest=manifest,
        page_ids=_numpy(articles["page_id"]),
        days=_numpy(articles["day"]),
        singles={
            name: (tuple(_read(folder / f"{name}.arrow")["term"].to_pylist()), _numpy(articles[name]))
            for name in SINGLE_FACETS
        },
        postings={name: _read_postings(folder / f"{name}.arrow", manifest.n_rows) for name in FACETS},
    )


def _read_postings(file: Path, n_rows: int) -> Postings:
    table = _read(file)
    terms = tuple(table["term"].to_pylist())
    if not terms:
        return Postings((), np.zeros(1, dtype=np.int64), np.zeros(0, dtype=np.uint32), n_rows)
    rows = table["rows"].chunk(0)
    return Postings(terms, rows.offsets.to_numpy(), rows.values.to_numpy(), n_rows)


def _numpy(column: Any) -> NDArray[Any]:  # noqa: ANN401 -- pyarrow ships no types
    whole: NDArray[Any] = column.chunk(0).to_numpy() if column.num_chunks else column.to_numpy()
    return whole


def _write(table: Any, file: Path) -> None:  # noqa: ANN401 -- as above
    import pyarrow as pa  # noqa: PLC0415 -- as above

    with pa.OSFile(str(file), "wb") as sink, pa.ipc.new_file(sink, table.schema) as writer:
        writer.write_table(table.combine_chunks())


def _read(file: Path) -> Any:  # noqa: ANN401 -- as above
    import pyarrow as pa  # noqa: PLC0415 -- as above

    with pa.memory_map(str(file)) as source:
        return pa.ipc.open_file(source).read_all()
