"""Recognises lines by fixed wording."""

import re
from collections.abc import Sequence

from workbench.parse.fold import fold
from workbench.parse.phrase_rules import RULES, PhraseRule

#: Labels are short; a line longer than a heading bears the wording of few rules only, and titles end somewhere.
_LABEL, _HEADING, _TITLE = 60, 140, 120
_LONG_RULES = frozenset({"pull-label", "next-page", "advert", "appeal", "small-print"})
_LINKS = frozenset({"pull-label", "related-label"})
#: A sentence that goes on behind ``Baca juga`` is longer than this.
_SENTENCE = 50


def _openings(rules: Sequence[PhraseRule]) -> re.Pattern[str]:
    return re.compile(
        "|".join(f"(?P<r{RULES.index(rule)}>{'|'.join(rule.openings)})" for rule in rules if rule.openings)
    )


_LABELS = {label: rule for rule in RULES for label in rule.labels}
_SHORT = _openings(RULES)
_LONG = _openings([rule for rule in RULES if rule.id in _LONG_RULES])
_EDGES = re.compile(r"^\W+|\W+$")


def phrase_rule(text: str) -> PhraseRule | None:
    """Return the rule whose wording `text` bears, or None; prose that merely begins alike has none.

    Examples
    --------
    >>> phrase_rule("BACA JUGA: Menlu Bahas Kuota Beasiswa").id
    'pull-label'
    """
    folded = fold(text[:240])
    if len(text) <= _LABEL:
        whole = _LABELS.get(_EDGES.sub("", folded))
        if whole is not None:
            return whole
    found = (_SHORT if len(text) <= _HEADING else _LONG).match(folded)
    if found is None:
        return None
    rule = RULES[int((found.lastgroup or "r0")[1:])]
    if rule.id == "next-part":
        return rule if _is_title(text, found.end()) else None
    return None if rule.id in _LINKS and _reads_on(text, found.end()) else rule


def _is_title(text: str, end: int) -> bool:
    return text[end].isupper() and text[-1] not in '.!?,:;"”' and len(text) < _TITLE


def _reads_on(text: str, end: int) -> bool:
    """Say whether a sentence simply goes on in lower case after the phrase and closes with a full stop."""
    rest = text[end:].lstrip()
    return bool(rest) and rest[0].islower() and text.endswith(".") and len(text) > _SENTENCE
