"""What runs on the workers of a Dask cluster."""

import threading
from pathlib import Path

from distributed import Worker, WorkerPlugin, get_worker

from workbench import __version__
from workbench.errors import CorpusError
from workbench.store.recipe import Recipe
from workbench.store.shards import Shard, ShardReport, make_part
from workbench.store.work import build_workshop


class Equipment(WorkerPlugin):
    """A codebook made ready on each worker, once, also on those that come later.

    Parameters
    ----------
    recipe
        Codebook and options.
    """

    name = "workbench"

    def __init__(self, recipe: Recipe) -> None:
        self._recipe = recipe
        self._version = __version__

    def setup(self, worker: Worker) -> None:
        """Compile the codebook.

        Raises
        ------
        CorpusError
            The worker has another version of the program.
        """
        if self._version != __version__:
            raise CorpusError(worker.address, f"this worker has press-workbench {__version__}, not {self._version}")
        self._workshop = build_workshop(self._recipe)
        self._lock = threading.Lock()

    def make(self, shard: Shard, part: Path) -> ShardReport:
        """Make the part of a shard; one at a time, for the tagger serves one thread."""
        with self._lock:
            return make_part(shard, self._workshop, part)


def make_on_worker(shard: Shard, part: Path) -> ShardReport:
    """Make the part of a shard with the equipment of the worker that this runs on."""
    equipment = get_worker().plugins[Equipment.name]
    if not isinstance(equipment, Equipment):
        message = "this worker was not equipped"
        raise TypeError(message)
    return equipment.make(shard, part)
