"""The dictionary that the records of a corpus are packed with: its first records make it."""

import itertools
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import msgspec

from workbench.store.database import transaction
from workbench.store.pack import ENOUGH_SAMPLES, dictionary_of, is_trained, make_dictionary, pack_tight, unpack
from workbench.store.plan import Ticket
from workbench.store.pool import Job, Outcomes
from workbench.store.work import packed_anew

#: A job and what became of it.
Step = tuple[Job[Ticket], Outcomes]
#: Steps that wait for a dictionary; where hardly a page has a record, more of them would fill the memory.
_MOST_WAITING: Final = 64
#: One page without end must not be all that a dictionary knows.
_SAMPLE_BYTES: Final = 1 << 16


def read_dictionaries(connection: sqlite3.Connection) -> dict[int, bytes]:
    """Return what records are packed with, by id, the newest last; 0 is none."""
    rows = connection.execute("SELECT id, content FROM dictionaries ORDER BY id")
    return {0: b""} | {number: dictionary_of(stored) for number, stored in rows}


class Packing:
    """Keeps the first records of a corpus back until they can be packed as those after them are.

    A corpus of few pages has a dictionary of these, and gets a second one when there are enough.

    Parameters
    ----------
    connection
        The corpus.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.dictionary_id, self._newest = list(read_dictionaries(connection).items())[-1]

    def equipped(self, jobs: Iterable[Job[Ticket]]) -> Iterator[Job[Ticket]]:
        """Yield `jobs`, each with the newest dictionary."""
        for job in jobs:
            yield msgspec.structs.replace(job, dictionary=self._newest)

    def settled(self, steps: Iterable[Step]) -> Iterator[Step]:
        """Yield `steps` in their order, all records packed with the dictionary that is then the newest."""
        waiting: list[Step] = []
        n_records = 0
        for step in steps:
            waiting.append(step)
            n_records += sum(one.record is not None for one in itertools.chain(*step[1]))
            if is_trained(self._newest) or n_records >= ENOUGH_SAMPLES or len(waiting) >= _MOST_WAITING:
                yield from self._released(waiting)
                waiting, n_records = [], 0
        yield from self._released(waiting)

    def _released(self, waiting: Sequence[Step]) -> Iterator[Step]:
        if not is_trained(self._newest):
            self._learn(list(itertools.islice(_samples(waiting), ENOUGH_SAMPLES)))
        return map(self._packed, waiting)

    def _learn(self, samples: Sequence[bytes]) -> None:
        if len(samples) < ENOUGH_SAMPLES and (self.dictionary_id or not samples):
            return
        self._newest = make_dictionary(samples)
        cells = (pack_tight(self._newest),)
        with transaction(self._connection):
            made = self._connection.execute("INSERT INTO dictionaries (content) VALUES (?)", cells)
        self.dictionary_id = made.lastrowid or 0

    def _packed(self, step: Step) -> Step:
        job, outcomes = step
        if job.dictionary == self._newest:
            return step
        return job, [tuple(packed_anew(one, job.dictionary, self._newest) for one in some) for some in outcomes]


def _samples(steps: Iterable[Step]) -> Iterator[bytes]:
    for job, outcomes in steps:
        for one in itertools.chain(*outcomes):
            if one.record is not None:
                yield unpack(one.record.body, job.dictionary)[:_SAMPLE_BYTES]
