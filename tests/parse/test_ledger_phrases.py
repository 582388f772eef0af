import pytest

from workbench.parse.phrase_rules import RULES, PhraseRule
from workbench.parse.phrases import phrase_rule


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_matches_its_hit(rule: PhraseRule) -> None:
    assert phrase_rule(rule.hit) is rule


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_leaves_its_near_miss(rule: PhraseRule) -> None:
    assert phrase_rule(rule.miss) is not rule


def test_rule_ids_are_unique() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_label_of_a_rule_leads_to_it_or_to_an_earlier_rule(rule: PhraseRule) -> None:
    order = [known.id for known in RULES]
    for label in rule.labels:
        found = phrase_rule(label)
        assert found is not None
        assert rule.id == found.id or label in found.labels, (label, order.index(found.id))
