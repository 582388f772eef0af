"""The prose of a report: a notebook speaks to whoever runs it, a report to a colleague who never will."""

from copy import deepcopy
from pathlib import Path
from typing import Final, Literal

import msgspec
from nbformat import NotebookNode

from workbench.codebook.load import load_file

Language = Literal["en", "id"]
#: Lies beside a notebook: for each cell what its report says, by language.
_BESIDE: Final = ".report.yaml"
#: The language of a notebook's own prose.
_OWN: Final[Language] = "en"


class Told(msgspec.Struct, frozen=True):
    """An executed notebook in the words of its report, and the language of these words."""

    notebook: NotebookNode
    language: Language


def told_in(notebook: NotebookNode, path: Path, language: Language) -> Told:
    """Return `notebook` with the words that lie beside it at `path`; cells without any keep their own.

    Where some have none in `language`, the whole stays in the notebook's own.

    Raises
    ------
    CodebookError
        The words are no list by cell and language; names file and line.
    """
    file = path.with_suffix(_BESIDE)
    words = load_file(file, dict[str, dict[Language, str]]) if file.is_file() else {}
    prose = [cell for cell in notebook.cells if cell.cell_type == "markdown" and not is_live(cell)]
    is_whole = all(language in words.get(cell.id, ()) for cell in prose)
    chosen = language if is_whole else _OWN
    reworded = deepcopy(notebook)
    for cell in reworded.cells:
        cell.source = words.get(cell.id, {}).get(chosen, cell.source) if cell.cell_type == "markdown" else cell.source
    return Told(reworded, chosen)


def is_live(cell: NotebookNode) -> bool:
    """Say whether a cell is for the living notebook alone: it answers to hands, and a file cannot."""
    return "live" in cell.metadata.get("tags", ())
