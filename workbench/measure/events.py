"""What is reported to have been done or promised: sanctions and military cooperation."""

import pandas as pd

from workbench.frame import Tables
from workbench.measure.counts import count_articles, count_rows, one_row_each
from workbench.measure.shares import with_shares


def theme_shares(tables: Tables) -> pd.DataFrame:
    """Return the share of articles that assert each theme, with its interval."""
    return with_shares(count_articles(tables.themes, ("concept",)), len(tables.articles))


def sanction_parties(tables: Tables) -> pd.DataFrame:
    """Count statements on sanctions by authority and recipient; one of several parties counts once for each."""
    acts = one_row_each(one_row_each(tables.sanctions, "authority"), "recipient")
    return count_rows(acts, ("authority", "recipient"))


def sanction_statuses(tables: Tables) -> pd.DataFrame:
    """Count statements on sanctions by status and modality."""
    return count_rows(tables.sanctions, ("status", "modality"))


def sanction_instruments(tables: Tables) -> pd.DataFrame:
    """Count statements on sanctions by instrument and modality."""
    return count_rows(tables.sanctions, ("instrument", "modality"))


def cooperation_kinds(tables: Tables) -> pd.DataFrame:
    """Count statements on military cooperation by kind and modality."""
    return count_rows(tables.cooperation, ("cooperation_kind", "modality"))


def cooperation_parties(tables: Tables) -> pd.DataFrame:
    """Count statements on military cooperation by kind and actor; each of several actors counts once."""
    return count_rows(one_row_each(tables.cooperation, "actors"), ("actors", "cooperation_kind"))


def cooperation_equipment(tables: Tables) -> pd.DataFrame:
    """Count statements on military cooperation by equipment named, where one is named."""
    named = tables.cooperation[tables.cooperation["equipment"].map(bool).astype("bool")]
    return count_rows(one_row_each(named, "equipment"), ("equipment", "modality"))


def commitment_states(tables: Tables) -> pd.DataFrame:
    """Count commitments by state and modality."""
    return count_rows(tables.commitments, ("commitment_state", "modality"))
