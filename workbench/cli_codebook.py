"""``workbench codebook``: check a codebook, compare two, export one, find names for one."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from workbench.codebook import DEFAULT_CODEBOOK, Codebook, load_codebook
from workbench.errors import CodebookError

if TYPE_CHECKING:
    from workbench.tag.compare import Stored

_FAILED = 1


@click.group()
def codebook() -> None:
    """Check a codebook, compare two, export one, find names for one."""


@codebook.command()
@click.argument("folder", default=DEFAULT_CODEBOOK, metavar="[DIR]")
def check(folder: str) -> None:
    """Run the examples of every entry and rule in DIR, or in the shipped codebook of that name."""
    from workbench.tag.check import check_codebook  # noqa: PLC0415 -- the tagger takes a moment to import

    loaded = _loaded(folder)
    failures = check_codebook(loaded)
    for failure in failures:
        click.echo(f"{failure.entry}: {failure.example} fails: {failure.sentence!r}: {failure.reason}", err=True)
    rules = sum(len(concept.rules) + len(concept.off_topic) for concept in loaded.events.themes)
    click.echo(
        f"{loaded.stamp.name} {loaded.stamp.version}: {len(loaded.actors)} actors, {len(loaded.agencies)} agencies, "
        f"{len(loaded.events.themes)} themes with {rules} rules; {len(failures)} examples fail"
    )
    sys.exit(_FAILED if failures else 0)


@codebook.command()
@click.argument("old")
@click.argument("new")
@click.argument("corpus", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def diff(old: str, new: str, corpus: Path) -> None:
    """Say which articles of CORPUS, a file of records, gain or lose a theme between codebooks OLD and NEW."""
    from workbench.tag.compare import theme_flips  # noqa: PLC0415 -- as above

    flips = 0
    for flip in theme_flips(_loaded(old), _loaded(new), _stored(corpus)):
        flips += 1
        click.echo(f"{flip.article_id}\t{flip.change}\t{flip.concept}")
    click.echo(f"{flips} flips", err=True)


@codebook.command()
@click.argument("folder", default=DEFAULT_CODEBOOK, metavar="[DIR]")
@click.option("--format", "output_format", type=click.Choice(["skos"]), default="skos", show_default=True)
@click.option("--base", default="urn:workbench:", show_default=True, help="URI before the names of the concepts.")
def export(folder: str, output_format: str, base: str) -> None:  # noqa: ARG001 -- one format so far, named on purpose
    """Write the themes of a codebook as SKOS, in JSON-LD."""
    from workbench.codebook.skos import codebook_skos  # noqa: PLC0415 -- as above

    click.echo(codebook_skos(_loaded(folder), base=base), nl=False)


@codebook.command()
@click.argument("corpus", type=click.Path(exists=True, path_type=Path))
@click.option("--codebook", "folder", default=DEFAULT_CODEBOOK, show_default=True, metavar="DIR")
@click.option("--format", "output_format", type=click.Choice(["table", "yaml"]), default="table", show_default=True)
@click.option("--limit", type=click.IntRange(min=1), default=30, show_default=True, help="How many names at most.")
def suggest(corpus: Path, folder: str, output_format: str, limit: int) -> None:
    """Rank the names in CORPUS (pages, records, or a corpus on disk) that the codebook lacks, for adding.

    As a table of articles, mentions, type, spellings and the first sentence; or as YAML, entries to be filled in.
    """
    from workbench.store import open_corpus  # noqa: PLC0415 -- the tagger takes a moment to import
    from workbench.tag.suggest import suggest_names, suggestion_stub  # noqa: PLC0415 -- as above

    found = suggest_names(open_corpus(corpus, codebook=folder).records, _loaded(folder))[:limit]
    for one in found:
        if output_format == "yaml":
            click.echo(suggestion_stub(one))
            continue
        place = f"{one.path}:{one.line}"
        cells = (one.n_articles, one.n_mentions, one.type, " | ".join(one.spellings), place, one.evidence)
        click.echo("\t".join(map(str, cells)))


def _loaded(folder: str) -> Codebook:
    try:
        return load_codebook(folder)
    except CodebookError as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(_FAILED)


def _stored(corpus: Path) -> Iterator["Stored"]:
    from workbench.tag.compare import Stored  # noqa: PLC0415 -- as above

    decoder = msgspec.json.Decoder(Stored)
    with corpus.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            try:
                yield decoder.decode(line)
            except msgspec.MsgspecError as error:
                message = f"{corpus} line {number}: {error}"
                raise click.ClickException(message) from error
