"""Recognises lines by fixed wording."""

import re
from collections.abc import Mapping, Sequence

from workbench.parse.appeal_rules import APPEALS
from workbench.parse.furniture_words import LONGEST, furniture_rule
from workbench.parse.openings import by_first_character, first_key
from workbench.parse.phrase_rules import FURNITURE, PhraseRule

#: All rules; where two fit a line, the earlier decides.
RULES = (*FURNITURE, *APPEALS)

#: Labels are short; a line longer than a heading bears the wording of few rules only, and titles end somewhere.
_LABEL, _HEADING, _TITLE = 60, 140, 120
#: Wording that tells stands this near to the start of a line.
_REACH = 240
_LONG_RULES = frozenset({"pull-label", "next-page", "advert", "appeal", "small-print"})
_LINKS = frozenset({"pull-label", "related-label"})
#: A sentence that goes on behind ``Baca juga`` is longer than this.
_SENTENCE = 50


def _openings(rules: Sequence[PhraseRule]) -> Mapping[str, re.Pattern[str]]:
    return by_first_character((f"r{RULES.index(rule)}", opening) for rule in rules for opening in rule.openings)


_BY_ID = {rule.id: rule for rule in RULES}
_LABELS = {label: rule for rule in RULES for label in rule.labels}
_SHORT = _openings(RULES)
_LONG = _openings([rule for rule in RULES if rule.id in _LONG_RULES])
_HOLDING = [(needle, re.compile(pattern), rule) for rule in RULES for needle, pattern in rule.holding]
_LONG_HOLDING = [held for held in _HOLDING if held[2].id in _LONG_RULES]
_EDGES = re.compile(r"^\W+|\W+$")


def phrase_rule(text: str, folded: str) -> PhraseRule | None:
    """Return the rule whose wording a line bears, or None; prose that merely begins alike has none.

    Parameters
    ----------
    text
        The line.
    folded
        The same in lower case.

    Examples
    --------
    >>> phrase_rule("BACA JUGA: Menlu Bahas Kuota Beasiswa", "baca juga: menlu bahas kuota beasiswa").id
    'pull-label'
    """
    if len(text) <= _LABEL:
        whole = _LABELS.get(folded if folded[0].isalnum() and folded[-1].isalnum() else _EDGES.sub("", folded))
        if whole is not None:
            return whole
    patterns = (_SHORT if len(text) <= _HEADING else _LONG).get(first_key(folded))
    found = patterns.match(folded, 0, _REACH) if patterns else None
    if found is None:
        return _held(text, folded)
    rule = RULES[int((found.lastgroup or "r0")[1:])]
    if rule.id == "next-part":
        return rule if _is_title(text, found.end()) else None
    return None if rule.id in _LINKS and _reads_on(text, found.end()) else rule


def _held(text: str, folded: str) -> PhraseRule | None:
    for needle, pattern, rule in _HOLDING if len(text) <= _HEADING else _LONG_HOLDING:
        if needle in folded and pattern.match(folded, 0, _REACH):
            return rule
    if len(text) > LONGEST:
        return None
    worded = furniture_rule(text)
    return _BY_ID[worded] if worded else None


def _is_title(text: str, end: int) -> bool:
    return text[end].isupper() and text[-1] not in '.!?,:;"”' and len(text) < _TITLE


def _reads_on(text: str, end: int) -> bool:
    """Say whether a sentence simply goes on in lower case after the phrase and closes with a full stop."""
    rest = text[end:].lstrip()
    return bool(rest) and rest[0].islower() and text.endswith(".") and len(text) > _SENTENCE
