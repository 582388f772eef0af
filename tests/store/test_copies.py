import random

import msgspec
import numpy as np
import pytest
from hand_made import speech
from hypothesis import given
from hypothesis import strategies as st
from store_builders import ingested, write_pages

from workbench.article import DateValue, Publisher
from workbench.record import AgencyCredit
from workbench.store import open_corpus
from workbench.store.copies import copy_lines, exact_copies, has_credit, printed_first, shared_passages
from workbench.store.linkage import connected
from workbench.store.near import near_copies
from workbench.store.ragged import Ragged
from workbench.store.shelf import Shelf
from workbench.store.shingles import WORD, Shingler, sampled

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
    return near_copies(Ragged.of(map(sampled, runs)), runs.__getitem__, **bounds)


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
    assert connected((pair.first, pair.second) for pair in pairs) == [tuple(range(90))]


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


def write_article(folder, name, sentences, header=""):
    body = "\n\n".join(" ".join(sentence).capitalize() + "." for sentence in sentences)
    (folder / f"{name}.txt").write_text(f"Judul Berita {name} Hari Ini\n{header}\n{body}\n", encoding="utf-8")


def test_a_corpus_names_its_copies_and_their_words(tmp_path, quick):  # noqa: ARG001 -- it is there for what it does
    pages = write_pages(tmp_path / "pages", [])
    chance = random.Random(8)  # noqa: S311 -- as above
    original = article(chance)
    write_article(pages, "a", original, "Rabu, 5 Maret 2025 | 10:15 WIB\n")
    write_article(pages, "b", quoted(chance, original), "Selasa, 4 Maret 2025 | 20:15 WIB\n")
    write_article(pages, "c", article(chance))
    ingested(tmp_path / "corpus", pages)
    (group,) = open_corpus(tmp_path / "corpus").index.copies()
    told = copy_lines(Shelf(tmp_path / "corpus"), group)
    assert [line[:12] for line in told[:2]] == [f"{pages}/a.txt"[:12], f"{pages}/b.txt"[:12]]
    assert "of the shorter" in told[2]
    assert f"first in {pages}/b.txt" in told[2]
    # A second call reads the cuts that the first one kept.
    assert open_corpus(tmp_path / "corpus").index.copies() == [group]


def test_pages_with_the_same_content_are_named_together(tmp_path, quick):  # noqa: ARG001 -- as above
    pages = write_pages(tmp_path / "pages", [1, 2])
    (pages / "again.txt").write_bytes((pages / "00002.txt").read_bytes())
    ingested(tmp_path / "corpus", pages)
    assert exact_copies(Shelf(tmp_path / "corpus")) == [(f"{pages}/00002.txt", f"{pages}/again.txt")]


def dated(value, precision="minute", basis="stated"):
    return msgspec.structs.replace(speech(), path=value, date_published=DateValue(value, precision, basis, "rule", ()))


@pytest.mark.parametrize(
    ("one", "other", "first"),
    [
        (dated("2025-03-04T20:15+07:00"), dated("2025-03-04T20:16+07:00"), "2025-03-04T20:15+07:00"),
        (dated("2025-03-04T20:15+07:00"), dated("2025-03-04T14:00+01:00"), "2025-03-04T14:00+01:00"),
        (dated("2025-03-05", "day"), dated("2025-03-04T20:16"), "2025-03-04T20:16"),
        (dated("2025-03", "month"), dated("2025-04-04", "day"), "2025-03"),
        (dated("2025-03-04", "day"), dated("2025-03-04T20:16+07:00"), None),
        (dated("2025-03-04T20:15"), dated("2025-03-04T20:16+07:00"), None),
        (dated("2025-03", "month"), dated("2025-03-04", "day"), None),
        (dated("2025-03-03", "day", "inferred"), dated("2025-03-04", "day"), None),
        (msgspec.structs.replace(speech(), date_published=None), dated("2025-03-04", "day"), None),
    ],
)
def test_who_printed_first_is_said_only_where_both_pages_say_when(one, other, first):
    for pair in ((one, other), (other, one)):
        earlier = printed_first(*pair)
        assert (earlier.path if earlier else None) == first


def test_an_outlet_that_is_credited_for_words_is_the_one_that_printed_them():
    original = msgspec.structs.replace(speech(), publisher=Publisher("warta-utara", "Warta Utara"))
    for relation, has_one in (("credited", True), ("photo", False)):
        credit = AgencyCredit(0, 4, "warta", "Warta Utara", relation, "rule")
        assert has_credit(msgspec.structs.replace(speech(), agencies=(credit,)), original) is has_one
    assert not has_credit(msgspec.structs.replace(speech(), agencies=()), original)
