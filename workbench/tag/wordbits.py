"""Word forms as bits: which atoms of which patterns a word matches, looked up once and remembered."""

from collections.abc import Iterable, Sequence

import msgspec

from workbench.codebook.pattern import ANY, Pattern, Step, atom_core, atom_matches

#: Word forms remembered at once; beyond it the memory starts anew, so that it stays flat.
_REMEMBERED = 60_000

#: A word: the bits of its atoms, and the numbers of the rules that it may set off.
Entry = tuple[int, tuple[int, ...]]


class Place(msgspec.Struct, frozen=True):
    """A step of a pattern in bits.

    Parameters
    ----------
    mask
        Atoms that fill it.
    phrases
        For each sequence that fills it, the bits that its first word may have, and its places.
    starts
        Bits of every word with which the place may begin.
    gap, is_optional
        As in `Step`.
    """

    mask: int
    phrases: tuple[tuple[int, tuple["Place", ...]], ...]
    starts: int
    gap: int
    is_optional: bool


class Lexicon(dict[str, Entry]):
    """Maps a word as printed to its `Entry`; fills itself."""

    def __init__(self, atoms: Sequence[str], set_off: Sequence[tuple[int, ...]]) -> None:
        super().__init__()
        self._others = [(atom_core(atom), atom, bit) for bit, atom in enumerate(atoms)]
        self._set_off = set_off

    def __missing__(self, word: str) -> Entry:
        folded = word.lower()
        bits, rules = 1, set[int]()
        for core, atom, bit in self._others:
            if core in folded and atom_matches(atom, word):
                bits |= 1 << bit
                rules.update(self._set_off[bit])
        if len(self) >= _REMEMBERED:
            self.clear()
        entry = self[word] = (bits, tuple(rules))
        return entry


class AtomTable:
    """Gives each atom its bit; bit 0 is the atom that any word matches."""

    def __init__(self) -> None:
        self.bits: dict[str, int] = {ANY: 0}

    def mask(self, atoms: Iterable[str]) -> int:
        """Return the bits of `atoms`, new ones for those not seen before."""
        mask = 0
        for atom in sorted(atoms):
            mask |= 1 << self.bits.setdefault(atom, len(self.bits))
        return mask

    def places(self, steps: Sequence[Step]) -> tuple[Place, ...]:
        """Return `steps` in bits."""
        return tuple(self._place(step) for step in steps)

    def _place(self, step: Step) -> Place:
        phrases = tuple((beginnings(places), places) for places in map(self.places, step.phrases))
        mask = self.mask(step.atoms)
        starts = mask
        for begin, _ in phrases:
            starts |= begin
        return Place(mask, phrases, starts, step.gap, step.is_optional)


def beginnings(places: Sequence[Place]) -> int:
    """Return the bits of every word with which `places` may begin."""
    bits = 0
    for place in places:
        bits |= place.starts
        if not place.is_optional:
            break
    return bits


def match_at(places: tuple[Place, ...], row: Sequence[int], at: int, done: int = 0) -> int:
    """Return the end of a match of `places`, the first `done` left out, that begins at word `at`, or -1."""
    if done == len(places):
        return at
    place = places[done]
    mask, starts = place.mask, place.starts
    if not place.gap and not place.phrases and not place.is_optional:
        return match_at(places, row, at + 1, done + 1) if at < len(row) and row[at] & mask else -1
    for index in range(at, min(at + place.gap + 1, len(row))):
        bits = row[index]
        if not bits & starts:
            continue
        if bits & mask:
            end = match_at(places, row, index + 1, done + 1)
            if end >= 0:
                return end
        for begin, phrase in place.phrases:
            if bits & begin:
                end = match_at(phrase + places[done + 1 :], row, index)
                if end >= 0:
                    return end
    return match_at(places, row, at, done + 1) if place.is_optional else -1


def find_in(places: tuple[Place, ...], row: Sequence[int], begin: int) -> tuple[int, int] | None:
    """Return the first match of `places` in `row` as word numbers, or None; `begin` is from `beginnings`."""
    head = places[0]
    lone = head.mask if len(places) == 1 else 0
    follows = places[1].starts if len(places) > 1 and not places[1].gap and not places[1].is_optional else 0
    last = len(row) - 1
    for index, bits in enumerate(row):
        if bits & begin:
            if bits & lone:
                return index, index + 1
            if follows and not head.phrases and (index == last or not row[index + 1] & follows):
                continue
            end = match_at(places, row, index)
            if end >= 0:
                return index, end
    return None


def needs(pattern: Pattern) -> Iterable[frozenset[str]]:
    """Yield, for every place that must be filled, the atoms of which the sentence must hold one."""
    for part in pattern.parts:
        for step in part:
            if not step.is_optional:
                yield _first_atoms(step)


def _first_atoms(step: Step) -> frozenset[str]:
    atoms = step.atoms
    for phrase in step.phrases:
        for below in phrase:
            atoms |= _first_atoms(below)
            if not below.is_optional:
                break
    return atoms
