"""A selection: which articles an analyst looks at, as one frozen value."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import msgspec

from workbench.errors import SchemaError


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
    text
        Words, and phrases in double quotes, that the article's own text must hold, all of them, in any case.
    include_undated
        Whether articles without a date stay when a date bound is set.
    """

    date_from: date | None = None
    date_to: date | None = None
    publishers: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    text: str = ""
    include_undated: bool = True


#: No restriction.
EVERYTHING: Final = Selection()
_TERM: Final = re.compile(r'"([^"]*)"?|([^\s"]+)')


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
        message = f"selection: {error}"
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
    """Split a query into folded words and phrases.

    Examples
    --------
    >>> search_terms('Sanksi "uni eropa"')
    ('sanksi', 'uni eropa')
    """
    found = ((phrase or word).casefold().strip() for phrase, word in _TERM.findall(text))
    return tuple(term for term in found if term)
