"""The retellings of a corpus, kept day by day beside its index: only days with other articles are gone through."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from workbench.store.cuts import Cuts
from workbench.store.ragged import Ragged
from workbench.store.retold import Places, Retelling, each_once, retold_among, together

_FILE: Final = "retold-1.npz"
_MIX: Final = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F))
_UPPER: Final = np.uint64(31)
_ROWS: Final = 50_000

#: A day and the signature of the articles that tell it, and the pairs among them by the numbers of their pages.
_Known = dict[tuple[int, int], list[Retelling]]


def corpus_retellings(cuts: Cuts, page_ids: Sequence[int], folder: Path) -> list[Retelling]:
    """Return the pairs among those pages, by their places, as `retellings` does."""
    kept = _read(folder / _FILE)
    ids = np.array(page_ids, dtype=np.int64)
    days = dict(_by_day(cuts, ids, kept))
    if days.keys() != kept.keys():
        _write(days, folder / _FILE)
    place_of = {page_id: place for place, page_id in enumerate(page_ids)}
    return each_once(
        Retelling(place_of[pair.first], place_of[pair.second], pair.likeness) for day in days.values() for pair in day
    )


def _by_day(cuts: Cuts, ids: Places, kept: _Known) -> Iterator[tuple[tuple[int, int], list[Retelling]]]:
    signatures = _signatures(cuts.terms, ids)
    for day, texts in together(cuts.days):
        key = day, int(signatures[texts].sum())
        yield key, kept[key] if key in kept else _named(retold_among(texts, cuts.terms.picked(texts)), ids)


def _named(pairs: Iterator[Retelling], ids: Places) -> list[Retelling]:
    return [Retelling(int(ids[pair.first]), int(ids[pair.second]), pair.likeness) for pair in pairs]


def _signatures(terms: Ragged, ids: Places) -> NDArray[np.uint64]:
    """Return a number for each page and its terms; the same for the same, and for others hardly ever."""
    sums = [_sums(terms, start, min(start + _ROWS, len(terms))) for start in range(0, len(terms), _ROWS)]
    return _mixed(np.concatenate([np.zeros(0, dtype=np.uint64), *sums]) + _mixed(ids.astype(np.uint64)))


def _sums(terms: Ragged, start: int, end: int) -> NDArray[np.uint64]:
    offsets = terms.offsets[start : end + 1]
    running = np.cumsum(_mixed(terms.values[offsets[0] : offsets[-1]].astype(np.uint64)))
    ends = np.concatenate([np.zeros(1, dtype=np.uint64), running])[offsets - offsets[0]]
    sums: NDArray[np.uint64] = np.diff(ends)
    return sums


def _mixed(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    mixed = (numbers + _MIX[0]) * _MIX[1]
    return (mixed ^ (mixed >> _UPPER)) * _MIX[0]


def _read(file: Path) -> _Known:
    try:
        with file.open("rb") as stream, np.load(stream) as kept:
            days, signatures, sizes = kept["days"].tolist(), kept["signatures"].tolist(), kept["sizes"]
            cells = zip(kept["firsts"].tolist(), kept["seconds"].tolist(), kept["likeness"].tolist(), strict=True)
    except (OSError, EOFError, KeyError, ValueError, BadZipFile):
        return {}
    pairs = [Retelling(*cell) for cell in cells]
    ends = np.cumsum(sizes)
    places = zip((ends - sizes).tolist(), ends.tolist(), strict=True)
    return {
        (day, signature): pairs[start:end]
        for day, signature, (start, end) in zip(days, signatures, places, strict=True)
    }


def _write(days: _Known, file: Path) -> None:
    """Put the pairs into `file` in one step; a disk that takes none only costs the next call its time."""
    pairs = [pair for day in days.values() for pair in day]
    partial = file.with_name(f".{os.getpid()}.partial")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with partial.open("wb") as stream:
            np.savez(
                stream,
                days=np.array([day for day, _ in days], dtype=np.int64),
                signatures=np.array([signature for _, signature in days], dtype=np.uint64),
                sizes=np.array([len(day) for day in days.values()], dtype=np.int64),
                firsts=np.array([pair.first for pair in pairs], dtype=np.int64),
                seconds=np.array([pair.second for pair in pairs], dtype=np.int64),
                likeness=np.array([pair.likeness for pair in pairs]),
            )
        partial.replace(file)
    except OSError:
        partial.unlink(missing_ok=True)
