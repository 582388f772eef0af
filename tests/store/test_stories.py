import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_builders import ingested, write_pages

from workbench.codebook import load_codebook
from workbench.explorer import build_payload
from workbench.explorer.kernel import kernel_answers
from workbench.frame import Selection, open_tables, reselect
from workbench.measure.counts import unit_count
from workbench.page import Claim, Page
from workbench.parse import compile_outlets, parse_article
from workbench.store import open_corpus
from workbench.store.cuts import Cuts, Cutter
from workbench.store.joined import story_ids
from workbench.store.linkage import linked
from workbench.store.near import NearCopy, near_copies
from workbench.store.ragged import Ragged
from workbench.store.retold import LEAST_LIKENESS, Retold, retellings
from workbench.store.retold_files import corpus_retellings
from workbench.store.shelf import Shelf
from workbench.store.stories import shared_terms, story_lines, told_together
from workbench.store.terms import Termer, told_days, weights

BRIDGE = """Jembatan Velnograd Ambruk, Tujuh Pekerja Terluka

Jembatan kereta di atas Sungai Orsva ambruk pada Selasa (4/3/2025) pagi. Tujuh pekerja terluka dan dibawa ke rumah sakit
di Velnograd, kata juru bicara gubernur, Marta Kolvich.

Kereta barang dari pelabuhan Tirsk dialihkan lewat jalur selatan sampai tiang penyangga diperiksa.
"""
BRIDGE_ELSEWHERE = """Insinyur Periksa Tiang Jembatan yang Runtuh di Velnograd

Marta Kolvich membenarkan bahwa tujuh orang cedera ketika bentang tengah jembatan Sungai Orsva runtuh, Selasa (4/3).

Menurut dia, semua angkutan dari Tirsk kini memutar melalui jalur selatan.
"""
BRIDGE_PLANNED = """Velnograd Akan Bangun Jembatan Kereta di Sungai Orsva

Gubernur menyetujui jembatan kereta baru di atas Sungai Orsva, Rabu (12/2/2025). Juru bicaranya, Marta Kolvich, menyebut
pelabuhan Tirsk sebagai penerima manfaat terbesar.
"""
HARVEST = """Panen Jelai di Lembah Ketra Naik Dua Kali Lipat

Petani di Lembah Ketra memanen 84.000 ton jelai, kata koperasi Sarnov, Selasa (4/3/2025). Hujan datang tepat waktu.
"""
TEXTS = (BRIDGE, BRIDGE_ELSEWHERE, BRIDGE_PLANNED, HARVEST)
DAYS = ("2025-03-04", "2025-03-05", "2025-02-12", "2025-03-04")
OUTLETS = compile_outlets(load_codebook().publishers)

WORDS = st.lists(st.sampled_from([2**30 + (number << 2 | number % 3 + 1) for number in range(40)]), max_size=14)
TOLD = st.lists(st.integers(739_000, 739_006), max_size=2)
CORPORA = st.lists(st.tuples(WORDS, TOLD), max_size=12)


def article(text, published=None):
    claims = (Claim("date_published", published, "column:published"),) if published else ()
    return parse_article(Page(path="a.txt", content_hash="sha256:" + "0" * 64, text=text, claims=claims), OUTLETS)


def stories_of(articles):
    cutter = Cutter()
    cuts = Cuts.of(map(cutter.cut, articles))
    copies = near_copies(cuts.runs, lambda place: cutter.runs(articles[place]))
    return told_together(copies, retellings(cuts.terms, cuts.days), len(articles))


def row(values):
    return np.unique(np.array(values, dtype=np.uint32))


def cuts_of(corpus):
    terms, days = [row(terms) for terms, _ in corpus], [row(days) for _, days in corpus]
    return Cuts(Ragged.of(row([]) for _ in corpus), Ragged.of(terms), Ragged.of(days))


def retold(pairs):
    firsts, seconds = (np.array([pair[end] for pair in pairs], dtype=np.int64) for end in (0, 1))
    return Retold(firsts, seconds, np.array(list(pairs.values())))


def as_dict(pairs):
    firsts, seconds, likeness = (cells.tolist() for cells in pairs.cells())
    return dict(zip(zip(firsts, seconds, strict=True), likeness, strict=True))


