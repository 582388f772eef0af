"""A corpus on disk behind the same type as one in memory; records are loaded as they are asked for."""

from array import array
from collections.abc import Sequence
from pathlib import Path

from workbench.codebook import Codebook
from workbench.store.corpus import Copy, Corpus, Failure, Input
from workbench.store.index import Index
from workbench.store.rows import LazyRows
from workbench.store.shelf import IN_ORDER, Shelf

_NAMED = "pages JOIN files ON files.id = file_id"
#: The first page of each content, in order, is the original; the rest are its copies.
_ORIGINALS = """SELECT id FROM (
    SELECT pages.id AS id, path, member, row_number() OVER (PARTITION BY article_id ORDER BY path, member) AS place
    FROM pages JOIN files ON files.id = file_id JOIN records ON page_id = pages.id
) WHERE place {} 1 ORDER BY path, member"""


def open_stored(folder: Path, codebook: Codebook) -> Corpus:
    """Open the corpus in `folder`, with the labels of `codebook`.

    Raises
    ------
    CorpusError
        The corpus cannot be read.
    """
    shelf = Shelf(folder)
    records = LazyRows(lambda: shelf.numbers(_ORIGINALS.format("=")), shelf.records)
    first = next(iter(records[:1]), None)
    return Corpus(
        records=records,
        copies=LazyRows(lambda: shelf.numbers(_ORIGINALS.format(">")), lambda numbers: _copies(shelf, numbers)),
        failures=LazyRows(lambda: failed(shelf), lambda numbers: failures(shelf, numbers)),
        inputs=LazyRows(shelf.recorded, lambda numbers: _inputs(shelf, numbers)),
        stamp=first.codebook if first else codebook.stamp,
        codebook=codebook,
        index=Index(shelf),
    )


def failed(shelf: Shelf) -> "array[int]":
    """Return the numbers of the pages that have an error and no record."""
    return shelf.numbers("SELECT pages.id " + IN_ORDER.format("WHERE error IS NOT NULL"))


def _copies(shelf: Shelf, numbers: Sequence[int]) -> list[Copy]:
    original = """(SELECT f.path || p.member FROM records r JOIN pages p ON p.id = r.page_id JOIN files f
        ON f.id = p.file_id WHERE r.article_id = records.article_id ORDER BY f.path, p.member LIMIT 1)"""
    source = f"{_NAMED} JOIN records ON page_id = pages.id"
    return [Copy(*row) for row in shelf.in_order(f"path || member, {original}, article_id", numbers, source)]


def failures(shelf: Shelf, numbers: Sequence[int]) -> list[Failure]:
    """Return the failures of those pages."""
    return [Failure(*row) for row in shelf.in_order("path || member, error", numbers, _NAMED)]


def _inputs(shelf: Shelf, numbers: Sequence[int]) -> list[Input]:
    rows = shelf.in_order("path || member, content_hash", numbers, _NAMED)
    return [Input(path, f"sha256:{digest.hex()}") for path, digest in rows]
