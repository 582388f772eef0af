"""``workbench ingest``, ``retag``, ``status``, ``verify-corpus``: corpora on disk."""

import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbench.cli_shared import columns_option, counted
from workbench.codebook import DEFAULT_CODEBOOK, load_codebook
from workbench.errors import CorpusError, WorkbenchError
from workbench.shown import on_terminal

if TYPE_CHECKING:
    from workbench.store.ingest import Progress, Staff
    from workbench.store.recipe import Recipe
    from workbench.store.status import Status

#: Exit statuses; 2, wrong usage, is click's own.
_DONE, _SOME_FAILED, _STOPPED = 0, 1, 130

Command = Callable[..., Any]

#: How names outside the codebook are found, dearest first: `workbench.tag.build_tagger`.
_NAMES = click.Choice(["all", "rules", "codebook"])

corpus_option = click.option(
    "--corpus",
    "folder",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="The corpus's folder.",
)
workers_option = click.option(
    "--workers",
    type=click.IntRange(min=1),
    default=None,
    metavar="N",
    help="Number of processes; one a core unless said otherwise.",
)


def _common(command: Command) -> Command:
    return click.option(
        "--codebook",
        default=DEFAULT_CODEBOOK,
        show_default=True,
        metavar="DIR",
        help="A codebook's folder, or the name of one that ships.",
    )(corpus_option(command))


def _making(command: Command) -> Command:
    return click.option(
        "--names",
        type=_NAMES,
        help="Find names outside the codebook by rules and with the trained model, by rules alone, or not at all; "
        "each is faster than the one before.  [default: as in the corpus so far; all in a new one]",
    )(workers_option(command))


@click.command(short_help="Read pages into a corpus on disk.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--retry", "scope", flag_value="failed", default="changed", help="Try pages again that failed before.")
@click.option(
    "--dask",
    "address",
    metavar="ADDRESS",
    help="Work on the Dask cluster at ADDRESS, as tcp://host:8786, or with the word local on processes of this "
    "machine, and write a Parquet corpus, for workbench open.",
)
@columns_option
@_common
@_making
def ingest(*, paths: tuple[str, ...], scope: Any, address: str | None, folder: Path, **making: Any) -> None:  # noqa: ANN401 -- click checks the values
    """Read new and changed pages into a corpus; files of records are taken over.

    PATH is a file, a folder, or - for a list of paths on standard input. Stopped at any moment and started again, it
    goes on where it was.
    """
    with told(), _progress_bar("reading", making["workers"]) as staff:
        recipe = _recipe(making["codebook"], making["names"] or _kept_names(folder), making["columns"])
        if address is None:
            from workbench.store.ingest import ingest as run  # noqa: PLC0415 -- the tagger is heavy; --help must not wait

            done = run(paths, folder, recipe, scope=scope, staff=staff)
            _index_columns(folder)
        else:
            from workbench.store.cluster import Cluster, ingest_on_cluster  # noqa: PLC0415 -- as above

            cluster = Cluster(address=address, workers=staff.workers, say=_say_waiting)
            done = ingest_on_cluster(paths, folder, recipe, cluster, watch=staff.watch)
    _say_done(done, folder if address is None else None)


@click.command("open", short_help="Make a corpus of a Parquet corpus.")
@click.argument("source", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="PARTS")
@corpus_option
@workers_option
def open_parts(*, source: Path, folder: Path, workers: int | None) -> None:
    """Make a corpus of the Parquet corpus in the folder PARTS, which workbench ingest --dask wrote, and index it."""
    from workbench.store.opening import open_parts as run  # noqa: PLC0415 -- as above

    with told():
        with _progress_bar("opening", workers) as staff:
            done = run(source, folder, _recipe(DEFAULT_CODEBOOK, "rules"), staff=staff)
        _index(folder)
    _say_done(done, folder)


def _index(folder: Path) -> None:
    from workbench.store.index import Index  # noqa: PLC0415 -- as above
    from workbench.store.shelf import Shelf  # noqa: PLC0415 -- as above

    click.echo("indexing: words, dates and tags", err=True)
    Index(Shelf(folder)).make_ready()


def _index_columns(folder: Path) -> None:
    """Make what filters and counts answer from, so that whoever opens the corpus next need not wait."""
    from workbench.store.index import open_columns  # noqa: PLC0415 -- as above
    from workbench.store.shelf import Shelf  # noqa: PLC0415 -- as above

    open_columns(Shelf(folder))


def _say_done(done: "Progress", folder: Path | None) -> None:
    """Say what was done, and where failures are told, in a folder that answers."""
    click.echo(
        f"{counted(done.n_made, 'record')} made, {counted(done.n_known, 'page')} known already, "
        f"{done.n_failed:,} failed; {counted(done.n_unchanged, 'file')} unchanged",
        err=True,
    )
    if folder is None:
        click.echo("to ask it questions: workbench open", err=True)
    elif done.n_failed:
        click.echo(f"what failed and why: workbench status --corpus {folder}", err=True)
    sys.exit(_SOME_FAILED if done.n_failed else _DONE)


