"""Full text of a corpus: words and phrases to pages, and the passages where they stand."""

import logging
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec
import numpy as np
import tantivy
from numpy.typing import NDArray

from workbench.article import ARTICLE_ZONE, Article
from workbench.store.shelf import Shelf, chunks
from workbench.store.text_state import TEXT, read_text_state, write_text_state

_log = logging.getLogger(__name__)
_HEAP_BYTES: Final = 96_000_000
_CHUNK: Final = 500
#: Fewer new articles are searched before one has read that they are being made ready; of more it is told each time.
_WORTH_TELLING: Final = 20_000
#: The tokenizer that tantivy calls ``default``; queries are cut as texts are.
_TOKENIZER: Final = (
    tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    .filter(tantivy.Filter.remove_long(40))
    .filter(tantivy.Filter.lowercase())
    .build()
)
_AROUND: Final = 90


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A page that holds all that was asked for, and the first place of it.

    Parameters
    ----------
    page_id, article_id, path
        Which page.
    headline
        As printed, or None.
    start, end
        Where the first word or phrase stands, in code points of the article's text.
    before, exact, after
        The words there and around.
    """

    page_id: int
    article_id: str
    path: str
    headline: str | None
    start: int
    end: int
    before: str
    exact: str
    after: str


def refresh_text(shelf: Shelf, folder: Path) -> tantivy.Index:
    """Return the full-text index in `folder`, brought up to the state of `shelf`; only changed texts are read.

    Raises
    ------
    ValueError, OSError
        It is damaged; delete the folder, and it is made again.
    """
    path = folder / TEXT
    path.mkdir(parents=True, exist_ok=True)
    done = read_text_state(path)
    index = tantivy.Index(_schema(), str(path))
    if done.seq < shelf.seq:
        with index.writer(_HEAP_BYTES, 1) as writer:
            _bring_up(writer, shelf, done.seq, n_held=index.searcher().num_docs)
        write_text_state(path, shelf.seq)
        index.reload()
    return index


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("page", indexed=True, fast=True)
    builder.add_text_field("text")
    return builder.build()


def _bring_up(writer: tantivy.IndexWriter, shelf: Shelf, done: int, *, n_held: int) -> None:
    query = "SELECT page_id FROM removals WHERE seq > ? UNION SELECT page_id FROM records WHERE text_seq > ?"
    changed = shelf.numbers(query, (done, done))
    for numbers in chunks(changed if n_held else changed[:0], _CHUNK):
        # By query: `delete_documents_by_term` finds nothing in a field of unsigned numbers (tantivy 0.27).
        writer.delete_documents_by_query(tantivy.Query.term_set_query(_schema(), "page", list(numbers)))
    present = shelf.numbers("SELECT page_id FROM records WHERE text_seq > ? ORDER BY page_id", (done,))
    for at, numbers in enumerate(chunks(present, _CHUNK)):
        if len(present) >= _WORTH_TELLING and at * _CHUNK % _WORTH_TELLING == 0:
            _log.warning("%s: full text made of %s of %s new articles", shelf.folder, at * _CHUNK, len(present))
        for page_id, body in zip(numbers, shelf.bodies(numbers), strict=True):
            writer.add_document(_document(page_id, body))


def _document(page_id: int, body: bytes) -> tantivy.Document:
    article = msgspec.json.decode(body, type=Article)
    document = tantivy.Document()
    document.add_unsigned("page", page_id)
    # A value a line: tantivy leaves a gap between values, so that no phrase crosses two lines.
    for line in article.lines:
        if line.role in ARTICLE_ZONE:
            document.add_text("text", line.of(article.text))
    return document


def text_query(index: tantivy.Index, terms: Sequence[str]) -> tantivy.Query:
    """Return the query for pages that hold every one of `terms`, which are words or phrases."""
    schema = index.schema
    parts = [_one(schema, words) for term in terms if (words := _TOKENIZER.analyze(term))]
    return tantivy.Query.boolean_query([(tantivy.Occur.Must, part) for part in parts])


def _letters(schema: tantivy.Schema, words: list[str]) -> tantivy.Query:
    if len(words) == 1:
        return tantivy.Query.regex_query(schema, "text", f".*{words[0]}.*")
    first, *inner, last = words
    return tantivy.Query.regex_phrase_query(schema, "text", [f".*{first}", *inner, f"{last}.*"])


def _one(schema: tantivy.Schema, words: list[str]) -> tantivy.Query:
    if len(words) == 1:
        return tantivy.Query.term_query(schema, "text", words[0])
    return tantivy.Query.phrase_query(schema, "text", list(words))


def pages_with(index: tantivy.Index, terms: Sequence[str]) -> NDArray[np.int64]:
    """Return the numbers of all pages that hold the letters of every one of `terms`, ascending.

    As in memory, a word is found inside longer ones (``belarus`` in ``Belarusia``), and a phrase may begin and end
    inside a word.
    """
    searcher = index.searcher()
    parts = [_letters(index.schema, words) for term in terms if (words := _TOKENIZER.analyze(term))]
    every = tantivy.Query.boolean_query([(tantivy.Occur.Must, part) for part in parts])
    query = tantivy.Query.const_score_query(every, 1.0)
    found = searcher.search(query, limit=max(searcher.num_docs, 1), count=False)
    pages = searcher.fast_field_values("page", [address for _, address in found.hits])
    return np.sort(np.array(pages, dtype=np.int64))


def find_hits(index: tantivy.Index, shelf: Shelf, terms: Sequence[str], *, limit: int = 20) -> list[Hit]:
    """Return the pages that speak most of `terms`, the best first, with the passage where the first one stands."""
    searcher = index.searcher()
    found = searcher.search(text_query(index, terms), limit=limit, count=False)
    pages = searcher.fast_field_values("page", [address for _, address in found.hits])
    return list(_hits(shelf, [int(page) for page in pages if page is not None], terms))


def _hits(shelf: Shelf, pages: list[int], terms: Sequence[str]) -> Iterator[Hit]:
    # The index may be ahead of this reader's state: what that does not hold is left out.
    marks = ",".join("?" * len(pages))
    held = {page for (page,) in shelf.rows(f"SELECT page_id FROM records WHERE page_id IN ({marks})", pages)}  # noqa: S608 -- marks only
    kept = [page for page in pages if page in held]
    pattern = re.compile(r"\b" + r"[\W_]+".join(map(re.escape, _TOKENIZER.analyze(terms[0]))) + r"\b", re.IGNORECASE)
    for page_id, body in zip(kept, shelf.bodies(kept), strict=True):
        article = msgspec.json.decode(body, type=Article)
        if place := _place(article, pattern):
            yield _hit(page_id, article, *place)


def _place(article: Article, pattern: re.Pattern[str]) -> tuple[int, int] | None:
    zone = (line for line in article.lines if line.role in ARTICLE_ZONE)
    found = (pattern.search(article.text, line.start, line.end) for line in zone)
    return next((match.span() for match in found if match), None)


def _hit(page_id: int, article: Article, start: int, end: int) -> Hit:
    text = article.text
    return Hit(
        page_id=page_id,
        article_id=article.id,
        path=article.path,
        headline=article.headline.of(text) if article.headline else None,
        start=start,
        end=end,
        before=text[max(0, start - _AROUND) : start],
        exact=text[start:end],
        after=text[end : end + _AROUND],
    )
