"""Run the notebooks and keep of their outputs what nbval compares: ``python tools/refresh_notebooks.py``.

Read the difference before you commit it: it is every figure that your change moved.
"""

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

NOTEBOOKS = Path(__file__).parent.parent / "notebooks"
CELL_TIMEOUT = 120


def refresh(path: Path) -> None:
    """Run one notebook in its folder and write it back with text outputs alone."""
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=CELL_TIMEOUT, resources={"metadata": {"path": str(path.parent)}}).execute()
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        if cell.cell_type == "code":
            cell.execution_count = None
            cell.outputs = [text_only(output) for output in cell.outputs]
    notebook.metadata = {key: notebook.metadata[key] for key in ("kernelspec",)}
    nbformat.write(notebook, path)


def text_only(output: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Return an output without pictures, live views and counts."""
    if "data" in output:
        output.data = {"text/plain": output.data["text/plain"]}
    if "execution_count" in output:
        output.execution_count = None
    return output


if __name__ == "__main__":
    for path in map(Path, sys.argv[1:]) if sys.argv[1:] else sorted(NOTEBOOKS.glob("*.ipynb")):
        refresh(path)
