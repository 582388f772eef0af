"""The commands ``workbench report``, ``workbench verify`` and ``workbench lab``."""

import json
import os
import sys
from pathlib import Path
from typing import Any

import click

from workbench.codebook import DEFAULT_CODEBOOK
from workbench.errors import CodebookError, SchemaError, WorkbenchError
from workbench.read import input_holding
from workbench.report.shipped import editable_notebooks, find_notebook


def _read_selection(_: click.Context, __: click.Parameter, value: Path | None) -> tuple[str | None, dict[str, Any]]:
    """Return the name of the file and the settings in it."""
    from workbench.frame import make_selection, selection_settings  # noqa: PLC0415 -- heavy; --help must not wait

    if value is None:
        return None, {}
    try:
        settings = json.loads(value.read_text("utf-8"))
        selection = make_selection(settings if isinstance(settings, dict) else {str(settings): None})
    except (OSError, ValueError, SchemaError) as error:
        message = f"{value}: {error}"
        raise click.BadParameter(message) from error
    return str(value), selection_settings(selection)


def _known_notebooks(_: click.Context, __: click.Parameter, names: tuple[str, ...]) -> tuple[str, ...]:
    try:
        for name in names:
            find_notebook(name)
    except LookupError as error:
        raise click.BadParameter(str(error)) from error
    return names


@click.command(short_help="Make reports of pages: one HTML file each.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "--output",
    "-o",
    "folder",
    type=click.Path(file_okay=False),
    default="reports",
    show_default=True,
    metavar="DIR",
    help="Folder for the reports, one HTML file a notebook, and index.html that leads to them.",
)
@click.option(
    "--notebook",
    "notebooks",
    callback=_known_notebooks,
    multiple=True,
    metavar="NAME",
    help="Run this notebook in place of all that ship: sanctions, 02-sanctions, or a file; may be repeated.",
)
@click.option(
    "--selection",
    callback=_read_selection,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Which articles to report on, as JSON: a selection saved by the explorer or by hand.",
)
@click.option("--theme", "themes", multiple=True, metavar="KEY", help="Only articles on this theme; may be repeated.")
@click.option(
    "--lang",
    "language",
    type=click.Choice(["en", "id"]),
    default="en",
    show_default=True,
    help="Language of labels and of the report's own words.",
)
@click.option(
    "--quote-limit",
    type=click.IntRange(min=1),
    metavar="N",
    help="Quote at most N characters of a passage.",
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
def report(*, selection: tuple[str | None, dict[str, Any]], **options: Any) -> None:  # noqa: ANN401 -- each option is a field of Order, which declares its type
    """Parse and tag pages, run the notebooks on them, and write their reports.

    INPUT is a file or folder of pages, a file of records, or a corpus. A report is one HTML file that needs no network.
    """
    from workbench.report.make import INDEX, write_reports  # noqa: PLC0415 -- heavy; --help must not wait for it
    from workbench.report.order import Order  # noqa: PLC0415 -- likewise

    order = Order(**options, selection_file=selection[0], selection=selection[1])
    if held := input_holding(Path(order.folder, INDEX), order.inputs):
        message = f"{order.folder}: lies in what is read ({held}), which would count the reports as pages; see --output"
        raise click.UsageError(message)
    failed = False
    try:
        for result in write_reports(order, lambda message: click.echo(message, err=True)):
            failed |= isinstance(result, WorkbenchError)
            click.echo(str(result), err=isinstance(result, WorkbenchError))
    except CodebookError as error:
        click.echo(str(error), err=True)
        failed = True
    raise SystemExit(1 if failed else 0)


@click.command(short_help="Make a report again; name what differs.")
@click.argument("report", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="REPORT.html")
@click.option(
    "--inputs",
    "places",
    multiple=True,
    type=click.Path(exists=True),
    metavar="PATH",
    help="Where the report's input lies now; once for each input, in the order of the report's command.",
)
@click.option("--notebook", metavar="FILE", help="The notebook, where the report was made from one of your own.")
def verify(*, report: Path, places: tuple[str, ...], notebook: str | None) -> None:
    """Make a report again from its inputs, and name every number and word that differs."""
    from workbench.report.verify import verify_report  # noqa: PLC0415 -- heavy; --help must not wait for it

    n_different = 0
    try:
        for told in verify_report(report, places, notebook=notebook, say=lambda line: click.echo(line, err=True)):
            n_different += 1
            click.echo(f"{report}: {told}")
    except (WorkbenchError, LookupError) as error:
        click.echo(str(error), err=True)
        raise SystemExit(1) from error
    told = "1 difference" if n_different == 1 else f"{n_different:,} differences"
    click.echo(f"{report}: {told}" if n_different else f"{report}: as its inputs give it")
    raise SystemExit(1 if n_different else 0)


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
