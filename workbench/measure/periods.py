"""Time as people read it: years, quarters or months, whichever a corpus has few enough of, with none left out."""

from typing import Final

import pandas as pd

from workbench.frame import Tables
from workbench.measure.counts import UNSTATED

#: The most periods that one chart shows, finest first.
_FREQUENCIES: Final = ("M", "Q", "Y")
_MOST: Final = 18


def frequency_of(tables: Tables) -> str:
    """Return ``M``, ``Q`` or ``Y``: the finest in which the dated articles span few enough periods."""
    days = tables.articles["published_on"].dropna()
    if days.empty:
        return _FREQUENCIES[-1]
    spans = {f: _ordinal(days.max(), f) - _ordinal(days.min(), f) + 1 for f in _FREQUENCIES}
    return next((f for f in _FREQUENCIES if spans[f] <= _MOST), _FREQUENCIES[-1])


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
    between = [] if dated.empty else [*pd.period_range(dated.min(), dated.max(), freq=frequency)]
    return [*map(str, between), *([UNSTATED] if days.isna().any() else [])]
