"""Selections saved by name: one JSON file each, as ``workbench report --selection`` reads them."""

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from workbench.errors import ReadError

#: A name becomes the name of a file, on any system.
_NAME: Final = re.compile(r"[^\W_][\w .-]{0,60}")


def saved_names(folder: Path) -> tuple[str, ...]:
    """Return the names of the selections saved in `folder`, sorted; none where there is no such folder."""
    return tuple(sorted(file.stem for file in folder.glob("*.json")))


def write_saved(folder: Path, name: str, settings: Mapping[str, Any]) -> Path:
    """Save `settings` under `name`, in place of what had that name; return the file.

    Raises
    ------
    ReadError
        `name` cannot be the name of a file.
    """
    if not _NAME.fullmatch(name) or name.endswith((".", " ")):
        reason = "a name is made of letters, digits, spaces, points and hyphens, and begins with a letter or digit"
        raise ReadError(name, reason)
    folder.mkdir(parents=True, exist_ok=True)
    file, partial = folder / f"{name}.json", folder / f".{name}.{os.getpid()}.partial"
    partial.write_text(json.dumps(dict(settings), indent=1, ensure_ascii=False) + "\n", "utf-8")
    partial.replace(file)
    return file


def read_saved(folder: Path, name: str) -> dict[str, Any]:
    """Return the settings saved under `name`.

    Raises
    ------
    ReadError
        The file is gone, or holds no settings.
    """
    file = folder / f"{name}.json"
    try:
        settings = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ReadError(str(file), str(error)) from error
    if not isinstance(settings, dict):
        raise ReadError(str(file), "it holds no selection")
    return settings
