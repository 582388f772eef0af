"""What to report on, and how: one value that a report keeps, so that it can be made again."""

import os
from collections.abc import Mapping
from typing import Any, Final, Literal

import msgspec

from workbench.codebook import DEFAULT_CODEBOOK
from workbench.frame import Selection, make_selection

#: Seconds after which a cell is given up, unless the user says otherwise.
CELL_TIMEOUT: Final = 600


class Order(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a user asked for.

    Parameters
    ----------
    inputs
        Files and folders of pages, or a corpus, as the user named them.
    notebooks
        The notebooks to run, as named; none for all that ship.
    folder
        Where the reports go.
    codebook
        Folder of a codebook, or the name of a shipped one.
    selection_file, selection
        The file of the selection, and its settings as they were then.
    themes
        Keys of themes that narrow the selection further.
    language
        Of labels, of the report's own words, and of its prose where that lies beside the notebook.
    quote_limit
        The most characters that one passage quotes; None for no limit.
    cell_timeout
        Seconds after which a cell is given up.
    """

    inputs: tuple[str, ...]
    notebooks: tuple[str, ...] = ()
    folder: str = "reports"
    codebook: str = DEFAULT_CODEBOOK
    selection_file: str | None = None
    selection: Mapping[str, Any] = {}
    themes: tuple[str, ...] = ()
    language: Literal["en", "id"] = "en"
    quote_limit: int | None = None
    cell_timeout: int = CELL_TIMEOUT


def selection_of(order: Order) -> Selection:
    """Return the selection that `order` asks for, its themes among it.

    Raises
    ------
    SchemaError
        A setting is wrong; says which.
    """
    selection = make_selection(order.selection)
    themes = tuple(sorted({*selection.themes, *order.themes}))
    return msgspec.structs.replace(selection, themes=themes)


def arguments_of(order: Order) -> tuple[str, ...]:
    """Return the command line that makes the same reports, in one form however it was typed."""
    words = ["report", *order.inputs]
    words += [word for notebook in order.notebooks for word in ("--notebook", notebook)]
    if order.codebook != DEFAULT_CODEBOOK:
        words += ["--codebook", order.codebook]
    if order.selection_file is not None:
        words += ["--selection", order.selection_file]
    words += [word for theme in order.themes for word in ("--theme", theme)]
    if order.language != "en":
        words += ["--lang", order.language]
    if order.quote_limit is not None:
        words += ["--quote-limit", str(order.quote_limit)]
    return (*words, "--output", os.path.join(order.folder, ""))  # noqa: PTH118 -- a Path would drop the last separator
