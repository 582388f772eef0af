import json
import threading
from collections import Counter

import msgspec
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from store_builders import codebook, exported, ingested, page_text, recipe, retagged, write_pages

from workbench.cli import main
from workbench.errors import CorpusError
from workbench.frame.tables import build_tables
from workbench.store import open_corpus
from workbench.store.amended import amended_columns
from workbench.store.columns import FACETS, build_columns
from workbench.store.counts import Filter, facet_counts, filter_rows, pair_counts
from workbench.store.database import open_for_writing, transaction
from workbench.store.decisions import (
    Decision,
    add_decisions,
    decisions_from,
    read_decisions,
    stale_decisions,
    standing,
    tag_at,
)
from workbench.store.derived import Derived
from workbench.store.facts import Facts, facts_of
from workbench.store.judged import judged
from workbench.store.shelf import Shelf
from workbench.store.status import corpus_status

pytestmark = pytest.mark.usefixtures("quick")


@pytest.fixture
def corpus(tmp_path):
    ingested(tmp_path / "corpus", write_pages(tmp_path / "pages", range(2)))
    return tmp_path / "corpus"


def first(folder):
    return open_corpus(folder).records[0]


def decision(folder, verdict="rejected", **changes):
    record = first(folder)
    mention = record.mentions[0]
    said = {
        "article_id": record.id,
        "kind": "mentions",
        "tag": tag_at(Shelf(folder), record.id, "mentions", (mention.start, mention.end)),
        "verdict": verdict,
        "decided_at": "2026-01-02T03:04:05+00:00",
    }
    return Decision(**{**said, **changes})


def corrected(folder, **fields):
    tag = decision(folder).tag
    return decision(folder, "corrected", correction=tag | fields)


def test_a_rejected_tag_is_left_out_of_frames_and_stays_in_the_record(corpus):
    before = build_tables(open_corpus(corpus))
    assert add_decisions(corpus, [decision(corpus)]) == 1
    after = build_tables(judged(open_corpus(corpus)))
    assert len(after.mentions) == len(before.mentions) - 1
    assert len(build_tables(open_corpus(corpus)).mentions) == len(before.mentions)


def test_a_corrected_tag_takes_the_place_of_the_one_before(corpus):
    add_decisions(corpus, [corrected(corpus, entity="putin", name="Vladimir Putin")])
    records = judged(open_corpus(corpus)).records
    assert records[0].mentions[0].entity == "putin"
    assert records[0].mentions[1:] == first(corpus).mentions[1:]
    assert records[1] == open_corpus(corpus).records[1]


def facets(corpus):
    """What the index counts, and the same counted article by article."""
    counted = {name: Counter(facet_counts(corpus.index.columns, every(corpus))[name]) for name in FACETS}
    told = [facts_of(record) for record in corpus.records]
    return counted, {name: Counter(term for facts in told for term in getattr(facts, name)) for name in FACETS}


def every(corpus):
    return filter_rows(corpus.index.columns, Filter())


def mentions_of(actor, folder, record):
    spans = [(tag.start, tag.end) for tag in record.mentions if tag.entity == actor]
    return [tag_at(Shelf(folder), record.id, "mentions", span) for span in spans]


def test_the_index_counts_what_was_decided(corpus):
    before, _ = facets(open_corpus(corpus))
    add_decisions(corpus, [decision(corpus, tag=tag) for tag in mentions_of("putin", corpus, first(corpus))])
    for tag in mentions_of("lukashenko", corpus, first(corpus)):
        add_decisions(corpus, [decision(corpus, "corrected", tag=tag, correction=tag | {"entity": "orang-lain"})])
    after = judged(open_corpus(corpus))
    counted, told = facets(after)
    assert counted == told
    assert counted["actors"] == before["actors"] - Counter(["putin", "lukashenko"]) + Counter(["orang-lain"])
    rows = filter_rows(after.index.columns, Filter(actors=("orang-lain",)))
    assert [record.id for record in after.records.of(after.index.columns.page_ids[rows].tolist())] == [first(corpus).id]
    assert pair_counts(after.index.columns, every(after)).counts.trace() == sum(counted["actors"].values())
    assert facets(open_corpus(corpus))[0] == before


