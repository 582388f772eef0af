"""Time as people read it: years, quarters or months, as fine as few enough rows allow; long empty stretches are one."""

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Final

import pandas as pd

from workbench.frame import Tables
from workbench.measure.counts import UNSTATED

#: The most rows of time that one chart shows, and what they are, finest first.
MOST: Final = 18
_FREQUENCIES: Final = ("M", "Q", "Y")
#: This many empty periods in a row, or more, are one row: an old page would else stretch the axis beyond reading.
_LONG: Final = 5
#: With more such rows than these an axis is no longer read as time, and coarser periods are taken.
_MOST_STRETCHES: Final = 2
#: Stands in the name of such a row.
_TO: Final = " – "


def frequency_of(days: pd.Series) -> str:
    """Return ``M``, ``Q`` or ``Y``: the finest in which `days` (missing ones left out) make few enough rows.

    Long empty stretches make axes finer only where nothing but years would be left without.
    """
    plain = frequency_spanning(days)
    broken = (one for one in _FREQUENCIES if _is_readable(periods_between(days, one)))
    return plain if plain != _FREQUENCIES[-1] else next(broken, plain)


def _is_readable(rows: Sequence[str]) -> bool:
    return 0 < len(rows) <= MOST and sum(map(is_stretch, rows)) <= _MOST_STRETCHES


def frequency_spanning(days: pd.Series) -> str:
    """Return ``M``, ``Q`` or ``Y``: the finest of which few enough lie between the first and the last of `days`.

    The times that sentences name are counted so: many are bare years, which finer rows could not hold.
    """
    first, last = days.min(), days.max()
    spans = {one: len(pd.period_range(first, last, freq=one)) for one in _FREQUENCIES} if days.notna().any() else {}
    return next((one for one, n in spans.items() if n <= MOST), _FREQUENCIES[-1])


def is_stretch(row: str) -> bool:
    """Say whether a row of time stands for several empty periods."""
    return _TO in row


def periods_between(days: pd.Series, frequency: str) -> list[str]:
    """Return every period from the first to the last of `days`, by name.

    Empty periods are among them; where five or more follow each other, they are one row, ``2012 – 2019``.
    """
    return _rows(sorted(days.dropna().dt.to_period(frequency).unique()))


def _rows(named: Sequence[pd.Period]) -> list[str]:
    rows = [str(one) for one in named[:1]]
    for before, after in pairwise(named):
        n_empty = after.ordinal - before.ordinal - 1
        empty = [str(before + step) for step in range(1, n_empty + 1)]
        rows += [f"{empty[0]}{_TO}{empty[-1]}"] if n_empty >= _LONG else empty
        rows.append(str(after))
    return rows


def period_of(articles: pd.DataFrame, tables: Tables) -> pd.Series:
    """Return the period in which each article appeared, `UNSTATED` where it has no date."""
    periods = articles["published_on"].dt.to_period(frequency_of(tables.articles["published_on"]))
    names: pd.Series = periods.astype("str").where(periods.notna(), UNSTATED)
    return names


def all_periods(tables: Tables) -> list[str]:
    """Return every period from the first to the last article as `periods_between`; the undated last."""
    days = tables.articles["published_on"]
    return [*periods_between(days, frequency_of(days)), *([UNSTATED] if days.isna().any() else [])]


def periods_through(names: Collection[str]) -> list[str]:
    """Return every period from the first of `names` to the last as `periods_between`; `UNSTATED` last if among them.

    Where these are more than one chart shows, only those named.
    """
    named = sorted(set(names) - {UNSTATED})
    rows = _rows([pd.Period(one) for one in named])
    return [*(rows if len(rows) <= MOST else named), *([UNSTATED] if UNSTATED in names else [])]
