"""The shipped actors and agencies: their files load, and every entry holds to its own examples."""

import re
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from workbench.codebook.load import load_entries, yaml_files
from workbench.codebook.schema import Actor, Agency

FOLDER = Path(str(files("workbench.codebook") / "data" / "union-state"))
ACTORS = tuple(actor for file in yaml_files(FOLDER / "actors") for actor in load_entries(file, Actor))
AGENCIES = load_entries(FOLDER / "agencies.yaml", Agency)
ENTRIES = ACTORS + AGENCIES
INSIDE = re.compile(r"(?<=\w)(?=\w)")


def descriptions_of(entry):
    if isinstance(entry, Agency):
        return ()
    return entry.descriptions + tuple(phrase for role in entry.roles for phrase in role.descriptions)


def owners(pairs):
    table = {}
    for spelling, owner in pairs:
        table.setdefault(spelling, set()).add(owner)
    return table


NAMES = owners((spelling, entry.id) for entry in ENTRIES for spelling in entry.aliases)
SHORT = owners((spelling, actor.id) for actor in ACTORS for spelling in actor.short)
EXCLUDED = {spelling for entry in ENTRIES for spelling in entry.excludes}
DESCRIBED = owners((phrase.lower(), entry.id) for entry in ENTRIES for phrase in descriptions_of(entry))


def longest(text, table) -> Iterator[str]:
    """Walk `text` once and yield the longest spelling of `table` at each place, at word boundaries."""
    inside = {match.start() for match in INSIDE.finditer(text)}
    edges = [at for at in range(len(text) + 1) if at not in inside]
    at = 0
    while at < len(text):
        ends = [end for end in reversed(edges) if end > at and at not in inside]
        end = next((end for end in ends if text[at:end] in table), None)
        if end is not None:
            yield text[at:end]
        at = end or at + 1


def entries_in(text):
    named = set()
    for spelling in longest(text, NAMES.keys() | SHORT.keys() | EXCLUDED):
        named |= NAMES.get(spelling, set())
    described = {owner for phrase in longest(text.lower(), DESCRIBED) for owner in DESCRIBED[phrase]}
    return named | described


def test_enough_actors_and_agencies_are_there():
    assert len(ACTORS) >= 450
    assert len(AGENCIES) >= 60


def test_every_id_is_used_once():
    repeated = [key for key, n in Counter(entry.id for entry in ENTRIES).items() if n > 1]
    assert repeated == []


def test_every_wikidata_item_is_used_once():
    repeated = [qid for qid, n in Counter(entry.qid for entry in ENTRIES if entry.qid).items() if n > 1]
    assert repeated == []


def test_every_spelling_names_one_entry_only():
    shared = {spelling: sorted(ids) for spelling, ids in NAMES.items() if len(ids) > 1}
    assert shared == {}


def test_no_excluded_phrase_names_an_entry():
    assert sorted(EXCLUDED & NAMES.keys()) == []


def test_an_excluded_phrase_holds_a_spelling_of_its_entry():
    idle = [
        (entry.id, phrase)
        for entry in ENTRIES
        for phrase in entry.excludes
        if not any(name in phrase for name in entry.aliases + getattr(entry, "short", ()))
    ]
    assert idle == []


def test_every_phrase_is_clean():
    phrases = {*NAMES, *SHORT, *EXCLUDED, *DESCRIBED}
    assert sorted(p for p in phrases if p != " ".join(p.split()) or len(p) < 2) == []


def test_members_are_actors_of_the_codebook():
    known = {actor.id for actor in ACTORS}
    unknown = [(actor.id, m.actor) for actor in ACTORS for m in actor.members if m.actor not in known]
    assert unknown == []


def test_terms_and_memberships_end_after_they_start():
    spans = [(actor.id, span) for actor in ACTORS for span in (*actor.roles, *actor.members)]
    assert [key for key, span in spans if span.start and span.end and span.end < span.start] == []


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_hit_matches_and_miss_does_not(entry):
    assert entry.id in entries_in(entry.hit)
    assert entry.id not in entries_in(entry.miss)
