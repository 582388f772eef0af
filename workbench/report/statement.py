"""What a report says of itself to a program: enough to make it again, and to tell which input has changed."""

import base64
import gzip
import hashlib
import re
from collections.abc import Iterable
from typing import Final, Literal

import msgspec
from markupsafe import Markup

from workbench.errors import ReportError
from workbench.record import CodebookStamp
from workbench.report.order import Order
from workbench.store import Input

SCHEMA: Final = "workbench.report/1"
_BLOCK: Final = re.compile(r'<script type="application/json" id="workbench-report">(.*?)</script>', re.DOTALL)
#: How much of a page's hash tells which page has changed; the hash over all pages is whole.
_SHORT: Final = 16


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """A report in the words of the program that made it.

    Parameters
    ----------
    program, codebook, order
        What made it, and what it was asked.
    notebook, notebook_hash
        The notebook's file name, and the hash of its bytes.
    pages
        Name and first characters of the hash of every page, packed by `pack_pages`.
    pages_hash
        Over names and whole hashes.
    """

    schema: Literal["workbench.report/1"] = SCHEMA
    program: str
    codebook: CodebookStamp
    order: Order
    notebook: str
    notebook_hash: str
    pages: str
    pages_hash: str


def statement_block(statement: Statement) -> Markup:
    """Return the element that holds the statement; browsers run nothing of it."""
    # A closing tag inside a string would end the element.
    text = msgspec.json.encode(statement).decode().replace("<", "\\u003c")
    return Markup(f'<script type="application/json" id="workbench-report">{text}</script>')  # noqa: S704 -- see above


def read_statement(html: str, name: str) -> Statement:
    """Return the statement of a report.

    Raises
    ------
    ReportError
        The page holds none; says what is wrong with it.
    """
    found = _BLOCK.search(html)
    if found is None:
        raise ReportError(name, "this is no report of workbench report: it does not say what it was made from")
    try:
        return msgspec.json.decode(found[1], type=Statement)
    except msgspec.DecodeError as error:
        raise ReportError(name, f"what it says of its making cannot be read: {error}") from error


def pack_pages(pages: Iterable[Input]) -> str:
    """Return names and shortened hashes as text."""
    pairs = [(page.path, page.content_hash.removeprefix("sha256:")[:_SHORT]) for page in pages]
    return base64.b64encode(gzip.compress(msgspec.json.encode(pairs), mtime=0)).decode("ascii")


def unpack_pages(packed: str) -> dict[str, str]:
    """Return the shortened hash of each page, by its name.

    Raises
    ------
    ValueError
        `packed` is damaged.
    """
    try:
        return dict(msgspec.json.decode(gzip.decompress(base64.b64decode(packed)), type=list[tuple[str, str]]))
    except (OSError, EOFError, msgspec.DecodeError) as error:
        raise ValueError(str(error)) from error


def hash_pages(pages: Iterable[Input]) -> str:
    """Return the hash over names and hashes of pages, in order."""
    lines = "".join(f"{page.content_hash} {page.path}\n" for page in pages)
    return f"sha256:{hashlib.sha256(lines.encode('utf-8', 'surrogateescape')).hexdigest()}"
