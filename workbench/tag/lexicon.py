"""The codebook made ready for matching: every spelling of every actor and agency in two automata."""

import re
from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from workbench.codebook import Actor, Agency, Codebook
from workbench.codebook.cues import Words
from workbench.codebook.schema import OfficeTerm
from workbench.span import Span
from workbench.tag.matcher import Matcher, build_matcher
from workbench.tag.media import without_credit

Label = Literal["PER", "ORG", "LOC"]

_LABELS: dict[str, Label] = {"person": "PER", "organisation": "ORG", "country": "LOC", "place": "LOC"}
_ACRONYM_AT_END = re.compile(r"\s*\((\w[\w-]*(?: [A-Z]+)?)\)$")
_BLANK = re.compile(" ")
#: A common noun before a body's name: ``pabrikan Sukhoi``.
_NOUNS = re.compile(r"(?:[a-z][a-z-]+ )+(?=[A-Z])")
#: Spellings in capitals are added for names from this length on; shorter ones collide with acronyms.
_SHORTEST_IN_CAPITALS = 5


class Sense(msgspec.Struct, frozen=True):
    """What a spelling can stand for; `spelling` says how much it proves (see `Actor`)."""

    entry: Actor | Agency
    spelling: Literal["alias", "short"]


class Spelling(msgspec.Struct, frozen=True):
    """All that rules need to know of a spelling wherever it stands.

    Parameters
    ----------
    senses
        What it can stand for.
    named
        The actor whom it names by itself, the first of several; None where it names none.
    recalled
        The actors whom it names beside a full spelling of theirs.
    surname_of
        The person of whose name it is one word; None where it is more, or no person's.
    is_lone_collective
        Whether it is the one word of a collective (``Barat``).
    names
        The proper names in it: start, end and label, without credits around them and with acronyms apart.
    """

    senses: tuple[Sense, ...]
    named: Actor | None
    recalled: tuple[Actor, ...]
    surname_of: Actor | None
    is_lone_collective: bool
    names: tuple[tuple[int, int, Label], ...]


class Meaning(msgspec.Struct, frozen=True):
    """Whom a description means; `term` is None where it holds at any time."""

    actor: Actor
    term: OfficeTerm | None


class NameHit(Span, frozen=True):
    """A spelling of the codebook as it stands in a text."""

    spelling: Spelling


class DescriptionHit(Span, frozen=True):
    """A description of the codebook as it stands in a text, with all whom it can mean."""

    meanings: tuple[Meaning, ...]


class Lexicon(msgspec.Struct, frozen=True):
    """Every spelling and description of a codebook, compiled; see `build_lexicon`."""

    names: Matcher
    spellings: tuple[Spelling, ...]
    descriptions: Matcher
    meanings: tuple[tuple[Meaning, ...], ...]

    def find_names(self, text: str) -> list[NameHit]:
        """Return the spellings that stand in `text`, longest first where several begin together."""
        found = [(start, end, self.spellings[i]) for start, end, i in self.names.find(text)]
        return [NameHit(start, end, spelling) for start, end, spelling in found if spelling.senses]

    def find_inside(self, text: str, hit: Span) -> list[NameHit]:
        """Return the spellings that stand inside a longer one (``AS`` in ``AS dan sekutunya``)."""
        found = self.names.find_all(hit.of(text))
        inner = [(hit.start + start, hit.start + end, i) for start, end, i in found]
        return [NameHit(start, end, self.spellings[i]) for start, end, i in inner if end - start < hit.end - hit.start]

    def find_descriptions(self, text: str) -> list[DescriptionHit]:
        """Return the descriptions that stand in `text`, without regard to case."""
        return [DescriptionHit(start, end, self.meanings[i]) for start, end, i in self.descriptions.find(text)]


