"""The story of each article, for a corpus in memory or on disk: near copies bear the name of the first of them."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from workbench.record import Record
from workbench.store.corpus import Corpus
from workbench.store.near import groups, near_copies
from workbench.store.shingles import Shingler, Shingles, ShingleTable, own_text, sampled

#: Texts whose runs are held while pairs are judged; candidates of one text follow one another.
_KEPT_TEXTS: Final = 20_000


def story_ids(corpus: Corpus) -> dict[str, str]:
    """Return the story of each article that has near copies: the id of the first of them, by the id of each.

    An article that is not among them is a story of its own.
    """
    if corpus.index is not None:
        return corpus.index.story_ids()
    return _joined([record for record in corpus.records if record.is_article and record.lines])


def _joined(articles: Sequence[Record]) -> dict[str, str]:
    shingler = Shingler()

    @lru_cache(_KEPT_TEXTS)
    def runs_of(place: int) -> Shingles:
        return shingler.of_text(own_text(articles[place]))

    table = ShingleTable(sampled(runs_of(place)) for place in range(len(articles)))
    joined = groups(near_copies(table, runs_of), len(articles))
    return {articles[place].id: articles[group[0]].id for group in joined for place in group}
