"""A codebook on another topic is a folder of data and nothing else."""

import json
import shutil
from pathlib import Path

import msgspec
import pytest
import rdflib
from click.testing import CliRunner

from workbench.cli import main
from workbench.cli_codebook import codebook as commands
from workbench.codebook import load_codebook
from workbench.codebook.skos import codebook_skos
from workbench.errors import CodebookError
from workbench.tag.check import article_of, check_codebook
from workbench.tag.compare import Flip, Stored, theme_flips
from workbench.tag.events import build_event_rules, tag_events

SECOND = Path(__file__).parent / "second"
SKOS = rdflib.Namespace("http://www.w3.org/2004/02/skos/core#")


@pytest.fixture
def copied(tmp_path):
    return Path(shutil.copytree(SECOND, tmp_path / "second"))


def events_of(article, codebook):
    rules = build_event_rules(codebook)
    return tag_events(article, rules.book.read(article.text, article.sentences), (), rules)


def stored(codebook, *sentences, name="a"):
    article = article_of(sentences, name=name)
    events = events_of(article, codebook)
    return Stored(name, article.text, article.sentences, events.themes, codebook.stamp)


def replace_in(file, old, new):
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_its_examples_hold():
    assert check_codebook(load_codebook(SECOND)) == ()


def test_it_tags_its_own_topic_and_no_other():
    article = article_of(["Brussel melarang biodiesel.", "Barat menjatuhkan sanksi kepada Rusia."])
    events = events_of(article, load_codebook(SECOND))
    assert [theme.concept for theme in events.themes] == ["trade-barriers"]
    assert events.sanctions == events.military_cooperation == ()


def test_a_failing_example_is_named(copied):
    replace_in(copied / "themes" / "trade-barriers.yaml", "Brussel membatasi impor baja", "Brussel membatasi impor cpo")
    (failure,) = check_codebook(load_codebook(copied))
    assert (failure.entry, failure.example) == ("barriers-ban", "miss")
    result = CliRunner().invoke(commands, ["check", str(copied)])
    assert result.exit_code == 1
    assert "barriers-ban: miss fails" in result.output


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("pattern: 'minyak goreng'", "pattern: '(minyak goreng'", "expected )"),
        ("... @palm-oil'", "... @soy'", "no word list @soy"),
        ("id: barriers-dispute", "id: barriers-ban", "taken by another rule"),
        ("when: follows", "when: sometimes", "sometimes"),
        ("definition:", "broader: nothing\ndefinition:", "no concept 'nothing'"),
    ],
)
def test_a_broken_rule_is_named_with_file_and_line(copied, old, new, reason):
    file = copied / "themes" / "trade-barriers.yaml"
    replace_in(file, old, new)
    with pytest.raises(CodebookError) as caught:
        load_codebook(copied)
    assert reason in str(caught.value)
    assert caught.value.path == str(file)
    assert caught.value.line is not None


def test_only_articles_that_flip_are_listed(copied):
    old = load_codebook(SECOND)
    replace_in(copied / "themes" / "trade-barriers.yaml", "(~larang|~batas|", "(~larang|~pungut|")
    new = load_codebook(copied)
    corpus = [
        stored(old, "Brussel membatasi impor cpo.", name="loses"),
        stored(old, "Brussel memungut pajak atas cpo.", name="gains"),
        stored(old, "Brussel melarang cpo.", name="stays"),
        stored(old, "Warga panen kentang.", name="other"),
    ]
    flips = [Flip("loses", "trade-barriers", "lost"), Flip("gains", "trade-barriers", "gained")]
    assert list(theme_flips(old, new, corpus)) == flips
    assert list(theme_flips(old, old, corpus)) == []


def test_a_changed_word_list_changes_the_rules_that_use_it(copied):
    old = load_codebook(SECOND)
    replace_in(copied / "words.yaml", "biodiesel]", "biodiesel, kernel]")
    corpus = [stored(old, "Brussel melarang kernel.")]
    assert list(theme_flips(old, load_codebook(copied), corpus)) == [Flip("a", "trade-barriers", "gained")]


def test_diff_reads_a_file_of_records(copied, tmp_path):
    old = load_codebook(SECOND)
    replace_in(copied / "themes" / "trade-barriers.yaml", "(~larang|~batas|", "(~larang|~pungut|")
    corpus = tmp_path / "records.jsonl"
    corpus.write_bytes(msgspec.json.encode(stored(old, "Brussel membatasi impor cpo.")) + b"\n")
    result = CliRunner().invoke(commands, ["diff", str(SECOND), str(copied), str(corpus)])
    assert result.exit_code == 0
    assert "a\tlost\ttrade-barriers" in result.output


def test_diff_reads_a_corpus_on_disk(copied, tmp_path):
    replace_in(copied / "themes" / "trade-barriers.yaml", "(~larang|~batas|", "(~larang|~pungut|")
    (tmp_path / "a.txt").write_text("Sawit\n\nBrussel - Brussel membatasi impor cpo pada Selasa (2/1/2024).\n")
    into = ["--corpus", str(tmp_path / "c"), "--codebook", str(SECOND), "--names", "rules", "--workers", "1"]
    assert CliRunner().invoke(main, ["ingest", str(tmp_path / "a.txt"), *into]).exit_code == 0
    result = CliRunner().invoke(commands, ["diff", str(SECOND), str(copied), str(tmp_path / "c")])
    assert result.exit_code == 0, result.output
    assert result.stdout.endswith("\tlost\ttrade-barriers\n")


@pytest.mark.parametrize("content", ["{}\n", "bukan json\n"])
def test_diff_of_something_else_is_named_with_its_line(content, tmp_path):
    (tmp_path / "a.jsonl").write_text(content)
    result = CliRunner().invoke(commands, ["diff", str(SECOND), str(SECOND), str(tmp_path / "a.jsonl")])
    assert result.exit_code == 1
    assert f"{tmp_path / 'a.jsonl'} line 1: no record of workbench parse" in result.output


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # inside rdflib's own parser
@pytest.mark.parametrize("folder", [SECOND, "union-state"])
def test_the_skos_export_is_read_by_rdflib(folder):
    codebook = load_codebook(folder)
    graph = rdflib.Graph().parse(data=codebook_skos(codebook, base="urn:test:"), format="json-ld")
    concepts = set(graph.subjects(rdflib.RDF.type, SKOS.Concept))
    assert len(concepts) == len(codebook.events.themes)
    for concept in concepts:
        languages = {label.language for label in graph.objects(concept, SKOS.prefLabel)}
        assert languages == {"id", "en"}
        assert set(graph.objects(concept, SKOS.broader)) <= concepts


def test_the_same_codebook_gives_the_same_export():
    codebook = load_codebook(SECOND)
    assert codebook_skos(codebook, base="urn:a:") == codebook_skos(codebook, base="urn:a:")
    assert json.loads(codebook_skos(codebook, base="urn:a:"))["@graph"][0]["@id"] == "urn:a:palm-oil"


def test_a_codebook_without_stop_words_takes_the_shipped_ones():
    assert {"yang", "dengan", "di"} <= set(load_codebook(SECOND).stopwords)
    assert not {"sanksi", "militer", "barat", "utara"} & set(load_codebook().stopwords)
    assert all(word == word.casefold() and " " not in word for word in load_codebook().stopwords)
