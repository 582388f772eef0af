"""The charts of the actors' notebook."""

from workbench import measure
from workbench.chart.bars import bar_chart, stacked_chart
from workbench.chart.chart import Chart
from workbench.chart.matrix import matrix_chart
from workbench.chart.words import Words, counted, n_articles, with_labels
from workbench.frame import Tables


def presence_chart(tables: Tables) -> Chart:
    """Draw how many articles mention each actor."""
    words = Words("presence", "Actors by the articles that mention them", "articles", n_articles(tables))
    counts = with_labels(measure.actors_by_article(tables), ("entity",), tables.corpus.codebook)
    return bar_chart(tables, counts, words, label="entity")


def mention_chart(tables: Tables) -> Chart:
    """Draw how often each actor is mentioned, and how it was recognised."""
    counts = with_labels(measure.actors_by_resolution(tables), ("entity",), tables.corpus.codebook)
    base = f"{counted(int(counts['n'].sum()), 'mention')} in {len(tables.articles)} articles"
    words = Words(
        "mentions", "Actors by how often they are mentioned, by name, description or pronoun", "mentions", base
    )
    return stacked_chart(tables, counts, words, by=("entity", "resolution"))


def pairs_chart(tables: Tables) -> Chart:
    """Draw which actors are mentioned in the same sentence."""
    counts = measure.co_mentions(tables)
    base = f"n = {len(tables.sentences[~tables.sentences['is_repeated']])} sentences"
    words = Words("pairs", "Actors mentioned in the same sentence", "sentences", base)
    pairs = counts.assign(name=counts["name"] + " and " + counts["other_name"])
    return bar_chart(tables, pairs, words, label="name")


def speaker_chart(tables: Tables) -> Chart:
    """Draw who is quoted, and whether in their own words."""
    counts = measure.speakers(tables)
    base = f"{counted(int(counts['n'].sum()), 'quotation')} in {len(tables.articles)} articles"
    words = Words("speakers", "Who is quoted, directly or indirectly", "quotations", base)
    return stacked_chart(tables, counts, words, by=("speaker", "quote_kind"))


def route_chart(tables: Tables) -> Chart:
    """Draw through whom quoted words reach the reader."""
    counts = measure.quotation_chains(tables)
    base = f"{counted(int(counts['n'].sum()), 'quotation')} in {len(tables.articles)} articles"
    words = Words("routes", "Whose words reach the reader, and through whom", "quotations", base)
    routes = counts.assign(route=counts["speaker"] + " > " + counts["route"])
    return bar_chart(tables, routes, words, label="route")


def agency_chart(tables: Tables) -> Chart:
    """Draw which publisher credits which agency for words."""
    words = Words("agencies", "Which publisher credits which medium for its words", "articles", n_articles(tables))
    return matrix_chart(tables, measure.publisher_agencies(tables), words, by=("publisher", "agency"))
