import pytest

from workbench.evaluate.facts import Comparison, Fact, Miss, misses, page_fact, score, set_facts


def facts(*values, line=None):
    return tuple(Fact(line, value) for value in values)


def test_facts_are_matched_one_to_one():
    (result,) = score([Comparison("m", "p", facts("a", "a", "b"), facts("a", "b", "b", "c"))])
    assert (result.n_expected, result.n_found, result.n_right) == (3, 4, 2)
    assert (result.precision, result.recall) == (0.5, pytest.approx(2 / 3))
    assert result.f1 == pytest.approx(4 / 7)


def test_the_same_words_on_another_line_are_another_fact():
    (result,) = score([Comparison("m", "p", facts("a", line=1), facts("a", line=2))])
    assert result.n_right == 0


def test_nothing_expected_and_nothing_found_has_no_shares():
    (result,) = score([set_facts("m", "p", [], [])])
    assert (result.precision, result.recall, result.f1) == (None, None, None)


def test_a_value_that_every_page_has_counts_as_right_or_wrong():
    (result,) = score([page_fact("date", "p", None, None), page_fact("date", "q", None, "2024-01-02")])
    assert result.precision == result.recall == result.f1 == 0.5


def test_measures_keep_the_order_in_which_they_come():
    assert [s.measure for s in score([set_facts("b", "p", [], []), set_facts("a", "p", [], [])])] == ["b", "a"]


def test_a_miss_on_each_side_of_one_line_is_one_miss():
    comparison = Comparison("role", "p", facts("body", line=3), facts("pull", line=3))
    assert misses([comparison]) == (Miss("role", "p", 3, "body", "pull"),)


def test_other_misses_stand_alone():
    comparison = Comparison("names", "p", facts("a", "b"), facts("c"))
    assert [(miss.expected, miss.found) for miss in misses([comparison])] == [("a", None), ("b", None), (None, "c")]
