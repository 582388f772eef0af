"""Puts the client's modules into one script: imports first, each module once, without comments and indentation."""

import re
from importlib.resources import files
from typing import Final

_IMPORT: Final = re.compile(r'^import \{[^}]*\} from "\./([a-z_]+\.js)";\n', re.MULTILINE)
#: Lines of comments alone and the blanks before a line are for those who read the sources.
_COMMENT: Final = re.compile(r"^ *(?://.*|/\*\*(?:.|\n)*?\*/)\n", re.MULTILINE)
_INDENT: Final = re.compile(r"^ +", re.MULTILINE)
_EXPORT: Final = re.compile(r"^export (?=(?:async )?function|const|let|class)", re.MULTILINE)


def client_script(entry: str) -> str:
    """Return one module script that starts at `entry` (``page.js`` or ``widget.js``).

    The modules share one scope, so their top-level names differ; a browser refuses the script where two are alike.
    """
    whole = "\n".join(_EXPORT.sub("", _IMPORT.sub("", _source(name))) for name in _in_order(entry))
    return re.sub(r"\n\n+", "\n", _INDENT.sub("", _COMMENT.sub("", whole)))


def client_style() -> str:
    """Return the client's style sheet."""
    return _source("explorer.css")


def _in_order(entry: str) -> tuple[str, ...]:
    """Return the modules that `entry` needs, each after those that it imports."""
    placed: dict[str, None] = {}

    def place(name: str) -> None:
        for needed in _IMPORT.findall(_source(name)):
            if needed not in placed:
                place(needed)
        placed[name] = None

    place(entry)
    return tuple(placed)


def _source(name: str) -> str:
    return (files("workbench.explorer") / "client" / name).read_text("utf-8")
