"""Who can be meant in an article: every person, body and state that it names, under one name each."""

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from workbench.record import Mention, Name
from workbench.span import Span

_ACRONYM = re.compile(r"[ \xa0]?\(([A-Z][\w-]{1,11})\)")
_DOUBLED = re.compile(r"(.)\1")
#: A nickname has at least so many letters of the name that it shortens (``Aris`` for ``Aristya``).
_SHORTEST_NICKNAME = 4


class Referent(Span, frozen=True):
    """Somebody as named here; `name` is the codebook's name, or the fullest form that the article prints."""

    kind: Literal["person", "body", "place"]
    name: str
    entity: str | None


def referents(text: str, mentions: Iterable[Mention], names: Sequence[Name]) -> tuple[Referent, ...]:
    """Return everybody named, in text order; a name that the codebook knows goes by what the codebook says."""
    known = [_known(mention) for mention in mentions]
    spans = {(one.start, one.end) for one in known}
    aliases = {one.of(text): one for one in known}
    fullest = _fullest_names(text, names)
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
    return tuple(sorted(known))


_KINDS: dict[str, Literal["person", "body", "place"]] = {"PER": "person", "ORG": "body", "LOC": "place"}
_ACTOR_KINDS: dict[str, Literal["person", "body", "place"]] = {
    "person": "person",
    "organisation": "body",
    "collective": "body",
    "country": "place",
    "place": "place",
}


def _known(mention: Mention) -> Referent:
    return Referent(mention.start, mention.end, _ACTOR_KINDS[mention.type], mention.name, mention.entity)


def _fullest_names(text: str, names: Sequence[Name]) -> dict[str, str]:
    """Lead each printed name to the fullest form of it in the article."""
    printed = {label: [n.of(text) for n in names if n.label == label] for label in ("PER", "ORG")}
    full: dict[str, str] = {}
    for label, forms in printed.items():
        by_length = sorted(dict.fromkeys(forms), key=lambda form: len(form.split()), reverse=True)
        for form in by_length:
            spelt = next((other for other in full if other.lower() == form.lower()), form)
            full[form] = next((other for other in by_length if _shortens(form, other, label)), full.get(spelt, form))
    for name in names:
        if name.label == "ORG" and (acronym := _ACRONYM.match(text, name.end)):
            full[acronym[1]] = full.get(name.of(text), name.of(text))
    return {form: full.get(longer, longer) for form, longer in full.items()}


def _spelling(word: str) -> str:
    """Return a word without its doubled letters, on which spellings of one name differ."""
    return _DOUBLED.sub(r"\1", word)


def _shortens(form: str, longer: str, label: str) -> bool:
    short, long = form.split(), longer.split()
    if len(short) >= len(long):
        return False
    if label == "ORG":
        return long[: len(short)] == short
    if {_spelling(word) for word in short} <= {_spelling(word) for word in long}:
        return True
    return len(short) == 1 and len(form) >= _SHORTEST_NICKNAME and any(word.startswith(form) for word in long)
