"""Turns a page into an article."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from urllib.parse import urlsplit

import msgspec

from workbench.article import ARTICLE_ZONE, Article, Dateline, Line, Notice, Role
from workbench.page import Page
from workbench.parse.contributors import read_contributors
from workbench.parse.court import Dates, settle_dates
from workbench.parse.dateline import is_dateline_alone, read_dateline, read_dateline_alone
from workbench.parse.flat import flat_text
from workbench.parse.fold import fold
from workbench.parse.language import language_of
from workbench.parse.ledger import Ledger, read_ledger
from workbench.parse.places import FILING_CITIES, REGIONS
from workbench.parse.publisher import Imprint, Outlets, find_imprint, host_of
from workbench.parse.sentences import split_sentences
from workbench.parse.unprinted import claimed_language, names_outlet, unprinted_claims
from workbench.parse.wrapped import printed_lines
from workbench.span import Span
from workbench.steps import Steps, finish

_WEB = ("http://", "https://")
_INDEX_PATH = re.compile(
    r"/(?:tag|tags|listtag|topik|topic|topics|author|penulis|search|cari|indeks|page/\d+|category)(?:/|$|\?)"
)
#: The heading of a page that lists what bears a tag.
_ARCHIVE = re.compile(
    r"\s*(?:tag|kategori|category|topik|label|arsip|archives?|author|negara|event|kab/kota|provinsi|hasil pencarian"
    r"|search results?|pencarian)\s?:\s?\S[^\n]{0,60}\n"
    r"|\s*(?:bulan|hari|tahun)\s?:\s?(?:[\w ]{3,18} )?(?:19|20)\d\d\s*\n",
    re.IGNORECASE,
)
#: What blogs print above the posts that bear a label.
_LABEL_PAGE = re.compile(
    r"^\s*(?:showing posts with label|(?:men|t)ampilkan (?:postingan|pos) dengan label|articles by \W?\w|posts? tagged)"
    r"\b",
    re.IGNORECASE | re.MULTILINE,
)
#: A section's heading, and again with how many stories it lists.
_COUNTED = re.compile(r"\s*(\S[^\n]{3,40})\n\s*\1 ?\(\d{1,5}\)[ \t]*\n")
#: One of them stands in each of its wordings.
_LABEL_WORDS = ("label", "articles by", "tagged")
_TOP = 400
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DAY_IN_BRACKETS = re.compile(r"\((\d{1,2}/\d{1,2})(?:/\d{2,4})?\)")
_DAYS_OF_AN_INDEX = 4
_REPEATABLE = 60
_BULLETS, _TITLE = "•-*", 30
#: Below these a site's own name stands; elsewhere what stands before the second dot is a desk or a town.
_SECOND_LEVELS = frozenset({"co.id", "or.id", "my.id", "web.id", "biz.id"})
#: What an article alone can have.
_OWN = ARTICLE_ZONE | {"kicker", "byline", "timestamp", "pull"}


def parse_article(page: Page, outlets: Outlets) -> Article:
    """Say what `page` says: every line with its role, headline, dates, byline, dateline, publisher and sentences.

    Parameters
    ----------
    page
        The page as read.
    outlets
        What `compile_outlets` made of a codebook's publishers.
    """
    return finish(parsing(page, outlets))


def parsing(page: Page, outlets: Outlets) -> Steps[Article]:
    """Do what `parse_article` does, in steps."""
    flat = flat_text(page.text)
    printed, page = page, page if flat == page.text else msgspec.structs.replace(page, text=flat)
    ledger = yield from read_ledger(page, outlets.labels)
    yield
    told = language_of(_zone_text(page.text, ledger.lines) or page.text)
    language = told or claimed_language(page.claims)
    is_article = _is_article(page, ledger)
    if not is_article:
        ledger = _without_article(ledger)
    lines = ledger.lines
    repeats = _repeats(page.text, lines)
    yield
    dates = settle_dates(page, lines)
    lines = _without_masthead(page.text, lines, dates)
    yield
    dateline, opening = _dateline(page, ledger)
    imprint = find_imprint(page, lines, opening, outlets)
    yield
    authors, editors = read_contributors(page.text, lines)
    authors = tuple(author for author in authors if not names_outlet(author.name, page.claims))
    headline = _first(lines, "headline")
    told_facts = {"headline": headline, "author": authors, "publisher": imprint and imprint.evidence, "language": told}
    yield
    return Article(
        id=hashlib.sha256(printed.text.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        path=page.path,
        content_hash=page.content_hash,
        url=page.url if page.url and page.url.startswith(_WEB) else None,
        language=language,
        is_article=is_article,
        text=printed.text,
        lines=lines if page is printed else tuple(printed_lines(printed.text, lines)),
        sentences=tuple(_sentences(page.text, lines, repeats)),
        headline=headline,
        alternative_headline=_first(lines, "standfirst"),
        date_published=dates.published,
        date_modified=dates.modified,
        date_retrieved=dates.retrieved,
        event_dates=dates.events,
        image_dates=dates.images,
        authors=authors,
        editors=editors,
        publisher=imprint.publisher if imprint else None,
        dateline=dateline,
        notices=(*dates.notices, *_notices(lines, repeats, language, is_article=is_article)),
        claims=unprinted_claims(page.claims, {fact for fact, value in told_facts.items() if value}),
    )


def publisher_evidence(article: Article, outlets: Outlets) -> Span | None:
    """Return where the article's page names its own outlet, or None where it does not."""
    page = Page(path=article.path, content_hash=article.content_hash, text=article.text)
    lede = next((index for index, line in enumerate(article.lines) if line.role == "body"), None)
    _, opening = _dateline(page, Ledger(article.lines, lede))
    imprint: Imprint | None = find_imprint(page, article.lines, opening, outlets)
    return imprint.evidence if imprint else None


