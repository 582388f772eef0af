"""Paths to records in one go: what the command line, the store and the evaluation all run."""

from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

import msgspec

from workbench.article import Article, Notice
from workbench.codebook import Codebook
from workbench.errors import ReadError
from workbench.page import Page
from workbench.parse import Outlets, compile_outlets, parsing
from workbench.record import Record
from workbench.steps import Steps, finish, in_step
from workbench.tag import Tagger, build_tagger, tagging

T = TypeVar("T")

#: Longer texts are worked on alone: what they need meanwhile would add up, for a gain of an eighth and less.
_LONG: Final = 1 << 15


def make_records(readings: Iterable[Page | ReadError], codebook: Codebook) -> Iterator[Record | ReadError]:
    """Make a record of each page; pass errors on, and turn a failure on one page into an error that names it."""
    outlets, tagger = compile_outlets(codebook.publishers), build_tagger(codebook)
    return in_step(_made(reading, outlets, tagger) for reading in readings)


def _made(reading: Page | ReadError, outlets: Outlets, tagger: Tagger) -> Steps[Record | ReadError]:
    if isinstance(reading, ReadError):
        return reading
    try:
        return (yield from beside_others(_record(reading, outlets, tagger), reading.text))
    except Exception as error:  # one page that breaks a rule must not cost the others
        return ReadError(reading.path, told(error))


def _record(page: Page, outlets: Outlets, tagger: Tagger) -> Steps[Record]:
    article = yield from parsing(page, outlets)
    yield
    return (yield from tagging(_note_copy(article, page), tagger))


def beside_others(work: Steps[T], text: str) -> Steps[T]:
    """Do `work` on `text` step by step; on a long text in one step, so that others wait."""
    return finish(work) if len(text) > _LONG else (yield from work)


def told(error: Exception) -> str:
    """Return what users are told of a page that breaks a rule."""
    return f"could not be parsed ({type(error).__name__}: {error}); please report it"


def _note_copy(article: Article, page: Page) -> Article:
    if page.copy_of is None:
        return article
    notice = Notice("exact-copy", f"The page has the same bytes as {page.copy_of}.")
    return msgspec.structs.replace(article, notices=(*article.notices, notice))
