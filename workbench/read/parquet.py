"""Parquet: a table, a column of which holds the page; read in batches."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbench.errors import ReadError
from workbench.page import Page
from workbench.read.columns import row_page, settle_columns
from workbench.read.source import ReadOptions, Source, read_whole

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

_MAGIC = b"PAR1"
_BATCH_ROWS = 64


def is_parquet(source: Source) -> bool:
    """Say whether a source begins like Parquet."""
    return source.head.startswith(_MAGIC)


def read_parquet(source: Source, options: ReadOptions) -> Iterator[Page | ReadError]:
    """Read each row as a page; a bad row is an error of its number, and the next are read on."""
    import pyarrow as pa  # noqa: PLC0415 -- slow to import and rarely needed

    try:
        table = _open(source, options)
        columns = settle_columns(source.path, table.schema_arrow.names, options.columns)
        number = 0
        for batch in _batches(table, sorted(set(columns.values()))):
            for row in batch.to_pylist():
                number += 1
                try:
                    yield row_page(f"{source.path}#{number}", row, columns, options.limits)
                except ReadError as error:
                    yield error
    except (pa.ArrowException, OSError) as error:
        raise ReadError(source.path, f"broken as Parquet: {str(error).splitlines()[0]}") from error


def _batches(table: "pq.ParquetFile", columns: list[str]) -> "Iterator[pa.RecordBatch]":
    # Asked for more than one group, pyarrow reads far ahead.
    for group in range(table.num_row_groups):
        yield from table.iter_batches(batch_size=_BATCH_ROWS, row_groups=[group], columns=columns)


def _open(source: Source, options: ReadOptions) -> "pq.ParquetFile":
    """Open a table; one inside an archive is held whole, for its index stands at its end."""
    import pyarrow.parquet as pq  # noqa: PLC0415 -- slow to import and rarely needed

    if source.depth == 0 and source.stream.seekable():
        source.stream.seek(0)
        return pq.ParquetFile(source.stream)
    return pq.ParquetFile(io.BytesIO(read_whole(source, options.limits.table_bytes, "table_bytes")))
