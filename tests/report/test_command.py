"""``workbench report``: what it writes, what it says, and how it ends."""

import sys
from html import unescape

import nbformat
import pytest
from click.testing import CliRunner
from nbformat.v4 import new_code_cell
from report_builders import notebook, settings_cell

from workbench.cli import main
from workbench.report.shipped import editable_notebooks, find_notebook, notebook_folder, shipped_notebooks

PAGE = "Rusia gelar latihan\n\nSenin, 6 Maret 2023 10:00 WIB\n\nMINSK - Rusia dan Belarus menggelar latihan militer.\n"
COUNT = "from workbench.store import open_corpus\nprint(len(open_corpus(CORPUS, codebook=CODEBOOK).records), 'pages')"


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run ``workbench report`` in a folder with one page and one notebook."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.txt").write_text(PAGE, "utf-8")
    nbformat.write(notebook("# Berapa?", settings_cell(), new_code_cell(COUNT)), "berapa.ipynb")
    return lambda *words: CliRunner().invoke(main, ["report", *words, "--notebook", "berapa.ipynb"])


def test_a_report_counts_the_pages_and_tells_how_it_was_made(run, tmp_path):
    result = run("pages")
    assert result.exit_code == 0, result.output
    assert result.stdout == "reports/berapa.html\nreports/index.html\n"
    html = (tmp_path / "reports" / "berapa.html").read_text("utf-8")
    assert "<pre>1 pages</pre>" in html
    assert "workbench report pages --notebook berapa.ipynb --output reports/" in html
    assert "pages/a.txt" in html
    assert str(tmp_path) not in html


def test_the_same_inputs_give_the_same_bytes(run, tmp_path):
    report = tmp_path / "reports" / "berapa.html"
    first, second = (run("pages") and report.read_bytes() for _ in range(2))
    assert first == second


def test_an_input_that_cannot_be_read_is_named_and_the_others_are_reported(run, tmp_path):
    (tmp_path / "pages" / "b.txt").write_bytes(b"")
    result = run("pages", "gone.txt")
    assert result.exit_code == 1
    assert "pages/b.txt" in result.stderr
    assert "gone.txt" in result.stderr
    html = (tmp_path / "reports" / "berapa.html").read_text("utf-8")
    assert "Inputs that could not be read, and that no number counts: 2" in html


def test_reports_are_not_written_where_they_would_be_read_as_pages(run, tmp_path):
    result = run(".")
    assert result.exit_code == 2
    assert "reports: lies in what is read (.)" in result.stderr
    assert not (tmp_path / "reports").exists()


def test_without_a_page_there_is_no_report(run, tmp_path):
    result = run("gone")
    assert result.exit_code == 1
    assert "nothing to report on" in result.stderr
    assert not (tmp_path / "reports").exists()


def test_a_notebook_that_fails_leaves_the_last_report_as_it_was(run, tmp_path):
    (tmp_path / "reports").mkdir()
    report = tmp_path / "reports" / "berapa.html"
    report.write_text("whole", "utf-8")
    nbformat.write(notebook(settings_cell(), new_code_cell("1 / 0")), tmp_path / "berapa.ipynb")
    result = run("pages")
    assert result.exit_code == 1
    assert "berapa.ipynb: cell 3 failed: ZeroDivisionError" in result.stderr
    assert [path.name for path in report.parent.iterdir()] == ["berapa.html"]
    assert report.read_text("utf-8") == "whole"


def test_a_codebook_that_is_none_is_named(run):
    result = run("pages", "--codebook", "nowhere")
    assert result.exit_code == 1
    assert "nowhere" in result.stderr


def test_a_selection_and_a_theme_reach_the_notebook_and_the_title_page(run, tmp_path):
    show = notebook("# Apa?", settings_cell(), new_code_cell("print(SELECTION, LANGUAGE)"))
    nbformat.write(show, tmp_path / "berapa.ipynb")
    (tmp_path / "mine.json").write_text('{"date_from": "2023-01-01", "themes": ["trade"]}', "utf-8")
    result = run("pages", "--selection", "mine.json", "--theme", "sanctions", "--lang", "id")
    assert result.exit_code == 0, result.output
    html = unescape((tmp_path / "reports" / "berapa.html").read_text("utf-8"))
    assert "<pre>{'date_from': '2023-01-01', 'themes': ('sanctions', 'trade')} id</pre>" in html
    assert "--selection mine.json --theme sanctions --lang id" in html
    assert "0 dari 1 artikel – Tema: Sanksi, Perdagangan dan ekonomi; Dari: 2023-01-01" in html


@pytest.mark.parametrize("selection", ['{"theme": []}', '{"date_from": "soon"}', "[]", "{"])
def test_a_selection_that_is_none_is_wrong_usage(run, tmp_path, selection):
    (tmp_path / "mine.json").write_text(selection, "utf-8")
    result = run("pages", "--selection", "mine.json")
    assert result.exit_code == 2
    assert "mine.json" in result.stderr


def test_a_theme_that_the_codebook_lacks_is_named_with_those_it_has(run):
    result = run("pages", "--theme", "sanksi")
    assert result.exit_code == 1
    assert "there is no theme 'sanksi', only" in result.stderr


def test_a_notebook_is_found_by_its_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert find_notebook("sanctions") == find_notebook("02-sanctions") == find_notebook("02-sanctions.ipynb")
    result = CliRunner().invoke(main, ["report", "pages", "--notebook", "sanction"])
    assert result.exit_code == 2
    assert "02-sanctions" in result.stderr


def test_records_that_were_stored_give_the_same_figures(run, tmp_path):
    assert CliRunner().invoke(main, ["parse", "pages", "-o", "records.jsonl"]).exit_code == 0
    result = run("records.jsonl")
    assert result.exit_code == 0, result.output
    assert "<pre>1 pages</pre>" in (tmp_path / "reports" / "berapa.html").read_text("utf-8")


def test_wrong_usage_is_told_from_failure():
    assert CliRunner().invoke(main, ["report"]).exit_code == 2


def test_the_notebooks_of_a_checkout_are_its_own(tmp_path):
    folder = editable_notebooks(tmp_path / "copies")
    assert folder == shipped_notebooks()[0].parent
    assert not (tmp_path / "copies").exists()


def test_an_installed_program_copies_its_notebooks_once(tmp_path, monkeypatch):
    package = tmp_path / "workbench"
    (package / "notebooks").mkdir(parents=True)
    (package / "notebooks" / "01-a.ipynb").write_text("new", "utf-8")
    monkeypatch.setattr("workbench.report.shipped.files", lambda _: package)
    copies = tmp_path / "copies"
    copies.mkdir()
    assert editable_notebooks(copies) == copies
    assert (copies / "01-a.ipynb").read_text("utf-8") == "new"
    (copies / "01-a.ipynb").write_text("mine", "utf-8")
    editable_notebooks(copies)
    assert (copies / "01-a.ipynb").read_text("utf-8") == "mine"


def test_lab_opens_the_notebooks_with_this_interpreter(monkeypatch):
    started = []
    monkeypatch.setattr("os.execv", lambda program, words: started.append((program, *words)))
    result = CliRunner().invoke(main, ["lab"])
    assert result.exit_code == 0
    ((program, *words),) = started
    assert [program, *words[:3], words[-1]] == [*[sys.executable] * 2, "-m", "jupyterlab", str(notebook_folder())]
