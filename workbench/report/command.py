"""The commands ``workbench report`` and ``workbench lab``."""

import os
import sys
from pathlib import Path

import click

from workbench.codebook import DEFAULT_CODEBOOK
from workbench.errors import CodebookError, WorkbenchError
from workbench.report.shipped import editable_notebooks, shipped_notebooks


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "--output",
    "-o",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("reports"),
    show_default=True,
    metavar="DIR",
    help="Folder for the reports, one HTML file a notebook.",
)
@click.option(
    "--notebook",
    "notebooks",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    multiple=True,
    metavar="FILE",
    help="Run this notebook in place of the shipped ones; may be given several times.",
)
@click.option(
    "--codebook",
    default=DEFAULT_CODEBOOK,
    show_default=True,
    metavar="DIR",
    help="A codebook's folder, or the name of one that ships.",
)
@click.option(
    "--cell-timeout",
    type=click.IntRange(min=1),
    default=600,
    show_default=True,
    metavar="SECONDS",
    help="Give a cell up after this time.",
)
def report(
    *, inputs: tuple[str, ...], folder: Path, notebooks: tuple[Path, ...], codebook: str, cell_timeout: int
) -> None:
    """Parse and tag pages, run the notebooks on them, and write their reports.

    INPUT is a file or folder of pages. A report is one HTML file that needs no network.
    """
    from workbench.report.make import Order, write_reports  # noqa: PLC0415 -- heavy; --help must not wait for it

    order = Order(
        inputs=inputs,
        notebooks=notebooks or shipped_notebooks(),
        folder=folder,
        codebook=codebook,
        cell_timeout=cell_timeout,
        arguments=_arguments(inputs, folder, notebooks, codebook),
    )
    failed = False
    try:
        for result in write_reports(order, lambda message: click.echo(message, err=True)):
            failed |= isinstance(result, WorkbenchError)
            click.echo(str(result), err=isinstance(result, WorkbenchError))
        click.echo(f"reports are in {folder.resolve()}", err=True)
    except CodebookError as error:
        click.echo(str(error), err=True)
        failed = True
    raise SystemExit(1 if failed else 0)


def _arguments(inputs: tuple[str, ...], folder: Path, notebooks: tuple[Path, ...], codebook: str) -> tuple[str, ...]:
    """Return the command line that makes the same reports, in one form however it was typed."""
    chosen = [part for notebook in notebooks for part in ("--notebook", str(notebook))]
    other = [] if codebook == DEFAULT_CODEBOOK else ["--codebook", codebook]
    return ("report", *inputs, *chosen, *other, "--output", f"{folder}{os.sep}")


@click.command()
@click.argument(
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("notebooks"),
    metavar="[DIR]",
)
def lab(*, folder: Path) -> None:
    """Open the notebooks in JupyterLab.

    Where the program is installed without its source, the notebooks are copied to DIR first (notebooks/ by default).
    """
    opened = editable_notebooks(folder)
    click.echo(f"opening {opened}", err=True)
    os.execv(sys.executable, [sys.executable, "-m", "jupyterlab", str(opened)])  # noqa: S606 -- no shell, our own words
