"""The database of a corpus: its schema, every change to it, and connections for one writer and many readers."""

import errno
import itertools
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from workbench.errors import CorpusError
from workbench.store.pack import DamagedError

DATABASE: Final = "corpus.sqlite"
#: The file that names the parts of a Parquet corpus; without it a folder of parts is no whole one.
PART_LIST: Final = "parts.json"
#: Marks a SQLite file as ours: "PRSW".
APPLICATION_ID: Final = 0x50525357
#: A step of an ingest takes a fraction of this.
_PATIENCE_SECONDS: Final = 30
_CACHE_KILOBYTES: Final = 65_536

#: Each entry takes a database one version further; entries are only ever added.
MIGRATIONS: Final[tuple[tuple[str, ...], ...]] = (
    (
        # One row a file (or folder that could not be read); `is_done` is 0 while its pages come in.
        """CREATE TABLE files (
            id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL,
            pass INTEGER NOT NULL, is_done INTEGER NOT NULL)""",
        # One row a page: `member` is what its name has after the file's. `error` is set where it has no record.
        """CREATE TABLE pages (
            id INTEGER PRIMARY KEY, file_id INTEGER NOT NULL REFERENCES files (id), member TEXT NOT NULL,
            pass INTEGER NOT NULL, content_hash BLOB, error TEXT, UNIQUE (file_id, member))""",
        # `head` is what the page said beside its text, None for imported records; `facts` is what the index is made
        # of; `seq` and `text_seq` are the steps in which the record and its own lines were written.
        """CREATE TABLE records (
            page_id INTEGER PRIMARY KEY REFERENCES pages (id) ON DELETE CASCADE, article_id TEXT NOT NULL,
            stamp_id INTEGER NOT NULL, dictionary_id INTEGER NOT NULL, seq INTEGER NOT NULL, text_seq INTEGER NOT NULL,
            head BLOB, facts BLOB NOT NULL, body BLOB NOT NULL)""",
        "CREATE INDEX records_by_article ON records (article_id)",
        "CREATE INDEX records_by_text_seq ON records (text_seq)",
        "CREATE INDEX pages_that_failed ON pages (file_id) WHERE error IS NOT NULL",
        # What made a record: the codebook's hash, the program, and the part of both that parsing depends on.
        """CREATE TABLE stamps (
            id INTEGER PRIMARY KEY, codebook TEXT NOT NULL, program TEXT NOT NULL, parser TEXT NOT NULL,
            UNIQUE (codebook, program, parser))""",
        "CREATE TABLE dictionaries (id INTEGER PRIMARY KEY, content BLOB NOT NULL)",
        "CREATE TABLE removals (page_id INTEGER NOT NULL, seq INTEGER NOT NULL)",
        "CREATE TABLE state (seq INTEGER NOT NULL)",
        "INSERT INTO state VALUES (0)",
    ),
    (
        # The codebooks of `stamps`, packed: what changed since decides which records are to be tagged again.
        "CREATE TABLE codebooks (hash TEXT PRIMARY KEY, content BLOB NOT NULL)",
        # What analysts say of single tags; only ever added to. `tag` is the tag as it stood, `correction` what it
        # should say, both as in the record's JSON.
        """CREATE TABLE decisions (
            id INTEGER PRIMARY KEY, article_id TEXT NOT NULL, kind TEXT NOT NULL, tag BLOB NOT NULL,
            verdict TEXT NOT NULL, correction BLOB, note TEXT NOT NULL, who TEXT NOT NULL, decided_at TEXT NOT NULL)""",
        "CREATE INDEX decisions_by_article ON decisions (article_id)",
    ),
    (
        # Of a record what is asked of many lies apart from what is asked of few: a look at all of a million articles
        # reads some hundred megabytes, and no text. By content they are found by such a look: an index in the order of
        # hashes would have a page written for every article.
        """CREATE TABLE bodies (
            page_id INTEGER PRIMARY KEY REFERENCES pages (id) ON DELETE CASCADE, dictionary_id INTEGER NOT NULL,
            head BLOB, body BLOB NOT NULL)""",
        "INSERT INTO bodies SELECT page_id, dictionary_id, head, body FROM records ORDER BY page_id",
        """CREATE TABLE slim (
            page_id INTEGER PRIMARY KEY REFERENCES pages (id) ON DELETE CASCADE, article_id TEXT NOT NULL,
            stamp_id INTEGER NOT NULL, seq INTEGER NOT NULL, text_seq INTEGER NOT NULL, facts BLOB NOT NULL)""",
        "INSERT INTO slim SELECT page_id, article_id, stamp_id, seq, text_seq, facts FROM records ORDER BY page_id",
        "DROP TABLE records",
        "ALTER TABLE slim RENAME TO records",
        "CREATE INDEX records_by_text_seq ON records (text_seq)",
    ),
)


def open_for_writing(folder: Path) -> sqlite3.Connection:
    """Open the corpus in `folder`, made or migrated where that is needed.

    Raises
    ------
    CorpusError
        The folder or file cannot be written, is no corpus, or is of a newer program.
    """
    if reason := reason_unanswered(folder):
        raise CorpusError(str(folder), reason)
    with storage_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(folder / DATABASE, isolation_level=None, timeout=_PATIENCE_SECONDS)
        try:
            _prepare(connection, folder)
        except BaseException:
            connection.close()
            raise
        return connection


