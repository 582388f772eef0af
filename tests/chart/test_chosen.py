"""What a selection asks for, in words."""

from datetime import date

import pytest
from hand_made import small_corpus

from workbench.chart.chosen import selection_words
from workbench.frame import Selection, build_tables, select_tables

TABLES = build_tables(small_corpus())


@pytest.mark.parametrize(
    ("selection", "words"),
    [
        (Selection(), "no filter"),
        (Selection(lang="id"), "tanpa saringan"),
        (
            Selection(date_from=date(2022, 1, 1), text='"harga gandum"', unit="stories"),
            'From: 2022-01-01; Text: "harga gandum"; Count: stories',
        ),
        (
            Selection(not_actors=("nobody-known", "x"), include_undated=False),
            "not Actors: nobody known, x; undated articles left out",
        ),
        (Selection(themes=("sanctions",), lang="id"), "Tema: sanctions"),
    ],
)
def test_a_selection_is_told_in_words(selection, words):
    assert selection_words(selection, select_tables(TABLES, selection)) == words
