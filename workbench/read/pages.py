"""Paths to pages."""

import logging
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import msgspec

from workbench.errors import ReadError
from workbench.page import Page
from workbench.read.registry import read_source
from workbench.read.source import HEAD_BYTES, ReadOptions, Source, format_suffix
from workbench.read.walk import walk

_log = logging.getLogger(__name__)
#: So many exact copies are named; a crawl that fetched a site twice has thousands, and their records say it, too.
_COPIES_SAID: Final = 20


def read_pages(paths: Iterable[str], options: ReadOptions | None = None) -> Iterator[Page | ReadError]:
    """Read every page that `paths` name, one at a time.

    Parameters
    ----------
    paths
        Files and folders, and ``-`` for a list of paths on standard input.
    options
        Bounds and the columns of tables.

    Yields
    ------
    page or error
        In the order of `paths`, folders in the order of their names. One error for each input, row or member that
        could not be read; the others are read on. Files that a folder holds beside its pages are logged. A page
        with the bytes of an earlier one names that one in `copy_of`.
    """
    chosen = options or ReadOptions()
    seen: dict[int, str] = {}
    n_copies = 0
    for file in walk(paths, chosen.limits):
        readings = [(0, file)] if isinstance(file, ReadError) else read_file(file, chosen)
        for _, reading in readings:
            if isinstance(reading, ReadError):
                yield reading
                continue
            page = _mark_copy(reading, seen, chosen.limits.remembered_pages)
            if page.copy_of:
                n_copies += 1
                _say_copy(page, n_copies)
            yield page
    if n_copies > _COPIES_SAID:
        _log.warning("%s more exact copies; the record of each says so", f"{n_copies - _COPIES_SAID:,}")


def read_file(file: Path, options: ReadOptions) -> Iterator[tuple[int, Page | ReadError]]:
    """Read every page of one file, each with how many bytes into the file its reader then is; mark no copies."""
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            yield 0, ReadError(str(file), "neither a file nor a folder")
            return
        with file.open("rb") as stream:
            head = stream.read(HEAD_BYTES)
            source = Source(path=str(file), suffix=format_suffix(file.name), stream=stream, head=head)
            for reading in read_source(source, options):
                yield stream.tell(), reading
    except (OSError, ValueError) as error:
        yield 0, ReadError(str(file), getattr(error, "strerror", None) or str(error))


def _say_copy(page: Page, number: int) -> None:
    if number <= _COPIES_SAID:
        _log.warning("%s: exact copy of %s", page.path, page.copy_of)


def _mark_copy(page: Page, seen: dict[int, str], bound: int) -> Page:
    """Return `page`, marked as a copy where one with its bytes came before; 8 bytes of the hash tell."""
    key = int(page.content_hash[-16:], 16)
    first = seen.setdefault(key, page.path)
    if first != page.path:
        return msgspec.structs.replace(page, copy_of=first)
    if len(seen) > bound:
        del seen[next(iter(seen))]
    return page
