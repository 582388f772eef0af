"""schema.org NewsArticle as JSON-LD."""

from typing import Any

from workbench.export.identity import author_names, body_text, page_urn, title, wikidata_uri, words
from workbench.record import EntityType, Record

_TYPES: dict[EntityType, str] = {
    "person": "Person",
    "organisation": "Organization",
    "country": "Country",
    "place": "Place",
    "collective": "Organization",
}


def news_article(record: Record) -> dict[str, Any]:
    """Return one article as JSON-LD; only a stated date is a ``datePublished``, an unknown field is left out.

    References
    ----------
    schema.org, https://schema.org/NewsArticle.
    """
    published, modified = record.date_published, record.date_modified
    fields = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": page_urn(record),
        "url": record.url,
        "headline": title(record),
        "alternativeHeadline": words(record, record.alternative_headline),
        "articleBody": body_text(record),
        "datePublished": published.value if published and published.basis == "stated" else None,
        "dateModified": modified.value if modified and modified.basis == "stated" else None,
        "dateline": words(record, record.dateline),
        "author": [{"@type": "Person", "name": name} for name in author_names(record)],
        "editor": [{"@type": "Person", "name": editor.name} for editor in record.editors],
        "publisher": {"@type": "NewsMediaOrganization", "name": record.publisher.name} if record.publisher else None,
        "inLanguage": record.language,
        "isBasedOn": _credited(record),
        "mentions": _mentioned(record),
    }
    return {key: value for key, value in fields.items() if value}


def _credited(record: Record) -> list[dict[str, str]]:
    names = {agency.name: None for agency in record.agencies if agency.relation == "credited"}
    return [{"@type": "CreativeWork", "name": name} for name in names]


def _mentioned(record: Record) -> list[dict[str, str]]:
    first = {mention.entity: mention for mention in reversed(record.mentions)}
    return [
        {"@type": _TYPES[mention.type], "name": mention.name}
        | ({"sameAs": wikidata_uri(mention.qid)} if mention.qid else {})
        for mention in sorted(first.values())
    ]
