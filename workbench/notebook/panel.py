"""The filter panel: controls above, and views anywhere in the notebook that follow them."""

import threading
from collections.abc import Callable
from typing import Any

import ipywidgets as widgets
import msgspec

from workbench.chart import Chart, safe, stylesheet
from workbench.chart.labels import say
from workbench.frame import EVERYTHING, Selection, Tables, select_tables, selection_settings
from workbench.notebook.controls import build_controls, lay_out, read_controls, relabel, write_controls
from workbench.notebook.debounce import Debounce
from workbench.notebook.linked import LinkedView, Shown, live_bundle
from workbench.notebook.reader import EvidenceReader


class FilterPanel:
    """Controls for a `Selection`, the language of labels and what is counted among them, and the views that follow.

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
        self._reset = widgets.Button(description=say("show-all", selection.lang), icon="undo")
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
            is_renamed = selection.lang != self.selection.lang
            self.tables = select_tables(self._all, selection)
            if is_renamed:
                relabel(self._controls, msgspec.structs.replace(self._all, selection=selection))
                self._reset.description = say("show-all", selection.lang)
            self._draw()

    def reset(self) -> None:
        """Show everything again."""
        everything = Selection(lang=self.selection.lang, unit=self.selection.unit)
        write_controls(self._controls, everything)
        self.select(everything)

    def _draw(self) -> None:
        self._status.value = self._status_html()
        for view in self._views:
            view.update(self.tables)
        for reader in self._readers:
            reader.update(self.tables, self._charts())

    def _charts(self) -> tuple[Chart, ...]:
        return tuple(view.shown for view in self._views if isinstance(view.shown, Chart))

    def _build_widget(self) -> widgets.Widget:
        follow = Debounce(lambda: self.select(read_controls(self._controls, self.selection)))
        for control in self._controls.values():
            control.observe(follow, "value")
        self._reset.on_click(lambda _: self.reset())
        style = widgets.HTML(f"<style>{stylesheet()}</style>")
        row = widgets.Layout(flex_flow="row wrap", align_items="center")
        status = widgets.Box([self._reset, self._controls["lang"], self._controls["unit"], self._status], layout=row)
        return widgets.VBox([style, lay_out(self._controls), status])

    def _status_words(self) -> str:
        n, n_all = len(self.tables.articles), len(self._all.articles)
        settings = selection_settings(self.selection)
        is_filter = settings.keys() - {"lang", "unit"}
        told = f"SELECTION = {settings}" if is_filter else say("no-filter", self.tables.language)
        return say("status", self.tables.language, n=n, total=n_all, filter=told)

    def _status_html(self) -> str:
        return f'<span class="wb-status" role="status">{safe(self._status_words())}</span>'

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        words = self._status_words()
        return live_bundle(self.widget, {"text/plain": words, "text/html": f"<p>{safe(words)}.</p>"})