def likeness(one, other):
    shared = np.intersect1d(one, other)
    if len(shared) < 5:
        return 0.0
    squares = [float((weights(terms) ** 2).sum()) for terms in (one, other, shared)]
    return squares[2] / (squares[0] * squares[1]) ** 0.5


def test_one_event_in_other_words_is_one_story_and_the_affair_before_it_another():
    assert stories_of([article(text, day) for text, day in zip(TEXTS, DAYS, strict=True)]) == [(0, 1)]


def test_the_same_words_of_another_day_are_another_event():
    later = BRIDGE_ELSEWHERE.replace("(4/3)", "(8/3)")
    assert stories_of([article(BRIDGE, "2025-03-04"), article(later, "2025-03-09")]) == []
    next_day = BRIDGE_ELSEWHERE.replace("Selasa (4/3)", "Rabu (5/3)")
    assert stories_of([article(BRIDGE, "2025-03-04"), article(next_day, "2025-03-05")]) == [(0, 1)]


def test_what_tells_no_day_is_joined_by_copies_only():
    undated = BRIDGE_ELSEWHERE.replace(", Selasa (4/3)", "")
    assert stories_of([article(BRIDGE, "2025-03-04"), article(undated)]) == []
    longer = undated + "\n" + " ".join(f"Kalimat{number} tambahan{number} lain{number}." for number in range(20))
    assert stories_of([article(longer), article(longer + "\nSampai jumpa lagi besok pagi.")]) == [(0, 1)]


@given(st.permutations(range(4)))
def test_stories_do_not_depend_on_the_order_of_articles(order):
    articles = [article(text, day) for text, day in zip(TEXTS, DAYS, strict=True)]
    found = stories_of([articles[place] for place in order])
    assert [sorted(order[place] for place in group) for group in found] == [[0, 1]]


@pytest.mark.parametrize("text", ["", "Jembatan", "\n\n", "1 2 3", "jembatan runtuh " * 60_000])
def test_hostile_texts_are_in_no_story(text):
    articles = [article(text, "2025-03-04"), article(BRIDGE, "2025-03-04")]
    assert stories_of(articles) == []


@pytest.mark.parametrize(
    ("text", "published", "days"),
    [
        ("Jembatan itu runtuh pada Selasa (4/3/2025), dan dibuka lagi Kamis (6/3/2025).", "2025-03-07", ["04", "06"]),
        ("Jembatan itu runtuh pada Selasa (4/3/2025), lima tahun setelah 4 Maret 2020.", "2025-03-07", ["04"]),
        ("Jembatan itu ditutup sampai Jumat (28/3/2025).", "2025-03-07", ["06", "07"]),
        ("Jembatan itu runtuh.", "2025-03-07", ["06", "07"]),
        ("Jembatan itu runtuh.", None, []),
    ],
)
def test_an_event_is_of_the_first_recent_days_told_else_of_the_day_of_publication(text, published, days):
    found = told_days(article(f"Jembatan Velnograd Ambruk Pagi Ini\n\n{text}\n", published))
    assert found.tolist() == [np.datetime64(f"2025-03-{day}").item().toordinal() for day in days]


def test_rare_words_weigh_more_than_common_ones_and_years_nothing():
    termer = Termer()
    words = ("velnograd", "penerbit", "presiden", "yang", "84.000", "7", "2025")
    assert weights(np.array([termer.number(word) for word in words])).tolist() == [4, 2, 1, 0, 2, 0, 0]


def test_addresses_of_outlets_have_no_terms_in_common():
    one, other = (article(BRIDGE.replace("\n\nJ", f"\n\n{name}.CO.ID, VELNOGRAD - J")) for name in ("KABARA", "WARTAB"))
    shared = {term.first.of(one.text).casefold() for term in shared_terms(one, other)}
    assert "velnograd" in shared
    assert not shared & {"co", "id", "kabara.co.id"}


def test_shared_terms_are_the_same_words_in_both_the_rarest_first():
    one, other = article(BRIDGE, "2025-03-04"), article(BRIDGE_ELSEWHERE, "2025-03-05")
    shared = shared_terms(one, other)
    pairs = [(term.first.of(one.text).casefold(), term.second.of(other.text).casefold()) for term in shared]
    assert all(left == right for left, right in pairs)
    assert {"orsva", "kolvich", "tirsk"} <= {left for left, _ in pairs}
    assert [term.weight for term in shared] == sorted((term.weight for term in shared), reverse=True)


