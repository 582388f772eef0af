"""A corpus: the records of a set of pages, in one order, each page once."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from workbench.codebook import Codebook
from workbench.errors import ReadError
from workbench.record import CodebookStamp, Record

if TYPE_CHECKING:
    from workbench.store.index import Index


class Input(msgspec.Struct, frozen=True, order=True):
    """A page that was read, and the ``sha256:…`` of its bytes."""

    path: str
    content_hash: str


class Copy(msgspec.Struct, frozen=True, order=True):
    """A page with the very content of an earlier one; named, but not counted."""

    path: str
    original: str
    article_id: str


class Failure(msgspec.Struct, frozen=True, order=True):
    """An input that could not be read, and why."""

    path: str
    reason: str


class Corpus(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that was read from one place.

    Parameters
    ----------
    records
        One for each distinct content, in the order of their paths.
    copies, failures, inputs
        In the order of their paths; `inputs` holds the copies too.
    stamp
        The codebook that made the tags; for stored records the one they name.
    codebook
        The codebook that gives the labels.
    passed_over
        What the readers said of files that a folder holds beside its pages.
    index
        Counts and finds without reading records, for a corpus on disk; its sequences load what is asked for.
    """

    records: Sequence[Record]
    copies: Sequence[Copy]
    failures: Sequence[Failure]
    inputs: Sequence[Input]
    stamp: CodebookStamp
    codebook: Codebook
    passed_over: tuple[str, ...] = ()
    index: "Index | None" = None


def make_corpus(found: Iterable[Record | ReadError], codebook: Codebook) -> Corpus:
    """Put records and failures in order, and set exact copies aside."""
    failures: list[Failure] = []
    records: list[Record] = []
    for result in found:
        if isinstance(result, ReadError):
            failures.append(Failure(result.path, result.reason))
        else:
            records.append(result)
    records.sort(key=lambda record: (record.path, record.id))
    originals = _originals(records)
    return Corpus(
        records=tuple(originals.values()),
        copies=tuple(Copy(r.path, originals[r.id].path, r.id) for r in records if r is not originals[r.id]),
        failures=tuple(sorted(failures)),
        inputs=tuple(Input(record.path, record.content_hash) for record in records),
        stamp=records[0].codebook if records else codebook.stamp,
        codebook=codebook,
    )


def _originals(records: Iterable[Record]) -> dict[str, Record]:
    originals: dict[str, Record] = {}
    for record in records:
        originals.setdefault(record.id, record)
    return originals
