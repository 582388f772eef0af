import pytest

from workbench.cli_shared import counted


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (counted(0, "page"), "0 pages"),
        (counted(1, "page"), "1 page"),
        (counted(2_160, "page"), "2,160 pages"),
        (counted(1, "story", "stories"), "1 story"),
        (counted(2, "story", "stories"), "2 stories"),
    ],
)
def test_one_is_one_and_others_are_several(said, words):
    assert said == words
