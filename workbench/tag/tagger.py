"""Article to record: builds every rule of the codebook once, and applies them to an article after another."""

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from workbench import __version__
from workbench.article import ARTICLE_ZONE, Article
from workbench.codebook import Codebook
from workbench.parse.flat import flat_article
from workbench.parse.timex import time_expressions
from workbench.record import AgencyCredit, CodebookStamp, Mention, Name, Record
from workbench.span import Span
from workbench.steps import Steps, finish
from workbench.tag.chains import OutletNames, build_outlet_names, origin_of
from workbench.tag.credits import article_credits
from workbench.tag.crf import NameModel, load_name_model
from workbench.tag.discourse import Voice
from workbench.tag.events import EventRules, build_event_rules, tagging_events
from workbench.tag.heads import NameRules
from workbench.tag.hints import TIME
from workbench.tag.lexicon import DescriptionHit, Lexicon, NameHit, build_lexicon
from workbench.tag.mentions import (
    Setting,
    description_mentions,
    inner_mentions,
    name_mentions,
    setting_of,
    within,
    without_namesakes,
)
from workbench.tag.names import build_name_rules, known_names, longest, names_by_rule
from workbench.tag.naming import names_beyond
from workbench.tag.printed import printed_names
from workbench.tag.pronouns import pronoun_mentions
from workbench.tag.referents import referents
from workbench.tag.rulebook import Reading
from workbench.tag.sources import Source, SourceRules, build_source_rules, sources_in, speaking_media
from workbench.tag.verbs import build_verbs
from workbench.tag.voices import VoiceRules, build_voice_rules, quotes_of, voices_of
from workbench.tag.words import WordLists, word_lists

#: Captions credit pictures, not words.
_SOURCE_ROLES = (ARTICLE_ZONE - {"caption"}) | {"byline"}

#: How names are found, dearest first; `build_tagger` tells them.
Names = Literal["all", "rules", "codebook"]


class Tagger(msgspec.Struct, frozen=True):
    """A codebook made ready for tagging; see `build_tagger`."""

    stamp: CodebookStamp
    lexicon: Lexicon
    words: WordLists
    events: EventRules
    names: NameRules
    voices: VoiceRules
    sources: SourceRules
    outlets: OutletNames
    #: Whether names outside the lists are looked for.
    is_open: bool
    model: NameModel | None


class _Hits(msgspec.Struct, frozen=True):
    """What the codebook knows in the article's own lines, names that are part of somebody else's left out."""

    names: list[NameHit]
    descriptions: list[DescriptionHit]


def build_tagger(codebook: Codebook, *, names: Names = "all") -> Tagger:
    """Compile `codebook`; takes a moment, so build one tagger and keep it.

    Parameters
    ----------
    codebook
        What to look for.
    names
        How to find names: only those of the ``codebook`` and its gazetteer; by ``rules``, too, from what stands around
        them; or with the trained model for ``all`` that rules leave open. Each takes longer than the one before.
        Speakers whom no list knows have a name only by the latter two.
    """
    equipment = (alias for entry in codebook.events.equipment for alias in entry.aliases)
    words = word_lists(codebook.cues.words, equipment)
    verbs = build_verbs(codebook.cues.verbs)
    return Tagger(
        codebook.stamp,
        build_lexicon(codebook),
        words,
        build_event_rules(codebook),
        build_name_rules(codebook, words, verbs),
        build_voice_rules(codebook, verbs),
        build_source_rules(codebook),
        build_outlet_names(codebook),
        names != "codebook",
        load_name_model(codebook.cues) if names == "all" else None,
    )


def tag_article(article: Article, tagger: Tagger) -> Record:
    """Return `article` with its tags, every one of them with the rule that made it."""
    return finish(tagging(article, tagger))


def tagging(article: Article, tagger: Tagger) -> Steps[Record]:
    """Do what `tag_article` does, in steps."""
    record = yield from _tagging_flat(flat_article(article), tagger)
    return msgspec.structs.replace(record, text=article.text, lines=article.lines)


