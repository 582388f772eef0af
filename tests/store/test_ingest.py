import gzip
import os
import random
import shutil
import string
import zipfile

import msgspec
import pyarrow
import pytest
from pyarrow import parquet
from store_builders import (
    codebook,
    exported,
    ingested,
    lines_of,
    page_text,
    recipe,
    write_pages,
    write_rows,
)

from workbench.pipeline import make_records
from workbench.read import read_pages
from workbench.store import open_corpus
from workbench.store.ingest import Staff
from workbench.store.shelf import Shelf
from workbench.store.status import corpus_status

pytestmark = pytest.mark.usefixtures("quick")


def test_a_corpus_holds_what_parsing_the_pages_gives(tmp_path):
    pages = write_pages(tmp_path / "pages", range(5))
    ingest_recipe = msgspec.structs.replace(recipe(), names="all")
    ingested(tmp_path / "corpus", pages, recipe=ingest_recipe)
    parsed = list(make_records(read_pages([str(pages)]), codebook()))
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


@pytest.mark.parametrize("workers", [1, 2])
def test_a_dump_that_was_only_written_anew_needs_no_tagger(tmp_path, monkeypatch, workers):
    file = write_rows(tmp_path / "rows.jsonl", range(90))
    ingested(tmp_path / "corpus", file)
    monkeypatch.setattr("workbench.store.ingest._WORTH_A_POOL", 0)
    monkeypatch.setattr("workbench.store.plan._SMALL_FILE", 0)
    monkeypatch.setattr("workbench.store.pool.build_workshop", None)
    monkeypatch.setattr("workbench.store.pool.ProcessPoolExecutor.submit", None)
    os.utime(file, ns=(1, 1))
    assert ingested(tmp_path / "corpus", file, staff=Staff(workers)).n_known == 90


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


def test_failures_of_what_is_gone_are_listed_until_a_retry(tmp_path):
    pages = write_pages(tmp_path / "pages", range(2))
    (pages / "empty.txt").write_bytes(b"")
    archive = shutil.make_archive(str(tmp_path / "pages"), "zip", pages)
    assert ingested(tmp_path / "corpus", pages, archive).n_failed == 2
    (pages / "empty.txt").unlink()
    (tmp_path / "pages.zip").rename(tmp_path / "away.zip")
    for scope, n_failures in (("changed", 2), ("failed", 0)):
        ingested(tmp_path / "corpus", pages, scope=scope)
        assert len(corpus_status(tmp_path / "corpus", recipe()).failures) == n_failures
    assert len(lines_of(tmp_path / "corpus")) == 4
    (tmp_path / "away.zip").rename(tmp_path / "pages.zip")
    back = ingested(tmp_path / "corpus", pages, archive)
    assert (back.n_made, back.n_known, back.n_failed) == (0, 2, 1)


def test_the_failure_of_a_path_that_has_become_a_folder_is_forgotten_by_a_retry(tmp_path):
    place = tmp_path / "later"
    assert ingested(tmp_path / "corpus", place).n_failed == 1
    write_pages(place, range(2))
    assert ingested(tmp_path / "corpus", place, scope="failed").n_made == 2
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
