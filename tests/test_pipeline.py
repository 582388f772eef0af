from pathlib import Path

from workbench.codebook import load_codebook
from workbench.parse import compile_outlets, parse_article
from workbench.pipeline import beside_others, make_records
from workbench.read import read_pages
from workbench.steps import in_step
from workbench.tag import build_tagger, tag_article

SEEDS = Path(__file__).parents[1] / "seeds"


def test_records_made_in_step_are_those_made_alone():
    codebook = load_codebook()
    outlets, tagger = compile_outlets(codebook.publishers), build_tagger(codebook)
    pages = list(read_pages([str(SEEDS)]))
    assert len(pages) > 1
    assert list(make_records(pages, codebook)) == [tag_article(parse_article(page, outlets), tagger) for page in pages]


def test_long_texts_are_worked_on_alone():
    taken = []

    def work(name):
        for step in range(2):
            taken.append(f"{name}{step}")
            yield

    texts = {"a": "Minsk", "b": "Minsk" * 20_000}
    list(in_step(beside_others(work(name), text) for name, text in texts.items()))
    assert taken == ["a0", "b0", "b1", "a1"]
