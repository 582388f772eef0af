"""Write the list of modules in ARCHITECTURE.md from their docstrings' first lines (``make docs``)."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "ARCHITECTURE.md"
_LIST = re.compile(r"(?<=<!-- modules -->\n).*(?=<!-- end of modules -->)", re.DOTALL)


def with_modules(page: str) -> str:
    """Return `page` with the list of modules as the code has it."""
    return _LIST.sub(lambda _: f"\n{module_list()}\n", page)


def module_list() -> str:
    """Return one line a module, under one heading a room."""
    package = ROOT / "workbench"
    lone = "".join(_line(path) for path in sorted(package.glob("*.py")) if path.name != "__init__.py")
    rooms = (path.parent for path in sorted(package.glob("*/__init__.py")))
    return f"**workbench**\n\n{lone}\n" + "\n".join(_room(folder) for folder in rooms)


def _room(folder: Path) -> str:
    modules = (path for path in sorted(folder.glob("*.py")) if path.name != "__init__.py")
    return f"**{folder.name}** – {_first_line(folder / '__init__.py')}\n\n{''.join(map(_line, modules))}"


def _line(path: Path) -> str:
    return f"- `{path.stem}` – {_first_line(path)}\n"


def _first_line(path: Path) -> str:
    return (ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").partition("\n")[0]


if __name__ == "__main__":
    PAGE.write_text(with_modules(PAGE.read_text("utf-8")), "utf-8")