def _tagging_flat(article: Article, tagger: Tagger) -> Steps[Record]:
    setting = setting_of(article)
    reading = tagger.events.book.read(article.text, article.sentences)
    yield
    hits = _hits(article, setting, tagger)
    yield
    everywhere = _mentions(hits, setting, tagger.words)
    names = _without_collectives(_names(article, hits, tagger), everywhere)
    yield
    own = tagger.outlets.of(article)
    sources = _sources(article, (names, everywhere), own, tagger.sources)
    yield
    named = referents(article.text, everywhere, names, tagger.sources.media)
    yield
    voices = yield from voices_of(article, named, tagger.voices)
    yield
    mentions = _with_pronouns(article, everywhere, voices)
    spoken = speaking_media(article.text, (voice.speaker for voice in voices), own, tagger.sources)
    agencies = article_credits(article, (*sources, *spoken), own, tagger.sources)
    yield
    events = yield from tagging_events(article, reading, mentions, tagger.events)
    yield
    inner = _inner(article, mentions, hits.names, tagger.lexicon)
    quotes = quotes_of(voices, sources, origin_of(article, own, tagger.sources), article.text, tagger.voices)
    yield
    return Record(
        **msgspec.structs.asdict(article),
        **msgspec.structs.asdict(events),
        agencies=agencies,
        mentions=tuple(sorted((*mentions, *inner))),
        names=tuple(_without_photographers(names, agencies)),
        quotes=quotes,
        dates=time_expressions(article.text, _telling_time(article, reading), setting.on),
        processing_agent=f"press-workbench {__version__}",
        codebook=tagger.stamp,
    )


def _with_pronouns(article: Article, everywhere: tuple[Mention, ...], voices: Sequence[Voice]) -> tuple[Mention, ...]:
    """Return the mentions in sentences, those by ``ia`` and the like too, in text order."""
    pronouns = pronoun_mentions(article, everywhere, voices)
    return tuple(within(sorted((*everywhere, *pronouns)), article.sentences))


def _inner(
    article: Article, mentions: Iterable[Mention], hits: Sequence[NameHit], lexicon: Lexicon
) -> tuple[Mention, ...]:
    return inner_mentions(mentions, within(hits, article.sentences), article.text, lexicon)


def _telling_time(article: Article, reading: Reading) -> list[Span]:
    """Return the sentences that may hold an expression of time."""
    return [span for span, read in zip(article.sentences, reading.sentences, strict=True) if read.hints & TIME]


def _without_collectives(names: Iterable[Name], actors: Iterable[Mention]) -> list[Name]:
    """Leave out persons who are an actor of many: ``Barat menuduh …``."""
    many = {(one.start, one.end) for one in actors if one.type == "collective"}
    return [name for name in names if name.label != "PER" or (name.start, name.end) not in many]


def _without_photographers(names: Iterable[Name], credited: Iterable[AgencyCredit]) -> Iterable[Name]:
    """Leave out persons whom only the credit of a picture names: the article does not tell of them."""
    photos = [one for one in credited if one.relation == "photo"]
    if not photos:
        return names
    return (name for name in names if name.label != "PER" or not any(photo.overlaps(name) for photo in photos))


def _sources(
    article: Article, named: tuple[list[Name], tuple[Mention, ...]], own: tuple[str, ...], rules: SourceRules
) -> tuple[Source, ...]:
    lines = [line for line in article.lines if line.role in _SOURCE_ROLES]
    names, actors = named
    elsewhere = frozenset((*(name.start for name in names if name.label != "ORG"), *(one.start for one in actors)))
    return sources_in(article.text, lines, elsewhere, own, rules)


def _hits(article: Article, setting: Setting, tagger: Tagger) -> _Hits:
    text, lexicon = article.text, tagger.lexicon
    zone = [line for line in article.lines if line.role in ARTICLE_ZONE]
    names = without_namesakes(within(lexicon.find_names(text), zone), setting, tagger.words)
    return _Hits(names, within(lexicon.find_descriptions(text), zone))


def _mentions(hits: _Hits, setting: Setting, words: WordLists) -> tuple[Mention, ...]:
    named = name_mentions(hits.names, hits.descriptions, setting, words)
    return tuple(sorted((*named, *description_mentions(hits.descriptions, named, setting, words))))


def _names(article: Article, hits: _Hits, tagger: Tagger) -> list[Name]:
    text, rules = article.text, tagger.names
    zone = [line for line in article.lines if line.role in ARTICLE_ZONE]
    known = within(known_names(hits.names, text, rules), zone)
    if not tagger.is_open:
        return known
    # A headline's capitals say nothing: only what is named elsewhere is found in it.
    prose = [line for line in zone if line.role != "headline"]
    known = longest((*known, *printed_names(article, prose)))
    return names_beyond(article, names_by_rule(text, prose, known, rules), tagger.model, tagger.words)
