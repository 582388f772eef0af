"""Saving a selection by name, and opening it again: the row of controls beneath the filter."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import ipywidgets as widgets

from workbench.chart.labels import say
from workbench.errors import WorkbenchError
from workbench.frame import Language, Selection, make_selection, selection_settings
from workbench.store.saved import read_saved, saved_names, write_saved

#: A drop-down shows the words of a choice only where its value is not None.
_NOTHING: Final = ""
_WIDE: Final = widgets.Layout(width="auto", min_width="14rem")
_NAME: Final = {"description_width": "initial"}


class SavedSelections:
    """Controls that save a selection as a file, and open one.

    Parameters
    ----------
    folder
        Where the files lie; it is made when something is saved.
    show, tell
        Called with the selection that was opened; with what went wrong, or where it was saved.
    """

    def __init__(self, folder: Path, *, show: Callable[[Selection], None], tell: Callable[[str], None]) -> None:
        self._folder, self._show, self._tell = folder, show, tell
        self._language: Language = "en"
        self.name = widgets.Text(layout=_WIDE, style=_NAME)
        self.save = widgets.Button(icon="save", layout=widgets.Layout(width="auto"))
        self.saved = widgets.Dropdown(layout=_WIDE, style=_NAME)
        self._is_settling = False
        self.saved.observe(lambda _: self._open(), "value")
        row = widgets.Layout(flex_flow="row wrap", align_items="center")
        self.widget = widgets.Box([self.saved, self.name, self.save], layout=row)

    def relabel(self, language: Language) -> None:
        """Write the controls in `language`, and offer what is saved now."""
        self._language = language
        self.name.description, self.save.description = say("save-name", language), say("save", language)
        self.saved.description = say("saved", language)
        self._offer(_NOTHING)

    def keep(self, selection: Selection) -> None:
        """Save `selection` under the name that was written."""
        try:
            file = write_saved(self._folder, self.name.value.strip(), selection_settings(selection))
        except (WorkbenchError, OSError) as error:
            self._tell(str(error))
            return
        self._offer(file.stem)
        self._tell(say("saved-as", self._language, file=file))

    def _offer(self, chosen: str) -> None:
        names = saved_names(self._folder)
        options: list[tuple[str, Any]] = [(say("choose-saved", self._language), _NOTHING)]
        self._is_settling = True
        self.saved.options = [*options, *((name, name) for name in names)]
        self.saved.value = chosen
        self._is_settling = False

    def _open(self) -> None:
        if self._is_settling or not self.saved.value:
            return
        try:
            selection = make_selection(read_saved(self._folder, self.saved.value))
        except WorkbenchError as error:
            self._tell(str(error))
            return
        self.name.value = self.saved.value
        self._show(selection)
