"""Run notebooks on a corpus: fresh kernels of this interpreter, several at a time, nothing of the user's set-up."""

import asyncio
import os
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from copy import deepcopy
from pathlib import Path
from typing import Any

import nbformat
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell

from workbench.errors import ReportError

#: The tag of the cell that holds a notebook's settings.
PARAMETERS = "parameters"


class _OwnKernel(KernelSpecManager):
    """Every kernel is this interpreter, whatever kernels the machine has under the same name."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        # Without frozen modules the debugger stays quiet on standard error.
        launch = [sys.executable, "-Xfrozen_modules=off", "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        return KernelSpec(argv=launch, display_name=kernel_name, language="python")


def run_notebooks(
    paths: Sequence[Path],
    settings: Mapping[str, Any],
    *,
    cell_timeout: int,
    workers: int | None = None,
    done: Callable[[Path], None] = lambda _: None,
) -> list[NotebookNode | ReportError]:
    """Run each notebook with `settings` in place of its own, and return it with its outputs.

    Parameters
    ----------
    paths
        The notebooks; each runs in its own folder.
    settings
        Assigned, by name, right after the cell tagged ``parameters``.
    cell_timeout
        Seconds after which a cell is given up.
    workers
        How many run at a time; by default as many as there are cores.
    done
        Is told of each notebook that has run.

    Returns
    -------
    notebooks
        One result for each path, in the same order: the notebook, or the error that names the cell at fault.
    """

    async def run_one(path: Path, profile: str, free: asyncio.Semaphore) -> NotebookNode | ReportError:
        async with free:
            result = await _run(path, settings, cell_timeout, profile)
        done(path)
        return result

    async def run_all() -> list[NotebookNode | ReportError]:
        free = asyncio.Semaphore(workers or os.cpu_count() or 1)
        with tempfile.TemporaryDirectory(prefix="workbench-") as profile:
            return list(await asyncio.gather(*(run_one(path, profile, free) for path in paths)))

    return asyncio.run(run_all())


def with_settings(notebook: NotebookNode, settings: Mapping[str, Any]) -> NotebookNode:
    """Return a copy of `notebook` with a cell that assigns `settings` after the one tagged ``parameters``.

    Raises
    ------
    ValueError
        No cell has the tag.
    """
    copy = deepcopy(notebook)
    tagged = [n for n, cell in enumerate(copy.cells) if PARAMETERS in cell.metadata.get("tags", ())]
    if not tagged:
        message = f"no cell is tagged {PARAMETERS!r}, so it cannot be told which pages to read"
        raise ValueError(message)
    cell = new_code_cell("\n".join(f"{name} = {value!r}" for name, value in settings.items()), id="report-settings")
    copy.cells.insert(tagged[-1] + 1, cell)
    return copy


async def _run(path: Path, settings: Mapping[str, Any], cell_timeout: int, profile: str) -> NotebookNode | ReportError:
    try:
        notebook = with_settings(nbformat.read(path, as_version=4), settings)
    except (OSError, ValueError, nbformat.ValidationError) as error:
        return ReportError(str(path), str(error))
    client = NotebookClient(notebook, timeout=cell_timeout, record_timing=False)
    try:
        async with _kernel(client, path.parent, profile):
            for index, cell in enumerate(notebook.cells):
                await _run_cell(client, cell, index)
    except _CellError as error:
        return ReportError(str(path), str(error))
    return notebook


class _CellError(Exception):
    """A cell that failed, and how."""


async def _run_cell(client: NotebookClient, cell: NotebookNode, index: int) -> None:
    try:
        await client.async_execute_cell(cell, index)
    except CellTimeoutError as error:
        message = f"cell {index + 1} took longer than {client.timeout} s"
        raise _CellError(message) from error
    except CellExecutionError as error:
        message = f"cell {index + 1} failed: {error.ename}: {error.evalue}"
        raise _CellError(message) from error
    except DeadKernelError as error:
        message = f"cell {index + 1} ended its interpreter"
        raise _CellError(message) from error


@asynccontextmanager
async def _kernel(client: NotebookClient, folder: Path, profile: str) -> AsyncIterator[None]:
    # NotebookClient's own set-up takes over the interrupt signal, which several at a time cannot share.
    manager = AsyncKernelManager(kernel_spec_manager=_OwnKernel(), **_channels(profile))
    # An empty profile keeps the user's start-up files out of the report, and a fixed seed the order of sets.
    await manager.start_kernel(cwd=str(folder), env=os.environ | {"IPYTHONDIR": profile, "PYTHONHASHSEED": "0"})
    client.km = manager
    try:
        client.reset_execution_trackers()
        await client.async_start_new_kernel_client()
        yield
    finally:
        if client.kc is not None:
            client.kc.stop_channels()
        await manager.shutdown_kernel(now=True)


def _channels(profile: str) -> dict[str, str]:
    """Return how to talk to a kernel: by sockets in a folder of our own; only Windows needs ports."""
    if os.name == "nt":
        return {}
    with tempfile.NamedTemporaryFile(prefix="k", suffix=".json", dir=profile, delete=False) as connection:
        return {"transport": "ipc", "connection_file": connection.name}
