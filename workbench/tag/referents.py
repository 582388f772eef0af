"""Who can be meant in an article: every person, body and state that it names, under one name each."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Literal

import msgspec

from workbench.record import Mention, Name
from workbench.span import Span
from workbench.tag.media import Media

_ACRONYM = re.compile(r"[ \xa0]?\(([A-Z][\w-]{1,11})\)")
_IN_BRACKETS = re.compile(r"\s*\([^)]*\)$")
_TO_NAME = re.compile(r",?\s")
_DOUBLED = re.compile(r"(.)\1")
#: ``Rina Sari yang akrab disapa Nana``, ``wanita yang biasa dipanggil Nana itu``.
_CALLED = re.compile(r"\b(?:disapa|dipanggil)\s(?:dengan nama\s)?[\"'“‘]?(?P<name>[A-Z]\w+)")
#: A nickname has at least so many letters of the name that it shortens (``Aris`` for ``Aristya``).
_SHORTEST_NICKNAME = 4
#: Shorter names are acronyms, not names in a headline's capitals.
_SHORTEST_IN_CAPITALS = 6


class Referent(Span, frozen=True):
    """Somebody as named here.

    Parameters
    ----------
    name
        Of a known person and of a medium the codebook's name; of everybody else the fullest that the article prints.
    """

    kind: Literal["person", "body", "place"]
    name: str
    entity: str | None


def referents(text: str, mentions: Sequence[Mention], names: Sequence[Name], media: Media) -> tuple[Referent, ...]:
    """Return everybody named, in text order; a name that the codebook knows goes by what the codebook says."""
    bodies = _fullest_bodies(text, mentions)
    people = {name.start: name for name in names if name.label == "PER"}
    known = [_known(mention, bodies) for mention in mentions if not _is_office_of(mention, text, people)]
    spans = {(one.start, one.end) for one in known}
    aliases = {one.of(text): one for one in known}
    fullest = fullest_names(text, names)
    for name in names:
        if (name.start, name.end) in spans:
            continue
        printed = name.of(text)
        full = fullest.get(printed, printed)
        alias = aliases.get(full) or aliases.get(printed)
        kind: Literal["person", "body", "place"] = _KINDS[name.label]
        known.append(
            Referent(name.start, name.end, kind, alias.name if alias else full, alias.entity if alias else None)
        )
    return _without_nicknames(
        text, sorted([_under_own_name(one, text, media) if one.kind == "body" else one for one in known])
    )


def _is_office_of(mention: Mention, text: str, people: Mapping[int, Name]) -> bool:
    """Say whether a description is an office whose holder is named behind it: ``Menteri Luar Negeri, Rina Sari``."""
    if mention.resolution != "description" or mention.type != "person":
        return False
    comma = _TO_NAME.match(text, mention.end)
    return comma is not None and comma.end() in people


def _without_nicknames(text: str, named: Sequence[Referent]) -> tuple[Referent, ...]:
    """Return everybody named, those whom the article says to be called otherwise under their own names."""
    called: dict[str, Referent] = {}
    for match in _CALLED.finditer(text) if "sapa " in text or "panggil " in text else ():
        nickname = match["name"]
        before = [one for one in named if one.kind == "person" and one.end <= match.start() and one.name != nickname]
        if before:
            called[nickname] = before[-1]
    if not called:
        return tuple(named)
    return tuple(
        msgspec.structs.replace(one, kind="person", name=called[one.name].name, entity=called[one.name].entity)
        if one.entity is None and one.name in called
        else one
        for one in named
    )


def _fullest_bodies(text: str, mentions: Iterable[Mention]) -> dict[str, str]:
    """Return for each known body and state the fullest name that the article prints: ``PBB`` goes by its long form.

    What it only describes (``bank sentral Belarus``) goes by the description.
    """
    named: dict[str, str] = {}
    described: dict[str, str] = {}
    for mention in mentions:
        if mention.type != "person":
            forms = named if mention.resolution == "name" else described
            printed = mention.of(text)
            printed = _IN_BRACKETS.sub("", printed) if printed[-1] == ")" else printed
            held = forms.setdefault(mention.entity, printed)
            if printed != held:
                forms[mention.entity] = max(held, printed, key=_fullness)
    return described | named


def _fullness(printed: str) -> tuple[int, bool, int]:
    """Order names by their words, then those in ordinary letters before those in a headline's capitals."""
    return len(printed.split()), not printed.isupper() or len(printed) < _SHORTEST_IN_CAPITALS, len(printed)


def _under_own_name(one: Referent, text: str, media: Media) -> Referent:
    medium = media.named(one.of(text))
    return one if medium is None else msgspec.structs.replace(one, name=medium.name)


_KINDS: dict[str, Literal["person", "body", "place"]] = {"PER": "person", "ORG": "body", "LOC": "place"}
_ACTOR_KINDS: dict[str, Literal["person", "body", "place"]] = {
    "person": "person",
    "organisation": "body",
    "collective": "body",
    "country": "place",
    "place": "place",
}


def _known(mention: Mention, bodies: dict[str, str]) -> Referent:
    name = bodies.get(mention.entity, mention.name)
    return Referent(mention.start, mention.end, _ACTOR_KINDS[mention.type], name, mention.entity)


def fullest_names(text: str, names: Sequence[Name]) -> dict[str, str]:
    """Lead each printed name to the fullest form of it in the article."""
    printed = {label: dict.fromkeys(n.of(text) for n in names if n.label == label) for label in ("PER", "ORG")}
    full: dict[str, str] = {}
    first_spelt: dict[str, str] = {}
    for label, forms in printed.items():
        by_length = sorted(map(_form, forms), key=lambda form: len(form.words), reverse=True)
        for form in by_length:
            spelt = first_spelt.setdefault(form.folded, form.printed)
            longer = next((other.printed for other in by_length if _shortens(form, other, label)), None)
            full[form.printed] = longer or full.get(spelt, form.printed)
    for name in names:
        if name.label == "ORG" and (acronym := _ACRONYM.match(text, name.end)):
            full[acronym[1]] = full.get(name.of(text), name.of(text))
    return {form: full.get(longer, longer) for form, longer in full.items()}


@lru_cache(maxsize=1 << 12)
def spelling(word: str) -> str:
    """Return a word without its doubled letters, on which spellings of one name differ."""
    return _DOUBLED.sub(r"\1", word)


class _Form(msgspec.Struct, frozen=True):
    """A name as printed, with its words, and these without their doubled letters."""

    printed: str
    folded: str
    words: list[str]
    spelt: frozenset[str]


def _form(printed: str) -> _Form:
    words = printed.split()
    return _Form(printed, printed.lower(), words, frozenset(map(spelling, words)))


def _shortens(short: _Form, long: _Form, label: str) -> bool:
    if len(short.words) >= len(long.words):
        return False
    if label == "ORG":
        return long.words[: len(short.words)] == short.words
    if short.spelt <= long.spelt:
        return True
    is_nickname = len(short.words) == 1 and len(short.printed) >= _SHORTEST_NICKNAME
    return is_nickname and any(word.startswith(short.printed) for word in long.words)
