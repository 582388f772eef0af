"""The codebook: one frozen value that holds every entry, with the stamp that goes into each record."""

from importlib.resources import files
from pathlib import Path

import msgspec

from workbench.codebook.cues import Cues
from workbench.codebook.event_files import load_events
from workbench.codebook.events import EventBook
from workbench.codebook.load import check_files, check_ids, codebook_hash, load_entries, load_file, yaml_files
from workbench.codebook.locations import Location, load_locations
from workbench.codebook.schema import Actor, Agency, Label, Manifest, Publisher
from workbench.errors import CodebookError
from workbench.record import CodebookStamp

#: The codebook that ships with the package.
DEFAULT_CODEBOOK = "union-state"


class Scheme(msgspec.Struct, frozen=True, kw_only=True):
    """What decides the themes and events of an article, with the stamp of its codebook."""

    stamp: CodebookStamp
    events: EventBook = EventBook()


class Codebook(Scheme, frozen=True, kw_only=True):
    """Everything that one codebook folder says, checked.

    Parameters
    ----------
    stopwords
        Words in lower case that say nothing of a subject; counts of single words leave them out.
    """

    title: Label
    actors: tuple[Actor, ...]
    agencies: tuple[Agency, ...]
    publishers: tuple[Publisher, ...]
    cues: Cues
    locations: tuple[Location, ...] = ()
    stopwords: tuple[str, ...] = ()


def load_codebook(folder: Path | str = DEFAULT_CODEBOOK) -> Codebook:
    """Load the codebook in `folder`, or the shipped one of that name.

    Raises
    ------
    CodebookError
        A file is missing, breaks its schema or is none of a codebook's, or two entries share an id; names file and
        line.
    """
    root = _folder(folder)
    check_files(root)
    manifest = _manifest(root)
    by_file = {file: load_entries(file, Actor) for file in yaml_files(root / "actors")}
    actors = tuple(actor for entries in by_file.values() for actor in entries)
    agencies = load_entries(root / "agencies.yaml", Agency)
    publishers = {file: (load_file(file, Publisher),) for file in yaml_files(root / "publishers")}
    check_ids(by_file)
    check_ids({root / "agencies.yaml": agencies})
    check_ids(publishers)
    return Codebook(
        title=manifest.title,
        stamp=_stamp(root, manifest),
        actors=actors,
        agencies=agencies,
        publishers=tuple(one for (one,) in publishers.values()),
        cues=load_file(_own_or_shipped(root, "cues.yaml"), Cues),
        events=load_events(root),
        locations=load_locations(root / "places.yaml", actors),
        stopwords=_stopwords(root),
    )


def load_scheme(folder: Path | str = DEFAULT_CODEBOOK) -> Scheme:
    """Load the themes and events of a codebook alone, in a fifth of the time; the other files are not checked.

    Raises
    ------
    CodebookError
        As `load_codebook`, for the files that are read.
    """
    root = _folder(folder)
    check_files(root)
    return Scheme(stamp=_stamp(root, _manifest(root)), events=load_events(root))


def _manifest(root: Path) -> Manifest:
    manifest: Manifest = load_file(root / "codebook.yaml", Manifest)
    return manifest


def _stamp(root: Path, manifest: Manifest) -> CodebookStamp:
    return CodebookStamp(manifest.name, manifest.version, codebook_hash(tuple(yaml_files(root)), root))


def _stopwords(root: Path) -> tuple[str, ...]:
    groups: dict[str, tuple[str, ...]] = load_file(_own_or_shipped(root, "stopwords.yaml"), dict[str, tuple[str, ...]])
    return tuple(word for words in groups.values() for word in words)


def _own_or_shipped(root: Path, name: str) -> Path:
    """Return a codebook's own file of words that belong to the language and the press, and hardly to the topic."""
    own = root / name
    return own if own.is_file() else _folder(DEFAULT_CODEBOOK) / name


def _folder(folder: Path | str) -> Path:
    root = Path(folder)
    data = Path(str(files("workbench.codebook") / "data"))
    found = next((path for path in (root, data / str(folder)) if (path / "codebook.yaml").is_file()), None)
    if found is None:
        names = ", ".join(sorted(path.parent.name for path in data.glob("*/codebook.yaml")))
        reason = f"there is no codebook here, and none of that name ships: name a folder, or {names}"
        raise CodebookError(str(root / "codebook.yaml"), None, reason)
    return found
