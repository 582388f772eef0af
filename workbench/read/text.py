"""Plain text: the page's text is the decoded input, unchanged."""

import hashlib
from collections.abc import Iterator

from workbench.errors import ReadError
from workbench.page import Page
from workbench.read.decode import decode
from workbench.read.source import Payload, ReadOptions, Source, read_page_bytes


def read_text(source: Source, options: ReadOptions) -> Iterator[Page]:
    """Read one page of plain text."""
    yield text_page(read_page_bytes(source, options.limits))


def text_page(payload: Payload) -> Page:
    """Make a page of a payload of plain text.

    Raises
    ------
    ReadError
        The bytes are no text, or blank.
    """
    text, encoding = decode(payload.path, payload.body, declared=payload.charset)
    if not text or text.isspace():
        raise ReadError(payload.path, "holds no text")
    return Page(
        path=payload.path,
        content_hash=content_hash(payload.body),
        text=text,
        encoding=encoding,
        url=payload.url,
        retrieved_at=payload.retrieved_at,
        claims=payload.claims,
    )


def content_hash(body: bytes) -> str:
    """Return ``sha256:`` and the hexadecimal digest of a page's bytes."""
    return f"sha256:{hashlib.sha256(body).hexdigest()}"
