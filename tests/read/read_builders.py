"""Small builders for the tests of reading."""

from pathlib import Path

from workbench.errors import ReadError
from workbench.page import Page
from workbench.read import ReadOptions, read_pages

TEXT = "Menteri Bertemu di Minsk\n\nMINSK - Dua menteri bertemu pada Selasa.\n"


def write(path: Path, content: str | bytes = TEXT) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


def read(*paths: object, options: ReadOptions | None = None) -> tuple[list[Page], list[ReadError]]:
    readings = list(read_pages([str(path) for path in paths], options))
    pages = [reading for reading in readings if isinstance(reading, Page)]
    return pages, [reading for reading in readings if isinstance(reading, ReadError)]
