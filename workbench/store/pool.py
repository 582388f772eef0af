"""Many processes at work on a stream of items, their outcomes in the order of the items."""

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import wait
from types import TracebackType
from typing import Generic, Self, TypeVar

import msgspec

from workbench.store.recipe import Recipe
from workbench.store.work import (
    FileItem,
    Item,
    Outcome,
    PageItem,
    RecordItem,
    RetagItem,
    Workshop,
    build_workshop,
    work_on,
)

Outcomes = list[tuple[Outcome, ...]]
Ticket = TypeVar("Ticket")
_workshop: Workshop | None = None


class Job(msgspec.Struct, Generic[Ticket], frozen=True):
    """Items to be done in one go, what the caller wants to know them by, and what their records are packed with."""

    items: tuple[Item, ...]
    ticket: Ticket
    dictionary: bytes = b""


def run_jobs(jobs: Iterable[Job[Ticket]], recipe: Recipe, workers: int) -> Iterator[tuple[Job[Ticket], Outcomes]]:
    """Do `jobs` on as many processes, and yield their outcomes, in their order.

    A process that dies costs nothing but time: its job is done again item by item, and only the item on which it dies
    again is given up, with an error.
    """
    if workers == 1:
        yield from _done_here(jobs, recipe)
        return
    with _Crew(recipe, workers) as crew:
        waiting: deque[tuple[Job[Ticket], Future[Outcomes]]] = deque()
        for job in jobs:
            waiting.append((job, crew.submit(job)))
            # Enough to keep everyone busy, few enough to bound memory.
            if len(waiting) > 2 * workers:
                yield _next(waiting, crew)
        while waiting:
            yield _next(waiting, crew)


def _done_here(jobs: Iterable[Job[Ticket]], recipe: Recipe) -> Iterator[tuple[Job[Ticket], Outcomes]]:
    workshop: Workshop | None = None
    for job in jobs:
        if not job.items:
            yield job, []
            continue
        workshop = workshop or build_workshop(recipe)
        yield job, _outcomes(job.items, job.dictionary, workshop)


def _outcomes(items: tuple[Item, ...], dictionary: bytes, workshop: Workshop) -> Outcomes:
    packing = msgspec.structs.replace(workshop, dictionary=dictionary)
    return work_on(items, packing)


def _next(waiting: deque[tuple[Job[Ticket], Future[Outcomes]]], crew: "_Crew") -> tuple[Job[Ticket], Outcomes]:
    job, future = waiting.popleft()
    try:
        return job, future.result()
    except BrokenProcessPool:
        outcomes = [outcome for item in job.items for outcome in crew.do_alone(item, job.dictionary)]
        crew.hire()
        for place, (other, _) in enumerate(waiting):
            waiting[place] = (other, crew.submit(other))
        return job, outcomes


class _Crew:
    """Processes that share a recipe."""

    def __init__(self, recipe: Recipe, workers: int) -> None:
        self._recipe = recipe
        self._workers = workers
        self.hire()

    def hire(self) -> None:
        """Start processes, in place of those before."""
        self._pool = self._hired(self._workers)

    def _hired(self, workers: int) -> ProcessPoolExecutor:
        # A forked process would share the writer's locks and connections.
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(workers, context, _set_up, (self._recipe,))

    def submit(self, job: Job[Ticket]) -> Future[Outcomes]:
        """Hand a job to whoever is free; one without items is done, and starts no process."""
        if not job.items:
            done: Future[Outcomes] = Future()
            done.set_result([])
            return done
        try:
            with _deaf_to_interrupts():
                return self._pool.submit(_work_on_all, job.items, job.dictionary)
        except BrokenProcessPool as error:
            broken: Future[Outcomes] = Future()
            broken.set_exception(error)
            return broken

    def do_alone(self, item: Item, dictionary: bytes) -> Outcomes:
        """Do one item in a process of its own, which it may kill."""
        with self._hired(1) as pool:
            try:
                with _deaf_to_interrupts():
                    alone = pool.submit(_work_on_all, (item,), dictionary)
                return alone.result()
            except BrokenProcessPool:
                return [(_given_up(item),)]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(cancel_futures=True)


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Let processes that start here ignore Ctrl-C: a terminal sends it to all of them, and the writer alone answers."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _given_up(item: Item) -> Outcome:
    match item:
        case FileItem():
            path = item.path
        case PageItem():
            path = item.page.path
        case RecordItem():
            path = f"{item.file}#{item.number}"
        case RetagItem():
            path = f"record {item.page_id}"
    return Outcome(path=path, error="the program dies on this page; please report it")


def _set_up(recipe: Recipe) -> None:
    global _workshop  # noqa: PLW0603 -- a process of the pool keeps its workshop
    threading.Thread(target=_end_with_parent, daemon=True).start()
    # What a workshop is made of stays: looking for garbage in it takes a third of the building.
    gc.disable()
    _workshop = build_workshop(recipe)
    gc.freeze()
    # Pages leave no cycles: to look for some among all that are at work takes a sixteenth of the time.
    gc.set_threshold(10_000)
    gc.enable()


def _end_with_parent() -> None:
    """End this process when the writer is killed: nobody would take its work."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _work_on_all(items: tuple[Item, ...], dictionary: bytes) -> Outcomes:
    if _workshop is None:
        message = "this process was not set up"
        raise RuntimeError(message)
    return _outcomes(items, dictionary, _workshop)
