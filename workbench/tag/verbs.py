"""Verbs of speech, compiled into three patterns: after the words, after the speaker, and in headlines."""

import re
from collections.abc import Iterable

import msgspec

from workbench.codebook.cues import SpeechVerb


class Verbs(msgspec.Struct, frozen=True):
    """A codebook's verbs of speech; each form leads back to its rule.

    Parameters
    ----------
    inverted
        Matches a form that follows the words (group ``verb``), with a glued ``-nya`` (group ``nya``).
    active
        Matches a form that follows the speaker (group ``verb``).
    headline
        As `active`, with the capital that headlines give it.
    by_form
        Folded form to its verb.
    """

    inverted: re.Pattern[str]
    active: re.Pattern[str]
    headline: re.Pattern[str]
    by_form: dict[str, SpeechVerb]


def build_verbs(verbs: Iterable[SpeechVerb]) -> Verbs:
    """Compile verbs of speech; of two verbs with one form the first has it."""
    listed = tuple(verbs)
    by_form: dict[str, SpeechVerb] = {}
    for verb in listed:
        for form in (*verb.inverted, *verb.active, *verb.headline):
            by_form.setdefault(form.lower(), verb)
    inverted = _either(form for verb in listed for form in verb.inverted)
    active = _either(form for verb in listed for form in verb.active)
    headline = _either(form for verb in listed for form in verb.headline)
    return Verbs(
        re.compile(rf"(?P<verb>(?i:{inverted}))(?P<nya>nya)?\b"),
        # Active forms begin with me-, ber- and a few others: the first letters keep the search cheap.
        re.compile(rf"(?<![\w-])(?P<verb>{active})(?:nya)?\b(?!-)"),
        re.compile(rf"(?<![\w-])(?P<verb>{headline})\b(?!-)"),
        by_form,
    )


def _either(forms: Iterable[str]) -> str:
    longest_first = sorted(dict.fromkeys(forms), key=len, reverse=True)
    return "|".join(re.escape(form) for form in longest_first)
