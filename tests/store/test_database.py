import os
import random
import sqlite3
import subprocess
import sys

import msgspec
import pytest
from store_builders import (
    codebook,
    exported,
    ingested,
    retagged,
    write_pages,
    write_rows,
)

from workbench.errors import CorpusError
from workbench.store import open_corpus
from workbench.store.database import APPLICATION_ID, DATABASE, MIGRATIONS, open_for_writing
from workbench.store.lock import LOCK, is_being_written, writer_lock
from workbench.store.shelf import Shelf
from workbench.store.status import corpus_faults

pytestmark = pytest.mark.usefixtures("quick")


def test_a_second_writer_is_refused_and_told_who_writes(tmp_path):
    with writer_lock(tmp_path), pytest.raises(CorpusError, match=f"process {os.getpid()}"):
        ingested(tmp_path, tmp_path / "nothing")
    assert not is_being_written(tmp_path)


def test_the_lock_of_a_killed_writer_is_free(tmp_path):
    held = f"""import os, signal
from pathlib import Path
from workbench.store.lock import writer_lock
with writer_lock(Path({str(tmp_path)!r})):
    os.kill(os.getpid(), signal.SIGKILL)"""
    subprocess.run([sys.executable, "-c", held], check=False)  # noqa: S603 -- our own words
    assert (tmp_path / LOCK).read_text().strip().isdigit()
    with writer_lock(tmp_path):
        assert is_being_written(tmp_path)


def test_a_corpus_of_a_newer_program_is_left_alone(tmp_path):
    ingested(tmp_path / "corpus", write_pages(tmp_path / "pages", range(1)))
    with sqlite3.connect(tmp_path / "corpus" / DATABASE) as database:
        database.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    for use in (open_corpus, lambda folder: ingested(folder, tmp_path / "pages")):
        with pytest.raises(CorpusError, match="newer program"):
            use(tmp_path / "corpus")


def test_an_older_corpus_is_migrated_by_a_writer_and_named_by_a_reader(tmp_path, monkeypatch):
    ingested(tmp_path / "corpus", write_pages(tmp_path / "pages", range(2)))
    before = exported(tmp_path / "corpus")
    monkeypatch.setattr("workbench.store.database.MIGRATIONS", (*MIGRATIONS, ("CREATE TABLE later (id INTEGER)",)))
    with pytest.raises(CorpusError, match="older program"):
        open_corpus(tmp_path / "corpus")
    open_for_writing(tmp_path / "corpus").close()
    assert exported(tmp_path / "corpus") == before


@pytest.mark.parametrize("content", [b"no database at all, but long enough to be looked at" * 40, b"SQLite format 3\0"])
def test_a_file_that_is_no_corpus_is_refused(tmp_path, content):
    (tmp_path / DATABASE).write_bytes(content)
    with pytest.raises(CorpusError):
        open_corpus(tmp_path)
    with pytest.raises(CorpusError):
        ingested(tmp_path, tmp_path / "nothing")
    assert (tmp_path / DATABASE).read_bytes() == content


def test_a_database_of_something_else_is_refused(tmp_path):
    with sqlite3.connect(tmp_path / DATABASE) as database:
        database.execute("CREATE TABLE other (id INTEGER)")
    with pytest.raises(CorpusError, match="not the database of a corpus"):
        ingested(tmp_path, tmp_path / "nothing")


