"""What a corpus holds, what failed, and whether it is sound."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from workbench.article import Article
from workbench.errors import CorpusError
from workbench.store.corpus import Failure
from workbench.store.decisions import Decision, read_decisions, stale_decisions, standing
from workbench.store.lock import is_being_written
from workbench.store.recipe import Recipe, names_in, stamp_of
from workbench.store.rows import LazyRows
from workbench.store.shelf import Shelf
from workbench.store.stored import failures
from workbench.store.text_state import n_unsearched
from workbench.tag import Names

_NAMED_RECORDS: Final = "pages JOIN files ON files.id = file_id JOIN records ON page_id = pages.id"


class Status(msgspec.Struct, frozen=True, kw_only=True):
    """A corpus in figures.

    Parameters
    ----------
    n_files, n_pages, n_records, n_articles
        Files, pages in them, pages with a record, and distinct contents of these.
    n_older
        Records that another codebook or program made.
    n_unfinished
        Files whose reading was interrupted.
    failures
        Pages without a record, and why.
    n_decisions, stale
        Tags that analysts decided on, and the decisions whose tag is another now, or gone.
    n_unsearched
        Records that the next search adds to the full text first.
    is_being_written
        Whether a writer is at work.
    """

    n_files: int
    n_pages: int
    n_records: int
    n_articles: int
    n_older: int
    n_unfinished: int
    failures: LazyRows[Failure]
    n_decisions: int
    stale: tuple[Decision, ...]
    n_unsearched: int
    is_being_written: bool


def corpus_status(folder: Path, recipe: Recipe) -> Status:
    """Count what the corpus in `folder` holds, beside what `recipe` would make.

    Raises
    ------
    CorpusError
        The corpus cannot be read.
    """
    shelf = Shelf(folder)

    def count(query: str, *cells: str) -> int:
        return int(shelf.rows(f"SELECT count(*) FROM {query}", cells)[0][0])  # noqa: S608 -- our own words

    stamp = stamp_of(recipe)
    current = "(SELECT id FROM stamps WHERE codebook = ? AND program = ?)"
    return Status(
        n_files=count("files"),
        n_pages=count("pages"),
        n_records=count("records"),
        n_articles=count("(SELECT DISTINCT article_id FROM records)"),
        n_older=count(f"records WHERE stamp_id NOT IN {current}", stamp.codebook, stamp.program),
        n_unfinished=count("files WHERE is_done = 0 AND size >= 0"),
        failures=failures(shelf),
        n_decisions=len(standing(read_decisions(shelf))),
        stale=tuple(stale_decisions(shelf)),
        n_unsearched=n_unsearched(shelf),
        is_being_written=is_being_written(folder),
    )


def kept_names(folder: Path) -> Names | None:
    """Return how names outside the codebook were found when the corpus's last page was tagged; None if none tells."""
    rows = Shelf(folder).rows(
        "SELECT program FROM records JOIN stamps ON stamps.id = stamp_id ORDER BY page_id DESC LIMIT 1"
    )
    return names_in(rows[0][0]) if rows else None


def corpus_faults(folder: Path) -> Iterator[str]:
    """Yield what is wrong with the corpus in `folder`: damaged pages of the database, records that do not unpack.

    Raises
    ------
    CorpusError
        The corpus cannot be read at all.
    """
    shelf = Shelf(folder)
    yield from (told for (told,) in shelf.rows("PRAGMA integrity_check") if told != "ok")
    decoder = msgspec.json.Decoder(Article)
    for number in shelf.recorded():
        path = f"record {number}"
        try:
            ((path, article_id),) = shelf.in_order("path || member, article_id", [number], _NAMED_RECORDS)
            article = decoder.decode(shelf.bodies([number])[0])
        except (CorpusError, msgspec.MsgspecError) as error:
            yield f"{path}: {error.reason if isinstance(error, CorpusError) else error}"
        else:
            if (article.path, article.id) != (path, article_id):
                yield f"{path}: the record is of {article.path}"
