import json
import os

import pytest
from click.testing import CliRunner
from store_builders import codebook, lines_of, page_text, write_pages

from workbench.cli import main

pytestmark = pytest.mark.usefixtures("quick", "one_codebook")


@pytest.fixture
def one_codebook(monkeypatch):
    monkeypatch.setattr("workbench.cli_corpus.load_codebook", lambda _: codebook())


def run(*words):
    return CliRunner().invoke(main, [str(word) for word in words])


def test_columns_are_named_as_for_parse(tmp_path):
    rows = tmp_path / "rows.jsonl"
    rows.write_text(json.dumps({"karangan": page_text(1), "judul": "x"}) + "\n", encoding="utf-8")
    said = ["ingest", rows, "--corpus", tmp_path / "corpus", "--names", "rules", "--workers", 1]
    assert run(*said).exit_code == 1
    done = run(*said, "--columns", "text=karangan", "--retry")
    assert (done.exit_code, len(lines_of(tmp_path / "corpus"))) == (0, 1)


@pytest.mark.parametrize(("names", "found"), [("codebook", False), ("rules", True)])
def test_names_outside_the_codebook_are_left_out_on_demand(tmp_path, names, found):
    page = tmp_path / "page.txt"
    page.write_text("Menteri Pertanian Belarus Dzianis Harbatau mengatakan panen gandum di Minsk naik.\n", "utf-8")
    said = ["ingest", page, "--corpus", tmp_path / "corpus", "--names", names, "--workers", 1]
    assert run(*said).exit_code == 0
    (record,) = map(json.loads, lines_of(tmp_path / "corpus"))
    printed = {record["text"][name["start"] : name["end"]] for name in record["names"]}
    assert ("Dzianis Harbatau" in printed) is found


def test_a_corpus_keeps_the_way_in_which_its_names_were_found(tmp_path):
    corpus = tmp_path / "corpus"
    run("ingest", write_pages(tmp_path / "pages", range(2)), "--corpus", corpus, "--names", "codebook", "--workers", 1)
    assert "another codebook or program" not in run("status", "--corpus", corpus).output
    assert "0 records tagged again" in run("retag", "--corpus", corpus, "--workers", 1).output
    run("ingest", write_pages(tmp_path / "more", range(2, 4)), "--corpus", corpus, "--workers", 1)
    assert "another codebook or program" not in run("status", "--corpus", corpus).output
    assert "4 records tagged again" in run("retag", "--corpus", corpus, "--names", "rules", "--workers", 1).output


def test_what_cannot_be_read_is_listed_a_line_each_and_costs_no_other_page(tmp_path):
    pages = write_pages(tmp_path / "pages", range(2))
    (pages / "nama\nbaru \N{GRINNING FACE}.txt").write_text(page_text(2), encoding="utf-8")
    (pages / "kosong\n.txt").write_bytes(b"")
    (pages / "rusak.warc").write_bytes(b"WARC/1.0\r\nWARC-Type: resp")
    (pages / "rusak.warc.gz").write_bytes(b"\x1f\x8b\x08 and no more of it")
    (pages / "tak ada.txt").symlink_to("nowhere")
    (pages / "putar").symlink_to(pages)
    (pages / "panjang.jsonl").write_bytes(b'{"text": "' + b"kata " * 4_000_000 + b'"}\n{"text": "Minsk."}\n')
    said = run("ingest", pages, "--corpus", tmp_path / "corpus", "--names", "codebook", "--workers", 1)
    assert (said.exit_code, len(lines_of(tmp_path / "corpus"))) == (1, 4)
    listed = run("status", "--corpus", tmp_path / "corpus").output.partition("5 pages failed\n")[2]
    names = [line.strip().removeprefix(f"{pages}{os.sep}").split(":")[0] for line in listed.splitlines()]
    assert names == ["kosong\\n.txt", "panjang.jsonl#1", "rusak.warc", "rusak.warc.gz", "tak ada.txt"]
