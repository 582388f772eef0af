"""Counts that keep what they counted: every row has `n` and exactly `n` pieces of evidence."""

from collections.abc import Sequence

import pandas as pd

from workbench.frame import COLUMNS, PLACE, evidence_of, make_frame, require_columns

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
    rows = []
    for key, group in told.groupby(list(by), sort=True, dropna=False):
        evidence = evidence_of(group)
        rows.append((*key, len(evidence), evidence))
    counts = make_frame(rows, (*by, "n", "evidence"))
    return counts.sort_values("n", ascending=False, kind="stable", ignore_index=True)


def count_articles(frame: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """Count articles by the columns `by`; the evidence is the first row of each article.

    Returns
    -------
    counts
        As `count_rows`.
    """
    require_columns(frame, ("article_id", *by))
    return count_rows(frame[~frame["is_repeated"]].drop_duplicates(["article_id", *by]), by)


def one_row_each(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """Return a row for each value of the tuples in column `name`, and one `UNSTATED` for an empty tuple."""
    require_columns(frame, (name,))
    values = [value or (UNSTATED,) for value in frame[name]]
    filled = frame.assign(**{name: pd.Series(values, index=frame.index, dtype="object")})
    return filled.explode(name, ignore_index=True)
