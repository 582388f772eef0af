"""``workbench export``: records in the formats of others."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from workbench.cli_shared import ALL_READ, SOME_UNREAD, codebook_option, open_output, read_codebook, spare_inputs
from workbench.errors import ReadError, WorkbenchError
from workbench.export import FORMATS, export_records
from workbench.record import Record

#: What a corpus on disk is written out as, whole, so that it can be ingested again.
_WHOLE = {"jsonl": "the records themselves, of a corpus on disk", "parquet": "the same as a table"}
_TITLES = {name: made.title for name, made in FORMATS.items()} | _WHOLE
_FORMATS = "\n".join(f"  {name:<12}{title}" for name, title in _TITLES.items())


@click.command(epilog=f"\b\nFormats:\n{_FORMATS}")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--format", "name", type=click.Choice(list(_TITLES)), required=True, help="See below.")
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write to a file.")
@codebook_option
def export(*, paths: tuple[str, ...], name: str, output: Path | None, codebook_folder: str) -> None:
    """Write records in a format that other programs read.

    PATH is a corpus, a file or folder of pages, or a file of records; pages that are no articles are left out, except
    of a corpus that is written out whole. Its bytes depend on pages, codebook and program alone.
    """
    spare_inputs(output, paths)
    if name in _WHOLE:
        _export_whole(paths, name, output)
        return
    codebook = read_codebook(codebook_folder)
    refused: list[WorkbenchError] = []
    with open_output(output) as stream:
        for line in export_records(_articles(paths, codebook_folder, refused), name, codebook):
            stream.write(line.encode() + b"\n")
    for error in refused:
        click.echo(str(error), err=True)
    raise SystemExit(SOME_UNREAD if refused else ALL_READ)


def _export_whole(paths: tuple[str, ...], name: str, output: Path | None) -> None:
    from workbench.store.shelf import Shelf  # noqa: PLC0415 -- heavy; --help must not wait for it
    from workbench.store.transfer import WRITERS  # noqa: PLC0415 -- likewise

    if len(paths) != 1:
        message = "name the one corpus that is to be written"
        raise click.UsageError(message)
    if Path(paths[0]).is_file():
        message = f"{paths[0]}: {name} is written of a corpus on disk; of pages, workbench parse writes the records"
        raise click.UsageError(message)
    try:
        shelf = Shelf(Path(paths[0]))
        with open_output(output) as stream:
            WRITERS[name](shelf, stream)
    except WorkbenchError as error:
        raise click.ClickException(str(error)) from error


def _articles(paths: Iterable[str], codebook: str, refused: list[WorkbenchError]) -> Iterator[Record]:
    """Yield the articles of every path, and put aside what could not be read."""
    from workbench.store import open_corpus  # noqa: PLC0415 -- the tagger is heavy; --help must not wait for it

    for path in paths:
        try:
            corpus = open_corpus(path, codebook=codebook)
        except WorkbenchError as error:
            refused.append(error)
            continue
        refused.extend(ReadError(failure.path, failure.reason) for failure in corpus.failures)
        yield from (record for record in corpus.records if record.is_article)
