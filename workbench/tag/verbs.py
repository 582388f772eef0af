"""Verbs of speech, compiled into three patterns: after the words, after the speaker, and in headlines."""

import re
from collections.abc import Iterable
from typing import Literal

import msgspec

from workbench.codebook.cues import SpeechVerb
from workbench.parse.alternation import any_case_of, any_of
from workbench.span import Span
from workbench.tag.matcher import Matcher, build_matcher


class VerbHit(Span, frozen=True):
    """A verb of speech as it stands in a text; `nya` is where a glued ``-nya`` stands, or None."""

    order: Literal["inverted", "active"]
    verb: SpeechVerb
    nya: Span | None


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
    forms
        Every form but those of headlines, for a whole text at once; `readings` says what each is.
    """

    inverted: re.Pattern[str]
    active: re.Pattern[str]
    headline: re.Pattern[str]
    forms: Matcher
    readings: tuple[tuple[Literal["inverted", "active"], SpeechVerb, int], ...]
    #: Forms that carry on what their speaker said before, and those that hand on what others say.
    carrying: frozenset[str]
    relaying: frozenset[str]

    def find(self, text: str) -> list[VerbHit]:
        """Return the verbs of speech in `text`, in text order."""
        found = []
        for start, end, index in self.forms.find(text):
            order, verb, stem = self.readings[index]
            nya = Span(start + stem, end) if start + stem < end else None
            found.append(VerbHit(start, start + stem, order, verb, nya))
        return found


def build_verbs(verbs: Iterable[SpeechVerb]) -> Verbs:
    """Compile verbs of speech; of two verbs with one form the first has it."""
    listed = tuple(verbs)
    inverted = any_case_of(form for verb in listed for form in verb.inverted)
    active = any_of(form for verb in listed if verb.takes != "object" for form in verb.active)
    headline = any_of(form for verb in listed for form in verb.headline)
    return Verbs(
        re.compile(rf"(?P<verb>{inverted})(?P<nya>nya)?\b"),
        # Active forms begin with me-, ber- and a few others: the first letters keep the search cheap.
        re.compile(rf"(?<![\w-])(?P<verb>{active})(?:nya)?\b(?!-)"),
        re.compile(rf"(?<![\w-])(?P<verb>{headline})\b(?!-)"),
        *_forms(listed),
        frozenset(form for verb in listed if verb.carries_on for form in (*verb.inverted, *verb.active)),
        frozenset(form for verb in listed if verb.relays for form in (*verb.inverted, *verb.active)),
    )


def _forms(
    verbs: Iterable[SpeechVerb],
) -> tuple[Matcher, tuple[tuple[Literal["inverted", "active"], SpeechVerb, int], ...]]:
    """Return a matcher for every form with and without ``-nya``, and what each form is; of equal ones the first."""
    readings: dict[str, tuple[Literal["inverted", "active"], SpeechVerb, int]] = {}
    for verb in verbs:
        for form in verb.active:
            readings.setdefault(form, ("active", verb, len(form)))
            if verb.judging:
                # ``Rina menyebutnya sebagai beban``
                readings.setdefault(f"{form}nya", ("active", verb, len(form) + len("nya")))
        for form in (*verb.inverted, *verb.judging):
            readings.setdefault(form, ("inverted", verb, len(form)))
            readings.setdefault(f"{form}nya", ("inverted", verb, len(form)))
        for form in verb.passive:
            readings.setdefault(form, ("inverted", verb, len(form)))
    readings |= {form.capitalize(): reading for form, reading in readings.items()}
    return build_matcher(tuple(readings)), tuple(readings.values())
