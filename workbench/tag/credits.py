"""Credits: the media whose words an article gives, and those who took its pictures."""

import re
from collections.abc import Iterator, Sequence

from workbench.article import Article, Line
from workbench.record import AgencyCredit
from workbench.span import Span
from workbench.tag.media import Media, Medium, is_own_name, printed_medium
from workbench.tag.sources import Source, SourceRules

#: Media of these kinds report; official pages and social networks only carry what others publish.
REPORTING = frozenset({"agency", "newspaper", "broadcaster", "online"})
_DATELINE = re.compile(r"[^\n()]{2,60}\((?P<media>[^()\n]{2,60})\)\s*(?:[-–—:]|--)")
_SIGN_OFF = re.compile(r"[([](?P<media>[^()\[\]\n]{2,60})[)\]]\s*$|[-–—]\s*(?P<last>[A-Z]{2,12})\s*$")
_CREDIT_GROUP = re.compile(r"[(\[](?P<credit>[^()\[\]\n]{2,140})[)\]]\s*[.\"”]?\s*$")
_CREDIT_LABEL = re.compile(
    r"(?:^|[\s.,(\[–-])(?:foto|photo|sumber(?: foto)?|dok(?:umentasi)?|kredit|credit|image|gambar|ilustrasi)\.?"
    r"(?:\s?[:/]\s?|\s+by\s+)(?P<credit>[^\n]{2,120}?)\s*[)\].]*$",
    re.IGNORECASE,
)
_CREDIT_TAIL = re.compile(
    r"(?:(?P<credit>[A-Z][\w.]+(?: [A-Z][\w.]+)?(?:/[\w .-]+)*/[A-Z][\w .-]*)"
    r"|/(?P<last>[A-Z][\w.-]*(?: [A-Z][\w.-]+)?))\s*$"
)
_SPLIT = re.compile(r"/|\||,|;|\s(?:via|dan|and|&|-|–|oleh|for)\s")
_PREFIX = re.compile(
    r"\s*(?:(?:foto|photo|file|sumber|dok(?:umentasi)?|kredit|credit|image|gambar|ilustrasi|istimewa via|by|oleh|via"
    r"|handout|tangkapan layar)\b[.:]?\s*)+",
    re.IGNORECASE,
)
#: Pieces of a credit line that name nobody.
_NOBODY = re.compile(
    r"pool\b.*|handout|istimewa|ist|file|dok(?:umentasi)?\.?|doc|net\.?ral|foto|photo|ilustrasi|.*\b(?:out|tidak)\b.*|\d.*|.*\d{4}.*",
    re.IGNORECASE,
)
_LONGEST_CREDIT = 5
#: A bracket without further signs of a credit is one only where it holds a short name.
_LONGEST_NAME = 3


def article_credits(
    article: Article, sources: Sequence[Source], own: Sequence[str], rules: SourceRules
) -> tuple[AgencyCredit, ...]:
    """Return whom the article credits for words and for pictures, in text order; each mention of a medium once."""
    found = [
        *(_credit(source.medium, "credited", source.rule) for source in sources if _reports(source.medium)),
        *_dateline_credits(article, own, rules.media),
        *_byline_credits(article, own, rules.media),
        *photo_credits(article, rules.media),
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
    """Yield the media that the article's dateline names in brackets."""
    body = next((line for line in article.lines if line.role == "body"), None)
    match = _DATELINE.match(article.text, body.start, body.end) if body else None
    if match:
        yield from _pieces(article.text, match.start("media"), match.end("media"), media)


def _byline_credits(article: Article, own: Sequence[str], media: Media) -> Iterator[AgencyCredit]:
    """Yield the media in bylines and at the end of the last paragraph: ``(AFP/ant)``, ``– AFP``."""
    body = [line for line in article.lines if line.role == "body"]
    ends = [_SIGN_OFF.search(article.text, line.start, line.end) for line in body[-1:]]
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


def photo_credits(article: Article, media: Media) -> Iterator[AgencyCredit]:
    """Yield who is credited at the end of each caption."""
    for line in article.lines:
        if line.role == "caption":
            yield from _caption_credits(article.text, line, media)


def _caption_credits(text: str, line: Line, media: Media) -> Iterator[AgencyCredit]:
    credit = _credit_span(text, line, media)
    if credit is None:
        return
    for start, end in _split(text, credit):
        prefix = _PREFIX.match(text, start, end)
        begin = prefix.end() if prefix else start
        words = text[begin:end].strip(" .()[]@-–")
        if not words or _NOBODY.fullmatch(words) or len(words.split()) > _LONGEST_CREDIT:
            continue
        at = text.index(words, begin)
        agency = media.named(words)
        medium = printed_medium(text, at, at + len(words))
        yield AgencyCredit(
            at,
            medium.end,
            agency.id if agency else medium.id,
            agency.name if agency else _title(words),
            "photo",
            "caption",
        )


def _title(words: str) -> str:
    return words.title() if words.isupper() and " " in words else words


def _credit_span(text: str, line: Line, media: Media) -> Span | None:
    """Return the words of a caption that credit somebody."""
    label = _CREDIT_LABEL.search(text, line.start, line.end)
    if label:
        return Span(*label.span("credit"))
    group = _CREDIT_GROUP.search(text, line.start, line.end)
    if group:
        return Span(*group.span("credit")) if _is_credit(group["credit"], media) else None
    tail = _CREDIT_TAIL.search(text, line.start, line.end)
    if tail is None:
        return None
    if tail["last"]:
        return Span(*tail.span("last"))
    first, *rest = tail["credit"].split("/")
    # ``… Vladimir Putin/Net``: a sentence runs into the mark, so what stands before it is the one pictured.
    runs_on = text[line.start : tail.start()].rstrip()[-1:] not in (".", "", '"', "”", ")")
    start = tail.start("credit") + (len(first) + 1 if runs_on and media.named(first) is None else 0)
    return Span(start, tail.end("credit")) if rest else None


def _is_credit(words: str, media: Media) -> bool:
    """Say whether a bracket at the end of a caption is a credit, not a date or a remark."""
    if _PREFIX.match(words) or any(media.named(piece) for piece in _SPLIT.split(words)):
        return True
    tokens = words.split()
    capitals = all(token[0].isupper() or token in ("the", "of") for token in tokens)
    return capitals and len(tokens) <= _LONGEST_NAME and not _NOBODY.fullmatch(words)


def _split(text: str, credit: Span) -> Iterator[tuple[int, int]]:
    at = credit.start
    for mark in _SPLIT.finditer(text, credit.start, credit.end):
        if mark.start() > at:
            yield at, mark.start()
        at = mark.end()
    if at < credit.end:
        yield at, credit.end
