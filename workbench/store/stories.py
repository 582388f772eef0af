"""Copies across outlets: which articles of a corpus print the same words, and which words these are."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import msgspec

from workbench.record import Record
from workbench.span import Span
from workbench.store.derived import INDEX
from workbench.store.near import NearCopy, groups, near_copies
from workbench.store.shelf import Shelf
from workbench.store.shingle_files import shingle_table
from workbench.store.shingles import RUN, WORD, Shingler, Shingles, own_text

_SHOWN: Final = 160
#: Texts whose runs are held while pairs are judged; candidates of one text follow one another.
_KEPT_TEXTS: Final = 20_000


class Story(msgspec.Struct, frozen=True):
    """Articles that near copies join.

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


def find_stories(shelf: Shelf, page_ids: Sequence[int]) -> list[Story]:
    """Return the groups of near copies among the articles of those pages, in their order."""
    table = shingle_table(shelf, page_ids, shelf.folder / INDEX)
    shingler = Shingler()

    @lru_cache(_KEPT_TEXTS)
    def runs_of(place: int) -> Shingles:
        return shingler.of_text(own_text(shelf.records([page_ids[place]])[0]))

    pairs = near_copies(table, runs_of)
    by_group: dict[int, list[NearCopy]] = {}
    joined = groups(pairs, len(table))
    group_of = {place: number for number, group in enumerate(joined) for place in group}
    for pair in pairs:
        named = NearCopy(page_ids[pair.first], page_ids[pair.second], pair.share)
        by_group.setdefault(group_of[pair.first], []).append(named)
    return [
        Story(tuple(page_ids[place] for place in group), tuple(by_group[number])) for number, group in enumerate(joined)
    ]


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


def story_lines(shelf: Shelf, story: Story) -> list[str]:
    """Return a story for people: its articles, and for each pair how much and what they share."""
    named = dict(zip(story.page_ids, shelf.records(story.page_ids), strict=True))
    lines = [_article_line(record) for record in named.values()]
    for pair in story.pairs:
        first, second = named[pair.first], named[pair.second]
        shared = max(shared_passages(own_text(first), own_text(second)), key=_first_length)
        words = " ".join(shared.first.of(own_text(first)).split())
        lines.append(f"  {pair.share:.0%} of the shorter: {first.path} and {second.path}: “{words[:_SHOWN]}”")
    return lines


def _article_line(record: Record) -> str:
    publisher = record.publisher.name if record.publisher else "unknown outlet"
    published = record.date_published.value if record.date_published else "undated"
    return f"{record.path}: {publisher}, {published}"


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
