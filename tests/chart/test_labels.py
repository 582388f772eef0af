import re
from string import Formatter

import pytest
from hand_made import small_corpus

from workbench import chart as charts
from workbench.chart.labels import catalogue, counted, labels_of, say, with_labels
from workbench.chart.words import accuracy_line, title_of
from workbench.codebook import load_codebook
from workbench.codebook.event_files import all_rules
from workbench.frame import Selection, build_tables, make_frame, select_tables
from workbench.measure import UNSTATED, accuracy

TABLES = build_tables(small_corpus())
INDONESIAN = select_tables(TABLES, Selection(lang="id"))
CHARTS = [getattr(charts, name) for name in charts.__all__ if name.endswith("_chart") and name != "contrast_chart"]
PHRASES = [
    (group, key, label) for group in ("titles", "words", "heads") for key, label in getattr(catalogue(), group).items()
]


def fields(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize(("group", "key", "label"), PHRASES, ids=lambda part: part if isinstance(part, str) else "")
def test_a_phrase_says_the_same_in_both_languages(group, key, label):
    assert label.en.strip(), (group, key)
    assert fields(label.en) == fields(label.id)


@pytest.mark.parametrize("draw", CHARTS, ids=lambda draw: draw.__name__)
def test_a_chart_changes_its_words_and_not_its_numbers(draw):
    english, indonesian = draw(TABLES), draw(INDONESIAN)
    assert english.title != indonesian.title
    assert english.source != indonesian.source
    assert sorted(mark.n for mark in english.marks) == sorted(mark.n for mark in indonesian.marks)


@pytest.mark.parametrize("draw", CHARTS, ids=lambda draw: draw.__name__)
def test_every_chart_has_its_title_in_the_catalogue(draw):
    key = draw(TABLES).key
    assert key in catalogue().titles
    assert "{" not in title_of(key, "id", "artikel")


def test_the_codebook_labels_every_value_that_its_rules_give():
    book = load_codebook().events
    labelled = {value for column in book.labels.values() for value in column}
    fixed = {*catalogue().fixed["modality"], *catalogue().fixed["is_background"]}
    given = {rule.value for rule in all_rules(book) if rule.value}
    assert given - labelled - fixed == set()


def test_what_is_not_stated_is_said_in_the_language_of_the_labels():
    counts = make_frame([(UNSTATED, 1, ())], ("status", "n", "evidence"))
    assert list(with_labels(counts, ("status",), INDONESIAN)["status"]) == ["(tidak disebutkan)"]
    assert labels_of("modality", INDONESIAN)["future"] == "mendatang"


def test_one_is_not_many():
    assert [counted(n, "origins", "en") for n in (1, 2)] == ["1 independent origin", "2 independent origins"]


@pytest.mark.parametrize("tag", accuracy.MEASURES)
def test_accuracy_is_printed_with_its_basis_or_said_to_be_unmeasured(tag):
    line = accuracy_line(tag, "en")
    assert line == say("unmeasured", "en") or re.search(
        r"precision \d\.\d\d(–\d\.\d\d)?, recall \d\.\d\d(–\d\.\d\d)? \(\d+ on \d+ page", line
    )
    own = accuracy_line(tag, "id")
    assert own == say("unmeasured", "id") or re.search(r"presisi \d,\d\d(–\d,\d\d)?, temu balik \d,\d\d", own)
