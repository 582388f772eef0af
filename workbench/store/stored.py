"""A corpus on disk behind the same type as one in memory; records are loaded as they are asked for."""

import json
from collections.abc import Sequence
from pathlib import Path

from workbench.codebook import Codebook
from workbench.store.corpus import Copy, Corpus, Failure, Input
from workbench.store.index import Index
from workbench.store.rows import LazyRows
from workbench.store.shelf import IN_ORDER, RECORDED, Shelf

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

    index = Index(shelf)

    def n_inputs() -> int:
        return int(shelf.rows("SELECT count(*) FROM records")[0][0])

    def n_records() -> int:
        return index.columns.manifest.n_contents

    first = shelf.records(shelf.numbers(f"SELECT pages.id {RECORDED} LIMIT 1"))
    return Corpus(
        records=LazyRows(lambda: shelf.numbers(_ORIGINALS.format("=")), shelf.records, n_records),
        copies=LazyRows(
            lambda: shelf.numbers(_ORIGINALS.format(">")),
            lambda numbers: _copies(shelf, numbers),
            lambda: n_inputs() - n_records(),
        ),
        failures=failures(shelf),
        inputs=LazyRows(shelf.recorded, lambda numbers: _inputs(shelf, numbers), n_inputs),
        stamp=first[0].codebook if first else codebook.stamp,
        codebook=codebook,
        index=index,
    )


def failures(shelf: Shelf) -> LazyRows[Failure]:
    """Return the pages that have an error and no record."""

    def load(numbers: Sequence[int]) -> list[Failure]:
        return [Failure(*row) for row in shelf.in_order("path || member, error", numbers, _NAMED)]

    return LazyRows(lambda: shelf.numbers("SELECT pages.id " + IN_ORDER.format("WHERE error IS NOT NULL")), load)


def _copies(shelf: Shelf, numbers: Sequence[int]) -> list[Copy]:
    rows = shelf.in_order("path || member, article_id", numbers, f"{_NAMED} JOIN records ON page_id = pages.id")
    wanted = json.dumps(sorted({article_id for _, article_id in rows}))
    # The first by name comes last, and stays.
    query = f"""SELECT article_id, path || member FROM {_NAMED} JOIN records ON page_id = pages.id
        WHERE article_id IN (SELECT value FROM json_each(?)) ORDER BY path DESC, member DESC"""  # noqa: S608 -- our own words
    originals = dict(shelf.rows(query, (wanted,)))
    return [Copy(path, originals[article_id], article_id) for path, article_id in rows]


def _inputs(shelf: Shelf, numbers: Sequence[int]) -> list[Input]:
    rows = shelf.in_order("path || member, content_hash", numbers, _NAMED)
    return [Input(path, f"sha256:{digest.hex()}") for path, digest in rows]
