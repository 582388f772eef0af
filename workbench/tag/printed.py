"""Names that their form or their place on the page gives away."""

import re
from collections.abc import Iterable, Iterator, Sequence

from workbench.article import Article
from workbench.record import Name
from workbench.span import Span

#: ``SuaraDaerah.id``, ``KABAR.CO.ID``: outlets print their own name like this; addresses go on, and are none.
_DOMAIN = re.compile(
    r"(?<![\w@/.:-])[A-Za-z0-9][\w-]*(?:\.(?:co|or|go|ac|web))?\.(?:com|co|id|net|tv|org|news|info)"
    r"(?![\w@]|\.\w|(?-i:[/-][a-z0-9]))",
    re.IGNORECASE,
)
#: How a domain ends. The engine looks for a full stop many times as fast as for a word that may be a domain.
_ENDING = re.compile(r"\.(?:com|co|id|net|tv|org|news|info)", re.IGNORECASE)
_WWW = "www."
_PART = re.compile(r"[^,/()]+")
#: Words that stand between a body of a region and the region's name.
_REGION = frozenset({"Kota", "Kabupaten", "Kab.", "Provinsi"})


def printed_names(article: Article, lines: Sequence[Span]) -> Iterator[Name]:
    """Yield outlets that are printed as domains, and the places of the dateline."""
    text = article.text
    for line in lines:
        if _ENDING.search(text, line.start, line.end) is None:
            continue
        for found in _DOMAIN.finditer(text, line.start, line.end):
            if not found[0].lower().startswith(_WWW):
                yield Name(*found.span(), "ORG", "name-domain")
    if article.dateline is not None:
        for part in _PART.finditer(text, article.dateline.start, article.dateline.end):
            words = part[0].strip()
            if words[:1].isupper() and not text[part.end() : part.end() + 1].isalnum():
                begin = part.start() + part[0].index(words)
                yield Name(begin, begin + len(words), "LOC", "name-dateline")


def with_regions(names: Iterable[Name], text: str, bodies: frozenset[str]) -> Iterator[Name]:
    """Join bodies that every region has with the region behind them: ``DPRD Kota Tegal``, ``Pemkab Sleman``."""
    body: Name | None = None
    for name in names:
        if body is not None and name.label == "LOC" and _is_beside(text[body.end : name.start]):
            yield Name(body.start, name.end, "ORG", "name-regional")
            body = None
            continue
        if body is not None:
            yield body
        body = name if name.of(text) in bodies else None
        if body is None:
            yield name
    if body is not None:
        yield body


def _is_beside(between: str) -> bool:
    return between in (" ", "\xa0") or (between[:1].isspace() and between.strip() in _REGION)
