"""WARC: crawled pages; each successful HTML response is a page, with its address and the instant of its crawl."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

from workbench.errors import ReadError
from workbench.page import Page
from workbench.read.html import html_page
from workbench.read.source import Payload, ReadOptions, Source, whole_stream
from workbench.read.text import text_page

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_PAGES = ("text/html", "application/xhtml+xml", "text/plain")
_OK = 200
#: What follows each record, also the last one.
_END = b"\r\n\r\n"


def is_warc(source: Source) -> bool:
    """Say whether a source begins like WARC."""
    return source.head.startswith(b"WARC/")


def read_warc(source: Source, options: ReadOptions) -> Iterator[Page | ReadError]:
    """Read each response that holds a page; other records are no pages and are passed over."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415 -- rarely needed

    stream: Any = _Told(whole_stream(source))
    number = 0
    try:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response, auto_decode="all"):
            if _is_page(record):
                number += 1
                yield _read_record(f"{source.path}#{number}", record, options)
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # how the library fails on some broken archives
            raise
        raise ReadError(source.path, f"broken as WARC after {number} pages: {error}") from error
    if stream.tail != _END:
        raise ReadError(source.path, f"ends inside a record, after {number} pages, the last of which may be cut short")


def _read_record(path: str, record: "WarcRecord", options: ReadOptions) -> Page | ReadError:
    try:
        return _page(path, record, options)
    except ReadError as error:
        return error


def _is_page(record: "WarcRecord") -> bool:
    status = record.http_headers.status_code if record.http_headers else None
    return status == _OK and (record.http_content_type or "").split(";")[0].strip().lower() in _PAGES


def _page(path: str, record: "WarcRecord", options: ReadOptions) -> Page:
    bound = options.limits.page_bytes
    body = record.reader.read(bound + 1)
    if len(body) > bound:
        reason = f"larger than {bound:,} bytes (page_bytes)"
        raise ReadError(path, reason)
    payload = Payload(
        path=path,
        body=body,
        charset=record.http_charset,
        url=record.headers.get("WARC-Target-URI"),
        retrieved_at=record.headers.get("WARC-Date"),
    )
    is_plain = (record.http_content_type or "").startswith("text/plain")
    return text_page(payload) if is_plain else html_page(payload)


class _Told:
    """A stream for the archive iterator, which reads forwards and asks where it is; `tail` is how it ended so far."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._position = 0
        self.tail = b""

    def read(self, size: int = -1) -> bytes:
        chunk = self._stream.read(size)
        self._position += len(chunk)
        self.tail = (self.tail + chunk[-len(_END) :])[-len(_END) :]
        return chunk

    def tell(self) -> int:
        return self._position