def test_nothing_that_follows_from_decisions_is_kept_beside_the_index(corpus):
    made = open_corpus(corpus).index.kept("counted", "1", lambda: Derived({}, "as made"))
    add_decisions(corpus, [decision(corpus)])
    decided = judged(open_corpus(corpus)).index.kept("counted", "1", lambda: Derived({}, "as decided"))
    again = open_corpus(corpus).index.kept("counted", "1", lambda: Derived({}, "made again"))
    assert (made.rest, decided.rest, again.rest) == ("as made", "as decided", "as made")


def test_an_actor_whom_every_article_was_denied_is_gone_from_the_index(corpus):
    book = open_corpus(corpus)
    for record in book.records:
        denied = mentions_of("putin", corpus, record)
        add_decisions(corpus, [decision(corpus, article_id=record.id, tag=tag) for tag in denied])
    columns = judged(open_corpus(corpus)).index.columns
    assert "putin" in book.index.columns.postings["actors"].terms
    assert "putin" not in columns.postings["actors"].terms
    assert "putin" not in facet_counts(columns, filter_rows(columns, Filter()))["actors"]


@given(st.data())
def test_amended_columns_are_those_of_the_amended_facts(data):
    terms = st.sets(st.sampled_from("abcd")).map(lambda some: tuple(sorted(some)))
    lists = st.fixed_dictionaries(dict.fromkeys(FACETS, terms))
    facts = lists.map(lambda some: Facts(is_article=True, day=1, publisher=None, language=None, **some))
    made = data.draw(st.lists(facts, min_size=1, max_size=12))
    changes = data.draw(st.dictionaries(st.integers(0, len(made) + 1), facts, max_size=4))
    amended = amended_columns(build_columns(enumerate(made), 1), changes)
    expected = build_columns(((page, changes.get(page, one)) for page, one in enumerate(made)), 1)
    for name in FACETS:
        assert amended.postings[name].terms == expected.postings[name].terms
        assert amended.postings[name].offsets.tolist() == expected.postings[name].offsets.tolist()
        assert amended.postings[name].rows.tolist() == expected.postings[name].rows.tolist()


def test_an_accepted_tag_stays_as_it_is(corpus):
    add_decisions(corpus, [decision(corpus, "accepted")])
    assert list(judged(open_corpus(corpus)).records) == list(open_corpus(corpus).records)


def test_the_last_decision_on_a_tag_holds_and_the_others_are_kept(corpus):
    add_decisions(corpus, [decision(corpus), decision(corpus, "accepted", note="after a second look")])
    assert [one.verdict for one in read_decisions(Shelf(corpus))] == ["rejected", "accepted"]
    assert [one.verdict for one in standing(read_decisions(Shelf(corpus)))] == ["accepted"]
    assert judged(open_corpus(corpus)).records[0] == first(corpus)


def test_decisions_outlive_ingest_and_retag_and_are_stale_once_their_tag_is_gone(corpus, tmp_path):
    one = decision(corpus)
    add_decisions(corpus, [one])
    write_pages(tmp_path / "pages", range(4))
    ingested(corpus, tmp_path / "pages")
    assert stale_decisions(Shelf(corpus)) == []
    actors = tuple(actor for actor in codebook().actors if actor.id != one.tag["entity"])
    stamp = msgspec.structs.replace(codebook().stamp, hash="sha256:decided")
    assert retagged(corpus, actors=actors, stamp=stamp).n_made == 4
    assert read_decisions(Shelf(corpus)) == stale_decisions(Shelf(corpus)) == [one]
    assert list(judged(open_corpus(corpus)).records) == list(open_corpus(corpus).records)