def _first(lines: Sequence[Line], role: Role) -> Span | None:
    return next((Span(line.start, line.end) for line in lines if line.role == role), None)


def _zone_text(text: str, lines: Sequence[Line]) -> str:
    return "\n".join(text[line.start : line.end] for line in lines if line.role in ARTICLE_ZONE)


def _dateline(page: Page, ledger: Ledger) -> tuple[Dateline | None, Span | None]:
    """Return the place of filing, and the words of the whole dateline for the outlet in them."""
    text = page.text
    body = (line for line in ledger.lines[ledger.lede or 0 :] if line.role == "body")
    lede = next(body, None) if ledger.lede is not None else None
    if lede is None:
        return None, None
    if is_dateline_alone(text[lede.start : lede.end]):
        return read_dateline_alone(text, lede.start, lede.end), Span(lede.start, lede.end)
    opening = read_dateline(text, lede.start, lede.end)
    if opening is None:
        return None, None
    place = opening.dateline
    is_outlet = place is not None and (
        _is_site(place.of(text), page.url) or _signs_elsewhere(text, place, ledger.lines)
    )
    return None if is_outlet else place, Span(lede.start, opening.end)


def _is_site(word: str, url: str | None) -> bool:
    """Say whether what stands for a place in a dateline is the name of the page's own site: ``TELUKKITA - …``."""
    if not url or fold(word) in FILING_CITIES | REGIONS:
        return False
    name, _, rest = host_of(url).removeprefix("www.").partition(".")
    return name == fold(word).replace(" ", "") and (rest.count(".") == 0 or rest in _SECOND_LEVELS)


def _signs_elsewhere(text: str, place: Dateline, lines: Sequence[Line]) -> bool:
    """Say whether a word in a dateline is the outlet's: no city, but a site's name or one that speaks to readers."""
    word = place.of(text)
    if not word.isupper() or fold(word) in FILING_CITIES | REGIONS:
        return False
    if re.search(
        rf"(?i:dilansir|dikutip|dihimpun|diterima|kepada) (?!{re.escape(word)})(?i:{re.escape(word)})\b", text
    ):
        return True
    if " " in word:
        return False
    if re.search(rf"\b{re.escape(word)}\.(?:com|co\.id|id|net|tv|news)\b", text, re.IGNORECASE):
        return True
    spoken = (line.of(text) for line in lines if line.role in {"promo", "footer"})
    return any(re.search(rf"\b{re.escape(word)}\b", said, re.IGNORECASE) for said in spoken)


