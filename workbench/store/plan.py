"""What an ingest has to do: the files that are new or changed, cut into jobs."""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, Literal

import msgspec

from workbench.errors import ReadError
from workbench.page import Page
from workbench.read import Limits, ReadOptions, read_file
from workbench.read.walk import walk
from workbench.store.database import transaction
from workbench.store.pool import Job
from workbench.store.transfer import holds_records, stored_lines
from workbench.store.work import FileItem, Item, Outcome, PageItem, RecordItem, digest_of, member_of
from workbench.store.writer import FilePart, FileState

#: Larger files are read here and their pages spread over the workers; smaller ones are read by the workers.
_SMALL_FILE: Final = 1 << 18
_ITEMS_A_JOB: Final = 32
_BYTES_A_JOB: Final = 1 << 20

#: Which files are read: those that changed, or also those with a page that failed.
Scope = Literal["changed", "failed"]


class FilesTicket(msgspec.Struct, frozen=True):
    """A job of whole files, one an item."""

    parts: tuple[FilePart, ...]


class PagesTicket(msgspec.Struct, frozen=True):
    """A job of pages of one file, what is known of others without work, and at which byte of the file it ends."""

    part: FilePart
    others: tuple[Outcome, ...]
    at: int | None = None


class RecordsTicket(msgspec.Struct, frozen=True):
    """A job of stored records of one file."""

    part: FilePart


Ticket = FilesTicket | PagesTicket | RecordsTicket


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """How much there is to do; the files stand in the connection's own table ``todo``."""

    n_files: int
    n_unchanged: int
    total_bytes: int


def make_plan(connection: sqlite3.Connection, paths: Iterable[str], limits: Limits, *, scope: Scope) -> Plan:
    """List the files under `paths` that are to be read, in memory that does not grow with their number."""
    connection.execute(
        """CREATE TEMP TABLE todo (
            place INTEGER PRIMARY KEY, path TEXT UNIQUE, size INTEGER, mtime_ns INTEGER, told TEXT)"""
    )
    n_unchanged = 0
    with transaction(connection):
        for state, reason in found_files(paths, limits):
            if reason is None and _is_unchanged(connection, state, scope):
                n_unchanged += 1
                continue
            cells = (state.path, state.size, state.mtime_ns, reason)
            connection.execute("INSERT OR IGNORE INTO todo (path, size, mtime_ns, told) VALUES (?, ?, ?, ?)", cells)
        if scope == "failed":
            _forget_gone(connection)
    n_files, total = connection.execute("SELECT count(*), coalesce(sum(max(size, 0)), 0) FROM todo").fetchone()
    return Plan(n_files=n_files, n_unchanged=n_unchanged, total_bytes=total)


def found_files(paths: Iterable[str], limits: Limits) -> Iterator[tuple[FileState, str | None]]:
    """Yield each file under `paths` as it is found, and what is wrong with it where that shows already."""
    for found in walk(paths, limits):
        if isinstance(found, ReadError):
            yield FileState(found.path, -1, -1), found.reason
            continue
        try:
            stat = os.stat(found)  # noqa: PTH116 -- a million files: each microsecond counts
        except OSError:
            yield FileState(str(found), -1, -1), None
        else:
            yield FileState(str(found), stat.st_size, stat.st_mtime_ns), None


def _is_unchanged(connection: sqlite3.Connection, state: FileState, scope: Scope) -> bool:
    row = connection.execute("SELECT id, size, mtime_ns, is_done FROM files WHERE path = ?", (state.path,)).fetchone()
    if row is None or row[1:] != (state.size, state.mtime_ns, 1):
        return False
    if scope == "changed":
        return True
    failed = "SELECT 1 FROM pages WHERE file_id = ? AND error IS NOT NULL"
    return connection.execute(failed, (row[0],)).fetchone() is None


def _forget_gone(connection: sqlite3.Connection) -> None:
    """Forget failures that nothing will try again: of files that are gone, and of folders that can be read by now.

    A file that comes back is read again, even if it is the very same.
    """
    query = """SELECT DISTINCT files.id, path FROM files JOIN pages ON file_id = files.id
        WHERE error IS NOT NULL AND path NOT IN (SELECT path FROM todo)"""
    for file_id, path in connection.execute(query).fetchall():
        if not os.path.lexists(path) or (os.path.isdir(path) and os.access(path, os.R_OK | os.X_OK)):  # noqa: PTH112 -- beside lexists
            connection.execute("DELETE FROM pages WHERE file_id = ? AND error IS NOT NULL", (file_id,))
            connection.execute("UPDATE files SET mtime_ns = -1 WHERE id = ?", (file_id,))


