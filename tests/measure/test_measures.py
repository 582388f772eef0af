from datetime import date

import msgspec
import pandas as pd
import pytest
from hand_made import small_corpus, speech
from hypothesis import given
from hypothesis import strategies as st

from workbench import measure
from workbench.chart import speaker_chart
from workbench.codebook.schema import Actor, Label, OfficeTerm
from workbench.frame import EVERYTHING, Selection, Tables, build_tables, passages, select_tables
from workbench.measure import UNSTATED, accuracy, wilson_interval
from workbench.measure.periods import frequency_of, periods_between
from workbench.notebook.findings import voice_findings
from workbench.notebook.listing import quotation_list
from workbench.record import Speaker
from workbench.store import make_corpus

TABLES = build_tables(small_corpus())
MEASURES = [getattr(measure, name) for name in measure.__all__ if name.islower()]
COUNTS = [m for m in MEASURES if m.__annotations__ == {"tables": Tables, "return": pd.DataFrame}]
#: Measures of what the invented articles do not hold.
ABSENT = {measure.marking_terms, measure.notices, measure.offices_on_the_day}


def cells(frame, *names):
    return [tuple(row) for row in frame[list(names)].itertuples(index=False)]


@pytest.mark.parametrize("count", COUNTS, ids=lambda m: m.__name__)
@pytest.mark.parametrize("selection", [EVERYTHING, Selection(text="tidak ada")], ids=["all", "none"])
def test_every_number_has_as_much_evidence(count, selection):
    counts = count(select_tables(TABLES, selection))
    assert [len(evidence) for evidence in counts["evidence"]] == list(counts["n"])
    assert all(len(set(evidence)) == len(evidence) for evidence in counts["evidence"])
    if selection is EVERYTHING and count not in ABSENT:
        assert counts["n"].sum() > 0


def test_presence_counts_articles_and_mentions_apart():
    assert cells(measure.actors_by_article(TABLES), "name", "n")[0] == ("Ann Budi", 2)
    by_mention = dict(cells(measure.actors_by_resolution(TABLES), "name", "n"))
    assert by_mention == {"Utara": 3, "Ann Budi": 3, "Liga Selatan": 2, "Carla Dewi": 1}


def test_a_repeated_paragraph_counts_once():
    assert cells(measure.co_mentions(TABLES), "entity", "other_entity", "n") == [("liga", "utara", 1)]


def test_a_chain_runs_from_the_speaker_to_the_publisher():
    assert cells(measure.quotation_chains(TABLES), "speaker", "route", "n") == [
        ("Ann Budi", "Radio Kota > Kawat > Koran Pagi", 1)
    ]


def test_photo_credits_are_no_sources():
    photo = TABLES.agencies.assign(credit="photo")

    assert measure.publisher_agencies(msgspec.structs.replace(TABLES, agencies=photo)).empty


def test_modality_stays_with_each_statement():
    assert set(cells(measure.sanction_statuses(TABLES), "status", "modality", "n")) == {
        ("imposed", "actual", 1),
        ("proposed", "future", 1),
    }


def test_what_the_page_leaves_open_is_said():
    bare = TABLES.sanctions.copy()
    bare["authority"] = [(), ()]
    split = measure.one_row_each(bare, "authority")
    assert list(split["authority"]) == [UNSTATED, UNSTATED]


def test_undated_articles_are_shown():
    days = measure.coverage_days(TABLES)
    undated = days[days["published_basis"] == "undated"]
    assert cells(undated, "publisher", "n") == [(UNSTATED, 1)]
    assert undated["published_on"].isna().all()


def test_themes_are_shares_of_all_articles():
    assert cells(measure.theme_shares(TABLES), "concept", "n", "n_total") == [
        ("military-cooperation", 1, 5),
        ("sanctions", 1, 5),
    ]


def test_evidence_of_a_count_opens_in_the_article():
    counts = measure.sanction_parties(TABLES)
    shown = passages(TABLES.corpus, counts["evidence"][0])
    assert [one.exact for one in shown] == [
        "Liga melarang ekspor gandum Utara.",
        "Liga akan memperluas larangan terhadap Utara bulan depan.",
    ]


