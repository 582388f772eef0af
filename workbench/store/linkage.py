"""Groups: what pairs connect, and what average linkage joins while members are alike enough over all pairs.

The average keeps stories from drifting: an article that is like one member of a group only does not join it.

References
----------
Sokal, Michener (1958), A statistical method for evaluating systematic relationships, Univ. Kansas Science Bulletin 38.
"""

import heapq
from collections.abc import Iterable, Sequence

Pair = tuple[int, int]


def linked(
    alike: Iterable[tuple[Pair, float]], joined: Sequence[tuple[int, ...]], *, least: float
) -> list[tuple[int, ...]]:
    """Return the groups of two or more, each ascending, in order.

    Parameters
    ----------
    alike
        How alike the members of pairs are, each pair once; all other pairs are not alike at all.
    joined
        Members that belong together whatever they are like, in groups that do not overlap.
    least
        How alike the members of two groups must be on average to join them.
    """
    linkage = _Linkage(joined)
    for (one, other), likeness in alike:
        linkage.add(one, other, likeness)
    linkage.join_all(least)
    return sorted(tuple(sorted(group)) for group in linkage.members.values() if len(group) > 1)


def connected(pairs: Iterable[Pair]) -> list[tuple[int, ...]]:
    """Return the members that pairs connect, directly or through others: each group ascending, in order."""
    parent: dict[int, int] = {}

    def root(member: int) -> int:
        parent.setdefault(member, member)
        while parent[member] != member:
            parent[member] = member = parent[parent[member]]
        return member

    for one, other in pairs:
        low, high = sorted((root(one), root(other)))
        parent[high] = low
    members: dict[int, list[int]] = {}
    for member in sorted(parent):
        members.setdefault(root(member), []).append(member)
    return sorted(map(tuple, members.values()))


class _Linkage:
    """Groups by the least of their members, and how alike they are: the sum over the pairs between two of them."""

    def __init__(self, joined: Sequence[tuple[int, ...]]) -> None:
        self.members: dict[int, list[int]] = {min(group): list(group) for group in joined}
        self._group_of = {member: name for name, group in self.members.items() for member in group}
        self._sums: dict[int, dict[int, float]] = {}

    def add(self, one: int, other: int, likeness: float) -> None:
        low, high = self._group(one), self._group(other)
        if low != high:
            for name, neighbour in ((low, high), (high, low)):
                sums = self._sums.setdefault(name, {})
                sums[neighbour] = sums.get(neighbour, 0.0) + likeness

    def _group(self, member: int) -> int:
        name = self._group_of.setdefault(member, member)
        self.members.setdefault(name, [member])
        return name

    def join_all(self, least: float) -> None:
        """Join the two groups that are most alike, again and again; of equals those with the least members."""
        heap = [self._entry(low, high) for low in self._sums for high in self._sums[low] if low < high]
        heapq.heapify(heap)
        while heap and -heap[0][0] >= least:
            entry = heapq.heappop(heap)
            low, high = entry[1:]
            # Entries of groups that have grown since stay in the heap until they come up.
            if high in self._sums.get(low, {}) and entry == self._entry(low, high):
                self._join(low, high)
                for neighbour in self._sums[low]:
                    heapq.heappush(heap, self._entry(*sorted((low, neighbour))))

    def _entry(self, low: int, high: int) -> tuple[float, int, int]:
        n_pairs = len(self.members[low]) * len(self.members[high])
        return -self._sums[low][high] / n_pairs, low, high

    def _join(self, low: int, high: int) -> None:
        self.members[low] += self.members.pop(high)
        for neighbour, total in self._sums.pop(high).items():
            del self._sums[neighbour][high]
            if neighbour != low:
                whole = self._sums[low].get(neighbour, 0.0) + total
                self._sums[low][neighbour] = self._sums[neighbour][low] = whole
