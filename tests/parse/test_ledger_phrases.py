import pytest

from workbench.parse.fold import fold
from workbench.parse.openings import first_characters
from workbench.parse.phrase_rules import PhraseRule
from workbench.parse.phrases import RULES, phrase_rule


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_matches_its_hit(rule: PhraseRule) -> None:
    assert phrase_rule(rule.hit, fold(rule.hit)) is rule


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_leaves_its_near_miss(rule: PhraseRule) -> None:
    assert phrase_rule(rule.miss, fold(rule.miss)) is not rule


def test_rule_ids_are_unique() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_label_of_a_rule_leads_to_it_or_to_an_earlier_rule(rule: PhraseRule) -> None:
    order = [known.id for known in RULES]
    for label in rule.labels:
        found = phrase_rule(label, label)
        assert found is not None
        assert rule.id == found.id or label in found.labels, (label, order.index(found.id))


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("foto_delegasi_02", "menu"),
        ("DSC0042.jpg", "menu"),
        ("delegasi-dagang-tiba-di-pelabuhan", "menu"),
        ("Koran Contoh - Portal Berita Dagang", "menu"),
        ("Koran Contoh. All Rights Reserved", "small-print"),
        ("IHSG 7.021,3 -0,4%", "menu"),
    ],
)
def test_a_line_is_known_by_what_it_holds(line: str, rule: str) -> None:
    found = phrase_rule(line, fold(line))
    assert found is not None
    assert found.id == rule


def test_the_first_characters_of_an_opening_are_read_from_its_groups() -> None:
    assert first_characters(r"(?:\d+\. ?)?(?:buka|(?:ke )?menu)\b") == set("0123456789bkm")
    assert first_characters(r"\W{0,3}tag") == {" ", "t"}
    assert first_characters(r"\[ ?baca") == {" "}


@pytest.mark.parametrize("opening", [r".{0,9}tag", r"[ab]c", r"a?b", r"\w+", "(?:a|b"])
def test_an_opening_that_may_begin_with_anything_is_refused(opening: str) -> None:
    with pytest.raises(ValueError, match="opening"):
        first_characters(opening)
