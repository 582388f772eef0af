"""Stories: articles that tell the same event, in each other's words or in their own, and what says so."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from workbench.article import Article
from workbench.record import Record
from workbench.span import Span
from workbench.store.copies import article_line, copied_pairs
from workbench.store.cut_files import corpus_cuts
from workbench.store.derived import INDEX
from workbench.store.linkage import connected, linked
from workbench.store.near import NearCopy
from workbench.store.retold import Retold
from workbench.store.retold_files import corpus_retellings
from workbench.store.shelf import Shelf
from workbench.store.terms import Termer, opening_terms, told_days, weights

#: How alike the articles of a story are on average, at least. With less, the stages of one affair become one story.
LEAST_AVERAGE: Final = 0.2
_SHOWN: Final = 8
_LAST: Final = "9999"


class Retelling(msgspec.Struct, frozen=True):
    """Two articles by the numbers of their pages, first the earlier, and how alike their terms are, from 0 to 1."""

    first: int
    second: int
    likeness: float


class Story(msgspec.Struct, frozen=True):
    """Articles that tell one event.

    Parameters
    ----------
    page_ids
        Their pages, in the order of their paths.
    copies
        The near copies among them, by the numbers of their pages.
    retellings
        The pairs among them that tell it in words of their own.
    """

    page_ids: tuple[int, ...]
    copies: tuple[NearCopy, ...]
    retellings: tuple[Retelling, ...]


class SharedTerm(msgspec.Struct, frozen=True):
    """A term that two articles print, where each prints it first, and what it weighs: 4 where the word is rare."""

    first: Span
    second: Span
    weight: float


def told_together(copies: Sequence[NearCopy], retold: Retold, n_texts: int) -> list[tuple[int, ...]]:
    """Return the texts of each story of two or more, by their places, in order; near copies are always in one."""
    same = [(pair.first, pair.second) for pair in copies]
    close = retold.picked(retold.likeness >= LEAST_AVERAGE)
    # No average of pairs is above the best of them, so only what close pairs connect can be one story.
    affairs = connected([*same, *zip(close.firsts.tolist(), close.seconds.tolist(), strict=True)])
    within = retold.picked(_is_within(affairs, retold, n_texts))
    pairs = zip(within.firsts.tolist(), within.seconds.tolist(), strict=True)
    return linked(zip(pairs, within.likeness.tolist(), strict=True), connected(same), least=LEAST_AVERAGE)


def _is_within(groups: Sequence[tuple[int, ...]], pairs: Retold, n_texts: int) -> NDArray[np.bool_]:
    """Say of each pair whether both its texts are in one of those groups."""
    group_of = np.full(n_texts, -1, dtype=np.int64)
    for number, group in enumerate(groups):
        group_of[list(group)] = number
    within: NDArray[np.bool_] = (group_of[pairs.firsts] == group_of[pairs.seconds]) & (group_of[pairs.firsts] >= 0)
    return within


def find_stories(shelf: Shelf, page_ids: Sequence[int]) -> list[Story]:
    """Return the stories among the articles of those pages that several of them tell, in their order."""
    folder = shelf.folder / INDEX
    cuts = corpus_cuts(shelf, page_ids, folder)
    copies = copied_pairs(shelf, page_ids, cuts)
    retold = corpus_retellings(cuts, page_ids, folder)
    told = told_together(copies, retold, len(page_ids))
    story_of = {place: number for number, group in enumerate(told) for place in group}
    within = retold.picked(_is_within(told, retold, len(page_ids)))
    copies_of: list[list[NearCopy]] = [[] for _ in told]
    for copy in copies:
        copies_of[story_of[copy.first]].append(NearCopy(page_ids[copy.first], page_ids[copy.second], copy.share))
    retellings_of: list[list[Retelling]] = [[] for _ in told]
    for first, second, likeness in zip(*(cells.tolist() for cells in within.cells()), strict=True):
        retellings_of[story_of[first]].append(Retelling(page_ids[first], page_ids[second], likeness))
    return [
        Story(tuple(page_ids[place] for place in group), tuple(copies_of[number]), tuple(retellings_of[number]))
        for number, group in enumerate(told)
    ]


def shared_terms(first: Article, second: Article) -> tuple[SharedTerm, ...]:
    """Return the terms that the openings of two articles share, the rarest first, then in the order of the first."""
    termer = Termer()
    places, others = _first_places(first), _first_places(second)
    words = [word for word in places if word in others]
    found = weights(np.array([termer.number(word) for word in words], dtype=np.uint32)).tolist()
    shared = [SharedTerm(places[word], others[word], weight) for word, weight in zip(words, found, strict=True)]
    return tuple(sorted((term for term in shared if term.weight), key=lambda term: -term.weight))


def _first_places(article: Article) -> dict[str, Span]:
    places: dict[str, Span] = {}
    for word, span in opening_terms(article):
        places.setdefault(word, span)
    return places


def story_lines(shelf: Shelf, story: Story) -> list[str]:
    """Return a story for people: its articles as they were published, and what joins each to one before it."""
    named = dict(zip(story.page_ids, shelf.records(story.page_ids), strict=True))
    ordered = sorted(named, key=lambda page_id: _published(named[page_id]))
    outlets = {record.publisher.id for record in named.values() if record.publisher}
    headlines = (record.headline.of(record.text) for record in map(named.__getitem__, ordered) if record.headline)
    lines = [f"{len(named)} articles, {len(outlets)} known outlets: {next(headlines, '(no headline)')}"]
    for number, page_id in enumerate(ordered):
        lines.append(f"{article_line(named[page_id])}{_days(named[page_id])}")
        if number:
            lines.append(f"  {_reason(story, named, page_id, ordered[:number])}")
    return lines


def _published(record: Record) -> tuple[str, str]:
    return record.date_published.value if record.date_published else _LAST, record.path


def _days(record: Record) -> str:
    days = [date.fromordinal(int(day)).isoformat() for day in told_days(record)] if record.event_dates else []
    return f", tells of {' and '.join(days)}" if days else ""


def _reason(story: Story, named: dict[int, Record], page_id: int, before: Sequence[int]) -> str:
    """Return what joins an article to one of those before it, the strongest first; else to the story as a whole."""
    links: dict[int, float] = _linked_to(page_id, before, ((pair, pair.share) for pair in story.copies))
    if links:
        other = max(links, key=links.__getitem__)
        return f"{links[other]:.0%} of the shorter is also in {named[other].path}"
    links = _linked_to(page_id, before, ((pair, pair.likeness) for pair in story.retellings))
    if not links:
        return "joined through articles below"
    other = max(links, key=links.__getitem__)
    terms = shared_terms(named[page_id], named[other])[:_SHOWN]
    words = ", ".join(term.first.of(named[page_id].text) for term in terms)
    return f"{links[other]:.2f} alike with {named[other].path}: {words}"


def _linked_to(
    page_id: int, before: Sequence[int], pairs: Iterable[tuple[NearCopy | Retelling, float]]
) -> dict[int, float]:
    """Return the articles before this one that pairs link it with, and how much."""
    ends = ((pair.first, pair.second, how) for pair, how in pairs)
    either = (
        (first if second == page_id else second, how) for first, second, how in ends if page_id in (first, second)
    )
    return {other: how for other, how in either if other in before}
