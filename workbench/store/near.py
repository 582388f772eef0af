"""Near copies: pairs of texts that share much of their wording, whole, quoted, reordered or edited.

Runs of three words are sampled by their number; texts that share several rare sampled runs are candidates, and the
whole runs of both decide. Sampling by value takes the same runs from every text, as in MinHash, but keeps counts.

References
----------
Broder (1997), On the resemblance and containment of documents, SEQUENCES '97.
Schleimer, Wilkerson, Aiken (2003), Winnowing: local algorithms for document fingerprinting, SIGMOD '03.
"""

from collections.abc import Callable
from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from workbench.store.ragged import Numbers, Ragged

#: Of a run that more texts share than this, only neighbours are paired: enough to join a text that everybody prints.
_COMMON: Final = 40
_FEWEST_SAMPLES: Final = 3
_FEWEST_RUNS: Final = 12
#: Share of the shorter text's runs that the longer one holds. Three words in ten changed leave 0.34 of the runs; two
#: short reports that share a long quotation reach 0.26.
LEAST_SHARE: Final = 0.28

Pairs = NDArray[np.int64]


class NearCopy(msgspec.Struct, frozen=True):
    """Two texts by their places, first the earlier; `share` of the shorter one's runs of words stand in the other."""

    first: int
    second: int
    share: float


def near_copies(table: Ragged, runs_of: Callable[[int], Numbers], *, new_from: int = 0) -> list[NearCopy]:
    """Return the pairs of near copies among texts, in order.

    Parameters
    ----------
    table
        The sampled runs of the texts.
    runs_of
        Returns all runs of the text at a place; asked for candidates only.
    new_from
        Only pairs of which the later text stands at or after this place: what texts that were added bring.
    """
    judged = (
        _judged(int(first), int(second), runs_of(int(first)), runs_of(int(second)))
        for first, second in candidates(table, new_from=new_from)
    )
    return [pair for pair in judged if pair is not None]


def candidates(table: Ragged, *, new_from: int = 0) -> Pairs:
    """Return pairs of texts, a row each, that share enough sampled runs to be worth a look."""
    order = np.argsort(table.values, kind="stable")
    keys = _pair_keys(table.values[order], table.owners()[order], new_from)
    if not len(keys):
        return np.zeros((0, 2), dtype=np.int64)
    found, counts = np.unique(keys, return_counts=True)
    kept = found[counts >= _FEWEST_SAMPLES]
    return np.stack([kept >> 32, kept & 0xFFFFFFFF], axis=1)


def _pair_keys(values: NDArray[np.uint32], texts: Pairs, new_from: int) -> Pairs:
    """Return a number for each pair of texts that share a run, once for each run; runs stand sorted."""
    _, starts, sizes = np.unique(values, return_index=True, return_counts=True)
    size_of = np.repeat(sizes, sizes)
    left = np.repeat(starts + sizes, sizes) - np.arange(len(values))
    keys = []
    for step in range(1, _COMMON):
        firsts = np.flatnonzero((left > step) & ((size_of <= _COMMON) | (step == 1)))
        if not len(firsts):
            break
        seconds = texts[firsts + step]
        is_new = seconds >= new_from
        keys.append(texts[firsts][is_new] << 32 | seconds[is_new])
    return np.concatenate(keys) if keys else np.zeros(0, dtype=np.int64)


def _judged(first: int, second: int, one: Numbers, other: Numbers) -> NearCopy | None:
    shorter, longer = (one, other) if len(one) <= len(other) else (other, one)
    places = np.searchsorted(longer, shorter)
    n_shared = int(np.count_nonzero(longer[np.minimum(places, len(longer) - 1)] == shorter))
    share = n_shared / len(shorter)
    return NearCopy(first, second, share) if n_shared >= _FEWEST_RUNS and share >= LEAST_SHARE else None
