import msgspec
import pytest
from hand_made import empty_codebook, small_corpus, speech, undated_story

from workbench.errors import ReadError
from workbench.store import make_corpus, open_corpus


def write_records(path, *records):
    path.write_bytes(b"".join(msgspec.json.encode(record) + b"\n" for record in records))
    return path


def test_store_then_load_is_identity(tmp_path):
    corpus = small_corpus()
    path = write_records(tmp_path / "records.jsonl", *corpus.records)
    loaded = open_corpus(path)
    assert loaded.records == corpus.records
    assert loaded.stamp == corpus.stamp


def test_order_does_not_depend_on_the_order_of_reading():
    one, other = speech(), undated_story()
    assert make_corpus([one, other], empty_codebook()) == make_corpus([other, one], empty_codebook())


def test_an_exact_copy_is_named_and_counts_once():
    copy = msgspec.structs.replace(speech(), path="pages/z.txt")
    corpus = make_corpus([copy, speech()], empty_codebook())
    assert [record.path for record in corpus.records] == ["pages/a1.txt"]
    assert [(c.path, c.original) for c in corpus.copies] == [("pages/z.txt", "pages/a1.txt")]
    assert len(corpus.inputs) == 2


def test_a_broken_record_is_a_failure_that_names_its_line(tmp_path):
    path = write_records(tmp_path / "records.jsonl", speech())
    path.write_bytes(path.read_bytes() + b"{\n")
    corpus = open_corpus(path)
    assert len(corpus.records) == 1
    assert corpus.failures[0].path == f"{path}#2"


def test_a_missing_path_is_named():
    with pytest.raises(ReadError, match="nowhere: there is no such file or folder"):
        open_corpus("nowhere")
