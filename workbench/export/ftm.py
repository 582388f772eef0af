"""FollowTheMoney entities, for Aleph, OpenAleph and yente."""

import hashlib
from collections.abc import Iterator
from typing import Any

from workbench.codebook import Codebook
from workbench.export.identity import author_names, body_text, stated_day, title
from workbench.record import Record, Sanction

_SCHEMATA = {
    "person": "Person",
    "organisation": "Organization",
    "country": "PublicBody",
    "place": "Address",
    "collective": "Organization",
}
#: ISO 639-1 to the ISO 639-3 codes that FollowTheMoney uses.
_LANGUAGES = {"id": "ind", "ms": "msa", "en": "eng"}


def ftm_entities(record: Record, codebook: Codebook) -> Iterator[dict[str, Any]]:
    """Yield the article, its actors, a mention of each, and its sanctions; properties are lists of strings.

    References
    ----------
    FollowTheMoney 4, schemata Article, Person, Organization, PublicBody, Mention and Sanction.
    """
    document = _key("article", record.id)
    yield _article(record, document)
    known = {actor.id: actor for actor in codebook.actors}
    for entity in dict.fromkeys(mention.entity for mention in record.mentions):
        mention = next(m for m in record.mentions if m.entity == entity)
        schema = _SCHEMATA[mention.type]
        actor = known.get(entity)
        country = actor.country.lower() if actor and actor.country else None
        name_key = "full" if schema == "Address" else "name"
        yield _entity(
            _key("actor", codebook.stamp.name, entity),
            schema,
            {name_key: mention.name, "wikidataId": mention.qid if schema != "Address" else None, "country": country},
        )
        yield _entity(
            _key("mention", record.id, entity),
            "Mention",
            {
                "document": document,
                "name": mention.name,
                "resolved": _key("actor", codebook.stamp.name, entity),
                "detectedSchema": schema,
                "contextCountry": country,
            },
        )
    for sanction in record.sanctions:
        yield from _sanctions(record, codebook, sanction)


def _article(record: Record, key: str) -> dict[str, Any]:
    return _entity(
        key,
        "Article",
        {
            "title": title(record),
            "author": author_names(record),
            "publisher": record.publisher.name if record.publisher else None,
            "publishedAt": stated_day(record.date_published),
            "language": _LANGUAGES.get(record.language or ""),
            "bodyText": body_text(record),
            "contentHash": record.content_hash.removeprefix("sha256:"),
            "fileName": record.path,
            "sourceUrl": record.url,
            "processingAgent": record.processing_agent,
        },
    )


def _sanctions(record: Record, codebook: Codebook, sanction: Sanction) -> Iterator[dict[str, Any]]:
    names = {actor.id: actor.name for actor in codebook.actors}
    for recipient in sanction.recipient:
        yield _entity(
            _key("sanction", record.id, str(sanction.start), recipient),
            "Sanction",
            {
                "entity": _key("actor", codebook.stamp.name, recipient),
                "authority": [names.get(authority, authority) for authority in sanction.authority],
                "provisions": sanction.instrument,
                "status": sanction.status,
                "summary": f"{sanction.modality}: {sanction.of(record.text)}",
                "sourceUrl": record.url,
            },
        )


def _entity(key: str, schema: str, properties: dict[str, str | list[str] | None]) -> dict[str, Any]:
    listed = {name: [value] if isinstance(value, str) else value for name, value in properties.items() if value}
    return {"id": key, "schema": schema, "properties": listed}


def _key(*parts: str) -> str:
    return hashlib.sha1("\0".join(parts).encode(), usedforsecurity=False).hexdigest()