@given(CORPORA)
def test_retellings_are_what_a_look_at_every_pair_finds(corpus):
    cuts = cuts_of(corpus)
    expected = {
        (one, other): pytest.approx(likeness(cuts.terms[one], cuts.terms[other]))
        for one in range(len(corpus))
        for other in range(one + 1, len(corpus))
        if any(abs(int(a) - int(b)) <= 1 for a in cuts.days[one] for b in cuts.days[other])
        and likeness(cuts.terms[one], cuts.terms[other]) >= LEAST_LIKENESS
    }
    assert as_dict(retellings(cuts.terms, cuts.days)) == expected


@given(CORPORA, st.data())
def test_articles_that_come_and_go_leave_what_a_search_from_scratch_finds(tmp_path_factory, corpus, data):
    folder = tmp_path_factory.mktemp("index")
    for _ in range(3):
        kept = sorted(data.draw(st.sets(st.integers(0, max(len(corpus) - 1, 0))))) if corpus else []
        some = cuts_of([corpus[place] for place in kept])
        found = corpus_retellings(some, [100 + place for place in kept], folder)
        assert as_dict(found) == as_dict(retellings(some.terms, some.days))
    changed = cuts_of([(terms[1:], days) for terms, days in corpus])
    page_ids = [100 + place for place in range(len(corpus))]
    assert as_dict(corpus_retellings(changed, page_ids, folder)) == as_dict(retellings(changed.terms, changed.days))


def test_a_term_that_a_whole_day_prints_does_not_hide_what_two_share():
    chance = random.Random(12)  # noqa: S311 -- invented words
    corpus = [([4 << 2 | 1, *(chance.randrange(2**30) << 2 | 3 for _ in range(10))], [739_000]) for _ in range(250)]
    corpus.append((corpus[17][0], [739_001]))
    cuts = cuts_of(corpus)
    assert as_dict(retellings(cuts.terms, cuts.days)) == {(17, 250): pytest.approx(1.0)}


def beat_of_sixty():
    """Reports of as many days as make neighbours of all; the first and the last share what the beat does not have."""
    chance = random.Random(13)  # noqa: S311 -- invented words
    beat, event = ([chance.randrange(2**30) << 2 | 3 for _ in range(10)] for _ in range(2))
    own = [[chance.randrange(2**30) << 2 | 3 for _ in range(6)] for _ in range(60)]
    return [([*beat, *own[place], *(event if place in (0, 59) else [])], [739_000 + place % 2]) for place in range(60)]


def test_names_that_a_corpus_prints_day_after_day_join_nothing():
    cuts = cuts_of(beat_of_sixty())
    assert set(as_dict(retellings(cuts.terms, cuts.days))) == {(0, 59)}


def test_a_beat_that_grows_out_of_more_pages_changes_the_days_before(tmp_path):
    corpus = beat_of_sixty()
    few, all_of_it = cuts_of(corpus[:40]), cuts_of(corpus)
    assert len(corpus_retellings(few, list(range(40)), tmp_path).firsts) == 40 * 39 // 2
    assert set(as_dict(corpus_retellings(all_of_it, list(range(60)), tmp_path))) == {(0, 59)}


def naive_linkage(pairs, joined, least):
    members = sorted({member for pair in pairs for member in pair} | {member for group in joined for member in group})
    groups = [*map(set, joined), *({member} for member in members if not any(member in group for group in joined))]
    while True:
        best = max(
            (
                (
                    sum(pairs.get((min(a, b), max(a, b)), 0) for a in one for b in other) / len(one) / len(other),
                    one,
                    other,
                )
                for place, one in enumerate(groups)
                for other in groups[:place]
            ),
            key=lambda each: each[0],
            default=(0, set(), set()),
        )
        if best[0] < least:
            return sorted(tuple(sorted(group)) for group in groups if len(group) > 1)
        groups = [group for group in groups if group not in best[1:]] + [best[1] | best[2]]


@given(
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), unique=True, max_size=16),
    st.randoms(use_true_random=False),
)
def test_linkage_joins_what_is_alike_on_average(edges, chance):
    # No two pairs are as alike as each other, so there is one order of joining.
    alike = dict.fromkeys(sorted((one, other) for one, other in edges if one < other), 0.0)
    for place, pair in enumerate(chance.sample(list(alike), len(alike))):
        alike[pair] = 0.1 + 0.1371 * place**0.5
    joined = [(8, 9), (0, 10)]
    assert linked(alike.items(), joined, least=0.2) == naive_linkage(alike, joined, 0.2)


