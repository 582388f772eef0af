"""The charts of the overview: what was read, how well it is dated, and what the ledger made of its lines."""

from typing import Final

import pandas as pd

from workbench import measure
from workbench.chart.bars import bar_chart, stacked_chart
from workbench.chart.chart import Chart
from workbench.chart.chosen import selection_words
from workbench.chart.labels import label_of, labelled, labels_of, say, with_labels
from workbench.chart.matrix import matrix_chart
from workbench.chart.shares import share_chart
from workbench.chart.strip import strip_chart
from workbench.chart.words import Words, article_words, tag_words, with_note
from workbench.frame import Tables

#: Beyond this many days a point a day cannot be told from its neighbours, and periods are drawn.
_MOST_DAYS: Final = 60
#: With fewer articles nobody should read a trend from a chart of time.
_LEAST: Final = 30
#: A line through fewer times than these would follow each of them.
_LEAST_TIMES: Final = 5


def coverage_chart(tables: Tables) -> Chart:
    """Draw when each publisher's articles appeared: each a point, inferred dates hollow; of many, their number."""
    days = with_labels(measure.coverage_days(tables), ("publisher",), tables)
    if len(days) > _MOST_DAYS:
        return _publisher_period_chart(tables)
    words = tag_words(tables, "coverage", len(tables.articles), unit="articles", tag="dates")
    by = ("publisher", "published_on", "published_basis")
    return strip_chart(tables, days, _with_warning(words, tables), by=by, axis="day-axis")


def _publisher_period_chart(tables: Tables) -> Chart:
    by = ("publisher", "period")
    counts = with_labels(measure.publisher_periods(tables), by, tables)
    words = article_words(tables, "coverage-publishers", "dates")
    return matrix_chart(tables, counts, words, by=by, columns=labelled(measure.all_periods(tables), "period", tables))


def period_chart(tables: Tables) -> Chart:
    """Draw how many articles appeared when, every period from the first to the last, and the undated."""
    counts = with_labels(measure.coverage_periods(tables), ("period",), tables)
    order = labelled(measure.all_periods(tables), "period", tables)
    words = _with_warning(article_words(tables, "coverage-periods", "dates"), tables)
    dated = [name for name in order if name != say("unstated", tables.language)]
    has_breaks = any(measure.is_stretch(name) for name in dated)
    if len(tables.articles) < _LEAST or len(dated) < _LEAST_TIMES or has_breaks:
        return stacked_chart(tables, counts, words, by=("period", "published_basis"), order=order)
    words = with_note(words, say("trend-note", tables.language))
    return stacked_chart(tables, counts, words, by=("period", "published_basis"), order=order, trend=dated)


def _with_warning(words: Words, tables: Tables) -> Words:
    few = say("few", tables.language, n=_LEAST)
    return with_note(words, few) if len(tables.articles) < _LEAST else words


def theme_chart(tables: Tables) -> Chart:
    """Draw the share of articles that assert each theme, with its interval."""
    shares = with_labels(measure.theme_shares(tables), ("concept",), tables)
    return share_chart(tables, shares, article_words(tables, "themes", "themes"), label="concept")


def date_chart(tables: Tables) -> Chart:
    """Draw how the day of publication is known: stated, inferred, or not at all."""
    counts = with_labels(measure.date_bases(tables), ("published_basis",), tables)
    words = tag_words(tables, "date-basis", len(tables.articles), unit="articles", tag="dates")
    return bar_chart(tables, counts, words, label="published_basis")


def language_chart(tables: Tables) -> Chart:
    """Draw which languages the articles are in."""
    counts = with_labels(measure.languages(tables), ("language",), tables)
    return bar_chart(tables, counts, article_words(tables, "languages"), label="language")


def line_role_chart(tables: Tables) -> Chart:
    """Draw what the lines of the pages are."""
    counts = with_labels(measure.line_roles(tables), ("role",), tables)
    return bar_chart(tables, counts, _line_words(tables, "line-roles"), label="role")


def line_reason_chart(tables: Tables) -> Chart:
    """Draw which rules decided what lines are."""
    counts, known = measure.line_reasons(tables), labels_of("role", tables)
    roles = [label_of(role, known) for role in counts["role"]]
    named = counts.assign(name=[f"{role}: {rule}" for role, rule in zip(roles, counts["rule"], strict=True)])
    return bar_chart(tables, named, _line_words(tables, "line-reasons"), label="name")


def _line_words(tables: Tables, key: str) -> Words:
    return tag_words(tables, key, len(tables.lines), unit="lines", tag="lines")


def notice_chart(tables: Tables) -> Chart:
    """Draw what a reader should know of the pages."""
    counts = with_labels(measure.notices(tables), ("notice",), tables)
    words = tag_words(tables, "notices", int(counts["n"].sum()), unit="notices")
    return bar_chart(tables, counts, words, label="notice")


def contrast_chart(tables: Tables, other: Tables) -> Chart:
    """Draw the words that mark the selection against another one, by how often the selection holds them.

    Articles that both hold count as the selection's.
    """
    kept = frozenset(tables.articles["article_id"])
    against = frozenset(other.articles["article_id"]) - kept
    counts = measure.marking_terms(tables, against)
    words = tag_words(tables, "contrast", int(counts["n"].sum()), unit="occurrences")
    told = {"selection": selection_words(tables.selection, tables), "other": selection_words(other.selection, tables)}
    note = say("against-selection", tables.language, n=len(against), **told)
    return _words_chart(tables, counts, with_note(words, note))


def keyness_chart(tables: Tables) -> Chart:
    """Draw the words that mark the selection against the rest of the corpus, by how often it holds them.

    The words are those with the largest signed G²; the bars are occurrences, so that each opens as many sentences.
    """
    language, counts = tables.language, measure.marking_terms(tables)
    words = tag_words(tables, "keyness", int(counts["n"].sum()), unit="occurrences")
    all_selected = len(tables.articles) == tables.texts.n_articles
    chosen = selection_words(tables.selection, tables)
    note = say("no-rest", language) if all_selected else say("by-keyness", language, selection=chosen)
    return _words_chart(tables, counts, with_note(words, note))


def _words_chart(tables: Tables, counts: pd.DataFrame, words: Words) -> Chart:
    if tables.corpus.codebook.stopwords:
        words = with_note(words, say("no-stopwords", tables.language))
    named = counts.assign(name=[f"{t} (G² {g2:.1f})" for t, g2 in zip(counts["term"], counts["g2"], strict=True)])
    return bar_chart(tables, named, words, label="name")
