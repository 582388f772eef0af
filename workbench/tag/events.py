"""Themes and events of an article: what it asserts about sanctions, military cooperation and the codebook's themes."""

from collections.abc import Sequence

import msgspec

from workbench.article import Article
from workbench.codebook import Codebook
from workbench.codebook.event_files import all_rules
from workbench.record import (
    Background,
    Commitment,
    Mention,
    MilitaryCooperation,
    Number,
    Sanction,
    Theme,
    mentions_told,
)
from workbench.steps import Steps, finish
from workbench.tag.clauses import Moods, build_moods
from workbench.tag.commitments import commitments_in
from workbench.tag.hints import FIGURE, NUMERAL, hints_of
from workbench.tag.history import BackgroundRules, anchor_of, background_sentences, build_background_rules
from workbench.tag.military import MilitaryRules, build_military_rules, military_events
from workbench.tag.numbers import numbers_in
from workbench.tag.rulebook import Group, Reading, RuleBook, build_rulebook
from workbench.tag.sanction_rules import SanctionRules, build_sanction_rules
from workbench.tag.sanctions import sanction_event
from workbench.tag.scene import scene_of
from workbench.tag.states import States, build_states
from workbench.tag.themes import REACH, Assertion, ThemeRules, assert_themes, build_theme_rules, theme_tags

#: How many sentences lie at most between an event and one that goes on about it.
_REACH = REACH["follows"]


class Events(msgspec.Struct, frozen=True):
    """What `tag_events` finds, each in text order."""

    themes: tuple[Theme, ...] = ()
    sanctions: tuple[Sanction, ...] = ()
    military_cooperation: tuple[MilitaryCooperation, ...] = ()
    numbers: tuple[Number, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    background: tuple[Background, ...] = ()


class EventRules(msgspec.Struct, frozen=True):
    """A codebook's rules for themes and events, compiled; see `build_event_rules`."""

    book: RuleBook
    themes: ThemeRules
    states: States
    sanctions: SanctionRules | None
    military: MilitaryRules | None
    moods: Moods
    commitments: Group
    background: BackgroundRules


def build_event_rules(codebook: Codebook) -> EventRules:
    """Compile what `codebook` says of themes and events.

    Raises
    ------
    ValueError
        A pattern breaks its language; a codebook that was loaded from files has none such.
    """
    events = codebook.events
    rules = tuple(all_rules(events))
    book = build_rulebook(rules, events.words, hints_of=hints_of)
    frames, military = events.sanctions, events.military
    return EventRules(
        book,
        build_theme_rules(events.themes, book),
        build_states(codebook.actors),
        build_sanction_rules(frames, events.clauses, book) if frames else None,
        build_military_rules(military, events.equipment, book) if military else None,
        build_moods(events.modality, events.clauses, book),
        book.group(events.commitments),
        build_background_rules(events.background, book),
    )


def tag_events(article: Article, reading: Reading, mentions: Sequence[Mention], rules: EventRules) -> Events:
    """Tag the sentences of an article's own text; a page that is no article asserts nothing of its own.

    Parameters
    ----------
    article
        The article.
    reading
        Its sentences, read by the rule book.
    mentions
        Its actors, in text order.
    rules
        From `build_event_rules`.
    """
    return finish(tagging_events(article, reading, mentions, rules))


def tagging_events(article: Article, reading: Reading, mentions: Sequence[Mention], rules: EventRules) -> Steps[Events]:
    """Do what `tag_events` does, in steps."""
    if not article.is_article:
        return Events()
    background = background_sentences(reading, rules.background, anchor_of(article))
    starts = {one.start for one in background}
    old = frozenset(i for i, sentence in enumerate(reading.sentences) if sentence.start in starts)
    yield
    assertions = assert_themes(reading, rules.themes, article.headline)
    # Where a story was filed takes no part in it.
    mentions = mentions_told(mentions, article.dateline)
    themes = theme_tags(reading, assertions)
    yield
    sanctions = _sanctions(reading, assertions, mentions, rules, old)
    military = _military(reading, assertions, mentions, rules, old)
    yield
    return Events(
        themes,
        sanctions,
        military,
        tuple(n for s in reading.sentences if s.hints & (FIGURE | NUMERAL) for n in numbers_in(reading, s)),
        commitments_in(reading, mentions, rules.states, rules=(rules.commitments, rules.moods), old=old),
        background,
    )


def _sanctions(
    reading: Reading,
    assertions: Sequence[Assertion],
    mentions: Sequence[Mention],
    rules: EventRules,
    old: frozenset[int],
) -> tuple[Sanction, ...]:
    frames = rules.sanctions
    if frames is None:
        return ()
    made: list[Sanction] = []
    last = -_REACH - 1
    restricted: tuple[str, ...] = ()
    for one in assertions:
        if one.concept != frames.theme:
            continue
        scene = scene_of(reading, one.index, mentions, moods=rules.moods, old=old)
        before = restricted if one.index - last <= _REACH else ()
        made.append(sanction_event(one, scene, frames, rules.states, before=before))
        last, restricted = one.index, made[-1].recipient or before
    return tuple(made)


def _military(
    reading: Reading,
    assertions: Sequence[Assertion],
    mentions: Sequence[Mention],
    rules: EventRules,
    old: frozenset[int],
) -> tuple[MilitaryCooperation, ...]:
    frames = rules.military
    if frames is None:
        return ()
    made: list[MilitaryCooperation] = []
    last, kind = -_REACH - 1, None
    for one in assertions:
        if one.concept != frames.theme:
            continue
        scene = scene_of(reading, one.index, mentions, moods=rules.moods, old=old)
        before = kind if one.index - last <= _REACH else None
        events = military_events(one, scene, frames, rules.states, before=before)
        made += events
        last, kind = one.index, events[0].kind
    return tuple(made)
