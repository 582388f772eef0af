import shutil
import sqlite3

import msgspec
import pytest
from store_builders import (
    codebook,
    exported,
    ingested,
    quick_workshop,
    recipe,
    retagged,
    write_pages,
)

from workbench.codebook.schema import Publisher
from workbench.errors import CorpusError
from workbench.store.database import DATABASE
from workbench.store.pack import pack_tight
from workbench.store.retag import retag
from workbench.store.status import corpus_status

pytestmark = pytest.mark.usefixtures("quick")


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


def test_a_corpus_that_is_not_there_is_told_and_not_made(tmp_path):
    with pytest.raises(CorpusError, match="there is no corpus here"):
        retag(tmp_path / "misspelt", recipe())
    assert not (tmp_path / "misspelt").exists()


def test_records_of_another_codebook_are_counted(tmp_path):
    ingested(tmp_path / "corpus", write_pages(tmp_path / "pages", range(3)))
    other = recipe(stamp=msgspec.structs.replace(codebook().stamp, hash="sha256:other"))
    assert corpus_status(tmp_path / "corpus", recipe()).n_older == 0
    assert corpus_status(tmp_path / "corpus", other).n_older == 3


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


def test_a_record_that_cannot_be_made_again_is_named_and_stays(tmp_path, monkeypatch, caplog):
    ingested(tmp_path / "corpus", write_pages(tmp_path / "pages", range(3)))
    before = exported(tmp_path / "corpus").splitlines()

    def refusing(made):
        workshop = quick_workshop(made)

        def tag(article):
            if article.path.endswith("00001.txt"):
                raise ZeroDivisionError
            return workshop.tag(article)

        return msgspec.structs.replace(workshop, tag=tag)

    monkeypatch.setattr("workbench.store.pool.build_workshop", refusing)
    done = retag(tmp_path / "corpus", recipe(), age="any")
    assert (done.n_made, done.n_failed) == (2, 1)
    assert [message.partition(":")[0][-9:] for message in caplog.messages] == ["00001.txt"]
    assert exported(tmp_path / "corpus").splitlines() == before


def test_a_codebook_of_other_fields_says_nothing_of_what_changed(tmp_path):
    pages = write_pages(tmp_path / "pages", range(3))
    ingested(tmp_path / "corpus", pages)
    with sqlite3.connect(tmp_path / "corpus" / DATABASE) as database:
        database.execute("UPDATE codebooks SET content = ?", (pack_tight(b'{"stamp": {}}'),))
    change = {"stamp": msgspec.structs.replace(codebook().stamp, hash="sha256:other")}
    assert retagged(tmp_path / "corpus", **change).n_made == 3
    ingested(tmp_path / "fresh", pages, recipe=recipe(**change))
    assert exported(tmp_path / "corpus") == exported(tmp_path / "fresh")
