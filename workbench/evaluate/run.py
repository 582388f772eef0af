"""Scoring: gold in, scores and misses out."""

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from workbench.article import Article
from workbench.codebook import Codebook
from workbench.errors import ReadError
from workbench.evaluate.actors import build_roster
from workbench.evaluate.facts import Comparison, Miss, Score, misses, score
from workbench.evaluate.formats import GoldSet, find_gold
from workbench.evaluate.gold import GoldPage, Reference
from workbench.evaluate.stories import compare_stories
from workbench.evaluate.views import squeezed
from workbench.page import Page
from workbench.parse import compile_outlets, parse_article
from workbench.record import Record
from workbench.tag import build_tagger, tag_article
from workbench.tag.crf import load_name_model

#: A union that annotators list with the countries; its institutions and others' bodies are not.
_UNION, _UNION_KIND = "EU", "international"


class SetScores(msgspec.Struct, frozen=True):
    """What came of one set of gold.

    Parameters
    ----------
    name, n_pages
        The set, and how many of its pages were read.
    scores
        One for each measure.
    misses
        What is on one side only.
    errors
        What could not be read.
    """

    name: str
    n_pages: int
    scores: tuple[Score, ...]
    misses: tuple[Miss, ...]
    errors: tuple[ReadError, ...]


def evaluate_gold(path: Path, *, texts: Path | None, codebook: Codebook) -> Iterator[SetScores]:
    """Score the records of each set of gold under `path`.

    Raises
    ------
    ReadError
        There is no gold.
    """
    make_record, reference = _record_maker(codebook), _reference(codebook)
    for gold in find_gold(path):
        yield _score_set(gold, texts, make_record, reference)


def _record_maker(codebook: Codebook) -> Callable[[Page | Article], Record]:
    outlets, tagger = compile_outlets(codebook.publishers), build_tagger(codebook)

    def make_record(source: Page | Article) -> Record:
        return tag_article(parse_article(source, outlets) if isinstance(source, Page) else source, tagger)

    return make_record


def _reference(codebook: Codebook) -> Reference:
    return Reference(
        countries={
            actor.id: actor.country
            for actor in codebook.actors
            if actor.country and (actor.type == "country" or (actor.country == _UNION and actor.kind == _UNION_KIND))
        },
        states=frozenset(
            squeezed(name)
            for actor in codebook.actors
            if actor.type == "country"
            for name in (actor.name, *actor.aliases)
        ),
        roster=build_roster(codebook.actors),
        model=load_name_model(codebook.cues),
    )


def _score_set(
    gold: GoldSet, texts: Path | None, make_record: Callable[[Page | Article], Record], reference: Reference
) -> SetScores:
    readings = list(gold.pages(texts))
    pages = [reading for reading in readings if not isinstance(reading, ReadError)]
    comparisons: list[Comparison] = []
    told: dict[str, tuple[GoldPage, Record]] = {}
    for page in pages:
        record = make_record(page.source)
        comparisons += page.compare(record, reference)
        if page.event is not None:
            told[page.id] = page, record
    comparisons += compare_stories([page for page, _ in told.values()], [record for _, record in told.values()])
    errors = tuple(reading for reading in readings if isinstance(reading, ReadError))
    return SetScores(gold.name, len(pages), score(comparisons), misses(comparisons), errors)
