"""Where the notebooks lie: beside the package in a checkout, inside it once installed."""

import shutil
from importlib.resources import files
from pathlib import Path


def notebook_folder() -> Path:
    """Return the folder of the notebooks that come with this program."""
    return _installed() if _installed().is_dir() else _installed().parents[1] / "notebooks"


def shipped_notebooks() -> tuple[Path, ...]:
    """Return the notebooks that come with this program, in the order of their numbers."""
    return tuple(sorted(notebook_folder().glob("[0-9][0-9]-*.ipynb")))


def find_notebook(name: str) -> Path:
    """Return the notebook called `name`: a file, or one that ships by its name or by what follows its number.

    Raises
    ------
    LookupError
        There is none; says which ship.
    """
    if Path(name).is_file():
        return Path(name)
    known = {word: path for path in shipped_notebooks() for word in (path.stem, path.name, path.stem.partition("-")[2])}
    if name not in known:
        message = (
            f"there is no notebook {name!r}: name a file, or one of {', '.join(p.stem for p in shipped_notebooks())}"
        )
        raise LookupError(message)
    return known[name]


def editable_notebooks(copies: Path) -> Path:
    """Return a folder of notebooks that an analyst may change.

    In a checkout these are its own. An installed package is not for editing, so there the notebooks are copied
    to `copies` once; what lies there already is left as it is.
    """
    if notebook_folder() != _installed():
        return notebook_folder()
    copies.mkdir(parents=True, exist_ok=True)
    for file in (*shipped_notebooks(), *sorted(notebook_folder().glob("*.report.yaml"))):
        if not (copies / file.name).exists():
            shutil.copyfile(file, copies / file.name)
    return copies


def _installed() -> Path:
    return Path(str(files("workbench"))) / "notebooks"
