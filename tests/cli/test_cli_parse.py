import json

import pytest
from click.testing import CliRunner

from workbench.cli import main, open_output
from workbench.parse import compile_outlets, explain_article, parse_article
from workbench.read.source import Payload
from workbench.read.text import text_page
from workbench.tag import tagging

PAGE = "Dua Menteri Bertemu di Minsk\n\nMINSK - Dua menteri bertemu pada Selasa (2/1/2024).\n"


def run(*arguments):
    return CliRunner().invoke(main, ["parse", *map(str, arguments)])


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(PAGE)
    return path


def test_one_object_a_line_and_status_0(page):
    result = run(page)
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(record["schema"], record["path"], record["text"]) for record in records] == [
        ("workbench.article/1", str(page), PAGE)
    ]
    assert (result.exit_code, result.stderr) == (0, "1 read, 0 could not be read\n")


def test_what_cannot_be_read_is_named_and_the_rest_is_written(page, tmp_path):
    missing = tmp_path / "tiada.txt"
    result = run(missing, page)
    assert (result.exit_code, len(result.stdout.splitlines())) == (1, 1)
    assert f"{missing}: No such file or directory\n" in result.stderr


@pytest.mark.parametrize(
    "arguments", [(), ("--format", "csv", "a"), ("--columns", "body=teks", "a"), ("--columns", "text", "a")]
)
def test_wrong_usage_is_status_2(arguments):
    assert run(*arguments).exit_code == 2


def test_a_broken_codebook_is_named_with_its_line(page, tmp_path):
    (tmp_path / "codebook.yaml").write_text("name: Not A Slug\nversion: '1'\ntitle: {id: a, en: b}\ndefinition: {}\n")
    result = run("--codebook", tmp_path, page)
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"{tmp_path / 'codebook.yaml'} line 1: " in result.stderr


def test_the_output_file_holds_what_standard_output_would(page, tmp_path):
    result = run("--output", tmp_path / "out.jsonl", page)
    assert (result.exit_code, result.stdout) == (0, "")
    assert (tmp_path / "out.jsonl").read_text() == run(page).stdout


def test_a_folder_of_output_that_is_not_there_is_wrong_usage(page, tmp_path):
    assert run("--output", tmp_path / "tiada" / "out.jsonl", page).exit_code == 2


@pytest.mark.parametrize("words", [("parse",), ("export", "--format", "csl")])
def test_an_output_that_would_be_read_again_is_wrong_usage(words, page, tmp_path):
    def ends(*arguments):
        return CliRunner().invoke(main, [*words, *map(str, arguments)]).exit_code

    assert ends(page, "--output", page) == 2
    assert ends(tmp_path, "--output", tmp_path / "sub" / ".." / "out.jsonl") == 2
    assert (page.read_text(), [path.name for path in tmp_path.iterdir()]) == (PAGE, ["a.txt"])
    assert ends(tmp_path, "--output", tmp_path / "out.json") == 0
    assert ends(page, "--output", tmp_path / "out.jsonl") == 0


def test_a_failure_leaves_the_old_output_whole(tmp_path):
    old = tmp_path / "out.jsonl"
    old.write_text("lama")
    with pytest.raises(ZeroDivisionError), open_output(old) as stream:
        stream.write(b"%d" % (1 // 0))
    assert ([path.name for path in tmp_path.iterdir()], old.read_text()) == (["out.jsonl"], "lama")


def test_the_same_input_gives_the_same_bytes(page):
    assert run(page).stdout_bytes == run(page).stdout_bytes


def test_what_a_page_holds_commands_no_terminal(tmp_path):
    page = tmp_path / "a.txt"
    page.write_text(
        "Judul \x1b]0;diambil\x07 Berita\n\nMINSK - Dua\tmenteri \x1b[2J\u202ebertemu pada Selasa (2/1/2024).\n"
    )
    shown = run("--explain", page).stdout
    assert not {"\x1b", "\x07", "\u202e", "\t"} & set(shown)
    assert "Judul ⟨U+001B⟩]0;diambil⟨U+0007⟩ Berita" in shown
    assert "Dua menteri ⟨U+001B⟩[2J⟨U+202E⟩bertemu" in shown


def test_explain_shows_each_line_with_its_role_and_rule(page):
    result = run("--explain", page)
    first = result.stdout.splitlines()[1].split(maxsplit=3)
    assert (first[0], first[1], first[3]) == ("1", "headline", "Dua Menteri Bertemu di Minsk")
    assert "published   2024-01-02 (inferred: latest-told-day)" in result.stdout
    assert result.exit_code == 0


def test_a_line_is_cut_where_the_terminal_ends():
    page = text_page(Payload(path="a", body=b"Judul Berita\n\n" + b"Kata demi kata. " * 20))
    article = parse_article(page, compile_outlets(()))
    wide, narrow = list(explain_article(article)), list(explain_article(article, width=80))
    assert max(map(len, narrow)) == 80
    assert [line[:79] for line in wide if len(line) > 80] == [line[:79] for line in narrow if line.endswith("…")]


def test_a_copy_is_said_and_noted(page, tmp_path):
    (tmp_path / "b.txt").write_text(PAGE)
    result = run(tmp_path)
    record = json.loads(result.stdout.splitlines()[1])
    assert "exact-copy" in [notice["code"] for notice in record["notices"]]
    assert f"{tmp_path / 'b.txt'}: exact copy of {page}" in result.stderr


@pytest.mark.usefixtures("page")
def test_a_page_that_breaks_a_rule_is_named_and_the_others_are_written(monkeypatch, tmp_path):
    (tmp_path / "b.txt").write_text("Lain\n\nIsi yang lain.\n")

    def fail(article, tagger):
        if article.path.endswith("b.txt"):
            raise IndexError
        return tagging(article, tagger)

    monkeypatch.setattr("workbench.pipeline.tagging", fail)
    result = run(tmp_path)
    assert (result.exit_code, len(result.stdout.splitlines())) == (1, 1)
    assert f"{tmp_path / 'b.txt'}: could not be parsed (IndexError" in result.stderr
