"""JSON Lines: one object a line, a column of which holds the page."""

from collections.abc import Iterator
from typing import Any

import msgspec

from workbench.errors import ReadError
from workbench.page import Page
from workbench.read.columns import row_page, settle_columns
from workbench.read.source import ReadOptions, Source, whole_stream

#: After so many lines without a column of pages a table is taken to have none.
_STRANGE_LINES = 100
_SUFFIXES = frozenset({".jsonl", ".ndjson", ".jsonlines"})


def is_jsonl(source: Source) -> bool:
    """Say whether a source is JSON Lines, by its name or because its first line is an object."""
    if source.suffix in _SUFFIXES:
        return True
    first = source.head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return first.startswith(b'{"') and (b'":' in first or b'" :' in first)


def read_jsonl(source: Source, options: ReadOptions) -> Iterator[Page | ReadError]:
    """Read each line as a page; a bad line is an error of its number, and the next are read on.

    The columns are settled on the first line that has one of pages.

    Raises
    ------
    ReadError
        None of the first lines has a column of pages: one error for the table, in place of one for each line.
    """
    columns: dict[str, str] | None = None
    strange: list[ReadError] = []
    for number, line in enumerate(_lines(source, options.limits.row_bytes), start=1):
        path = f"{source.path}#{number}"
        if isinstance(line, bytes) and not line.strip():
            continue
        try:
            row = _row(path, line)
            columns = columns or _settled(path, row, options, strange)
            if columns is not None:
                yield from _drained(strange)
                yield row_page(path, row, columns, options.limits)
            elif len(strange) == _STRANGE_LINES:
                break
        except ReadError as error:
            yield error
    if strange:
        raise ReadError(source.path, strange[0].reason)


def _settled(path: str, row: dict[str, Any], options: ReadOptions, strange: list[ReadError]) -> dict[str, str] | None:
    """Return the columns of the table, or None where this row does not show them, and note why."""
    try:
        return settle_columns(path, list(row), options.columns)
    except ReadError as error:
        strange.append(error)
        return None


def _drained(errors: list[ReadError]) -> Iterator[ReadError]:
    yield from errors
    errors.clear()


def _lines(source: Source, bound: int) -> Iterator[bytes | None]:
    """Yield each line, or None for one that is longer than `bound`; never hold more than one."""
    stream = whole_stream(source)
    while line := stream.readline(bound + 1):
        if len(line) <= bound:
            yield line
            continue
        yield None
        while line and not line.endswith(b"\n"):
            line = stream.readline(bound)


def _row(path: str, line: bytes | None) -> dict[str, Any]:
    if line is None:
        raise ReadError(path, "longer than the bound on lines (row_bytes)")
    try:
        return msgspec.json.decode(line, type=dict[str, Any])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ReadError(path, f"no JSON object: {error}") from error
