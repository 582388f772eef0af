"""The one registry of gold formats."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import msgspec

from workbench.errors import ReadError
from workbench.evaluate.annotated import is_annotated, read_annotated
from workbench.evaluate.gold import GoldFormat, GoldPage, gold_files
from workbench.evaluate.labelled import is_labelled, read_labelled
from workbench.evaluate.layouts import is_layouts, read_layouts
from workbench.evaluate.names import is_names, read_names
from workbench.evaluate.statements import is_statements, read_statements
from workbench.evaluate.stories import is_told, read_told
from workbench.evaluate.timex import is_timeml, read_timeml

_HEAD = 1 << 16

GOLD_FORMATS: tuple[GoldFormat, ...] = (
    GoldFormat(name="layouts", is_like=is_layouts, read=read_layouts),
    GoldFormat(name="annotated pages", is_like=is_annotated, read=read_annotated),
    GoldFormat(name="labelled sentences", is_like=is_labelled, read=read_labelled),
    GoldFormat(name="stories", is_like=is_told, read=read_told),
    GoldFormat(name="TimeML", is_like=is_timeml, read=read_timeml),
    GoldFormat(name="names", is_like=is_names, read=read_names),
    GoldFormat(name="statements", is_like=is_statements, read=read_statements),
)


class GoldSet(msgspec.Struct, frozen=True):
    """Gold that is scored together: a file, or the TimeML files of a folder.

    Parameters
    ----------
    name
        What the table calls it.
    format
        How to read it.
    files
        Its files in the order of their names.
    """

    name: str
    format: GoldFormat
    files: tuple[Path, ...]

    def pages(self, texts: Path | None) -> Iterator[GoldPage | ReadError]:
        """Yield its pages, and an error for each that cannot be read."""
        for file in self.files:
            yield from self.format.read(file, texts)


def find_gold(path: Path) -> tuple[GoldSet, ...]:
    """Return the gold under `path`, in the order of names; files that are no gold are left out.

    Raises
    ------
    ReadError
        There is nothing, or nothing that is gold.
    """
    known = [(file, form) for file in gold_files(path) if (form := _format_of(file)) is not None]
    if not known:
        raise ReadError(str(path), "holds no gold in a known format")
    groups = groupby(known, key=lambda pair: (_set_name(*pair), pair[1]))
    return tuple(GoldSet(name, form, tuple(file for file, _ in pairs)) for (name, form), pairs in groups)


def _set_name(file: Path, form: GoldFormat) -> str:
    return file.parent.name if form.name == "TimeML" else file.stem


def _format_of(file: Path) -> GoldFormat | None:
    with file.open("rb") as stream:
        head = stream.read(_HEAD).decode("utf-8", errors="replace")
    return next((form for form in GOLD_FORMATS if form.is_like(head)), None)
