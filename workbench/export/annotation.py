"""W3C Web Annotation: every tag as an annotation that finds its words again by quote and by position."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote as quote_uri

from workbench.export.identity import page_urn, wikidata_uri
from workbench.record import Record
from workbench.span import Span

#: Characters of context before and after the quoted words; the length that Hypothesis uses.
CONTEXT = 32


def annotations(record: Record) -> Iterator[dict[str, Any]]:
    """Yield one annotation a tag, in the order of kinds and then of the text.

    References
    ----------
    W3C Web Annotation Data Model, Recommendation of 23 February 2017, sections 3.1 and 4.2.
    """
    for mention in record.mentions:
        source = wikidata_uri(mention.qid) if mention.qid else f"urn:codebook:{record.codebook.name}:{mention.entity}"
        body = {"type": "SpecificResource", "purpose": "identifying", "source": source}
        yield _annotation(record, mention, "identifying", body)
    for name in record.names:
        yield _annotation(record, name, "tagging", _label(name.label))
    for agency in record.agencies:
        yield _annotation(record, agency, "tagging", _label(f"{agency.relation}: {agency.name}"))
    for quote in record.quotes:
        speaker = quote.speaker.name if quote.speaker else "unknown speaker"
        yield _annotation(record, quote.content, "classifying", _label(f"{quote.kind} quotation: {speaker}"))
    for theme in record.themes:
        yield _annotation(record, theme, "classifying", _label(theme.concept))
    for expression in record.dates:
        yield _annotation(record, expression, "tagging", _label(f"{expression.type}: {expression.value}"))


def _label(value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": value}


def _annotation(record: Record, span: Span, motivation: str, body: dict[str, str]) -> dict[str, Any]:
    text, start, end = record.text, span.start, span.end
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(0, start - CONTEXT) : start],
        "suffix": text[end : end + CONTEXT],
    }
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"{page_urn(record)}#char={start},{end};{motivation};{quote_uri(body.get('value') or body['source'])}",
        "type": "Annotation",
        "motivation": motivation,
        "generator": {"type": "Software", "name": record.processing_agent},
        "body": body,
        "target": {
            "source": page_urn(record),
            "selector": [quote, {"type": "TextPositionSelector", "start": start, "end": end}],
        },
    }
