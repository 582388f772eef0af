"""A selection: which articles an analyst looks at, as one frozen value."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final, Literal

import msgspec

from workbench.errors import SchemaError
from workbench.frame.query import parse_query, wanted_terms


class Selection(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Which articles to look at. Change it with ``msgspec.structs.replace``.

    Within one field any value suffices; all fields that are set must hold.

    Parameters
    ----------
    date_from, date_to
        First and last day of publication, both included; None for no bound.
    publishers
        Keys of outlets.
    agencies
        Keys of media that the article credits for words or pictures.
    actors
        Keys of actors that the article mentions.
    themes
        Keys of themes that a sentence of the article asserts.
    not_publishers, not_agencies, not_actors, not_themes
        Keys of which the article must have none.
    text
        A query that the article's own text must answer, in any case: words, phrases in double quotes, ``AND`` (also
        between neighbours), ``OR``, ``NOT``, parentheses; see `workbench.frame.query`.
    include_undated
        Whether articles without a date stay when a date bound is set.
    unit
        What views count: each article, reports of one event as one story, independent origins (agencies, or a
        publisher's own account), or every passage.
    lang
        The language of labels.
    """

    date_from: date | None = None
    date_to: date | None = None
    publishers: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    not_publishers: tuple[str, ...] = ()
    not_agencies: tuple[str, ...] = ()
    not_actors: tuple[str, ...] = ()
    not_themes: tuple[str, ...] = ()
    text: str = ""
    include_undated: bool = True
    unit: Literal["articles", "stories", "origins", "statements"] = "articles"
    lang: Literal["en", "id"] = "en"


#: What each field is, for those who write one by hand.
_FORM: Final = (
    'date_from and date_to are days such as "2023-04-06"; publishers, agencies, actors, themes, each also with '
    "not_ before it, are lists of keys; text is a query; include_undated is true or false; unit is articles, stories, "
    "origins or statements; lang is en or id"
)
#: No restriction.
EVERYTHING: Final = Selection()


def make_selection(settings: Mapping[str, Any]) -> Selection:
    """Check settings (JSON values, dates as ``2023-04-06``) and return them as a selection.

    Raises
    ------
    SchemaError
        A key or a value is wrong; says which.

    Examples
    --------
    >>> make_selection({"date_from": "2022-01-01", "themes": ["sanctions"]}).themes
    ('sanctions',)
    """
    try:
        return msgspec.convert(dict(settings), Selection)
    except msgspec.ValidationError as error:
        message = f"selection: {error}; {_FORM}"
        raise SchemaError(message) from error


def selection_settings(selection: Selection) -> dict[str, Any]:
    """Return what `make_selection` would read `selection` from; fields without a restriction are left out.

    Examples
    --------
    >>> selection_settings(Selection(text="sanksi"))
    {'text': 'sanksi'}
    """
    settings: dict[str, Any] = msgspec.to_builtins(selection)
    return settings


def search_terms(text: str) -> tuple[str, ...]:
    """Return the folded words and phrases that an article found by the query may hold.

    Examples
    --------
    >>> search_terms('Sanksi "uni eropa" NOT inggris')
    ('sanksi', 'uni eropa')
    """
    return wanted_terms(parse_query(text))
