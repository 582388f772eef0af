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


def event_days(tables: Tables, acts: pd.DataFrame) -> pd.DataFrame:
    """Count statements twice: by the day of their article, and by each day that they name.

    Returns
    -------
    counts
        Columns ``axis`` (``published`` or ``happened``), ``happened_on`` (missing where not known), ``time_basis``,
        ``n``, ``evidence``; the evidence is the statement. Both axes are in the order of their days.
    """
    told = acts[~acts["is_repeated"]]
    articles = tables.articles.set_index("article_id").reindex(told["article_id"])
    written = told.assign(
        axis="published",
        happened_on=articles["published_on"].astype("object").array,
        time_basis=articles["published_basis"].fillna("undated").array,
    )
    both = pd.concat([written, _happened(told, tables.dates)], ignore_index=True)
    both["happened_on"] = pd.to_datetime(both["happened_on"]).astype("datetime64[s]")
    both = both.astype({"axis": "str", "time_basis": "str"})
    by = ["axis", "happened_on", "time_basis"]
    return count_rows(both, by).sort_values(by, ascending=[False, True, True], ignore_index=True)


def _happened(acts: pd.DataFrame, dates: pd.DataFrame) -> pd.DataFrame:
    """Return a row for each day that a statement names, and one without a day for each that names none."""
    days = pd.to_datetime(dates["time_value"].where(dates["time_type"] == "DATE"), format="ISO8601", errors="coerce")
    known = dates.assign(happened_on=days).dropna(subset=["happened_on"])
    within = acts.reset_index(names="_act").merge(
        known[["article_id", "start", "happened_on", "time_basis"]], on="article_id", suffixes=("", "_time")
    )
    within = within[(within["start_time"] >= within["start"]) & (within["start_time"] < within["end"])]
    within = within.drop_duplicates(["_act", "happened_on"])
    without = acts[~acts.index.isin(within["_act"])].assign(happened_on=None, time_basis="undated")
    columns = [*acts.columns, "axis", "happened_on", "time_basis"]
    both = [frame.assign(axis="happened")[columns].astype({"happened_on": "object"}) for frame in (within, without)]
    return pd.concat(both)
