"""The charts of the actors' notebook."""

from workbench import measure
from workbench.chart.bars import bar_chart, stacked_chart
from workbench.chart.chart import Chart
from workbench.chart.labels import say, with_labels
from workbench.chart.matrix import matrix_chart
from workbench.chart.network import network_chart, star_chart
from workbench.chart.words import Words, article_words, bearer_words, tag_words, with_note, words_in_articles
from workbench.frame import Tables


def presence_chart(tables: Tables) -> Chart:
    """Draw how many articles mention each actor."""
    counts = with_labels(measure.actors_by_article(tables), ("entity",), tables)
    return bar_chart(tables, counts, bearer_words(tables, "presence", tables.mentions, "mentions"), label="entity")


def mention_chart(tables: Tables) -> Chart:
    """Draw how often each actor is mentioned, and how it was recognised."""
    counts = with_labels(measure.actors_by_resolution(tables), ("entity",), tables)
    words = words_in_articles(tables, "mentions", int(counts["n"].sum()), unit="mentions", tag="mentions")
    return stacked_chart(tables, counts, words, by=("entity", "resolution"))


def office_chart(tables: Tables) -> Chart:
    """Draw how many articles mention the holder of an office while holding it."""
    counts = with_labels(measure.offices_on_the_day(tables), ("entity", "office"), tables)
    words = article_words(tables, "offices", "mentions")
    return bar_chart(tables, counts.assign(name=counts["entity"] + ", " + counts["office"]), words, label="name")


def part_chart(tables: Tables) -> Chart:
    """Draw in how many articles an actor speaks, and in how many it is only spoken about."""
    counts = with_labels(measure.speaking_and_spoken_of(tables), ("entity",), tables)
    return stacked_chart(tables, counts, article_words(tables, "parts", "speakers"), by=("entity", "part"))


def pairs_chart(tables: Tables) -> Chart:
    """Draw which actors are mentioned in the same sentence."""
    counts = with_labels(measure.co_mentions(tables), ("entity", "other_entity"), tables)
    both = zip(counts["entity"], counts["other_entity"], strict=True)
    names = [say("and", tables.language, first=first, second=second) for first, second in both]
    return bar_chart(tables, counts.assign(name=names), _sentence_words(tables, "pairs"), label="name")


def co_mention_chart(tables: Tables) -> Chart:
    """Draw how often each actor is mentioned in one sentence with each other."""
    counts = with_labels(measure.co_mentions(tables), ("entity", "other_entity"), tables)
    return matrix_chart(tables, counts, _sentence_words(tables, "co-mentions"), by=("entity", "other_entity"))


def network_of_actors_chart(tables: Tables) -> Chart:
    """Draw which actors stand in one sentence, as a network."""
    counts = with_labels(measure.co_mentions(tables), ("entity", "other_entity"), tables)
    words = _sentence_words(tables, "network")
    return network_chart(tables, counts, words, by=("entity", "other_entity"))


def ego_chart(tables: Tables) -> Chart:
    """Draw who stands in one sentence with one actor: the first that the selection names, else the most frequent."""
    counts = measure.co_mentions_of(tables)
    named = with_labels(counts, ("entity", "other_entity"), tables)
    middle = "".join(named["entity"].head(1))
    words = _sentence_words(tables, "ego")
    words = with_note(words, say("in-the-middle", tables.language, actor=middle)) if middle else words
    return star_chart(tables, named, words, by=("entity", "other_entity"))


def _sentence_words(tables: Tables, key: str) -> Words:
    n = int((~tables.sentences["is_repeated"]).sum())
    return tag_words(tables, key, n, unit="sentences", tag="mentions")
