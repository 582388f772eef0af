"""Ingest on a Dask cluster: shards out, parts in; what a lost worker was at is done again by another."""

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

from workbench.errors import CorpusError
from workbench.store.database import storage_errors
from workbench.store.ingest import Progress
from workbench.store.lock import writer_lock
from workbench.store.parts import PartList, write_part_list
from workbench.store.recipe import Recipe, Stamp, stamp_of
from workbench.store.shards import Shard, ShardReport, cut_into_shards, give_up, one_file_shards, part_name

if TYPE_CHECKING:
    from distributed import Client, Future

#: An address that stands for processes on this machine, started for the purpose.
LOCAL: Final = "local"
#: Enough to keep every worker busy, few enough that the scheduler stays quick.
_SHARDS_A_WORKER: Final = 4
_SCHEDULER_SECONDS: Final = 10
#: Workers may have to be started by hand or by a queue.
_WORKER_SECONDS: Final = 60
_DEADLY: Final = "the program dies on this file; please report it"

Watch = Callable[[Progress], None]


class Cluster(msgspec.Struct, frozen=True, kw_only=True):
    """Where the workers are.

    Parameters
    ----------
    address
        Of the scheduler, as ``tcp://host:8786``, or `LOCAL`.
    workers
        How many processes a local cluster has.
    say
        Told what is waited for.
    """

    address: str
    workers: int = 1
    say: Callable[[str], None] = lambda _: None


class _Task(msgspec.Struct, frozen=True):
    """A shard and the file that its part goes into."""

    shard: Shard
    part: Path

    @property
    def is_done(self) -> bool:
        return self.part.is_file()


class _Goal(msgspec.Struct, frozen=True):
    """What every shard is worked on with, and where its part goes."""

    recipe: Recipe
    stamp: Stamp
    folder: Path

    def task(self, shard: Shard) -> _Task:
        return _Task(shard, self.folder / part_name(shard, self.stamp, self.recipe.options))


def ingest_on_cluster(
    paths: Iterable[str], folder: Path, recipe: Recipe, cluster: Cluster, *, watch: Watch = lambda _: None
) -> Progress:
    """Read, parse and tag the pages under `paths` on a cluster, into the Parquet corpus in `folder`.

    Every worker must find the files and the folder under the same names. A shard whose part is there is not worked on
    again, so an ingest that was stopped goes on.

    Parameters
    ----------
    paths
        Files and folders, as for `workbench.read.read_pages`.
    folder
        The Parquet corpus, which is made where there is none.
    recipe
        Codebook and options.
    cluster
        Where the workers are.
    watch
        Told after each shard how far the work is.

    Returns
    -------
    progress
        What was done.

    Raises
    ------
    CorpusError
        The cluster cannot be used, the folder cannot be written, or another process writes to it.
    """
    goal = _Goal(recipe, stamp_of(recipe), folder.resolve())
    with writer_lock(folder), storage_errors(folder):
        tasks = [task for shard in cut_into_shards(paths, recipe.options.limits) for task in _tasks(shard, goal)]
        todo = [task for task in tasks if not task.is_done]
        progress = _beginning(tasks, todo)
        names = {task.part.name for task in tasks} - {task.part.name for task in todo}
        if todo:
            with _connected(cluster) as client:
                for task, report in _carry_out(client, todo, goal):
                    names.add(task.part.name)
                    progress = _further(progress, task.shard, report)
                    watch(progress)
        parts = PartList(stamp=goal.stamp, parts=tuple(sorted(names)), total_bytes=progress.total)
        write_part_list(folder, parts)
    return progress


def _tasks(shard: Shard, goal: _Goal) -> Iterable[_Task]:
    """Return the shard's task, or one for each of its files where an earlier run found it to be deadly as a whole."""
    whole = goal.task(shard)
    if len(shard.files) == 1 or whole.is_done or not goal.task(next(one_file_shards(shard))).is_done:
        return (whole,)
    return map(goal.task, one_file_shards(shard))


def _beginning(tasks: list[_Task], todo: list[_Task]) -> Progress:
    total, rest = (sum(task.shard.n_bytes for task in some) for some in (tasks, todo))
    n_files, n_todo = (sum(len(task.shard.files) for task in some) for some in (tasks, todo))
    return Progress(done=total - rest, total=total, n_unchanged=n_files - n_todo)


