"""Recognises the outlet that printed a page, where the page says so."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

import msgspec

from workbench.article import Line, Publisher, Role
from workbench.codebook.schema import Publisher as PublisherEntry
from workbench.page import Page
from workbench.parse.addresses import SITE_ENDS
from workbench.parse.fold import fold
from workbench.parse.slug import slug
from workbench.span import Span


class Outlets(msgspec.Struct, frozen=True):
    """Compiled publishers of a codebook.

    Parameters
    ----------
    publishers
        What is found.
    names
        Index into `publishers` for each pattern of `matcher`.
    hosts
        Domain to index into `publishers`.
    labels
        Outlets' own furniture: folded phrase to role and rule id.
    matcher
        Finds folded names.
    """

    publishers: tuple[Publisher, ...]
    names: tuple[int, ...]
    hosts: Mapping[str, int]
    labels: Mapping[str, tuple[Role, str]]
    matcher: Any


class Imprint(msgspec.Struct, frozen=True):
    """The publisher of a page, and where the page names it; None where only address or markup do."""

    publisher: Publisher
    evidence: Span | None


#: Roles in which an outlet names itself, strongest first.
_SPEAKING: tuple[Role, ...] = ("byline", "timestamp", "kicker", "footer", "promo", "navigation")
#: A company, which is seldom what readers call its outlet.
_COMPANY = ("PT ", "PT. ", "CV ", "CV. ")
#: No outlet's name is longer; a slogan is.
_NAME = 60
#: An outlet that signs with its address.
_SITE = re.compile(rf"(?<![\w@.])(?:www\.)?(?P<site>(?:[a-z0-9-]+\.)+{SITE_ENDS})\b(?![.@])", re.IGNORECASE)
#: Lines that name whose report it was, which another outlet prints.
_CITING = frozenset({"byline-source", "byline-agency"})


def compile_outlets(publishers: Sequence[PublisherEntry]) -> Outlets:
    """Prepare the publishers of a codebook for `parse_article`."""
    from ahocorasick_rs import AhoCorasick, MatchKind  # noqa: PLC0415 -- 20 ms that reading alone need not pay

    named = [(fold(name), index) for index, entry in enumerate(publishers) for name in (entry.name, *entry.names)]
    patterns = dict(reversed(named))
    return Outlets(
        publishers=tuple(Publisher(entry.id, entry.name) for entry in publishers),
        names=tuple(patterns.values()),
        hosts={domain: index for index, entry in enumerate(publishers) for domain in entry.domains},
        labels=_labels(publishers),
        matcher=AhoCorasick(list(patterns), matchkind=MatchKind.LeftmostLongest),
    )


def _labels(publishers: Sequence[PublisherEntry]) -> dict[str, tuple[Role, str]]:
    """Return what an outlet's own whole lines are: its name is a kicker, its furniture what its entry says."""
    labels: dict[str, tuple[Role, str]] = {}
    for entry in publishers:
        own = (entry.name, *entry.names, *entry.domains)
        labels.update((fold(name), ("kicker", "outlet-name")) for name in own)
        for role, phrases in entry.furniture.items():
            labels.update((fold(phrase), (role, f"outlet-{entry.id}")) for phrase in phrases)
    return labels


def find_imprint(page: Page, lines: Sequence[Line], lede: Span | None, outlets: Outlets) -> Imprint | None:
    """Say which outlet printed `page`, or None where the page does not say.

    The address decides, then markup or a column that names a known outlet, then the text. What markup or a column calls
    an outlet that the codebook lacks is heard where nothing else tells.

    Parameters
    ----------
    page
        The page, for its address and the claims of its markup.
    lines
        Its lines with their roles.
    lede
        The head of the first paragraph up to its dateline's end, or None.
    outlets
        The publishers that are known.
    """
    spoken = list(_spoken(page.text, lines, lede, outlets))
    host = _by_host(page, outlets)
    claimed = _by_claim(page, outlets) if host is None else host
    if claimed is not None:
        return Imprint(outlets.publishers[claimed], next((span for index, span in spoken if index == claimed), None))
    signed = _signed(page.text, lines, lede, outlets)
    if signed is not None:
        # A medium that the page names besides is whose report it prints: ``(*/kabarkita.id/kompas.com)``.
        return Imprint(_called(page, signed.of(page.text)), signed)
    return Imprint(outlets.publishers[spoken[0][0]], spoken[0][1]) if spoken else _unknown(page)


