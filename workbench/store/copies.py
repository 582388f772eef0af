"""Copies across outlets: which articles of a corpus print the same words, which words, and who had them first."""

import re
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from itertools import groupby
from typing import Final

import msgspec

from workbench.article import Article
from workbench.record import Record
from workbench.span import Span
from workbench.store.cut_files import corpus_cuts
from workbench.store.cuts import Cuts, Cutter
from workbench.store.derived import INDEX
from workbench.store.linkage import connected
from workbench.store.near import NearCopy, near_copies
from workbench.store.ragged import Numbers
from workbench.store.shelf import Shelf
from workbench.store.shingles import RUN, WORD, own_text

_SHOWN: Final = 160
#: Texts whose runs are held while pairs are judged; candidates of one text follow one another.
_KEPT_TEXTS: Final = 20_000
_DAY: Final = len("2023-04-06")
_EXACT: Final = """SELECT article_id, path || member FROM pages JOIN files ON files.id = file_id
    JOIN records ON page_id = pages.id
    WHERE article_id IN (SELECT article_id FROM records GROUP BY article_id HAVING count(*) > 1)
    ORDER BY article_id, path, member"""


class CopyGroup(msgspec.Struct, frozen=True):
    """Articles that near copies join, directly or through others.

    Parameters
    ----------
    page_ids
        Their pages, in the order of their paths.
    pairs
        The near copies among them, by the numbers of their pages.
    """

    page_ids: tuple[int, ...]
    pairs: tuple[NearCopy, ...]


class Passage(msgspec.Struct, frozen=True):
    """Words that two texts share, and where they stand in each."""

    first: Span
    second: Span


def find_copies(shelf: Shelf, page_ids: Sequence[int]) -> list[CopyGroup]:
    """Return the groups of near copies among the articles of those pages, in their order."""
    pairs = copied_pairs(shelf, page_ids, corpus_cuts(shelf, page_ids, shelf.folder / INDEX))
    joined = connected((pair.first, pair.second) for pair in pairs)
    group_of = {place: number for number, group in enumerate(joined) for place in group}
    by_group: dict[int, list[NearCopy]] = {}
    for pair in pairs:
        named = NearCopy(page_ids[pair.first], page_ids[pair.second], pair.share)
        by_group.setdefault(group_of[pair.first], []).append(named)
    return [
        CopyGroup(tuple(page_ids[place] for place in group), tuple(by_group[number]))
        for number, group in enumerate(joined)
    ]


def copied_pairs(shelf: Shelf, page_ids: Sequence[int], cuts: Cuts) -> list[NearCopy]:
    """Return the near copies among the articles of those pages, by their places; `cuts` are theirs."""
    cutter = Cutter()
    decoder = msgspec.json.Decoder(Article)

    @lru_cache(_KEPT_TEXTS)
    def runs_of(place: int) -> Numbers:
        return cutter.runs(decoder.decode(shelf.bodies([page_ids[place]])[0]))

    return near_copies(cuts.runs, runs_of)


def exact_copies(shelf: Shelf) -> list[tuple[str, ...]]:
    """Return the paths of pages with the same content, content by content, in order."""
    rows = groupby(shelf.rows(_EXACT), key=lambda row: str(row[0]))
    return sorted(tuple(path for _, path in pages) for _, pages in rows)


def printed_first(first: Record, second: Record) -> Record | None:
    """Return the one that its outlet published earlier, or None where the pages do not settle it."""
    one, other = first.date_published, second.date_published
    if one is None or other is None or "inferred" in (one.basis, other.basis):
        return None
    if one.precision == other.precision == "minute":
        moments = datetime.fromisoformat(one.value), datetime.fromisoformat(other.value)
        # An hour without a zone is some hour of its day.
        if None not in (moments[0].tzinfo, moments[1].tzinfo) and moments[0] != moments[1]:
            return first if moments[0] < moments[1] else second
    shown = min(_DAY, len(one.value), len(other.value))
    if one.value[:shown] == other.value[:shown]:
        return None
    return first if one.value[:shown] < other.value[:shown] else second


def has_credit(record: Record, other: Record) -> bool:
    """Say whether `record` credits the outlet of `other` for words."""
    outlet = other.publisher
    credited = (credit for credit in record.agencies if credit.relation == "credited")
    return outlet is not None and any(outlet.id == credit.id or outlet.name == credit.name for credit in credited)


def shared_passages(first: str, second: str) -> tuple[Passage, ...]:
    """Return the words that two texts share, as the longest passages, in the order of the first.

    A passage is at least as long as the runs that near copies are found by, and each word of the first text is in one
    passage at most.

    Examples
    --------
    >>> passages = shared_passages("Satu dua tiga empat lima.", "Kata dia, dua tiga EMPAT!")
    >>> [passage.second.of("Kata dia, dua tiga EMPAT!") for passage in passages]
    ['dua tiga EMPAT']
    """
    one, other = list(WORD.finditer(first)), list(WORD.finditer(second))
    left, right = _folded(one), _folded(other)
    where: dict[tuple[str, ...], list[int]] = {}
    for place in range(len(right) - RUN + 1):
        where.setdefault(tuple(right[place : place + RUN]), []).append(place)
    found = []
    place = 0
    while place <= len(left) - RUN:
        starts = where.get(tuple(left[place : place + RUN]), [])
        start, length = max(((start, _run(left, right, place, start)) for start in starts), key=_length, default=(0, 0))
        if length:
            found.append(Passage(_span(one, place, length), _span(other, start, length)))
        place += length or 1
    return tuple(found)


def copy_lines(shelf: Shelf, group: CopyGroup) -> list[str]:
    """Return a group for people: its articles, and for each pair how much and what they share, and who had it first."""
    named = dict(zip(group.page_ids, shelf.records(group.page_ids), strict=True))
    lines = [article_line(record) for record in named.values()]
    for pair in group.pairs:
        first, second = named[pair.first], named[pair.second]
        shared = max(shared_passages(own_text(first), own_text(second)), key=_first_length)
        words = " ".join(shared.first.of(own_text(first)).split())
        said = f"  {pair.share:.0%} of the shorter: {first.path} and {second.path}{_direction(first, second)}"
        lines.append(f"{said}: “{words[:_SHOWN]}”")
    return lines


def article_line(record: Record) -> str:
    """Return an article for people: its path, outlet and day."""
    publisher = record.publisher.name if record.publisher else "unknown outlet"
    published = record.date_published.value if record.date_published else "undated"
    return f"{record.path}: {publisher}, {published}"


def _direction(first: Record, second: Record) -> str:
    earlier = printed_first(first, second)
    said = [f"first in {earlier.path}"] if earlier else []
    said += [
        f"{one.path} credits {other.publisher.name}"
        for one, other in ((first, second), (second, first))
        if other.publisher and has_credit(one, other)
    ]
    return "".join(f", {each}" for each in said)


def _first_length(passage: Passage) -> int:
    return passage.first.end - passage.first.start


def _length(found: tuple[int, int]) -> int:
    return found[1]


def _folded(words: Sequence[re.Match[str]]) -> list[str]:
    return [word[0].casefold() for word in words]


def _run(left: Sequence[str], right: Sequence[str], place: int, start: int) -> int:
    """Return how many words agree from `place` and `start` on."""
    length = 0
    while place + length < len(left) and start + length < len(right) and left[place + length] == right[start + length]:
        length += 1
    return length


def _span(words: Sequence[re.Match[str]], place: int, length: int) -> Span:
    return Span(words[place].start(), words[place + length - 1].end())
