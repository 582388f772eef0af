from datetime import date

import msgspec
import pandas as pd
import pytest
from hand_made import small_corpus
from hypothesis import given
from hypothesis import strategies as st

from workbench.article import Dateline
from workbench.errors import SchemaError
from workbench.explorer.rows import Words, mention_rows
from workbench.frame import (
    COLUMNS,
    PLACE,
    Selection,
    build_tables,
    evidence_of,
    make_frame,
    make_selection,
    passages,
    require_columns,
    select_tables,
    selection_settings,
)
from workbench.frame.rows import Places, quote_rows
from workbench.store import make_corpus
from workbench.store.facts import facts_of

FRAMES = ("articles", "sentences", "lines", "mentions", "quotes", "hops", "agencies", "themes", "sanctions",
          "cooperation", "commitments", "dates")  # fmt: skip
TABLES = build_tables(small_corpus())


@pytest.mark.parametrize("name", FRAMES)
def test_columns_are_catalogued_with_their_dtype(name):
    frame = getattr(TABLES, name)
    assert set(PLACE) <= set(frame.columns)
    assert {column: str(frame[column].dtype) for column in frame} == {c: COLUMNS[c].dtype for c in frame}


@pytest.mark.parametrize("name", FRAMES)
def test_an_empty_frame_keeps_its_dtypes(name):
    nothing = getattr(select_tables(TABLES, Selection(text="tidak ada kata ini")), name)
    assert len(nothing) == 0
    assert list(nothing.dtypes) == list(getattr(TABLES, name).dtypes)


def test_index_pages_are_no_articles():
    assert len(TABLES.articles) == 5
    assert len(TABLES.corpus.records) == 6


def test_a_repeated_paragraph_is_flagged_once_it_stands_there_again():
    repeated = TABLES.sentences[TABLES.sentences["is_repeated"]]
    assert list(repeated["line_number"]) == [4]


def test_line_numbers_start_at_one():
    assert list(TABLES.quotes["line_number"]) == [2]


def test_stated_zone_gives_a_utc_instant_and_nothing_else_does():
    at = TABLES.articles.set_index("headline")["published_at"]
    assert str(at["Budi Bertahan"]) == "2022-03-12 05:57:00+00:00"
    assert at.notna().sum() == 1


def test_a_month_counts_from_its_first_day():
    frame = make_frame([("2023-04-01",), (None,)], ("published_on",))
    assert frame["published_on"].isna().tolist() == [False, True]


def test_a_missing_column_is_named_with_its_meaning():
    with pytest.raises(SchemaError, match=r"'modality' \(actual, future"):
        require_columns(TABLES.quotes, ("modality",))


def test_a_column_outside_the_catalogue_is_refused():
    with pytest.raises(SchemaError, match="'colour' is not in the catalogue"):
        make_frame([], ("colour",))


def test_evidence_opens_the_sentence_around_the_span():
    (first,) = passages(TABLES.corpus, evidence_of(TABLES.quotes))
    assert first.exact == "Kami tidak akan mundur dari meja,"
    assert (first.before, first.line_number, first.role) == ("“", 2, "body")
    assert (first.publisher, first.published, first.basis) == ("Koran Pagi", "2022-03-12T12:57+07:00", "stated")


@pytest.mark.parametrize(
    ("selection", "headlines"),
    [
        (Selection(date_from=date(2023, 1, 1)), {"Liga Larang Gandum", "Latihan di Utara", "Tanpa Tanggal"}),
        (Selection(date_from=date(2023, 1, 1), include_undated=False), {"Liga Larang Gandum", "Latihan di Utara"}),
        (Selection(date_to=date(2022, 3, 12), include_undated=False), {"Budi Bertahan", "<script>alert(1)</script>"}),
        (Selection(publishers=("koran",)), {"Budi Bertahan", "Latihan di Utara"}),
        (Selection(agencies=("kawat",)), {"Budi Bertahan"}),
        (Selection(actors=("utara",)), {"Liga Larang Gandum", "Latihan di Utara"}),
        (Selection(themes=("sanctions",)), {"Liga Larang Gandum"}),
        (Selection(text='"LARANGAN terhadap"'), {"Liga Larang Gandum"}),
        (Selection(text="berlibur"), set()),
    ],
)
def test_a_selection_keeps_the_articles_that_it_asks_for(selection, headlines):
    assert set(select_tables(TABLES, selection).articles["headline"]) == headlines


DAYS = st.none() | st.dates(date(2021, 1, 1), date(2024, 1, 1))
SELECTIONS = st.builds(
    Selection,
    date_from=DAYS,
    date_to=DAYS,
    publishers=st.sampled_from([(), ("koran",), ("koran", "harian"), ("none",)]),
    agencies=st.sampled_from([(), ("kawat",)]),
    actors=st.sampled_from([(), ("utara",), ("ann-budi", "liga")]),
    themes=st.sampled_from([(), ("sanctions",)]),
    text=st.sampled_from(["", "budi", '"', "🙂", "liga GANDUM"]),
    include_undated=st.booleans(),
)


@given(SELECTIONS)
def test_selecting_is_a_subset_and_idempotent(selection):
    before = TABLES.articles.copy()
    once = select_tables(TABLES, selection)
    twice = select_tables(once, selection)
    for name in FRAMES:
        assert set(evidence_of(getattr(once, name))) <= set(evidence_of(getattr(TABLES, name)))
        pd.testing.assert_frame_equal(getattr(once, name), getattr(twice, name))
    pd.testing.assert_frame_equal(before, TABLES.articles)


@given(SELECTIONS)
def test_settings_of_a_selection_give_it_back(selection):
    assert make_selection(selection_settings(selection)) == selection


def test_settings_become_a_selection_and_a_wrong_key_is_named():
    assert make_selection({"date_from": "2022-01-01"}).date_from == date(2022, 1, 1)
    with pytest.raises(SchemaError, match="publisher`"):
        make_selection({"publisher": "koran"})


def test_a_speaker_has_the_label_of_its_actor_whatever_its_page_calls_it():
    record = next(record for record in small_corpus().records if record.quotes and record.quotes[0].speaker.entity)
    speaker = msgspec.structs.replace(record.quotes[0].speaker, name="Liga")
    renamed = msgspec.structs.replace(record, quotes=(msgspec.structs.replace(record.quotes[0], speaker=speaker),))
    assert [row[-2:] for row in quote_rows(Places(renamed))] == [row[-2:] for row in quote_rows(Places(record))][:1]


def test_where_a_report_was_filed_is_no_mention_that_counts():
    record = TABLES.corpus.records[0]
    first, *others = record.mentions
    filed = msgspec.structs.replace(record, dateline=Dateline(first.start, first.end, "Kota"))
    told = build_tables(make_corpus([filed], TABLES.corpus.codebook)).mentions
    assert list(told["start"]) == [one.start for one in others]
    assert set(facts_of(filed).actors) == {one.entity for one in others}
    assert [row[0] for row in mention_rows(filed, Words({}))] == others
