"""What an article tells of, as numbers: its terms, each with the weight of how rare it is, and the days that it tells.

The weight of a term comes from how common the word is in Indonesian at large, and not from the corpus: so how alike two
articles are is settled by their own words, whatever else a corpus holds and in whatever order it came.

References
----------
Allan (ed., 2002), Topic Detection and Tracking: Event-based Information Organization, Kluwer.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from hashlib import blake2b
from itertools import chain, islice
from typing import Final

import numpy as np
from numpy.typing import NDArray

from workbench.article import Article, DateValue
from workbench.span import Span
from workbench.store.ragged import Numbers

#: A word with what hyphens join to it, or a figure; an outlet's address (``KABARKITA.CO.ID``) is one word of its own.
_TERM: Final = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[-.][^\W\d_]+)*")
_OPENING: Final = 120
_TELLING: Final = ("headline", "standfirst", "body")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
#: By the last two bits of a term's number.
_WEIGHTS: Final = np.array([0.0, 1.0, 2.0, 4.0])
_COMMON, _LISTED, _RARE = 1, 2, 3
_RANKS: Final = {"word-frequent": 0, "word-common": _COMMON, "word-listed": _LISTED}
_RANK_BITS: Final = 3
#: How many days an article's event is taken from: the first that it tells, in the order of its text.
_DAYS: Final = 2
#: Days told before publication that can be news; older ones are history.
_RECENT: Final = 14
_DAY: Final = len("2023-04-06")


class Termer:
    """Turns words into numbers that carry their weight, the same in every process, and remembers them."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def of_article(self, article: Article) -> Numbers:
        """Return the distinct terms of an article's opening that weigh anything, sorted."""
        return self.of_words(word for word, _ in opening_terms(article))

    def of_words(self, words: Iterable[str]) -> Numbers:
        """Return the distinct ones of some folded words that weigh anything, sorted."""
        found = set(map(self.number, words))
        terms = np.fromiter(found, dtype=np.uint32, count=len(found))
        return np.sort(terms[terms & _RANK_BITS > 0])

    def number(self, word: str) -> int:
        """Return the number of a folded word; its last two bits say how rare it is."""
        number = self._numbers.get(word)
        if number is None:
            digest = blake2b(word.encode("utf-8", "replace"), digest_size=4).digest()
            number = int.from_bytes(digest, "little") & ~_RANK_BITS | self._rank(word)
            self._numbers[word] = number
        return number

    def _rank(self, word: str) -> int:
        if word[0].isdigit():
            return _LISTED if sum(map(str.isdigit, word)) > 1 and not _YEAR.fullmatch(word) else 0
        return _listed_ranks().get(word, _RARE)


@cache
def _listed_ranks() -> dict[str, int]:
    from workbench.tag.classes import load_word_classes  # noqa: PLC0415 -- for those who count stories only

    listed = load_word_classes().items()
    return {word: _RANKS[name] for word, classes in listed for name in classes if name in _RANKS}


def weights(terms: Numbers) -> NDArray[np.float64]:
    """Return the weight of each term, by its number."""
    found: NDArray[np.float64] = _WEIGHTS[terms & _RANK_BITS]
    return found


def opening_terms(article: Article) -> Iterator[tuple[str, Span]]:
    """Yield each term of an article's opening, folded, and where it stands in the page's text.

    That is its headline and its first paragraphs, where the press tells what happened; what comes later is
    mostly how it came about.
    """
    lines = (line for line in article.lines if line.role in _TELLING)
    found = chain.from_iterable(_TERM.finditer(article.text, line.start, line.end) for line in lines)
    for match in islice(found, _OPENING):
        yield match[0].casefold(), Span(match.start(), match.end())


def told_days(article: Article) -> Numbers:
    """Return the days on which an article's event can have been, as ordinals: the first recent ones that it tells.

    One that tells none has the day of its publication and the day before; one without a date has none.
    """
    published = _ordinal(article.date_published) if article.date_published else None
    told = (_ordinal(day) for day in article.event_dates)
    recent = [day for day in told if day and (published is None or 0 <= published - day <= _RECENT)]
    days = list(dict.fromkeys(recent))[:_DAYS]
    if not days and published:
        days = [published - 1, published]
    return np.array(sorted(days), dtype=np.uint32)


def _ordinal(day: DateValue) -> int | None:
    return None if day.precision == "month" else date.fromisoformat(day.value[:_DAY]).toordinal()
