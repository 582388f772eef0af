"""A report speaks to a colleague, in one language; a notebook to whoever runs it."""

import re

import nbformat
import pytest
from report_builders import notebook

from workbench.errors import CodebookError
from workbench.report.prose import is_live, told_in
from workbench.report.shipped import shipped_notebooks

#: Settings and controls of a notebook, of which a report has none.
JARGON = re.compile(r"`[A-Z]{4,}`|\bfilter\b|\bpanel\b|\brun all\b|\bcells?\b|\bsaringan\b|\bsel\b", re.IGNORECASE)
HEADING = re.compile(r"^#+(?= )", re.MULTILINE)


@pytest.fixture(params=shipped_notebooks(), ids=lambda path: path.stem)
def shipped(request):
    return request.param


@pytest.mark.parametrize("language", ["en", "id"])
def test_a_shipped_report_speaks_one_language_and_no_jargon_of_notebooks(shipped, language):
    read = nbformat.read(shipped, as_version=4)
    told = told_in(read, shipped, language)
    assert told.language == language
    for before, after in zip(read.cells, told.notebook.cells, strict=True):
        if before.cell_type == "markdown" and not is_live(before):
            assert HEADING.findall(before.source) == HEADING.findall(after.source), before.id
            assert not JARGON.search(after.source), after.source
            assert language == "en" or after.source != before.source


def test_what_lies_beside_a_notebook_names_no_cell_that_it_has_not(shipped):
    cells = {cell.id for cell in nbformat.read(shipped, as_version=4).cells}
    named = re.findall(r"^([\w-]+):", shipped.with_suffix(".report.yaml").read_text("utf-8"), re.MULTILINE)
    assert set(named) <= cells


def test_a_notebook_of_ones_own_keeps_its_words(tmp_path):
    told = told_in(notebook("# Berapa?"), tmp_path / "berapa.ipynb", "id")
    assert told.language == "en"
    assert told.notebook.cells[0].source == "# Berapa?"


def test_a_report_is_not_told_half_in_another_language(tmp_path):
    path = tmp_path / "half.ipynb"
    path.with_suffix(".report.yaml").write_text("cell-0: {id: '# Satu', en: '# One, told'}\n", "utf-8")
    told = told_in(notebook("# One", "Two"), path, "id")
    assert told.language == "en"
    assert [cell.source for cell in told.notebook.cells] == ["# One, told", "Two"]


def test_words_that_are_no_list_are_refused_by_line(tmp_path):
    path = tmp_path / "bad.ipynb"
    path.with_suffix(".report.yaml").write_text("cell-0:\n  fr: un\n", "utf-8")
    with pytest.raises(CodebookError, match=r"bad\.report\.yaml"):
        told_in(notebook("# One"), path, "en")
