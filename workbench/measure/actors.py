"""Who is there, who stands beside whom, and whose words reach the reader through whom."""

import sys
from bisect import bisect_right
from itertools import combinations

import pandas as pd

from workbench.frame import PLACE, Tables, make_frame
from workbench.measure.counts import UNSTATED, count_articles, count_rows

_ACTOR = ("entity", "name")


def actors_by_article(tables: Tables) -> pd.DataFrame:
    """Count the articles that mention each actor."""
    return count_articles(tables.mentions, _ACTOR)


def actors_by_resolution(tables: Tables) -> pd.DataFrame:
    """Count the mentions of each actor by how it was recognised: by name, description or pronoun."""
    return count_rows(tables.mentions, (*_ACTOR, "resolution"))


def co_mentions(tables: Tables) -> pd.DataFrame:
    """Count the sentences that mention both of two actors.

    Returns
    -------
    counts
        Columns ``name``, ``other_name``, ``n``, ``evidence``; each pair once, names in alphabetical order.
    """
    found = [(*place, *pair) for place, names in _named_in_sentences(tables) for pair in combinations(sorted(names), 2)]
    return count_rows(make_frame(found, (*PLACE, "name", "other_name")), ("name", "other_name"))


def _named_in_sentences(tables: Tables) -> list[tuple[tuple[object, ...], set[str]]]:
    """Return the place of each sentence, and the names of the actors in it."""
    places = list(tables.sentences[list(PLACE)].itertuples(index=False, name=None))
    order = sorted((place[0], place[3], place[4]) for place in places)
    named: dict[tuple[object, int], set[str]] = {}
    mentions = tables.mentions if order else tables.mentions.head(0)
    for key, at, name in zip(mentions["article_id"], mentions["start"], mentions["name"], strict=True):
        found, start, end = order[max(0, bisect_right(order, (key, at, sys.maxsize)) - 1)]
        if found == key and start <= at < end:
            named.setdefault((key, start), set()).add(name)
    return [(place, named.get((place[0], place[3]), set())) for place in places]


def publisher_agencies(tables: Tables) -> pd.DataFrame:
    """Count the articles in which each publisher credits each agency for words, not for pictures."""
    credited = tables.agencies[tables.agencies["credit"] == "credited"]
    return count_articles(with_publisher(credited, tables), ("publisher", "agency"))


def speakers(tables: Tables) -> pd.DataFrame:
    """Count the quotations of each speaker by kind."""
    return count_rows(tables.quotes, ("speaker", "quote_kind"))


def quotation_chains(tables: Tables) -> pd.DataFrame:
    """Count the quotations by speaker, the media that passed the words on, and publisher.

    Returns
    -------
    counts
        Columns ``speaker``, ``route`` (the providers, nearest the speaker first, then the publisher), ``n``,
        ``evidence`` (the quotations).
    """
    quotes = with_publisher(tables.quotes, tables)
    routes = {
        key: list(hops)
        for key, hops in tables.hops.sort_values(["article_id", "quote_number", "hop_number"]).groupby(
            ["article_id", "quote_number"]
        )["provider"]
    }
    through = [
        " > ".join(_without_echo([*routes.get((article_id, number), ()), publisher]))
        for article_id, number, publisher in zip(
            quotes["article_id"], quotes["quote_number"], quotes["publisher"].fillna(UNSTATED), strict=True
        )
    ]
    return count_rows(quotes.assign(route=pd.Series(through, index=quotes.index, dtype="str")), ("speaker", "route"))


def _without_echo(names: list[str]) -> list[str]:
    """Name the publisher once where the chain already ends with it."""
    return [name for rank, name in enumerate(names) if rank == 0 or name != names[rank - 1]]


def with_publisher(frame: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """Return `frame` with the publisher of each row's article."""
    names = tables.articles.set_index("article_id")["publisher"]
    return frame.assign(publisher=frame["article_id"].map(names).astype("str"))
