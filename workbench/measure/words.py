"""Words: which of them mark a selection against the rest of the corpus."""

from math import log
from typing import Final

import pandas as pd

from workbench.frame import PLACE, Tables, make_frame, records_of, require_columns, terms_of
from workbench.measure.counts import count_rows

#: How many words are scored highest and shown with their evidence.
MOST_TERMS: Final = 15
#: Rarer words mark nothing.
_LEAST: Final = 3


def keyness(counts: pd.DataFrame) -> pd.Series:
    """Score how strongly each term marks the target corpus (signed G²).

    Parameters
    ----------
    counts
        A row is a term; ``n_target`` and ``n_reference`` count occurrences (not articles), int64, >= 0.

    Returns
    -------
    g2
        float64, same index; dimensionless. Positive: commoner in the target.
        |g2| > 3.84 is p < 0.05 for one term tested alone.

    Raises
    ------
    ValueError
        Either corpus is empty.

    References
    ----------
    Dunning (1993), Computational Linguistics 19(1), 61-74; ACL J93-1003.
    """
    require_columns(counts, ("n_target", "n_reference"))
    target, reference = int(counts["n_target"].sum()), int(counts["n_reference"].sum())
    if not target or not reference:
        message = "there is nothing to compare: one of the two corpora holds no words"
        raise ValueError(message)
    scores = [_g2(a, b, target, reference) for a, b in zip(counts["n_target"], counts["n_reference"], strict=True)]
    return pd.Series(scores, index=counts.index, dtype="float64", name="g2")


def _g2(a: int, b: int, target: int, reference: int) -> float:
    expected = target * (a + b) / (target + reference)
    other = reference * (a + b) / (target + reference)
    score = 2 * ((a * log(a / expected) if a else 0.0) + (b * log(b / other) if b else 0.0))
    return score if a / target >= b / reference else -score


def marking_terms(tables: Tables, against: frozenset[str] | None = None) -> pd.DataFrame:
    """Return the words that mark the selection most against other articles, and where they stand.

    Parameters
    ----------
    tables
        The selection.
    against
        Ids of the articles to compare with, those of the selection left out; None for all others of the corpus.

    Returns
    -------
    counts
        Columns ``term``, ``n`` (occurrences in the selection), ``n_reference``, ``g2``, ``evidence``; the strongest
        first. Empty where nothing is selected, or nothing is left to compare with. Stop words of the codebook count
        as words of their articles, but are no terms.
    """
    scored = _scored(tables, against)
    if scored.empty:
        return make_frame([], ("term", "n_reference", "g2", "n", "evidence"))
    is_term = ~scored["term"].isin(tables.corpus.codebook.stopwords)
    best = scored[is_term & (scored["g2"] > 0) & (scored["n_target"] >= _LEAST)].nlargest(MOST_TERMS, "g2")
    found = count_rows(_occurrences(tables, set(best["term"])), ("term",))
    return best.drop(columns="n_target").merge(found, on="term")


def _scored(tables: Tables, against: frozenset[str] | None) -> pd.DataFrame:
    counts = tables.texts.counts
    is_target = counts["article_id"].isin(tables.articles["article_id"])
    if against is not None:
        is_wanted = is_target | counts["article_id"].isin(against)
        counts, is_target = counts[is_wanted], is_target[is_wanted]
    if is_target.all() or not is_target.any():
        return counts.head(0)
    sums = pd.DataFrame(
        {
            name: counts[kept].groupby("term", observed=False)["n"].sum()
            for name, kept in (("n_target", is_target), ("n_reference", ~is_target))
        }
    )
    sums = sums[sums["n_target"] + sums["n_reference"] > 0]
    return sums.assign(g2=keyness(sums)).rename_axis("term").reset_index().astype({"term": "str"})


def _occurrences(tables: Tables, terms: set[str]) -> pd.DataFrame:
    rows = [
        (record.id, record.path, 0, start, end, "term", False, term)
        for record in records_of(tables.corpus, tables.articles["article_id"])
        for term, start, end in terms_of(record)
        if term in terms
    ]
    return make_frame(rows, (*PLACE, "term"))
