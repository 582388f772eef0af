"""What is reported to have been done or promised: sanctions and military cooperation."""

import pandas as pd

from workbench.frame import Tables
from workbench.measure.counts import count_articles, count_rows, one_row_each, unit_count
from workbench.measure.periods import period_of
from workbench.measure.shares import with_shares


def theme_shares(tables: Tables) -> pd.DataFrame:
    """Return the share of articles that assert each theme, with its interval."""
    return with_shares(count_articles(tables, tables.themes, ("concept",)), unit_count(tables))


def sanction_parties(tables: Tables) -> pd.DataFrame:
    """Count statements on sanctions by authority and recipient; one of several parties counts once for each."""
    acts = one_row_each(one_row_each(tables.sanctions, "authority"), "recipient")
    return count_rows(acts, ("authority", "recipient"))


def sanction_triples(tables: Tables) -> pd.DataFrame:
    """Count statements on sanctions by authority, recipient, instrument, status and modality.

    One of several parties counts once for each pair.
    """
    acts = one_row_each(one_row_each(tables.sanctions, "authority"), "recipient")
    return count_rows(acts, ("authority", "recipient", "instrument", "status", "modality"))


def sanction_statuses(tables: Tables) -> pd.DataFrame:
    """Count statements on sanctions by status and modality."""
    return count_rows(tables.sanctions, ("status", "modality"))


def sanction_instruments(tables: Tables) -> pd.DataFrame:
    """Count statements on sanctions by instrument and modality."""
    return count_rows(tables.sanctions, ("instrument", "modality"))


def cooperation_kinds(tables: Tables) -> pd.DataFrame:
    """Count statements on military cooperation by kind and modality."""
    return count_rows(tables.cooperation, ("cooperation_kind", "modality"))


def cooperation_periods(tables: Tables) -> pd.DataFrame:
    """Count statements on military cooperation by kind and time of publication."""
    periods = period_of(tables.articles, tables).set_axis(tables.articles["article_id"])
    dated = tables.cooperation.assign(period=tables.cooperation["article_id"].map(periods).astype("str"))
    return count_rows(dated, ("cooperation_kind", "period"))


def cooperation_parties(tables: Tables) -> pd.DataFrame:
    """Count statements on military cooperation by kind and actor; each of several actors counts once."""
    return count_rows(one_row_each(tables.cooperation, "actors"), ("actors", "cooperation_kind"))


def cooperation_places(tables: Tables) -> pd.DataFrame:
    """Count statements on military cooperation by the place that they name, where they name one."""
    return count_rows(tables.cooperation.dropna(subset=["place"]), ("place",))


def cooperation_equipment(tables: Tables) -> pd.DataFrame:
    """Count statements on military cooperation by equipment named, where one is named."""
    named = tables.cooperation[tables.cooperation["equipment"].map(bool).astype("bool")]
    return count_rows(one_row_each(named, "equipment"), ("equipment", "modality"))


def commitment_states(tables: Tables) -> pd.DataFrame:
    """Count commitments by state and modality."""
    return count_rows(tables.commitments, ("commitment_state", "modality"))
