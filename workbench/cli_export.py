"""``workbench export``: records in the formats of others."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from workbench.cli_shared import ALL_READ, SOME_UNREAD, codebook_option, open_output, read_codebook
from workbench.errors import ReadError, WorkbenchError
from workbench.export import FORMATS, export_records
from workbench.record import Record

_FORMATS = "\n".join(f"  {name:<12}{made.title}" for name, made in FORMATS.items())


@click.command(epilog=f"\b\nFormats:\n{_FORMATS}")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--format", "name", type=click.Choice(list(FORMATS)), required=True, help="See below.")
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write to a file.")
@codebook_option
def export(*, paths: tuple[str, ...], name: str, output: Path | None, codebook_folder: str) -> None:
    """Write records in a format that other programs read.

    PATH is a file or folder of pages, or a .jsonl file of records; pages that are no articles are left out.
    """
    codebook = read_codebook(codebook_folder)
    refused: list[WorkbenchError] = []
    with open_output(output) as stream:
        for line in export_records(_articles(paths, codebook_folder, refused), name, codebook):
            stream.write(line.encode() + b"\n")
    for error in refused:
        click.echo(str(error), err=True)
    raise SystemExit(SOME_UNREAD if refused else ALL_READ)


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