@given(st.integers(1, 10_000), st.data())
def test_an_interval_holds_its_share(n_total, data):
    n = data.draw(st.integers(0, n_total))
    low, high = wilson_interval(n, n_total)
    assert 0 <= low <= n / n_total <= high <= 1


@pytest.mark.parametrize(("n", "n_total"), [(0, 0), (3, 2), (-1, 2)])
def test_no_share_of_nothing(n, n_total):
    with pytest.raises(ValueError, match="is not a share"):
        wilson_interval(n, n_total)


def test_a_statement_is_counted_on_the_day_of_its_article_and_on_the_day_that_it_names():
    told = measure.event_days(TABLES, TABLES.sanctions)
    assert cells(told, "axis", "time_basis", "n") == [("published", "stated", 2), ("happened", "undated", 2)]


def drill_on(*values):
    """Return the tables with times in the first statement on military cooperation."""
    at = TABLES.cooperation.iloc[0]
    cells = {"article_id": at["article_id"], "start": at["start"], "time_type": "DATE", "time_basis": "inferred"}
    return msgspec.structs.replace(TABLES, dates=pd.DataFrame([cells | {"time_value": value} for value in values]))


def test_a_day_that_a_sentence_names_is_told_with_how_its_year_is_known():
    told = measure.event_days(drill_on("2023-03-01"), TABLES.cooperation)
    happened = told[told["axis"] == "happened"]
    assert [(str(day)[:10], basis) for day, basis in cells(happened, "happened_on", "time_basis")] == [
        ("2023-03-01", "inferred")
    ]


def test_a_month_is_no_day_and_a_year_no_month():
    told = measure.event_days(drill_on("2023-03"), TABLES.cooperation)
    assert cells(told[told["axis"] == "happened"], "time_basis", "n") == [("undated", 1)]
    told = measure.cooperation_event_periods(drill_on("2023-03-01", "2023-03-09", "2023"))
    assert cells(told, "period", "time_basis", "n") == [(UNSTATED, "undated", 1), ("2023-03", "inferred", 1)]


def test_periods_are_as_fine_as_the_span_lets_them_be():
    told = measure.cooperation_event_periods(drill_on("1994", "2023-03-01"))
    assert set(cells(told, "period", "n")) == {("1994", 1), ("2023", 1)}
    assert set(cells(measure.sanction_periods(TABLES), "period", "modality")) == {
        ("2023Q3", "actual"), ("2023Q3", "future"),
    }  # fmt: skip


def test_no_period_between_the_first_and_the_last_is_left_out_and_long_empty_stretches_are_one_row():
    assert measure.periods_through(["2022Q4", UNSTATED, "2023Q2"]) == ["2022Q4", "2023Q1", "2023Q2", UNSTATED]
    assert measure.periods_through(["1991", "1994"]) == ["1991", "1992", "1993", "1994"]
    assert measure.periods_through(["1991", "2023"]) == ["1991", "1992 – 2022", "2023"]
    assert measure.periods_through([]) == []
    spread = [f"{year}" for year in range(1900, 1990, 4)]
    assert measure.periods_through(spread) == spread


def days_of(*days):
    return pd.Series(pd.to_datetime(days))


def test_one_old_page_does_not_make_time_coarser():
    days = days_of("2011-03-11", "2025-01-03", "2025-03-09", "2025-05-01", None)
    assert frequency_of(days) == "M"
    assert periods_between(days, "M") == [
        "2011-03", "2011-04 – 2024-12", "2025-01", "2025-02", "2025-03", "2025-04", "2025-05",
    ]  # fmt: skip
    assert frequency_of(days_of("2005-01-01", "2011-03-11", "2019-01-03", "2025-01-03")) == "Y"
    assert frequency_of(days_of(None)) == "Y"


def test_speakers_and_those_only_spoken_of_are_told_apart():
    told = cells(measure.speaking_and_spoken_of(TABLES), "entity", "part", "n")
    assert ("ann-budi", "speaks", 1) in told
    assert ("ann-budi", "spoken-of", 1) in told
    assert ("carla-dewi", "spoken-of", 1) in told


