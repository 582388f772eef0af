"""What the rows of a table are counted by: their own columns, those of their article, and some that are worked out.

The client has the same dimensions under the same names (``client/dimensions.js``), and a test holds both to the same
answers.
"""

from collections.abc import Callable, Sequence
from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from workbench.explorer.counted import UNDATED, UNSAID, Column, CountedCorpus, CountedTable, Numbers
from workbench.explorer.vocabulary import Office

_ARTICLE: Final = "article."
#: The dimensions that depend on the bins of a question.
BINNED: Final = frozenset({"bin", "article.bin"})


class Question(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What to count; see ``client/source.js``.

    Parameters
    ----------
    table
        Whose rows.
    by
        Names of dimensions; a row stands under each combination of their values.
    said
        Those of them whose unsaid values are left out.
    where
        Words of which a column must hold one.
    bins
        First days of the bins, ascending, in days since 1970-01-01.
    """

    table: str
    by: tuple[str, ...]
    said: tuple[str, ...] = ()
    where: dict[str, tuple[str, ...]] = {}
    bins: tuple[int, ...] = ()


def dimension_of(counted: CountedCorpus, question: Question, name: str, offices: Sequence[Office]) -> Column:
    """Return the dimension `name` of a question."""
    table = counted.tables[question.table]
    if name in BINNED:
        return _binned(counted, question, name)
    if name in _MADE:
        return _MADE[name](counted, offices)
    if not name.startswith(_ARTICLE):
        return table.columns[name]
    whole = counted.tables["articles"].columns[name.removeprefix(_ARTICLE)]
    return Column(whole.codes[table.article], None, whole.words)


def _binned(counted: CountedCorpus, question: Question, name: str) -> Column:
    table = counted.tables[question.table]
    of_article = name.startswith(_ARTICLE) or question.table == "articles"
    days = counted.day[table.article] if of_article else table.columns["day"].codes
    ranks = np.searchsorted(np.array(question.bins, dtype=np.int32), days, side="right").astype(np.int32) - 1
    return Column(np.where(days == UNDATED, UNSAID, np.maximum(ranks, 0) if question.bins else UNSAID).astype(np.int32))


def _offices(counted: CountedCorpus, offices: Sequence[Office]) -> Column:
    """Return the offices that each mentioned actor held on the day of publication."""
    mentions = counted.tables["mentions"]
    entity, days = mentions.columns["entity"].codes, counted.day[mentions.article]
    found: list[tuple[Numbers, Numbers]] = []
    for rank, office in enumerate(offices):
        first = -UNDATED if office.start is None else office.start
        last = UNDATED - 1 if office.end is None else office.end
        rows = np.flatnonzero((entity == office.entity) & (days >= first) & (days <= last)).astype(np.int32)
        found.append((rows, np.full(len(rows), rank, dtype=np.int32)))
    return _lists(found, len(entity))


def _pairs(counted: CountedCorpus, _: Sequence[Office]) -> Column:
    """Return for each mention the pairs of its actor with those that the same sentence named before."""
    mentions = counted.tables["mentions"]
    entity = mentions.columns["entity"].codes
    n = len(counted.words.entity.of)
    found: list[tuple[Numbers, Numbers]] = []
    for step in range(1, len(entity)):
        later = np.arange(step, len(entity), dtype=np.int32)
        together = _together(mentions, later, step)
        if not len(together):
            break
        one, other = entity[together], entity[together - step]
        pairs = np.minimum(one, other) * n + np.maximum(one, other)
        found.append((together[one != other], pairs[one != other].astype(np.int32)))
    return _lists(found, len(entity))


def _together(mentions: CountedTable, later: Numbers, step: int) -> Numbers:
    """Return those of the rows `later` whose sentence holds the row `step` before them too."""
    earlier = later - step
    same: NDArray[np.bool_] = mentions.article[later] == mentions.article[earlier]
    same &= mentions.passage[later] == mentions.passage[earlier]
    together: Numbers = later[same]
    return together


def _through(counted: CountedCorpus, _: Sequence[Office]) -> Column:
    """Return the last medium of each quotation's chain that is not the publisher itself."""
    quotes, words = counted.tables["quotes"], counted.words
    outlets = [words.provider.of.get(words.publishers[key], UNSAID) for key in words.publisher.of]
    own = np.array([*outlets, UNSAID], dtype=np.int32)[counted.tables["articles"].columns["publisher"].codes]
    chain = quotes.columns["chain"]
    last = np.full(len(quotes.article), UNSAID, dtype=np.int32)
    if chain.start is None:
        return Column(last)
    lengths = np.diff(chain.start)
    rows = np.repeat(np.arange(len(lengths)), lengths)
    # Of several values that are put into one place the last one stays.
    others = chain.codes != own[quotes.article[rows]]
    last[rows[others]] = chain.codes[others]
    return Column(last)


_MADE: Final[dict[str, Callable[[CountedCorpus, Sequence[Office]], Column]]] = {
    "office": _offices,
    "pair": _pairs,
    "through": _through,
}


def _lists(found: Sequence[tuple[Numbers, Numbers]], n_rows: int) -> Column:
    """Return the values found for rows as lists, one a row."""
    if not found:
        return Column(np.zeros(0, dtype=np.int32), np.zeros(n_rows + 1, dtype=np.int32))
    rows, codes = (np.concatenate(parts) for parts in zip(*found, strict=True))
    start = np.concatenate([[0], np.cumsum(np.bincount(rows, minlength=n_rows))]).astype(np.int32)
    return Column(codes[np.argsort(rows, kind="stable")], start)
