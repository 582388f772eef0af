"""Time as people read it: years, quarters or months, whichever a corpus has few enough of, with none left out."""

from collections.abc import Collection
from typing import Final

import pandas as pd

from workbench.frame import Tables
from workbench.measure.counts import UNSTATED

#: The most periods that one chart shows, finest first.
_FREQUENCIES: Final = ("M", "Q", "Y")
MOST: Final = 18


def frequency_of(tables: Tables) -> str:
    """Return ``M``, ``Q`` or ``Y``: the finest in which the dated articles span few enough periods."""
    days = tables.articles["published_on"].dropna()
    return _FREQUENCIES[-1] if days.empty else frequency_between(days.min(), days.max())


def frequency_between(first: pd.Timestamp, last: pd.Timestamp) -> str:
    """Return ``M``, ``Q`` or ``Y``: the finest of which few enough lie between two days."""
    spans = {f: _ordinal(last, f) - _ordinal(first, f) + 1 for f in _FREQUENCIES}
    return next((f for f in _FREQUENCIES if spans[f] <= MOST), _FREQUENCIES[-1])


def _ordinal(day: pd.Timestamp, frequency: str) -> int:
    return int(day.to_period(frequency).ordinal)


def period_of(articles: pd.DataFrame, tables: Tables) -> pd.Series:
    """Return the period in which each article appeared, `UNSTATED` where it has no date."""
    periods = articles["published_on"].dt.to_period(frequency_of(tables))
    names: pd.Series = periods.astype("str").where(periods.notna(), UNSTATED)
    return names


def all_periods(tables: Tables) -> list[str]:
    """Return every period from the first to the last article, empty ones too; `UNSTATED` last if one is undated."""
    days = tables.articles["published_on"]
    dated, frequency = days.dropna(), frequency_of(tables)
    between = [] if dated.empty else all_periods_between(dated.min(), dated.max(), frequency)
    return [*between, *([UNSTATED] if days.isna().any() else [])]


def all_periods_between(first: pd.Timestamp, last: pd.Timestamp, frequency: str) -> list[str]:
    """Return every period of a frequency from one day to another, by name."""
    return [str(period) for period in pd.period_range(first, last, freq=frequency)]


def periods_through(names: Collection[str]) -> list[str]:
    """Return every period from the first of `names` to the last, empty ones too; `UNSTATED` last if it is among them.

    Where these are more than one chart shows, only those named.
    """
    named = sorted(set(names) - {UNSTATED})
    frequency = pd.Period(named[0]).freqstr if named else ""
    between = [str(one) for one in pd.period_range(named[0], named[-1], freq=frequency)] if named else []
    return [*(between if len(between) <= MOST else named), *([UNSTATED] if UNSTATED in names else [])]
