"""The explorer beside the panel: one selection, whichever of the two changes it."""

from collections.abc import Callable
from typing import Any

from workbench.chart import safe
from workbench.chart.labels import counted, say
from workbench.explorer.widget import explore
from workbench.frame import Selection, Tables, n_articles
from workbench.notebook.linked import live_bundle


class LinkedExplorer:
    """The explorer of a corpus, started at a selection.

    Parameters
    ----------
    tables
        The corpus, and where to start.
    follow
        Called with each selection that is made in the explorer.
    """

    def __init__(self, tables: Tables, follow: Callable[[Selection], None]) -> None:
        self.widget = explore(tables.corpus, tables.selection)
        self._told = counted(n_articles(tables), "articles", tables.language)
        self._language = tables.language
        self.widget.observe(lambda _: follow(self.widget.selection), "settings")

    def update(self, tables: Tables) -> None:
        """Show the selection of `tables`; one that came from here is shown already."""
        if self.widget.selection != tables.selection:
            self.widget.select(tables.selection)

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        words = say("explorer-of", self._language, articles=self._told)
        return live_bundle(self.widget, {"text/plain": words, "text/html": f"<p>{safe(words)}</p>"})