def _without_masthead(text: str, lines: tuple[Line, ...], dates: Dates) -> tuple[Line, ...]:
    """Take a date above the article that dates nothing for part of the page's frame: the day of the visit."""
    story = next((index for index, line in enumerate(lines) if line.role in ARTICLE_ZONE), 0)
    if not any(line.reason == "date-line" for line in lines[:story]):
        return lines
    used = [span.start for value in (dates.published, dates.modified) if value for span in value.evidence]
    above = (
        msgspec.structs.replace(line, role="navigation", reason="masthead-date")
        if line.reason == "date-line"
        and _YEAR.search(text, line.start, line.end)
        and not any(line.start <= start < line.end for start in used)
        else line
        for line in lines[:story]
    )
    return (*above, *lines[story:])


def _repeats(text: str, lines: Sequence[Line]) -> tuple[tuple[Line, Line], ...]:
    """Return pairs of a long body paragraph and its exact copy further down."""
    seen: dict[str, Line] = {}
    pairs = []
    for line in lines:
        if line.role == "body" and line.end - line.start >= _REPEATABLE:
            first = seen.setdefault(text[line.start : line.end], line)
            if first is not line:
                pairs.append((first, line))
    return tuple(pairs)


def _sentences(text: str, lines: Sequence[Line], repeats: Sequence[tuple[Line, Line]]) -> Iterator[Span]:
    copies = {copy.start for _, copy in repeats}
    for line in lines:
        if line.role in ARTICLE_ZONE and line.start not in copies:
            yield from split_sentences(text, line)


def _is_article(page: Page, ledger: Ledger) -> bool:
    """Say whether the page is one article: it has running text, no index address, and is no list of ledes."""
    if (
        ledger.lede is None
        or _ARCHIVE.match(page.text)
        or _COUNTED.match(page.text)
        or _is_label_page(page.text[:_TOP])
        or (page.url and _INDEX_PATH.search(urlsplit(page.url).path))
    ):
        return False
    if _lists_titles(page.text, ledger.lines):
        return False
    body = [page.text[line.start : line.end] for line in ledger.lines if line.role == "body"]
    days = [found.group(1) for text in body if (found := _DAY_IN_BRACKETS.search(text[-40:]))]
    is_list = len(days) >= _DAYS_OF_AN_INDEX and len(days) >= 0.8 * len(body) and len(set(days)) == len(days)
    return not is_list


def _is_label_page(top: str) -> bool:
    folded = fold(top)
    return any(word in folded for word in _LABEL_WORDS) and _LABEL_PAGE.search(top) is not None


def _lists_titles(text: str, lines: Sequence[Line]) -> bool:
    """Say whether the page prints the titles of several stories, each behind a bullet and again above its lede."""
    listed = [(first.of(text), bare.of(text)) for first, bare in pairwise(lines) if text[first.start] in _BULLETS]
    return len({bare for first, bare in listed if len(bare) >= _TITLE and first.lstrip(_BULLETS + " ") == bare}) > 1


def _without_article(ledger: Ledger) -> Ledger:
    """Take the stories of an index for what they are: other pages' stories, of which no line is this page's own."""
    if ledger.lede is None and any(line.role == "headline" for line in ledger.lines):
        return ledger  # a story without words: a video, a picture
    lines = tuple(
        msgspec.structs.replace(line, role="related", reason="index-entry") if line.role in _OWN else line
        for line in ledger.lines
    )
    return Ledger(lines, None)


def _notices(
    lines: Sequence[Line], repeats: Sequence[tuple[Line, Line]], language: str | None, *, is_article: bool
) -> Iterator[Notice]:
    for first, copy in repeats:
        spans = (Span(first.start, first.end), Span(copy.start, copy.end))
        yield Notice("repeated-paragraph", "A paragraph is printed twice; it counts once.", spans)
    if language not in (None, "id"):
        yield Notice("not-indonesian", f"The text reads as {language}, not as Indonesian.")
    if not is_article and any(line.reason == "index-entry" for line in lines):
        yield Notice("index-page", "The page lists several stories and is not one article.")
    elif not any(line.role in {"body", "caption"} for line in lines):
        yield Notice("no-body", "No running text was found on the page.")
