import shutil
import tempfile
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
import tantivy
from hypothesis import given
from hypothesis import strategies as st
from store_builders import ingested, page_text, recipe, write_pages

from workbench.errors import CorpusError
from workbench.store import open_corpus
from workbench.store.columns import FACETS, build_columns, read_columns, write_columns
from workbench.store.counts import Filter, counts_by_month, facet_counts, filter_rows, pair_counts
from workbench.store.derived import INDEX
from workbench.store.facts import Facts
from workbench.store.shelf import RECORDED, Shelf
from workbench.store.status import corpus_status

EPOCH = date(1970, 1, 1)
KEYS = st.lists(st.sampled_from("abcdef"), max_size=4, unique=True).map(lambda keys: tuple(sorted(keys)))
FACTS = st.builds(
    Facts,
    is_article=st.sampled_from([True]),
    day=st.none() | st.integers(18_000, 18_400),
    publisher=st.none() | st.sampled_from(["koran", "harian"]),
    language=st.none() | st.just("id"),
    **dict.fromkeys(FACETS, KEYS),
)
DAYS = st.none() | st.dates(date(2019, 3, 1), date(2020, 6, 1))
CHOICE = st.lists(st.sampled_from(["a", "b", "f", "unknown"]), max_size=2).map(tuple)
WANTED = st.builds(
    Filter,
    date_from=DAYS,
    date_to=DAYS,
    include_undated=st.booleans(),
    publishers=st.sampled_from([(), ("koran",), ("koran", "nobody")]),
    agencies=CHOICE,
    actors=CHOICE,
    themes=CHOICE,
    page_ids=st.none() | st.lists(st.integers(0, 30)).map(lambda pages: np.array(pages, dtype=np.int64)),
)


def is_kept(page, facts, wanted):
    """Say, the slow way, whether a filter keeps an article."""
    day = None if facts.day is None else EPOCH + timedelta(days=facts.day)
    is_bound = wanted.date_from or wanted.date_to
    if is_bound and day is None and not wanted.include_undated:
        return False
    if day and ((wanted.date_from and day < wanted.date_from) or (wanted.date_to and day > wanted.date_to)):
        return False
    if wanted.publishers and facts.publisher not in wanted.publishers:
        return False
    if wanted.page_ids is not None and page not in wanted.page_ids:
        return False
    chosen = ((wanted.agencies, facts.agencies), (wanted.actors, facts.actors), (wanted.themes, facts.themes))
    return all(not terms or set(terms) & set(borne) for terms, borne in chosen)


def scanned(facts, wanted):
    return {page: each for page, each in enumerate(facts) if is_kept(page, each, wanted)}


@given(st.lists(FACTS, max_size=25), WANTED)
def test_the_index_keeps_what_a_scan_keeps(facts, wanted):
    columns = build_columns(enumerate(facts), 1)
    rows = filter_rows(columns, wanted)
    assert sorted(columns.page_ids[rows].tolist()) == sorted(scanned(facts, wanted))
    assert np.all(np.diff(rows.astype(np.int64)) > 0)


@given(st.lists(FACTS, max_size=25), WANTED)
def test_the_index_counts_what_a_scan_counts(facts, wanted):
    columns = build_columns(enumerate(facts), 1)
    rows, kept = filter_rows(columns, wanted), list(scanned(facts, wanted).values())
    counted = facet_counts(columns, rows)
    for facet in FACETS:
        borne = [term for each in kept for term in getattr(each, facet)]
        assert counted[facet] == {term: borne.count(term) for term in set(borne)}
    months = counts_by_month(columns, rows)
    assert months.counts.sum() == len(kept)
    for place, month in enumerate(months.months):
        for column, publisher in enumerate(months.publishers):
            assert months.counts[place, column] == sum(
                each.publisher == publisher and month_of(each) == month for each in kept
            )


def month_of(facts):
    return None if facts.day is None else str(EPOCH + timedelta(days=facts.day))[:7]


@given(st.lists(FACTS, max_size=25), WANTED)
def test_pairs_are_counted_as_a_scan_counts_them(facts, wanted):
    columns = build_columns(enumerate(facts), 1)
    kept = list(scanned(facts, wanted).values())
    pairs = pair_counts(columns, filter_rows(columns, wanted), n_terms=3)
    for (one, first), (other, second) in combinations(enumerate(pairs.terms), 2):
        together = sum(first in each.actors and second in each.actors for each in kept)
        assert pairs.counts[one, other] == pairs.counts[other, one] == together
    for place, term in enumerate(pairs.terms):
        assert pairs.counts[place, place] == sum(term in each.actors for each in kept)


@given(st.lists(FACTS, max_size=25))
def test_writing_and_reading_an_index_changes_nothing(facts):
    columns = build_columns(enumerate(facts), 7)
    with tempfile.TemporaryDirectory() as folder:
        write_columns(columns, Path(folder))
        again = read_columns(Path(folder))
        assert again.manifest == columns.manifest
        rows = filter_rows(again, Filter())
        assert facet_counts(again, rows) == facet_counts(columns, filter_rows(columns, Filter()))
        assert again.page_ids.tolist() == columns.page_ids.tolist()
        assert again.days.tolist() == columns.days.tolist()


@pytest.fixture
def corpus(tmp_path, quick):  # noqa: ARG001 -- it is there for what it does
    pages = write_pages(tmp_path / "pages", range(12))
    ingested(tmp_path / "corpus", pages)
    return tmp_path / "corpus"