def test_a_truncated_database_is_told_and_not_a_traceback(tmp_path):
    ingested(tmp_path / "corpus", write_rows(tmp_path / "rows.jsonl", range(60)))
    database = tmp_path / "corpus" / DATABASE
    database.write_bytes(database.read_bytes()[: database.stat().st_size // 2])
    with pytest.raises(CorpusError, match="damaged"):
        list(corpus_faults(tmp_path / "corpus"))


def torn(content, chance):
    """Return `content` cut short, or with a page of the file system lost."""
    if chance.random() < 0.5:
        return content[: chance.randrange(len(content))]
    place = chance.randrange(100, len(content))
    return content[:place] + bytes(4_096) + content[place + 4_096 :]


def test_whatever_is_torn_out_of_a_database_is_told_or_was_of_no_use(tmp_path):
    ingested(tmp_path / "corpus", write_rows(tmp_path / "rows.jsonl", range(150)))
    whole, database = exported(tmp_path / "corpus"), tmp_path / "corpus" / DATABASE
    content, n_told = database.read_bytes(), 0
    for seed in range(12):
        database.write_bytes(torn(content, random.Random(seed)))  # noqa: S311 -- places, not secrets
        held, faults = (answer_of(use, tmp_path / "corpus") for use in (exported, list_faults))
        assert held == whole or (isinstance(held, CorpusError) and faults), seed
        n_told += isinstance(held, CorpusError)
    assert n_told > 6


def answer_of(use, folder):
    try:
        return use(folder)
    except CorpusError as error:
        return error


def list_faults(folder):
    return list(corpus_faults(folder))


def test_a_torn_dictionary_and_a_torn_schema_are_told(tmp_path):
    ingested(tmp_path / "corpus", write_rows(tmp_path / "rows.jsonl", range(150)))
    file = tmp_path / "corpus" / DATABASE
    with sqlite3.connect(file) as database:
        (packed,) = database.execute("SELECT content FROM dictionaries").fetchone()
        database.execute("UPDATE dictionaries SET content = ?", (packed[:-9],))
    content = file.read_bytes()
    for bytes_left in (content, content.replace(b"CREATE TABLE files", b"CREATE TABLE \x93iles")):
        file.write_bytes(bytes_left)
        for use in (exported, open_corpus, lambda folder: ingested(folder, write_pages(tmp_path / "more", range(3)))):
            with pytest.raises(CorpusError, match="damaged"):
                use(tmp_path / "corpus")


def test_a_sound_corpus_has_no_faults_and_a_torn_record_is_one(tmp_path):
    ingested(tmp_path / "corpus", write_pages(tmp_path / "pages", range(3)))
    assert list(corpus_faults(tmp_path / "corpus")) == []
    with sqlite3.connect(tmp_path / "corpus" / DATABASE) as database:
        database.execute("UPDATE bodies SET body = substr(body, 1, length(body) - 9) WHERE page_id = 2")
    (fault,) = corpus_faults(tmp_path / "corpus")
    assert "00001.txt" in fault


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_read_only_folder_can_be_read_and_says_why_it_is_not_written(tmp_path):
    ingested(tmp_path / "corpus", write_pages(tmp_path / "pages", range(2)))
    (tmp_path / "corpus").chmod(0o500)
    assert len(open_corpus(tmp_path / "corpus").records) == 2
    with pytest.raises(CorpusError, match="cannot be"):
        ingested(tmp_path / "corpus", tmp_path / "pages")


def test_nothing_there_is_told(tmp_path):
    with pytest.raises(CorpusError, match="there is no corpus here"):
        Shelf(tmp_path)


def test_the_file_says_what_it_is(tmp_path):
    open_for_writing(tmp_path).close()
    with sqlite3.connect(tmp_path / DATABASE) as database:
        assert database.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


#: How the rows of an older version's table are made of today's, where it is not the same table.
ROWS_BEFORE = {
    "records": """SELECT page_id, article_id, stamp_id, dictionary_id, seq, text_seq, head, facts, body
        FROM records JOIN bodies USING (page_id)"""
}


def made_older(folder, whole, version, monkeypatch):
    """Write what the corpus `whole` holds as an older version would have."""
    with monkeypatch.context() as older:
        older.setattr("workbench.store.database.MIGRATIONS", MIGRATIONS[:version])
        open_for_writing(folder).close()
    with sqlite3.connect(whole / DATABASE) as source, sqlite3.connect(folder / DATABASE) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        for table in tables:
            database.execute(f"DELETE FROM {table}")  # noqa: S608 -- our own words
            for row in source.execute(ROWS_BEFORE.get(table, f"SELECT * FROM {table}")):  # noqa: S608 -- as above
                marks = ", ".join("?" * len(row))
                database.execute(f"INSERT INTO {table} VALUES ({marks})", row)  # noqa: S608 -- as above


def test_a_new_corpus_is_whole_or_none_and_a_migration_is_one_step(tmp_path, monkeypatch):
    whole = tmp_path / "corpus"
    ingested(whole, write_pages(tmp_path / "pages", range(2)))
    made_older(tmp_path / "older", whole, 1, monkeypatch)
    before = schema_of(tmp_path / "older")
    broken = (*MIGRATIONS[:-1], (*MIGRATIONS[-1], "a statement that fails"))
    monkeypatch.setattr("workbench.store.database.MIGRATIONS", broken)
    for folder in (tmp_path / "older", tmp_path / "new"):
        with pytest.raises(CorpusError):
            open_for_writing(folder)
    assert schema_of(tmp_path / "older") == before
    assert schema_of(tmp_path / "new") == set()


def test_a_log_without_changes_does_not_keep_a_still_folder_from_being_read(tmp_path, monkeypatch):
    ingested(tmp_path, write_pages(tmp_path / "pages", range(2)))
    tmp_path.joinpath(f"{DATABASE}-shm").unlink(missing_ok=True)
    tmp_path.joinpath(f"{DATABASE}-wal").write_bytes(b"")
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert len(exported(tmp_path).splitlines()) == 2
    assert not tmp_path.joinpath(f"{DATABASE}-shm").exists()


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS)))
def test_a_corpus_of_any_version_before_is_migrated(tmp_path, monkeypatch, version):
    pages = write_pages(tmp_path / "pages", range(2))
    ingested(tmp_path / "corpus", pages)
    before = exported(tmp_path / "corpus")
    made_older(tmp_path / "older", tmp_path / "corpus", version, monkeypatch)
    with pytest.raises(CorpusError, match="older program"):
        open_corpus(tmp_path / "older")
    assert ingested(tmp_path / "older", pages).n_unchanged == 2
    assert exported(tmp_path / "older") == before
    assert schema_of(tmp_path / "older") == schema_of(tmp_path / "corpus")
    assert Shelf(tmp_path / "older").rows("PRAGMA freelist_count") == [(0,)]
    other = msgspec.structs.replace(codebook().stamp, hash="sha256:other")
    assert retagged(tmp_path / "older", stamp=other).n_made == 2


def schema_of(folder):
    with sqlite3.connect(folder / DATABASE) as database:
        return set(database.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema"))
