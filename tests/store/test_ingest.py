import gzip
import json
import os
import random
import shutil
import sqlite3
import string
import subprocess
import sys
import zipfile

import msgspec
import pyarrow
import pytest
from click.testing import CliRunner
from pyarrow import parquet
from store_builders import (
    codebook,
    exported,
    ingested,
    page_text,
    quick_workshop,
    recipe,
    retagged,
    write_pages,
    write_rows,
)

from workbench.cli import main
from workbench.codebook.schema import Publisher
from workbench.errors import CorpusError
from workbench.pipeline import make_records, record_maker
from workbench.read import read_pages
from workbench.store import open_corpus
from workbench.store.database import APPLICATION_ID, DATABASE, MIGRATIONS, open_for_writing
from workbench.store.ingest import Staff
from workbench.store.lock import LOCK, is_being_written, writer_lock
from workbench.store.shelf import Shelf
from workbench.store.status import corpus_faults, corpus_status

pytestmark = pytest.mark.usefixtures("quick")


def lines_of(folder):
    return exported(folder).splitlines()


def test_a_corpus_holds_what_parsing_the_pages_gives(tmp_path):
    pages = write_pages(tmp_path / "pages", range(5))
    ingest_recipe = msgspec.structs.replace(recipe(), names="all")
    ingested(tmp_path / "corpus", pages, recipe=ingest_recipe)
    parsed = list(make_records(read_pages([str(pages)]), record_maker(codebook())))
    stored = open_corpus(tmp_path / "corpus").records
    assert list(stored) == parsed


def test_nothing_is_read_twice(tmp_path):
    pages = write_pages(tmp_path / "pages", range(4))
    assert ingested(tmp_path / "corpus", pages).n_made == 4
    again = ingested(tmp_path / "corpus", pages)
    assert (again.n_made, again.n_known, again.n_unchanged) == (0, 0, 4)


def test_a_touched_file_is_read_but_not_parsed(tmp_path):
    pages = write_pages(tmp_path / "pages", range(2))
    ingested(tmp_path / "corpus", pages)
    before = exported(tmp_path / "corpus")
    os.utime(pages / "00000.txt", ns=(1, 1))
    again = ingested(tmp_path / "corpus", pages)
    assert (again.n_made, again.n_known, again.n_unchanged) == (0, 1, 1)
    assert exported(tmp_path / "corpus") == before


def test_a_changed_page_takes_the_place_of_the_old_one(tmp_path):
    pages = write_pages(tmp_path / "pages", range(3))
    ingested(tmp_path / "corpus", pages)
    (pages / "00001.txt").write_text(page_text(77), encoding="utf-8")
    assert ingested(tmp_path / "corpus", pages).n_made == 1
    ingested(tmp_path / "fresh", pages)
    assert exported(tmp_path / "corpus") == exported(tmp_path / "fresh")


def test_a_row_that_is_gone_from_its_file_is_gone_from_the_corpus(tmp_path):
    file = write_rows(tmp_path / "rows.jsonl", range(90))
    assert ingested(tmp_path / "corpus", file).n_made == 90
    write_rows(file, range(40))
    again = ingested(tmp_path / "corpus", file)
    assert (again.n_made, again.n_known) == (0, 40)
    assert len(lines_of(tmp_path / "corpus")) == 40


def test_the_order_of_ingesting_leaves_no_trace(tmp_path):
    one, other = write_pages(tmp_path / "a", range(6)), write_rows(tmp_path / "b.jsonl", range(4, 9))
    ingested(tmp_path / "corpus", other)
    ingested(tmp_path / "corpus", one)
    ingested(tmp_path / "fresh", one, other)
    assert exported(tmp_path / "corpus") == exported(tmp_path / "fresh")


def test_several_processes_make_the_same_corpus(tmp_path, monkeypatch):
    monkeypatch.setattr("workbench.store.ingest._WORTH_A_POOL", 0)
    pages = write_pages(tmp_path / "pages", range(70))
    assert ingested(tmp_path / "corpus", pages, staff=Staff(workers=2)).n_made == 70
    ingested(tmp_path / "fresh", pages)
    assert exported(tmp_path / "corpus") == exported(tmp_path / "fresh")


def test_a_page_that_fails_is_kept_with_its_error_and_tried_again_when_asked(tmp_path):
    pages = write_pages(tmp_path / "pages", range(2))
    (pages / "empty.txt").write_bytes(b"")
    assert ingested(tmp_path / "corpus", pages).n_failed == 1
    (failure,) = corpus_status(tmp_path / "corpus", recipe()).failures
    assert failure.path.endswith("empty.txt")
    assert failure.reason == "the file is empty"
    assert ingested(tmp_path / "corpus", pages).n_failed == 0
    assert ingested(tmp_path / "corpus", pages, scope="failed").n_failed == 1
    (pages / "empty.txt").write_text(page_text(9), encoding="utf-8")
    assert ingested(tmp_path / "corpus", pages).n_made == 1
    assert len(corpus_status(tmp_path / "corpus", recipe()).failures) == 0