def test_an_actor_holds_the_office_of_the_day():
    terms = (
        OfficeTerm(title=Label("ketua", "chair"), start=date(2020, 1, 1), end=date(2022, 3, 11)),
        OfficeTerm(title=Label("penasihat", "adviser"), start=date(2022, 3, 12)),
    )
    actor = Actor(id="ann-budi", name="Ann Budi", type="person", kind="politician", aliases=(), roles=terms,
                  hit="Budi", miss="Buda")  # fmt: skip
    book = msgspec.structs.replace(TABLES.corpus.codebook, actors=(actor,))
    corpus = msgspec.structs.replace(TABLES.corpus, codebook=book)
    assert cells(measure.offices_on_the_day(msgspec.structs.replace(TABLES, corpus=corpus)), "office", "n") == [
        ("adviser", 2)
    ]


def test_stories_and_origins_count_near_copies_and_relayed_words_once():
    one = dict.fromkeys(TABLES.articles["article_id"], "the one story")
    stories = msgspec.structs.replace(TABLES, selection=Selection(unit="stories"), stories=one)
    assert measure.unit_count(stories) == 1
    assert set(measure.actors_by_article(stories)["n"]) == {1}
    origins = measure.unit_ids(msgspec.structs.replace(TABLES, selection=Selection(unit="origins")))
    assert origins["00000000000000a1"] == "Kawat"
    assert origins["00000000000000c3"] == "own Koran Pagi"


def test_words_mark_the_selection_that_holds_more_of_them():
    told = measure.marking_terms(select_tables(TABLES, Selection(publishers=("harian",))))
    assert list(told["term"]) == ["liga"]
    assert all(told["g2"] > 0)
    assert measure.marking_terms(TABLES).empty


def test_stop_words_mark_nothing():
    corpus = msgspec.structs.replace(
        TABLES.corpus, codebook=msgspec.structs.replace(TABLES.corpus.codebook, stopwords=("liga",))
    )
    told = measure.marking_terms(select_tables(build_tables(corpus), Selection(publishers=("harian",))))
    assert "liga" not in set(told["term"])


def test_keyness_is_signed_and_nought_where_shares_are_equal():
    counts = pd.DataFrame({"n_target": [20, 10, 0], "n_reference": [20, 0, 10]})
    assert [round(score, 2) for score in measure.keyness(counts)] == [0.0, 13.86, -13.86]
    with pytest.raises(ValueError, match="nothing to compare"):
        measure.keyness(counts.assign(n_reference=0))


def test_no_period_between_the_first_and_the_last_is_left_out():
    quarters = [f"2022Q{n}" for n in (1, 2, 3, 4)] + [f"2023Q{n}" for n in (1, 2, 3)]
    assert measure.all_periods(TABLES) == [*quarters, UNSTATED]


def test_the_published_accuracy_names_what_evaluation_measures():
    names = {name for one in measure.published_accuracy().sets for name in one.measures}
    told = [score for tag in accuracy.MEASURES for score in measure.accuracy_of(tag)[0]]
    assert {score.measure for score in told} <= names
    assert all(0 <= score.precision <= 1 and 0 <= score.recall <= 1 for score in told)
    assert set(accuracy.MEASURES["quotations"]) <= names


def said_by(*names):
    first, *also = (Speaker(0, 4, name, None) for name in names)
    record = speech()
    quotes = (msgspec.structs.replace(record.quotes[0], speaker=first, also=tuple(also)),)
    return build_tables(make_corpus([msgspec.structs.replace(record, quotes=quotes)], TABLES.corpus.codebook))


def test_what_several_say_together_counts_for_each_of_them():
    tables = said_by("Budi Santoso", "Carla Dewi")
    assert cells(measure.speakers(tables), "speaker", "n") == [("Budi Santoso", 1), ("Carla Dewi", 1)]
    assert measure.quotation_kinds(tables)["n"].sum() == 1
    chart = speaker_chart(tables)
    assert "n = 1 quotation in 1 article; 1 said by several count for each of them" in chart.base
    assert "several" not in speaker_chart(said_by("Budi Santoso")).base
    assert "Budi Santoso, Carla Dewi" in quotation_list(tables).plain
    assert "Quoted most often: Budi Santoso, Carla Dewi (each 1 quotation)." in voice_findings(tables).plain
