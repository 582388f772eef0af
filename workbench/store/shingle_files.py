"""The sampled shingles of a corpus's articles, kept beside its index, so that only changed texts are cut again."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec
import numpy as np

from workbench.article import Article
from workbench.store.shelf import Shelf, chunks
from workbench.store.shingles import Shingler, Shingles, ShingleTable, own_text, sampled

_FILE: Final = "shingles.arrow"
_FORMAT: Final = b"1"
_CHUNK: Final = 500


def shingle_table(shelf: Shelf, page_ids: Sequence[int], folder: Path) -> ShingleTable:
    """Return the sampled shingles of those pages, in their order; texts that did not change are not read."""
    kept, seq = _read(folder / _FILE)
    changed = set(shelf.numbers("SELECT page_id FROM records WHERE text_seq > ?", (seq,)))
    wanted = [page_id for page_id in page_ids if page_id in changed or page_id not in kept]
    made = dict(zip(wanted, _cut(shelf, wanted), strict=True))
    table = ShingleTable(made[page_id] if page_id in made else kept[page_id] for page_id in page_ids)
    if made:
        _write(table, page_ids, shelf.seq, folder / _FILE)
    return table


def _cut(shelf: Shelf, page_ids: Sequence[int]) -> Iterator[Shingles]:
    shingler = Shingler()
    decoder = msgspec.json.Decoder(Article)
    for numbers in chunks(page_ids, _CHUNK):
        yield from (sampled(shingler.of_text(own_text(decoder.decode(body)))) for body in shelf.bodies(numbers))


def _read(file: Path) -> tuple[dict[int, Shingles], int]:
    import pyarrow as pa  # noqa: PLC0415 -- heavy; importing the store must not wait for it

    try:
        with pa.memory_map(str(file)) as source:
            table = pa.ipc.open_file(source).read_all()
    except (OSError, pa.ArrowInvalid):
        return {}, 0
    said = table.schema.metadata or {}
    if said.get(b"format") != _FORMAT or not len(table):
        return {}, 0
    runs = table["runs"].chunk(0)
    offsets, values = runs.offsets.to_numpy(), runs.values.to_numpy()
    pages: list[Any] = table["page_id"].to_pylist()
    return {page: values[offsets[at] : offsets[at + 1]] for at, page in enumerate(pages)}, int(said[b"seq"])


def _write(table: ShingleTable, page_ids: Sequence[int], seq: int, file: Path) -> None:
    """Put the shingles into `file` in one step; a disk that takes none only costs the next call its time."""
    import pyarrow as pa  # noqa: PLC0415 -- as above

    runs = pa.LargeListArray.from_arrays(pa.array(table.offsets), pa.array(table.values))
    pages = pa.array(np.array(page_ids, dtype=np.int64))
    made = pa.table({"page_id": pages, "runs": runs})
    made = made.replace_schema_metadata({"format": _FORMAT, "seq": str(seq)})
    partial = file.with_name(f".{os.getpid()}.partial")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with pa.OSFile(str(partial), "wb") as sink, pa.ipc.new_file(sink, made.schema) as writer:
            writer.write_table(made)
        partial.replace(file)
    except OSError:
        partial.unlink(missing_ok=True)
