"""Demands: what a text must hold for words of a codebook to stand in it, asked before anything is matched."""

from collections.abc import Iterator
from typing import Final

import msgspec

from workbench.codebook.events import EventBook
from workbench.codebook.pattern import atom_core, compile_pattern
from workbench.parse.fold import fold
from workbench.tag.wordbits import needs

#: What a text must hold: in every place one of the letters.
Demand = tuple[tuple[str, ...], ...]
#: Every text meets it: for changes that cannot be traced to words.
EVERYTHING: Final[Demand] = ()


class Reach(msgspec.Struct, frozen=True):
    """What an article must hold for a change to touch it: any one of `demands`."""

    demands: tuple[Demand, ...]

    @property
    def is_everything(self) -> bool:
        """Whether the change may touch any article."""
        return EVERYTHING in self.demands

    def touches(self, text: str) -> bool:
        """Say whether the tags of an article with that text may change."""
        return self.is_met(fold(text))

    def is_met(self, folded: str) -> bool:
        """Say whether a folded text holds what one of the demands asks for."""
        return any(all(any(letters in folded for letters in place) for place in demand) for demand in self.demands)


def pattern_demand(pattern: str, book: EventBook) -> Demand:
    """Return what a text must hold for a pattern to match in it."""
    atoms = sorted(needs(compile_pattern(pattern, book.words)), key=len)
    return tuple(tuple(sorted({atom_core(atom) for atom in need})) for need in atoms)


def list_demands(old: EventBook, new: EventBook) -> Iterator[Demand]:
    """Yield what texts must hold for a word list to find anything else in them."""
    for name in old.words.keys() | new.words.keys():
        before, after = old.words.get(name, ()), new.words.get(name, ())
        for entries, others, book in ((before, after, old), (after, before, new)):
            yield from (pattern_demand(entry, book) for entry in entries if entry not in others)
