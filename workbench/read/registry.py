"""The one registry of formats; ``docs/formats.md`` shows how to add one."""

from collections.abc import Callable, Iterator

import msgspec

from workbench.errors import ReadError
from workbench.page import Page
from workbench.read.html import is_html, read_html
from workbench.read.jsonl import is_jsonl, read_jsonl
from workbench.read.packed import is_gzip, is_zip, read_gzip, read_zip
from workbench.read.parquet import is_parquet, read_parquet
from workbench.read.source import ReadOptions, Source
from workbench.read.text import read_text
from workbench.read.warc import is_warc, read_warc

#: What a reader yields: pages, what could not be read, and the members of a container, to be recognised in turn.
Readings = Iterator[Page | ReadError | Source]


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """One format of input.

    Parameters
    ----------
    name
        What messages call it.
    suffixes
        File names that a folder may hold for it.
    is_like
        Says from the suffix and the first bytes whether a source has this format.
    read
        Reads it, in one pass, in memory that does not grow with the input.
    """

    name: str
    suffixes: tuple[str, ...]
    is_like: Callable[[Source], bool]
    read: Callable[[Source, ReadOptions], Readings]


#: In order of trial; plain text takes what is left.
FORMATS: tuple[Format, ...] = (
    Format(name="gzip", suffixes=(".gz",), is_like=is_gzip, read=read_gzip),
    Format(name="zip archive", suffixes=(".zip",), is_like=is_zip, read=read_zip),
    Format(name="Parquet", suffixes=(".parquet",), is_like=is_parquet, read=read_parquet),
    Format(name="WARC", suffixes=(".warc",), is_like=is_warc, read=read_warc),
    Format(name="JSON Lines", suffixes=(".jsonl", ".ndjson", ".jsonlines"), is_like=is_jsonl, read=read_jsonl),
    Format(name="HTML", suffixes=(".html", ".htm", ".xhtml"), is_like=is_html, read=read_html),
    Format(name="plain text", suffixes=("", ".txt", ".text"), is_like=lambda _: True, read=read_text),
)

#: A folder's files with other names are passed over; a file that is named itself is read whatever it is called.
SUFFIXES = frozenset(suffix for form in FORMATS for suffix in form.suffixes)


def read_source(source: Source, options: ReadOptions) -> Iterator[Page | ReadError]:
    """Recognise a source and read its pages; what fails in it is yielded, and the rest is read on."""
    form = next(form for form in FORMATS if form.is_like(source))
    try:
        for reading in form.read(source, options):
            if isinstance(reading, Source):
                yield from _read_member(reading, options)
            else:
                yield reading
    except ReadError as error:
        yield error
    except (OSError, EOFError) as error:
        yield ReadError(source.path, f"broken as {form.name}: {error}")


def _read_member(member: Source, options: ReadOptions) -> Iterator[Page | ReadError]:
    if member.depth > options.limits.archive_depth:
        yield ReadError(member.path, f"nested in more than {options.limits.archive_depth} archives (archive_depth)")
    else:
        yield from read_source(member, options)
