"""Credits: the media whose words an article gives; with those of its pictures, see `pictures`."""

import re
from collections.abc import Iterator, Sequence

from workbench.article import Article
from workbench.record import AgencyCredit
from workbench.span import Span
from workbench.tag.media import Media, Medium, is_own_name
from workbench.tag.pictures import photo_credits
from workbench.tag.sources import Source, SourceRules

#: Media of these kinds report; official pages and social networks only carry what others publish.
REPORTING = frozenset({"agency", "newspaper", "broadcaster", "online"})
_DATELINE = re.compile(r"[^\n()]{2,60}\((?P<media>[^()\n]{2,60})\)\s*(?:[-–—:]|--)")
#: ``Seoul, Yonhap –``: without brackets only agencies, for outlets name themselves there.
_PLAIN_DATELINE = re.compile(r"[A-Z][\w. ]{1,30}, (?P<media>[A-Z][^,()\n]{1,30}?)\s*(?:[–—]|\s--?)\s")
_SIGN_OFF = re.compile(r"[([](?P<media>[^()\[\]\n]{2,60})[)\]]\s*$|[-–—]\s*(?P<last>[A-Z]{2,12})\s*$")

#: How far before a paragraph's end the medium that closes it begins.
_SIGNED = 80


def article_credits(
    article: Article, sources: Sequence[Source], own: Sequence[str], rules: SourceRules
) -> tuple[AgencyCredit, ...]:
    """Return whom the article credits for words and for pictures, in text order; each mention of a medium once."""
    found = [
        *(_credit(source.medium, "credited", source.rule) for source in sources if _reports(source.medium)),
        *_dateline_credits(article, own, rules.media),
        *_byline_credits(article, own, rules.media),
        *photo_credits(article, own, rules.media),
    ]
    return tuple(sorted({(one.start, one.relation): one for one in reversed(found)}.values()))


def _credit(medium: Medium, relation: str, rule: str) -> AgencyCredit:
    return AgencyCredit(medium.start, medium.end, medium.id, medium.name, relation, rule)  # type: ignore[arg-type]


def _reports(medium: Medium) -> bool:
    return medium.agency is None or medium.agency.kind in REPORTING


def _dateline_credits(article: Article, own: Sequence[str], media: Media) -> Iterator[AgencyCredit]:
    """Yield the agencies in brackets of a dateline: ``Minsk (Xinhua) –``."""
    for medium in dateline_media(article, media):
        if not is_own_name(medium.name, own):
            yield _credit(medium, "credited", "dateline")


def dateline_media(article: Article, media: Media) -> Iterator[Medium]:
    """Yield the media that the article's dateline names in brackets, and agencies behind its comma."""
    body = next((line for line in article.lines if line.role == "body"), None)
    match = _DATELINE.match(article.text, body.start, body.end) if body else None
    if match:
        yield from _pieces(article.text, match.start("media"), match.end("media"), media)
    plain = _PLAIN_DATELINE.match(article.text, body.start, body.end) if body and not match else None
    if plain:
        for medium in _pieces(article.text, plain.start("media"), plain.end("media"), media):
            if medium.agency is not None and medium.agency.kind == "agency" and medium.end == plain.end("media"):
                yield medium


def _byline_credits(article: Article, own: Sequence[str], media: Media) -> Iterator[AgencyCredit]:
    """Yield the media in bylines and at the end of the last paragraph: ``(AFP/ant)``, ``– AFP``."""
    body = [line for line in article.lines if line.role == "body" and line.reason != "gallery-caption"]
    ends = [_SIGN_OFF.search(article.text, max(line.start, line.end - _SIGNED), line.end) for line in body[-1:]]
    spans = [Span(*(m.span("media") if m["media"] else m.span("last"))) for m in ends if m]
    for span in (*(line for line in article.lines if line.role == "byline"), *spans):
        for medium in _pieces(article.text, span.start, span.end, media):
            if not is_own_name(medium.name, own) and _reports(medium):
                yield _credit(medium, "credited", "byline")


def _pieces(text: str, start: int, end: int, media: Media) -> Iterator[Medium]:
    """Yield the known media in a list like ``ANTARA News/AFP`` or ``Sumber : TASS``."""
    at = start
    for token in re.finditer(r"(?<![\w.])\w", text[start:end]):
        where = start + token.start()
        if where < at:
            continue
        known = media.at(text, where, end)
        if known is not None:
            yield known
            at = known.end