def _called(page: Page, site: str) -> Publisher:
    """Return the outlet of a site that the page prints, under its name where markup or a column claims it so spelt."""
    claimed = _unknown(page)
    if claimed is not None and fold(claimed.publisher.name).replace(" ", "") in {fold(site), fold(site).split(".")[0]}:
        return claimed.publisher
    return Publisher(slug(site), site)


def _signed(text: str, lines: Sequence[Line], lede: Span | None, outlets: Outlets) -> Span | None:
    """Return the site by whose address a dateline or a signature in brackets opens, if the codebook lacks it."""
    brackets = [line for line in lines if line.role == "byline" and text.startswith("(", line.start)]
    for place in brackets if lede is None else [lede, *brackets]:
        site = _SITE.search(text, place.start, place.end)
        if site is not None:
            span = Span(*site.span("site"))
            known = next((hit for _, hit in _named(text, place, outlets)), None)
            is_told = known is not None and (known.start < span.start or known.covers(span))
            return None if is_told or _host_index(span.of(text).lower(), outlets) is not None else span
    return None


def _spoken(text: str, lines: Sequence[Line], lede: Span | None, outlets: Outlets) -> Iterator[tuple[int, Span]]:
    if lede is not None:
        yield from _named(text, lede, outlets)
    speaking: dict[Role, list[Line]] = {role: [] for role in _SPEAKING}
    for line in lines:
        if line.role in speaking and line.reason not in _CITING and not _cites(text, line):
            speaking[line.role].append(line)
    for role, own in speaking.items():
        found = [hit for line in own for hit in _named(text, line, outlets)]
        if role not in {"navigation", "promo"} or len({index for index, _ in found}) == 1:
            yield from found


def _cites(text: str, line: Line) -> bool:
    return fold(text[line.start : line.start + 8]).lstrip(" -•(").startswith(("sumber", "source"))


def _named(text: str, span: Span, outlets: Outlets) -> Iterator[tuple[int, Span]]:
    folded = fold(text[span.start : span.end])
    for pattern, start, end in outlets.matcher.find_matches_as_indexes(folded):
        found = Span(span.start + start, span.start + end)
        if _is_word(text, found):
            yield outlets.names[pattern], found


def _is_word(text: str, span: Span) -> bool:
    """Say whether the name stands alone; a capital may be glued on (``Outlet.idMinggu``)."""
    before = text[span.start - 1 : span.start]
    after = text[span.end : span.end + 1]
    return (
        not before.isalnum()
        and before != "@"
        and (not after.isalnum() or (after.isupper() and text[span.end - 1].islower()))
    )


def _by_host(page: Page, outlets: Outlets) -> int | None:
    address = page.url or next((claim.value for claim in page.claims if claim.field == "url"), None)
    return _host_index(host_of(address) if address else "", outlets)


def _host_index(host: str, outlets: Outlets) -> int | None:
    while host:
        if host in outlets.hosts:
            return outlets.hosts[host]
        host = host.partition(".")[2]
    return None


def host_of(address: str) -> str:
    """Return the host of an address in lower case; empty where there is none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _by_claim(page: Page, outlets: Outlets) -> int | None:
    claims = _claimed(page)
    hits = (hit for claim in claims for hit in _named(claim, Span(0, len(claim)), outlets))
    return next((index for index, _ in hits), None)


def _unknown(page: Page) -> Imprint | None:
    """Return the outlet under the name that markup or a column gives it, its own before its company's."""
    names = [name for name in _claimed(page) if len(name) <= _NAME and any(map(str.isalpha, name))]
    name = next((name for name in names if not name.startswith(_COMPANY)), names[0] if names else None)
    return Imprint(Publisher(slug(name), name), None) if name else None


def _claimed(page: Page) -> list[str]:
    """Return the names claimed for the publisher; of an address its host."""
    values = [claim.value.strip() for claim in page.claims if claim.field == "publisher"]
    names = [host_of(value).removeprefix("www.") if "://" in value else value for value in values]
    return [name for name in names if name]