@click.command(short_help="Tag older records of a corpus again.")
@click.option("--all", "age", flag_value="any", default="older", help="Tag every record again.")
@_common
@_making
def retag(*, age: Any, folder: Path, **making: Any) -> None:  # noqa: ANN401 -- as above
    """Tag records again that another codebook or program made; pages are not read again."""
    from workbench.store.retag import retag as run  # noqa: PLC0415 -- as above

    with told(), _progress_bar("tagging", making["workers"]) as staff:
        recipe = _recipe(making["codebook"], making["names"] or _kept_names(folder))
        done = run(folder, recipe, age=age, staff=staff)
        _index_columns(folder)
    click.echo(f"{counted(done.n_made, 'record')} tagged again, {done.n_failed:,} failed", err=True)
    sys.exit(_SOME_FAILED if done.n_failed else _DONE)


@click.command(short_help="Say what a corpus holds, and what failed.")
@_common
def status(*, folder: Path, codebook: str) -> None:
    """Say what a corpus holds, and which pages failed and why."""
    from workbench.store.status import corpus_status  # noqa: PLC0415 -- as above

    with told():
        found = corpus_status(folder, _recipe(codebook, _kept_names(folder)))
    click.echo(f"{counted(found.n_files, 'file')}, {counted(found.n_pages, 'page')}", nl=False)
    click.echo(f", {counted(found.n_records, 'record')} of {counted(found.n_articles, 'distinct content')}")
    if found.n_older:
        click.echo(f"{counted(found.n_older, 'record')} of another codebook or program: workbench retag")
    if found.n_unfinished:
        click.echo(f"{counted(found.n_unfinished, 'file')} not read to the end: workbench ingest goes on")
    if found.n_unsearched:
        click.echo(f"{counted(found.n_unsearched, 'record')} not in the full text yet: the next search adds them first")
    if found.is_being_written:
        click.echo("being written to now")
    _say_decisions(found)
    click.echo(f"{counted(len(found.failures), 'page')} failed")
    for failure in found.failures:
        click.echo(on_terminal(f"  {failure.path}: {failure.reason}".replace("\n", "\\n")))


def _say_decisions(found: "Status") -> None:
    if found.n_decisions:
        click.echo(f"{counted(found.n_decisions, 'tag')} decided on, {len(found.stale):,} changed since")
    for decision in found.stale:
        said = f"{decision.verdict} by {decision.who or 'somebody'} on {decision.decided_at}"
        click.echo(f"  {decision.article_id}: {decision.kind}, {said}: {decision.note}")


@click.command("verify-corpus", short_help="Check every record of a corpus.")
@corpus_option
def verify_corpus(*, folder: Path) -> None:
    """Check every record of a corpus, and the database that holds them."""
    from workbench.store.status import corpus_faults  # noqa: PLC0415 -- as above

    n_faults = 0
    with told():
        for fault in corpus_faults(folder):
            n_faults += 1
            click.echo(fault)
    click.echo(counted(n_faults, "fault"), err=True)
    sys.exit(_SOME_FAILED if n_faults else _DONE)


def _recipe(codebook: str, names: Any, columns: Mapping[str, str] | None = None) -> "Recipe":  # noqa: ANN401 -- click checks the value
    from workbench.read import ReadOptions  # noqa: PLC0415 -- as above
    from workbench.store.recipe import Recipe  # noqa: PLC0415 -- as above

    return Recipe(codebook=load_codebook(codebook), names=names, options=ReadOptions(columns=columns or {}))


def _kept_names(folder: Path) -> str:
    """Return how names were found in the corpus so far."""
    from workbench.store.status import kept_names  # noqa: PLC0415 -- as above

    try:
        return kept_names(folder) or "all"
    except CorpusError:
        # There is none yet, or the command itself will say what is wrong with it.
        return "all"


@contextmanager
def told() -> Iterator[None]:
    """End with a message, and not with a traceback, where the user can do something about it."""
    try:
        yield
    except WorkbenchError as error:
        click.echo(str(error), err=True)
        sys.exit(_SOME_FAILED)
    except KeyboardInterrupt:
        click.echo("stopped; what was done is kept, and the same command goes on", err=True)
        sys.exit(_STOPPED)


@contextmanager
def _progress_bar(label: str, workers: int | None) -> Iterator["Staff"]:
    """Show how far the work is, how fast, and when it will end."""
    from workbench.store.ingest import Staff  # noqa: PLC0415 -- as above

    started = time.monotonic()

    def rate(progress: "Progress | None") -> str:
        if progress is None:
            return ""
        seconds = max(time.monotonic() - started, 0.001)
        return f"{progress.n_made:,} made, {progress.n_made / seconds:,.0f}/s, {progress.n_failed:,} failed"

    with click.progressbar(length=0, label=label, item_show_func=rate, file=sys.stderr, show_pos=False) as bar:

        def watch(progress: "Progress") -> None:
            bar.length = max(progress.total, 1)
            bar.update(progress.done - bar.pos, progress)
            # A step may add records and no bytes, as the last one of a file does.
            bar.render_progress()

        yield Staff(workers or _cores(), watch)


def _say_waiting(words: str) -> None:
    # The bar may stand on the line.
    click.echo(f"\n{words}", err=True)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
