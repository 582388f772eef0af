"""Layouts met after the others: each rule with a line that it must read and one that looks alike."""

import pytest
from parse_builders import LEDE, SECOND, TITLE, article, roles


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Senin, 3 Mei 2021 | 10:15 WITA", "2021-05-03T10:15+08:00"),
        ("Senin, 3 Mei 2021 | 10:15 WIT", "2021-05-03T10:15+09:00"),
    ],
)
def test_a_zone_is_read_to_its_last_letter(line: str, value: str) -> None:
    found = article(TITLE, line, "", LEDE, SECOND).date_published
    assert found is not None
    assert found.value == value


def test_what_is_glued_to_a_zone_is_cut_off() -> None:
    found = article(TITLE, "Senin, 3 Mei 2021 | 10:15 WITABagikan", "", LEDE, SECOND)
    assert {role for words, role in roles(found).items() if words.startswith("Senin")} == {"timestamp"}
    assert found.date_published is not None
    assert found.date_published.value == "2021-05-03T10:15+08:00"
