"""``workbench decide``, ``decisions``: what analysts say of single tags."""

import getpass
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from workbench.cli_corpus import corpus_option, told
from workbench.cli_shared import counted, open_output


def _place(_: click.Context, __: click.Parameter, value: str) -> tuple[int, int]:
    start, colon, end = value.partition(":")
    if not colon or not start.isdecimal() or not end.isdecimal():
        message = f"{value!r} is not START:END, as 120:135"
        raise click.BadParameter(message)
    return int(start), int(end)


@click.command(short_help="Accept, reject or correct a tag.")
@click.argument("article")
@click.argument("kind")
@click.argument("place", callback=_place, metavar="START:END")
@click.argument("verdict", type=click.Choice(["accepted", "rejected", "corrected"]))
@click.option(
    "--correction", metavar="JSON", help="For corrected: the fields that should be others, with their values."
)
@click.option("--note", default="", help="Why.")
@click.option("--who", default=None, help="Who says so; the user's name unless said otherwise.")
@corpus_option
def decide(*, article: str, kind: Any, place: tuple[int, int], verdict: Any, folder: Path, **said: Any) -> None:  # noqa: ANN401 -- click checks the values
    """Accept, reject or correct a tag: the one of KIND on the characters START:END of ARTICLE.

    ARTICLE is the id of its record, KIND a field that holds tags: mentions, quotes, sanctions and so on; records name
    the characters of each tag. Of several decisions on one
    tag the last holds; neither ingest nor retag changes any.
    """
    from workbench.store.decisions import Decision, add_decisions, tag_at  # noqa: PLC0415 -- --help must not wait for it
    from workbench.store.shelf import Shelf  # noqa: PLC0415 -- likewise

    with told():
        tag = tag_at(Shelf(folder), article, kind, place)
        decision = Decision(
            article_id=article,
            kind=kind,
            tag=tag,
            verdict=verdict,
            correction=_corrected(tag, said["correction"]),
            note=said["note"],
            who=getpass.getuser() if said["who"] is None else said["who"],
            decided_at=datetime.now(UTC).isoformat(timespec="seconds"),
        )
        add_decisions(folder, [decision])
    click.echo(f"{verdict}: {json.dumps(tag, ensure_ascii=False)}", err=True)


def _corrected(tag: dict[str, Any], fields: str | None) -> dict[str, Any] | None:
    if fields is None:
        return None
    try:
        changes = json.loads(fields)
    except ValueError as error:
        message = f"--correction is no JSON: {error}"
        raise click.UsageError(message) from error
    if not isinstance(changes, dict):
        message = '--correction takes an object, as {"entity": "putin"}'
        raise click.UsageError(message)
    return tag | changes


@click.command(short_help="Write every decision about tags, or add some.")
@corpus_option
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write to a file.")
@click.option(
    "--import",
    "source",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Add the decisions of a file that this command wrote, instead.",
)
def decisions(*, folder: Path, output: Path | None, source: Path | None) -> None:
    """Write every decision about tags as JSON Lines, those that later ones replaced too, or add those of a file."""
    from workbench.store.decisions import add_decisions, decisions_from, write_decisions  # noqa: PLC0415 -- as above
    from workbench.store.shelf import Shelf  # noqa: PLC0415 -- as above

    with told():
        if source is not None:
            with source.open("rb") as lines:
                n_added = add_decisions(folder, decisions_from(lines, str(source)))
            click.echo(f"{counted(n_added, 'decision')} added", err=True)
            return
        shelf = Shelf(folder)
        with open_output(output) as stream:
            n_written = write_decisions(shelf, stream)
    click.echo(counted(n_written, "decision"), err=True)
