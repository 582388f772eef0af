"""What a page's markup says of it: JSON-LD and meta elements, as claims; evidence, not truth."""

import json
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any, Final

from lxml import etree
from msgspec import structs

from workbench.page import Claim

_ARTICLES: Final = ("Article", "Posting", "Report")
_DEEPEST: Final = 6
_ORIGINS: Final = ("json-ld", "meta", "html", "link", "time", "title")
#: Longest claim that is kept; a headline of that length is none.
_LONGEST: Final = 1_000

#: ``name`` or ``property`` of a meta element, in lower case, to what it claims.
_META: Final[Mapping[str, str]] = {
    "og:title": "headline",
    "twitter:title": "headline",
    "author": "author",
    "content_author": "author",
    "dtk:author": "author",
    "article:author": "author",
    "article:published_time": "date_published",
    "content_publisheddate": "date_published",
    "dtk:publishdate": "date_published",
    "publishdate": "date_published",
    "pubdate": "date_published",
    "publish-date": "date_published",
    "date": "date_published",
    "dc.date": "date_published",
    "dc.date.issued": "date_published",
    "datepublished": "date_published",
    "article:modified_time": "date_modified",
    "og:updated_time": "date_modified",
    "lastmod": "date_modified",
    "datemodified": "date_modified",
    "og:site_name": "publisher",
    "og:url": "url",
    "language": "language",
}


def read_claims(root: etree._Element) -> tuple[Claim, ...]:
    """Return the claims of a page's markup, the most deliberate origins first."""
    claims: list[Claim] = [Claim("language", root.get("lang", ""), "html:lang")]
    for element in root.iter(*_CLAIMS_OF):
        claims += _CLAIMS_OF[element.tag](element)
    plain = (
        structs.replace(claim, value=unescape(claim.value).strip()) if "&" in claim.value else claim for claim in claims
    )
    kept = [claim for claim in plain if claim.value and len(claim.value) <= _LONGEST]
    return tuple(dict.fromkeys(sorted(kept, key=lambda claim: _ORIGINS.index(claim.origin.split(":")[0]))))


def _linked_data(script: etree._Element) -> Iterator[Claim]:
    if script.get("type", "").strip().lower() == "application/ld+json":
        try:
            graph = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            return  # pages break their own JSON often; the meta elements remain
        for node in _articles(graph, depth=0):
            yield from _article_claims(node)


def _articles(node: Any, *, depth: int) -> Iterator[dict[str, Any]]:  # noqa: ANN401 -- any JSON
    if depth > _DEEPEST:
        return
    if isinstance(node, list):
        for child in node:
            yield from _articles(child, depth=depth + 1)
    elif isinstance(node, dict):
        if any(str(kind).endswith(_ARTICLES) for kind in _listed(node.get("@type"))):
            yield node
        yield from _articles(node.get("@graph"), depth=depth + 1)
        yield from _articles(node.get("mainEntity"), depth=depth + 1)


def _article_claims(node: Mapping[str, Any]) -> Iterator[Claim]:
    for key, field in (
        ("headline", "headline"),
        ("datePublished", "date_published"),
        ("dateModified", "date_modified"),
        ("inLanguage", "language"),
        ("url", "url"),
    ):
        yield from (
            Claim(field, value.strip(), "json-ld") for value in _listed(node.get(key)) if isinstance(value, str)
        )
    for key in ("author", "publisher"):
        for value in _listed(node.get(key)):
            name = value.get("name") if isinstance(value, dict) else value
            if isinstance(name, str):
                yield Claim(key, name.strip(), "json-ld")


def _listed(value: Any) -> list[Any]:  # noqa: ANN401 -- any JSON
    return value if isinstance(value, list) else [] if value is None else [value]


def _meta(meta: etree._Element) -> Iterator[Claim]:
    name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
    field = _META.get(name)
    content = meta.get("content", "").strip()
    if field and content and not (field == "author" and content.startswith("http")):
        yield Claim(field, content, f"meta:{name}")


def _link(link: etree._Element) -> Iterator[Claim]:
    if link.get("rel") == "canonical":
        yield Claim("url", link.get("href", "").strip(), "link:canonical")


def _time(element: etree._Element) -> Iterator[Claim]:
    stamp = element.get("datetime", "").strip()
    if element.get("itemprop") == "datePublished" or "published" in element.get("class", ""):
        yield Claim("date_published", stamp, "time")


def _title(title: etree._Element) -> Iterator[Claim]:
    parent = title.getparent()
    if parent is not None and parent.tag == "head":
        yield Claim("headline", " ".join((title.text or "").split()), "title")


_CLAIMS_OF: Final = {"script": _linked_data, "meta": _meta, "link": _link, "time": _time, "title": _title}
