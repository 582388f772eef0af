"""Open: a Parquet corpus, as a cluster wrote it, into a corpus that answers at once."""

import sqlite3
from collections.abc import Iterator
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import Final

from workbench.store.database import open_for_writing, storage_errors
from workbench.store.ingest import ALONE, Progress, Staff, Work, carry_out
from workbench.store.lock import writer_lock
from workbench.store.parts import PartList, StoredPage, part_files, part_pages, read_part_list
from workbench.store.plan import PagesTicket, Ticket
from workbench.store.pool import Job
from workbench.store.recipe import Recipe, Stamp
from workbench.store.work import Outcome, RecordItem
from workbench.store.writer import FilePart, FileState

_PAGES_A_JOB: Final = 64


def open_parts(source: Path, folder: Path, recipe: Recipe, *, staff: Staff = ALONE) -> Progress:
    """Take the Parquet corpus in `source` into the corpus in `folder`, which is made where there is none.

    The result is what an ingest of the same pages on one machine gives. Files that the corpus holds as the parts do
    are passed over, so an opening that was stopped goes on.

    Parameters
    ----------
    source
        The Parquet corpus.
    folder
        The corpus.
    recipe
        What the workers are set up with; records stay as the cluster made them, and are marked so.
    staff
        How many processes pack records, and who is told how far they are.

    Returns
    -------
    progress
        What was done.

    Raises
    ------
    CorpusError
        Either cannot be read or written, or another process writes to the corpus.
    """
    parts = read_part_list(source)
    with writer_lock(folder), storage_errors(folder):
        connection = open_for_writing(folder)
        try:
            return carry_out(connection, _work(connection, source, parts), recipe, staff)
        finally:
            connection.close()


def _work(connection: sqlite3.Connection, source: Path, parts: PartList) -> Work:
    total = n_unchanged = 0
    for name in parts.parts:
        for file in part_files(source / name):
            if _is_here(connection, file, parts.stamp):
                n_unchanged += 1
            else:
                total += max(file.size, 0)
    return Work(_jobs(connection, source, parts), parts.stamp, total, n_unchanged)


def _jobs(connection: sqlite3.Connection, source: Path, parts: PartList) -> Iterator[Job[Ticket]]:
    for name in parts.parts:
        for file, pages in _by_file(source / name):
            if not _is_here(connection, file, parts.stamp):
                yield from _file_jobs(file, pages)


def _is_here(connection: sqlite3.Connection, file: FileState, stamp: Stamp) -> bool:
    """Say whether the corpus holds all pages of `file` as it was found, none with a record of another stamp."""
    query = "SELECT id FROM files WHERE path = ? AND size = ? AND mtime_ns = ? AND is_done"
    row = connection.execute(query, (file.path, file.size, file.mtime_ns)).fetchone()
    if row is None:
        return False
    other = """SELECT 1 FROM pages JOIN records ON page_id = pages.id JOIN stamps ON stamps.id = stamp_id
        WHERE file_id = ? AND (codebook, program, parser) <> (?, ?, ?) LIMIT 1"""
    return connection.execute(other, (*row, stamp.codebook, stamp.program, stamp.parser)).fetchone() is None


def _by_file(part: Path) -> Iterator[tuple[FileState, Iterator[StoredPage]]]:
    """Yield each file of a part with its pages, which may be none."""
    groups = groupby(part_pages(part), key=itemgetter(0))
    place_of_next, rows = next(groups, (None, iter(())))
    for place, file in enumerate(part_files(part)):
        if place == place_of_next:
            yield file, (page for _, page in rows)
            place_of_next, rows = next(groups, (None, iter(())))
        else:
            yield file, iter(())


def _file_jobs(file: FileState, pages: Iterator[StoredPage]) -> Iterator[Job[Ticket]]:
    some, is_first, n_before = list(islice(pages, _PAGES_A_JOB)), True, 0
    while True:
        following = list(islice(pages, _PAGES_A_JOB))
        yield _job(some, FilePart(file=file, is_first=is_first, is_last=not following), n_before)
        if not following:
            return
        some, is_first, n_before = following, False, n_before + len(some)


def _job(pages: list[StoredPage], part: FilePart, n_before: int) -> Job[Ticket]:
    items = tuple(
        RecordItem(part.file.path, number, page.record, page.head)
        for number, page in enumerate(pages, start=n_before + 1)
        if page.record is not None
    )
    failed = (page for page in pages if page.record is None)
    others = tuple(Outcome(path=page.path, content_hash=page.content_hash, error=page.error) for page in failed)
    return Job(items, PagesTicket(part, others))
