import io
import logging
import os
import sys

import pytest
from read_builders import TEXT, read, write

from workbench.read import Limits, ReadOptions


def test_a_folder_is_read_whole_in_the_order_of_names(tmp_path):
    for name in ("b/2.txt", "b/1.txt", "a.txt", "c"):
        write(tmp_path / name, name)
    pages, errors = read(tmp_path)
    assert ([page.text for page in pages], errors) == (["a.txt", "b/1.txt", "b/2.txt", "c"], [])


def test_what_a_folder_holds_beside_pages_is_said_and_is_no_error(tmp_path, caplog):
    for name in ("a.txt", "notes.md", ".hidden.txt", "pages.csv"):
        write(tmp_path / name, name)
    pages, errors = read(tmp_path)
    assert ([page.text for page in pages], errors) == (["a.txt"], [])
    assert "notes.md: passed over (.md is no format of pages" in caplog.text
    assert "pages.csv: passed over (.csv is a table; save it as JSON Lines" in caplog.text
    assert ".hidden.txt: passed over (hidden)" in caplog.text


def test_a_folder_s_readme_is_no_news(tmp_path, caplog):
    for name in ("a.txt", "README.md", "LICENSE.rst", "readme-first.md"):
        write(tmp_path / name, name)
    with caplog.at_level(logging.INFO):
        read(tmp_path)
    said = {record.getMessage().split(":")[0].rsplit("/")[-1]: record.levelname for record in caplog.records}
    assert said == {"README.md": "INFO", "LICENSE.rst": "INFO", "readme-first.md": "WARNING"}


def test_a_file_that_is_named_is_read_whatever_it_is_called(tmp_path):
    pages, _ = read(write(tmp_path / "page.md"))
    assert [page.text for page in pages] == [TEXT]


def test_a_dash_is_a_list_of_paths_on_standard_input(tmp_path, monkeypatch):
    paths = [write(tmp_path / "a.txt", "a"), write(tmp_path / "b.txt", "b")]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(paths) + "\n\n-\n"))
    pages, _ = read("-")
    assert [page.path for page in pages] == paths


def test_an_exact_copy_names_the_first_page(tmp_path, caplog):
    first, second = write(tmp_path / "a.txt"), write(tmp_path / "b.txt")
    pages, _ = read(tmp_path)
    assert [page.copy_of for page in pages] == [None, first]
    assert f"{second}: exact copy of {first}" in caplog.text


def test_many_copies_are_all_marked_and_the_first_of_them_named(tmp_path, caplog):
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "satu"}\n' * 101)
    pages, _ = read(path)
    assert [page.copy_of for page in pages] == [None, *[f"{path}#1"] * 100]
    said = caplog.text.splitlines()
    assert len(said) == 21
    assert "80 more exact copies" in said[-1]


def test_copies_are_remembered_within_the_bound(tmp_path):
    for name, text in (("a", "satu"), ("b", "dua"), ("c", "satu")):
        write(tmp_path / name, text)
    pages, _ = read(tmp_path, options=ReadOptions(limits=Limits(remembered_pages=1)))
    assert [page.copy_of for page in pages] == [None, None, None]


def test_a_link_to_a_folder_does_not_loop(tmp_path, caplog):
    write(tmp_path / "a.txt")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    pages, errors = read(tmp_path)
    assert (len(pages), errors) == (1, [])
    assert "loop: passed over (a link to a folder)" in caplog.text


def test_folders_are_followed_to_the_bound(tmp_path):
    write(tmp_path / "a/b/c.txt")
    pages, errors = read(tmp_path, options=ReadOptions(limits=Limits(folder_depth=1)))
    assert (pages, errors[0].reason) == ([], "nested in more than 1 folders (folder_depth)")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_is_refused_and_does_not_hang(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    _, errors = read(tmp_path / "pipe")
    assert errors[0].reason == "neither a file nor a folder"


def test_a_name_that_no_file_can_have_is_an_error_of_that_name():
    _, errors = read("a\x00b")
    assert len(errors) == 1


@pytest.mark.skipif(sys.platform == "darwin", reason="no such name can be given here")
def test_a_name_that_is_not_utf_8_is_an_error_and_costs_no_other_page(tmp_path):
    for name in (b"b\xe9la.txt", b"f\xff/1.txt", "béla.txt".encode()):
        write(tmp_path / os.fsdecode(name))
    for place in ([tmp_path], sorted(tmp_path.iterdir())):
        pages, errors = read(*place)
        assert [page.path[-8:] for page in pages] == ["béla.txt"]
        said = {error.path.rpartition("/")[2]: error.reason for error in errors}
        assert said == dict.fromkeys((r"b\xe9la.txt", r"f\xff"), "its name is not UTF-8; rename it to have it read")
