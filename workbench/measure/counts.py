"""Counts that keep what they counted: every row has `n` and exactly `n` pieces of evidence."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from workbench.frame import COLUMNS, PLACE, Evidence, Tables, evidence_of, make_frame, require_columns

#: What a count says where the page leaves something open.
UNSTATED = "(not stated)"


def count_rows(frame: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """Count rows by the columns `by`; rows of repeated paragraphs are left out, missing words are `UNSTATED`.

    Returns
    -------
    counts
        Columns `by`, ``n`` and ``evidence``; the largest first, ties in the order of `by`.
    """
    require_columns(frame, (*PLACE, *by))
    told = frame[~frame["is_repeated"]]
    words = [name for name in by if COLUMNS[name].dtype in {"str", "object"}]
    told = told.assign(**{name: told[name].astype("object").fillna(UNSTATED) for name in words})
    found: dict[tuple[Any, ...], list[Evidence]] = {}
    for key, one in zip(told[list(by)].itertuples(index=False, name=None), evidence_of(told), strict=True):
        found.setdefault(key, []).append(one)
    rows = [(*key, len(evidence), tuple(evidence)) for key, evidence in sorted(found.items(), key=_rank)]
    return make_frame(rows, (*by, "n", "evidence"))


def _rank(entry: tuple[tuple[Any, ...], list[Evidence]]) -> tuple[Any, ...]:
    """Return the largest count first, then the key, missing days last."""
    key, evidence = entry
    return (-len(evidence), *((1, 0) if value is pd.NaT else (0, value) for value in key))


def count_articles(tables: Tables, frame: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """Count articles by the columns `by`, or the stories or origins that `tables` counts in their place.

    The evidence is the first row of each.

    Returns
    -------
    counts
        As `count_rows`.
    """
    require_columns(frame, ("article_id", *by))
    told = frame[~frame["is_repeated"]]
    units = told["article_id"].map(unit_ids(tables))
    is_again = told[list(by)].assign(_unit=units).duplicated()
    return count_rows(told[~is_again], by)


def count_bearers(tables: Tables, frame: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """Count as `count_articles`, or every row where statements are asked for.

    Returns
    -------
    counts
        As `count_rows`.
    """
    return count_rows(frame, by) if tables.tag_unit == "statements" else count_articles(tables, frame, by)


def unit_ids(tables: Tables) -> pd.Series:
    """Return what each article counts as, by its id: itself, its story, or the origin of its words."""
    ids = pd.Series(tables.articles["article_id"].to_numpy(), index=tables.articles["article_id"], dtype="object")
    if tables.unit == "stories":
        return ids.map(lambda key: tables.stories.get(key, key))
    if tables.unit == "origins":
        credited = tables.agencies[tables.agencies["credit"] == "credited"].drop_duplicates("article_id")
        own = tables.articles.set_index("article_id")["publisher"].map(lambda name: f"own {name}", na_action="ignore")
        first = ids.map(credited.set_index("article_id")["agency"]).astype("object")
        return first.fillna(own).fillna(ids)
    return ids


def unit_count(tables: Tables) -> int:
    """Return how many articles, stories or origins `tables` holds."""
    return int(unit_ids(tables).nunique())


def one_row_each(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """Return a row for each value of the tuples in column `name`, and one `UNSTATED` for an empty tuple."""
    require_columns(frame, (name,))
    values = [value or (UNSTATED,) for value in frame[name]]
    filled = frame.assign(**{name: pd.Series(values, index=frame.index, dtype="object")})
    return filled.explode(name, ignore_index=True)
