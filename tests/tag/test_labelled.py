"""Holds themes and events to floors over invented sentences that were written to be hard."""

import json
from collections import Counter
from pathlib import Path

import pytest

from workbench.codebook import load_codebook
from workbench.evaluate.facts import Score, score
from workbench.evaluate.formats import find_gold
from workbench.evaluate.gold import GoldPage, Reference
from workbench.record import Record
from workbench.tag.tagger import build_tagger, tag_article

LABELLED = Path(__file__).parent / "labelled"
SENTENCES = [
    json.loads(line) for name in sorted(LABELLED.glob("*.jsonl")) for line in name.read_text("utf-8").splitlines()
]
THEME_FLOORS = {"sanctions": (0.98, 0.97), "military-cooperation": (0.97, 0.96)}
FIELD_FLOORS = {
    "authority": 0.95,
    "recipient": 0.95,
    "instrument": 0.95,
    "status": 0.95,
    "modality": 0.95,
    "kind": 0.95,
    "actors": 0.95,
    "equipment": 0.95,
    "place": 0.95,
}


@pytest.fixture(scope="module")
def tagged() -> list[tuple[GoldPage, Record]]:
    tagger = build_tagger(load_codebook(), names="rules")
    pages = [page for gold in find_gold(LABELLED) for page in gold.pages(None)]
    return [(page, tag_article(page.source, tagger)) for page in pages]


@pytest.fixture(scope="module")
def scores(tagged) -> dict[str, Score]:
    reference = Reference({})
    compared = [one for page, record in tagged for one in page.compare(record, reference)]
    return {one.measure: one for one in score(compared)}


def test_enough_sentences_are_labelled(tagged):
    assert len(tagged) == len(SENTENCES) >= 200
    assert len({(label.get("context"), label["text"]) for label in SENTENCES}) == len(SENTENCES)


@pytest.mark.parametrize("concept", THEME_FLOORS)
def test_theme_precision_and_recall_stay_above_their_floors(scores, concept):
    precision, recall = THEME_FLOORS[concept]
    assert scores[f"theme, {concept}"].precision >= precision
    assert scores[f"theme, {concept}"].recall >= recall


@pytest.mark.parametrize("field", FIELD_FLOORS)
def test_event_fields_stay_above_their_floors(scores, field):
    total = Counter()
    for measure, one in scores.items():
        if measure.partition(", ")[2] == field:
            total += Counter(asked=one.n_expected, right=one.n_right)
    assert total["asked"] >= 2
    assert total["right"] / total["asked"] >= FIELD_FLOORS[field]


def test_every_term_lies_in_its_sentence_and_every_event_is_a_sentence(tagged):
    for _, record in tagged:
        starts = {sentence.start for sentence in record.sentences}
        for theme in record.themes:
            assert all(theme.covers(term) for term in theme.terms)
            assert theme.terms
        assert {event.start for event in (*record.sanctions, *record.military_cooperation)} <= starts
