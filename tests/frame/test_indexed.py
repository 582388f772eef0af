import re
from datetime import date

import msgspec
import pytest
from hand_made import empty_codebook, small_corpus

from workbench import chart
from workbench.chart import Chart
from workbench.chart.labels import many
from workbench.codebook import load_codebook
from workbench.frame import Selection, build_tables, n_articles, passages, records_of, select_tables
from workbench.frame.indexed import facets_selected, months_selected, open_tables, pairs_selected, reselect
from workbench.notebook import FilterPanel, corpus_view
from workbench.notebook.controls import build_controls
from workbench.notebook.linked import show
from workbench.store import open_corpus
from workbench.store.ingest import ingest
from workbench.store.recipe import Recipe

SELECTIONS = (
    Selection(),
    Selection(date_from=date(2022, 1, 1)),
    Selection(date_to=date(2022, 12, 31), include_undated=False),
    Selection(publishers=("koran",)),
    Selection(actors=("utara", "liga")),
    Selection(actors=("utara",), themes=("sanctions",)),
    Selection(text="utara"),
    Selection(text='"liga sel" utara'),
    Selection(text="tidakada"),
)


@pytest.fixture(scope="module")
def stored(tmp_path_factory):
    """The hand-made corpus on disk."""
    folder = tmp_path_factory.mktemp("indexed")
    records = folder / "records.jsonl"
    records.write_bytes(b"".join(msgspec.json.encode(record) + b"\n" for record in small_corpus().records))
    ingest([str(records)], folder / "corpus", Recipe(codebook=load_codebook(), names="rules"))
    return open_corpus(folder / "corpus")


@pytest.mark.parametrize("selection", SELECTIONS, ids=str)
def test_a_corpus_on_disk_gives_the_frames_that_one_in_memory_gives(stored, selection):
    expected = select_tables(build_tables(small_corpus()), selection)
    found = open_tables(stored, selection)
    for name in ("articles", "mentions", "themes", "sanctions", "quotes"):
        assert getattr(found, name).to_dict("records") == getattr(expected, name).to_dict("records")
    assert found.selection == selection


@pytest.mark.parametrize("selection", SELECTIONS, ids=str)
def test_counts_of_the_index_are_those_of_the_frames(stored, selection):
    tables = select_tables(build_tables(small_corpus()), selection)
    assert months_selected(stored.index, selection).counts.sum() == len(tables.articles)
    by_actor = tables.mentions.groupby("entity")["article_id"].nunique().to_dict()
    assert facets_selected(stored.index, selection)["actors"] == by_actor
    pairs = pairs_selected(stored.index, selection)
    assert dict(zip(pairs.terms, pairs.counts.diagonal().tolist(), strict=True)) == by_actor


def test_of_more_articles_than_fit_the_index_is_left_to_answer(stored):
    tables = open_tables(stored, Selection(), most=2)
    assert len(tables.at_large) == n_articles(tables) == 5
    assert tables.articles.empty
    assert n_articles(reselect(tables, Selection(publishers=("koran",)))) == 2


def test_a_corpus_in_memory_is_selected_as_ever():
    corpus = small_corpus()
    assert corpus.codebook == empty_codebook()
    assert len(open_tables(corpus).articles) == len(build_tables(corpus).articles)


def test_records_are_found_by_id_in_the_order_of_the_corpus(stored):
    wanted = [record.id for record in stored.records][::-2]
    assert [record.id for record in records_of(stored, wanted)] == wanted[::-1]
    assert list(records_of(stored, ["gone"])) == []


WIDE = (chart.presence_chart, chart.theme_chart, chart.language_chart)


@pytest.mark.parametrize("make", WIDE, ids=lambda make: make.__name__)
@pytest.mark.parametrize("selection", [Selection(), Selection(actors=("utara",))], ids=str)
def test_a_chart_at_large_has_the_numbers_and_the_evidence_of_the_frames(stored, make, selection):
    drawn = make(open_tables(stored, selection))
    at_large = chart.chart_at_large(make, open_tables(stored, selection, most=1))
    assert {mark.label: mark.n for mark in at_large.marks} == {mark.label: mark.n for mark in drawn.marks}
    assert {mark.label: set(mark.evidence) for mark in at_large.marks} == {
        mark.label: set(mark.evidence) for mark in drawn.marks
    }
    assert "counted by the index of the corpus" in at_large.base


@pytest.mark.parametrize("unit", ["stories", "origins", "statements"])
def test_a_chart_at_large_says_that_it_counts_articles_whatever_is_asked_for(stored, unit):
    at_large = chart.chart_at_large(chart.presence_chart, open_tables(stored, Selection(unit=unit), most=1))
    assert at_large.unit == "articles"
    assert f"counts articles and not {many(unit, 'en')}: narrow the selection to 20,000 articles" in at_large.base


@pytest.mark.parametrize(("most", "labels"), [(1, ["stories (of up to 20,000 articles)"]), (100, ["stories"])])
def test_the_control_says_of_how_many_articles_a_unit_is_counted(stored, most, labels):
    options = build_controls(open_tables(stored, most=most), Selection())["unit"].options
    assert [label for label, unit in options if unit == "stories"] == labels
    assert options[0] == ("articles", "articles")


def test_periods_at_large_leave_no_time_out(stored):
    drawn = chart.period_chart(open_tables(stored)).figures
    at_large = chart.chart_at_large(chart.coverage_chart, open_tables(stored, most=1))
    for mark in at_large.marks:
        assert mark.n == len(list(mark.evidence)) == len(passages(stored, mark.evidence))
    assert sum(mark.n for mark in at_large.marks) == 5
    (totals,), (printed,) = (re.findall(r"printed: (.*)", figures) for figures in (at_large.figures, drawn))
    assert printed.endswith(totals)


def test_what_the_index_cannot_tell_is_said_and_not_drawn(stored):
    tables = open_tables(stored, most=1)
    assert chart.chart_at_large(chart.speaker_chart, tables) is None
    view = FilterPanel(tables).show(chart.speaker_chart)
    assert isinstance(view.shown, Chart)
    assert "narrow the selection" in show(chart.speaker_chart, tables).plain
    assert "2 of 5" not in show(corpus_view, tables).plain


def test_lists_of_the_panel_offer_what_the_index_counts(stored):
    few, many = (build_controls(open_tables(stored, most=most), Selection()) for most in (1, 100))
    for field in ("actors", "themes"):
        assert {(key, label) for label, key in few[field].options} == {
            (key, label) for label, key in many[field].options
        }