def test_a_missing_path_is_a_failure(tmp_path):
    assert ingested(tmp_path / "corpus", tmp_path / "nowhere.txt").n_failed == 1
    assert len(open_corpus(tmp_path / "corpus").failures) == 1


def test_pages_of_a_file_that_broke_are_kept(tmp_path):
    pages = write_pages(tmp_path / "pages", range(3))
    archive = shutil.make_archive(str(tmp_path / "pages"), "zip", pages)
    ingested(tmp_path / "corpus", archive)
    before = exported(tmp_path / "corpus")
    whole = (tmp_path / "pages.zip").read_bytes()
    (tmp_path / "pages.zip").write_bytes(whole[: len(whole) // 2])
    assert ingested(tmp_path / "corpus", archive).n_failed == 1
    assert exported(tmp_path / "corpus") == before


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_export_then_import_is_identity(tmp_path, form):
    pages = write_pages(tmp_path / "pages", range(4))
    (pages / "copy.txt").write_text(page_text(1), encoding="utf-8")
    ingested(tmp_path / "corpus", pages)
    (tmp_path / f"records.{form}").write_bytes(exported(tmp_path / "corpus", form))
    assert ingested(tmp_path / "again", tmp_path / f"records.{form}").n_made == 5
    assert exported(tmp_path / "again") == exported(tmp_path / "corpus")
    assert open_corpus(tmp_path / f"records.{form}").records == tuple(open_corpus(tmp_path / "again").records)


def test_a_copy_is_named_and_counts_once(tmp_path):
    pages = write_pages(tmp_path / "pages", range(2))
    (pages / "copy.txt").write_text(page_text(1), encoding="utf-8")
    ingested(tmp_path / "corpus", pages)
    corpus = open_corpus(tmp_path / "corpus")
    assert len(corpus.records) == 2
    assert len(corpus.inputs) == 3
    assert [(copy.path[-8:], copy.original[-9:]) for copy in corpus.copies] == [("copy.txt", "00001.txt")]


def test_retagging_equals_ingesting_from_scratch(tmp_path):
    pages = write_pages(tmp_path / "pages", range(4))
    ingested(tmp_path / "corpus", pages)
    outlet = Publisher(id="rekaan", name="Koran Rekaan", names=("Koran Rekaan",), domains=("rekaan.test",))
    stamp = msgspec.structs.replace(codebook().stamp, hash="sha256:other")
    for change in ({"stamp": stamp}, {"stamp": stamp, "publishers": (*codebook().publishers, outlet)}):
        assert retagged(tmp_path / "corpus", **change).n_made == 4
        assert retagged(tmp_path / "corpus", **change).n_made == 0
        shutil.rmtree(tmp_path / "fresh", ignore_errors=True)
        ingested(tmp_path / "fresh", pages, recipe=recipe(**change))
        assert exported(tmp_path / "corpus") == exported(tmp_path / "fresh")


def test_records_of_another_codebook_are_counted(tmp_path):
    ingested(tmp_path / "corpus", write_pages(tmp_path / "pages", range(3)))
    other = recipe(stamp=msgspec.structs.replace(codebook().stamp, hash="sha256:other"))
    assert corpus_status(tmp_path / "corpus", recipe()).n_older == 0
    assert corpus_status(tmp_path / "corpus", other).n_older == 3


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


def test_a_reader_keeps_the_state_that_it_opened(tmp_path):
    pages = write_pages(tmp_path / "pages", range(3))
    ingested(tmp_path / "corpus", pages)
    reader = open_corpus(tmp_path / "corpus")
    write_pages(pages, range(8))
    during = []
    staff = Staff(watch=lambda _: during.append(len(open_corpus(tmp_path / "corpus").inputs)))
    ingested(tmp_path / "corpus", pages, staff=staff)
    assert len(reader.records) == len(list(reader.records)) == 3
    assert during == [8]
    assert len(open_corpus(tmp_path / "corpus").records) == 8


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


def test_a_retag_leaves_alone_what_a_change_cannot_touch(tmp_path, monkeypatch):
    pages = write_pages(tmp_path / "pages", range(7))
    (pages / "far.txt").write_text(
        "Harga Beras Naik\n\nHarga beras naik di pasar Bandung sejak Senin.\n", encoding="utf-8"
    )
    ingested(tmp_path / "corpus", pages)
    tagged = []
    monkeypatch.setattr("workbench.store.pool.build_workshop", lambda made: counting(quick_workshop(made), tagged))
    less = tuple(actor for actor in codebook().actors if actor.id != "lukashenko")
    change = {"actors": less, "stamp": msgspec.structs.replace(codebook().stamp, hash="sha256:less")}
    assert retagged(tmp_path / "corpus", **change).n_made == 8
    assert len(tagged) == 7
    ingested(tmp_path / "fresh", pages, recipe=recipe(**change))
    assert exported(tmp_path / "corpus") == exported(tmp_path / "fresh")
    assert corpus_status(tmp_path / "corpus", recipe(**change)).n_older == 0


def counting(workshop, tagged):
    def tag(article):
        tagged.append(article.path)
        return workshop.tag(article)

    return msgspec.structs.replace(workshop, tag=tag)


def test_records_that_another_codebook_made_elsewhere_are_older(tmp_path):
    ingested(tmp_path / "corpus", write_pages(tmp_path / "pages", range(2)))
    whole = exported(tmp_path / "corpus")
    (tmp_path / "own.jsonl").write_bytes(whole)
    (tmp_path / "other.jsonl").write_bytes(whole.replace(codebook().stamp.hash.encode(), b"sha256:0"))
    for name, n_older in (("own", 0), ("other", 2)):
        ingested(tmp_path / name, tmp_path / f"{name}.jsonl")
        assert corpus_status(tmp_path / name, recipe()).n_older == n_older
    assert retagged(tmp_path / "other").n_made == 2
    assert exported(tmp_path / "other") == whole


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


@pytest.mark.parametrize("form", ["zip", "gz", "parquet"])
def test_progress_inside_a_packed_file_is_how_far_its_reader_is(tmp_path, monkeypatch, form):
    monkeypatch.setattr("workbench.store.plan._SMALL_FILE", 0)
    file = packed(tmp_path, form, [f"{page_text(number)}\n{noise(number)}\n" for number in range(400)])
    steps = []
    ingested(tmp_path / "corpus", file, staff=Staff(watch=steps.append))
    done = [step.done for step in steps]
    size = file.stat().st_size
    assert done == sorted(done)
    assert done[-1] == steps[-1].total == size
    assert len({value for value in done if size / 10 < value < size}) > 2


def noise(number):
    """Words that no packer makes short."""
    chance = random.Random(number)  # noqa: S311 -- words, not secrets
    return " ".join("".join(chance.choices(string.ascii_lowercase, k=6)) for _ in range(300))


def packed(folder, form, texts):
    file = folder / f"pages.{form}"
    if form == "gz":
        file.write_bytes(gzip.compress(b"".join(msgspec.json.encode({"text": text}) + b"\n" for text in texts)))
    elif form == "parquet":
        parquet.write_table(pyarrow.table({"text": texts}), file, row_group_size=64)
    else:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for number, text in enumerate(texts):
                archive.writestr(f"{number:05}.txt", text)
    return file


def test_columns_are_named_as_for_parse(tmp_path, monkeypatch):
    rows = tmp_path / "rows.jsonl"
    rows.write_text(json.dumps({"karangan": page_text(1), "judul": "x"}) + "\n", encoding="utf-8")
    monkeypatch.setattr("workbench.cli_corpus.load_codebook", lambda _: codebook())
    said = ["ingest", str(rows), "--corpus", str(tmp_path / "corpus"), "--names", "rules", "--workers", "1"]
    assert CliRunner().invoke(main, said).exit_code == 1
    done = CliRunner().invoke(main, [*said, "--columns", "text=karangan", "--retry"])
    assert (done.exit_code, len(lines_of(tmp_path / "corpus"))) == (0, 1)


@pytest.mark.parametrize(("names", "found"), [("codebook", False), ("rules", True)])
def test_names_outside_the_codebook_are_left_out_on_demand(tmp_path, monkeypatch, names, found):
    page = tmp_path / "page.txt"
    page.write_text("Menteri Pertanian Belarus Dzianis Harbatau mengatakan panen gandum di Minsk naik.\n", "utf-8")
    monkeypatch.setattr("workbench.cli_corpus.load_codebook", lambda _: codebook())
    said = ["ingest", str(page), "--corpus", str(tmp_path / "corpus"), "--names", names, "--workers", "1"]
    assert CliRunner().invoke(main, said).exit_code == 0
    (record,) = map(json.loads, lines_of(tmp_path / "corpus"))
    printed = {record["text"][name["start"] : name["end"]] for name in record["names"]}
    assert ("Dzianis Harbatau" in printed) is found


def test_a_corpus_that_began_small_gets_a_second_dictionary_and_no_third(tmp_path):
    def dictionaries():
        return [len(content) for (content,) in Shelf(tmp_path / "corpus").rows("SELECT content FROM dictionaries")]

    for last, n_dictionaries in ((3, 1), (6, 1), (140, 2), (280, 2)):
        ingested(tmp_path / "corpus", write_pages(tmp_path / "pages", range(last)))
        assert len(dictionaries()) == n_dictionaries
    assert dictionaries()[0] < dictionaries()[1]
    used = dict(Shelf(tmp_path / "corpus").rows("SELECT dictionary_id, count(*) FROM bodies GROUP BY 1"))
    assert used == {1: 6, 2: 274}
    ingested(tmp_path / "fresh", tmp_path / "pages")
    assert exported(tmp_path / "corpus") == exported(tmp_path / "fresh")
