from pathlib import Path

import IPython.display
import pytest

from workbench.errors import ReadError, SchemaError
from workbench.frame import Selection
from workbench.notebook.opening import Progress, open_panel

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
