"""HTML: the visible text near the article becomes the page's text, the markup's statements become claims.

Nothing is executed or fetched; entities are those of HTML alone, and the walk is linear in the size of the page.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from workbench.errors import ReadError
from workbench.page import Mark, Page
from workbench.read.decode import decode
from workbench.read.source import Payload, ReadOptions, Source, read_page_bytes
from workbench.read.text import content_hash

if TYPE_CHECKING:
    from workbench.read.blocks import Block

_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_MARKUP = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|\?xml[^>]*\?>\s*<(?:!doctype\s+)?html)\b", re.I | re.S
)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE)
_DECLARED_WITHIN = 4096


def is_html(source: Source) -> bool:
    """Say whether a source is a page of HTML, by its name or its beginning."""
    return source.suffix in _SUFFIXES or looks_like_html(source.head)


def looks_like_html(head: bytes) -> bool:
    """Say whether bytes begin like a page of HTML."""
    return _MARKUP.match(head.removeprefix(b"\xef\xbb\xbf")) is not None


def read_html(source: Source, options: ReadOptions) -> Iterator[Page]:
    """Read one page of HTML."""
    yield html_page(read_page_bytes(source, options.limits))


def html_page(payload: Payload) -> Page:
    """Make a page of a payload of HTML.

    Raises
    ------
    ReadError
        The bytes are no text, or the page shows none.
    """
    from workbench.read.claims import read_claims  # noqa: PLC0415 -- lxml is slow to import
    from workbench.read.main_text import main_blocks  # noqa: PLC0415 -- likewise
    from workbench.read.tree import parse_html  # noqa: PLC0415 -- likewise

    declared = _CHARSET.search(payload.body[:_DECLARED_WITHIN])
    markup, encoding = decode(
        payload.path, payload.body, declared=payload.charset or (declared[1].decode("ascii") if declared else None)
    )
    root = parse_html(payload.path, markup)
    claims = (*payload.claims, *read_claims(root))
    titles = [claim.value for claim in claims if claim.field == "headline"]
    blocks = main_blocks(root, titles)
    text = "\n".join(block.text for block in blocks)
    if not text:
        raise ReadError(payload.path, "shows no text")
    return Page(
        path=payload.path,
        content_hash=content_hash(payload.body),
        text=text,
        media_type="text/html",
        encoding=encoding,
        url=payload.url or next((claim.value for claim in claims if claim.field == "url"), None),
        retrieved_at=payload.retrieved_at,
        claims=claims,
        marks=tuple(_marks(blocks)),
    )


def _marks(blocks: Sequence["Block"]) -> Iterator[Mark]:
    """Yield what the markup says of the lines that the blocks become."""
    start = 0
    for block in blocks:
        end = start + len(block.text)
        if block.tag == "figcaption":
            yield Mark(start=start, end=end, kind="caption")
        start = end + 1
