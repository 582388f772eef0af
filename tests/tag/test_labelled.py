"""Holds themes and events to floors over invented sentences that were written to be hard."""

import json
from collections import Counter
from pathlib import Path

import msgspec
import pytest

from workbench.article import Article, DateValue, Line
from workbench.codebook import load_codebook
from workbench.record import MilitaryCooperation, Record, Sanction
from workbench.tag.check import article_of
from workbench.tag.tagger import Tagger, build_tagger, tag_article

LABELLED = Path(__file__).parent / "labelled"
SENTENCES = [
    json.loads(line) for name in sorted(LABELLED.glob("*.jsonl")) for line in name.read_text("utf-8").splitlines()
]
THEME_FLOORS = {"sanctions": (0.98, 0.97), "military-cooperation": (0.97, 0.96)}
FIELD_FLOORS = {
    "authority": 0.95,
    "recipient": 0.9,
    "instrument": 0.95,
    "status": 0.95,
    "modality": 0.95,
    "kind": 0.95,
    "actors": 0.9,
    "equipment": 0.95,
    "place": 0.95,
}


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return build_tagger(load_codebook(), names="rules")


@pytest.fixture(scope="module")
def records(tagger) -> list[Record]:
    return [tag_article(_article(label), tagger) for label in SENTENCES]


def _article(label: dict) -> Article:
    bare = article_of([label[key] for key in ("context", "text") if key in label])
    lines = tuple(Line(s.start, s.end, n, "body", "by-hand") for n, s in enumerate(bare.sentences))
    published = DateValue(label.get("date", "2025-06-01"), "day", "stated", "by-hand", ())
    return msgspec.structs.replace(bare, lines=lines, date_published=published)


def _events(record: Record) -> list[Sanction | MilitaryCooperation]:
    last = record.sentences[-1]
    return [e for e in (*record.sanctions, *record.military_cooperation) if e.start == last.start]


def _holds(event: Sanction | MilitaryCooperation, field: str, wanted: object) -> bool:
    stated = getattr(event, field, None)
    return set(stated or ()) == set(wanted) if isinstance(wanted, list) else stated == wanted


def test_enough_sentences_are_labelled():
    assert len(SENTENCES) >= 200
    assert len({(label.get("context"), label["text"]) for label in SENTENCES}) == len(SENTENCES)


@pytest.mark.parametrize("concept", THEME_FLOORS)
def test_theme_precision_and_recall_stay_above_their_floors(records, concept):
    outcome = Counter()
    for label, record in zip(SENTENCES, records, strict=True):
        said = any(t.concept == concept and t.start == record.sentences[-1].start for t in record.themes)
        outcome[concept in label["themes"], said] += 1
    precision = outcome[True, True] / (outcome[True, True] + outcome[False, True])
    recall = outcome[True, True] / (outcome[True, True] + outcome[True, False])
    assert precision >= THEME_FLOORS[concept][0]
    assert recall >= THEME_FLOORS[concept][1]


@pytest.mark.parametrize("field", FIELD_FLOORS)
def test_event_fields_stay_above_their_floors(records, field):
    asked = [(label, record) for label, record in zip(SENTENCES, records, strict=True) if field in label]
    right = [any(_holds(event, field, label[field]) for event in _events(record)) for label, record in asked]
    assert len(right) >= 2
    assert sum(right) / len(right) >= FIELD_FLOORS[field]


def test_every_term_lies_in_its_sentence_and_every_event_is_a_sentence(records):
    for record in records:
        starts = {sentence.start for sentence in record.sentences}
        for theme in record.themes:
            assert all(theme.covers(term) for term in theme.terms)
            assert theme.terms
        assert {event.start for event in (*record.sanctions, *record.military_cooperation)} <= starts
