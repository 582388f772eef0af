"""The derived index of a corpus on disk: made when it is missing or behind, and named after the state that it shows."""

import json
import os
import shutil
import threading
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from workbench.errors import CorpusError
from workbench.store.amended import amended_columns
from workbench.store.columns import Columns, build_columns, read_columns, write_columns
from workbench.store.copies import CopyGroup, find_copies
from workbench.store.decisions import Decision, read_decisions
from workbench.store.derived import INDEX, Derived, kept
from workbench.store.facts import Facts
from workbench.store.shelf import RECORDED, Shelf
from workbench.store.stories import Story, find_stories

if TYPE_CHECKING:
    import tantivy

    from workbench.store.fulltext import Hit

_COLUMNS: Final = "columns-"
_ORIGINALS_OF: Final = """SELECT id FROM (
        SELECT pages.id AS id, path, member, row_number() OVER (PARTITION BY article_id ORDER BY path, member) AS place
        FROM records JOIN pages ON pages.id = page_id JOIN files ON files.id = file_id
        WHERE article_id IN (SELECT value FROM json_each(?))
    ) WHERE place = 1 ORDER BY path, member"""

_IDS_OF: Final = "SELECT page_id, article_id FROM records WHERE page_id IN (SELECT value FROM json_each(?))"


#: What to do where the full text is sound, by words of the error: tantivy has no types for them.
_ADVICE: Final = (
    ("LockBusy", "another program is at it; try again when it has ended"),
    ("No space left", "the disk is full; free some space"),
    ("Read-only", _UNWRITABLE := "it is searched only where its folder can be written"),
    ("Permission denied", _UNWRITABLE),
)


class Index:
    """Answers for one state of a corpus on disk; each part is opened when it is first asked.

    Parameters
    ----------
    shelf
        The state.
    decided
        What analysts' decisions make of the facts of some pages, by their numbers; None for the tags as they were made.
    """

    def __init__(self, shelf: Shelf, decided: Mapping[int, Facts] | None = None) -> None:
        self._shelf = shelf
        self._decided = decided
        self._lock = threading.Lock()

    @cached_property
    def columns(self) -> Columns:
        """One row an article."""
        with self._lock:
            columns = open_columns(self._shelf)
            return columns if self._decided is None else amended_columns(columns, self._decided)

    def decided(self, facts: Mapping[int, Facts]) -> "Index":
        """Return the index of the same state with the facets of some pages as analysts decided."""
        return Index(self._shelf, facts)

    @cached_property
    def _text(self) -> "tantivy.Index":
        from workbench.store.fulltext import refresh_text  # noqa: PLC0415 -- for those who search only

        with self._lock:
            return refresh_text(self._shelf, self._shelf.folder / INDEX)

    def make_ready(self) -> None:
        """Make what is missing on disk, so that the first question is answered at once."""
        with text_errors(self._shelf.folder):
            _ = self.columns, self._text

    def pages_with(self, terms: Sequence[str]) -> NDArray[np.int64]:
        """Return the numbers of all pages that hold every one of `terms`, words or phrases, ascending."""
        from workbench.store.fulltext import pages_with  # noqa: PLC0415 -- as above

        with text_errors(self._shelf.folder):
            return pages_with(self._text, terms)

    def originals_of(self, article_ids: Iterable[str]) -> "array[int]":
        """Return the number of the page that stands for each of those articles, in the order of their paths."""
        return self._shelf.numbers(_ORIGINALS_OF, (json.dumps(list(article_ids)),))

    def hits(self, terms: Sequence[str], *, limit: int = 20) -> list["Hit"]:
        """Return the pages that speak most of `terms`, the best first, each with a passage."""
        from workbench.store.fulltext import find_hits  # noqa: PLC0415 -- as above

        with text_errors(self._shelf.folder):
            return find_hits(self._text, self._shelf, terms, limit=limit)

    def in_order(self, page_ids: NDArray[np.int64]) -> "array[int]":
        """Return `page_ids` in the order of their paths."""
        return self._shelf.ordered(page_ids.tolist())

    def kept(self, kind: str, form: str, make: Callable[[], Derived]) -> Derived:
        """Return what `make` works out of this state of the corpus, kept on disk where that is possible.

        What follows from decisions, which change more often than pages, is made each time.

        Parameters
        ----------
        kind, form
            What it is, and what it follows from besides the state.
        make
            Works it out.
        """
        return self._kept(kind, form, make) if self._decided is None else make()

    def _kept(self, kind: str, form: str, make: Callable[[], Derived]) -> Derived:
        return kept(self._shelf.folder / INDEX, kind, f"{self._shelf.seq}-{form}", make)

    def decisions(self) -> list[Decision]:
        """Return what analysts decided about tags, in the order in which they did."""
        return read_decisions(self._shelf)

    def story_ids(self) -> dict[str, str]:
        """Return the story of each article that others tell, too: the id of the first of them, by the id of each."""
        known: dict[str, str] = self._kept("stories", "3", lambda: Derived({}, self._named_stories())).rest
        return known

    def _named_stories(self) -> dict[str, str]:
        groups = [story.page_ids for story in self.stories()]
        listed = json.dumps([page_id for group in groups for page_id in group])
        named = dict(self._shelf.rows(_IDS_OF, (listed,)))
        return {named[page_id]: named[group[0]] for group in groups for page_id in group}

    def stories(self) -> list[Story]:
        """Return the events that several articles tell."""
        with self._lock:
            return find_stories(self._shelf, self._article_pages())

    def copies(self) -> list[CopyGroup]:
        """Return the groups of articles that print the same words."""
        with self._lock:
            return find_copies(self._shelf, self._article_pages())

    def _article_pages(self) -> list[int]:
        return [page_id for page_id, _ in articles(self._shelf, set())]


