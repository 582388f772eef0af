"""What analysts decide about single tags: accepted, rejected or corrected, kept whatever an ingest or a retag does.

Decisions are only ever added; of several on one tag the last holds. A decision names the tag as it stood. Where the
record says something else now, or is gone, the decision is stale: it is kept and shown, and changes nothing.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Final, Literal, get_args

import msgspec

from workbench.errors import CorpusError
from workbench.record import Record
from workbench.store.database import open_beside, storage_errors, transaction
from workbench.store.shelf import Shelf, chunks

#: The fields of a record that hold tags.
Kind = Literal[
    "agencies",
    "mentions",
    "names",
    "quotes",
    "dates",
    "themes",
    "sanctions",
    "military_cooperation",
    "numbers",
    "commitments",
    "background",
]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
Verdict = Literal["accepted", "rejected", "corrected"]
#: The type of each kind's tags.
TAG_TYPES: Final[dict[str, type]] = {
    field.name: get_args(field.type)[0] for field in msgspec.structs.fields(Record) if field.name in KINDS
}
_CHUNK: Final = 500
_COLUMNS: Final = "article_id, kind, tag, verdict, correction, note, who, decided_at"


class Decision(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What somebody says of one tag.

    Parameters
    ----------
    article_id
        Of the article.
    kind
        The field of the record that holds the tag.
    tag
        The tag as it stood, as in the record's JSON.
    verdict
        Whether it is right.
    correction
        What it should be; for ``corrected`` alone.
    note, who
        Free words.
    decided_at
        ISO 8601 instant.
    """

    article_id: str
    kind: Kind
    tag: dict[str, Any]
    verdict: Verdict
    correction: dict[str, Any] | None = None
    note: str = ""
    who: str = ""
    decided_at: str

    @property
    def key(self) -> tuple[str, str, bytes]:
        """Which tag this is about."""
        return (self.article_id, self.kind, msgspec.json.encode(self.tag, order="sorted"))


def tag_at(shelf: Shelf, article_id: str, kind: str, place: tuple[int, int]) -> dict[str, Any]:
    """Return the one tag of `kind` that an article has on the characters from and to `place`, as in its JSON.

    Raises
    ------
    CorpusError
        There is no such article, kind or tag, or there are several such tags.
    """
    record = record_of(shelf, article_id)
    if kind not in KINDS:
        raise CorpusError(str(shelf.folder), f"{kind!r} is no kind of tag; it is one of {', '.join(KINDS)}")
    found = [tag for tag in getattr(record, kind) if _place(tag) == place]
    if len(found) != 1:
        places = ", ".join(f"{start}:{end}" for start, end in dict.fromkeys(map(_place, getattr(record, kind))))
        told = f"{article_id} has {len(found)} {kind} at {place[0]}:{place[1]}, not one; it has some at {places}"
        raise CorpusError(str(shelf.folder), told)
    tag: dict[str, Any] = msgspec.to_builtins(found[0])
    return tag


def _place(tag: Any) -> tuple[int, int]:  # noqa: ANN401 -- the tags of a record have no common type
    span = getattr(tag, "content", tag)
    return span.start, span.end


def add_decisions(folder: Path, decisions: Iterable[Decision]) -> int:
    """Add `decisions` to the corpus in `folder`, all or none, also while pages come in; return how many were new.

    Raises
    ------
    CorpusError
        One of them cannot be: a correction that is no such tag, or none where there should be one; or the corpus cannot
        be written.
    """
    checked = [_checked(decision, folder) for decision in decisions]
    connection = open_beside(folder)
    try:
        with storage_errors(folder), transaction(connection):
            known = set(connection.execute(f"SELECT {_COLUMNS} FROM decisions"))  # noqa: S608 -- our own words
            new = [row for row in dict.fromkeys(map(_row, checked)) if row not in known]
            marks = ", ".join("?" * len(_COLUMNS.split(",")))
            connection.executemany(f"INSERT INTO decisions ({_COLUMNS}) VALUES ({marks})", new)  # noqa: S608 -- as above
    finally:
        connection.close()
    return len(new)


