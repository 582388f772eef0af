"""What was read: which pages, from whom, of when."""

import pandas as pd

from workbench.frame import Tables
from workbench.measure.counts import count_articles

#: In the order in which they are shown.
BASES = ("stated", "inferred", "undated")


def date_bases(tables: Tables) -> pd.DataFrame:
    """Count articles by publisher and by how the date of publication is known."""
    known = tables.articles["published_basis"].fillna("undated")
    return count_articles(tables.articles.assign(published_basis=known), ("publisher", "published_basis"))
