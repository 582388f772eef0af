"""Words that hand on what is said: ``dikutip dari X``, ``kepada X``, ``via X``, and the medium after them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import msgspec

from workbench.codebook import Agency, Codebook
from workbench.codebook.cues import MediaWords, SourcePhrase
from workbench.codebook.schema import Actor
from workbench.parse.alternation import any_of
from workbench.parse.fold import fold
from workbench.span import Span
from workbench.tag.matcher import Matcher, build_matcher
from workbench.tag.media import Media, Medium, build_media, is_own_name, unknown_at

_NEXT = re.compile(r"\s*(?:,|/|&|\bdan\b|\bserta\b)\s*(?:kantor berita\s+|media\s+)?")
_FROM = re.compile(r"\s*,?\s*dari\s+")
_DESK = re.compile(r"[a-z]+[A-Z]")
#: The outlet's own name or desk before ``dari``: ``dikutip detikSport dari …``.
_OWN_DESK = re.compile(r"\s+(?:[a-z]+[A-Z]\w*|[A-Z]\w+(?:\.\w+)?)(?=\s+dari\s)")
_REACH = 120
#: ``Reuters dengan mengutip …``.
_WITH = re.compile(r"\sdengan\s$")
_MARKS = '"“”'
_LAST_BRACKET = re.compile(r"\((?P<medium>[^()\n]{2,30})\)\s*\.?\s*$")
_LAST_WORDS = re.compile(r"(?<!\w)[A-Z][\w.]*")
#: How far before its verb a medium's name begins.
_NAME_REACH = 40
Relation = Literal["quoted", "relayed", "reported", "told", "via", "listed"]
#: Relations whose slot takes names that the codebook lacks; after ``kepada`` and ``via`` anything can stand.
_OPEN: frozenset[Relation] = frozenset({"quoted", "relayed", "listed"})


#: After these words any name is an agency's.
_AGENCY = "kantor berita"


class Source(Span, frozen=True):
    """A medium that words come from, with the words that say so.

    Parameters
    ----------
    medium
        The medium, its span the name as printed.
    """

    relation: Relation
    medium: Medium
    rule: str


class SourceRules(msgspec.Struct, frozen=True):
    """A codebook's source phrases and media, compiled; see `build_source_rules`."""

    phrases: Matcher
    #: For each phrase its rule, and how much of its end is the medium's name.
    rules: tuple[tuple[SourcePhrase, int], ...]
    media: Media
    words: "_SlotWords"
    #: Verbs of media that hand on what others say, with the blank before them.
    reports: tuple[str, ...]


class _SlotWords(msgspec.Struct, frozen=True):
    """Words around the name of a medium, compiled: those before it, pages that are no media, names that are none."""

    leads: re.Pattern[str]
    own_page: re.Pattern[str]
    no_medium: re.Pattern[str]


def build_source_rules(codebook: Codebook) -> SourceRules:
    """Compile the source phrases and media of `codebook`."""
    by_phrase = {phrase: (rule, n) for rule in codebook.cues.sources for phrase, n in _spelt(rule, codebook.agencies)}
    return SourceRules(
        build_matcher(tuple(by_phrase), folded=True),
        tuple(by_phrase.values()),
        build_media(codebook),
        _slot_words(codebook.cues.media, codebook.actors),
        tuple(f" {form}" for verb in codebook.cues.verbs if verb.relays for form in verb.active),
    )


def _spelt(rule: SourcePhrase, agencies: Iterable[Agency]) -> Iterator[tuple[str, int]]:
    """Yield the phrases of a rule; where one kind of media alone can follow, with each name and its length."""
    if rule.kind is None:
        yield from ((phrase, 0) for phrase in rule.phrases)
        return
    names = {alias for agency in agencies if agency.kind == rule.kind for alias in agency.aliases}
    yield from ((f"{phrase} {fold(name)}", len(name)) for phrase in rule.phrases for name in sorted(names))


def _slot_words(words: MediaWords, actors: Iterable[Actor]) -> _SlotWords:
    # English names of states begin names of media: ``France Inter``.
    states = {
        alias.lower()
        for actor in actors
        if actor.type == "country"
        for alias in actor.aliases
        if alias != actor.name or (actor.label is not None and alias == actor.label.id)
    }
    return _SlotWords(
        re.compile(rf"[\s,:]*(?:(?:{any_of((*words.leads, *sorted(states)))})[\s,:]+)*(?:[\"“'‘])?", re.IGNORECASE),
        re.compile(rf"\b(?:{any_of(words.own_pages)})\b", re.IGNORECASE),
        re.compile(rf"(?:{any_of(words.no_media)})\b|.*\b(?:{any_of(words.no_media_ends)})$"),
    )


def sources_in(
    text: str, lines: Sequence[Span], not_media: frozenset[int], own: Sequence[str], rules: SourceRules
) -> tuple[Source, ...]:
    """Return the media that `lines` hand words on from, in text order.

    The names that begin at one of `not_media` (persons, states) fill no medium's slot, and an outlet, which calls
    itself by one of the names `own`, is no source of its own.
    """
    found: list[Source] = []
    at = 0
    for start, end, index in rules.phrases.find(text):
        line = next((line for line in lines if line.start <= start < line.end), None)
        if line is None or start < at:
            continue
        rule, name = rules.rules[index]
        slot = _Slot(text, end - name, min(len(text), end + _REACH), rule, rules.words, not_media)
        media = _media_at(slot, rules.media, own)
        found += _handing_on(slot, (line.start, start), own, rules.media)
        found += (Source(start, m.end, slot.rule.relation, m, slot.rule.id) for m in media)
        at = max((m.end for m in media), default=at)
    lone = (*_reporting_media(text, lines, own, rules), *_bracketed(text, lines, own, rules.media))
    return tuple(sorted((*found, *lone), key=lambda source: source.start))


