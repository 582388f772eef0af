"""A view that follows the panel: the picture, and beneath it the numbers to choose from and their sentences."""

from collections.abc import Callable
from typing import Any, Final

import ipywidgets as widgets

from workbench.chart import Chart, Mark, chart_at_large, passages_table, safe
from workbench.chart.chart import MOST_PASSAGES, chart_html
from workbench.chart.labels import say
from workbench.frame import Tables, passages
from workbench.frame.indexed import MOST_ARTICLES, n_articles, n_in_all
from workbench.notebook.view import View
from workbench.shown import visible

Shown = Chart | View
_CHOICE: Final = {"width": "auto", "min_width": "16rem", "max_width": "44rem"}
#: A drop-down shows the words of a choice only where its value is not None.
_NO_MARK: Final = -1
_NAME: Final = {"description_width": "initial"}


class LinkedView:
    """A chart or list that is made again whenever the panel's selection changes.

    Beneath a chart stands a list of its numbers; choosing one, by mouse or keyboard, opens its sentences there.
    """

    def __init__(self, make: Callable[[Tables], Shown], tables: Tables) -> None:
        self._make = make
        self._picture, self._passages = widgets.HTML(), widgets.HTML()
        # A layout of its own: a view without numbers hides its list, and no other's.
        self._mark = widgets.Dropdown(layout=widgets.Layout(**_CHOICE), style=_NAME)
        self._mark.add_class("wb-marks")
        self._is_settling = False
        self._mark.observe(lambda _: self._open(), "value")
        self.shown = show(make, tables)
        self._put()
        self.widget = widgets.VBox([self._picture, self._mark, self._passages])

    def update(self, tables: Tables) -> None:
        """Show what `tables` holds now; the old picture stands until the new one is ready."""
        self.shown = show(self._make, tables)
        self._put()

    def _put(self) -> None:
        shown = self.shown
        self._mark.layout.display = "none" if isinstance(shown, View) else None
        if isinstance(shown, View):
            self._picture.value, self._passages.value = shown.html, ""
            return
        self._picture.value = chart_html(shown, evidence=())
        self._is_settling = True
        self._mark.description = say("open-mark", shown.language)
        options = [(f"{visible(mark.label)}: {mark.n}", rank) for rank, mark in enumerate(shown.marks)]
        self._mark.options = [(say("choose-mark", shown.language), _NO_MARK), *options]
        self._mark.value = _NO_MARK
        self._is_settling = False
        self._open()

    def _open(self) -> None:
        if self._is_settling or not isinstance(self.shown, Chart):
            return
        rank = self._mark.value
        self._passages.value = "" if rank in (None, _NO_MARK) else mark_html(self.shown, self.shown.marks[rank])

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        return live_bundle(self.widget, bundle(self.shown))


def show(make: Callable[[Tables], Shown], tables: Tables) -> Shown:
    """Return what `make` shows of `tables`; of more articles than frames are made of, what the index can tell."""
    if tables.at_large is None:
        return make(tables)
    return chart_at_large(make, tables) or _too_many(tables)


def _too_many(tables: Tables) -> View:
    n, total = n_articles(tables), n_in_all(tables)
    told = say("too-many", tables.language, n=f"{n:,}", total=f"{total:,}", most=f"{MOST_ARTICLES:,}")
    return View(told, f'<p class="wb-nothing">{safe(told)}</p>')


def mark_html(chart: Chart, mark: Mark) -> str:
    """Return the sentences behind one number: as many rows as the number says, up to what one page can hold."""
    opened = passages(chart.corpus, mark.evidence[:MOST_PASSAGES])
    left = mark.n - len(opened)
    rest = f"<p>{say('not-listed', chart.language, n=left)}</p>" if left else ""
    return f"<h4>{safe(mark.label)}: {mark.n}</h4>{passages_table(opened, chart.language)}{rest}"


def bundle(shown: Shown) -> dict[str, str]:
    """Return what a chart or a view shows, as text and as HTML."""
    return shown._repr_mimebundle_()


def live_bundle(widget: widgets.Widget, still: dict[str, str]) -> dict[str, Any]:
    """Return the live widget for a notebook, and beside it the still form for an exported file."""
    live = widget._repr_mimebundle_() or {}
    # The widgets of anywidget return their metadata with it.
    return {**(live[0] if isinstance(live, tuple) else live), **still}
