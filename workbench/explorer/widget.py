"""The explorer in a notebook: the client of the page, its selection kept in step with the kernel by anywidget."""

from collections.abc import Mapping
from threading import Lock
from typing import Any, Final

import anywidget
import traitlets

from workbench.errors import WorkbenchError
from workbench.explorer.bundle import client_script, client_style
from workbench.explorer.kernel import KernelAnswers, kernel_answers
from workbench.explorer.options import PayloadOptions
from workbench.explorer.payload import Payload, build_payload, pack_payload
from workbench.frame import EVERYTHING, Selection, make_selection, selection_settings
from workbench.store import Corpus

#: Beyond so many articles the browser asks the kernel instead of holding the records itself.
MOST_IN_BROWSER: Final = 20_000
_SCRIPT: Final = client_script("widget.js")
_STYLE: Final = client_style()


class ExplorerWidget(anywidget.AnyWidget):
    """The explorer, live.

    Observe ``settings`` to follow what the reader selects; assign to it, or call `select`, to lead.

    Parameters
    ----------
    known
        What to explore: a payload, which the browser holds, or the kernel's answers, which it asks for.
    selection
        Where to start, as JSON; see `workbench.frame.make_selection`.

    Raises
    ------
    SchemaError
        `selection` is none.
    """

    _esm = _SCRIPT
    _css = _STYLE

    #: Gzipped JSON of the payload, or of what the client knows before it asks.
    payload = traitlets.Bytes().tag(sync=True)
    #: The selection as JSON, in step with the client.
    settings = traitlets.Dict().tag(sync=True)

    def __init__(self, known: Payload | KernelAnswers, *, selection: Mapping[str, Any] | None = None) -> None:
        head = known.head if isinstance(known, KernelAnswers) else known
        super().__init__(payload=pack_payload(head), settings=_checked(selection or {}))
        self._answers = known if isinstance(known, KernelAnswers) else None
        self._lock = Lock()
        self.on_msg(self._hear)

    def _hear(self, _: Any, content: Mapping[str, Any], __: Any) -> None:  # noqa: ANN401 -- as ipywidgets calls it
        """Answer a turn of questions, in their order; what is no question is told as an error."""
        if self._answers is None or "asks" not in content:
            return
        # After the first message a kernel may hand over messages on another thread.
        with self._lock:
            answers = [_answer(self._answers, asked) for asked in content["asks"]]
        self.send({"turn": content.get("turn"), "answers": answers})

    @traitlets.validate("settings")
    def _check(self, proposal: Any) -> dict[str, Any]:  # noqa: ANN401 -- traitlets gives it no type
        try:
            return _checked(proposal["value"])
        except WorkbenchError as error:
            raise traitlets.TraitError(str(error)) from error

    @property
    def selection(self) -> Selection:
        """What is selected now."""
        return make_selection(self.settings)

    def select(self, selection: Selection) -> None:
        """Show `selection`."""
        self.settings = _checked(selection_settings(selection))


def explore(
    corpus: Corpus, selection: Selection = EVERYTHING, *, options: PayloadOptions | None = None
) -> ExplorerWidget:
    """Return the explorer of a corpus of any size, for the last line of a cell.

    The browser holds up to `MOST_IN_BROWSER` articles itself; beyond, it asks the kernel.

    Parameters
    ----------
    corpus
        What to explore.
    selection
        Where to start.
    options
        As for a payload.
    """
    is_small = len(corpus.records) <= MOST_IN_BROWSER
    known = build_payload(corpus, options) if is_small else kernel_answers(corpus, options)
    return ExplorerWidget(known, selection=selection_settings(selection))


def _answer(answers: KernelAnswers, asked: Any) -> dict[str, Any]:  # noqa: ANN401 -- as the client sends it
    try:
        return {"value": answers.answer(asked)}
    except WorkbenchError as error:
        return {"error": str(error)}


def _checked(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Return settings as the client sends them, so that an answer equals what was asked."""
    known = selection_settings(make_selection(settings))
    return {name: list(value) if isinstance(value, tuple) else value for name, value in known.items()}
