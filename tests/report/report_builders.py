"""Small notebooks and provenances for the tests of reports."""

from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from workbench.record import CodebookStamp
from workbench.report.provenance import Provenance, Refusal
from workbench.store import Input

STAMP = CodebookStamp("invented", "1", "sha256:00")
PROVENANCE = Provenance(
    inputs=(Input("pages/a.txt", "sha256:aa"),),
    refusals=(Refusal("pages/b.txt", "the file is empty"),),
    codebook=STAMP,
    program="workbench 9",
    command="workbench report pages",
)


def shown(**bundle):
    """A code cell that left one output, named by the last part of its media types."""
    names = {"html": "text/html", "plain": "text/plain", "svg": "image/svg+xml", "png": "image/png"}
    data = {names.get(name, name): value for name, value in bundle.items()}
    return new_code_cell("show(secret_source)", outputs=[new_output("display_data", data=data)])


def notebook(*cells):
    ready = [new_markdown_cell(cell) if isinstance(cell, str) else cell for cell in cells]
    for number, cell in enumerate(ready):
        cell.id = f"cell-{number}"
    return new_notebook(cells=ready)


def settings_cell(source="CORPUS = 'nowhere'"):
    return new_code_cell(source, metadata={"tags": ["parameters"]})
