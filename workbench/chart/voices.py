"""The charts of the notebook on voices and agencies."""

from workbench import measure
from workbench.chart.bars import bar_chart, stacked_chart
from workbench.chart.chart import Chart
from workbench.chart.flow import flow_chart
from workbench.chart.labels import say, with_labels
from workbench.chart.matrix import matrix_chart
from workbench.chart.words import Words, bearer_words, with_note, words_in_articles
from workbench.frame import Tables
from workbench.measure import Tag


def speaker_chart(tables: Tables) -> Chart:
    """Draw who is quoted, and whether in their own words."""
    counts = with_labels(measure.speakers(tables), ("speaker",), tables)
    return stacked_chart(tables, counts, _speaker_words(tables, "speakers"), by=("speaker", "quote_kind"))


def quotation_kind_chart(tables: Tables) -> Chart:
    """Draw how each publisher quotes: directly or indirectly."""
    counts = with_labels(measure.quotation_kinds(tables), ("publisher",), tables)
    return stacked_chart(tables, counts, _words(tables, "quote-kinds", "quotations"), by=("publisher", "quote_kind"))


def naming_chart(tables: Tables) -> Chart:
    """Draw how each publisher names those whom it quotes: by name, by role alone, or not at all."""
    counts = with_labels(measure.speaker_namings(tables), ("publisher",), tables)
    return stacked_chart(tables, counts, _words(tables, "naming", "speakers"), by=("publisher", "naming"))


def route_chart(tables: Tables) -> Chart:
    """Draw through whom quoted words reach the reader."""
    counts = with_labels(measure.quotation_chains(tables), ("speaker",), tables)
    unstated = say("unstated", tables.language)
    through = counts["route"].str.replace(measure.UNSTATED, unstated, regex=False)
    routes = counts.assign(route=counts["speaker"] + " > " + through)
    return bar_chart(tables, routes, _speaker_words(tables, "routes"), label="route")


def voice_flow_chart(tables: Tables) -> Chart:
    """Draw from which medium quoted words come to which publisher; the first that had them counts."""
    counts = with_labels(measure.quotation_origins(tables), ("origin", "publisher"), tables)
    return flow_chart(tables, counts, _words(tables, "flow", "agencies"), by=("origin", "publisher"))


def agency_chart(tables: Tables) -> Chart:
    """Draw which publisher credits which agency for words."""
    counts = with_labels(measure.publisher_agencies(tables), ("publisher", "agency"), tables)
    credited = tables.agencies[tables.agencies["credit"] == "credited"]
    words = bearer_words(tables, "agencies", credited, "agencies")
    return matrix_chart(tables, counts, words, by=("publisher", "agency"))


def _speaker_words(tables: Tables, key: str) -> Words:
    """Return the words of a chart in which what several say together counts for each of them, and say so."""
    words = _words(tables, key, "speakers")
    told = tables.quotes[~tables.quotes["is_repeated"]]
    n = int((told["speakers"].str.len() > 1).sum())
    return with_note(words, say("several-speakers", tables.language, n=n)) if n else words


def _words(tables: Tables, key: str, tag: Tag) -> Words:
    n = int((~tables.quotes["is_repeated"]).sum())
    return words_in_articles(tables, key, n, unit="quotations", tag=tag)
