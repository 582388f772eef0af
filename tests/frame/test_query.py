import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.frame.query import parse_query

#: The explorer's client answers the same cases.
CASES = json.loads((Path(__file__).parents[1] / "explorer" / "query_cases.json").read_text("utf-8"))


@pytest.mark.parametrize(("query", "text", "is_answer"), CASES)
def test_a_query_is_answered_as_in_the_explorer(query, text, is_answer):
    tree = parse_query(query)
    assert (tree is None or tree.answered_by(text)) is is_answer


@given(st.text(alphabet='ab "()ANDORT', max_size=40))
def test_every_text_is_a_query(text):
    tree = parse_query(text)
    assert tree is None or tree.answered_by("a b") in {True, False}
