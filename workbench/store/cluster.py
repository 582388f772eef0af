"""Ingest on a Dask cluster: shards out, parts in; what a lost worker was at is done again by another."""

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from workbench.errors import CorpusError
from workbench.store.database import storage_errors
from workbench.store.ingest import Progress
from workbench.store.lock import writer_lock
from workbench.store.parts import PartList, write_part_list
from workbench.store.shards import Shard, ShardReport, cut_into_shards, give_up, one_file_shards, part_name
from workbench.store.work import Recipe, stamp_of

if TYPE_CHECKING:
    from distributed import Client, Future

#: An address that stands for processes on this machine, started for the purpose.
LOCAL: Final = "local"
#: Enough to keep every worker busy, few enough that the scheduler stays quick.
_SHARDS_A_WORKER: Final = 4
_WAIT_SECONDS: Final = 60
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
    """

    address: str
    workers: int = 1


class _Goal(msgspec.Struct, frozen=True):
    """What every shard is worked on with, and where its part goes."""

    recipe: Recipe
    folder: Path

    def has(self, shard: Shard) -> bool:
        return (self.folder / part_name(shard, self.recipe)).is_file()


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
    goal = _Goal(recipe, folder.resolve())
    with writer_lock(folder), storage_errors(folder):
        shards = [piece for shard in cut_into_shards(paths, recipe.options.limits) for piece in _pieces(shard, goal)]
        todo = [shard for shard in shards if not goal.has(shard)]
        progress = _beginning(shards, todo)
        names = {part_name(shard, recipe) for shard in shards if goal.has(shard)}
        if todo:
            with _connected(cluster) as client:
                for shard, report in _carry_out(client, todo, goal):
                    names.add(part_name(shard, recipe))
                    progress = _further(progress, shard, report)
                    watch(progress)
        parts = PartList(stamp=stamp_of(recipe), parts=tuple(sorted(names)), total_bytes=progress.total)
        write_part_list(folder, parts)
    return progress


def _pieces(shard: Shard, goal: _Goal) -> Iterable[Shard]:
    """Return the shard, or each of its files alone where an earlier run found it to be deadly as a whole."""
    if goal.has(shard) or len(shard.files) == 1:
        return (shard,)
    singles = tuple(one_file_shards(shard))
    return singles if goal.has(singles[0]) else (shard,)


def _beginning(shards: list[Shard], todo: list[Shard]) -> Progress:
    total = sum(shard.n_bytes for shard in shards)
    n_files, n_todo = (sum(len(shard.files) for shard in some) for some in (shards, todo))
    return Progress(done=total - sum(shard.n_bytes for shard in todo), total=total, n_unchanged=n_files - n_todo)


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
    try:
        if cluster.address == LOCAL:
            crew = LocalCluster(n_workers=cluster.workers, threads_per_worker=1, processes=True, dashboard_address=None)
            with crew, Client(crew) as client:
                yield client
        else:
            with Client(cluster.address, timeout=_WAIT_SECONDS) as client:
                client.wait_for_workers(1, timeout=_WAIT_SECONDS)
                yield client
    except (OSError, TimeoutError, ValueError) as error:
        reason = f"no Dask cluster with workers answers there ({error or type(error).__name__})"
        raise CorpusError(cluster.address, reason) from error


def _carry_out(client: "Client", todo: Iterable[Shard], goal: _Goal) -> Iterator[tuple[Shard, ShardReport]]:
    """Have `todo` done, and yield each shard with what became of it, as they are done.

    A shard whose workers died may have died of another's fault, for they had several waiting. So it is tried again
    when nothing else is, then file by file, and a file on which the program dies alone is given up.
    """
    from workbench.store.crew import Equipment  # noqa: PLC0415 -- as above

    client.register_plugin(Equipment(goal.recipe))
    suspects: deque[Shard] = deque()
    for shard, report in _done_together(client, deque(todo), goal):
        if report is None:
            suspects.append(shard)
        else:
            yield shard, report
    while suspects:
        shard = suspects.popleft()
        report = _report_of(_handed_out(client, shard, goal), goal)
        if report is None and len(shard.files) > 1:
            suspects.extend(one_file_shards(shard))
        else:
            yield shard, report or give_up(shard, _DEADLY, goal.recipe, goal.folder)


def _done_together(client: "Client", queue: deque[Shard], goal: _Goal) -> Iterator[tuple[Shard, ShardReport | None]]:
    from distributed import as_completed  # noqa: PLC0415 -- as above

    at_work, done = dict["Future[ShardReport]", Shard](), as_completed()
    while queue or at_work:
        while queue and len(at_work) < _SHARDS_A_WORKER * max(1, len(client.nthreads())):
            shard = queue.popleft()
            future = _handed_out(client, shard, goal)
            at_work[future] = shard
            done.add(future)
        future = next(done)
        yield at_work.pop(future), _report_of(future, goal)


def _handed_out(client: "Client", shard: Shard, goal: _Goal) -> "Future[ShardReport]":
    from workbench.store.crew import make_on_worker  # noqa: PLC0415 -- as above

    return client.submit(make_on_worker, shard, goal.folder, key=part_name(shard, goal.recipe), pure=False)


def _report_of(future: "Future[ShardReport]", goal: _Goal) -> ShardReport | None:
    """Return what became of a shard, or None for one whose workers died."""
    from distributed import KilledWorker  # noqa: PLC0415 -- as above

    try:
        return future.result()
    except KilledWorker:
        return None
    except OSError as error:
        raise CorpusError(str(goal.folder), f"a worker cannot write its part there ({error})") from error