def test_an_index_can_be_deleted_and_is_made_again(corpus):
    first = open_corpus(corpus).index.columns
    assert first.n_rows == 12
    shutil.rmtree(corpus / INDEX)
    assert open_corpus(corpus).index.columns.page_ids.tolist() == first.page_ids.tolist()


def test_a_torn_index_is_made_again(corpus):
    assert open_corpus(corpus).index.columns.n_rows == 12
    (file,) = (corpus / INDEX).glob("columns-*/articles.arrow")
    file.write_bytes(file.read_bytes()[:100])
    assert open_corpus(corpus).index.columns.n_rows == 12


def test_an_index_of_an_older_state_is_not_used(corpus, tmp_path):
    old = open_corpus(corpus)
    assert old.index.columns.n_rows == 12
    ingested(corpus, write_pages(tmp_path / "more", range(50, 53)))
    assert open_corpus(corpus).index.columns.n_rows == 15
    assert old.index.columns.n_rows == len(old.records) == 12


def test_letters_are_found_wherever_they_stand_and_passages_as_words(corpus):
    index = open_corpus(corpus).index
    assert len(index.pages_with(["sanksi baru", "lukashenk"])) == 12
    assert len(index.pages_with(["eropa menja"])) == 12
    assert len(index.pages_with(["perdagangan senin"])) == 0
    hits = index.hits(["uni eropa"], limit=5)
    assert len(hits) == 5
    assert {hit.exact for hit in hits} == {"Uni Eropa"}


def test_the_text_of_a_changed_page_is_found_and_its_old_text_is_not(corpus, tmp_path):
    assert len(open_corpus(corpus).index.pages_with(["ke-3 di"])) == 1
    (tmp_path / "pages" / "00003.txt").write_text(page_text(4321), encoding="utf-8")
    ingested(corpus, tmp_path / "pages")
    index = open_corpus(corpus).index
    assert len(index.pages_with(["ke-3 di"])) == 0
    assert len(index.pages_with(["ke-4321 di"])) == 1


def test_the_making_of_a_large_full_text_is_told_and_what_it_lacks_too(corpus, tmp_path, monkeypatch, caplog):
    monkeypatch.setattr("workbench.store.fulltext._WORTH_TELLING", 6)
    monkeypatch.setattr("workbench.store.fulltext._CHUNK", 3)
    assert corpus_status(corpus, recipe()).n_unsearched == 12
    open_corpus(corpus).index.pages_with(["sanksi"])
    told = [record.getMessage().removeprefix(f"{corpus}: ") for record in caplog.records]
    assert told == [f"full text made of {number} of 12 new articles" for number in (0, 6)]
    ingested(corpus, write_pages(tmp_path / "more", range(50, 53)))
    assert corpus_status(corpus, recipe()).n_unsearched == 3
    caplog.clear()
    open_corpus(corpus).index.pages_with(["sanksi"])
    assert (caplog.records, corpus_status(corpus, recipe()).n_unsearched) == ([], 0)


def test_a_damaged_text_index_says_what_to_do(corpus):
    open_corpus(corpus).index.pages_with(["sanksi"])
    (corpus / INDEX / "text" / "meta.json").write_text("{")
    with pytest.raises(CorpusError, match="delete index/"):
        open_corpus(corpus).index.pages_with(["sanksi"])


def test_a_text_index_without_its_list_of_files_is_made_again(corpus):
    found = open_corpus(corpus).index.pages_with(["sanksi"]).tolist()
    (corpus / INDEX / "text" / "meta.json").unlink()
    assert corpus_status(corpus, recipe()).n_unsearched == 12
    assert open_corpus(corpus).index.pages_with(["sanksi"]).tolist() == found


@pytest.mark.parametrize("name", ["meta.json", "state.json", "*.pos", "*.term"])
def test_a_text_index_cut_short_is_told_or_answers(corpus, name):
    found = open_corpus(corpus).index.pages_with(["uni eropa"]).tolist()
    (file,) = (corpus / INDEX / "text").glob(name)
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    with pytest.raises(CorpusError, match="delete index/"):
        open_corpus(corpus).index.pages_with(["uni eropa"])
    shutil.rmtree(corpus / INDEX)
    assert open_corpus(corpus).index.pages_with(["uni eropa"]).tolist() == found


def test_a_text_index_of_another_format_is_not_used(corpus):
    open_corpus(corpus).index.pages_with(["sanksi"])
    (corpus / INDEX / "text" / "state.json").write_text('{"format":0,"seq":1}')
    with pytest.raises(CorpusError, match="format 0"):
        open_corpus(corpus).index.pages_with(["sanksi"])


def test_two_who_make_the_full_text_at_once_are_not_told_to_delete_it(corpus):
    folder = corpus / INDEX / "text"
    folder.mkdir(parents=True)
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("page", indexed=True, fast=True)
    builder.add_text_field("text")
    other = tantivy.Index(builder.build(), str(folder)).writer(20_000_000, 1)
    with pytest.raises(CorpusError, match="another program is at it"):
        open_corpus(corpus).index.pages_with(["sanksi"])
    other.wait_merging_threads()
    assert len(open_corpus(corpus).index.pages_with(["sanksi"])) == 12


def test_all_pages_are_walked_in_order_without_being_sorted(corpus):
    plan = Shelf(corpus).rows(f"EXPLAIN QUERY PLAN SELECT pages.id, facts {RECORDED}")
    assert not [step for *_, step in plan if "TEMP B-TREE" in step]