@contextmanager
def text_errors(folder: Path) -> Iterator[None]:
    """Say of a full-text index that does not answer what to do about it."""
    try:
        yield
    except (OSError, ValueError, msgspec.MsgspecError) as error:
        advice = next((advice for words, advice in _ADVICE if words in str(error)), f"delete {INDEX}/ to make it again")
        reason = f"the full-text index cannot be opened or brought up to date ({error}); {advice}"
        raise CorpusError(str(folder), reason) from error


def open_columns(shelf: Shelf) -> Columns:
    """Return the columns for the very state that `shelf` shows, kept on disk where that is possible.

    A reader of a corpus that is being written makes its own, and sees no half of a change.
    """
    folder = shelf.folder / INDEX / f"{_COLUMNS}{shelf.seq}"
    try:
        return read_columns(folder)
    except (OSError, ValueError, msgspec.MsgspecError):
        seen: set[str] = set()
        columns = build_columns(articles(shelf, seen), shelf.seq)
        manifest = msgspec.structs.replace(columns.manifest, n_contents=len(seen))
        columns = msgspec.structs.replace(columns, manifest=manifest)
    return read_columns(folder) if _kept(columns, folder) else columns


def articles(shelf: Shelf, seen: set[str]) -> Iterator[tuple[int, Facts]]:
    """Yield the facts of each article, of copies the first by name, in the order of their paths.

    The ids of all contents are added to `seen`, of pages that are no articles, too.
    """
    decoder = msgspec.msgpack.Decoder(Facts)
    for article_id, page_id, facts in shelf.each("SELECT article_id, pages.id, facts " + RECORDED):
        if article_id not in seen:
            seen.add(article_id)
            decoded = decoder.decode(facts)
            if decoded.is_article:
                yield page_id, decoded


def _kept(columns: Columns, folder: Path) -> bool:
    """Put `columns` into `folder` in one step, and clear away other states; say whether they are there now."""
    partial = folder.with_name(f".{os.getpid()}.partial")
    try:
        shutil.rmtree(folder, ignore_errors=True)
        partial.mkdir(parents=True)
        write_columns(columns, partial)
        partial.rename(folder)
        _clear_others(folder)
    except OSError:
        # A corpus on a full or read-only disk can still be looked at.
        shutil.rmtree(partial, ignore_errors=True)
        return False
    return True


def _clear_others(folder: Path) -> None:
    for other in folder.parent.glob(f"{_COLUMNS}*"):
        if other != folder:
            shutil.rmtree(other, ignore_errors=True)
