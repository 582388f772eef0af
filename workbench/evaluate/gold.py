"""Gold to score against: a folder or file of any known format, recognised by its content."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from workbench.article import Article
from workbench.errors import ReadError
from workbench.evaluate.actors import Roster
from workbench.evaluate.facts import Comparison
from workbench.page import Page
from workbench.record import Record
from workbench.tag.crf import NameModel


class Reference(msgspec.Struct, frozen=True):
    """What the codebook adds to a record for the sake of comparison.

    Parameters
    ----------
    countries
        Entity to ISO 3166 code, for the entities that are a country or a union of countries.
    states
        The names of states, folded: some annotators of names leave them out where they are no places.
    roster
        The actors by what gold calls them.
    model
        The model for names, to be scored without the rules around it; None to leave that out.
    """

    countries: Mapping[str, str]
    states: frozenset[str] = frozenset()
    roster: Roster = Roster()
    model: NameModel | None = None


class GoldPage(msgspec.Struct, frozen=True, kw_only=True):
    """One annotated page.

    Parameters
    ----------
    id
        What misses call it.
    source
        The page; or an article, where the gold says nothing of layout and the tagger alone is measured.
    compare
        Compares its record with the gold.
    event
        What it tells, where the gold says which pages tell the same.
    """

    id: str
    source: Page | Article
    compare: Callable[[Record, Reference], Iterable[Comparison]]
    event: str | None = None


class GoldFormat(msgspec.Struct, frozen=True, kw_only=True):
    """One format of gold.

    Parameters
    ----------
    name
        What it is called.
    is_like
        Says from the beginning of a file whether it has this format.
    read
        Yields the annotated pages of a file, and an error for each whose text is not at hand.
    """

    name: str
    is_like: Callable[[str], bool]
    read: Callable[[Path, Path | None], Iterator[GoldPage | ReadError]]


def gold_files(path: Path) -> Iterator[Path]:
    """Yield the file, or the files of a folder in the order of their names."""
    if path.is_dir():
        yield from sorted(file for file in path.rglob("*") if file.is_file())
    elif path.is_file():
        yield path
    else:
        raise ReadError(str(path), "no such file or folder")
