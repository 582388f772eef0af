"""Ingest: pages into a corpus on disk, in steps that are whole each, so that it can be stopped at any moment."""

import itertools
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

import msgspec

from workbench.codebook import Codebook
from workbench.store.database import open_for_writing, storage_errors, transaction
from workbench.store.lock import writer_lock
from workbench.store.pack import pack_tight
from workbench.store.packing import Packing
from workbench.store.plan import (
    FilesTicket,
    PagesTicket,
    RecordsTicket,
    Scope,
    Ticket,
    jobs,
    make_plan,
)
from workbench.store.pool import Job, Outcomes, run_jobs
from workbench.store.recipe import Recipe, Stamp, stamp_of
from workbench.store.work import Outcome, RecordItem
from workbench.store.writer import Marks, enter_stamp, write_part, write_taken_over

#: Starting processes does not pay for less.
_WORTH_A_POOL: Final = 1 << 19


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """How far an ingest or a retag is; `done` and `total` in bytes of files, or in records to tag again."""

    done: int
    total: int
    n_made: int = 0
    n_known: int = 0
    n_failed: int = 0
    n_unchanged: int = 0


class Staff(msgspec.Struct, frozen=True):
    """How many processes work, and who is told after each step how far they are."""

    workers: int = 1
    watch: Callable[[Progress], None] = lambda _: None


ALONE: Final = Staff()


class Work(msgspec.Struct, frozen=True):
    """What there is to do: jobs, what their records are marked with, and their size in bytes of files."""

    jobs: Iterator[Job[Ticket]]
    stamp: Stamp
    total: int
    n_unchanged: int


def ingest(
    paths: Iterable[str], folder: Path, recipe: Recipe, *, scope: Scope = "changed", staff: Staff = ALONE
) -> Progress:
    """Read new and changed pages into the corpus in `folder`, which is made where there is none.

    Parameters
    ----------
    paths
        Files and folders, as for `workbench.read.read_pages`; files of records are taken over as they are.
    folder
        The corpus.
    recipe
        Codebook and options.
    scope
        Whether pages that failed before are tried again.
    staff
        How many processes parse and tag, and who is told how far they are.

    Returns
    -------
    progress
        What was done.

    Raises
    ------
    CorpusError
        The corpus cannot be written, or another process writes to it.
    """
    with writer_lock(folder), storage_errors(folder):
        connection = open_for_writing(folder)
        try:
            plan = make_plan(connection, paths, recipe.options.limits, scope=scope)
            if not plan.n_files:
                return Progress(done=0, total=0, n_unchanged=plan.n_unchanged)
            todo = jobs(connection, recipe.options)
            work = Work(todo, stamp_of(recipe), plan.total_bytes, plan.n_unchanged)
            return carry_out(connection, work, recipe, staff)
        finally:
            connection.close()


def carry_out(connection: sqlite3.Connection, work: Work, recipe: Recipe, staff: Staff) -> Progress:
    """Do `work`, each job one transaction."""
    progress = Progress(done=0, total=work.total, n_unchanged=work.n_unchanged)
    stamp_id = enter_maker(connection, work.stamp, recipe.codebook)
    packing, account = Packing(connection), _Account()
    steps = run_jobs(packing.equipped(work.jobs), recipe, staff.workers if work.total > _WORTH_A_POOL else 1)
    for job, outcomes in packing.settled(steps):
        with transaction(connection):
            _write(connection, job.ticket, outcomes, Marks(stamp_id, packing.dictionary_id))
        progress = _further(progress, job, outcomes, done=account.add(job))
        staff.watch(progress)
    return progress


def enter_maker(connection: sqlite3.Connection, stamp: Stamp, codebook: Codebook) -> int:
    """Enter what makes records, `codebook` too where it is the stamp's, and return the number of `stamp`."""
    with transaction(connection):
        if codebook.stamp.hash == stamp.codebook:
            _enter_codebook(connection, codebook)
        return enter_stamp(connection, stamp)


def _enter_codebook(connection: sqlite3.Connection, codebook: Codebook) -> None:
    key = codebook.stamp.hash
    if connection.execute("SELECT 1 FROM codebooks WHERE hash = ?", (key,)).fetchone() is None:
        content = pack_tight(msgspec.json.encode(codebook))
        connection.execute("INSERT INTO codebooks VALUES (?, ?)", (key, content))


def _write(connection: sqlite3.Connection, ticket: Ticket, outcomes: Outcomes, marks: Marks) -> None:
    match ticket:
        case FilesTicket(parts):
            for part, made in zip(parts, outcomes, strict=True):
                write_part(connection, part, made, marks)
        case PagesTicket(part=part, others=others):
            write_part(connection, part, (*others, *itertools.chain(*outcomes)), marks)
        case RecordsTicket(part):
            made = tuple(itertools.chain(*outcomes))
            write_part(connection, part, [one for one in made if one.record is None], marks)
            for one in made:
                if one.record is not None:
                    write_taken_over(connection, one, marks)


def _further(progress: Progress, job: Job[Ticket], outcomes: Outcomes, *, done: int) -> Progress:
    made: list[Outcome] = list(itertools.chain(*outcomes))
    others = job.ticket.others if isinstance(job.ticket, PagesTicket) else ()
    failed = sum(one.error is not None for one in (*made, *others))
    n_made = sum(one.record is not None for one in made)
    return msgspec.structs.replace(
        progress,
        done=done,
        n_made=progress.n_made + n_made,
        n_failed=progress.n_failed + failed,
        n_known=progress.n_known + len(made) + len(others) - failed - n_made,
    )


class _Account:
    """How many bytes of files are done: of a file in several jobs, as far as its reader was, and its end settles."""

    def __init__(self) -> None:
        self._of_file = 0
        self.total = 0

    def add(self, job: Job[Ticket]) -> int:
        """Enter a job, and return the new total."""
        if isinstance(job.ticket, FilesTicket):
            self.total += sum(max(part.file.size, 0) for part in job.ticket.parts)
            return self.total
        part = job.ticket.part
        size = max(part.file.size, 0)
        before = 0 if part.is_first else self._of_file
        # The readers of archives go back and forth.
        self._of_file = size if part.is_last else max(before, min(size, _reached(job, before)))
        self.total += self._of_file - before
        return self.total


def _reached(job: Job[Ticket], before: int) -> int:
    """Return at which byte of its file a job ends; records are read by lines, and their bytes counted."""
    if isinstance(job.ticket, PagesTicket) and job.ticket.at is not None:
        return job.ticket.at
    return before + sum(len(item.line) for item in job.items if isinstance(item, RecordItem))
