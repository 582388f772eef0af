"""Writes what the workers made into the database, each step whole.

Statements change one row each and return none: for others SQLite copies every page that they change into a file of its
own, which came to a hundred kilobytes an article.
"""

import sqlite3
from collections.abc import Iterable, Sequence

import msgspec

from workbench.store.recipe import Stamp
from workbench.store.work import Outcome, Packed, member_of


class FileState(msgspec.Struct, frozen=True):
    """A file as it was found; the sizes tell whether it is still the same. A file that is not there has -1."""

    path: str
    size: int
    mtime_ns: int


class FilePart(msgspec.Struct, frozen=True, kw_only=True):
    """Some or all of a file's pages, in the order of reading; `is_first` and `is_last` are both true for all."""

    file: FileState
    is_first: bool
    is_last: bool


class Marks(msgspec.Struct, frozen=True):
    """The ids under which new records are entered."""

    stamp_id: int
    dictionary_id: int


def enter_stamp(connection: sqlite3.Connection, stamp: Stamp) -> int:
    """Return the id of `stamp`, which is entered where it is new."""
    cells = (stamp.codebook, stamp.program, stamp.parser)
    connection.execute("INSERT OR IGNORE INTO stamps (codebook, program, parser) VALUES (?, ?, ?)", cells)
    query = "SELECT id FROM stamps WHERE codebook = ? AND program = ? AND parser = ?"
    return int(connection.execute(query, cells).fetchone()[0])


def next_seq(connection: sqlite3.Connection) -> int:
    """Return the number of this step; derived files tell by it how far they have come."""
    connection.execute("UPDATE state SET seq = seq + 1")
    return int(connection.execute("SELECT seq FROM state").fetchone()[0])


def write_part(connection: sqlite3.Connection, part: FilePart, outcomes: Sequence[Outcome], marks: Marks) -> None:
    """Enter what was found in a part of a file; call it inside a transaction.

    With the last part, pages that the file no longer holds are removed, unless the file as a whole could not be read:
    then they may still be there.
    """
    seq = next_seq(connection)
    file_id, number = _begun(connection, part) if part.is_first else _going_on(connection, part.file.path)
    for outcome in outcomes:
        page_id = _write_page(connection, outcome, (file_id, member_of(outcome.path, part.file.path), number))
        _write_record(connection, page_id, outcome, (seq, marks))
    if part.is_last:
        if not _is_broken(connection, file_id, number):
            _remove_missing(connection, file_id, number, seq)
        connection.execute("UPDATE files SET is_done = 1 WHERE id = ?", (file_id,))


def write_taken_over(connection: sqlite3.Connection, outcome: Outcome, marks: Marks) -> None:
    """Enter a record that came without its page; the file that its path names is read when it is ingested itself."""
    file = _file_of(outcome.path)
    query = "INSERT INTO files (path, size, mtime_ns, pass, is_done) VALUES (?, -2, -2, 0, 0) ON CONFLICT DO NOTHING"
    connection.execute(query, (file,))
    file_id, number = _going_on(connection, file)
    page_id = _write_page(connection, outcome, (file_id, member_of(outcome.path, file), number))
    if outcome.stamp is not None:
        marks = Marks(enter_stamp(connection, outcome.stamp), marks.dictionary_id)
    _write_record(connection, page_id, outcome, (next_seq(connection), marks))


def replace_record(connection: sqlite3.Connection, page_id: int, packed: Packed, marks: Marks) -> None:
    """Enter a record that was parsed and tagged again in the place of the one before."""
    _insert_record(connection, page_id, packed, (next_seq(connection), marks))


def replace_tags(connection: sqlite3.Connection, page_id: int, packed: Packed, marks: Marks) -> None:
    """Enter a record that was tagged again and has the lines that it had."""
    cells = (marks.stamp_id, next_seq(connection), packed.facts, page_id)
    connection.execute("UPDATE records SET stamp_id = ?, seq = ?, facts = ? WHERE page_id = ?", cells)
    query = "UPDATE bodies SET dictionary_id = ?, body = ? WHERE page_id = ?"
    connection.execute(query, (marks.dictionary_id, packed.body, page_id))


