"""Comparing the codebook's actors with gold that names people, bodies, countries and places in its own words."""

from collections.abc import Collection, Iterable, Iterator, Mapping

import msgspec

from workbench.codebook import Actor
from workbench.evaluate.facts import Comparison, set_facts
from workbench.evaluate.views import squeezed
from workbench.record import EntityType, Mention, Record
from workbench.span import Span

MEASURE = "actors of the codebook"
_PERSON: frozenset[EntityType] = frozenset({"person"})
_OTHERS: frozenset[EntityType] = frozenset({"organisation", "country", "place"})


class Roster(msgspec.Struct, frozen=True):
    """The actors of a codebook by what gold calls them: names, squeezed, and the codes of countries."""

    by_name: Mapping[str, tuple[Actor, ...]] = {}
    by_code: Mapping[str, Actor] = {}


class GoldNames(msgspec.Struct, frozen=True, kw_only=True):
    """Whom gold names on a page.

    Parameters
    ----------
    types
        The types of actors that the gold names wherever the page does; others are not compared.
    people, others
        Names of persons, and of bodies, countries and places.
    codes
        Codes of countries.
    spans
        Where names stand, as far as the gold says so. Of whom a part of a longer name means, they say nothing: without
        a list that has them, such actors are not compared.
    """

    types: frozenset[EntityType]
    people: Collection[str] = ()
    others: Collection[str] = ()
    codes: Collection[str] = ()
    spans: Collection[Span] = ()


def build_roster(actors: Iterable[Actor]) -> Roster:
    """Return the actors by everything that names them wherever it stands."""
    by_name: dict[str, tuple[Actor, ...]] = {}
    by_code: dict[str, Actor] = {}
    for actor in actors:
        labels = (actor.label.id, actor.label.en) if actor.label else ()
        for name in dict.fromkeys(map(squeezed, (actor.name, *labels, *actor.aliases))):
            by_name[name] = (*by_name.get(name, ()), actor)
        if actor.type == "country" and actor.country:
            by_code.setdefault(actor.country, actor)
    return Roster(by_name, by_code)


def compare_actors(page: str, record: Record, gold: GoldNames, roster: Roster) -> Comparison:
    """Compare the actors that a page names, each once; those whom the codebook lacks do not count."""
    expected = {_told(actor.type, actor.name) for actor in _expected(gold, roster) if actor.type in gold.types}
    named = [one for one in record.mentions if one.resolution == "name" and one.type in gold.types]
    apart = {_told(one.type, one.name) for one in named if _is_listed(one, gold) or not _is_part(one, gold.spans)}
    parts = {_told(one.type, one.name) for one in named} - apart
    return set_facts(MEASURE, page, expected, apart | (parts & expected))


def _is_listed(mention: Mention, gold: GoldNames) -> bool:
    return mention.type == "country" and bool(gold.codes)


def _is_part(mention: Mention, spans: Collection[Span]) -> bool:
    return any(span.covers(mention) and span.end - span.start > mention.end - mention.start for span in spans)


def _expected(gold: GoldNames, roster: Roster) -> Iterator[Actor]:
    named = [(name, _PERSON) for name in gold.people] + [(name, _OTHERS) for name in gold.others]
    for name, types in named:
        yield from [actor for actor in roster.by_name.get(squeezed(name), ()) if actor.type in types][:1]
    yield from (roster.by_code[code] for code in gold.codes if code in roster.by_code)


def _told(actor_type: str, name: str) -> str:
    return f"{actor_type} {name}"
