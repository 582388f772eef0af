"""The kernel's answers: the same as those of the page's own corpus, for any selection."""

import json
import os
import random
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path

import msgspec
import pytest
from explorer_builders import synthetic_corpus
from test_client import NODE

from workbench.codebook import load_codebook
from workbench.errors import SchemaError
from workbench.explorer import PayloadOptions, build_payload, counted_form
from workbench.explorer.counted import count_corpus
from workbench.explorer.kernel import kernel_answers
from workbench.store import open_corpus
from workbench.store.ingest import ingest
from workbench.store.recipe import Recipe

HERE = Path(__file__).parent
WORDS = ("gandum", "kayu OR latihan", '"harga gandum"', "kereta NOT kayu", "tiadakata", "(kayu OR gandum) NOT roket")
DAYS = ("2019-03-01", "2020-06-15", "2021-01-01", "2022-02-28", "2023-12-31")


@pytest.fixture(scope="module")
def corpus():
    return synthetic_corpus(150)


def random_settings(chance, vocabulary):
    """A selection by chance: each field is set or not."""
    keys = {"publishers": "publisher", "agencies": "agency", "actors": "entity", "themes": "concept"}
    settings = {}
    for facet, words in keys.items():
        known = [*vocabulary[words]["key"][:6], "nobody"]
        for field in (facet, f"not_{facet}"):
            if chance.random() < 0.2:
                settings[field] = chance.sample(known, min(len(known), chance.randint(1, 3)))
    for field, values in (("text", WORDS), ("date_from", DAYS[:3]), ("date_to", DAYS[2:]), ("lang", ("id",))):
        if chance.random() < 0.25:
            settings[field] = chance.choice(values)
    settings["unit"] = chance.choice(("articles", "stories", "origins", "statements"))
    settings["include_undated"] = chance.random() < 0.7
    return settings


def random_cases(vocabulary, n):
    chance = random.Random(11)  # noqa: S311 -- nothing secret
    options = {"term": "", "against": None, "ego": None}
    cases = [{"settings": {}, "options": options | {"term": "kayu", "ego": vocabulary["entity"]["key"][0]}}]
    for _ in range(n):
        more = {"term": chance.choice(("", "gandum")), "against": chance.choice((None, {"themes": ["sanctions"]}))}
        more["ego"] = chance.choice((None, chance.choice(vocabulary["entity"]["key"][:9])))
        cases.append({"settings": random_settings(chance, vocabulary), "options": more})
    return cases


def play_kernel(process, answers):
    """Answer what the client asks, through JSON as a kernel's messages are, until it stops."""
    for line in process.stdout:
        message = json.loads(line)
        said = {"turn": message["turn"], "answers": [{"value": answers.answer(asked)} for asked in message["asks"]]}
        process.stdin.write(msgspec.json.encode(said).decode() + "\n")
        process.stdin.flush()


def run_both(tmp_path, answers, payload, cases):
    told = {"EXPLORER_PAYLOAD": payload, "EXPLORER_HEAD": answers.head, "EXPLORER_CASES": cases}
    environment = {name: str(tmp_path / f"{name}.json") for name in told}
    for name, value in told.items():
        Path(environment[name]).write_bytes(msgspec.json.encode(value))
    environment["EXPLORER_CLIENT"] = Path(str(files("workbench.explorer") / "client")).as_uri()
    said = tmp_path / "said.txt"
    with (
        said.open("w") as errors,
        subprocess.Popen(  # noqa: S603 -- our own words
            [NODE, "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", str(HERE / "both_sources.mjs")],
            env=os.environ | environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        ) as process,
    ):
        try:
            play_kernel(process, answers)
            process.stdin.close()
            return process.wait(timeout=60), said.read_text("utf-8")
        finally:
            process.kill()


def test_page_and_kernel_answer_alike(tmp_path, corpus):
    payload = build_payload(corpus)
    cases = random_cases(msgspec.to_builtins(payload.vocabulary), 24)
    status, said = run_both(tmp_path, kernel_answers(corpus), payload, cases)
    assert said == ""
    assert status == 0