def jobs(connection: sqlite3.Connection, options: ReadOptions) -> Iterator[Job[Ticket]]:
    """Cut the files of ``todo`` into jobs, in the order in which they were named."""
    small: list[FileState] = []
    place = 0
    query = "SELECT place, path, size, mtime_ns, told FROM todo WHERE place > ? ORDER BY place LIMIT 1"
    while row := connection.execute(query, (place,)).fetchone():
        place, *cells, reason = row
        state = FileState(*cells)
        if reason is None and state.size <= _SMALL_FILE and not holds_records(Path(state.path)):
            small.append(state)
            if _is_enough(small):
                yield _files_job(connection, small)
                small = []
        else:
            yield from _large_jobs(connection, state, reason, options)
    if small:
        yield _files_job(connection, small)


def _large_jobs(
    connection: sqlite3.Connection, state: FileState, reason: str | None, options: ReadOptions
) -> Iterator[Job[Ticket]]:
    if reason is not None:
        part = FilePart(file=state, is_first=True, is_last=True)
        yield Job((), PagesTicket(part, (Outcome(path=state.path, error=reason),)))
    elif holds_records(Path(state.path)):
        yield from _record_jobs(state)
    else:
        yield from _page_jobs(connection, state, options)


def _is_enough(files: list[FileState]) -> bool:
    return len(files) >= _ITEMS_A_JOB or sum(file.size for file in files) >= _BYTES_A_JOB


def _files_job(connection: sqlite3.Connection, files: Iterable[FileState]) -> Job[Ticket]:
    states = tuple(files)
    items = tuple(FileItem(state.path, _known(connection, state.path)) for state in states)
    return Job(items, FilesTicket(tuple(FilePart(file=state, is_first=True, is_last=True) for state in states)))


def _known(connection: sqlite3.Connection, path: str) -> dict[str, bytes]:
    query = """SELECT member, content_hash FROM pages JOIN files ON files.id = file_id
        WHERE path = ? AND error IS NULL"""
    return dict(connection.execute(query, (path,)))


def _page_jobs(connection: sqlite3.Connection, state: FileState, options: ReadOptions) -> Iterator[Job[Ticket]]:
    items: list[Item] = []
    others: list[Outcome] = []
    is_first, at = True, 0
    for now, reading in read_file(Path(state.path), options):
        if len(items) + len(others) >= _ITEMS_A_JOB:
            part = FilePart(file=state, is_first=is_first, is_last=False)
            yield Job(tuple(items), PagesTicket(part, tuple(others), at))
            items, others, is_first = [], [], False
        at = now
        if isinstance(reading, ReadError):
            others.append(Outcome(path=reading.path, error=reading.reason))
        elif _is_known(connection, state.path, reading):
            others.append(Outcome(path=reading.path, content_hash=digest_of(reading.content_hash)))
        else:
            items.append(PageItem(state.path, reading))
    yield Job(tuple(items), PagesTicket(FilePart(file=state, is_first=is_first, is_last=True), tuple(others)))


def _is_known(connection: sqlite3.Connection, path: str, page: Page) -> bool:
    query = """SELECT content_hash FROM pages WHERE member = ? AND error IS NULL
        AND file_id = (SELECT id FROM files WHERE path = ?)"""
    row = connection.execute(query, (member_of(page.path, path), path)).fetchone()
    return row is not None and row[0] == digest_of(page.content_hash)


def _record_jobs(state: FileState) -> Iterator[Job[Ticket]]:
    items: list[Item] = []
    is_first = True
    for number, line in enumerate(stored_lines(Path(state.path)), start=1):
        if len(items) >= _ITEMS_A_JOB:
            yield Job(tuple(items), RecordsTicket(FilePart(file=state, is_first=is_first, is_last=False)))
            items, is_first = [], False
        items.append(RecordItem(state.path, number, line))
    yield Job(tuple(items), RecordsTicket(FilePart(file=state, is_first=is_first, is_last=True)))
