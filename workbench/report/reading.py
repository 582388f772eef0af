"""The corpus of a report: pages, stored records or a corpus, under the names that the report gives them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

import msgspec

from workbench.codebook import Codebook
from workbench.errors import ReadError, WorkbenchError
from workbench.page import Page
from workbench.pipeline import make_records
from workbench.read import read_pages
from workbench.record import SCHEMA, Record
from workbench.store import Corpus, make_corpus, open_corpus

#: After how many pages a reader is told how far things are.
_STEP = 1_000


def read_corpus(
    inputs: Sequence[str], codebook: Codebook, *, name: str, places: Mapping[str, str], say: Callable[[str], None]
) -> Corpus:
    """Read and tag every input.

    Parameters
    ----------
    inputs
        Files and folders of pages, files of records, or corpora.
    codebook, name
        The codebook, and what the user calls it.
    places
        Where an input lies now, for those that have moved; their pages keep the names that they had.
    say
        Is told how far things are.
    """
    stored = [path for path in inputs if _is_stored(places.get(path, path))]
    pages = (reading for path in inputs if path not in stored for reading in _moved(path, places.get(path, path)))
    opened = [_opened(places.get(path, path), name) for path in stored]
    if len(opened) == len(inputs) == 1 and isinstance(opened[0], Corpus):
        return opened[0]
    made = _counted(make_records(pages, codebook), say) if len(stored) < len(inputs) else iter(())
    return make_corpus(chain(*map(_found, opened), made), codebook)


def _is_stored(path: str) -> bool:
    """Whether the store opens `path`: a corpus, a table, or JSON lines that are records; all else holds pages."""
    place = Path(path)
    if place.is_dir():
        return (place / "corpus.sqlite").is_file()
    if place.suffix == ".jsonl" and place.is_file():
        with place.open("rb") as lines:
            return SCHEMA.encode() in next(lines, b"")
    return place.suffix == ".parquet" and place.is_file()


def _opened(path: str, codebook: str) -> Corpus | ReadError:
    try:
        return open_corpus(path, codebook=codebook)
    except WorkbenchError as error:
        return ReadError(path, str(error))


def _found(opened: Corpus | ReadError) -> Iterable[Record | ReadError]:
    if isinstance(opened, ReadError):
        return (opened,)
    return (*opened.records, *(ReadError(failure.path, failure.reason) for failure in opened.failures))


def _moved(name: str, place: str) -> Iterator[Page | ReadError]:
    """Read what lies at `place` under the name that the report has for it."""
    old, new = str(Path(place)), str(Path(name))
    for reading in read_pages([place]):
        if old == new:
            yield reading
        elif isinstance(reading, ReadError):
            yield ReadError(_renamed(reading.path, old, new), reading.reason)
        else:
            copy_of = reading.copy_of and _renamed(reading.copy_of, old, new)
            yield msgspec.structs.replace(reading, path=_renamed(reading.path, old, new), copy_of=copy_of)


def _renamed(path: str, old: str, new: str) -> str:
    return new + path.removeprefix(old) if path.startswith(old) else path


def _counted(found: Iterable[Record | ReadError], say: Callable[[str], None]) -> Iterator[Record | ReadError]:
    for number, one in enumerate(found, start=1):
        yield one
        if number % _STEP == 0:
            say(f"{number:,} pages read ...")
