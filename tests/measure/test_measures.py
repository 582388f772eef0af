import msgspec
import pytest
from hand_made import small_corpus
from hypothesis import given
from hypothesis import strategies as st

from workbench import measure
from workbench.frame import EVERYTHING, Selection, build_tables, passages, select_tables
from workbench.measure import UNSTATED, wilson_interval

TABLES = build_tables(small_corpus())
MEASURES = [getattr(measure, name) for name in measure.__all__ if name.islower()]
COUNTS = [m for m in MEASURES if next(iter(m.__annotations__.values()), None).__name__ == "Tables"]


def cells(frame, *names):
    return [tuple(row) for row in frame[list(names)].itertuples(index=False)]


@pytest.mark.parametrize("count", COUNTS, ids=lambda m: m.__name__)
@pytest.mark.parametrize("selection", [EVERYTHING, Selection(text="tidak ada")], ids=["all", "none"])
def test_every_number_has_as_much_evidence(count, selection):
    counts = count(select_tables(TABLES, selection))
    assert [len(evidence) for evidence in counts["evidence"]] == list(counts["n"])
    assert all(len(set(evidence)) == len(evidence) for evidence in counts["evidence"])
    if selection is EVERYTHING:
        assert counts["n"].sum() > 0


def test_presence_counts_articles_and_mentions_apart():
    assert cells(measure.actors_by_article(TABLES), "name", "n")[0] == ("Ann Budi", 2)
    by_mention = dict(cells(measure.actors_by_resolution(TABLES), "name", "n"))
    assert by_mention == {"Utara": 3, "Ann Budi": 3, "Liga Selatan": 2, "Carla Dewi": 1}


def test_a_repeated_paragraph_counts_once():
    assert cells(measure.co_mentions(TABLES), "name", "other_name", "n") == [("Liga Selatan", "Utara", 1)]


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
