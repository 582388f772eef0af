"""What was read: which pages, from whom, of when."""

import pandas as pd

from workbench.frame import Tables
from workbench.measure.counts import count_articles

#: In the order in which they are shown.
BASES = ("stated", "inferred", "undated")


def coverage_days(tables: Tables) -> pd.DataFrame:
    """Count articles by publisher and day of publication, undated ones apart; in the order of the publishers' names.

    Returns
    -------
    counts
        Columns ``publisher``, ``published_on`` (missing where undated), ``published_basis``, ``n``, ``evidence``.
    """
    known = tables.articles.assign(published_basis=tables.articles["published_basis"].fillna("undated"))
    by = ("publisher", "published_on", "published_basis")
    return count_articles(known, by).sort_values(list(by), ignore_index=True)
