"""``workbench export``: pages or records in, a file of another program's format out."""

import json

import pytest
from click.testing import CliRunner

from workbench.cli import main
from workbench.export import FORMATS

PAGE = (
    "Dua Menteri Bertemu di Minsk\n\nSelasa, 2 Januari 2024 10:00 WIB\n\n"
    "MINSK - Uni Eropa menjatuhkan sanksi baru terhadap Belarus pada Selasa (2/1/2024).\n"
)


def run(*arguments):
    return CliRunner().invoke(main, ["export", *map(str, arguments)])


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(PAGE)
    return path


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_something_of_an_article(page, name):
    result = run(page, "--format", name)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Minsk" in result.stdout


def test_stored_records_give_what_their_pages_gave(page, tmp_path):
    stored = tmp_path / "records.jsonl"
    assert CliRunner().invoke(main, ["parse", str(page), "--output", str(stored)]).exit_code == 0
    assert run(stored, "--format", "csl").stdout == run(page, "--format", "csl").stdout


def test_an_array_is_whole_over_several_paths(page, tmp_path):
    other = tmp_path / "b.txt"
    other.write_text(PAGE.replace("Dua", "Tiga"))
    result = run(page, other, "--format", "csl")
    assert [item["title"][:4] for item in json.loads(result.stdout)] == ["Dua ", "Tiga"]


def test_what_cannot_be_read_is_named_and_the_rest_is_written(page, tmp_path):
    result = run(tmp_path / "tiada.txt", page, "--format", "schema-org", "-o", tmp_path / "out.jsonl")
    assert result.exit_code == 1
    assert f"{tmp_path / 'tiada.txt'}: there is no such file or folder\n" in result.stderr
    assert json.loads((tmp_path / "out.jsonl").read_text())["headline"] == "Dua Menteri Bertemu di Minsk"


def test_whole_records_of_pages_are_refused_with_the_way_to_get_them(page):
    result = run(page, "--format", "jsonl")
    assert result.exit_code == 2
    assert "workbench parse writes the records" in result.stderr


def test_a_format_that_is_none_is_wrong_usage(page):
    assert run(page, "--format", "xml").exit_code == 2
