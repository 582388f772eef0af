"""A codebook's themes in SKOS, as JSON-LD that needs no network to be read."""

import json
from typing import Any

from workbench.codebook.codebook import Codebook
from workbench.codebook.events import Concept
from workbench.codebook.schema import Label

_CONTEXT = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "owl": "http://www.w3.org/2002/07/owl#",
}


def codebook_skos(codebook: Codebook, *, base: str) -> str:
    """Return the themes of `codebook` as a SKOS concept scheme in JSON-LD.

    Parameters
    ----------
    codebook
        The codebook; its rules stay out, SKOS has no word for them.
    base
        URI before the codebook's name and the concepts' ids.
    """
    scheme = f"{base}{codebook.stamp.name}"
    title = {
        "@id": scheme,
        "@type": "skos:ConceptScheme",
        "dcterms:title": _texts(codebook.title),
        "owl:versionInfo": codebook.stamp.version,
        "skos:hasTopConcept": [{"@id": f"{scheme}/{c.id}"} for c in codebook.events.themes if c.broader is None],
    }
    graph = [title, *(_concept(concept, scheme) for concept in codebook.events.themes)]
    return json.dumps({"@context": _CONTEXT, "@graph": graph}, ensure_ascii=False, indent=2) + "\n"


def _concept(concept: Concept, scheme: str) -> dict[str, Any]:
    said: dict[str, Any] = {
        "@id": f"{scheme}/{concept.id}",
        "@type": "skos:Concept",
        "skos:inScheme": {"@id": scheme},
        "skos:notation": concept.id,
        "skos:prefLabel": _texts(concept.pref_label),
        "skos:definition": _texts(concept.definition),
    }
    others = [
        {"@value": label, "@language": language}
        for language, labels in (("id", concept.alt_label.id), ("en", concept.alt_label.en))
        for label in labels
    ]
    if others:
        said["skos:altLabel"] = others
    if concept.scope_note:
        said["skos:scopeNote"] = _texts(concept.scope_note)
    if concept.broader:
        said["skos:broader"] = {"@id": f"{scheme}/{concept.broader}"}
    if concept.exact_match:
        said["skos:exactMatch"] = [{"@id": uri} for uri in concept.exact_match]
    return said


def _texts(label: Label) -> list[dict[str, str]]:
    return [{"@value": label.id, "@language": "id"}, {"@value": label.en, "@language": "en"}]
