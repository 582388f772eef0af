"""Notebooks run fresh, with the settings they are given, and say which cell failed."""

import sys

import nbformat
import pytest
from nbformat.v4 import new_code_cell
from report_builders import notebook, settings_cell

from workbench.errors import ReportError
from workbench.report.run import run_notebooks, with_settings


def saved(path, *cells):
    nbformat.write(notebook(*cells), path)
    return path


def test_settings_are_assigned_after_the_notebooks_own():
    before = notebook("# T", settings_cell(), new_code_cell("CORPUS"))
    after = with_settings(before, {"CORPUS": "it's"})
    assert [cell.source for cell in after.cells[1:]] == ["CORPUS = 'nowhere'", 'CORPUS = "it\'s"', "CORPUS"]
    assert len(before.cells) == 3


def test_a_notebook_without_settings_is_refused():
    with pytest.raises(ValueError, match="no cell is tagged 'parameters'"):
        with_settings(notebook("# T"), {"CORPUS": "x"})


def test_each_notebook_runs_alone_and_a_failure_names_its_cell(tmp_path):
    paths = (
        saved(
            tmp_path / "good.ipynb",
            settings_cell(),
            new_code_cell("import sys, os\nprint(CORPUS, os.getcwd(), sys.prefix)"),
        ),
        saved(tmp_path / "bad.ipynb", settings_cell(), new_code_cell("1 / 0")),
        saved(tmp_path / "bare.ipynb", "# T"),
        tmp_path / "missing.ipynb",
    )
    good, *failures = run_notebooks(paths, {"CORPUS": "here"}, cell_timeout=60)
    assert good.cells[-1].outputs[0].text == f"here {tmp_path} {sys.prefix}\n"
    assert all(isinstance(failure, ReportError) for failure in failures)
    assert str(failures[0]) == f"{paths[1]}: cell 3 failed: ZeroDivisionError: division by zero"
    assert "no cell is tagged" in str(failures[1])
    assert "missing.ipynb" in str(failures[2])


def test_a_cell_that_never_ends_is_given_up(tmp_path):
    path = saved(tmp_path / "slow.ipynb", settings_cell(), new_code_cell("import time\ntime.sleep(60)"))
    (failure,) = run_notebooks((path,), {}, cell_timeout=1)
    assert str(failure) == f"{path}: cell 3 took longer than 1 s"


def test_a_cell_that_kills_its_interpreter_is_named(tmp_path):
    path = saved(tmp_path / "dead.ipynb", settings_cell(), new_code_cell("import os\nos._exit(1)"))
    (failure,) = run_notebooks((path,), {}, cell_timeout=60)
    assert str(failure) == f"{path}: cell 3 ended its interpreter"
