"""What takes long to work out of a corpus on disk, kept beside its index: it can be deleted and is made again."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

import msgspec
import numpy as np
from numpy.typing import NDArray

#: The folder beside the database that holds all that follows from it.
INDEX: Final = "index"
_NAMED: Final = "named.json"


class Derived(msgspec.Struct, frozen=True):
    """Columns of numbers, by name, and whatever else JSON can carry."""

    columns: dict[str, NDArray[Any]]
    rest: Any = None


@contextmanager
def kept_if_whole(file: Path) -> Iterator[Path]:
    """Yield where to write what takes the place of `file` when whole; a disk that takes none only costs time later."""
    partial = file.with_name(f".{os.getpid()}.partial")
    with suppress(OSError):  # without the folder, writing fails below
        file.parent.mkdir(parents=True, exist_ok=True)
    try:
        yield partial
        partial.replace(file)
    except OSError:
        partial.unlink(missing_ok=True)


def kept(folder: Path, kind: str, state: str, make: Callable[[], Derived]) -> Derived:
    """Return what `make` makes; from `folder` if it was made before, where that is possible.

    Parameters
    ----------
    folder
        Of all that is derived from the corpus.
    kind, state
        What it is, and which state of what it follows from; of one kind one state is kept.
    make
        Makes it anew.
    """
    place = folder / f"{kind}-{state}"
    try:
        return _read(place)
    except (OSError, EOFError, ValueError, msgspec.MsgspecError):
        made = make()
    _write(made, place, kind)
    return made


def _read(place: Path) -> Derived:
    """Map the columns into memory; what is not looked at is not read."""
    names, rest = msgspec.json.decode((place / _NAMED).read_bytes(), type=tuple[list[str], Any])
    return Derived({name: np.load(place / f"{at}.npy", mmap_mode="r") for at, name in enumerate(names)}, rest)


def _write(made: Derived, place: Path, kind: str) -> None:
    """Put it in its place in one step, and clear away other states; a disk that takes none only costs the next call."""
    partial = place.with_name(f".{place.name}.{os.getpid()}.partial")
    try:
        shutil.rmtree(place, ignore_errors=True)
        partial.mkdir(parents=True)
        for at, column in enumerate(made.columns.values()):
            np.save(partial / f"{at}.npy", column)
        (partial / _NAMED).write_bytes(msgspec.json.encode((list(made.columns), made.rest)))
        partial.rename(place)
    except OSError:
        shutil.rmtree(partial, ignore_errors=True)
        return
    for other in place.parent.glob(f"{kind}-*"):
        if other != place:
            shutil.rmtree(other, ignore_errors=True)