def _further(progress: Progress, shard: Shard, report: ShardReport) -> Progress:
    return msgspec.structs.replace(
        progress,
        done=progress.done + shard.n_bytes,
        n_made=progress.n_made + report.n_made,
        n_failed=progress.n_failed + report.n_failed,
    )


@contextmanager
def _connected(cluster: Cluster) -> Iterator["Client"]:
    """Reach the cluster, or start one, and wait for its first worker."""
    try:
        from distributed import Client, LocalCluster  # noqa: PLC0415 -- heavy, and installed where a cluster is used
    except ImportError as error:
        raise CorpusError(cluster.address, "Dask is not installed: pip install 'press-workbench[dask]'") from error
    logging.getLogger("distributed").setLevel(logging.WARNING)
    if cluster.address == LOCAL:
        with LocalCluster(**_of_this_machine(cluster.workers)) as crew, Client(crew) as client:
            yield client
        return
    cluster.say(f"waiting for the scheduler at {cluster.address}, {_SCHEDULER_SECONDS} seconds at most")
    with _waiting(cluster, f"no Dask scheduler answered within {_SCHEDULER_SECONDS} seconds"):
        client = Client(cluster.address, timeout=_SCHEDULER_SECONDS)
    with client:
        if not client.nthreads():
            cluster.say(f"the scheduler has no workers yet; waiting for one, {_WORKER_SECONDS} seconds at most")
        reason = f"the scheduler answers, but no worker came within {_WORKER_SECONDS} seconds: dask worker ADDRESS"
        with _waiting(cluster, reason):
            client.wait_for_workers(1, timeout=_WORKER_SECONDS)
        yield client


def _of_this_machine(workers: int) -> dict[str, Any]:
    """Return how a local cluster is started: without a dashboard, on whatever ports are free."""
    return {
        "n_workers": workers,
        "threads_per_worker": 1,
        "processes": True,
        "dashboard_address": "127.0.0.1:0",
        "scheduler_kwargs": {"dashboard": False},
    }


@contextmanager
def _waiting(cluster: Cluster, reason: str) -> Iterator[None]:
    try:
        yield
    except (OSError, TimeoutError, ValueError) as error:
        raise CorpusError(cluster.address, f"{reason} ({error or type(error).__name__})") from error


def _carry_out(client: "Client", todo: Iterable[_Task], goal: _Goal) -> Iterator[tuple[_Task, ShardReport]]:
    """Have `todo` done, and yield each task with what became of it, as they are done.

    A shard whose workers died may have died of another's fault, for they had several waiting. So it is tried again
    when nothing else is, then file by file, and a file on which the program dies alone is given up.
    """
    from workbench.store.crew import Equipment  # noqa: PLC0415 -- as above

    client.register_plugin(Equipment(goal.recipe))
    suspects: deque[_Task] = deque()
    for task, report in _done_together(client, deque(todo)):
        if report is None:
            suspects.append(task)
        else:
            yield task, report
    while suspects:
        task = suspects.popleft()
        report = _report_of(_handed_out(client, task), task)
        if report is None and len(task.shard.files) > 1:
            suspects.extend(map(goal.task, one_file_shards(task.shard)))
        else:
            yield task, report or give_up(task.shard, _DEADLY, task.part)


def _done_together(client: "Client", queue: deque[_Task]) -> Iterator[tuple[_Task, ShardReport | None]]:
    from distributed import as_completed  # noqa: PLC0415 -- as above

    at_work, done = dict["Future[ShardReport]", _Task](), as_completed()
    while queue or at_work:
        while queue and len(at_work) < _SHARDS_A_WORKER * max(1, len(client.nthreads())):
            task = queue.popleft()
            future = _handed_out(client, task)
            at_work[future] = task
            done.add(future)
        future = next(done)
        task = at_work.pop(future)
        yield task, _report_of(future, task)


def _handed_out(client: "Client", task: _Task) -> "Future[ShardReport]":
    from workbench.store.crew import make_on_worker  # noqa: PLC0415 -- as above

    return client.submit(make_on_worker, task.shard, task.part, key=task.part.name, pure=False)


def _report_of(future: "Future[ShardReport]", task: _Task) -> ShardReport | None:
    """Return what became of a shard, or None for one whose workers died."""
    from distributed import KilledWorker  # noqa: PLC0415 -- as above

    try:
        return future.result()
    except KilledWorker:
        return None
    except OSError as error:
        raise CorpusError(str(task.part), f"a worker cannot write its part there ({error})") from error
