"""Opening a corpus in a notebook: one call from a path to the filter panel, which says how far it is."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from workbench.chart import safe
from workbench.chart.labels import say
from workbench.codebook import DEFAULT_CODEBOOK
from workbench.frame import Language, make_selection, open_tables
from workbench.notebook.panel import FilterPanel
from workbench.store import open_corpus

#: Seconds from the first page before anything is said, so that a small corpus opens without a word; and between words.
_PATIENCE: Final = 2.0
_STEP: Final = 0.5


def open_panel(
    path: Path | str, *, codebook: Path | str = DEFAULT_CODEBOOK, selection: Mapping[str, Any] | None = None
) -> FilterPanel:
    """Open a corpus of any size and return its filter panel; while that takes long, say how many pages are read.

    Parameters
    ----------
    path
        A corpus on disk, a folder or file of pages, or a file of records; see `workbench.store.open_corpus`.
    codebook
        Folder of a codebook, or the name of a shipped one.
    selection
        Where to start; see `workbench.frame.make_selection`.

    Raises
    ------
    ReadError
        `path` does not exist.
    CodebookError
        The codebook breaks its schema.
    SchemaError
        `selection` has a wrong key or value.
    """
    chosen = make_selection(selection or {})
    progress = Progress(chosen.lang)
    tables = open_tables(open_corpus(path, codebook=codebook, told=progress))
    progress.end()
    return FilterPanel(tables, chosen)


class Progress:
    """Shows in the cell how many pages are read, and takes it away at the end.

    Parameters
    ----------
    language
        Of the words.
    clock
        Returns seconds.
    """

    def __init__(self, language: Language, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._language, self._clock = language, clock
        self._next: float | None = None
        self._shown: Any = None

    def __call__(self, n: int) -> None:
        """Say that `n` pages are read."""
        now = self._clock()
        if self._next is None:
            self._next = now + _PATIENCE
        if now < self._next:
            return
        self._next = now + _STEP
        words = {"text/html": f'<p role="status">{safe(say("reading", self._language, n=f"{n:,}"))}</p>'}
        if self._shown is None:
            from IPython.display import display  # noqa: PLC0415 -- slow to import

            self._shown = display(words, raw=True, display_id=True)  # type: ignore[no-untyped-call]
        elif self._shown:
            self._shown.update(words, raw=True)

    def end(self) -> None:
        """Take away what was said."""
        if self._shown:
            from IPython.display import clear_output  # noqa: PLC0415 -- as above

            clear_output()  # type: ignore[no-untyped-call]
