"""What was read: which pages, from whom, of when."""

import pandas as pd

from workbench.frame import Tables
from workbench.measure.counts import count_articles, count_rows
from workbench.measure.periods import period_of

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
    return count_rows(known, by).sort_values(list(by), ignore_index=True)


def coverage_periods(tables: Tables) -> pd.DataFrame:
    """Count articles by time of publication and by how it is known.

    Returns
    -------
    counts
        Columns ``period`` (`UNSTATED` where undated), ``published_basis``, ``n``, ``evidence``.
    """
    known = tables.articles.assign(
        published_basis=tables.articles["published_basis"].fillna("undated"), period=period_of(tables.articles, tables)
    )
    return count_articles(tables, known, ("period", "published_basis"))


def publisher_periods(tables: Tables) -> pd.DataFrame:
    """Count articles by publisher and time of publication.

    Returns
    -------
    counts
        Columns ``publisher``, ``period`` (`UNSTATED` where undated), ``n``, ``evidence``.
    """
    dated = tables.articles.assign(period=period_of(tables.articles, tables))
    return count_articles(tables, dated, ("publisher", "period"))


def date_bases(tables: Tables) -> pd.DataFrame:
    """Count articles by how their day of publication is known."""
    known = tables.articles.assign(published_basis=tables.articles["published_basis"].fillna("undated"))
    return count_rows(known, ("published_basis",))


def languages(tables: Tables) -> pd.DataFrame:
    """Count articles by language."""
    return count_articles(tables, tables.articles, ("language",))


def line_roles(tables: Tables) -> pd.DataFrame:
    """Count the non-blank lines of the articles' pages by role; a repeated line counts as a line."""
    return count_rows(tables.lines.assign(is_repeated=False), ("role",))


def line_reasons(tables: Tables) -> pd.DataFrame:
    """Count the non-blank lines of the articles' pages by role and the rule that decided."""
    return count_rows(tables.lines.assign(is_repeated=False), ("role", "rule"))


def notices(tables: Tables) -> pd.DataFrame:
    """Count the notices of the articles by what they say."""
    return count_rows(tables.notices, ("notice",))
