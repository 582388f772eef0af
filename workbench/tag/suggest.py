"""Names that articles print and the codebook lacks, ranked for adding."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from workbench.codebook import Codebook
from workbench.parse.fold import fold
from workbench.parse.slug import slug
from workbench.record import EntityType, Name, Record
from workbench.span import Span
from workbench.tag.referents import fullest_names, spelling

_TYPES: dict[str, EntityType] = {"PER": "person", "ORG": "organisation", "LOC": "place"}


class Suggestion(msgspec.Struct, frozen=True):
    """A name that the codebook lacks.

    Parameters
    ----------
    name
        The spelling that comes most often.
    type
        What it most likely is, by the label that it bears most often.
    spellings
        Every full spelling, the commonest first.
    n_articles, n_mentions
        In how many articles it stands, and how often, short forms included.
    path, line, evidence
        The first sentence that names it: its page, 1-based line, and words.
    """

    name: str
    type: EntityType
    spellings: tuple[str, ...]
    n_articles: int
    n_mentions: int
    path: str
    line: int
    evidence: str


class _Sighting(msgspec.Struct, frozen=True):
    """A name in one article, under its fullest form there."""

    full: str
    label: str
    record: Record
    span: Span


def suggest_names(records: Iterable[Record], codebook: Codebook) -> tuple[Suggestion, ...]:
    """Return the names that `codebook` lacks: those in most articles first, then the most often named.

    Spellings that differ in case or doubled letters are one name; so is a surname with the only full name in its
    article that it can belong to.
    """
    known = {fold(form) for actor in codebook.actors for form in (actor.name, *actor.aliases, *actor.short)}
    known |= {fold(form) for agency in codebook.agencies for form in (agency.name, *agency.aliases)}
    known |= set(map(fold, codebook.cues.gazetteer.places))
    known |= {fold(form) for outlet in codebook.publishers for form in (outlet.name, *outlet.names, *outlet.domains)}
    sighted: dict[str, list[_Sighting]] = {}
    for record in records:
        for sighting in _sightings(record):
            if fold(sighting.full) not in known:
                sighted.setdefault(spelling(fold(sighting.full)), []).append(sighting)
    found = [_suggestion(sightings) for sightings in sighted.values()]
    return tuple(sorted(found, key=lambda one: (-one.n_articles, -one.n_mentions, one.name)))


def suggestion_stub(suggestion: Suggestion) -> str:
    """Return an entry for ``actors/*.yaml``, to be filled in: its kind, a hit and a near miss of one's own."""
    quoted = [json.dumps(text, ensure_ascii=False) for text in suggestion.spellings]
    place = f"{suggestion.path} line {suggestion.line}"
    return (
        f"# {suggestion.n_articles} articles, {suggestion.n_mentions} mentions; {place}\n"
        f"- id: {slug(suggestion.name)}\n"
        f"  name: {json.dumps(suggestion.name, ensure_ascii=False)}\n"
        f"  type: {suggestion.type}\n"
        f"  kind: unsorted\n"
        f"  aliases: [{', '.join(quoted)}]\n"
        f'  hit: ""\n'
        f'  miss: ""\n'
    )


def _sightings(record: Record) -> Iterator[_Sighting]:
    names = [name for name in record.names if not _is_known(name, record)]
    full = fullest_names(record.text, names)
    for name in names:
        printed = name.of(record.text)
        yield _Sighting(full.get(printed, printed), name.label, record, name)


def _is_known(name: Name, record: Record) -> bool:
    """Say whether the codebook or, for a place, the gazetteer has a name already; an outlet's own domain is none."""
    if name.rule in ("name-codebook", "name-domain") or (name.rule == "name-gazetteer" and name.label == "LOC"):
        return True
    return any(mention.overlaps(name) for mention in record.mentions)


def _suggestion(sightings: Sequence[_Sighting]) -> Suggestion:
    spellings = Counter(one.full for one in sightings).most_common()
    labels = Counter(one.label for one in sightings)
    first = sightings[0]
    text, span = first.record.text, first.span
    sentence = next((one for one in first.record.sentences if one.covers(span)), span)
    return Suggestion(
        name=spellings[0][0],
        type=_TYPES[labels.most_common(1)[0][0]],
        spellings=tuple(spelt for spelt, _ in spellings),
        n_articles=len({one.record.id for one in sightings}),
        n_mentions=len(sightings),
        path=first.record.path,
        line=text.count("\n", 0, span.start) + 1,
        evidence=" ".join(sentence.of(text).split()),
    )
