"""A source: one named stream of bytes, still to be recognised; and what every reader is told."""

import io
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any, BinaryIO

import msgspec

from workbench.errors import ReadError
from workbench.page import Claim
from workbench.read.limits import Limits

#: Enough of the beginning to recognise every format.
HEAD_BYTES = 4096
#: Packings: the format of ``a.html.gz`` shows in the suffix before.
PACKINGS = frozenset({".gz"})
#: What a column of a table can hold.
FIELDS = (
    "text",
    "html",
    "headline",
    "author",
    "date_published",
    "date_modified",
    "publisher",
    "language",
    "url",
    "retrieved_at",
)


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """A stream with a name.

    Parameters
    ----------
    path
        How its pages are named; see `workbench.page.Page`.
    suffix
        Last part of the name that is not a packing (``.html`` for ``a.html.gz``), in lower case; may be empty.
    stream
        The bytes, to be read once from the beginning.
    head
        The first bytes of the stream, already read from it.
    depth
        How many archives surround it.
    """

    path: str
    suffix: str
    stream: BinaryIO
    head: bytes = b""
    depth: int = 0


class ReadOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What the readers are told.

    Parameters
    ----------
    limits
        Bounds on what is read.
    columns
        Which column of a table holds what: one of `FIELDS` to the name of a column. What it leaves out is looked
        for under its common names.
    """

    limits: Limits = Limits()
    columns: Mapping[str, str] = {}


class Payload(msgspec.Struct, frozen=True, kw_only=True):
    """The bytes of one page with what its container says of it.

    Parameters
    ----------
    path
        The page's name.
    body
        The page's own bytes.
    charset
        The encoding that the container declares, or None.
    url, retrieved_at, claims
        As in `workbench.page.Page`.
    """

    path: str
    body: bytes
    charset: str | None = None
    url: str | None = None
    retrieved_at: str | None = None
    claims: tuple[Claim, ...] = ()


def format_suffix(name: str) -> str:
    """Return the suffix that tells a file's format, in lower case.

    Examples
    --------
    >>> format_suffix("dump/A.HTML.gz"), format_suffix("pages.zip"), format_suffix("a")
    ('.html', '.zip', '')
    """
    path = PurePath(name.lower())
    return PurePath(path.stem).suffix if path.suffix in PACKINGS else path.suffix


def read_whole(source: Source, bound: int, name: str) -> bytes:
    """Read all of a source.

    Raises
    ------
    ReadError
        There are more than `bound` bytes; the message calls the bound `name`.
    """
    body = source.head + source.stream.read(max(0, bound + 1 - len(source.head)))
    if len(body) > bound:
        reason = f"larger than {bound:,} bytes ({name})"
        raise ReadError(source.path, reason)
    return body


def read_page_bytes(source: Source, limits: Limits) -> Payload:
    """Read a source that is one page.

    Raises
    ------
    ReadError
        The page is larger than the bound, or empty.
    """
    body = read_whole(source, limits.page_bytes, "page_bytes")
    if not body:
        raise ReadError(source.path, "the file is empty")
    return Payload(path=source.path, body=body)


class _Whole(io.RawIOBase):
    """The head of a source and what follows, as one stream that can be read once."""

    def __init__(self, source: Source) -> None:
        self._head = source.head
        self._stream = source.stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 -- any writable buffer
        chunk = self._head[: len(buffer)] or self._stream.read(len(buffer))
        self._head = self._head[len(chunk) :]
        buffer[: len(chunk)] = chunk
        return len(chunk)


def whole_stream(source: Source) -> io.BufferedReader:
    """Return a source's bytes from the beginning as one buffered stream."""
    return io.BufferedReader(_Whole(source), buffer_size=1 << 16)
