from datetime import date

import msgspec
import pytest
from hand_made import empty_codebook, small_corpus

from workbench.codebook import load_codebook
from workbench.errors import CorpusError
from workbench.frame import Selection, build_tables, select_tables
from workbench.frame.indexed import facets_selected, months_selected, pairs_selected, selected_tables
from workbench.store import open_corpus
from workbench.store.ingest import ingest
from workbench.store.work import Recipe

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
    found = selected_tables(stored, selection)
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


def test_more_articles_than_fit_are_refused_with_their_number(stored):
    with pytest.raises(CorpusError, match="narrow the selection"):
        selected_tables(stored, Selection(), most=2)


def test_a_corpus_in_memory_is_selected_as_ever():
    corpus = small_corpus()
    assert corpus.codebook == empty_codebook()
    assert len(selected_tables(corpus, Selection()).articles) == len(build_tables(corpus).articles)
