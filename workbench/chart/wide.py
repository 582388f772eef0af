"""Charts of selections too large for frames: the corpus's index counts, records are read when evidence is opened."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

import msgspec
import numpy as np
import pandas as pd

from workbench.chart import actors, coverage
from workbench.chart.bars import bar_chart
from workbench.chart.chart import Chart
from workbench.chart.labels import counted, label_of, labels_of, many, say
from workbench.chart.shares import share_chart
from workbench.chart.words import Words, title_of, with_note
from workbench.frame import RowEvidence, Tables
from workbench.frame.indexed import MOST_ARTICLES
from workbench.frame.rows import Places, Row, article_row, mention_rows, theme_rows
from workbench.measure import Tag, with_shares
from workbench.measure.periods import frequency_of, periods_between
from workbench.store.columns import UNDATED, Columns, Rows
from workbench.store.counts import facet_counts

Find = Callable[[Places], Iterable[Row]]
#: Terms of a facet that one chart can draw.
_MOST_TERMS: Final = 20


class _Wide(msgspec.Struct, frozen=True):
    """A selection at large: its tables, the columns of the index, and its rows there."""

    tables: Tables
    columns: Columns
    rows: Rows

    def evidence(self, rows: Rows, find: Find) -> RowEvidence:
        return RowEvidence(self.tables.corpus, rows, find)


def chart_at_large(make: object, tables: Tables) -> Chart | None:
    """Return the chart that `make` would draw of frames, as far as the index alone can tell; None where it cannot."""
    draw, index = _WIDE.get(make), tables.corpus.index
    if draw is None or index is None or tables.at_large is None:
        return None
    return draw(_Wide(tables, index.columns, tables.at_large))


def _presence(wide: _Wide) -> Chart:
    counts = _terms(wide, "actors", lambda key: lambda places: _of(mention_rows(places), key))
    return bar_chart(
        wide.tables, _labelled(counts, "entity", wide), _words(wide, "presence", "mentions"), label="entity"
    )


def _themes(wide: _Wide) -> Chart:
    counts = _terms(wide, "themes", lambda key: lambda places: _of(theme_rows(places), key))
    shares = with_shares(_labelled(counts, "concept", wide), len(wide.rows))
    return share_chart(wide.tables, shares, _words(wide, "themes", "themes"), label="concept")


def _languages(wide: _Wide) -> Chart:
    terms, column = wide.columns.singles["language"]
    of_rows = column[wide.rows]
    found = [(terms[place], wide.rows[of_rows == place]) for place in np.unique(of_rows[of_rows >= 0])]
    counts = _counts([(key, wide.evidence(rows, _headline)) for key, rows in found])
    return bar_chart(wide.tables, _labelled(counts, "language", wide), _words(wide, "languages"), label="language")


def _periods(wide: _Wide) -> Chart:
    """Draw every period from the first to the last day, and the undated; how a day is known is not in the index."""
    days = wide.columns.days[wide.rows]
    dated = pd.Series(days[days != UNDATED].astype("datetime64[D]").astype("datetime64[s]"))
    of_rows, order = np.full(len(days), "", dtype=object), []
    if len(dated):
        frequency = frequency_of(dated)
        of_rows[days != UNDATED] = dated.dt.to_period(frequency).astype("str").to_numpy()
        order = periods_between(dated, frequency)
    of_rows[days == UNDATED] = undated = say("unstated", wide.tables.language)
    found = [(name, wide.rows[of_rows == name]) for name in [*order, undated]]
    counts = _counts([(name, wide.evidence(rows, _headline)) for name, rows in found if len(rows)])
    words = _words(wide, "coverage-periods", "dates")
    names = [*order, *([undated] if (days == UNDATED).any() else [])]
    return bar_chart(wide.tables, counts.rename(columns={"key": "period"}), words, label="period", order=names)


#: What each chart of frames is drawn as at large.
_WIDE: Final[Mapping[object, Callable[[_Wide], Chart]]] = {
    actors.presence_chart: _presence,
    coverage.coverage_chart: _periods,
    coverage.period_chart: _periods,
    coverage.theme_chart: _themes,
    coverage.language_chart: _languages,
}


def _terms(wide: _Wide, facet: str, find_of: Callable[[str], Find]) -> pd.DataFrame:
    """Count the selected articles by the most frequent terms of a facet; the evidence is one row of each article."""
    counted_terms = facet_counts(wide.columns, wide.rows)[facet]
    most = sorted(counted_terms, key=lambda key: (-counted_terms[key], key))[:_MOST_TERMS]
    postings = wide.columns.postings[facet]
    rows_of = {key: np.intersect1d(postings.rows_of(key), wide.rows, assume_unique=True) for key in most}
    return _counts([(key, wide.evidence(rows, find_of(key))) for key, rows in rows_of.items()])


def _counts(found: Sequence[tuple[str, RowEvidence]]) -> pd.DataFrame:
    # pandas and NumPy would read sequences of evidence to the end to find out what they hold.
    evidence = np.empty(len(found), dtype=object)
    for place, (_, rows) in enumerate(found):
        evidence[place] = rows
    keys = pd.Series([key for key, _ in found], dtype="str")
    return pd.DataFrame({"key": keys, "n": np.array([len(rows) for _, rows in found], dtype=np.int64)}).assign(
        evidence=pd.Series(evidence, dtype="object")
    )


def _labelled(counts: pd.DataFrame, column: str, wide: _Wide) -> pd.DataFrame:
    known = labels_of(column, wide.tables)
    return counts.assign(**{column: pd.Series([label_of(str(key), known) for key in counts["key"]], dtype="str")})


def _of(rows: Iterable[Row], key: str) -> Iterable[Row]:
    """Return the rows of a key; it stands right after the columns of a place."""
    return (row for row in rows if row[_KEY] == key and not row[_REPEATED])


#: Where the key and the repetition stand in rows of mentions and themes.
_KEY, _REPEATED = 7, 6


def _headline(places: Places) -> Iterable[Row]:
    return (article_row(places),)


def _words(wide: _Wide, key: str, tag: Tag | None = None) -> Words:
    language, units = wide.tables.language, many("articles", wide.tables.language)
    base = say("n", language, counted=counted(len(wide.rows), "articles", language))
    words = Words(key, title_of(key, language, units), units, base, tag)
    return with_note(words, _counter(wide.tables))


def _counter(tables: Tables) -> str:
    """Say that the index has counted, and that it counts articles where something else was asked for."""
    asked, language = tables.tag_unit, tables.language
    if asked == "articles":
        return say("at-large", language)
    return say("at-large-unit", language, units=many(asked, language), most=f"{MOST_ARTICLES:,}")
