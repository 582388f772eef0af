"""Which articles a changed codebook can touch: those that hold the words of an entry that changed.

An entry can say something of an article only where its words stand. So an article without the words of any changed
entry, as it was or as it is, keeps its tags, and need not be tagged again.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import msgspec

from workbench.codebook import Actor, Agency, Codebook
from workbench.codebook.events import Concept, Equipment, EventBook, Rule
from workbench.parse.fold import fold
from workbench.tag.demands import EVERYTHING, Demand, Reach, list_demands, pattern_demand
from workbench.tag.media import without_leading
from workbench.tag.states import build_states

_WORD: Final = re.compile(r"\w+")
#: What the checks of a rule rest on, and no tag does.
_EXAMPLES: Final = {"hit": "", "miss": ""}


def reach_of(old: Codebook, new: Codebook) -> Reach:
    """Return what the step from one codebook to another can touch.

    Examples
    --------
    >>> from workbench.codebook import load_codebook
    >>> whole = load_codebook()
    >>> less = msgspec.structs.replace(whole, actors=tuple(a for a in whole.actors if a.id != "lukashenko"))
    >>> reach = reach_of(less, whole)
    >>> reach.touches("Presiden Lukashenko tiba di Moskow."), reach.touches("Harga beras naik di Jakarta.")
    (True, False)
    """
    return Reach(tuple(dict.fromkeys((*_rest(old, new), *_entries(old, new), *_events(old.events, new.events)))))


def _rest(old: Codebook, new: Codebook) -> Iterator[Demand]:
    """Yield `EVERYTHING` where something else differs than entries with words of their own."""
    traced = {"title": new.title, "stamp": new.stamp, "actors": new.actors, "agencies": new.agencies}
    if msgspec.structs.replace(old, **traced, events=new.events) != new:
        yield EVERYTHING


def _entries(old: Codebook, new: Codebook) -> Iterator[Demand]:
    changed = {*_differing(_stated(old), _stated(new)), *_differing(_keyed(old.agencies), _keyed(new.agencies))}
    if not changed:
        return
    if _is_reordered(old.actors, new.actors) or _is_reordered(old.agencies, new.agencies):
        yield EVERYTHING
    entries: list[Actor | Agency] = [*old.actors, *old.agencies, *new.actors, *new.agencies]
    # Whoever bears a name of theirs, too: media are looked up by the names of those who speak.
    shared = {fold(name) for entry in entries if entry.id in changed for name in _names(entry)}
    for entry in entries:
        if entry.id in changed or not shared.isdisjoint(map(fold, _names(entry))):
            for phrase in (*_names(entry), *entry.excludes, *_descriptions(entry)):
                yield _words_of(phrase)


def _stated(codebook: Codebook) -> dict[str, object]:
    """Return what tags depend on of each actor, with what the others make of it: its state."""
    states = build_states(codebook.actors)
    return {
        actor.id: (_bare(actor), states.of.get(actor.id), actor.id in states.silent, actor.id in states.bodies)
        for actor in codebook.actors
    }


def _keyed(entries: Iterable[Agency | Equipment | Rule]) -> dict[str, object]:
    return {entry.id: _bare(entry) for entry in entries}


def _bare(entry: Actor | Agency | Equipment | Rule) -> object:
    """Return `entry` without its examples."""
    context = {"context": None} if isinstance(entry, Rule) else {}
    return type(entry), msgspec.structs.replace(entry, **_EXAMPLES, **context)


def _differing(before: dict[str, object], after: dict[str, object]) -> set[str]:
    return {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}


def _is_reordered(before: Sequence[Actor | Agency | Equipment | Rule], after: Sequence[object]) -> bool:
    """Say whether entries that are in both stand in another order, which decides between equals."""
    ids = [str(getattr(entry, "id", "")) for entry in after]
    known = {entry.id for entry in before}
    kept = [entry.id for entry in before if entry.id in set(ids)]
    return kept != [one for one in ids if one in known]


def _names(entry: Actor | Agency) -> tuple[str, ...]:
    if isinstance(entry, Actor):
        return (entry.name, *entry.aliases, *entry.short)
    return (entry.name, *entry.aliases, *map(without_leading, entry.aliases))


def _descriptions(entry: Actor | Agency) -> Iterator[str]:
    if isinstance(entry, Actor):
        yield from entry.descriptions
        for term in entry.roles:
            yield from term.descriptions


def _words_of(phrase: str) -> Demand:
    """Return the demand for every word of a phrase, in whatever case."""
    pairs = zip(_WORD.findall(fold(phrase)), _WORD.findall(fold(phrase.upper())), strict=False)
    return tuple(tuple(dict.fromkeys(pair)) for pair in pairs)


def _events(old: EventBook, new: EventBook) -> Iterator[Demand]:
    if _frame(old) != _frame(new):
        yield EVERYTHING
    before, after = _groups(old), _groups(new)
    if [name for name in before if name in after] != [name for name in after if name in before]:
        yield EVERYTHING
    for name in before.keys() | after.keys():
        yield from _rules(before.get(name, ()), after.get(name, ()), old, new)
    yield from list_demands(old, new)
    yield from _equipment(old.equipment, new.equipment)


def _frame(book: EventBook) -> EventBook:
    """Return `book` without what can be traced to words, or only says how things are called."""
    no_rules: dict[str, tuple[Rule, ...]] = {"statuses": ()}
    sanctions = book.sanctions and msgspec.structs.replace(
        book.sanctions, described=(), relations=(), instruments=(), **no_rules
    )
    military = book.military and msgspec.structs.replace(book.military, **no_rules)
    emptied: dict[str, object] = dict.fromkeys(("themes", "equipment", "modality", "commitments", "background"), ())
    return msgspec.structs.replace(book, words={}, labels={}, sanctions=sanctions, military=military, **emptied)


def _groups(book: EventBook) -> dict[str, tuple[Rule, ...]]:
    """Return the rules that compete with one another, by where they stand."""
    sanctions, military = book.sanctions, book.military
    return {
        **{f"{part} {concept.id}": rules for concept in book.themes for part, rules in _parts(concept)},
        "described": sanctions.described if sanctions else (),
        "relations": sanctions.relations if sanctions else (),
        "sanction statuses": sanctions.statuses if sanctions else (),
        "instruments": sanctions.instruments if sanctions else (),
        "military statuses": military.statuses if military else (),
        "modality": book.modality,
        "commitments": book.commitments,
        "background": book.background,
    }


def _parts(concept: Concept) -> tuple[tuple[str, tuple[Rule, ...]], ...]:
    return (("off topic", concept.off_topic), ("rules", concept.rules))


def _rules(before: Sequence[Rule], after: Sequence[Rule], old: EventBook, new: EventBook) -> Iterator[Demand]:
    """Yield what texts must hold for a rule that differs to fire, by either book."""
    if _is_reordered(before, after):
        yield EVERYTHING
    changed = _differing(_keyed(before), _keyed(after))
    for rules, book in ((before, old), (after, new)):
        for rule in rules:
            if rule.id in changed:
                yield pattern_demand(rule.pattern, book)


def _equipment(before: Sequence[Equipment], after: Sequence[Equipment]) -> Iterator[Demand]:
    if _is_reordered(before, after):
        yield EVERYTHING
    changed = _differing(_keyed(before), _keyed(after))
    for entry in (*before, *after):
        if entry.id in changed:
            yield from (_words_of(alias) for alias in entry.aliases)
