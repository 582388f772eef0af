"""The facts of a report's title page: what was read, what was selected, of when and from whom."""

import msgspec

from workbench.chart.chosen import selection_words
from workbench.frame import Tables, selection_settings
from workbench.store import Corpus


class Fact(msgspec.Struct, frozen=True):
    """A line of the title page."""

    name: str
    words: str


def corpus_facts(tables: Tables, words: dict[str, str]) -> tuple[Fact, ...]:
    """Return what was read and selected; `words` are the report's own."""
    corpus = tables.corpus
    n_articles = sum(record.is_article for record in corpus.records)
    return (
        Fact(words["read"], _read(corpus, n_articles, words["read_pages"])),
        Fact(words["selected"], _selected(tables, n_articles, words)),
        Fact(words["period"], _period(tables, words)),
        Fact(words["publishers"], _publishers(tables, words["publishers_n"])),
    )


def _read(corpus: Corpus, n_articles: int, phrase: str) -> str:
    return phrase.format(
        pages=len(corpus.inputs),
        articles=n_articles,
        aside=len(corpus.records) - n_articles,
        copies=len(corpus.copies),
        refused=len(corpus.failures),
    )


def _selected(tables: Tables, n_articles: int, words: dict[str, str]) -> str:
    if not selection_settings(tables.selection).keys() - {"lang"}:
        return words["selected_all"].format(n=n_articles)
    told = selection_words(tables.selection, tables)
    return words["selected_some"].format(n=len(tables.articles), articles=n_articles, settings=told)


def _period(tables: Tables, words: dict[str, str]) -> str:
    days = tables.articles["published"].dropna().str[:10]
    if days.empty:
        return words["period_none"]
    bases = tables.articles["published_basis"].value_counts()
    return words["period_days"].format(
        first=days.min(),
        last=days.max(),
        stated=bases.get("stated", 0),
        inferred=bases.get("inferred", 0),
        undated=len(tables.articles) - len(days),
    )


def _publishers(tables: Tables, phrase: str) -> str:
    named = tables.articles["publisher_id"]
    return phrase.format(n=named.nunique(), unnamed=int(named.isna().sum()))
