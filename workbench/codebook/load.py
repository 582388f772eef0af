"""Loads a codebook folder and checks it; an error names file and line."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol, TypeVar

import msgspec
import yaml

from workbench.errors import CodebookError

T = TypeVar("T")


class HasId(Protocol):
    """An entry of any kind."""

    @property
    def id(self) -> str:
        """Its name in its kind."""


_AT = re.compile(r" - at `\$(?P<path>[^`]*)`$")
#: Files and folders of a codebook.
_PARTS = (
    *("codebook", "actors", "agencies", "publishers", "places", "cues", "stopwords", "words", "themes"),
    *("sanctions", "military", "equipment", "clauses", "modality", "commitments", "background", "labels"),
)
_STEP = re.compile(r"\[(\d+)\]|\.(\w+)|\[\.\.\.\]")


def load_entries(file: Path, entry_type: type[T]) -> tuple[T, ...]:
    """Read one YAML list of entries.

    Raises
    ------
    CodebookError
        The file is missing, is no YAML or holds an entry that breaks `entry_type`; names file and line.
    """
    loaded: tuple[T, ...] = load_file(file, tuple[entry_type, ...])  # type: ignore[valid-type]
    return loaded


def load_file(file: Path, expected: Any) -> Any:  # noqa: ANN401 -- the type is an argument
    """Read one YAML file as `expected`, a type that msgspec can convert to.

    Raises
    ------
    CodebookError
        As `load_entries`.
    """
    node = _compose(file)
    loader = yaml.CSafeLoader("")
    try:
        return msgspec.convert(loader.construct_document(node), expected, strict=True)
    except msgspec.ValidationError as error:
        raise CodebookError(str(file), _line_of(node, str(error)), _AT.sub("", str(error))) from error
    finally:
        loader.dispose()


def _compose(file: Path) -> yaml.Node:
    try:
        node = yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise CodebookError(str(file), mark.line + 1 if mark else None, str(error.problem)) from error
    except yaml.YAMLError as error:
        raise CodebookError(str(file), None, str(error)) from error
    except FileNotFoundError as error:
        raise CodebookError(str(file), None, "there is no such file, and a codebook needs it") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise CodebookError(str(file), line, f"not UTF-8: byte {error.object[error.start]:#04x}") from error
    except OSError as error:
        raise CodebookError(str(file), None, error.strerror or str(error)) from error
    if node is None:
        raise CodebookError(str(file), None, "the file is empty")
    return node


def _line_of(node: yaml.Node, message: str) -> int:
    """Follow the path at the end of a msgspec message down the YAML tree, as far as it goes; 1-based line."""
    found = _AT.search(message)
    for step in _STEP.finditer(found["path"] if found else ""):
        below = _child(node, step)
        if below is None:
            break
        node = below
    return int(node.start_mark.line) + 1


def _child(node: yaml.Node, step: re.Match[str]) -> yaml.Node | None:
    index, key = step.groups()
    if isinstance(node, yaml.SequenceNode) and index is not None:
        child: yaml.Node = node.value[int(index)]
        return child
    if isinstance(node, yaml.MappingNode) and key is not None:
        return next((value for name, value in node.value if name.value == key), None)
    return None


def lines_of_id(file: Path, entry_id: str) -> list[int]:
    """Return the 1-based lines on which entries of a file give this id."""
    given = re.compile(rf"\s*(?:-\s+)?\{{?id:\s*{re.escape(entry_id)}\s*(?:[,}}#]|$)")
    lines = file.read_text(encoding="utf-8").split("\n")
    return [number for number, line in enumerate(lines, 1) if given.match(line)]


def check_ids(by_file: Mapping[Path, Sequence[HasId]]) -> None:
    """Check that each entry has an id of its own.

    Raises
    ------
    CodebookError
        Two entries share an id; names file and line of the second.
    """
    seen: set[str] = set()
    for file, entries in by_file.items():
        for entry in entries:
            if entry.id in seen:
                line = next(reversed(lines_of_id(file, entry.id)), None)
                raise CodebookError(str(file), line, f"the id {entry.id!r} is taken by another entry")
            seen.add(entry.id)


def check_files(root: Path) -> None:
    """Check that no file of a codebook's folder would be passed over for its name.

    Raises
    ------
    CodebookError
        Names the first that would.
    """
    for file in sorted((*root.rglob("*.yaml"), *root.rglob("*.yml"))):
        top = file.relative_to(root).parts[0]
        if file.suffix == ".yml":
            raise CodebookError(str(file), None, "it is not read: the files of a codebook end in .yaml")
        if top.removesuffix(".yaml") not in _PARTS:
            raise CodebookError(str(file), None, f"it is not read: the parts of a codebook are {', '.join(_PARTS)}")


def codebook_hash(files: Sequence[Path], root: Path) -> str:
    """Return ``sha256:…`` over names and bytes of a codebook's files, in the order of their names."""
    digest = hashlib.sha256()
    for file in sorted(files):
        digest.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return f"sha256:{digest.hexdigest()}"


def yaml_files(root: Path) -> Iterator[Path]:
    """Yield every YAML file of a codebook folder in the order of their names."""
    yield from sorted(root.rglob("*.yaml"))
