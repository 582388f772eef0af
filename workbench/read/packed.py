"""Gzip and zip: what is packed is unpacked as it is read, within bounds, and recognised in its turn."""

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, BinaryIO

from workbench.errors import ReadError
from workbench.read.limits import Limits
from workbench.read.source import HEAD_BYTES, ReadOptions, Source, format_suffix, read_whole, whole_stream


class _Bounded(io.RawIOBase):
    """An unpacking stream that stops at the bound on expansion."""

    def __init__(self, path: str, stream: Any, packed: "_Counted | int", limits: Limits) -> None:  # noqa: ANN401 -- gzip's and zipfile's streams
        self._path = path
        self._stream = stream
        self._packed = packed
        self._limits = limits
        self._n_read = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 -- any writable buffer
        try:
            chunk = self._stream.read(len(buffer))
        except (zlib.error, EOFError, OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
            raise ReadError(self._path, f"cannot be unpacked: {error}") from error
        self._n_read += len(chunk)
        n_packed = self._packed if isinstance(self._packed, int) else self._packed.n_read
        bound = max(self._limits.expansion_floor, self._limits.expansion * n_packed)
        if self._n_read > bound:
            raise ReadError(self._path, f"grows more than {self._limits.expansion} times when unpacked (expansion)")
        buffer[: len(chunk)] = chunk
        return len(chunk)


class _Counted(io.RawIOBase):
    """A stream that counts what is read from it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.n_read = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 -- any writable buffer
        chunk = self._stream.read(len(buffer))
        self.n_read += len(chunk)
        buffer[: len(chunk)] = chunk
        return len(chunk)


def is_gzip(source: Source) -> bool:
    """Say whether a source begins like gzip."""
    return source.head.startswith(b"\x1f\x8b")


def read_gzip(source: Source, options: ReadOptions) -> Iterator[Source]:
    """Unpack a gzip file; what it holds keeps its name."""
    packed = _Counted(whole_stream(source))
    with gzip.GzipFile(fileobj=packed) as stream:
        yield _member(
            source.path, source, suffix=source.suffix, stream=_Bounded(source.path, stream, packed, options.limits)
        )


def is_zip(source: Source) -> bool:
    """Say whether a source begins like a zip archive."""
    return source.head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def read_zip(source: Source, options: ReadOptions) -> Iterator[Source | ReadError]:
    """Unpack the members of an archive one by one, in the order of their names; nothing is written anywhere."""
    try:
        archive = zipfile.ZipFile(_seekable(source, options.limits))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise ReadError(source.path, f"broken as zip archive: {error}") from error
    with archive:
        members = archive.infolist()
        if len(members) > options.limits.archive_members:
            raise ReadError(
                source.path, f"lists more than {options.limits.archive_members:,} members (archive_members)"
            )
        for member in sorted(members, key=lambda member: member.filename):
            if not member.is_dir():
                yield from _zip_member(source, archive, member, options.limits)


def _zip_member(
    source: Source, archive: zipfile.ZipFile, member: zipfile.ZipInfo, limits: Limits
) -> Iterator[Source | ReadError]:
    path = f"{source.path}!{member.filename}"
    name = PurePosixPath(member.filename.replace("\\", "/"))
    if name.is_absolute() or ".." in name.parts or ":" in name.parts[0]:
        yield ReadError(path, "its name leads out of the archive")
        return
    try:
        with archive.open(member) as stream:
            unpacked = _Bounded(path, stream, max(member.compress_size, 1), limits)
            yield _member(path, source, suffix=format_suffix(name.name), stream=unpacked)
    except (RuntimeError, NotImplementedError, OSError, zipfile.BadZipFile) as error:
        yield ReadError(path, f"cannot be unpacked: {error}")


def _member(path: str, source: Source, *, suffix: str, stream: io.RawIOBase) -> Source:
    buffered = io.BufferedReader(stream, buffer_size=1 << 16)
    head = buffered.read(HEAD_BYTES)
    return Source(path=path, suffix=suffix, stream=buffered, head=head, depth=source.depth + 1)


def _seekable(source: Source, limits: Limits) -> BinaryIO:
    """Return an archive that can be searched; one inside an archive is held whole, within the bound."""
    if source.depth == 0 and source.stream.seekable():
        return source.stream
    return io.BytesIO(read_whole(source, limits.table_bytes, "table_bytes"))
