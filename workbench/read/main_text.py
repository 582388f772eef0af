"""Which blocks of a page are kept: everything near the article, for the ledger to judge line by line."""

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import partial
from itertools import accumulate

from lxml import etree

from workbench.read.blocks import Block, Outline, Region, read_outline
from workbench.read.credits import is_credit, is_label
from workbench.read.furniture import bare, has_headline, has_prose, n_texts

#: A page with less prose than this has no article to find; all of its blocks are kept.
_LITTLE_PROSE = 200
#: The article's element holds at least this share of the prose.
_MAIN_SHARE = 0.8
#: An element named for what stands around articles is left out if it holds less than this share of the prose.
_AROUND_SHARE = 0.3
#: If all of them together hold more than this share, their names mean something else.
_MOST_LOST = 0.6
#: So many blocks before the headline may be its kicker, date or byline.
_BEFORE_HEADLINE = 6
#: So many blocks below the article, links not counted, may hold its credits, which some templates print in a box.
_CREDITS_WITHIN = 12
#: What stands between a title and its outlet, and how long the title then is at least: no kicker, no name.
_SEPARATOR = re.compile(r"\s+[-–—|•·»]\s+")
_SHORTEST_TITLE = 20


def main_blocks(root: etree._Element, titles: Sequence[str]) -> list[Block]:
    """Return the blocks of the article and of its near surroundings, in reading order.

    Left out are menus, elements that by name stand around the article and hold little of the prose, what comes
    after the element that holds most of the prose, and blocks that are nothing but a link.

    Parameters
    ----------
    root
        The page; it is changed.
    titles
        What the markup claims as the headline; the heading that agrees is kept.
    """
    titles = [part for title in titles for part in _without_site(title)]
    claimed = frozenset(map(bare, titles))
    outline = read_outline(root, partial(_n_unread, claimed=claimed))
    blocks = outline.blocks
    weights = [len(block.text) if block.is_prose else 0 for block in blocks]
    prose = [0, *accumulate(weights)]
    if prose[-1] < _LITTLE_PROSE:
        return list(read_outline(root, lambda _: None).blocks)
    dropped = _around(outline, prose, _headline(blocks, claimed))
    prose = [0, *accumulate(0 if is_out else weight for weight, is_out in zip(weights, dropped, strict=True))]
    main = _main_region(outline, prose)
    headline = _headline(blocks[: main.end], claimed)
    first = bisect_left(prose, 1, lo=main.start) - 1
    start = main.start if headline is None else min(main.start, headline)
    end = _end(outline, main)
    kept = [
        index
        for index in range(max(0, start - _BEFORE_HEADLINE), end)
        if not dropped[index]
        and (index == headline or not blocks[index].is_link or start <= index < first or _is_credited(blocks, index))
    ]
    below = (index for index in range(end, len(blocks)) if not dropped[index])
    kept += [index for index in _near(blocks, below) if _is_credited(blocks, index)]
    return [part for index in kept for part in _parted(blocks[index], titles, is_headline=index == headline)]


def _without_site(title: str) -> Iterator[str]:
    """Yield a title as it is and without what it ends in: the outlet, the section (``Judul - Nasional | Contoh``)."""
    yield title
    yield from (title[: part.start()] for part in _SEPARATOR.finditer(title) if part.start() >= _SHORTEST_TITLE)


def _parted(block: Block, titles: Sequence[str], *, is_headline: bool) -> list[Block]:
    """Part a kicker from the headline that stands in one heading with it."""
    title = next((title for title in titles if is_headline and block.text.endswith(title) and block.text != title), "")
    kicker = block.text.removesuffix(title).rstrip(" -–—:|") if title else ""
    return [Block(kicker, "div", 0), Block(title, block.tag, 0)] if kicker else [block]


def _near(blocks: Sequence[Block], below: Iterable[int]) -> Iterator[int]:
    """Yield the blocks below the article that are near it; links count for nothing."""
    n_words = 0
    for index in below:
        n_words += not blocks[index].is_link
        if n_words > _CREDITS_WITHIN:
            return
        yield index


def _is_credited(blocks: Sequence[Block], index: int) -> bool:
    """Say whether a block is a credit, or the name that follows on a line that waits for one."""
    return is_credit(blocks[index].text) or (index > 0 and is_label(blocks[index - 1].text))


def _n_unread(element: etree._Element, claimed: Container[str]) -> int | None:
    """Return for how many blocks an element around the article counts if it is none of it for sure, else None."""
    if has_headline(element, claimed) or has_prose(element):
        return None
    return min(n_texts(element), _BEFORE_HEADLINE)


def _headline(blocks: Sequence[Block], claimed: Container[str]) -> int | None:
    """Return the index of the main heading: the one that the markup claims, else the last ``h1``."""
    headings = [index for index, block in enumerate(blocks) if block.tag in {"h1", "h2", "h3"}]
    agreed = [index for index in headings if bare(blocks[index].text) in claimed]
    unlinked = [index for index in agreed if not blocks[index].is_link]
    if agreed:
        return (unlinked or agreed)[-1]
    return next((index for index in reversed(headings) if blocks[index].tag == "h1"), None)


def _around(outline: Outline, prose: Sequence[int], headline: int | None) -> list[bool]:
    """Say of each block whether it lies in a region around the article."""
    regions = [
        region
        for region in outline.regions
        if region.is_around and not (headline is not None and region.start <= headline < region.end)
    ]
    dropped = _within(regions, prose, _AROUND_SHARE * prose[-1])
    lost = sum(prose[index + 1] - prose[index] for index, is_dropped in enumerate(dropped) if is_dropped)
    if lost > _MOST_LOST * prose[-1]:  # names of a template that marks its paragraphs, too
        return _within(regions, prose, 1)
    return dropped


def _within(regions: Sequence[Region], prose: Sequence[int], bound: float) -> list[bool]:
    """Say of each block whether it lies in a region with less prose than `bound`."""
    dropped = [False] * (len(prose) - 1)
    for region in regions:
        if prose[region.end] - prose[region.start] < bound:
            dropped[region.start : region.end] = [True] * (region.end - region.start)
    return dropped


def _main_region(outline: Outline, prose: Sequence[int]) -> Region:
    """Return the smallest region with most of the prose."""
    enough = _MAIN_SHARE * prose[-1]
    full = Region("body", 0, len(outline.blocks), is_around=False)
    holding = (region for region in outline.regions if prose[region.end] - prose[region.start] >= enough)
    return min(holding, key=lambda region: region.end - region.start, default=full)


def _end(outline: Outline, main: Region) -> int:
    """Return where the kept blocks end: with the ``article`` element around the main region, if there is one."""
    around = (
        region for region in outline.regions if region.tag == "article" and region.start <= main.start < region.end
    )
    article = min(around, key=lambda region: region.end - region.start, default=main)
    return max(main.end, article.end)
