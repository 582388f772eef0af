"""Paths to records in one go: what the command line, the store and the evaluation all run."""

from collections.abc import Callable, Iterable, Iterator

import msgspec

from workbench.article import Article, Notice
from workbench.codebook import Codebook
from workbench.errors import ReadError
from workbench.page import Page
from workbench.parse import compile_outlets, parse_article
from workbench.record import Record
from workbench.tag import build_tagger, tag_article


def record_maker(codebook: Codebook) -> Callable[[Page], Record]:
    """Return the function that parses and tags a page; building it takes a moment, calling it little."""
    outlets = compile_outlets(codebook.publishers)
    tagger = build_tagger(codebook)

    def make_record(page: Page) -> Record:
        return tag_article(_note_copy(parse_article(page, outlets), page), tagger)

    return make_record


def make_records(
    readings: Iterable[Page | ReadError], make_record: Callable[[Page], Record]
) -> Iterator[Record | ReadError]:
    """Make a record of each page; pass errors on, and turn a failure on one page into an error that names it."""
    for reading in readings:
        if isinstance(reading, ReadError):
            yield reading
            continue
        try:
            record = make_record(reading)
        except Exception as error:  # one page that breaks a rule must not cost the others
            yield ReadError(reading.path, f"could not be parsed ({type(error).__name__}: {error}); please report it")
        else:
            yield record


def _note_copy(article: Article, page: Page) -> Article:
    if page.copy_of is None:
        return article
    notice = Notice("exact-copy", f"The page has the same bytes as {page.copy_of}.")
    return msgspec.structs.replace(article, notices=(*article.notices, notice))
