"""What several commands share: options, exit statuses, and output that appears only when it is whole."""

import errno
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

import click

from workbench.codebook import DEFAULT_CODEBOOK, Codebook, load_codebook
from workbench.errors import CodebookError
from workbench.read import FIELDS, input_holding

#: Exit statuses; 2, wrong usage, is click's own.
ALL_READ: Final = 0
SOME_UNREAD: Final = 1


def _parse_columns(_: click.Context, __: click.Parameter, value: str | None) -> dict[str, str]:
    columns: dict[str, str] = {}
    for pair in (value or "").split(",") if value else ():
        field, equals, column = pair.partition("=")
        if not equals or not column or field not in FIELDS:
            message = f"{pair!r} is not FIELD=COLUMN with FIELD one of {', '.join(FIELDS)}"
            raise click.BadParameter(message)
        columns[field] = column
    return columns


codebook_option = click.option(
    "--codebook",
    "codebook_folder",
    default=DEFAULT_CODEBOOK,
    show_default=True,
    metavar="DIR",
    help="A codebook's folder, or the name of one that ships.",
)
columns_option = click.option(
    "--columns",
    callback=_parse_columns,
    metavar="FIELD=COLUMN,...",
    help="For tables: which column holds what, as text=body,headline=title.",
)


def read_codebook(folder: str) -> Codebook:
    """Load the codebook that the user named, or say what is wrong with it and exit."""
    try:
        return load_codebook(folder)
    except CodebookError as error:
        click.echo(str(error), err=True)
        raise SystemExit(SOME_UNREAD) from error


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return how many there are, as ``1 page`` and ``2,160 pages``; of several a word has an s unless `many` says."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def spare_inputs(output: Path | None, paths: Iterable[str]) -> None:
    """Refuse an output that would replace an input, or be one when the same command is run again."""
    held = None if output is None else input_holding(output, paths)
    if held is not None:
        message = f"{output}: lies in what is read ({held}); name a place beside it"
        raise click.UsageError(message)


@contextmanager
def open_output(path: Path | None) -> Iterator[BinaryIO]:
    """Open standard output, or a file that takes its place only when it is whole; a device or pipe stays what it is."""
    if path is not None and not path.parent.is_dir():
        message = f"{path}: there is no folder {path.parent}"
        raise click.UsageError(message)
    try:
        with _opened(path) as stream:
            yield stream
            stream.flush()
    except OSError as error:
        if error.errno == errno.EPIPE:
            # Whoever reads has seen enough; click ends in silence.
            raise
        message = f"{path or 'standard output'}: cannot be written ({error.strerror or error})"
        raise click.ClickException(message) from error


@contextmanager
def _opened(path: Path | None) -> Iterator[BinaryIO]:
    if path is None:
        yield sys.stdout.buffer
    elif path.exists() and not path.is_file():
        with path.open("wb") as stream:
            yield stream
    else:
        partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
        try:
            with partial.open("xb") as stream:
                yield stream
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)
