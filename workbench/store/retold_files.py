"""The retellings of a corpus, kept day by day beside its index: only days with other articles are gone through."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from workbench.store.cuts import Cuts
from workbench.store.derived import kept_if_whole
from workbench.store.ragged import Ragged
from workbench.store.retold import Places, Retold, beat_of, each_once, joined, retold_among, together

_FILE: Final = "retold-1.npz"
_MIX: Final = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F))
_UPPER: Final = np.uint64(31)
_WHOLE: Final = 2**64 - 1
_ROWS: Final = 50_000

#: A day and the signature of its articles and the corpus's beat, and the pairs among them by their pages' numbers.
_Known = dict[tuple[int, int], Retold]


def corpus_retellings(cuts: Cuts, page_ids: Sequence[int], folder: Path) -> Retold:
    """Return the pairs among those pages, by their places, as `retellings` does."""
    kept = _read(folder / _FILE)
    ids = np.array(page_ids, dtype=np.int64)
    days = dict(_by_day(cuts, ids, kept))
    if days.keys() != kept.keys():
        _write(days, folder / _FILE)
    order = np.argsort(ids)
    return each_once(
        [_renamed(pairs, lambda named: order[np.searchsorted(ids, named, sorter=order)]) for pairs in days.values()]
    )


def _by_day(cuts: Cuts, ids: Places, kept: _Known) -> Iterator[tuple[tuple[int, int], Retold]]:
    beat = beat_of(cuts.terms)
    signatures, of_beat = _signatures(cuts.terms, ids), int(_mixed(beat.astype(np.uint64)).sum())
    for day, texts in together(cuts.days):
        key = day, (int(signatures[texts].sum()) + of_beat) & _WHOLE
        if key not in kept:
            pairs = retold_among(texts, cuts.terms.picked(texts), beat)
            yield key, _renamed(pairs, ids.__getitem__)
        else:
            yield key, kept[key]


def _renamed(pairs: Retold, name: Callable[[Places], Places]) -> Retold:
    return Retold(name(pairs.firsts), name(pairs.seconds), pairs.likeness)


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
            pairs = Retold(kept["firsts"], kept["seconds"], kept["likeness"])
    except (OSError, EOFError, KeyError, ValueError, BadZipFile):
        return {}
    ends = np.cumsum(sizes)
    places = map(np.arange, (ends - sizes).tolist(), ends.tolist())
    return {key: pairs.picked(own) for key, own in zip(zip(days, signatures, strict=True), places, strict=True)}


def _write(days: _Known, file: Path) -> None:
    """Put the pairs into `file` in one step; a disk that takes none only costs the next call its time."""
    pairs = joined(list(days.values()))
    with kept_if_whole(file) as partial, partial.open("wb") as stream:
        np.savez(
            stream,
            days=np.array([day for day, _ in days], dtype=np.int64),
            signatures=np.array([signature for _, signature in days], dtype=np.uint64),
            sizes=np.array([len(day.firsts) for day in days.values()], dtype=np.int64),
            firsts=pairs.firsts,
            seconds=pairs.seconds,
            likeness=pairs.likeness,
        )
