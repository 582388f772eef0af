"""Word forms as bits: which atoms of which patterns a word matches, looked up once and remembered."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Final, TypeVar

import msgspec
from ahocorasick_rs import AhoCorasick, MatchKind

from workbench.codebook.pattern import ANY, Pattern, Step, atom_core, atom_matches

WORD: Final = re.compile(r"\w+")
#: Word forms remembered at once; beyond it the memory starts anew, so that it stays flat.
_REMEMBERED = 60_000
#: Words so common that a place which they can fill says little of a sentence.
_COMMON = frozenset(
    {"di", "ke", "dari", "dan", "yang", "itu", "ini", "pada", "untuk", "dalam", "dengan", "akan", "tidak", "tak"}
    | {"atas", "oleh", "juga", "telah", "sudah", "bisa", "dapat", "negara", "kedua", "tahun", "kata", "lebih"}
    | {"bagi", "tersebut", "ia", "dia", "para", "antara", "saat", "ada", "bersama", "salah", "satu", "hari"}
)


T = TypeVar("T")


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


class Memory(dict[str, T]):
    """Maps words as printed to what they match; asks for that of new ones, and remembers it."""

    def __init__(self, look_up: Callable[[str], T]) -> None:
        super().__init__()
        self._look_up = look_up

    def __missing__(self, word: str) -> T:
        found = self._look_up(word)
        if len(self) >= _REMEMBERED:
            self.clear()
        self[word] = found
        return found


class Forms:
    """Numbers for what words are to the patterns: words that match the same atoms have the same; 0 is no word."""

    def __init__(self) -> None:
        self.bits = [0]
        self._numbers = {0: 0}
        self._fitting: dict[int, ByForm[bool]] = {}

    def number(self, bits: int) -> int:
        """Return the number of the words that match the atoms `bits`."""
        number = self._numbers.setdefault(bits, len(self.bits))
        if number == len(self.bits):
            self.bits.append(bits)
        return number

    def fitting(self, mask: int) -> "ByForm[bool]":
        """Return what tells which forms match one of the atoms of `mask`."""
        known = self._fitting.get(mask)
        if known is None:
            known = self._fitting[mask] = ByForm(self, lambda bits: bits & mask != 0)
        return known


class ByForm(dict[int, T]):
    """What follows from a form, worked out from its bits when it is first asked for."""

    def __init__(self, forms: Forms, follows: Callable[[int], T]) -> None:
        super().__init__()
        self._forms, self._follows = forms, follows

    def __missing__(self, form: int) -> T:
        value = self[form] = self._follows(self._forms.bits[form])
        return value


class AtomTable:
    """Gives each atom its bit, and `forms` their numbers; bit 0 is the atom that any word matches."""

    def __init__(self) -> None:
        self.bits: dict[str, int] = {ANY: 0}
        self.forms = Forms()

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


def atoms_of_words(atoms: Iterable[str]) -> Callable[[str], tuple[str, ...]]:
    """Return a function that tells which of `atoms` a word matches, `ANY` left out.

    Words hold the letters of few atoms, so those are found first, all in one pass.
    """
    by_core: dict[str, list[str]] = {}
    for atom in atoms:
        if atom != ANY:
            by_core.setdefault(atom_core(atom), []).append(atom)
    alike = list(by_core.values())
    automaton = AhoCorasick(list(by_core), matchkind=MatchKind.Standard)

    def matching(word: str) -> tuple[str, ...]:
        held = {found[0] for found in automaton.find_matches_as_indexes(word.lower(), overlapping=True)}
        return tuple(atom for core in held for atom in alike[core] if atom_matches(atom, word))

    return matching


def needs(pattern: Pattern) -> list[frozenset[str]]:
    """Return sets of atoms, of each of which a sentence must hold one for the pattern to match, the rarest first."""
    places = [step for part in pattern.parts for step in part if not step.is_optional]
    return sorted({need for step in places for need in _needs(step) if ANY not in need}, key=_frequency)


@lru_cache(maxsize=1024)
def _needs(step: Step) -> tuple[frozenset[str], frozenset[str]]:
    """Return the atoms that fill a place, with those of the rarest word, and the next, of each run that does so."""
    runs = [_needs_of_run(run) for run in step.phrases]
    return step.atoms.union(*(run[0] for run in runs)), step.atoms.union(*(run[-1] for run in runs))


def _needs_of_run(run: Iterable[Step]) -> list[frozenset[str]]:
    """Return the two rarest of the sets of atoms that a run of words needs, or the one that there is."""
    found = {need for step in run if not step.is_optional for need in _needs(step) if ANY not in need}
    return sorted(found, key=_frequency)[:2] or [frozenset({ANY})]


def _frequency(need: frozenset[str]) -> tuple[bool, int, int, list[str]]:
    """Order sets of atoms by how many words are likely to match one."""
    return not need.isdisjoint(_COMMON), len(need), -min(map(len, need)), sorted(need)
