"""What near copies and stories are found by: an article cut into runs of words, terms and days."""

from collections.abc import Iterable

import msgspec

from workbench.article import Article
from workbench.store.ragged import Numbers, Ragged
from workbench.store.shingles import Shingler, own_text, sampled
from workbench.store.terms import Termer, told_days


class Cut(msgspec.Struct, frozen=True):
    """One article.

    Parameters
    ----------
    runs
        The sampled ones of its runs of words.
    terms
        Those of its opening that weigh anything.
    days
        On which its event can have been, as ordinals.
    """

    runs: Numbers
    terms: Numbers
    days: Numbers


class Cuts(msgspec.Struct, frozen=True):
    """Many articles: a row each in three tables of what `Cut` says."""

    runs: Ragged
    terms: Ragged
    days: Ragged

    @classmethod
    def of(cls, cuts: Iterable[Cut]) -> "Cuts":
        """Return `cuts`, one after another."""
        held = list(cuts)
        return cls(
            Ragged.of(cut.runs for cut in held),
            Ragged.of(cut.terms for cut in held),
            Ragged.of(cut.days for cut in held),
        )


class Cutter:
    """Cuts articles, and remembers the numbers of words."""

    def __init__(self) -> None:
        self._shingler = Shingler()
        self._termer = Termer()

    def runs(self, article: Article) -> Numbers:
        """Return all runs of words of an article's own text."""
        return self._shingler.of_text(own_text(article))

    def cut(self, article: Article) -> Cut:
        """Return what is kept of an article."""
        return Cut(sampled(self.runs(article)), self._termer.of_article(article), told_days(article))
