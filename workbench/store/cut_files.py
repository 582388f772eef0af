"""What near copies and stories of a corpus are found by, kept beside its index: only changed texts are cut again."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec
import numpy as np

from workbench.article import Article
from workbench.store.cuts import Cut, Cuts, Cutter
from workbench.store.derived import kept_if_whole
from workbench.store.ragged import Ragged
from workbench.store.shelf import Shelf, chunks

_FILE: Final = "cuts.arrow"
_FORMAT: Final = b"3"
_TABLES: Final = ("runs", "terms", "days")
_CHUNK: Final = 500


def corpus_cuts(shelf: Shelf, page_ids: Sequence[int], folder: Path) -> Cuts:
    """Return the cuts of those pages, in their order; texts that did not change are not read."""
    kept, kept_ids, seq = _read(folder / _FILE, shelf.seq)
    changed = set(shelf.numbers("SELECT page_id FROM records WHERE text_seq > ?", (seq,)))
    row_of = {page_id: row for row, page_id in enumerate(kept_ids) if page_id not in changed}
    wanted = [page_id for page_id in page_ids if page_id not in row_of]
    if not wanted and list(page_ids) == kept_ids:
        return kept
    row_of |= {page_id: len(kept_ids) + place for place, page_id in enumerate(wanted)}
    rows = np.fromiter((row_of[page_id] for page_id in page_ids), dtype=np.int64, count=len(page_ids))
    made = Cuts.of(_cut(shelf, wanted))
    cuts = Cuts(*(getattr(kept, name).joined(getattr(made, name)).picked(rows) for name in _TABLES))
    _write(cuts, page_ids, shelf.seq, folder / _FILE)
    return cuts


def _cut(shelf: Shelf, page_ids: Sequence[int]) -> Iterator[Cut]:
    cutter = Cutter()
    decoder = msgspec.json.Decoder(Article)
    for numbers in chunks(page_ids, _CHUNK):
        yield from (cutter.cut(decoder.decode(body)) for body in shelf.bodies(numbers))


def _read(file: Path, newest: int) -> tuple[Cuts, list[int], int]:
    """Return the cuts in `file`, their pages, and the state they show; nothing where that is later than `newest`."""
    import pyarrow as pa  # noqa: PLC0415 -- heavy; importing the store must not wait for it

    nothing: tuple[Cuts, list[int], int] = (Cuts.of([]), [], 0)
    try:
        with pa.memory_map(str(file)) as source:
            table = pa.ipc.open_file(source).read_all()
    except (OSError, pa.ArrowInvalid):
        return nothing
    said = table.schema.metadata or {}
    if said.get(b"format") != _FORMAT or not len(table) or int(said[b"seq"]) > newest:
        return nothing
    cells = (table[name].chunk(0) for name in _TABLES)
    cuts = Cuts(*(Ragged(column.offsets.to_numpy(), column.values.to_numpy()) for column in cells))
    pages: list[Any] = table["page_id"].to_pylist()
    return cuts, pages, int(said[b"seq"])


def _write(cuts: Cuts, page_ids: Sequence[int], seq: int, file: Path) -> None:
    """Put the cuts into `file` in one step; a disk that takes none only costs the next call its time."""
    import pyarrow as pa  # noqa: PLC0415 -- as above

    columns: dict[str, Any] = {"page_id": pa.array(np.array(page_ids, dtype=np.int64))}
    for name in _TABLES:
        table: Ragged = getattr(cuts, name)
        columns[name] = pa.LargeListArray.from_arrays(pa.array(table.offsets), pa.array(table.values))
    made = pa.table(columns).replace_schema_metadata({"format": _FORMAT, "seq": str(seq)})
    with (
        kept_if_whole(file) as partial,
        pa.OSFile(str(partial), "wb") as sink,
        pa.ipc.new_file(sink, made.schema) as out,
    ):
        out.write_table(made)
