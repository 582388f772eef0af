"""The bounds that keep a hostile or broken input from hanging or exhausting the machine."""

import msgspec

MIB = 1 << 20


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """Bounds on what is read; each refusal names the page and the bound.

    Parsing time grows linearly with a page's length, so `page_bytes` bounds the time a page can take, too.

    Parameters
    ----------
    page_bytes
        Size of one page: a file, a member of an archive, the body of a row or of a WARC record.
    row_bytes
        Size of one line of JSON Lines, before it is decoded.
    table_bytes
        Size of a Parquet file inside an archive, which must be held whole to be read.
    archive_members
        Number of members that one archive may list.
    expansion
        How many times larger than its packed form an archive or gzip file may grow.
    expansion_floor
        Bytes to which any packed input may grow whatever the ratio (a page of spaces packs well).
    archive_depth
        How many archives may be nested, the outermost included.
    folder_depth
        How many folders may be nested below the one that was named.
    remembered_pages
        Number of most recent pages among which exact copies are found.
    """

    page_bytes: int = 8 * MIB
    row_bytes: int = 32 * MIB
    table_bytes: int = 256 * MIB
    archive_members: int = 500_000
    expansion: int = 200
    expansion_floor: int = 16 * MIB
    archive_depth: int = 3
    folder_depth: int = 64
    remembered_pages: int = 1_000_000
