import json
import threading

import msgspec
import pytest
from click.testing import CliRunner
from store_builders import codebook, exported, ingested, page_text, recipe, retagged, write_pages

from workbench.cli import main
from workbench.errors import CorpusError
from workbench.frame.tables import build_tables
from workbench.store import open_corpus
from workbench.store.database import open_for_writing, transaction
from workbench.store.decisions import (
    Decision,
    add_decisions,
    decisions_from,
    judged,
    read_decisions,
    stale_decisions,
    standing,
    tag_at,
)
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
    assert "1 tags decided on, 0 of them changed since" in run("status", "--corpus", corpus).output
    written = tmp_path / "decisions.jsonl"
    assert run("decisions", "--corpus", corpus, "-o", written).exit_code == 0
    ingested(tmp_path / "other", tmp_path / "pages")
    for n_added in (1, 0):
        told = run("decisions", "--corpus", tmp_path / "other", "--import", written)
        assert f"{n_added} decisions added" in told.output
    (one,) = read_decisions(Shelf(tmp_path / "other"))
    assert (one.who, one.note, one.correction["entity"]) == ("Ani", "orang lain", "putin")


@pytest.mark.parametrize("wrong", [("--correction", "{"), ("--correction", "[]")])
def test_a_correction_that_is_no_object_is_wrong_usage(corpus, wrong):
    mention = first(corpus).mentions[0]
    place = f"{mention.start}:{mention.end}"
    assert run("decide", first(corpus).id, "mentions", place, "corrected", "--corpus", corpus, *wrong).exit_code == 2
