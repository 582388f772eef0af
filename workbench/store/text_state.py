"""How far the full text of a corpus has come, told without opening it."""

from pathlib import Path
from typing import Final

import msgspec

from workbench.store.derived import INDEX
from workbench.store.shelf import Shelf

TEXT: Final = "text"
_STATE: Final = "state.json"
#: What tantivy finds its own files by; without it there is no full text, whatever else lies there.
_META: Final = "meta.json"
_FORMAT: Final = 1


class TextState(msgspec.Struct, frozen=True):
    """The step of the corpus up to which the full text shows it."""

    format: int
    seq: int


def read_text_state(folder: Path) -> TextState:
    """Return how far the full text in `folder` has come; not at all where there is none.

    Raises
    ------
    ValueError, OSError
        It is damaged, or of another format.
    """
    if not (folder / _META).is_file() or not (folder / _STATE).is_file():
        return TextState(_FORMAT, 0)
    state = msgspec.json.decode((folder / _STATE).read_bytes(), type=TextState)
    if state.format != _FORMAT:
        message = f"it has format {state.format}, not {_FORMAT}"
        raise ValueError(message)
    return state


def write_text_state(folder: Path, seq: int) -> None:
    """Note that the full text in `folder` shows the corpus as it was at step `seq`."""
    (folder / _STATE).write_bytes(msgspec.json.encode(TextState(_FORMAT, seq)))


def n_unsearched(shelf: Shelf) -> int:
    """Return how many records the next search has to add to the full text; all of them where it is damaged."""
    try:
        done = read_text_state(shelf.folder / INDEX / TEXT).seq
    except (OSError, ValueError, msgspec.MsgspecError):
        done = 0
    return int(shelf.rows("SELECT count(*) FROM records WHERE text_seq > ?", (done,))[0][0])
