"""Out of a corpus and back without loss: JSON Lines and Parquet, one row a page with a record."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, Final

import msgspec

from workbench.record import SCHEMA, Record
from workbench.store.shelf import Shelf, chunks

_CHUNK: Final = 2_000
#: The column of a Parquet file that holds the whole record, as JSON; the others are for those who want to filter.
RECORD_COLUMN: Final = "record"
#: A line of a record can be long; one without an end must not fill the memory.
_HEAD_BYTES: Final = 1 << 26


def write_jsonl(shelf: Shelf, stream: BinaryIO) -> int:
    """Write the records of `shelf` as ``workbench parse`` does, in the order of their paths; return their number."""
    n_written = 0
    for body in record_bodies(shelf):
        stream.write(body + b"\n")
        n_written += 1
    return n_written


def write_parquet(shelf: Shelf, stream: BinaryIO) -> int:
    """Write the records of `shelf` as Parquet, in the order of their paths; return their number."""
    import pyarrow as pa  # noqa: PLC0415 -- heavy; other formats do without
    from pyarrow import parquet  # noqa: PLC0415 -- likewise

    words = ("id", "path", "content_hash", "language", "headline", "publisher", "published", RECORD_COLUMN)
    schema = pa.schema([(name, pa.string()) for name in words], metadata={"workbench.schema": SCHEMA})
    numbers = shelf.recorded()
    with parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
        for some in chunks(numbers, _CHUNK):
            rows = [_row(body) for body in shelf.bodies(some)]
            writer.write_table(pa.Table.from_pylist(rows, schema))
    return len(numbers)


def _row(body: bytes) -> dict[str, Any]:
    record = msgspec.json.decode(body, type=Record)
    return {
        "id": record.id,
        "path": record.path,
        "content_hash": record.content_hash,
        "language": record.language,
        "headline": record.headline.of(record.text) if record.headline else None,
        "publisher": record.publisher.id if record.publisher else None,
        "published": record.date_published.value if record.date_published else None,
        RECORD_COLUMN: body.decode(),
    }


#: How a corpus is written out whole, by the name that ``workbench export --format`` takes.
WRITERS: Final[dict[str, Callable[[Shelf, BinaryIO], int]]] = {"jsonl": write_jsonl, "parquet": write_parquet}


def holds_records(path: Path) -> bool:
    """Say whether `path` is a file of records, and not of pages."""
    if path.suffix == ".parquet":
        return path.is_file() and _metadata(path).get(b"workbench.schema") == SCHEMA.encode()
    if path.suffix != ".jsonl" or not path.is_file():
        return False
    with path.open("rb") as lines:
        first = lines.readline(_HEAD_BYTES)
    return f'"schema":"{SCHEMA}"'.encode() in first.replace(b'": "', b'":"')


def _metadata(path: Path) -> dict[bytes, bytes]:
    from pyarrow import ArrowInvalid, parquet  # noqa: PLC0415 -- heavy; most files need none of it

    try:
        return dict(parquet.read_schema(path).metadata or {})
    except (ArrowInvalid, OSError):
        return {}


def record_bodies(shelf: Shelf) -> Iterator[bytes]:
    """Yield the records of `shelf` as JSON, in the order of their paths."""
    for some in chunks(shelf.recorded(), _CHUNK):
        yield from shelf.bodies(some)


def stored_lines(path: Path) -> Iterator[bytes]:
    """Yield the records of a file that `holds_records` knows, as JSON."""
    if path.suffix != ".parquet":
        with path.open("rb") as lines:
            yield from lines
        return
    from pyarrow import parquet  # noqa: PLC0415 -- as above

    with parquet.ParquetFile(path) as table:
        for batch in table.iter_batches(batch_size=_CHUNK, columns=[RECORD_COLUMN]):
            yield from (cell.as_py().encode() for cell in batch.column(0))
