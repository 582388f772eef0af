"""Names to files: folders are walked in the order of their names, and nothing is passed over in silence."""

import logging
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from workbench.errors import ReadError
from workbench.read.limits import Limits
from workbench.read.registry import SUFFIXES
from workbench.read.source import format_suffix

_log = logging.getLogger(__name__)
_ABOUT: Final = frozenset({"readme", "license", "licence"})
#: Files of programs for tables: named themselves, they would be read as one page of text.
_TABLES: Final = frozenset({".csv", ".tsv", ".xls", ".xlsx", ".ods"})


def walk(paths: Iterable[str], limits: Limits) -> Iterator[Path | ReadError]:
    """Yield each file that `paths` name, themselves or as folders; ``-`` is a list of paths on standard input."""
    for path in paths:
        if path == "-":
            yield from walk((line for line in map(str.strip, sys.stdin) if line and line != "-"), limits)
        elif refused := _unsayable(path):
            yield refused
        elif Path(path).is_dir():
            yield from _walk_folder(Path(path), limits, depth=0)
        else:
            yield Path(path)


def input_holding(output: Path, paths: Iterable[str]) -> str | None:
    """Return which of `paths` is a file that is to be written, or a folder whose next reading would take it for a page.

    An output there costs its reader the input, or counts what was read as one page more.
    """
    place = output.resolve()
    for path in paths:
        read = Path(path).resolve()
        if place == read or (_is_page_file(place) and read.is_dir() and place.is_relative_to(read)):
            return path
    return None


def _is_page_file(place: Path) -> bool:
    return format_suffix(place.name) in SUFFIXES and not place.name.startswith(".")


def _unsayable(name: str) -> ReadError | None:
    """Refuse a name whose bytes are no UTF-8: no record could say it, and nobody find its page by it again."""
    if name.isascii():
        return None
    try:
        name.encode()
    except UnicodeEncodeError:
        shown = os.fsencode(name).decode("utf-8", "backslashreplace")
        return ReadError(shown, "its name is not UTF-8; rename it to have it read")
    return None


def _walk_folder(folder: Path, limits: Limits, *, depth: int) -> Iterator[Path | ReadError]:
    if depth > limits.folder_depth:
        yield ReadError(str(folder), f"nested in more than {limits.folder_depth} folders (folder_depth)")
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield ReadError(str(folder), error.strerror or str(error))
        return
    for entry in entries:
        path = folder / entry.name
        if reason := _reason_to_pass(entry):
            _log.log(_loudness(entry.name), "%s: passed over (%s)", path, reason)
        elif refused := _unsayable(str(path)):
            yield refused
        elif entry.is_dir():
            yield from _walk_folder(path, limits, depth=depth + 1)
        else:
            yield path


def _loudness(name: str) -> int:
    # A folder's README is written for people who open the folder; nobody takes it for a page.
    return logging.INFO if name.partition(".")[0].casefold() in _ABOUT else logging.WARNING


def _reason_to_pass(entry: os.DirEntry[str]) -> str | None:
    if entry.name.startswith("."):
        return "hidden"
    if entry.is_dir():
        return "a link to a folder" if entry.is_symlink() else None
    suffix = format_suffix(entry.name)
    if suffix in _TABLES:
        return f"{suffix} is a table; save it as JSON Lines or Parquet, one page a row, to read it"
    return None if suffix in SUFFIXES else f"{suffix} is no format of pages; name the file itself to read it"