def _file_of(path: str) -> str:
    ends = [end for end in (path.find("!"), path.rfind("#")) if end > 0]
    return path[: min(ends)] if ends else path


def _begun(connection: sqlite3.Connection, part: FilePart) -> tuple[int, int]:
    file = part.file
    known = connection.execute("SELECT id FROM files WHERE path = ?", (file.path,)).fetchone()
    if known is None:
        query = "INSERT INTO files (path, size, mtime_ns, pass, is_done) VALUES (?, ?, ?, 1, 0)"
        connection.execute(query, (file.path, file.size, file.mtime_ns))
    else:
        query = "UPDATE files SET size = ?, mtime_ns = ?, pass = pass + 1, is_done = 0 WHERE id = ?"
        connection.execute(query, (file.size, file.mtime_ns, *known))
    return _going_on(connection, file.path)


def _going_on(connection: sqlite3.Connection, path: str) -> tuple[int, int]:
    file_id, number = connection.execute("SELECT id, pass FROM files WHERE path = ?", (path,)).fetchone()
    return file_id, number


def _write_page(connection: sqlite3.Connection, outcome: Outcome, place: tuple[int, str, int]) -> int:
    """Enter a page, by file, member and pass, and return its number."""
    file_id, member, number = place
    query = "SELECT id FROM pages WHERE file_id = ? AND member = ?"
    known = connection.execute(query, (file_id, member)).fetchone()
    if known is None:
        query = "INSERT INTO pages (file_id, member, pass, content_hash, error) VALUES (?, ?, ?, ?, ?)"
        return connection.execute(query, (*place, outcome.content_hash, outcome.error)).lastrowid or 0
    (page_id,) = known
    if outcome.record is None and outcome.error is None:
        connection.execute("UPDATE pages SET pass = ? WHERE id = ?", (number, page_id))
    else:
        query = "UPDATE pages SET pass = ?, content_hash = ?, error = ? WHERE id = ?"
        connection.execute(query, (number, outcome.content_hash, outcome.error, page_id))
    return int(page_id)


def _write_record(connection: sqlite3.Connection, page_id: int, outcome: Outcome, step: tuple[int, Marks]) -> None:
    if outcome.record is not None:
        _insert_record(connection, page_id, outcome.record, step)
    elif outcome.error is not None:
        _remove_records(connection, [page_id], step[0])


def _insert_record(connection: sqlite3.Connection, page_id: int, packed: Packed, step: tuple[int, Marks]) -> None:
    seq, marks = step
    _delete_record(connection, page_id)
    cells = (page_id, packed.article_id, marks.stamp_id, seq, seq, packed.facts)
    connection.execute("INSERT INTO records VALUES (?, ?, ?, ?, ?, ?)", cells)
    body = (page_id, marks.dictionary_id, packed.head, packed.body)
    connection.execute("INSERT INTO bodies VALUES (?, ?, ?, ?)", body)


def _delete_record(connection: sqlite3.Connection, page_id: int) -> bool:
    """Delete the record of a page; say whether there was one."""
    connection.execute("DELETE FROM bodies WHERE page_id = ?", (page_id,))
    return connection.execute("DELETE FROM records WHERE page_id = ?", (page_id,)).rowcount > 0


def _is_broken(connection: sqlite3.Connection, file_id: int, number: int) -> bool:
    query = "SELECT 1 FROM pages WHERE file_id = ? AND member = '' AND pass = ? AND error IS NOT NULL"
    return connection.execute(query, (file_id, number)).fetchone() is not None


def _remove_missing(connection: sqlite3.Connection, file_id: int, number: int, seq: int) -> None:
    query = "SELECT id FROM pages WHERE file_id = ? AND pass <> ?"
    gone = [page_id for (page_id,) in connection.execute(query, (file_id, number))]
    _remove_records(connection, gone, seq)
    connection.executemany("DELETE FROM pages WHERE id = ?", ((page_id,) for page_id in gone))


def _remove_records(connection: sqlite3.Connection, page_ids: Iterable[int], seq: int) -> None:
    for page_id in page_ids:
        if _delete_record(connection, page_id):
            connection.execute("INSERT INTO removals VALUES (?, ?)", (page_id, seq))
