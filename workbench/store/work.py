"""What the workers of an ingest do: pages to packed records, without touching the corpus."""

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, TypeVar

import msgspec

from workbench.article import Article
from workbench.errors import ReadError
from workbench.page import Page
from workbench.parse import compile_outlets, parsing
from workbench.pipeline import beside_others, told
from workbench.read import read_file
from workbench.record import Record
from workbench.steps import Steps, in_step
from workbench.store.facts import facts_of
from workbench.store.pack import pack, unpack
from workbench.store.recipe import Recipe, Stamp, stamp_of
from workbench.tag import build_tagger, tagging

T = TypeVar("T")

#: The last field of a record's JSON.
_STAMP: Final = b'"codebook":'


class FileItem(msgspec.Struct, frozen=True):
    """A file to read, with the hashes of the pages that the corpus holds of it, by member."""

    path: str
    known: Mapping[str, bytes]


class PageItem(msgspec.Struct, frozen=True):
    """A page that was read from a container named `file`."""

    file: str
    page: Page


class RecordItem(msgspec.Struct, frozen=True):
    """A stored record as JSON, from line `number` of `file`; `head` as in `Packed`."""

    file: str
    number: int
    line: bytes
    head: bytes | None = None


class RetagItem(msgspec.Struct, frozen=True):
    """A record to tag again; `head` is its page without the text, `parse_from` the same if it is to be parsed too."""

    page_id: int
    stamp_id: int
    dictionary_id: int
    facts: bytes
    body: bytes
    parse_from: bytes | None
    head: bytes | None


Item = FileItem | PageItem | RecordItem | RetagItem


