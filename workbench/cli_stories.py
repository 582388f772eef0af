"""``workbench copies``, ``stories``: which articles of a corpus print the same words, and which tell the same event."""

from pathlib import Path

import click

from workbench.cli_corpus import corpus_option, told
from workbench.cli_shared import counted
from workbench.shown import on_terminal


@click.command(short_help="Say which articles print the same words.")
@corpus_option
def copies(*, folder: Path) -> None:
    """Say which articles print the same words, whole, quoted, reordered or edited, and who had them first."""
    from workbench.store.copies import copy_lines, exact_copies  # noqa: PLC0415 -- for these commands only
    from workbench.store.index import Index  # noqa: PLC0415 -- as above
    from workbench.store.shelf import Shelf  # noqa: PLC0415 -- as above

    with told():
        shelf = Shelf(folder)
        exact, near = exact_copies(shelf), Index(shelf).copies()
        for paths in exact:
            click.echo(on_terminal("the same content: " + " and ".join(paths) + "\n"))
        for group in near:
            click.echo(on_terminal("\n".join(copy_lines(shelf, group)) + "\n"))
    n_articles = sum(len(group.page_ids) for group in near)
    contents, of_near = counted(len(exact), "content"), counted(len(near), "group")
    click.echo(
        f"{contents} printed twice or more; {of_near} of near copies, {counted(n_articles, 'article')}", err=True
    )


@click.command(short_help="Say which articles tell the same event.")
@corpus_option
def stories(*, folder: Path) -> None:
    """Say which articles tell the same event, in each other's words or in their own, and what they have in common."""
    from workbench.store.index import Index  # noqa: PLC0415 -- as above
    from workbench.store.shelf import Shelf  # noqa: PLC0415 -- as above
    from workbench.store.stories import story_lines  # noqa: PLC0415 -- as above

    with told():
        shelf = Shelf(folder)
        found = Index(shelf).stories()
        for story in found:
            click.echo(on_terminal("\n".join(story_lines(shelf, story)) + "\n"))
    n_articles = sum(len(story.page_ids) for story in found)
    click.echo(f"{counted(len(found), 'story', 'stories')} of {counted(n_articles, 'article')}", err=True)