def _bracketed(text: str, lines: Sequence[Span], own: Sequence[str], media: Media) -> Iterator[Source]:
    """Yield the agency in brackets that ends a quoted paragraph: ``…," kata Rina (TASS)``; no acronym explained."""
    for line in lines:
        if text.rfind(")", max(line.start, line.end - _NAME_REACH), line.end) < 0:
            continue
        if not any(mark in text[line.start : line.end] for mark in _MARKS):
            continue
        bracket = _LAST_BRACKET.search(text, max(line.start, line.end - _NAME_REACH), line.end)
        medium = media.at(text, bracket.start("medium"), bracket.end("medium")) if bracket else None
        if bracket is None or medium is None or medium.agency is None or medium.agency.kind != "agency":
            continue
        initials = "".join(word[0] for word in text[line.start : bracket.start()].split() if word[0].isalpha())
        is_whole = medium.end == bracket.end("medium") and not initials.upper().endswith(bracket["medium"].upper())
        if is_whole and not is_own_name(medium.name, own):
            yield Source(bracket.start(), medium.end, "relayed", medium, "bracketed")


def _reporting_media(text: str, lines: Sequence[Span], own: Sequence[str], rules: SourceRules) -> Iterator[Source]:
    """Yield the media that say that they report: ``…, Reuters melaporkan``."""
    for verb in rules.reports:
        at = text.find(verb)
        while at >= 0:
            line = next((line for line in lines if line.start <= at < line.end), None)
            medium = _just_before(text, line.start, at, rules.media) if line is not None else None
            if medium is not None and not is_own_name(medium.name, own):
                yield Source(medium.start, medium.end, "reported", medium, "medium-reports")
            at = text.find(verb, at + 1)


def _just_before(text: str, start: int, end: int, media: Media) -> Medium | None:
    """Return the known medium that ends right before `end`."""
    for word in _LAST_WORDS.finditer(text, max(start, end - _NAME_REACH), end):
        medium = media.at(text, word.start(), end)
        if medium is not None and not text[medium.end : end].strip():
            return medium
    return None


def _handing_on(slot: "_Slot", before: tuple[int, int], own: Sequence[str], media: Media) -> Iterator[Source]:
    """Yield the medium that hands on what another one has: ``BelTA mengutip juru bicara``."""
    text, (start, end) = slot.text, before
    if not text.startswith("me", end) or slot.rule.relation not in _OPEN:
        return
    with_ = _WITH.search(text, start, end)
    medium = _just_before(text, start, with_.start() if with_ else end, media)
    if medium is not None and not is_own_name(medium.name, own):
        yield Source(medium.start, medium.end, "reported", medium, "medium-hands-on")


class _Slot(msgspec.Struct, frozen=True):
    """The place for a medium after a source phrase."""

    text: str
    start: int
    end: int
    rule: SourcePhrase
    words: _SlotWords
    not_media: frozenset[int]


def _media_at(slot: _Slot, media: Media, own: Sequence[str]) -> list[Medium]:
    """Return the media in the slot, in the order in which the words passed: ``X dari Y`` is Y, then X."""
    found = _listed(slot, slot.start, media)
    desk = _OWN_DESK.match(slot.text, slot.start, slot.end) if not found else None
    further = _FROM.match(slot.text, found[-1].end if found else desk.end() if desk else slot.start, slot.end)
    origin = _listed(slot, further.end(), media) if further else []
    if origin:
        # ``dikutip SerangNews.com dari Reuters``: an unknown medium in front is the outlet itself.
        found = [*origin, *(one for one in found if one.agency is not None)]
    return [one for one in found if not is_own_name(one.name, own) and not is_own_name(one.of(slot.text), own)]


def _listed(slot: _Slot, start: int, media: Media) -> list[Medium]:
    found: list[Medium] = []
    at = start
    while True:
        one = _one_medium(slot, at, media)
        if one is None:
            return found
        if found and one.agency is None and "," in slot.text[found[-1].end : one.start]:
            return found
        found.append(one)
        following = _NEXT.match(slot.text, one.end, slot.end)
        if following is None:
            return found
        at = following.end()


def _one_medium(slot: _Slot, start: int, media: Media) -> Medium | None:
    text = slot.text
    filler = slot.words.leads.match(text, start, slot.end)
    at = filler.end() if filler else start
    known = media.at(text, at, slot.end) or media.at(
        text, start + len(text[start:at]) - len(text[start:at].lstrip()), at
    )
    if known is not None:
        return known
    is_open = slot.rule.relation in _OPEN or text.endswith(_AGENCY, 0, slot.start)
    if not is_open or at in slot.not_media or slot.words.no_medium.match(text, at, slot.end):
        return None
    if slot.words.own_page.search(text, start, at) or "\n" in text[start:at]:
        return None
    unknown = unknown_at(text, at, slot.end)
    # ``detikSport``-like names are the outlet's own desks.
    return None if unknown is None or slot.words.no_medium.match(unknown.name) or _DESK.match(unknown.name) else unknown


def sources_within(sources: Sequence[Source], span: Span) -> Iterator[Source]:
    """Yield the sources that begin in `span`."""
    return (source for source in sources if span.start <= source.start < span.end)


def speaking_media(
    text: str, speakers: Iterable[Span | None], own: Sequence[str], rules: SourceRules
) -> tuple[Source, ...]:
    """Return the media that speak for themselves: ``Reuters melaporkan …``."""
    found = (rules.media.at(text, span.start, span.end) for span in speakers if span is not None)
    return tuple(
        Source(medium.start, medium.end, "reported", medium, "medium-speaks")
        for medium in found
        if medium is not None and not is_own_name(medium.name, own)
    )