class Packed(msgspec.Struct, frozen=True):
    """A record as the database keeps it."""

    article_id: str
    head: bytes | None
    facts: bytes
    body: bytes


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one page: a record, an error, or neither where the corpus holds it already.

    `stamp` says what made a record that another codebook or program made.
    """

    path: str
    content_hash: bytes | None = None
    error: str | None = None
    record: Packed | None = None
    stamp: Stamp | None = None


class Workshop(msgspec.Struct, frozen=True):
    """A recipe made ready, which takes a moment to build, and the dictionary that new records are packed with."""

    recipe: Recipe
    parse: Callable[[Page], Steps[Article]]
    tag: Callable[[Article], Steps[Record]]
    dictionary: bytes = b""


def build_workshop(recipe: Recipe) -> Workshop:
    """Compile the codebook of `recipe`."""
    outlets = compile_outlets(recipe.codebook.publishers)
    tagger = build_tagger(recipe.codebook, names=recipe.names)
    return Workshop(recipe, lambda page: parsing(page, outlets), lambda article: tagging(article, tagger))


def work_on(items: Sequence[Item], workshop: Workshop) -> list[tuple[Outcome, ...]]:
    """Make the records of `items`."""
    made: list[list[Outcome]] = [[] for _ in items]
    works = (numbered(number, work) for number, item in enumerate(items) for work in _works(item, workshop))
    for number, outcome in in_step(works):
        made[number].append(outcome)
    return [tuple(outcomes) for outcomes in made]


def numbered(number: int, work: Steps[T]) -> Steps[tuple[int, T]]:
    """Do `work`, and return with what it made the number of what it was made from."""
    return number, (yield from work)


def _works(item: Item, workshop: Workshop) -> Iterator[Steps[Outcome]]:
    match item:
        case FileItem():
            return file_works(item.path, item.known, workshop)
        case PageItem():
            return iter([page_work(item.page, None, workshop)])
        case RecordItem():
            return iter([_taken_over(item, workshop)])
        case RetagItem():
            return iter([_tagged_again(item, workshop)])


def file_works(file: str, known: Mapping[str, bytes], workshop: Workshop) -> Iterator[Steps[Outcome]]:
    """Read a file, and yield the work on each page; `known` has the hashes of those that need none, by member."""
    for _, reading in read_file(Path(file), workshop.recipe.options):
        yield page_work(reading, known.get(member_of(reading.path, file)), workshop)


def member_of(path: str, file: str) -> str:
    """Return what a page's name has after its file's."""
    return path.removeprefix(file)


def page_work(reading: Page | ReadError, known: bytes | None, workshop: Workshop) -> Steps[Outcome]:
    """Make the record of a page, unless its hash is `known`."""
    if isinstance(reading, ReadError):
        return Outcome(path=reading.path, error=reading.reason)
    digest = digest_of(reading.content_hash)
    if known == digest:
        return Outcome(path=reading.path, content_hash=digest)
    try:
        record = yield from beside_others(_made(reading, workshop), reading.text)
        return Outcome(path=reading.path, content_hash=digest, record=record)
    except Exception as error:  # one page that breaks a rule must not cost the others
        return Outcome(path=reading.path, content_hash=digest, error=told(error))


def _made(page: Page, workshop: Workshop) -> Steps[Packed]:
    article = yield from workshop.parse(page)
    yield
    record = yield from workshop.tag(article)
    yield
    return msgspec.structs.replace(_pack_record(record, workshop.dictionary), head=_pack_head(page))


def _taken_over(item: RecordItem, workshop: Workshop) -> Steps[Outcome]:
    """Take a stored record as it is."""
    try:
        record = msgspec.json.decode(item.line, type=Record)
        yield
        packed = _pack_record(record, workshop.dictionary)
    except (msgspec.MsgspecError, ValueError) as error:
        return Outcome(path=f"{item.file}#{item.number}", error=str(error))
    packed = msgspec.structs.replace(packed, head=item.head)
    own = stamp_of(workshop.recipe)
    made_by = Stamp(record.codebook.hash, record.processing_agent, record.processing_agent)
    stamp = None if own.codebook == made_by.codebook and own.program.startswith(made_by.program) else made_by
    return Outcome(path=record.path, content_hash=digest_of(record.content_hash), record=packed, stamp=stamp)


def _tagged_again(item: RetagItem, workshop: Workshop) -> Steps[Outcome]:
    recipe = workshop.recipe
    try:
        body = unpack(item.body, recipe.dictionaries[item.dictionary_id])
        kept = _stamped_anew(item, body, workshop)
        if kept is not None:
            return Outcome(path="", record=kept)
        article = msgspec.json.decode(body, type=Article)
        record = yield from beside_others(_made_again(item, article, workshop), article.text)
        return Outcome(path=article.path, record=record)
    except Exception as error:  # as above
        return Outcome(path=f"record {item.page_id}", error=told(error))


def _made_again(item: RetagItem, article: Article, workshop: Workshop) -> Steps[Packed]:
    if item.parse_from is not None:
        article = yield from workshop.parse(_page_of(article, item.parse_from))
    yield
    record = yield from workshop.tag(article)
    yield
    return msgspec.structs.replace(_pack_record(record, workshop.dictionary), head=item.head)


class _Text(msgspec.Struct, frozen=True):
    """As much of a record as tells whether a change of the codebook touches it."""

    id: str
    text: str


def _stamped_anew(item: RetagItem, body: bytes, workshop: Workshop) -> Packed | None:
    """Return the record with the codebook's new stamp and the tags that it has, where the change cannot touch it."""
    reach = workshop.recipe.reaches.get(item.stamp_id)
    if reach is None or item.parse_from is not None:
        return None
    held = msgspec.json.decode(body, type=_Text)
    at = body.rfind(_STAMP)
    if at < 0 or reach.touches(held.text):
        return None
    stamped = body[:at] + _STAMP + msgspec.json.encode(workshop.recipe.codebook.stamp) + b"}"
    return Packed(held.id, item.head, item.facts, pack(stamped, workshop.dictionary))


def _pack_record(record: Record, dictionary: bytes) -> Packed:
    facts = msgspec.msgpack.encode(facts_of(record))
    return Packed(record.id, None, facts, pack(msgspec.json.encode(record), dictionary))


def packed_anew(outcome: Outcome, before: bytes, after: bytes) -> Outcome:
    """Return `outcome` with its record packed with another dictionary than before."""
    if outcome.record is None:
        return outcome
    body = pack(unpack(outcome.record.body, before), after)
    return msgspec.structs.replace(outcome, record=msgspec.structs.replace(outcome.record, body=body))


def _pack_head(page: Page) -> bytes:
    """Pack what a page says beside what its record keeps: for plain text next to nothing."""
    plain = Page(path=page.path, content_hash=page.content_hash, text=page.text)
    said = {name: cell for name, cell in msgspec.structs.asdict(page).items() if cell != getattr(plain, name)}
    return zlib.compress(msgspec.json.encode(said))


def _page_of(article: Article, head: bytes) -> Page:
    kept = {"path": article.path, "content_hash": article.content_hash, "text": article.text}
    return msgspec.convert(msgspec.json.decode(zlib.decompress(head)) | kept, Page)


def digest_of(content_hash: str) -> bytes:
    """Return a ``sha256:…`` as bytes; of records made elsewhere, whatever they carry."""
    try:
        return bytes.fromhex(content_hash.removeprefix("sha256:"))
    except ValueError:
        return content_hash.encode()
