import json

import pytest
from click.testing import CliRunner

from workbench.cli import main

TEXT = "Dua Menteri Bertemu di Minsk\n\nMINSK - Dua menteri bertemu pada Selasa (2/1/2024)."
GOLD = {
    "id": "p1",
    "text": TEXT,
    "language": "id",
    "is_article": True,
    "title": "Bukan Judul",
    "lines": {"0": "headline"},
}


@pytest.fixture
def gold(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(GOLD))
    return path


def run(*arguments):
    return CliRunner().invoke(main, ["evaluate", *map(str, arguments)])


def test_a_table_of_measures(gold):
    result = run(gold)
    rows = [line.split() for line in result.stdout.splitlines()]
    assert rows[0] == ["gold", "(1", "pages)"]
    assert ["line", "roles", "1", "1", "1", "1.000", "1.000", "1.000"] in rows
    assert result.exit_code == 0


def test_misses_are_listed_with_both_sides(gold):
    assert "  p1: expected Bukan Judul, found Dua Menteri Bertemu di Minsk" in run(gold, "--misses").stdout


def test_json_holds_measures_and_misses(gold):
    scores = json.loads(run(gold, "--json").stdout)["gold"]
    assert scores["measures"]["headline"]["f1"] == 0.0
    assert "headline" in [miss["measure"] for miss in scores["misses"]]


def test_gold_without_its_texts_is_named(tmp_path, gold):
    gold.write_text(json.dumps({**GOLD, "text": None, "file": "a.txt"}))
    result = run(gold, "--texts", tmp_path)
    assert result.exit_code == 1
    assert f"{tmp_path / 'a.txt'}: No such file or directory" in result.stderr


def test_a_missing_gold_is_wrong_usage(tmp_path):
    assert run(tmp_path / "tiada").exit_code == 2
