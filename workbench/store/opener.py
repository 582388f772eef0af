"""Opens what a path holds, a corpus on disk, pages or stored records, as one type."""

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from workbench.codebook import DEFAULT_CODEBOOK, Codebook, load_codebook
from workbench.errors import CorpusError, ReadError
from workbench.record import Record
from workbench.store.corpus import Corpus, make_corpus
from workbench.store.database import DATABASE, reason_unanswered
from workbench.store.transfer import holds_records, stored_lines


def open_corpus(
    path: Path | str, *, codebook: Path | str = DEFAULT_CODEBOOK, told: Callable[[int], None] = lambda _: None
) -> Corpus:
    """Open a corpus on disk, a folder or file of pages, or a ``.jsonl`` or ``.parquet`` file of records.

    Pages are parsed and tagged; stored records are taken as they are.

    Parameters
    ----------
    path
        What to open.
    codebook
        Folder of a codebook, or the name of a shipped one.
    told
        Is told, page by page, how many have been read; of a corpus on disk nothing is read ahead.

    Raises
    ------
    ReadError
        `path` does not exist.
    CodebookError
        The codebook breaks its schema.
    CorpusError
        The corpus on disk cannot be read.
    """
    if not Path(path).exists():
        looked = "" if Path(path).is_absolute() else f" (looked for {Path(path).absolute()})"
        raise ReadError(str(path), f"there is no such file or folder{looked}")
    book = load_codebook(codebook)
    if (Path(path) / DATABASE).is_file():
        from workbench.store.stored import open_stored  # noqa: PLC0415 -- its index needs NumPy; pages do not

        return open_stored(Path(path), book)
    if reason := reason_unanswered(Path(path)):
        raise CorpusError(str(path), reason)
    if holds_records(Path(path)):
        return make_corpus(_counted(_stored(Path(path)), told), book)
    with _listening() as said:
        corpus = make_corpus(_counted(_tagged(str(path), book), told), book)
    return msgspec.structs.replace(corpus, passed_over=tuple(said))


def _counted(found: Iterable[Record | ReadError], told: Callable[[int], None]) -> Iterator[Record | ReadError]:
    for number, one in enumerate(found, start=1):
        told(number)
        yield one


def _stored(path: Path) -> Iterator[Record | ReadError]:
    decoder = msgspec.json.Decoder(Record)
    for number, line in enumerate(stored_lines(path), start=1):
        try:
            yield decoder.decode(line)
        except msgspec.DecodeError as error:
            yield ReadError(f"{path}#{number}", str(error))


@contextmanager
def _listening() -> Iterator[list[str]]:
    """Collect what the readers log, so that a notebook shows it among what was read and not on standard error."""
    said: list[str] = []
    listener = logging.Handler(logging.WARNING)
    listener.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("workbench.read")
    logger.addHandler(listener)
    try:
        yield said
    finally:
        logger.removeHandler(listener)


def _tagged(path: str, codebook: Codebook) -> Iterator[Record | ReadError]:
    # Stored records need neither the readers nor the tagger, and both take time to import.
    from workbench.pipeline import make_records  # noqa: PLC0415
    from workbench.read import read_pages  # noqa: PLC0415

    yield from make_records(read_pages([path]), codebook)
