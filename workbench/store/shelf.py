"""A corpus on disk as one reader sees it: one state of it, whatever a writer does meanwhile."""

import json
import threading
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar

import msgspec

from workbench.errors import CorpusError
from workbench.record import Record
from workbench.store.database import DAMAGED, open_for_reading, storage_errors
from workbench.store.pack import DamagedError, dictionary_of, unpacker

T = TypeVar("T")
#: Pages in the order of exports: by file, then by name inside it.
IN_ORDER: Final = "FROM pages JOIN files ON files.id = file_id {} ORDER BY path, member"
#: All pages with a record in that order. Tables joined crosswise are looked into in the order in which they stand, so
#: that rows come in theirs by two indexes: else SQLite sorts a million before it gives the first.
RECORDED: Final = """FROM files CROSS JOIN pages ON file_id = files.id CROSS JOIN records ON page_id = pages.id
    ORDER BY path, member"""


class Shelf:
    """One state of a corpus, to be read from any thread; close it when done.

    Parameters
    ----------
    folder
        The corpus.

    Raises
    ------
    CorpusError
        There is none, or it cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = threading.RLock()
        self._connection = open_for_reading(folder)
        with storage_errors(folder):
            self._connection.execute("BEGIN")
            #: Number of the state: it grows with every change.
            self.seq = int(self.rows("SELECT seq FROM state")[0][0])
        rows = self.rows("SELECT id, content FROM dictionaries")
        with storage_errors(folder):
            self._dictionaries: dict[int, bytes] = {0: b""} | {number: dictionary_of(stored) for number, stored in rows}
        self._decoder = msgspec.json.Decoder(Record)

    def rows(self, query: str, cells: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Return the rows of a query."""
        with self._lock, storage_errors(self.folder):
            return self._connection.execute(query, cells).fetchall()

    def numbers(self, query: str, cells: Sequence[Any] = ()) -> "array[int]":
        """Return the only column of a query."""
        with self._lock, storage_errors(self.folder):
            return array("q", (number for (number,) in self._connection.execute(query, cells)))

    def each(self, query: str) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query, one at a time, for results that would fill the memory."""
        with self._lock, storage_errors(self.folder):
            yield from self._connection.execute(query)

    def in_order(self, columns: str, numbers: Sequence[int], source: str) -> list[tuple[Any, ...]]:
        """Return `columns` of the rows of `source` with those page numbers, in their order."""
        marks = ",".join("?" * len(numbers))
        found = self.rows(f"SELECT pages.id, {columns} FROM {source} WHERE pages.id IN ({marks})", numbers)  # noqa: S608 -- our own words
        by_number = {row[0]: row[1:] for row in found}
        if missing := next((number for number in numbers if number not in by_number), None):
            raise CorpusError(str(self.folder), f"{DAMAGED} (page {missing} lacks a part)")
        return [by_number[number] for number in numbers]

    def ordered(self, numbers: Sequence[int]) -> "array[int]":
        """Return `numbers` of pages in the order of exports."""
        listed = "WHERE pages.id IN (SELECT value FROM json_each(?))"
        return self.numbers("SELECT pages.id " + IN_ORDER.format(listed), [json.dumps(list(numbers))])

    def bodies(self, numbers: Sequence[int]) -> list[bytes]:
        """Return the JSON of the records of those pages."""
        source = "pages JOIN bodies ON page_id = pages.id"
        rows = self.in_order("body, dictionary_id", numbers, source)
        with storage_errors(self.folder):
            unpackers = {dictionary: unpacker(self._dictionary(dictionary)) for _, dictionary in rows}
            return [unpackers[dictionary](body) for body, dictionary in rows]

    def _dictionary(self, number: int) -> bytes:
        if number not in self._dictionaries:
            message = f"dictionary {number} is missing"
            raise DamagedError(message)
        return self._dictionaries[number]

    def records(self, numbers: Sequence[int]) -> list[Record]:
        """Return the records of those pages."""
        try:
            return [self._decoder.decode(body) for body in self.bodies(numbers)]
        except msgspec.MsgspecError as error:
            reason = f"holds records that this program cannot read ({error}); workbench retag makes them again"
            raise CorpusError(str(self.folder), reason) from error

    def recorded(self) -> "array[int]":
        """Return the numbers of all pages with a record, in order, copies with them."""
        return self.numbers("SELECT pages.id " + RECORDED)

    def close(self) -> None:
        """End the reading."""
        self._connection.close()


def chunks(values: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """Cut `values` into runs of `size`."""
    return (values[start : start + size] for start in range(0, len(values), size))
