"""The articles' own words, folded for search and counted for comparison; made when they are first asked for."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

import pandas as pd

from workbench.article import ARTICLE_ZONE
from workbench.frame.catalogue import make_frame
from workbench.frame.rows import repeated_lines, zone_text
from workbench.record import Record
from workbench.span import Span

#: A word as it is counted: letters, with hyphens and apostrophes inside.
WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


class Texts:
    """What the articles of a corpus say; every selection of it shares one."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._records = records

    @property
    def _articles(self) -> Iterator[Record]:
        return (record for record in self._records if record.is_article and record.lines)

    @cached_property
    def n_articles(self) -> int:
        """How many articles there are."""
        return sum(1 for _ in self._articles)

    @cached_property
    def folded(self) -> dict[str, str]:
        """The article zone of each article, without case; for search, not for offsets."""
        return {record.id: zone_text(record).casefold() for record in self._articles}

    @cached_property
    def counts(self) -> pd.DataFrame:
        """Occurrences (``n``) of each ``term`` in each article (``article_id``), repeated paragraphs once."""
        entries = [
            (record.id, term, n)
            for record in self._articles
            for term, n in Counter(term for term, _, _ in terms_of(record)).items()
        ]
        return make_frame(entries, ("article_id", "term", "n")).astype({"article_id": "category", "term": "category"})


def terms_of(record: Record) -> Iterator[tuple[str, int, int]]:
    """Yield each word of the article in lower case, its start and its end; words of repeated paragraphs once."""
    for line in own_lines(record):
        for found in WORD.finditer(record.text, line.start, line.end):
            yield found[0].casefold(), found.start(), found.end()


def own_lines(record: Record) -> Iterator[Span]:
    """Yield the lines of the article zone that do not repeat an earlier one."""
    repeated = repeated_lines(record)
    return (line for line in record.lines if line.role in ARTICLE_ZONE and line not in repeated)
