import json

import pytest
from evaluate_builders import comparisons, record_of, span

from workbench.errors import ReadError
from workbench.evaluate.formats import find_gold
from workbench.record import Background, Commitment, MilitaryCooperation, Sanction, Theme

TEXT = "Ottawa menjatuhkan sanksi kepada Minsk.\nPasukan Rusia dan Belarus berlatih di Brest."
PAGE = {
    "id": "p1",
    "text": TEXT,
    "language": "id",
    "is_article": True,
    "lines": {"0": "body", "1": "body"},
    "events": [
        {"line": 0, "theme": "sanctions", "authority": ["canada"], "recipient": ["belarus"], "instrument": None},
        {"line": 1, "theme": "military-cooperation", "kind": "exercise", "actors": ["belarus", "russia"]},
    ],
    "commitments": [{"line": 1, "state": "agreed"}],
    "background_lines": [0],
}
SENTENCE = {"text": "Minsk disanksi Kanada.", "themes": ["sanctions"], "recipient": ["belarus"], "status": "imposed"}


def gold_pages(tmp_path, content):
    path = tmp_path / "gold"
    path.write_text(content, encoding="utf-8")
    (found,) = find_gold(path)
    return list(found.pages(None))


def sanction(text, words, **changes):
    at = span(text, words)
    told = {"authority": ("canada",), "recipient": ("belarus",), "instrument": None, "status": "imposed"}
    return Sanction(at.start, at.end, **{**told, "modality": "actual", "rule": "test", **changes})


def drill(kind, *actors):
    at = span(TEXT, "Pasukan Rusia dan Belarus berlatih di Brest.")
    return MilitaryCooperation(at.start, at.end, kind, actors, (), "brest", None, "actual", "test")


def told(comparison):
    return [fact.value for fact in comparison.expected], [fact.value for fact in comparison.found]


def test_labelled_fields_are_compared_with_the_event_of_their_line(tmp_path):
    (page,) = gold_pages(tmp_path, json.dumps(PAGE))
    first = sanction(TEXT, "Ottawa menjatuhkan sanksi kepada Minsk.", instrument="trade")
    record = record_of(TEXT, sanctions=(first,), military_cooperation=(drill("exercise", "russia", "belarus"),))
    compared = comparisons(page, record)
    assert told(compared["sanctions, authority"]) == (["canada"], ["canada"])
    assert told(compared["sanctions, instrument"]) == (["none"], ["trade"])
    assert told(compared["military-cooperation, actors"]) == (["belarus, russia"], ["belarus, russia"])
    assert "military-cooperation, place" not in compared


def test_of_several_events_of_a_line_the_one_that_agrees_most_counts(tmp_path):
    (page,) = gold_pages(tmp_path, json.dumps(PAGE))
    both = (drill("deployment-transit", "russia"), drill("exercise", "russia", "belarus"))
    compared = comparisons(page, record_of(TEXT, military_cooperation=both))
    assert told(compared["military-cooperation, kind"]) == (["exercise"], ["exercise"])


def test_an_event_that_is_missing_is_wrong_in_every_field_even_the_empty_ones(tmp_path):
    (page,) = gold_pages(tmp_path, json.dumps(PAGE))
    compared = comparisons(page, record_of(TEXT))
    assert told(compared["sanctions, instrument"]) == (["none"], ["no event"])


def test_commitments_and_background_are_compared_by_line(tmp_path):
    (page,) = gold_pages(tmp_path, json.dumps(PAGE))
    at = span(TEXT, "Pasukan")
    promise = Commitment(at.start, at.end, "agreed", (), at, "actual", "test")
    compared = comparisons(page, record_of(TEXT, commitments=(promise,), background=()))
    assert told(compared["commitments"]) == (["agreed"], ["agreed"])
    assert told(compared["background lines"]) == (["background"], [])
    old = Background(at.start, at.end, at, "test")
    assert comparisons(page, record_of(TEXT, background=(old,)))["background lines"].found[0].line == 1


def test_pages_that_tell_nothing_of_commitments_are_not_compared_by_them(tmp_path):
    (page,) = gold_pages(
        tmp_path, json.dumps({key: value for key, value in PAGE.items() if key not in {"commitments", "events"}})
    )
    assert "commitments" not in comparisons(page, record_of(TEXT))


def test_a_labelled_sentence_is_an_article_whose_last_line_counts(tmp_path):
    row = {**SENTENCE, "context": "Kanada marah.", "date": "2024-02-03"}
    (page,) = gold_pages(tmp_path, json.dumps(row))
    assert page.source.text == "Kanada marah.\nMinsk disanksi Kanada."
    assert page.source.date_published.value == "2024-02-03"
    at = span(page.source.text, SENTENCE["text"])
    record = record_of(
        page.source.text,
        sanctions=(sanction(page.source.text, SENTENCE["text"], status="lifted"),),
        themes=(Theme(at.start, at.end, "sanctions", ()),),
    )
    compared = comparisons(page, record)
    assert told(compared["theme, sanctions"]) == (["sanctions"], ["sanctions"])
    assert told(compared["sanctions, recipient"]) == (["belarus"], ["belarus"])
    assert told(compared["sanctions, status"]) == (["imposed"], ["lifted"])


def test_a_theme_that_a_sentence_does_not_assert_is_found_too_many(tmp_path):
    (page,) = gold_pages(tmp_path, json.dumps({"text": "Harga naik.", "themes": []}))
    at = span("Harga naik.", "Harga naik.")
    record = record_of("Harga naik.", themes=(Theme(at.start, at.end, "sanctions", ()),))
    assert told(comparisons(page, record)["theme, sanctions"]) == ([], ["sanctions"])


@pytest.mark.parametrize("change", [{"themes": ["cuaca"]}, {"recipient": "belarus"}, {"kind": 3}])
def test_a_bad_label_is_named_and_the_rest_is_read(tmp_path, change):
    rows = [json.dumps(SENTENCE), json.dumps({**SENTENCE, **change})]
    good, bad = gold_pages(tmp_path, "\n".join(rows))
    assert good.id == "gold 1"
    assert isinstance(bad, ReadError)
    assert str(bad).startswith(str(tmp_path / "gold#2"))
