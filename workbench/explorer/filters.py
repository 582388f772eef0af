"""Which articles of a counted corpus a selection keeps."""

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np

from workbench.explorer.counted import UNDATED, CountedCorpus
from workbench.explorer.dimensions import Question
from workbench.explorer.tally import Groups, Mask
from workbench.explorer.vocabulary import day_number
from workbench.frame import Selection

#: For each facet of a selection the question whose groups are its values.
FACETS: Final = {
    "publishers": Question(table="articles", by=("publisher",), said=("publisher",)),
    "agencies": Question(table="agencies", by=("agency",)),
    "actors": Question(table="mentions", by=("entity",)),
    "themes": Question(table="themes", by=("concept",)),
}
#: The vocabulary of each facet.
FACET_WORDS: Final = {"publishers": "publisher", "agencies": "agency", "actors": "entity", "themes": "concept"}


class Kept:
    """The articles that a selection keeps, by each of its restrictions and by all.

    Parameters
    ----------
    counted
        The corpus.
    selection
        The restrictions.
    groups_of
        Returns the groups of a question, each article once.
    text
        The articles that answer the selection's text; None for all.
    """

    def __init__(
        self,
        counted: CountedCorpus,
        selection: Selection,
        groups_of: Callable[[Question], Groups],
        *,
        text: Mask | None,
    ) -> None:
        self._counted, self._selection, self._groups_of = counted, selection, groups_of
        self._always = _dated(counted, selection) if text is None else _dated(counted, selection) & text
        self._inside = {facet: self._having(facet, getattr(selection, facet)) for facet in FACETS}
        self._outside = {facet: self._having(facet, getattr(selection, f"not_{facet}")) for facet in FACETS}
        self.mask = self._all(skipped=None)

    def without(self, facet: str) -> Mask:
        """Return the articles that would stay if `facet` asked for no value."""
        return self.mask if self._inside[facet] is None else self._all(skipped=facet)

    def _all(self, *, skipped: str | None) -> Mask:
        mask = self._always.copy()
        for facet in FACETS:
            inside, outside = self._inside[facet], self._outside[facet]
            if inside is not None and facet != skipped:
                mask &= inside
            if outside is not None:
                mask &= ~outside
        return mask

    def _having(self, facet: str, keys: Sequence[str]) -> Mask | None:
        """Return the articles that have one of the values; None where none is asked for."""
        if not keys:
            return None
        mask = np.zeros(self._counted.n, dtype=np.bool_)
        groups = self._groups_of(FACETS[facet])
        number_of = getattr(self._counted.words, FACET_WORDS[facet]).of
        for number in (number_of[key] for key in keys if key in number_of):
            for place in np.flatnonzero(groups.keys[0] == number):
                mask[groups.article[groups.first[place] : groups.first[place + 1]]] = True
        return mask


def _dated(counted: CountedCorpus, selection: Selection) -> Mask:
    """Return the articles within the dates; undated ones stay unless a bound is set and they are not wanted."""
    days, first, last = counted.day, day_number(selection.date_from), day_number(selection.date_to)
    if first is None and last is None:
        return np.ones(counted.n, dtype=np.bool_)
    within: Mask = (days != UNDATED) & (days >= (-UNDATED if first is None else first))
    within &= days <= (UNDATED if last is None else last)
    if selection.include_undated:
        within |= days == UNDATED
    return within
