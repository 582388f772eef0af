"""A Parquet corpus: what a cluster writes, one part a shard, and a list of the parts that makes them a whole."""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

import msgspec

from workbench.errors import CorpusError
from workbench.record import Record
from workbench.store.database import PART_LIST
from workbench.store.pack import unpack
from workbench.store.recipe import Stamp
from workbench.store.work import Outcome
from workbench.store.writer import FileState

_SCHEMA: Final = "workbench.parts/1"
_FILES: Final = b"workbench.files"
_ROWS_A_GROUP: Final = 1_000
#: For those who query the parts with other programs; the workbench needs `file`, `path`, `content_hash`, `error`,
#: `head` and `record`.
_WORDS: Final = ("id", "path", "content_hash", "language", "headline", "publisher", "published", "error", "record")


class PartList(msgspec.Struct, frozen=True, kw_only=True):
    """The parts of a whole Parquet corpus.

    Parameters
    ----------
    stamp
        What made the records.
    parts
        Names of the files, in the order of the pages in them.
    total_bytes
        Size of the files that were read.
    """

    stamp: Stamp
    parts: tuple[str, ...]
    total_bytes: int
    schema: str = _SCHEMA


class StoredPage(msgspec.Struct, frozen=True, kw_only=True):
    """A row of a part: a page with its record as JSON, or with its error."""

    path: str
    content_hash: bytes | None
    error: str | None
    head: bytes | None
    record: bytes | None


class PartWriter:
    """Writes one part; it takes its name only when it is whole.

    Parameters
    ----------
    file
        The part.
    files
        The files whose pages it holds, as they were found.
    """

    def __init__(self, file: Path, files: Sequence[FileState]) -> None:
        import pyarrow as pa  # noqa: PLC0415 -- heavy; a corpus on one machine does without
        from pyarrow import parquet  # noqa: PLC0415 -- likewise

        self._file = file
        self._partial = file.with_name(f".{file.name}.{os.uname().nodename}.{os.getpid()}.partial")
        columns = [("file", pa.int32()), ("head", pa.binary()), *((name, pa.string()) for name in _WORDS)]
        self._schema = pa.schema(columns, metadata={_FILES: msgspec.json.encode(files)})
        self._writer = parquet.ParquetWriter(self._partial, self._schema, compression="zstd")

    def add(self, outcomes: Iterable[tuple[int, Outcome]]) -> tuple[int, int]:
        """Enter pages, each with the place of its file, as they were read; return how many, and how many failed."""
        import pyarrow as pa  # noqa: PLC0415 -- as above

        n_pages = n_failed = 0
        rest = iter(outcomes)
        while some := list(islice(rest, _ROWS_A_GROUP)):
            n_pages += len(some)
            n_failed += sum(outcome.error is not None for _, outcome in some)
            rows = [_row(place, outcome) for place, outcome in some]
            self._writer.write_table(pa.Table.from_pylist(rows, self._schema))
        return n_pages, n_failed

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._writer.close()
            if error is None:
                self._partial.replace(self._file)
        finally:
            self._partial.unlink(missing_ok=True)


def _row(place: int, outcome: Outcome) -> dict[str, Any]:
    page = {
        "file": place,
        "path": outcome.path,
        "content_hash": outcome.content_hash.hex() if outcome.content_hash is not None else None,
        "error": outcome.error,
    }
    if outcome.record is None:
        return page
    body = unpack(outcome.record.body, b"")
    record = msgspec.json.decode(body, type=Record)
    return page | {
        "head": outcome.record.head,
        "id": record.id,
        "language": record.language,
        "headline": record.headline.of(record.text) if record.headline else None,
        "publisher": record.publisher.id if record.publisher else None,
        "published": record.date_published.value if record.date_published else None,
        "record": body.decode(),
    }


def part_files(file: Path) -> tuple[FileState, ...]:
    """Return the files whose pages a part holds.

    Raises
    ------
    CorpusError
        The part is damaged.
    """
    from pyarrow import parquet  # noqa: PLC0415 -- as above

    try:
        return msgspec.json.decode(parquet.read_schema(file).metadata[_FILES], type=tuple[FileState, ...])
    except (OSError, ValueError, KeyError, TypeError, msgspec.MsgspecError) as error:
        raise _damaged(file, error) from error


def part_pages(file: Path) -> Iterator[tuple[int, StoredPage]]:
    """Yield the rows of a part, each with the place of its file in `part_files`.

    Raises
    ------
    CorpusError
        The part is damaged.
    """
    from pyarrow import parquet  # noqa: PLC0415 -- as above

    columns = ["file", "path", "content_hash", "error", "head", "record"]
    try:
        with parquet.ParquetFile(file) as table:
            for batch in table.iter_batches(batch_size=_ROWS_A_GROUP, columns=columns):
                for row in batch.to_pylist():
                    yield row.pop("file"), _stored_page(row)
    except (OSError, ValueError, KeyError) as error:
        raise _damaged(file, error) from error


def _stored_page(row: dict[str, Any]) -> StoredPage:
    digest, record = row["content_hash"], row["record"]
    return StoredPage(
        path=row["path"],
        content_hash=bytes.fromhex(digest) if digest is not None else None,
        error=row["error"],
        head=row["head"],
        record=record.encode() if record is not None else None,
    )


def _damaged(file: Path, error: Exception) -> CorpusError:
    told = str(error).splitlines()[0] if str(error) else type(error).__name__
    return CorpusError(str(file), f"the part is damaged ({told}); delete it and run the ingest again")


def write_part_list(folder: Path, parts: PartList) -> None:
    """Make the parts in `folder` a whole, and clear away those of states before."""
    partial = folder / f".{PART_LIST}.partial"
    partial.write_bytes(json.dumps(msgspec.to_builtins(parts), indent=1).encode())
    partial.replace(folder / PART_LIST)
    for file in folder.glob("part-*.parquet"):
        if file.name not in parts.parts:
            file.unlink()


def read_part_list(folder: Path) -> PartList:
    """Return the parts of the corpus in `folder`.

    Raises
    ------
    CorpusError
        There is none, it is not whole, or another program wrote it.
    """
    try:
        parts = msgspec.json.decode((folder / PART_LIST).read_bytes(), type=PartList)
    except FileNotFoundError as error:
        is_begun = next(folder.glob("part-*.parquet"), None) is not None
        reason = "not whole yet; run the ingest again" if is_begun else "there is no Parquet corpus here"
        raise CorpusError(str(folder), reason) from error
    except (OSError, msgspec.MsgspecError) as error:
        raise CorpusError(str(folder / PART_LIST), f"cannot be read ({error})") from error
    if parts.schema != _SCHEMA:
        raise CorpusError(str(folder), f"written by another program ({parts.schema}; this one knows {_SCHEMA})")
    missing = next((name for name in parts.parts if not (folder / name).is_file()), None)
    if missing is not None:
        raise CorpusError(str(folder), f"{missing} is missing; run the ingest again")
    return parts