def _checked(decision: Decision, folder: Path) -> Decision:
    about = f"a decision on {decision.article_id}, {decision.kind}"
    if (decision.verdict == "corrected") != (decision.correction is not None):
        raise CorpusError(str(folder), f"{about}: a correction goes with the verdict corrected, and with no other")
    try:
        for tag in (decision.tag, decision.correction):
            if tag is not None:
                msgspec.convert(tag, TAG_TYPES[decision.kind])
    except (ValueError, TypeError) as error:
        raise CorpusError(str(folder), f"{about}: {error}") from error
    return decision


def _row(decision: Decision) -> tuple[Any, ...]:
    correction = None if decision.correction is None else msgspec.json.encode(decision.correction, order="sorted")
    rest = (decision.note, decision.who, decision.decided_at)
    return (*decision.key, decision.verdict, correction, *rest)


def read_decisions(shelf: Shelf) -> list[Decision]:
    """Return every decision, those that later ones replaced too, in the order in which they were added."""
    rows = shelf.rows(f"SELECT {_COLUMNS} FROM decisions ORDER BY id")  # noqa: S608 -- our own words
    return [_decision(row) for row in rows]


def _decision(row: Sequence[Any]) -> Decision:
    article_id, kind, tag, verdict, correction, *rest = row
    note, who, decided_at = rest
    return Decision(
        article_id=article_id,
        kind=kind,
        tag=msgspec.json.decode(tag),
        verdict=verdict,
        correction=None if correction is None else msgspec.json.decode(correction),
        note=note,
        who=who,
        decided_at=decided_at,
    )


def standing(decisions: Iterable[Decision]) -> list[Decision]:
    """Return the last decision on each tag."""
    return list({decision.key: decision for decision in decisions}.values())


def stale_decisions(shelf: Shelf) -> list[Decision]:
    """Return the decisions that stand and whose tag the corpus no longer holds."""
    decisions = standing(read_decisions(shelf))
    held: set[tuple[str, str, bytes]] = set()
    for numbers in chunks(_pages_of(shelf, {decision.article_id for decision in decisions}), _CHUNK):
        for record in shelf.records(numbers):
            held |= {tag_key(record, kind, tag) for kind in KINDS for tag in getattr(record, kind)}
    return [decision for decision in decisions if decision.key not in held]


def record_of(shelf: Shelf, article_id: str) -> Record:
    """Return the record of an article.

    Raises
    ------
    CorpusError
        The corpus has none.
    """
    pages = _pages_of(shelf, {article_id})
    if not pages:
        raise CorpusError(str(shelf.folder), f"there is no article {article_id}")
    return shelf.records(pages)[0]


def _pages_of(shelf: Shelf, article_ids: Iterable[str]) -> "array[int]":
    """Return a page for each of those articles that the corpus holds."""
    query = """SELECT min(page_id) FROM records WHERE article_id IN (SELECT value FROM json_each(?))
        GROUP BY article_id ORDER BY 1"""
    return shelf.numbers(query, (msgspec.json.encode(sorted(article_ids)).decode(),))


def tag_key(record: Record, kind: Kind, tag: object) -> tuple[str, str, bytes]:
    """Return what a decision on a tag of `record` is known by; see `Decision.key`."""
    return (record.id, kind, msgspec.json.encode(msgspec.to_builtins(tag), order="sorted"))


def write_decisions(shelf: Shelf, stream: BinaryIO) -> int:
    """Write every decision as JSON Lines, in the order in which they were added; return their number."""
    decisions = read_decisions(shelf)
    stream.writelines(msgspec.json.encode(decision) + b"\n" for decision in decisions)
    return len(decisions)


def decisions_from(lines: Iterable[bytes], name: str) -> Iterator[Decision]:
    """Yield the decisions that `write_decisions` wrote.

    Raises
    ------
    CorpusError
        A line is none; says which.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield msgspec.json.decode(line, type=Decision)
            except msgspec.DecodeError as error:
                where = f"{name} line {number}"
                raise CorpusError(where, f"no decision ({error})") from error
