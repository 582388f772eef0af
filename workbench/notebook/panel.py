"""The filter panel: controls above, and views anywhere in the notebook that follow them."""

import threading
from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from workbench.chart import Chart, safe, stylesheet
from workbench.frame import EVERYTHING, Selection, Tables, select_tables, selection_settings
from workbench.notebook.controls import build_controls, lay_out, read_controls, write_controls
from workbench.notebook.debounce import Debounce
from workbench.notebook.reader import EvidenceReader
from workbench.notebook.view import View

Shown = Chart | View


class LinkedView:
    """A chart or list that is made again whenever the panel's selection changes."""

    def __init__(self, make: Callable[[Tables], Shown], tables: Tables) -> None:
        self._make = make
        self.shown = make(tables)
        self.widget = widgets.HTML(bundle(self.shown)["text/html"])

    def update(self, tables: Tables) -> None:
        """Show what `tables` holds now; the old picture stands until the new one is ready."""
        self.shown = self._make(tables)
        self.widget.value = bundle(self.shown)["text/html"]

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        return live_bundle(self.widget, bundle(self.shown))


class FilterPanel:
    """Controls for a `Selection`, and the views that follow it.

    Parameters
    ----------
    tables
        What can be selected from.
    selection
        Where to start.
    """

    def __init__(self, tables: Tables, selection: Selection = EVERYTHING) -> None:
        self._all = tables
        self.tables = select_tables(tables, selection)
        self._views: list[LinkedView] = []
        self._readers: list[EvidenceReader] = []
        # Kernels deliver changes on several threads; one of them draws at a time.
        self._lock = threading.RLock()
        self._controls = build_controls(tables, selection)
        self._status = widgets.HTML(self._status_html())
        self.widget = self._build_widget()

    @property
    def selection(self) -> Selection:
        """What is shown; the one state of the panel, and it goes with the tables that it gave."""
        return self.tables.selection

    def show(self, make: Callable[[Tables], Shown]) -> LinkedView:
        """Return a view of the selection that follows it; `make` is a chart or a list of ``workbench``."""
        with self._lock:
            view = LinkedView(make, self.tables)
            self._views.append(view)
            return view

    def reader(self) -> EvidenceReader:
        """Return a reader for the evidence of every chart shown so far, and for the lines of every page."""
        with self._lock:
            reader = EvidenceReader(self.tables, self._charts())
            self._readers.append(reader)
            return reader

    def select(self, selection: Selection) -> None:
        """Show `selection` everywhere; nothing is drawn where it is what is shown already."""
        with self._lock:
            if selection == self.selection:
                return
            self.tables = select_tables(self._all, selection)
            self._status.value = self._status_html()
            for view in self._views:
                view.update(self.tables)
            for reader in self._readers:
                reader.update(self.tables, self._charts())

    def reset(self) -> None:
        """Show everything again."""
        write_controls(self._controls, EVERYTHING)
        self.select(EVERYTHING)

    def _charts(self) -> tuple[Chart, ...]:
        return tuple(view.shown for view in self._views if isinstance(view.shown, Chart))

    def _build_widget(self) -> widgets.Widget:
        follow = Debounce(lambda: self.select(read_controls(self._controls)))
        for control in self._controls.values():
            control.observe(follow, "value")
        reset = widgets.Button(description="Show everything", icon="undo")
        reset.on_click(lambda _: self.reset())
        style = widgets.HTML(f"<style>{stylesheet()}</style>")
        status = widgets.HBox([reset, self._status], layout=widgets.Layout(align_items="center"))
        return widgets.VBox([style, lay_out(self._controls), status])

    def _status_words(self) -> str:
        n, n_all = len(self.tables.articles), len(self._all.articles)
        settings = selection_settings(self.selection)
        return f"{n} of {n_all} articles; " + (f"SELECTION = {settings}" if settings else "no filter")

    def _status_html(self) -> str:
        return f'<span class="wb-status" role="status">{safe(self._status_words())}</span>'

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        words = self._status_words()
        return live_bundle(self.widget, {"text/plain": words, "text/html": f"<p>Selection: {safe(words)}.</p>"})


def bundle(shown: Shown) -> dict[str, str]:
    """Return what a chart or a view shows, as text and as HTML."""
    return shown._repr_mimebundle_()


def live_bundle(widget: widgets.Widget, still: dict[str, str]) -> dict[str, Any]:
    """Return the live widget for a notebook, and beside it the still form for an exported file."""
    live = widget._repr_mimebundle_() or {}
    return {**live, **still}
