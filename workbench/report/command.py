"""The commands ``workbench report`` and ``workbench lab``."""

import json
import os
import sys
from pathlib import Path
from typing import Any

import click

from workbench.codebook import DEFAULT_CODEBOOK
from workbench.errors import CodebookError, SchemaError, WorkbenchError
from workbench.report.shipped import editable_notebooks, shipped_notebooks


def _read_selection(_: click.Context, __: click.Parameter, value: str) -> dict[str, Any]:
    from workbench.frame import make_selection  # noqa: PLC0415 -- heavy; --help must not wait for it

    try:
        settings = json.loads(value)
        make_selection(settings if isinstance(settings, dict) else {value: None})
    except (json.JSONDecodeError, SchemaError) as error:
        raise click.BadParameter(str(error)) from error
    return dict(settings)


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
    "--selection",
    default="{}",
    callback=_read_selection,
    metavar="JSON",
    help='Which articles to report on, as {"date_from": "2022-01-01", "themes": ["sanctions"]}.',
)
@click.option(
    "--cell-timeout",
    type=click.IntRange(min=1),
    default=600,
    show_default=True,
    metavar="SECONDS",
    help="Give a cell up after this time.",
)
def report(**options: Any) -> None:  # noqa: ANN401 -- each option is a field of Order, which declares its type
    """Parse and tag pages, run the notebooks on them, and write their reports.

    INPUT is a file or folder of pages. A report is one HTML file that needs no network.
    """
    from workbench.report.make import Order, write_reports  # noqa: PLC0415 -- heavy; --help must not wait for it

    order = Order(**options | {"notebooks": options["notebooks"] or shipped_notebooks()})
    failed = False
    try:
        for result in write_reports(order, lambda message: click.echo(message, err=True)):
            failed |= isinstance(result, WorkbenchError)
            click.echo(str(result), err=isinstance(result, WorkbenchError))
    except CodebookError as error:
        click.echo(str(error), err=True)
        failed = True
    raise SystemExit(1 if failed else 0)


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