def on_disk(tmp_path, records):
    """Take records into the corpus on disk, and open it."""
    file = tmp_path / f"{len(records)}.jsonl"
    file.write_bytes(b"".join(msgspec.json.encode(record) + b"\n" for record in records))
    ingest([str(file)], tmp_path / "corpus", Recipe(codebook=load_codebook(), names="rules"))
    return open_corpus(tmp_path / "corpus")


@pytest.mark.parametrize("opening", ["first", "again"])
def test_a_corpus_on_disk_answers_as_one_in_memory(tmp_path, corpus, opening):
    stored = on_disk(tmp_path, corpus.records)
    assert stored.index is not None
    if opening == "again":
        kernel_answers(stored)
        stored = open_corpus(tmp_path / "corpus")
    payload = build_payload(corpus)
    cases = random_cases(msgspec.to_builtins(payload.vocabulary), 8)
    assert run_both(tmp_path, kernel_answers(stored), payload, cases) == (0, "")


def test_the_numbers_of_a_corpus_on_disk_are_kept_for_its_state(tmp_path, corpus, monkeypatch):
    counted = []

    def count(*given):
        counted.append(given)
        return count_corpus(*given)

    monkeypatch.setattr(counted_form, "count_corpus", count)
    first = kernel_answers(on_disk(tmp_path, corpus.records[:20]))
    again = kernel_answers(open_corpus(tmp_path / "corpus"))
    assert len(counted) == 1
    assert again.head == first.head
    grown = kernel_answers(on_disk(tmp_path, corpus.records[:30]))
    assert len(counted) == 2
    assert grown.head.totals["articles"] == 30
    (kept,) = (tmp_path / "corpus" / "index").glob("explorer-*")
    (kept / "0.npy").write_bytes(b"damaged")
    assert kernel_answers(open_corpus(tmp_path / "corpus")).head == grown.head
    shutil.rmtree(tmp_path / "corpus" / "index")
    assert kernel_answers(open_corpus(tmp_path / "corpus")).head == grown.head
    assert len(counted) == 4


def test_near_copies_that_the_caller_names_are_not_kept(tmp_path, corpus):
    stored = on_disk(tmp_path, corpus.records[:20])
    ids = [record.id for record in corpus.records[:20]]
    joined = kernel_answers(stored, PayloadOptions(stories=dict.fromkeys(ids, "one")))
    assert joined.head.totals["stories"] == 1
    assert kernel_answers(stored).head.totals["stories"] > 1


def test_numbers_of_changed_records_are_not_kept(tmp_path, corpus):
    stored = on_disk(tmp_path, corpus.records[:20])
    bare = stored.records.changed(lambda record: msgspec.structs.replace(record, mentions=()))
    changed = kernel_answers(msgspec.structs.replace(stored, records=bare))
    assert changed.head.vocabulary.entity != kernel_answers(stored).head.vocabulary.entity
    assert kernel_answers(msgspec.structs.replace(stored, records=bare)).head == changed.head


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"ask": "delete", "selection": {}},
        {"ask": "filter", "selection": {"nope": 1}},
        {"ask": "days", "selection": {}, "table": "nowhere"},
        {"ask": "tally", "selection": {}, "question": {"table": "mentions", "by": ["nothing"]}},
        {"ask": "tally", "selection": {}, "question": {"table": "mentions"}},
        {"ask": "evidence", "selection": {}, "rows": [10**9], "from": 0, "to": 5},
        {
            "ask": "evidence",
            "selection": {},
            "question": {"table": "mentions", "by": ["entity"]},
            "key": [-9],
            "from": 0,
            "to": 5,
        },
        None,
    ],
)
def test_what_is_no_question_is_told(corpus, asked):
    with pytest.raises(SchemaError):
        kernel_answers(corpus).answer(asked)
