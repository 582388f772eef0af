"""Who is there, in which office, who stands beside whom, and who speaks."""

import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import combinations

import pandas as pd

from workbench.codebook.schema import OfficeTerm
from workbench.frame import PLACE, Tables, make_frame
from workbench.measure.counts import count_articles, count_bearers, count_rows
from workbench.measure.voices import one_row_a_speaker

_ACTOR = ("entity", "name")
#: What a count says of an actor without an office on the day of publication, as far as the codebook knows.
NO_OFFICE = "(no office that day)"


def actors_by_article(tables: Tables) -> pd.DataFrame:
    """Count the articles that mention each actor, or the mentions themselves."""
    return count_bearers(tables, tables.mentions, _ACTOR)


def actors_by_resolution(tables: Tables) -> pd.DataFrame:
    """Count the mentions of each actor by how it was recognised: by name, description or pronoun."""
    return count_rows(tables.mentions, (*_ACTOR, "resolution"))


def co_mentions(tables: Tables) -> pd.DataFrame:
    """Count the sentences that mention both of two actors.

    Returns
    -------
    counts
        Columns ``entity``, ``other_entity``, ``n``, ``evidence``; each pair once, the actor first that stands in the
        most sentences with others.
    """
    told = _named_in_sentences(tables)
    often = Counter(entity for _, named in told if len(named) > 1 for entity in named)
    ranked = ((place, sorted(named, key=lambda entity: (-often[entity], entity))) for place, named in told)
    found = [(*place, *pair) for place, named in ranked for pair in combinations(named, 2)]
    return count_rows(make_frame(found, (*PLACE, "entity", "other_entity")), ("entity", "other_entity"))


def co_mentions_of(tables: Tables) -> pd.DataFrame:
    """Count the sentences that mention an actor beside each other one.

    The actor is the first that the selection names, or else the one that stands in the most sentences with others.

    Returns
    -------
    counts
        As `co_mentions`, with the same ``entity`` in every row.
    """
    pairs = co_mentions(tables)
    both = pd.concat([pairs, pairs.rename(columns={"entity": "other_entity", "other_entity": "entity"})])
    sums = both.groupby("entity")["n"].sum().sort_values(ascending=False, kind="stable")
    middle = next(iter((*tables.selection.actors, *sums.index)), "")
    found = both[both["entity"] == middle]
    return found.sort_values(["n", "other_entity"], ascending=[False, True], ignore_index=True)


def _named_in_sentences(tables: Tables) -> list[tuple[tuple[object, ...], set[str]]]:
    """Return the place of each sentence, and the actors in it."""
    places = list(tables.sentences[list(PLACE)].itertuples(index=False, name=None))
    order = sorted((place[0], place[3], place[4]) for place in places)
    named: dict[tuple[object, int], set[str]] = {}
    mentions = tables.mentions if order else tables.mentions.head(0)
    for key, at, entity in zip(*(mentions[name].tolist() for name in ("article_id", "start", "entity")), strict=True):
        found, start, end = order[max(0, bisect_right(order, (key, at, sys.maxsize)) - 1)]
        if found == key and start <= at < end:
            named.setdefault((key, start), set()).add(entity)
    return [(place, named.get((place[0], place[3]), set())) for place in places]


def offices_on_the_day(tables: Tables) -> pd.DataFrame:
    """Count the articles that mention an actor, by the offices that it holds on the day of publication.

    Only actors of whom the codebook names an office count, and only articles with a day of publication; one with
    several offices counts once for each.
    """
    known = {actor.id: actor.roles for actor in tables.corpus.codebook.actors if actor.roles}
    days = tables.articles.set_index("article_id")["published_on"].dropna().dt.date.to_dict()
    told = tables.mentions[tables.mentions["entity"].isin(known) & tables.mentions["article_id"].isin(days)]
    told = told[~told["is_repeated"]].drop_duplicates(["article_id", "entity"])
    held = [
        _held(known[entity], days[key], tables) for entity, key in zip(told["entity"], told["article_id"], strict=True)
    ]
    offices = told.assign(office=pd.Series(held, index=told.index, dtype="object")).explode("office")
    return count_articles(tables, offices, ("entity", "office"))


def _held(roles: Sequence[OfficeTerm], day: date, tables: Tables) -> list[str]:
    titles = [
        getattr(role.title, tables.language)
        for role in roles
        if (role.start is None or role.start <= day) and (role.end is None or day <= role.end)
    ]
    return titles or [NO_OFFICE]


def speaking_and_spoken_of(tables: Tables) -> pd.DataFrame:
    """Count the articles that quote an actor, and those that only speak of it.

    Returns
    -------
    counts
        Columns ``entity``, ``part`` (``speaks`` or ``spoken-of``), ``n``, ``evidence``: the first quotation, or else
        the first mention.
    """
    quotes = one_row_a_speaker(tables.quotes).dropna(subset=["entity"])
    columns = [*PLACE, "entity", "part"]
    both = pd.concat([quotes.assign(part="speaks")[columns], tables.mentions.assign(part="spoken-of")[columns]])
    told = both[~both["is_repeated"]].drop_duplicates(["article_id", "entity"])
    return count_articles(tables, told.astype({"part": "str"}), ("entity", "part"))
