import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from workbench import chart
from workbench.frame import open_tables
from workbench.notebook.linked import mark_html
from workbench.store import open_corpus

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
FORBIDDEN = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.For, ast.While, ast.Try, ast.Lambda, ast.With,
             ast.ListComp, ast.DictComp, ast.SetComp, ast.GeneratorExp, ast.If)  # fmt: skip


def cells_of(path, kind="code"):
    return [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == kind]


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def notebook(request):
    return request.param


def test_six_notebooks_ship():
    assert [path.stem for path in NOTEBOOKS] == [
        "00-start-here", "01-actors", "02-sanctions", "03-military-cooperation", "04-overview",
        "05-voices-and-agencies",
    ]  # fmt: skip


def test_code_holds_no_logic(notebook):
    for cell in cells_of(notebook):
        assert not cell.source.lstrip().startswith(("%", "!"))
        assert not any(isinstance(node, FORBIDDEN) for node in ast.walk(ast.parse(cell.source))), cell.source


def test_cells_are_short_and_few(notebook):
    read = nbformat.read(notebook, as_version=4)
    assert len(read.cells) <= 31
    assert all(len(cell.source.splitlines()) <= 12 for cell in read.cells)


def test_cells_have_names_that_stay(notebook):
    ids = [cell.id for cell in nbformat.read(notebook, as_version=4).cells]
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in ids)


def test_a_memo_opens_with_question_inputs_and_answer(notebook):
    first = nbformat.read(notebook, as_version=4).cells[0]
    assert first.cell_type == "markdown"
    assert [word for word in ("Question.", "Inputs.", "Answer.") if word not in first.source] == []


def test_settings_stand_in_one_tagged_cell(notebook):
    (settings,) = [cell for cell in cells_of(notebook) if "parameters" in cell.metadata.get("tags", [])]
    names = [node.targets[0].id for node in ast.parse(settings.source).body]
    assert names == ["CORPUS", "CODEBOOK", "SELECTION", "LANGUAGE"]


def test_the_filter_is_left_to_live_readers(notebook):
    read = nbformat.read(notebook, as_version=4)
    live = {"filter", "filter-note", "explore", "explore-note"}
    assert all(cell.metadata.get("tags") == ["live"] for cell in read.cells if cell.id in live)


def test_every_call_says_first_what_to_look_for(notebook):
    kinds = [cell.cell_type for cell in nbformat.read(notebook, as_version=4).cells]
    assert all(kinds[n - 1] == "markdown" for n, kind in enumerate(kinds) if kind == "code" and n > 2)


def test_outputs_in_git_are_text_without_counts_or_machine_paths(notebook):
    for cell in cells_of(notebook):
        assert cell.execution_count is None
        for output in cell.outputs:
            assert output.output_type == "execute_result"
            assert set(output.data) == {"text/plain"}
            assert not re.search(r"/(home|work|tmp|Users)/", output.data["text/plain"])


def test_every_number_that_a_notebook_shows_opens_as_many_sentences(notebook, seeds):
    shown = re.findall(r"panel\.show\((chart\.\w+)\)", "\n".join(cell.source for cell in cells_of(notebook)))
    for name in shown:
        drawn = getattr(chart, name.removeprefix("chart."))(seeds)
        for mark in drawn.marks:
            opened = mark_html(drawn, mark)
            assert opened.count('class="wb-passage"') == mark.n, (name, mark.label)
    assert shown


@pytest.fixture(scope="module")
def seeds():
    return open_tables(open_corpus(ROOT / "seeds"))


def nbval(folder: Path) -> subprocess.CompletedProcess:
    """Run nbval on the notebook in `folder` as the suite does: with its settings and its conftest."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", str(ROOT / "pyproject.toml")]
    where = ["--rootdir", str(folder), "--confcutdir", str(folder), str(folder / "notebooks")]
    return subprocess.run([*command, *where], cwd=folder, capture_output=True, text=True, timeout=300, check=False)  # noqa: S603


@pytest.fixture(scope="module")
def short_notebook():
    """Return one notebook cut down to reading, findings and one chart, so that the test is quick."""
    read = nbformat.read(ROOT / "notebooks" / "02-sanctions.ipynb", as_version=4)
    kept = {"imports", "settings", "read", "status"}
    read.cells = [cell for cell in read.cells if cell.id in kept]
    return read


def laid_out(folder: Path, notebook) -> Path:
    (folder / "notebooks").mkdir()
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    shutil.copy(ROOT / "conftest.py", folder)
    nbformat.write(notebook, folder / "notebooks" / "copy.ipynb")
    return folder


def planted(notebook):
    """Return the notebook with one number of one chart changed by one."""
    wrong = nbformat.from_dict(notebook)
    (cell,) = [cell for cell in wrong.cells if cell.id == "status"]
    text = cell.outputs[0].data["text/plain"]
    number = re.search(r"(?<= = )\d+$", text, re.MULTILINE)
    cell.outputs[0].data["text/plain"] = f"{text[: number.start()]}{int(number[0]) + 1}{text[number.end() :]}"
    return wrong


def test_nbval_passes_the_notebook_as_it_stands(tmp_path, short_notebook):
    result = nbval(laid_out(tmp_path, short_notebook))
    assert result.returncode == 0, result.stdout + result.stderr


def test_nbval_bites_on_a_wrong_count(tmp_path, short_notebook):
    result = nbval(laid_out(tmp_path, planted(short_notebook)))
    assert result.returncode == 1, result.stdout + result.stderr
    assert "mismatch 'text/plain'" in result.stdout
    assert "1 failed" in result.stdout
