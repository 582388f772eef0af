"""Attribution chains: by which media the words of a quotation came from their speaker to the page."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby

import msgspec

from workbench.article import Article
from workbench.codebook import Codebook
from workbench.parse.fold import fold
from workbench.record import Hop
from workbench.span import Span
from workbench.tag.credits import dateline_media
from workbench.tag.discourse import Voice
from workbench.tag.media import is_own_name
from workbench.tag.sources import Source, SourceRules, sources_within

#: What stands between a medium and the active verb that names whom it has the words from.
_WHICH = re.compile(r"[\s,]*(?:(?:yang|dengan|sambil|seraya)\s+)?")
_CONTEXT_RULES = frozenset({"split", "continued", "speaker-before"})
_SENTENCE_END = re.compile(r"[.!?](?:\s|$)")
#: Where an outlet names itself, the place that is most the article's own first.
_NAMING_ROLES = ("body", "byline", "timestamp", "kicker", "standfirst", "footer", "promo")


class Origin(msgspec.Struct, frozen=True):
    """What holds for every quotation of an article: agencies of the dateline, and the outlet where it names itself."""

    hops: tuple[Hop, ...]


class OutletNames(msgspec.Struct, frozen=True):
    """How outlets name themselves, by id."""

    by_id: dict[str, tuple[str, ...]]

    def of(self, article: Article) -> tuple[str, ...]:
        """Return the names of the article's own outlet, none where it is unknown."""
        publisher = article.publisher
        return () if publisher is None else (publisher.name, *self.by_id.get(publisher.id, ()))


def build_outlet_names(codebook: Codebook) -> OutletNames:
    """Index the names and domains of the codebook's publishers."""
    return OutletNames({p.id: (p.name, *p.names, *p.domains) for p in codebook.publishers})


def origin_of(article: Article, own: Sequence[str], rules: SourceRules) -> Origin:
    """Return the hops that every quotation of the article shares."""
    agencies = [
        Hop(medium.start, medium.end, medium.name, "relayed", "dateline")
        for medium in dateline_media(article, rules.media)
        if not is_own_name(medium.name, own)
    ]
    return Origin((*agencies, *_published(article, own)))


def _published(article: Article, own: Sequence[str]) -> Iterator[Hop]:
    """Yield the last hop, to the outlet, where the page itself names it; its dateline before its header."""
    if article.publisher is None:
        return
    text, names = fold(article.text), sorted(map(fold, own), key=len, reverse=True)
    lines = [line for line in article.lines if line.role in _NAMING_ROLES]
    lines.sort(key=lambda line: _NAMING_ROLES.index(line.role))
    for line in lines:
        places = [(at, name) for name in names if (at := text.find(name, line.start, line.end)) >= 0]
        if places:
            at, name = min(places, key=lambda place: place[0])
            yield Hop(at, at + len(name), article.publisher.name, "published", "outlet-names-itself")
            return


def chains(
    voices: Iterable[Voice], sources: Sequence[Source], origin: Origin, text: str, carrying: frozenset[str]
) -> Iterator[tuple[Hop, ...]]:
    """Yield the chain of each quotation, in order; a cue in `carrying` (``lanjut``) carries the speaker's last on."""
    last: dict[str, tuple[Hop, ...]] = {}
    for voice in voices:
        passed = _passage_sources(voice, sources, text) if sources else ()
        own = _once(map(_hop, passed)) if passed else ()
        key = voice.speaker.name if voice.speaker else ""
        if not own and _carries_on(voice, text, carrying):
            own = last.get(key, ())
        if voice.speaker is not None:
            last[key] = own
        yield (*own, *origin.hops)


def _once(hops: Iterable[Hop]) -> tuple[Hop, ...]:
    """Return each medium once, where the words reached it first."""
    return tuple({hop.provider: hop for hop in reversed(tuple(hops))}.values())[::-1]


def _hop(source: Source) -> Hop:
    return Hop(source.start, source.end, source.medium.name, source.relation, source.rule)


def _passage_sources(voice: Voice, sources: Sequence[Source], text: str) -> list[Source]:
    """Return the sources named in the sentence around a quotation, in the order in which the words passed."""
    said = voice.statement
    start, end = said.around.start, said.around.end
    if said.kind != "indirect":
        tail = _SENTENCE_END.search(text, min(said.content.end + 2, end), end)
        start, end = _lead_start(said.content, start, text), tail.start() + 1 if tail else end
    content = said.content
    speaker = voice.speaker
    found = [
        source
        for source in sources_within(sources, Span(start, max(end, start + 1)))
        if (said.kind == "indirect" or not content.covers(source.medium))
        and not (speaker is not None and source.medium.overlaps(speaker))
    ]
    return _in_order(found, content.start, text) if len(found) > 1 else found


def _in_order(sources: Sequence[Source], said_at: int, text: str) -> list[Source]:
    """Return the sources in the order in which the words passed.

    That is the order of the text, but whoever was told had them first, whoever is named before the words had them
    last, and ``X yang mengutip Y`` is Y, then X.
    """
    passed: list[list[Source]] = []
    at = 0
    for _, phrase in groupby(sources, key=lambda source: source.start):
        media = list(phrase)
        behind = passed[at][-1].medium.end if passed else 0
        is_active = media[0].relation != "via" and text.startswith("me", media[0].start)
        is_origin = is_active and _WHICH.fullmatch(text, behind, media[0].start) is not None
        at = at if passed and is_origin else len(passed)
        passed.insert(at, media)
    return sorted(chain.from_iterable(passed), key=lambda source: _stage(source, said_at))


def _stage(source: Source, said_at: int) -> int:
    agency = source.medium.agency
    if source.relation == "told" or (source.relation == "via" and agency is not None and agency.kind == "social"):
        return 0
    return 2 if source.start < said_at else 1


def _lead_start(content: Span, start: int, text: str) -> int:
    """Return where the sentence before the opening mark begins."""
    lead = [match.end() for match in _SENTENCE_END.finditer(text, start, max(start, content.start - 1))]
    return lead[-1] if lead else start


def _carries_on(voice: Voice, text: str, carrying: frozenset[str]) -> bool:
    said = voice.statement
    if said.rule in _CONTEXT_RULES:
        return True
    is_pronoun = said.who is not None and said.who.reference == "pronoun"
    return is_pronoun or (said.cue is not None and said.cue.of(text).lower() in carrying)
