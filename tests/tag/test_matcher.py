from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from workbench.parse.fold import fold
from workbench.tag.matcher import build_matcher

ALPHABET = st.text(alphabet="ab İé\u0301🙂.-A", max_size=40)


def test_the_longest_match_wins_from_the_left():
    matcher = build_matcher(["Rusia", "Presiden Rusia", "Rusia Bersatu"])
    assert matcher.find("Presiden Rusia Bersatu") == [(0, 14, 1)]


def test_a_longer_pattern_that_breaks_at_its_boundary_leaves_the_shorter_one():
    assert build_matcher(["Minsk", "Minsk di"]).find("Minsk dini hari") == [(0, 5, 0)]


def test_words_match_whole():
    assert build_matcher(["AS"]).find("ASEAN dan PAS, tetapi AS") == [(22, 24, 0)]


def test_punctuation_bounds_words():
    assert [m[:2] for m in build_matcher(["Rusia"]).find("(Rusia) pro-Rusia. Rusia,")] == [(1, 6), (12, 17), (19, 24)]


def test_offsets_count_code_points():
    text = "🙂é Putin"
    (start, end, _), *_ = build_matcher(["Putin"]).find(text)
    assert text[start:end] == "Putin"


def test_a_folded_matcher_ignores_case_and_keeps_offsets():
    text = "İİ PRESIDEN rusia"
    (start, end, _), *_ = build_matcher(["Presiden Rusia"], folded=True).find(text)
    assert text[start:end] == "PRESIDEN rusia"


def test_a_name_may_have_a_clitic_or_a_word_that_lost_its_blank_glued_to_it():
    matcher = build_matcher(["Belarus", "Minsk", "AS"])
    assert matcher.find("Belarussepenuhnya siap, Minsklah buktinya") == [(0, 7, 0), (24, 29, 1)]
    assert matcher.find("Minskaya, ASdan, Belarusianto") == []


def test_no_patterns_no_matches():
    assert build_matcher([]).find("apa pun") == []


@given(ALPHABET)
def test_folding_keeps_length(text):
    assert len(fold(text)) == len(text)


@given(ALPHABET, st.lists(st.text(alphabet="abA ", min_size=1, max_size=4), max_size=5))
def test_matches_spell_their_patterns_in_order_without_overlap(text, patterns):
    matches = build_matcher(patterns).find(text)
    assert all(text[start:end] == patterns[i] for start, end, i in matches)
    assert all(before[1] <= after[0] for before, after in pairwise(matches))
