"""The command line: commands read their arguments here and do their work in their rooms."""

import logging
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from workbench import __version__
from workbench.cli_codebook import codebook
from workbench.cli_corpus import ingest, open_parts, retag, status, verify_corpus
from workbench.cli_decide import decide, decisions
from workbench.cli_export import export
from workbench.cli_shared import (
    ALL_READ,
    SOME_UNREAD,
    codebook_option,
    columns_option,
    open_output,
    read_codebook,
    spare_inputs,
)
from workbench.cli_stories import copies, stories
from workbench.codebook import Codebook
from workbench.errors import ReadError
from workbench.page import Page
from workbench.read import ReadOptions, read_pages
from workbench.report import lab, report, verify
from workbench.shown import on_terminal

#: After how many records a terminal is told how far things are.
_STEP = 5_000


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="workbench")
def main() -> None:
    """Parse, tag and explore Indonesian press pages on Russia-Belarus relations."""
    logging.basicConfig(stream=sys.stderr, format="%(message)s", level=logging.WARNING, force=True)


main.add_command(report)
main.add_command(verify)
main.add_command(lab)
main.add_command(codebook)
main.add_command(copies)
main.add_command(stories)
main.add_command(ingest)
main.add_command(open_parts)
main.add_command(retag)
main.add_command(status)
main.add_command(verify_corpus)
main.add_command(export)
main.add_command(decide)
main.add_command(decisions)


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--format", "output_format", type=click.Choice(["jsonl", "explain"]), default="jsonl", show_default=True)
@click.option(
    "--explain",
    "output_format",
    flag_value="explain",
    help="Same as --format explain: each line's role and the rule behind it.",
)
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write to a file.")
@columns_option
@codebook_option
def parse(
    *, paths: tuple[str, ...], output_format: str, output: Path | None, columns: dict[str, str], codebook_folder: str
) -> None:
    """Parse and tag pages; write one JSON object a line for each.

    PATH is a file, a folder, or - for a list of paths on standard input.
    """
    spare_inputs(output, paths)
    codebook = read_codebook(codebook_folder)
    pages = read_pages(paths, ReadOptions(columns=columns))
    chunks = _explained(pages, codebook) if output_format == "explain" else _encoded(pages, codebook)
    n_read = n_unread = 0
    with open_output(output) as stream:
        for chunk in chunks:
            if isinstance(chunk, ReadError):
                n_unread += 1
                click.echo(on_terminal(str(chunk)), err=True)
            else:
                n_read += 1
                stream.write(chunk)
                _show_progress(n_read)
    click.echo(f"{n_read} read, {n_unread} could not be read", err=True)
    raise SystemExit(SOME_UNREAD if n_unread else ALL_READ)


def _encoded(pages: Iterator[Page | ReadError], codebook: Codebook) -> Iterator[bytes | ReadError]:
    """Yield each page's record as a line of JSON."""
    import msgspec  # noqa: PLC0415 -- the tagger is heavy; --help must not wait for it

    from workbench.pipeline import make_records  # noqa: PLC0415 -- likewise

    encoder = msgspec.json.Encoder()
    for record in make_records(pages, codebook):
        yield record if isinstance(record, ReadError) else encoder.encode(record) + b"\n"


def _explained(pages: Iterator[Page | ReadError], codebook: Codebook) -> Iterator[bytes | ReadError]:
    """Yield each page's lines with their roles and rules, for people."""
    from workbench.parse import compile_outlets, explain_article, explain_facts, parse_article  # noqa: PLC0415 -- likewise

    outlets = compile_outlets(codebook.publishers)
    fit = {"width": shutil.get_terminal_size().columns} if sys.stdout.isatty() else {}
    for page in pages:
        if isinstance(page, ReadError):
            yield page
        else:
            article = parse_article(page, outlets)
            lines = [page.path, *explain_article(article, **fit), *explain_facts(article), "", ""]
            yield "\n".join(lines).encode()


@main.command(short_help="Score records against annotations.")
@click.argument("gold", type=click.Path(exists=True, path_type=Path))
@click.option("--texts", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Folder of the texts.")
@click.option("--misses", "shows_misses", is_flag=True, help="List every miss, too.")
@click.option("--json", "is_json", is_flag=True, help="Write scores and misses as JSON.")
@codebook_option
def evaluate(*, gold: Path, texts: Path | None, shows_misses: bool, is_json: bool, codebook_folder: str) -> None:
    """Score records against gold: precision, recall and F1 of each measure.

    GOLD is a file or folder of annotated pages or of events (JSON Lines), TimeML, or tokens with names or statements.
    """
    from workbench.evaluate import evaluate_gold, misses_list, scores_json, scores_table  # noqa: PLC0415 -- as above

    results = []
    try:
        for result in evaluate_gold(gold, texts=texts, codebook=read_codebook(codebook_folder)):
            results.append(result)
            if not is_json:
                click.echo(scores_table(result) + "\n" + (misses_list(result) + "\n" if shows_misses else ""))
    except ReadError as error:
        click.echo(str(error), err=True)
        raise SystemExit(SOME_UNREAD) from error
    if is_json:
        click.echo(scores_json(results))
    unread = [failure for result in results for failure in result.errors]
    for failure in unread:
        click.echo(str(failure), err=True)
    raise SystemExit(SOME_UNREAD if unread else ALL_READ)


def _show_progress(n_read: int) -> None:
    if n_read % _STEP == 0 and sys.stderr.isatty():
        click.echo(f"{n_read:,} read", err=True)