def test_a_chain_does_not_drift():
    chain = {(place, place + 1): 0.5 for place in range(6)}
    assert linked(chain.items(), [], least=0.3) == [(0, 1), (2, 3), (4, 5)]


def test_near_copies_are_in_one_story_whatever_their_terms():
    copies = [NearCopy(0, 3, 0.9), NearCopy(1, 2, 0.5)]
    assert told_together(copies, retold({(0, 1): 0.9, (3, 4): 0.3}), 5) == [(0, 1, 2, 3)]
    assert told_together(copies, retold({}), 5) == [(0, 3), (1, 2)]


@given(st.lists(st.lists(st.integers(0, 99), max_size=4), max_size=8), st.data())
def test_picked_rows_are_the_rows(rows, data):
    table = Ragged.of(np.array(each, dtype=np.uint32) for each in rows)
    places = data.draw(st.lists(st.integers(0, len(rows) - 1), max_size=10)) if rows else []
    picked = table.picked(np.array(places, dtype=np.int64))
    assert [each.tolist() for each in picked] == [rows[place] for place in places]
    assert [each.tolist() for each in table.joined(picked)] == [*rows, *(rows[place] for place in places)]


@pytest.fixture
def bridges(tmp_path):
    """Pages of the four texts, one of them printed twice, and a folder for a corpus of them."""
    pages = write_pages(tmp_path / "pages", [])
    for name, text, day in zip("abcd", TEXTS, DAYS, strict=True):
        headline, body = text.split("\n", 1)
        year, month, number = day.split("-")
        (pages / f"{name}.txt").write_text(f"{headline}\n{number}/{month}/{year}, 10:00 WIB\n{body}", encoding="utf-8")
    return pages, tmp_path / "corpus"


def test_a_corpus_tells_its_stories_and_why(bridges, quick):  # noqa: ARG001 -- it is there for what it does
    pages, corpus = bridges
    ingested(corpus, pages)
    (story,) = open_corpus(corpus).index.stories()
    told = story_lines(Shelf(corpus), story)
    assert told[0] == f"2 articles, 0 known outlets: {TEXTS[0].splitlines()[0]}"
    assert [line.split(":")[0] for line in told[1:3]] == [f"{pages}/a.txt", f"{pages}/b.txt"]
    assert told[2].endswith("tells of 2025-03-04")
    assert "alike with" in told[3]
    assert "Velnograd, Kolvich, Tirsk" in told[3]
    # A second call reads what the first one kept; a page more costs its own days.
    assert open_corpus(corpus).index.stories() == [story]
    (pages / "e.txt").write_text((pages / "a.txt").read_text("utf-8").replace("Tujuh", "Enam"), encoding="utf-8")
    ingested(corpus, pages)
    (story,) = open_corpus(corpus).index.stories()
    assert len(story.page_ids) == 3
    assert len(story.copies) == 1
    assert "also in" in "".join(story_lines(Shelf(corpus), story))


def test_stories_have_the_same_names_in_memory_and_on_disk(bridges, quick):  # noqa: ARG001 -- as above
    pages, corpus = bridges
    ingested(corpus, pages)
    read, stored = open_corpus(pages), open_corpus(corpus)
    first, other, *_ = (record.id for record in read.records)
    assert story_ids(read) == story_ids(stored) == {first: first, other: first}
    tables = open_tables(read, Selection(unit="stories"))
    assert unit_count(tables) == 3
    assert unit_count(reselect(open_tables(stored), Selection(unit="stories"))) == 3
    assert len(set(build_payload(read).articles.story)) == 3
    assert kernel_answers(stored).head.totals["stories"] == 3


def test_a_damaged_file_of_retellings_is_made_again(bridges, quick):  # noqa: ARG001 -- as above
    pages, corpus = bridges
    ingested(corpus, pages)
    stories = open_corpus(corpus).index.stories()
    for file in (corpus / "index").glob("retold-*"):
        file.write_bytes(file.read_bytes()[:100])
    assert open_corpus(corpus).index.stories() == stories
