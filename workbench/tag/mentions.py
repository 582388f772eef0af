"""Known actors by name and by description."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar

import msgspec

from workbench.article import Article
from workbench.codebook import Actor
from workbench.record import Mention
from workbench.span import Span
from workbench.tag.lexicon import DescriptionHit, Lexicon, Meaning, NameHit, Sense
from workbench.tag.words import WordLists

SpanT = TypeVar("SpanT", bound=Span)

_WORD_BEFORE = re.compile(r"([^\W\d_][\w'’.-]*)[ \xa0]$")
_WORD_AFTER = re.compile(r"[ \xa0]([A-ZÀ-Þ][\w'’-]*)")
#: How far back a word before a hit can begin.
_REACH = 40
#: What stands between an office and its holder's name; before the office only the comma does.
_BESIDE = (" ", ", ")


class Setting(msgspec.Struct, frozen=True):
    """What the rules for mentions need to know of an article besides its text."""

    text: str
    on: date | None
    headline: Span | None


def name_mentions(
    hits: Sequence[NameHit], descriptions: Sequence[DescriptionHit], setting: Setting, words: WordLists
) -> tuple[Mention, ...]:
    """Return the mentions that `hits` of codebook spellings, namesakes left out, are, in text order.

    Who bears a short spelling right beside the description of his own office is named in full by the two.
    """
    sure = [hit for hit in hits if not (hit.spelling.is_lone_collective and _is_district(hit, setting, words))]
    present = {
        sense.entry.id
        for hit in sure
        for sense in hit.spelling.senses
        if sense.spelling == "alias" and isinstance(sense.entry, Actor)
    }
    present |= set(_in_office(sure, descriptions, setting.text))
    return tuple(_name_mentions(sure, present))


def _in_office(hits: Iterable[NameHit], descriptions: Sequence[DescriptionHit], text: str) -> Iterator[str]:
    """Yield who stands by a short spelling beside an office of theirs: ``Menlu RI, Sari``, ``Sari, Menlu RI,``."""
    for hit in hits:
        for description in descriptions if hit.spelling.recalled else ():
            between = text[min(description.end, hit.end) : max(description.start, hit.start)]
            if between in (_BESIDE if description.start < hit.start else _BESIDE[1:]):
                bearers = {meaning.actor.id for meaning in description.meanings}
                yield from (actor.id for actor in hit.spelling.recalled if actor.id in bearers)


def _name_mentions(hits: Iterable[NameHit], present: set[str]) -> Iterator[Mention]:
    """Yield whom spellings name: the one whose full spelling it is, else the one whose full spelling stands beside."""
    for hit in hits:
        actor, rule = hit.spelling.named, "name-alias"
        if actor is None and hit.spelling.recalled:
            recalled = {one.id: one for one in hit.spelling.recalled if one.id in present}
            actor, rule = next(iter(recalled.values())) if len(recalled) == 1 else None, "name-short"
        if actor is not None:
            yield Mention(hit.start, hit.end, actor.id, actor.name, actor.qid, actor.type, "name", rule)


def inner_mentions(
    named: Iterable[Mention], hits: Iterable[NameHit], text: str, lexicon: Lexicon
) -> tuple[Mention, ...]:
    """Return the states and unions that longer names name as well.

    ``AS dan sekutunya`` names the United States, ``Dewan Menteri Negara Serikat`` the Union State, and so do words
    before a person's or a medium's own name: ``Menlu RI Sari``, ``kantor berita Rusia TASS``.
    """
    holders = (*_holders(named, text), *_leads(hits))
    return tuple(mention for holder in holders for mention in _inside(holder, text, lexicon))


def _holders(named: Iterable[Mention], text: str) -> Iterator[Span]:
    for one in named:
        if one.resolution == "name" and one.type in ("organisation", "collective", "place"):
            yield one
        elif one.resolution == "name" and one.type == "person":
            words = one.of(text).partition(" ")
            if words[2]:
                yield Span(one.start + len(words[0]) + 1, one.end)


def _leads(hits: Iterable[NameHit]) -> Iterator[Span]:
    """Yield the words before the names of media, in spellings that hold such words."""
    for hit in hits:
        if hit.spelling.named is None and hit.spelling.names and hit.spelling.names[0][0]:
            yield Span(hit.start, hit.start + hit.spelling.names[0][0])


def _inside(holder: Span, text: str, lexicon: Lexicon) -> Iterator[Mention]:
    reached = holder.start
    for hit in sorted(lexicon.find_inside(text, holder), key=lambda hit: (hit.start, -hit.end)):
        actor = next((sense.entry for sense in hit.spelling.senses if _is_state(sense)), None)
        if hit.start >= reached and isinstance(actor, Actor):
            reached = hit.end
            yield Mention(hit.start, hit.end, actor.id, actor.name, actor.qid, actor.type, "name", "name-inside")


def _is_state(sense: Sense) -> bool:
    actor = sense.entry
    return sense.spelling == "alias" and isinstance(actor, Actor) and (actor.type == "country" or actor.kind == "union")


def _is_district(hit: NameHit, setting: Setting, words: WordLists) -> bool:
    """Say whether a collective's one word is the end of a place name: ``Kecamatan Tegal Barat``, not ``sanksi Barat``.

    A word that opens a sentence has its capital anyway, and so has every word of a headline.
    """
    text = setting.text
    if setting.headline is not None and setting.headline.covers(hit):
        return False
    before = _WORD_BEFORE.search(text, max(0, hit.start - _REACH), hit.start)
    if before is None or not before[1][0].isupper() or words.explains(before[1]):
        return False
    return text[: before.start(1)].rstrip(" \xa0")[-1:].isalnum()


def without_namesakes(hits: Sequence[NameHit], setting: Setting, words: WordLists) -> list[NameHit]:
    """Leave out hits that are part of somebody else's name: another first name before, or another last name behind.

    A state or a body before a surname is no first name: ``Presiden Rusia Putin``, ``Sekjen NATO Rutte``.
    """
    named = [(hit.end, hit.spelling.named) for hit in hits]
    others = frozenset(end for end, actor in named if actor is not None and actor.type != "person")
    return [hit for hit in hits if not _is_namesake(hit, others, setting, words)]


def _is_namesake(hit: NameHit, others: frozenset[int], setting: Setting, words: WordLists) -> bool:
    text, actor = setting.text, hit.spelling.surname_of
    if actor is None:
        return False
    if _begins_another(hit, actor, setting, words):
        return True
    before = _WORD_BEFORE.search(text, max(0, hit.start - _REACH), hit.start)
    if hit.start - 1 in others or before is None or not before[1][0].isupper() or before[1].endswith("."):
        return False
    return not (words.explains(before[1]) or _is_own_first_name(before[1], actor))


def _begins_another(hit: NameHit, actor: Actor, setting: Setting, words: WordLists) -> bool:
    """Say whether `hit` is a first name and another last name follows; in a headline every word has a capital."""
    if setting.headline is not None and setting.headline.covers(hit):
        return False
    after = _WORD_AFTER.match(setting.text, hit.end)
    if after is None or words.explains(after[1]) or not actor.name.startswith(f"{hit.of(setting.text)} "):
        return False
    own = {word for spelling in (*actor.aliases, actor.name) for word in spelling.split()[1:]}
    return not any(_is_near(after[1], name) for name in own)


def _is_own_first_name(word: str, actor: Actor) -> bool:
    """Say whether `word` is a first name of the actor, misspelt or not (``Vladmir``, ``Alenxander``)."""
    own = {spelling.split()[0] for spelling in (*actor.aliases, actor.name) if " " in spelling}
    return any(_is_near(word, name) for name in own)


def _is_near(one: str, other: str) -> bool:
    """Say whether two words begin alike and share at least three quarters of their letters in order."""
    if one[0] != other[0]:
        return False
    rest = iter(other)
    shared = sum(char in rest for char in one)
    return shared * 4 >= 3 * max(len(one), len(other))


def description_mentions(
    hits: Iterable[DescriptionHit], named: Sequence[Mention], setting: Setting, words: WordLists
) -> tuple[Mention, ...]:
    """Return the mentions that `hits` of codebook descriptions are on the day of publication, in text order.

    A description that stands in apposition to a name (``Presiden Rusia Vladimir Putin``) is part of that mention.
    """
    starts = {mention.start: mention for mention in named}
    ends = {mention.end for mention in named if mention.type == "person"}
    people = {mention.entity for mention in named}
    found = []
    for hit in hits:
        if any(mention.covers(hit) for mention in named):
            continue
        if _is_apposed(hit, starts, ends, setting.text) or _is_blocked(hit, setting, words):
            continue
        actor = _holder(hit.meanings, setting.on, people)
        if actor is not None:
            found.append(_description_mention(hit, actor))
    return tuple(found)


def _description_mention(hit: DescriptionHit, actor: Actor) -> Mention:
    return Mention(hit.start, hit.end, actor.id, actor.name, actor.qid, actor.type, "description", "description-office")


def _is_apposed(hit: Span, starts: dict[int, Mention], ends: set[int], text: str) -> bool:
    after = hit.end
    while after < len(text) and text[after] in " \xa0,":
        after += 1
    before = hit.start
    while before and text[before - 1] in " \xa0,":
        before -= 1
    next_name = starts.get(after)
    return (next_name is not None and next_name.type == "person") or (before in ends and before < hit.start - 1)


def _is_blocked(hit: Span, setting: Setting, words: WordLists) -> bool:
    """Say whether the words around change whom the description means (``mantan presiden …``, ``… Petrov``)."""
    text = setting.text
    before = _WORD_BEFORE.search(text, max(0, hit.start - _REACH), hit.start)
    if before is not None and before[1].lower() in words.blockers:
        return True
    after = _WORD_AFTER.match(text, hit.end)
    in_headline = setting.headline is not None and setting.headline.covers(hit)
    return after is not None and not in_headline and not words.explains(after[1])


def _holder(meanings: Sequence[Meaning], on: date | None, named: set[str]) -> Actor | None:
    """Return the one whom a description means on that day; without a day, the one holder whom the article names."""
    holders = {m.actor.id: m.actor for m in meanings if on is None or _holds(m, on)}
    if len(holders) > 1:
        holders = {key: actor for key, actor in holders.items() if key in named}
    return next(iter(holders.values())) if len(holders) == 1 else None


def _holds(meaning: Meaning, on: date) -> bool:
    term = meaning.term
    if term is None:
        return True
    return (term.start is None or term.start <= on) and (term.end is None or on <= term.end)


def setting_of(article: Article) -> Setting:
    """Return what the rules for mentions need of `article`; a month counts by its first day."""
    published = article.date_published
    on = None if published is None else date.fromisoformat(f"{published.value[:10]}-01"[:10])
    return Setting(article.text, on, article.headline)


def within(hits: Iterable[SpanT], zone: Iterable[Span]) -> list[SpanT]:
    """Keep the hits that lie in one of the spans of `zone`; both in text order."""
    kept = []
    spans = iter(zone)
    span = next(spans, None)
    for hit in hits:
        while span is not None and span.end <= hit.start:
            span = next(spans, None)
        if span is None:
            break
        if span.start <= hit.start and hit.end <= span.end:
            kept.append(hit)
    return kept
