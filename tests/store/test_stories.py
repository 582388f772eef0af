import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_builders import ingested, write_pages

from workbench.explorer import build_payload
from workbench.explorer.kernel import kernel_answers
from workbench.frame import Selection, open_tables, reselect
from workbench.measure.counts import unit_count
from workbench.store import open_corpus
from workbench.store.joined import story_ids
from workbench.store.near import groups, near_copies
from workbench.store.shelf import Shelf
from workbench.store.shingles import WORD, Shingler, ShingleTable, sampled
from workbench.store.stories import shared_passages, story_lines

SYLLABLES = ("ba", "ru", "ka", "mi", "ton", "se", "la", "gu", "par", "di")
TEXTS = st.lists(st.sampled_from(["satu", "dua", "tiga", "empat", "Lima,", "enam. "]), max_size=30).map(" ".join)


def invented_words(chance, n):
    return ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(n)]


def article(chance):
    return [invented_words(chance, chance.randint(9, 20)) for _ in range(chance.randint(10, 20))]


def quoted(chance, sentences):
    kept = [sentence for sentence in sentences if chance.random() < 0.8]
    return [*kept, *(invented_words(chance, 12) for _ in range(3))]


def reordered(chance, sentences):
    return chance.sample(sentences, len(sentences))


def edited(chance, sentences):
    return [[invented_words(chance, 1)[0] if chance.random() < 0.2 else word for word in each] for each in sentences]


def joined(sentences):
    return ". ".join(" ".join(sentence) for sentence in sentences)


def pairs_of(texts, **bounds):
    shingler = Shingler()
    runs = [shingler.of_text(text) for text in texts]
    return near_copies(ShingleTable(map(sampled, runs)), runs.__getitem__, **bounds)


@pytest.mark.parametrize("change", [quoted, reordered, edited])
def test_planted_copies_are_found_and_nothing_else(change):
    chance = random.Random(3)  # noqa: S311 -- invented texts
    originals = [article(chance) for _ in range(150)]
    texts = [*map(joined, originals), *(joined(change(chance, original)) for original in originals[:50])]
    found = {(pair.first, pair.second) for pair in pairs_of(texts)}
    assert found == {(place, 150 + place) for place in range(50)}


def test_two_reports_that_share_a_quotation_are_no_copies():
    chance = random.Random(4)  # noqa: S311 -- as above
    said = invented_words(chance, 25)
    texts = [joined([*article(chance), said]) for _ in range(20)]
    assert pairs_of(texts) == []


def test_a_text_that_many_print_joins_them_all():
    chance = random.Random(5)  # noqa: S311 -- as above
    original = article(chance)
    texts = [joined([*original, invented_words(chance, 10)]) for _ in range(90)]
    pairs = pairs_of(texts)
    assert groups(pairs, len(texts)) == [tuple(range(90))]


def test_added_texts_bring_the_pairs_that_a_full_search_finds():
    chance = random.Random(6)  # noqa: S311 -- as above
    originals = [article(chance) for _ in range(20)]
    texts = [joined(each) for each in (*originals, *(quoted(chance, each) for each in originals))]
    before, added = pairs_of(texts[:25]), pairs_of(texts, new_from=25)
    assert sorted([*before, *added], key=lambda pair: pair.first) == pairs_of(texts)


@given(TEXTS, TEXTS)
def test_shared_passages_are_the_same_words_in_both(first, second):
    for passage in shared_passages(first, second):
        words = WORD.findall(passage.first.of(first).casefold())
        assert words == WORD.findall(passage.second.of(second).casefold())
        assert len(words) >= 3


@given(TEXTS)
def test_a_text_shares_everything_with_itself(text):
    words = WORD.findall(text)
    shared = shared_passages(text, text)
    assert sum(len(WORD.findall(passage.first.of(text))) for passage in shared) == (len(words) if len(words) > 2 else 0)


def test_shingles_are_the_same_in_every_process():
    assert Shingler().of_text("Satu dua tiga empat").tolist() == sorted(
        Shingler().of_words(["satu", "dua", "tiga", "empat"]).tolist()
    )
    assert Shingler().of_words(["satu", "dua"]).dtype == np.uint32


def test_a_corpus_names_its_stories_and_their_words(tmp_path, quick):  # noqa: ARG001 -- it is there for what it does
    pages = write_pages(tmp_path / "pages", [])
    chance = random.Random(8)  # noqa: S311 -- as above
    original = article(chance)
    for name, sentences in (("a", original), ("b", quoted(chance, original)), ("c", article(chance))):
        body = "\n\n".join(" ".join(sentence).capitalize() + "." for sentence in sentences)
        (pages / f"{name}.txt").write_text(f"Judul Berita {name} Hari Ini\n\n{body}\n", encoding="utf-8")
    ingested(tmp_path / "corpus", pages)
    (story,) = open_corpus(tmp_path / "corpus").index.stories()
    told = story_lines(Shelf(tmp_path / "corpus"), story)
    assert [line[:12] for line in told[:2]] == [f"{pages}/a.txt"[:12], f"{pages}/b.txt"[:12]]
    assert "of the shorter" in told[2]
    # A second call reads the shingles that the first one kept.
    assert open_corpus(tmp_path / "corpus").index.stories() == [story]


def test_stories_have_the_same_names_in_memory_and_on_disk(tmp_path, quick):  # noqa: ARG001 -- it is there for what it does
    pages = write_pages(tmp_path / "pages", [])
    chance = random.Random(11)  # noqa: S311 -- as above
    original = article(chance)
    for name, sentences in (("a", original), ("b", article(chance)), ("c", edited(chance, original))):
        body = "\n\n".join(" ".join(sentence).capitalize() + "." for sentence in sentences)
        (pages / f"{name}.txt").write_text(f"Judul Berita {name} Hari Ini\n\n{body}\n", encoding="utf-8")
    ingested(tmp_path / "corpus", pages)
    read, stored = open_corpus(pages), open_corpus(tmp_path / "corpus")
    first, other, copy = (record.id for record in read.records)
    assert story_ids(read) == story_ids(stored) == {first: first, copy: first}
    tables = open_tables(read, Selection(unit="stories"))
    assert unit_count(tables) == 2
    assert unit_count(reselect(open_tables(stored), Selection(unit="stories"))) == 2
    assert len(set(build_payload(read).articles.story)) == 2
    assert kernel_answers(stored).head.totals["stories"] == 2
    assert other not in tables.stories
