"""Which rules a sentence has the words for: all of them asked at once, at the cost of a look-up a word."""

from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from operator import or_

import msgspec

from workbench.codebook.pattern import Pattern
from workbench.tag.wordbits import WORD, Memory, needs

#: So many needs of a rule are asked for, the rarest; few have more.
_ASKED = 4


class Sieve(msgspec.Struct, frozen=True):
    """Tells which patterns the words of a sentence may match, in bits that lie side by side in one integer.

    Parameters
    ----------
    fills
        For each run of characters without blanks the bits of what its words fill: the first need of each rule, then
        the second of each and so on, then the rarest need of each party, then what it hints at (`hints`).
    free
        What rules and parties do not need.
    rules
        The bits of all the rules.
    n_rules, n_parties
        How many there are.
    """

    fills: Memory[int]
    free: int
    rules: int
    n_rules: int
    n_parties: int

    def sift(self, runs: Iterable[str]) -> tuple[int, int, int]:
        """Return the bits of the rules all of whose needs a sentence fills, of the parties, and of its hints.

        In which order the words stand, and what must be absent, is still to be seen.
        """
        filled = reduce(or_, filter(None, map(self.fills.__getitem__, runs)), self.free)
        rules = filled & self.rules
        for _ in range(1, _ASKED):
            filled >>= self.n_rules
            rules &= filled
        others = filled >> self.n_rules
        return rules, others & (1 << self.n_parties) - 1, others >> self.n_parties


def build_sieve(
    rules: Sequence[Pattern],
    parties: Sequence[Pattern],
    *,
    atoms_of: Callable[[str], Iterable[str]],
    hints_of: Callable[[str], int],
) -> Sieve:
    """Lay out the needs of `rules` and `parties`.

    Parameters
    ----------
    rules, parties
        What to look for.
    atoms_of
        Tells which of their atoms a word matches.
    hints_of
        Tells what a run of characters hints at, in bits.
    """
    asked = {(n, place): need for n, rule in enumerate(rules) for place, need in enumerate(needs(rule)[:_ASKED])}
    bits = {place * len(rules) + n: need for (n, place), need in asked.items()}
    first_party = _ASKED * len(rules)
    bits |= {first_party + n: need for n, party in enumerate(parties) for need in needs(party)[:1]}
    first_hint = first_party + len(parties)
    fills: dict[str, int] = {}
    for bit, need in bits.items():
        fills |= {atom: fills.get(atom, 0) | 1 << bit for atom in need}

    def of_word(word: str) -> int:
        return reduce(or_, (fills.get(atom, 0) for atom in atoms_of(word)), 0)

    known = Memory(of_word)

    def of_run(run: str) -> int:
        return reduce(or_, map(known.__getitem__, WORD.findall(run)), hints_of(run) << first_hint)

    free = sum(1 << bit for bit in range(first_hint) if bit not in bits)
    return Sieve(Memory(of_run), free, (1 << len(rules)) - 1, len(rules), len(parties))
