"""The filter panel: controls above, and views anywhere in the notebook that follow them."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import ipywidgets as widgets
import msgspec

from workbench.chart import Chart, safe, stylesheet
from workbench.chart.labels import say
from workbench.frame import EVERYTHING, Selection, Tables, n_articles, reselect, selection_settings
from workbench.notebook.controls import build_controls, lay_out, read_controls, relabel, write_controls
from workbench.notebook.debounce import Debounce
from workbench.notebook.linked import LinkedView, Shown, live_bundle
from workbench.notebook.reader import EvidenceReader
from workbench.notebook.saving import SavedSelections

if TYPE_CHECKING:
    from workbench.notebook.exploring import LinkedExplorer

#: Where selections are saved, beside the notebook.
SAVED: Final = Path("selections")


class FilterPanel:
    """Controls for a `Selection`, the language of labels and what is counted among them, and the views that follow.

    Parameters
    ----------
    tables
        What can be selected from.
    selection
        Where to start.
    saved
        Folder of the selections that are saved by name.
    """

    def __init__(self, tables: Tables, selection: Selection = EVERYTHING, *, saved: Path = SAVED) -> None:
        self._all = tables
        self.tables = reselect(tables, selection)
        #: Views, each with the themes that it shows where the selection asks for none.
        self._views: list[tuple[LinkedView, tuple[str, ...]]] = []
        self._readers: list[EvidenceReader] = []
        self._explorers: list[LinkedExplorer] = []
        # Kernels deliver changes on several threads; one of them draws at a time.
        self._lock = threading.RLock()
        self._controls = build_controls(tables, selection)
        self._reset = widgets.Button(icon="undo")
        self._saving = SavedSelections(saved, show=self.show_selection, tell=self._tell)
        self._status = widgets.HTML(self._status_html())
        self.widget = self._build_widget()
        self._relabel()

    @property
    def selection(self) -> Selection:
        """What is shown; the one state of the panel, and it goes with the tables that it gave."""
        return self.tables.selection

    def show(self, make: Callable[[Tables], Shown], *, themes: tuple[str, ...] = ()) -> LinkedView:
        """Return a view of the selection that follows it; `make` is a chart or a list of ``workbench``.

        Where the selection asks for no theme, the view is of its articles on `themes`.
        """
        with self._lock:
            view = LinkedView(make, self._on(themes))
            self._views.append((view, themes))
            return view

    def contrast(
        self, make: Callable[[Tables, Tables], Shown], other: Selection, *, themes: tuple[str, ...] = ()
    ) -> LinkedView:
        """Return a view of what is selected, as `show` does, beside `other`, which stays what it is."""
        fixed = reselect(self._all, other)
        return self.show(lambda tables: make(tables, fixed), themes=themes)

    def _on(self, themes: tuple[str, ...]) -> Tables:
        if not themes or self.selection.themes:
            return self.tables
        return reselect(self._all, msgspec.structs.replace(self.selection, themes=themes))

    def reader(self) -> EvidenceReader:
        """Return a reader for the evidence of every chart shown so far, and for the lines of every page."""
        with self._lock:
            reader = EvidenceReader(self.tables, self._charts())
            self._readers.append(reader)
            return reader

    def explorer(self) -> "LinkedExplorer":
        """Return the explorer, which follows the panel and leads it."""
        from workbench.notebook.exploring import LinkedExplorer  # noqa: PLC0415 -- slow to import

        with self._lock:
            explorer = LinkedExplorer(self.tables, self.show_selection)
            self._explorers.append(explorer)
            return explorer

    def select(self, selection: Selection) -> None:
        """Show `selection` everywhere; nothing is drawn where it is what is shown already."""
        with self._lock:
            if selection == self.selection:
                return
            is_renamed = selection.lang != self.selection.lang
            self.tables = reselect(self._all, selection)
            if is_renamed:
                relabel(self._controls, msgspec.structs.replace(self._all, selection=selection))
                self._relabel()
            self._draw()

    def reset(self) -> None:
        """Show everything again."""
        self.show_selection(Selection(lang=self.selection.lang, unit=self.selection.unit))

    def show_selection(self, selection: Selection) -> None:
        """Set the controls to `selection` and show it."""
        write_controls(self._controls, selection)
        self.select(selection)

    def _relabel(self) -> None:
        language = self.selection.lang
        self._reset.description = say("show-all", language)
        self._left_out.set_title(0, say("left-out", language))
        self._saving.relabel(language)

    def _tell(self, words: str) -> None:
        self._status.value = _status(words)

    def _draw(self) -> None:
        self._status.value = self._status_html()
        for view, themes in self._views:
            view.update(self._on(themes))
        for reader in self._readers:
            reader.update(self.tables, self._charts())
        for explorer in self._explorers:
            explorer.update(self.tables)

    def _charts(self) -> tuple[Chart, ...]:
        return tuple(view.shown for view, _ in self._views if isinstance(view.shown, Chart))

    def _build_widget(self) -> widgets.Widget:
        follow = Debounce(lambda: self.select(read_controls(self._controls, self.selection)))
        for control in self._controls.values():
            control.observe(follow, "value")
        self._reset.on_click(lambda _: self.reset())
        self._saving.save.on_click(lambda _: self._saving.keep(self.selection))
        style = widgets.HTML(f"<style>{stylesheet()}</style>")
        row = widgets.Layout(flex_flow="row wrap", align_items="center")
        status = widgets.Box([self._reset, self._controls["lang"], self._controls["unit"], self._status], layout=row)
        filters, self._left_out = lay_out(self._controls)
        return widgets.VBox([style, filters, status, self._saving.widget])

    def _status_words(self) -> str:
        n, n_all = n_articles(self.tables), n_articles(self._all)
        settings = selection_settings(self.selection)
        is_filter = settings.keys() - {"lang", "unit"}
        told = f"SELECTION = {settings}" if is_filter else say("no-filter", self.tables.language)
        return say("status", self.tables.language, n=n, total=n_all, filter=told)

    def _status_html(self) -> str:
        return _status(self._status_words())

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        words = self._status_words()
        return live_bundle(self.widget, {"text/plain": words, "text/html": f"<p>{safe(words)}.</p>"})


def _status(words: str) -> str:
    return f'<span class="wb-status" role="status">{safe(words)}</span>'