def _prepare(connection: sqlite3.Connection, folder: Path) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    is_new = _n_tables(connection) == 0
    version = 0 if is_new else _checked_version(connection, folder)
    if is_new:
        # Records are packed to some three kilobytes; of smaller pages more would stay empty.
        connection.execute("PRAGMA page_size = 32768")
        connection.execute("PRAGMA journal_mode = WAL")
    # With less, pages that a step changes more than once are written as often.
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KILOBYTES}")
    # A killed program loses nothing that was committed; only a power cut may undo the last batches.
    connection.execute("PRAGMA synchronous = NORMAL")
    if version == len(MIGRATIONS):
        return
    # In one step: a program that is killed in it leaves the corpus of before, and no version in between.
    with transaction(connection):
        for statement in itertools.chain(*MIGRATIONS[version:]):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
    if version:
        # What a migration moved leaves its old place empty.
        connection.execute("VACUUM")


def _n_tables(connection: sqlite3.Connection) -> int:
    try:
        return int(connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0])
    except UnicodeDecodeError as error:
        # Of a torn schema SQLite quotes the bytes, which Python cannot take for words.
        message = "malformed database schema"
        raise sqlite3.DatabaseError(message) from error


def reason_unanswered(folder: Path) -> str | None:
    """Say why a folder does not answer although it holds a corpus, or return None where it does or holds none."""
    if (folder / PART_LIST).is_file() and not (folder / DATABASE).is_file():
        return f"a Parquet corpus; make one that answers of it: workbench open {folder} --corpus DIR"
    return None


def require_corpus(folder: Path) -> None:
    """Refuse a folder that holds no corpus: whoever wants one that is there has misnamed it.

    Raises
    ------
    CorpusError
        There is no corpus.
    """
    if not (folder / DATABASE).is_file():
        reason = reason_unanswered(folder) or "there is no corpus here; workbench ingest makes one"
        raise CorpusError(str(folder), reason)


def open_beside(folder: Path) -> sqlite3.Connection:
    """Open the corpus in `folder` for a small change beside an ingest, which takes turns with it.

    Raises
    ------
    CorpusError
        There is no corpus, or it is of another version of the program.
    """
    open_for_reading(folder).close()
    with storage_errors(folder):
        return sqlite3.connect(folder / DATABASE, isolation_level=None, timeout=_PATIENCE_SECONDS)


def open_for_reading(folder: Path) -> sqlite3.Connection:
    """Open the corpus in `folder` without the means to change it.

    Raises
    ------
    CorpusError
        There is no corpus, it is damaged, or it is of another version of the program.
    """
    require_corpus(folder)
    file = folder / DATABASE
    with storage_errors(folder):
        # Notebooks answer from several threads; `Shelf` lets in one at a time.
        address = f"{file.resolve().as_uri()}?{_reading_mode(file)}"
        connection = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)
        try:
            _check_is_current(connection, folder)
        except BaseException:
            connection.close()
            raise
        return connection


def _check_is_current(connection: sqlite3.Connection, folder: Path) -> None:
    version = _checked_version(connection, folder)
    if version < len(MIGRATIONS):
        reason = f"written by an older program (version {version}); workbench retag brings it up to {len(MIGRATIONS)}"
        raise CorpusError(str(folder), reason)


def _reading_mode(file: Path) -> str:
    """Return how to open `file`: a folder that nobody can write to has no room for the reader's own marks."""
    log = file.with_name(f"{file.name}-wal")
    is_whole = not log.exists() or log.stat().st_size == 0
    return "mode=ro&immutable=1" if is_whole and not os.access(file.parent, os.W_OK) else "mode=ro"


def _checked_version(connection: sqlite3.Connection, folder: Path) -> int:
    if not _n_tables(connection) or connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise CorpusError(str(folder), f"{DATABASE} is not the database of a corpus")
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > len(MIGRATIONS):
        reason = f"written by a newer program (version {version}; this one knows {len(MIGRATIONS)}); use that program"
        raise CorpusError(str(folder), reason)
    return version


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Run the block as one step: all of it is kept, or none."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


#: What users are told of a database whose pages or records no longer hold what was stored.
DAMAGED: Final = "the database is damaged; workbench verify-corpus says where; restore it, or ingest its pages anew"
_FULL: Final = "the disk is full; what was stored before is safe: free some space and run the same command again"
_READ_ONLY: Final = "cannot be written to; nothing was changed"
_REASONS: Final = (
    ("disk is full", _FULL),
    ("readonly", _READ_ONLY),
    ("unable to open", "cannot be opened; is the folder writable?"),
    ("disk I/O", "the disk refuses to read or write; what was stored before is safe"),
    ("locked", "another program is writing to it; try again when it has ended"),
    ("malformed", DAMAGED),
    ("not a database", f"{DATABASE} is damaged or not a database"),
)
#: With less than this free a disk is full: SQLite calls it a failure to write where its marks no longer fit.
_LEAST_FREE_BYTES: Final = 1 << 16


@contextmanager
def storage_errors(folder: Path) -> Iterator[None]:
    """Turn what the disk or SQLite complain of into a `CorpusError` that says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        reason = next((told for words, told in _REASONS if words in str(error)), str(error))
        is_full = "disk I/O" in str(error) and _is_full(folder)
        raise CorpusError(str(folder), _FULL if is_full else reason) from error
    except DamagedError as error:
        raise CorpusError(str(folder), f"{DAMAGED} ({error})") from error
    except OSError as error:
        told = {errno.ENOSPC: _FULL, errno.EDQUOT: _FULL, errno.EFBIG: _FULL, errno.EROFS: _READ_ONLY}
        told |= {errno.EACCES: _READ_ONLY, errno.EPERM: _READ_ONLY}
        raise CorpusError(str(folder), told.get(error.errno or 0, str(error))) from error


def _is_full(folder: Path) -> bool:
    return folder.is_dir() and shutil.disk_usage(folder).free < _LEAST_FREE_BYTES
