"""Waits until typing pauses, so that a burst of changes draws once."""

import threading
from collections.abc import Callable
from typing import Final

#: Seconds of quiet before a change is drawn.
QUIET: Final = 0.15


class Debounce:
    """Calls `action` once, `quiet` seconds after the last of a burst of calls."""

    def __init__(self, action: Callable[[], None], *, quiet: float = QUIET) -> None:
        self._action = action
        self._quiet = quiet
        self._timer: threading.Timer | None = None
        self._lock = threading.Lock()

    def __call__(self, _: object = None) -> None:
        """Start the wait again; a widget's change is ignored, the action reads the state itself."""
        with self._lock:
            if self._timer:
                self._timer.cancel()
            self._timer = threading.Timer(self._quiet, self._action)
            self._timer.daemon = True
            self._timer.start()
