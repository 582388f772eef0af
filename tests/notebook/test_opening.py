from pathlib import Path

import IPython.display
import pytest

from workbench.errors import ReadError, SchemaError, WorkbenchError
from workbench.frame import Selection
from workbench.notebook import corpus_view
from workbench.notebook.opening import Progress, open_panel

ARTICLE = (
    "Judul Rekaan tentang Sanksi\n\nSenin, 6 Maret 2023 10:00 WIB\n\n"
    "MINSK - Uni Eropa menjatuhkan sanksi baru terhadap Belarus, Senin (6/3).\n"
)
SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture
def said(monkeypatch):
    """What is shown in the cell, and taken away again."""
    told = []

    class Handle:
        def update(self, words, *, raw):
            told.append(words["text/html"])
            assert raw

    def display(words, *, raw, display_id):
        told.append(words["text/html"])
        return Handle() if raw and display_id else None

    monkeypatch.setattr(IPython.display, "display", display)
    monkeypatch.setattr(IPython.display, "clear_output", lambda: told.append("cleared"))
    return told


def test_a_small_corpus_opens_without_a_word(said, monkeypatch):
    monkeypatch.setattr("workbench.notebook.opening.time.monotonic", lambda: 0.0)
    panel = open_panel(SEEDS, selection={"themes": ["sanctions"], "lang": "id"})
    assert panel.selection == Selection(themes=("sanctions",), lang="id")
    assert said == []


def test_a_long_reading_says_how_far_it_is_and_then_is_silent_again(said):
    seconds = iter([0.0, 1.0, 2.5, 2.7, 3.2])
    progress = Progress("en", clock=lambda: next(seconds))
    for n in (1, 10, 2_000, 2_100, 3_000):
        progress(n)
    progress.end()
    assert said == ['<p role="status">2,000 pages read …</p>', '<p role="status">3,000 pages read …</p>', "cleared"]


def test_what_cannot_be_opened_is_told_before_anything_is_read(tmp_path):
    with pytest.raises(ReadError, match="no such file"):
        open_panel(tmp_path / "gone")
    with pytest.raises(SchemaError, match="theme"):
        open_panel(SEEDS, selection={"theme": "sanctions"})


def test_an_empty_folder_says_what_to_do(tmp_path):
    shown = open_panel(tmp_path).show(corpus_view).shown.plain
    assert "No page was read" in shown
    assert "CORPUS" in shown


def test_a_key_that_the_codebook_has_not_is_named(tmp_path):
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    shown = open_panel(tmp_path, selection={"themes": ["sanksi", "sanctions"]}).show(corpus_view).shown.plain
    assert "no Theme with the key 'sanksi'" in shown
    assert "'sanctions'" not in shown


@pytest.mark.parametrize(("n", "folded"), [(20, ""), (21, "<summary>Table: 21 rows</summary>")])
def test_a_long_list_of_what_was_read_is_folded(tmp_path, n, folded):
    for number in range(n):
        (tmp_path / f"{number:02}.txt").write_text(ARTICLE.replace("10:00", f"10:{number:02}"), "utf-8")
    shown = open_panel(tmp_path).show(corpus_view).shown
    assert shown.html.count("<summary>") == (1 if folded else 0)
    assert folded in shown.html
    assert shown.plain.count("Judul Rekaan") == n


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"selection": {"theme": []}}, r"unknown field `theme`; .*actors, themes"),
        ({"selection": {"date_from": "kemarin"}}, "days such as"),
        ({"codebook": "union"}, "none of that name ships: name a folder, or .*union-state"),
    ],
)
def test_a_wrong_setting_says_what_is_right(tmp_path, given, said):
    with pytest.raises(WorkbenchError, match=said):
        open_panel(tmp_path, **given)


def test_a_path_that_is_not_there_says_where_it_was_looked_for():
    with pytest.raises(WorkbenchError, match=f"looked for {Path.cwd()}"):
        open_panel("nowhere/pages")
