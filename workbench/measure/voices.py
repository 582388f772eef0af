"""Whose words reach the reader, directly or not, and through whom."""

import pandas as pd

from workbench.frame import Tables
from workbench.measure.counts import UNSTATED, count_bearers, count_rows
from workbench.record import ROLE

#: What a count says of words that no medium is named for.
OWN_WORDS = "(no medium named)"


def publisher_agencies(tables: Tables) -> pd.DataFrame:
    """Count the articles in which each publisher credits each agency for words, not for pictures, or the credits."""
    credited = tables.agencies[tables.agencies["credit"] == "credited"]
    return count_bearers(tables, with_publisher(credited, tables), ("publisher", "agency"))


def speakers(tables: Tables) -> pd.DataFrame:
    """Count the quotations of each speaker by kind; what several say together counts for each of them."""
    return count_rows(one_row_a_speaker(tables.quotes), ("speaker", "quote_kind"))


def one_row_a_speaker(quotes: pd.DataFrame) -> pd.DataFrame:
    """Return a row for each speaker of each quotation, (``speaker``, ``entity``; missing where none is).

    Parameters
    ----------
    quotes
        Columns ``speakers``, ``speaker_entities``.
    """
    nobody: tuple[str | None, ...] = (None,)
    names, keys = ([who or nobody for who in quotes[column]] for column in ("speakers", "speaker_entities"))
    told = {"speaker": names, "entity": keys}
    columns = {name: pd.Series(who, index=quotes.index, dtype="object") for name, who in told.items()}
    return quotes.assign(**columns).explode(list(told), ignore_index=True).astype(dict.fromkeys(told, "str"))


def quotation_kinds(tables: Tables) -> pd.DataFrame:
    """Count the quotations of each publisher by kind."""
    return count_rows(with_publisher(tables.quotes, tables), ("publisher", "quote_kind"))


def speaker_namings(tables: Tables) -> pd.DataFrame:
    """Count the quotations of each publisher by how it names the speaker: by name, by role alone, or not at all."""
    quotes = with_publisher(tables.quotes, tables)
    naming = [_naming(names) for names in quotes["speakers"]]
    return count_rows(quotes.assign(naming=pd.Series(naming, index=quotes.index, dtype="str")), ("publisher", "naming"))


def _naming(names: tuple[str, ...]) -> str:
    if not names:
        return "not-stated"
    return "role" if all(name.startswith(ROLE) for name in names) else "named"


def quotation_chains(tables: Tables) -> pd.DataFrame:
    """Count the quotations by speaker, the media that passed the words on, and publisher; of several speakers for each.

    Returns
    -------
    counts
        Columns ``speaker``, ``route`` (the providers, nearest the speaker first, then the publisher), ``n``,
        ``evidence`` (the quotations).
    """
    quotes = with_publisher(tables.quotes, tables)
    through = [
        " > ".join(_without_echo([*hops, publisher]))
        for hops, publisher in zip(_providers(tables), quotes["publisher"].fillna(UNSTATED), strict=True)
    ]
    routes = quotes.assign(route=pd.Series(through, index=quotes.index, dtype="str"))
    return count_rows(one_row_a_speaker(routes), ("speaker", "route"))


def quotation_origins(tables: Tables) -> pd.DataFrame:
    """Count the quotations by the medium that first had the words, and publisher.

    Returns
    -------
    counts
        Columns ``origin`` (`OWN_WORDS` where the publisher names no other medium), ``publisher``, ``n``, ``evidence``.
    """
    return count_rows(_with_origin(tables), ("origin", "publisher"))


def speaker_origins(tables: Tables) -> pd.DataFrame:
    """Count the quotations by speaker, of several for each, and the medium that first had the words.

    Returns
    -------
    counts
        Columns ``speaker``, ``origin`` (as in `quotation_origins`), ``n``, ``evidence``.
    """
    return count_rows(one_row_a_speaker(_with_origin(tables)), ("speaker", "origin"))


def _with_origin(tables: Tables) -> pd.DataFrame:
    quotes = with_publisher(tables.quotes, tables)
    origins = [
        next((hop for hop in hops if hop != publisher), OWN_WORDS)
        for hops, publisher in zip(_providers(tables), quotes["publisher"], strict=True)
    ]
    return quotes.assign(origin=pd.Series(origins, index=quotes.index, dtype="str"))


def _providers(tables: Tables) -> list[list[str]]:
    """Return the providers of each quotation, nearest the speaker first."""
    found: dict[tuple[str, int], list[str]] = {}
    hops = tables.hops.sort_values(["article_id", "quote_number", "hop_number"])
    for key, number, provider in zip(hops["article_id"], hops["quote_number"], hops["provider"], strict=True):
        found.setdefault((key, number), []).append(provider)
    keys = zip(tables.quotes["article_id"], tables.quotes["quote_number"], strict=True)
    return [found.get(key, []) for key in keys]


def _without_echo(names: list[str]) -> list[str]:
    """Name the publisher once where the chain already ends with it."""
    return [name for rank, name in enumerate(names) if rank == 0 or name != names[rank - 1]]


def with_publisher(frame: pd.DataFrame, tables: Tables) -> pd.DataFrame:
    """Return `frame` with the publisher of each row's article."""
    names = tables.articles.set_index("article_id")["publisher"]
    return frame.assign(publisher=frame["article_id"].map(names).astype("str"))
