"""Which patterns a sentence has the words for: all of them asked at once, at the cost of one look-up a word."""

from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from operator import or_

import msgspec

from workbench.codebook.pattern import ANY, Pattern
from workbench.tag.numerals import holds_figure, is_numeral
from workbench.tag.wordbits import Memory, needs

#: So many needs of a pattern are asked for, the rarest; few patterns have more.
_ASKED = 4


class Sieve(msgspec.Struct, frozen=True):
    """Tells which of `n_patterns` patterns, by number, the words of a sentence may match.

    Parameters
    ----------
    n_patterns, every
        How many there are, and the bits of them all.
    fills
        For each word, what it fills, in bits: the first need of each pattern, then the second of each and so on;
        the next bit says that it holds a figure, the last that it is a numeral.
    free
        The needs that patterns lack, in the same bits.
    """

    n_patterns: int
    every: int
    fills: Memory
    free: int

    def sift(self, words: Iterable[str]) -> tuple[int, int]:
        """Return the bits of the patterns all of whose needs are filled, and those for figure (1) and numeral (2).

        In which order the words stand, and what must be absent, is still to be seen.
        """
        filled = reduce(or_, map(self.fills.__getitem__, words), self.free)
        width = self.n_patterns
        possible = filled & self.every
        for _ in range(1, _ASKED):
            filled >>= width
            possible &= filled
        return possible, filled >> width


def build_sieve(patterns: Sequence[Pattern], atoms_of: Callable[[str], Iterable[str]]) -> Sieve:
    """Compile `patterns`; `atoms_of` tells which of their atoms a word matches."""
    fills: dict[str, int] = {}
    free = 0
    for number, pattern in enumerate(patterns):
        asked = [need for need in needs(pattern) if ANY not in need][:_ASKED]
        for place in range(_ASKED):
            bit = 1 << place * len(patterns) + number
            if place < len(asked):
                fills |= {atom: fills.get(atom, 0) | bit for atom in asked[place]}
            else:
                free |= bit

    def look_up(word: str) -> int:
        bits = holds_figure(word) | is_numeral(word) << 1
        bits <<= _ASKED * len(patterns)
        return reduce(or_, (fills.get(atom, 0) for atom in atoms_of(word)), bits)

    return Sieve(len(patterns), (1 << len(patterns)) - 1, Memory(look_up), free)