def build_lexicon(codebook: Codebook) -> Lexicon:
    """Compile the spellings of `codebook`."""
    senses: dict[str, list[Sense]] = {}
    meanings: dict[str, list[Meaning]] = {}
    entries: tuple[Actor | Agency, ...] = (*codebook.actors, *codebook.agencies)
    for entry in entries:
        _add_spellings(senses, entry)
    for entry in entries:
        # What an entry excludes matches as well, longest first, and means nothing, unless it is a spelling of another.
        for phrase in entry.excludes:
            senses.setdefault(phrase, [])
    for actor in codebook.actors:
        for phrase, meaning in _descriptions(actor):
            meanings.setdefault(phrase.lower(), []).append(meaning)
    return Lexicon(
        build_matcher(tuple(senses)),
        tuple(_spelling(printed, tuple(found), codebook.cues.words) for printed, found in senses.items()),
        build_matcher(tuple(meanings), folded=True),
        tuple(tuple(found) for found in meanings.values()),
    )


def _spelling(printed: str, senses: tuple[Sense, ...], words: Words) -> Spelling:
    actors = [(sense.entry, sense.spelling) for sense in senses if isinstance(sense.entry, Actor)]
    is_one_word = " " not in printed
    person = next((actor for actor, _ in actors if actor.type == "person"), None)
    return Spelling(
        senses=senses,
        named=next((actor for actor, spelling in actors if spelling == "alias"), None),
        recalled=tuple(actor for actor, spelling in actors if spelling == "short"),
        surname_of=person if is_one_word and not printed[:2].isupper() else None,
        is_lone_collective=is_one_word and any(actor.type == "collective" for actor, _ in actors),
        names=_names(printed, senses, words),
    )


def _names(printed: str, senses: tuple[Sense, ...], words: Words) -> tuple[tuple[int, int, Label], ...]:
    labels = (_LABELS.get(sense.entry.type) if isinstance(sense.entry, Actor) else "ORG" for sense in senses)
    label = next((label for label in labels if label is not None), None)
    if label is None:
        return ()
    span = without_credit(printed, Span(0, len(printed)))
    nouns = _NOUNS.match(printed, span.start) if label == "ORG" else None
    if nouns is not None and nouns[0].split()[0].capitalize() not in words.organisation_heads:
        span = Span(nouns.end(), span.end)
    span = _own_part(printed, span, senses)
    acronym = _ACRONYM_AT_END.search(printed, span.start)
    if acronym is None:
        return ((span.start, span.end, label),)
    long_form = ((span.start, acronym.start(), label),) if acronym.start() > span.start else ()
    return (*long_form, (*acronym.span(1), label))


def _own_part(printed: str, span: Span, senses: Sequence[Sense]) -> Span:
    """Return where a name begins behind a common noun: ``kantor berita Italia ANSA`` ends in a spelling of its own."""
    if span.start:
        own = {alias for sense in senses for alias in sense.entry.aliases}
        starts = (at.end() for at in _BLANK.finditer(printed, span.start) if printed[at.end() :] in own)
        return Span(next(starts, span.start), span.end)
    return span


def _add_spellings(senses: dict[str, list[Sense]], entry: Actor | Agency) -> None:
    short = entry.short if isinstance(entry, Actor) else ()
    for spelling in dict.fromkeys(entry.aliases):
        for form in _forms(spelling):
            senses.setdefault(form, []).append(Sense(entry, "alias"))
    for spelling in dict.fromkeys(short):
        for form in _forms(spelling):
            senses.setdefault(form, []).append(Sense(entry, "short"))


def _forms(spelling: str) -> Iterable[str]:
    """Return the spelling, in capitals as in headlines and datelines, and with such a first word as texts open with."""
    if len(spelling) < _SHORTEST_IN_CAPITALS:
        return (spelling,)
    first, blank, rest = spelling.partition(" ")
    return dict.fromkeys((spelling, spelling.upper(), f"{first.upper()}{blank}{rest}"))


def _descriptions(actor: Actor) -> Iterable[tuple[str, Meaning]]:
    for phrase in actor.descriptions:
        yield phrase, Meaning(actor, None)
    for term in actor.roles:
        for phrase in term.descriptions:
            yield phrase, Meaning(actor, term)
