"""When statements are written, and when what they tell happens: two axes of time, by day and by period."""

import pandas as pd

from workbench.frame import Tables
from workbench.measure.counts import UNSTATED, count_rows
from workbench.measure.periods import frequency_spanning, period_of

#: Characters of a time that names a year, a month and a day.
_YEAR, _MONTH, _DAY = len("2022"), len("2022-07"), len("2022-07-01")
_BY_DAY = ["axis", "happened_on", "time_basis"]


def event_days(tables: Tables, acts: pd.DataFrame) -> pd.DataFrame:
    """Count statements twice: by the day of their article, and by each day that they name.

    Returns
    -------
    counts
        Columns ``axis`` (``published`` or ``happened``), ``happened_on`` (missing where not known), ``time_basis``,
        ``n``, ``evidence``; the evidence is the statement. Both axes are in the order of their days. A month or a year
        that is named without a day is no day.
    """
    told = acts[~acts["is_repeated"]]
    articles = tables.articles.set_index("article_id").reindex(told["article_id"])
    written = told.assign(
        axis="published",
        happened_on=articles["published_on"].astype("object").array,
        time_basis=articles["published_basis"].fillna("undated").array,
    )
    times = tables.dates[tables.dates["time_value"].str.len() >= _DAY]
    happened = _with_times(told, times, once="happened_on").assign(axis="happened")
    both = pd.concat([written, happened[written.columns].astype({"happened_on": "object"})], ignore_index=True)
    both["happened_on"] = pd.to_datetime(both["happened_on"]).astype("datetime64[s]")
    both = both.astype({"axis": "str", "time_basis": "str"})
    return count_rows(both, _BY_DAY).sort_values(_BY_DAY, ascending=[False, True, True], ignore_index=True)


def sanction_periods(tables: Tables) -> pd.DataFrame:
    """Count statements on sanctions by time of publication and modality."""
    periods = period_of(tables.articles, tables).set_axis(tables.articles["article_id"])
    dated = tables.sanctions.assign(period=tables.sanctions["article_id"].map(periods).astype("str"))
    return count_rows(dated, ("period", "modality"))


def sanction_event_periods(tables: Tables) -> pd.DataFrame:
    """Count statements on sanctions by the times that they name, and by how these are known.

    Returns
    -------
    counts
        Columns ``period`` (`UNSTATED` where none is named that is as fine), ``time_basis``, ``n``, ``evidence``; a
        statement that names several periods counts once in each.
    """
    return _event_periods(tables, tables.sanctions)


def cooperation_event_periods(tables: Tables) -> pd.DataFrame:
    """Count statements on military cooperation as `sanction_event_periods` does those on sanctions."""
    return _event_periods(tables, tables.cooperation)


def _event_periods(tables: Tables, acts: pd.DataFrame) -> pd.DataFrame:
    told = acts[~acts["is_repeated"]]
    named = _with_times(told, tables.dates, once="time_value")
    days = pd.to_datetime(named["happened_on"])
    frequency = frequency_spanning(days)
    fine = named["time_value"].str.len() >= (_YEAR if frequency == "Y" else _MONTH)
    periods = days.dt.to_period(frequency).astype("str")
    dated = named.assign(
        period=periods.where(fine, UNSTATED).astype("str"),
        time_basis=named["time_basis"].where(fine, "undated").astype("str"),
    )
    return count_rows(dated.drop_duplicates(["_act", "period"]), ("period", "time_basis"))


def _with_times(acts: pd.DataFrame, dates: pd.DataFrame, *, once: str) -> pd.DataFrame:
    """Return a row for each time that a statement names, each value of the column `once` once, or one without any.

    Returns
    -------
    named
        Columns of `acts`, ``_act`` (which of them), ``happened_on`` (the first day of the time), ``time_value`` and
        ``time_basis`` (``undated`` where none is named).
    """
    days = pd.to_datetime(dates["time_value"].where(dates["time_type"] == "DATE"), format="ISO8601", errors="coerce")
    known = dates.assign(happened_on=days).dropna(subset=["happened_on"])
    numbered = acts.reset_index(names="_act")
    within = numbered.merge(
        known[["article_id", "start", "happened_on", "time_value", "time_basis"]],
        on="article_id",
        suffixes=("", "_time"),
    )
    within = within[(within["start_time"] >= within["start"]) & (within["start_time"] < within["end"])]
    within = within.drop_duplicates(["_act", once]).drop(columns="start_time")
    without = numbered[~numbered["_act"].isin(within["_act"])]
    without = without.assign(happened_on=None, time_value="", time_basis="undated")
    return pd.concat([within.astype({"happened_on": "object"}), without.astype({"happened_on": "object"})])
