"""Rows of tables: which column holds what, and a row as a page."""

from collections.abc import Collection, Mapping
from typing import Any, Final

from workbench.errors import ReadError
from workbench.page import Claim, Page
from workbench.read.html import html_page, looks_like_html
from workbench.read.limits import Limits
from workbench.read.source import FIELDS, Payload
from workbench.read.text import text_page

#: The names under which each field is looked for, the likeliest first; case, blanks and hyphens do not count.
COMMON_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "text": (
        *("text", "content", "body", "maintext", "article", "article_text", "article_body", "full_text", "body_text"),
        *("isi", "isi_berita", "konten", "teks", "artikel"),
    ),
    "html": ("html", "raw_html", "page_html"),
    "headline": ("headline", "title", "judul", "judul_berita"),
    "author": ("author", "authors", "byline", "creator", "writer", "penulis", "reporter", "wartawan"),
    "date_published": (
        *("date_published", "published_at", "published", "publish_date", "published_date", "publication_date"),
        *("date_publish", "pubdate", "pub_date", "date", "datetime", "tanggal", "tanggal_terbit", "tgl"),
    ),
    "date_modified": ("date_modified", "updated_at", "modified", "modified_at", "date_modify", "last_modified"),
    "publisher": (
        *("publisher", "outlet", "site_name", "sitename", "source_name", "source_hostname", "hostname", "source"),
        *("source_domain", "site", "website", "domain", "media", "sumber", "nama_media"),
    ),
    "language": ("language", "lang", "bahasa"),
    "url": ("url", "link", "uri", "source_url", "canonical_url", "permalink", "tautan"),
    "retrieved_at": ("retrieved_at", "crawled_at", "scraped_at", "fetched_at", "downloaded_at", "date_download"),
}
_CLAIMED: Final = ("headline", "author", "date_published", "date_modified", "publisher", "language", "url")


def settle_columns(path: str, names: Collection[str], chosen: Mapping[str, str]) -> dict[str, str]:
    """Return which of a table's columns holds which field.

    Raises
    ------
    ReadError
        A chosen column is not there, or no column holds the pages.
    """
    missing = sorted(set(chosen.values()) - set(names))
    if missing:
        raise ReadError(path, f"has no column {missing[0]!r}; it has {_listed(names)}")
    by_plain = {_plain(name): name for name in reversed(list(names))}
    settled = dict(chosen)
    for field in FIELDS:
        known = (by_plain[name] for name in COMMON_NAMES[field] if name in by_plain)
        column = next((name for name in known if name not in settled.values()), None)
        if field not in settled and column is not None:
            settled[field] = column
    if not settled.keys() & {"text", "html"}:
        raise ReadError(path, f"has no column of pages among {_listed(names)}; name it: --columns text=COLUMN")
    return settled


def _plain(name: str) -> str:
    return name.strip().lower().replace("-", "_").replace(" ", "_")


def row_page(path: str, row: Mapping[str, Any], columns: Mapping[str, str], limits: Limits) -> Page:
    """Make a page of a row; markup in the column of texts is read as markup.

    Raises
    ------
    ReadError
        The row holds no text, or more than the bound.
    """
    field = "html" if _text(row.get(columns.get("html", ""))) else "text"
    body = _text(row.get(columns.get(field, ""))).encode("utf-8", errors="replace")
    if not body:
        raise ReadError(path, f"the column {columns[field] if field in columns else columns['html']!r} is empty")
    if len(body) > limits.page_bytes:
        raise ReadError(path, f"larger than {limits.page_bytes:,} bytes (page_bytes)")
    values = {name: _text(row.get(column)) for name, column in columns.items()}
    payload = Payload(
        path=path,
        body=body,
        charset="utf-8",
        url=values.get("url") or None,
        retrieved_at=values.get("retrieved_at") or None,
        claims=tuple(Claim(name, values[name], f"column:{columns[name]}") for name in _CLAIMED if values.get(name)),
    )
    return html_page(payload) if field == "html" or looks_like_html(body) else text_page(payload)


def _text(value: Any) -> str:  # noqa: ANN401 -- a cell of any table
    """Return a cell as text: lists joined, dates in ISO form, nothing for None."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bytes):
        return value.decode("utf-8", errors="replace")
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(_text, value)))
    if isinstance(value, dict):
        return _text(value.get("name"))
    return str(value.isoformat()) if hasattr(value, "isoformat") else str(value)


def _listed(names: Collection[str]) -> str:
    return ", ".join(repr(name) for name in list(names)[:20]) or "none"