def test_a_decision_on_a_page_that_changed_is_stale(corpus, tmp_path):
    add_decisions(corpus, [decision(corpus)])
    (tmp_path / "pages" / "00000.txt").write_text(page_text(77), encoding="utf-8")
    ingested(corpus, tmp_path / "pages")
    found = corpus_status(corpus, recipe())
    assert (found.n_decisions, len(found.stale)) == (1, 1)


def test_decisions_leave_exports_alone(corpus):
    before = exported(corpus)
    add_decisions(corpus, [decision(corpus)])
    assert exported(corpus) == before


def test_decisions_wait_for_a_step_of_an_ingest(corpus):
    one = decision(corpus)
    connection = open_for_writing(corpus)
    adding = threading.Thread(target=add_decisions, args=(corpus, [one]))
    with transaction(connection):
        adding.start()
        assert read_decisions(Shelf(corpus)) == []
    adding.join()
    connection.close()
    assert read_decisions(Shelf(corpus)) == [one]


@pytest.mark.parametrize(
    "wrong",
    [
        {"tag": {"start": 1}},
        {"kind": "quotes"},
        {"verdict": "corrected"},
        {"correction": {"start": 1, "end": 2}},
        {"verdict": "corrected", "correction": {"start": 1, "end": 2}},
    ],
)
def test_a_decision_that_cannot_be_is_refused_with_all_that_came_with_it(corpus, wrong):
    with pytest.raises(CorpusError, match="a decision on"):
        add_decisions(corpus, [decision(corpus), decision(corpus, **wrong)])
    assert read_decisions(Shelf(corpus)) == []


def test_a_tag_is_found_by_its_place_or_the_places_are_told(corpus):
    record = first(corpus)
    with pytest.raises(CorpusError, match=f"it has some at {record.mentions[0].start}:"):
        tag_at(Shelf(corpus), record.id, "mentions", (0, 1))
    with pytest.raises(CorpusError, match="no kind of tag"):
        tag_at(Shelf(corpus), record.id, "lines", (0, 1))
    with pytest.raises(CorpusError, match="no article"):
        tag_at(Shelf(corpus), "0000", "mentions", (0, 1))
    quote = record.quotes[0].content
    assert tag_at(Shelf(corpus), record.id, "quotes", (quote.start, quote.end))["kind"] == record.quotes[0].kind


def test_a_line_that_is_no_decision_is_named():
    with pytest.raises(CorpusError, match=r"d\.jsonl line 2"):
        list(decisions_from([b"\n", b"{}\n"], "d.jsonl"))


def run(*words):
    return CliRunner().invoke(main, [*map(str, words)])


def test_decisions_are_made_listed_and_carried_over_on_the_command_line(corpus, tmp_path):
    record = first(corpus)
    mention = record.mentions[0]
    said = ("decide", record.id, "mentions", f"{mention.start}:{mention.end}", "corrected", "--corpus", corpus)
    fields = json.dumps({"entity": "putin"})
    result = run(*said, "--correction", fields, "--note", "orang lain", "--who", "Ani")
    assert result.exit_code == 0, result.output
    assert "1 tag decided on, 0 changed since" in run("status", "--corpus", corpus).output
    written = tmp_path / "decisions.jsonl"
    assert run("decisions", "--corpus", corpus, "-o", written).exit_code == 0
    ingested(tmp_path / "other", tmp_path / "pages")
    for added in ("1 decision added", "0 decisions added"):
        told = run("decisions", "--corpus", tmp_path / "other", "--import", written)
        assert added in told.output
    (one,) = read_decisions(Shelf(tmp_path / "other"))
    assert (one.who, one.note, one.correction["entity"]) == ("Ani", "orang lain", "putin")


@pytest.mark.parametrize("wrong", [("--correction", "{"), ("--correction", "[]")])
def test_a_correction_that_is_no_object_is_wrong_usage(corpus, wrong):
    mention = first(corpus).mentions[0]
    place = f"{mention.start}:{mention.end}"
    assert run("decide", first(corpus).id, "mentions", place, "corrected", "--corpus", corpus, *wrong).exit_code == 2
