"""A page: one input with a name, its bytes already decoded."""

from typing import Literal

import msgspec

from workbench.span import Span


class Claim(msgspec.Struct, frozen=True):
    """What markup or a data column says of a page, before the text is heard.

    Parameters
    ----------
    field
        ``headline``, ``author``, ``date_published``, ``date_modified``, ``publisher``, ``language`` or ``url``.
    value
        The claim, as written there.
    origin
        Where it was found: ``json-ld``, ``meta:og:title``, ``column:title``, ``warc:WARC-Date`` and the like.
    """

    field: str
    value: str
    origin: str


class Mark(Span, frozen=True):
    """A line of a page's text that its markup gives a kind to: evidence for the line's role."""

    kind: Literal["caption"]


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One page as it was read.

    Parameters
    ----------
    path
        The input as the user named it; a member of a container follows a ``!`` (``pages.zip!a.txt``) and a row
        follows a ``#`` (``pages.jsonl#12``, 1-based).
    content_hash
        ``sha256:`` and the hexadecimal digest of the page's bytes.
    text
        The decoded input, unchanged; for HTML the extracted text. Every offset in the project counts
        its code points, so it never changes again.
    media_type
        ``text/plain`` or ``text/html``, as read.
    encoding
        IANA name of the encoding that decoded the bytes.
    url
        Where the page came from, or None.
    retrieved_at
        ISO 8601 instant of the crawl where the container states it, or None. Never a publication date.
    claims
        What markup or columns say of the page; evidence, not truth.
    marks
        Lines whose kind the markup tells, in text order; none for plain text.
    copy_of
        Path of the first page read with the same bytes, or None.
    """

    path: str
    content_hash: str
    text: str
    media_type: str = "text/plain"
    encoding: str = "utf-8"
    url: str | None = None
    retrieved_at: str | None = None
    claims: tuple[Claim, ...] = ()
    marks: tuple[Mark, ...] = ()
    copy_of: str | None = None
