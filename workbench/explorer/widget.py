"""The explorer in a notebook: the client of the page, its selection kept in step with the kernel by anywidget."""

from collections.abc import Mapping
from typing import Any, Final

import anywidget
import traitlets

from workbench.errors import SchemaError
from workbench.explorer.bundle import client_script, client_style
from workbench.explorer.payload import Payload, pack_payload
from workbench.frame import Selection, make_selection, selection_settings

_SCRIPT: Final = client_script("widget.js")
_STYLE: Final = client_style()


class ExplorerWidget(anywidget.AnyWidget):
    """The explorer, live.

    Observe ``settings`` to follow what the reader selects; assign to it, or call `select`, to lead.

    Parameters
    ----------
    payload
        What to explore.
    selection
        Where to start, as JSON; see `workbench.frame.make_selection`.

    Raises
    ------
    SchemaError
        `selection` is none.
    """

    _esm = _SCRIPT
    _css = _STYLE

    #: Gzipped JSON of the payload.
    payload = traitlets.Bytes().tag(sync=True)
    #: The selection as JSON, in step with the client.
    settings = traitlets.Dict().tag(sync=True)

    def __init__(self, payload: Payload, *, selection: Mapping[str, Any] | None = None) -> None:
        super().__init__(payload=pack_payload(payload), settings=_checked(selection or {}))

    @traitlets.validate("settings")
    def _check(self, proposal: Any) -> dict[str, Any]:  # noqa: ANN401 -- traitlets gives it no type
        try:
            return _checked(proposal["value"])
        except SchemaError as error:
            raise traitlets.TraitError(str(error)) from error

    @property
    def selection(self) -> Selection:
        """What is selected now."""
        return make_selection(self.settings)

    def select(self, selection: Selection) -> None:
        """Show `selection`."""
        self.settings = _checked(selection_settings(selection))


def _checked(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Return settings as the client sends them, so that an answer equals what was asked."""
    known = selection_settings(make_selection(settings))
    return {name: list(value) if isinstance(value, tuple) else value for name, value in known.items()}
