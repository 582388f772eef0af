"""``workbench codebook``: check a codebook, compare two, export one, find names for one."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click
import msgspec

from workbench.cli_shared import codebook_option, counted
from workbench.codebook import DEFAULT_CODEBOOK, Scheme, load_codebook, load_scheme
from workbench.codebook.entries import find_flaws
from workbench.errors import CodebookError, WorkbenchError
from workbench.shown import on_terminal

if TYPE_CHECKING:
    from workbench.tag.compare import Stored

_FAILED = 1
SchemeT = TypeVar("SchemeT", bound=Scheme)


@click.group(short_help="Check, compare, export and extend a codebook.")
def codebook() -> None:
    """Check a codebook, compare two, export one, find names for one."""


@codebook.command()
@click.argument("folder", default=DEFAULT_CODEBOOK, metavar="[DIR]")
def check(folder: str) -> None:
    """Run the examples of every entry and rule of a codebook.

    DIR is its folder, or the name of one that ships. Spellings that two entries claim are named, too.
    """
    from workbench.tag.check import check_codebook  # noqa: PLC0415 -- the tagger takes a moment to import

    loaded = _loaded(folder, load_codebook)
    failures = check_codebook(loaded)
    for failure in failures:
        click.echo(f"{failure.entry}: {failure.example} fails: {failure.sentence!r}: {failure.reason}", err=True)
    flaws = tuple(find_flaws(loaded.actors, loaded.agencies))
    for flaw in flaws:
        click.echo(f"{flaw.entry}: {flaw.field}: {flaw.reason}", err=True)
    rules = sum(len(concept.rules) + len(concept.off_topic) for concept in loaded.events.themes)
    click.echo(
        f"{loaded.stamp.name} {loaded.stamp.version}: {counted(len(loaded.actors), 'actor')}, "
        f"{counted(len(loaded.agencies), 'agency', 'agencies')}, {counted(len(loaded.events.themes), 'theme')} "
        f"with {counted(rules, 'rule')}; failed: {counted(len(failures), 'example')}, {counted(len(flaws), 'flaw')}"
    )
    sys.exit(_FAILED if failures or flaws else 0)


@codebook.command()
@click.argument("old")
@click.argument("new")
@click.argument("corpus", type=click.Path(exists=True, path_type=Path))
def diff(old: str, new: str, corpus: Path) -> None:
    """Say which articles gain or lose a theme between two codebooks.

    OLD and NEW are folders of codebooks, or names of shipped ones; CORPUS is a corpus on disk, or a file of records.
    Each line names an article, gained or lost, and a theme.
    """
    from workbench.tag.compare import theme_flips  # noqa: PLC0415 -- as above

    flips = 0
    before, after = (_loaded(folder, load_scheme) for folder in (old, new))
    for flip in theme_flips(before, after, _stored(corpus)):
        flips += 1
        click.echo(f"{flip.article_id}\t{flip.change}\t{flip.concept}")
    click.echo(counted(flips, "flip"), err=True)


@codebook.command()
@click.argument("folder", default=DEFAULT_CODEBOOK, metavar="[DIR]")
@click.option("--format", "output_format", type=click.Choice(["skos"]), default="skos", show_default=True)
@click.option("--base", default="urn:workbench:", show_default=True, help="URI before the names of the concepts.")
def export(folder: str, output_format: str, base: str) -> None:  # noqa: ARG001 -- one format so far, named on purpose
    """Write the themes of a codebook as SKOS, in JSON-LD."""
    from workbench.codebook.skos import codebook_skos  # noqa: PLC0415 -- as above

    click.echo(codebook_skos(_loaded(folder, load_codebook), base=base), nl=False)


@codebook.command()
@click.argument("corpus", type=click.Path(exists=True, path_type=Path))
@codebook_option
@click.option("--format", "output_format", type=click.Choice(["table", "yaml"]), default="table", show_default=True)
@click.option("--limit", type=click.IntRange(min=1), default=30, show_default=True, help="How many names at most.")
def suggest(*, corpus: Path, codebook_folder: str, output_format: str, limit: int) -> None:
    """Rank the names that a codebook lacks, for adding.

    CORPUS is pages, records, or a corpus on disk. As a table of articles, mentions, type, spellings and the
    first sentence; or as YAML, entries to be filled in.
    """
    from workbench.store import open_corpus  # noqa: PLC0415 -- the tagger takes a moment to import
    from workbench.tag.suggest import suggest_names, suggestion_stub  # noqa: PLC0415 -- as above

    records = open_corpus(corpus, codebook=codebook_folder).records
    found = suggest_names(records, _loaded(codebook_folder, load_codebook))[:limit]
    for one in found:
        if output_format == "yaml":
            click.echo(on_terminal(suggestion_stub(one)))
            continue
        place = f"{one.path}:{one.line}"
        cells = (one.n_articles, one.n_mentions, one.type, " | ".join(one.spellings), place, one.evidence)
        click.echo("\t".join(on_terminal(str(cell)) for cell in cells))
    click.echo(f"names that the codebook lacks: {len(found)}", err=True)


def _loaded(folder: str, load: Callable[[str], SchemeT]) -> SchemeT:
    try:
        return load(folder)
    except CodebookError as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(_FAILED)


def _stored(corpus: Path) -> Iterator["Stored"]:
    from workbench.tag.compare import Stored  # noqa: PLC0415 -- as above

    decoder = msgspec.json.Decoder(Stored)
    for number, line in enumerate(_lines(corpus), 1):
        try:
            yield decoder.decode(line)
        except msgspec.MsgspecError as error:
            message = f"{corpus} line {number}: no record of workbench parse: {error}"
            raise click.ClickException(message) from error


def _lines(corpus: Path) -> Iterator[bytes]:
    """Yield the records of a corpus on disk, or of a file, as JSON."""
    from workbench.store.shelf import Shelf  # noqa: PLC0415 -- as above
    from workbench.store.transfer import record_bodies, stored_lines  # noqa: PLC0415 -- as above

    try:
        yield from record_bodies(Shelf(corpus)) if corpus.is_dir() else stored_lines(corpus)
    except WorkbenchError as error:
        raise click.ClickException(str(error)) from error
