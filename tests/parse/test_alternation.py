"""Tests of patterns for lists of words."""

import re

from workbench.parse.alternation import any_case_of, any_of, whole_words

WORDS = ("kata", "kata dia", "katanya", "kini", "c.q.", "kini")


def test_every_word_matches_whole() -> None:
    pattern = re.compile(any_of(WORDS))
    assert [pattern.fullmatch(word) is not None for word in WORDS] == [True] * len(WORDS)


def test_the_longest_word_that_fits_matches() -> None:
    found = re.match(rf"(?:{any_of(WORDS)})\b", "kata dia lagi")
    assert found is not None
    assert found[0] == "kata dia"


def test_shared_beginnings_and_marks_are_no_words() -> None:
    pattern = re.compile(any_of(WORDS))
    assert [pattern.fullmatch(word) for word in ("k", "kat", "cxqx", "kata dian")] == [None] * 4


def test_words_match_in_whatever_case() -> None:
    pattern = re.compile(any_case_of((*WORDS, "a")))
    assert all(pattern.fullmatch(form) for word in WORDS for form in (word, word.upper(), word.capitalize()))
    assert pattern.fullmatch("A") is not None
    assert pattern.fullmatch("kat") is None


def test_whole_words_are_no_parts_of_others() -> None:
    pattern = re.compile(whole_words(WORDS))
    assert [found[0] for found in pattern.finditer("Kata dia, KINI; sekata, kinian, (kata) 3kini")] == [
        "Kata dia",
        "KINI",
        "kata",
    ]
