"""The story of each article, for a corpus in memory or on disk: those that tell one event bear the first one's name."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from workbench.record import Record
from workbench.store.corpus import Corpus
from workbench.store.cuts import Cuts, Cutter
from workbench.store.near import near_copies
from workbench.store.ragged import Numbers
from workbench.store.retold import retellings
from workbench.store.stories import told_together

#: Texts whose runs are held while pairs are judged; candidates of one text follow one another.
_KEPT_TEXTS: Final = 20_000


def story_ids(corpus: Corpus) -> dict[str, str]:
    """Return the story of each article that is not the only one to tell it: the id of its first article, by its own.

    An article that is not among them is a story of its own.
    """
    if corpus.index is not None:
        return corpus.index.story_ids()
    return stories_among([record for record in corpus.records if record.is_article and record.lines])


def stories_among(articles: Sequence[Record]) -> dict[str, str]:
    """Return the same of articles in memory."""
    cutter = Cutter()

    @lru_cache(_KEPT_TEXTS)
    def runs_of(place: int) -> Numbers:
        return cutter.runs(articles[place])

    cuts = Cuts.of(map(cutter.cut, articles))
    copies, retold = near_copies(cuts.runs, runs_of), retellings(cuts.terms, cuts.days)
    told = told_together(copies, retold, len(articles))
    return {articles[place].id: articles[group[0]].id for group in told for place in group}
