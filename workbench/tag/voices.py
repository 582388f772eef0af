"""Voices of an article: its quotations, with speakers and the chains by which the words came."""

import re
from collections.abc import Iterable, Sequence

import msgspec

from workbench.article import ARTICLE_ZONE, Article
from workbench.codebook import Codebook
from workbench.parse.alternation import any_of
from workbench.record import Hop, Quote
from workbench.steps import Steps
from workbench.tag.chains import Origin, chains
from workbench.tag.direct import direct_statements
from workbench.tag.discourse import Voice, settle
from workbench.tag.governments import Governments, build_governments
from workbench.tag.grammar import Grammar, build_grammar
from workbench.tag.indirect import indirect_statements
from workbench.tag.marks import quoted_spans
from workbench.tag.predicates import Telling, build_telling
from workbench.tag.referents import Referent
from workbench.tag.sources import Source
from workbench.tag.speakers import cast_of
from workbench.tag.statements import TOO_SHORT, Speech, blank_out
from workbench.tag.verbs import Verbs


class VoiceRules(msgspec.Struct, frozen=True):
    """How to find quotations and their speakers; see `build_voice_rules`."""

    verbs: Verbs
    grammar: Grammar
    works: re.Pattern[str]
    telling: Telling
    governments: Governments


def build_voice_rules(codebook: Codebook, verbs: Verbs) -> VoiceRules:
    """Compile what `codebook` says of how speech is attributed."""
    words, speech = codebook.cues.words, codebook.cues.speech
    works = any_of(map(str.lower, words.works))
    return VoiceRules(
        verbs,
        build_grammar(codebook.cues),
        re.compile(rf"\b(?:{works})\s+(?:\w+\s+){{0,2}}$", re.IGNORECASE),
        build_telling(words, speech),
        build_governments(codebook.actors, speech.shared_capitals),
    )


def voices_of(article: Article, named: tuple[Referent, ...], rules: VoiceRules) -> Steps[tuple[Voice, ...]]:
    """Return the article's statements with their speakers, in text order; `named` is everybody whom it names."""
    lines = tuple([line for line in article.lines if line.role in ARTICLE_ZONE])
    quoted = quoted_spans(article.text, lines)
    cast = cast_of(article.text, named, rules.grammar, rules.governments.heads)
    yield
    bare = blank_out(article.text, quoted)
    said = rules.verbs.find(bare)
    speech = Speech(
        article, lines, quoted, bare, cast, rules.verbs, rules.works, rules.telling, rules.governments, said
    )
    yield
    direct = [*direct_statements(speech)]
    yield
    indirect = [*indirect_statements(speech)]
    yield
    settled = settle((*direct, *indirect), speech)
    return _without_inner(voice for voice in settled if voice.statement.rule != TOO_SHORT)


def _without_inner(voices: Iterable[Voice]) -> tuple[Voice, ...]:
    """Leave out of one's reported words those that they hold: ``Putin mengatakan bahwa ia menjanjikan bantuan``."""
    voices = tuple(voices)
    reach: dict[str, int] = {}
    inner = set()
    for voice in sorted(voices, key=lambda voice: (voice.statement.content.start, -voice.statement.content.end)):
        content, speaker = voice.statement.content, voice.speaker
        if voice.statement.kind != "indirect" or speaker is None:
            continue
        who = speaker.entity or speaker.name
        if content.end <= reach.get(who, 0):
            inner.add(id(voice))
        reach[who] = max(content.end, reach.get(who, 0))
    return tuple(voice for voice in voices if id(voice) not in inner)


def quotes_of(
    voices: Sequence[Voice], sources: Sequence[Source], origin: Origin, text: str, rules: VoiceRules
) -> tuple[Quote, ...]:
    """Return settled statements as the record has them, each with its attribution chain."""
    found = chains(voices, sources, origin, text, rules.verbs.carrying)
    return tuple(_quote(voice, chain) for voice, chain in zip(voices, found, strict=True))


def _quote(voice: Voice, chain: tuple[Hop, ...]) -> Quote:
    said = voice.statement
    return Quote(said.kind, said.content, voice.speaker, said.cue, chain, said.rule, voice.also)
