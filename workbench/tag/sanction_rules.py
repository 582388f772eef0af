"""The codebook's words and relations of sanctions, compiled."""

import re
from collections.abc import Sequence

import msgspec

from workbench.codebook.affixes import affixed
from workbench.codebook.events import ClauseWords, SanctionFrames, Slot
from workbench.parse.alternation import any_of
from workbench.tag.clauses import one_of
from workbench.tag.rulebook import Group, RuleBook


class SanctionRules(msgspec.Struct, frozen=True):
    """The frames of ``sanctions.yaml``, compiled."""

    theme: str
    prepositions: tuple[tuple[str, Slot], ...]
    settings: re.Pattern[str]
    grounds: re.Pattern[str]
    turns: re.Pattern[str]
    stays: re.Pattern[str]
    goes_on: re.Pattern[str]
    reasons: re.Pattern[str]
    decisions: re.Pattern[str]
    attitudes: re.Pattern[str]
    described: Group
    relations: Group
    statuses: Group
    instruments: Group


def build_sanction_rules(frames: SanctionFrames, clauses: ClauseWords, book: RuleBook) -> SanctionRules:
    """Look up the rules of `frames` in `book`, and compile its words with those at which `clauses` end."""
    auxiliaries = rf"(?:{one_of(clauses.auxiliaries)}\s+)?"
    words = tuple((word, slot) for slot, listed in frames.prepositions.items() for word in listed)
    return SanctionRules(
        frames.theme,
        words,
        # "G7 di Hiroshima (Jepang)": where it happens, or whose example is followed, is not who does it.
        re.compile(
            rf"(?:(?:{one_of((*frames.place_words, *frames.followed))}|\byang\s+di[a-z]{{4,}}(?:\s+oleh)?)\s+|\()$"
        ),
        # "atas invasinya ke Ukraina": the place of the deed that is punished is not the punished.
        re.compile(
            rf"\b(?:{any_of(frames.deeds) or '(?!)'})\w*\s+(?:\w+\s+)?(?:di|ke|melawan|terhadap|dengan)\s+$|"
            rf"{one_of(frames.crises)}\s+(?:di\s+)?$"
        ),
        re.compile(rf"[;:\"“”]|{one_of((*clauses.conjunctions, *frames.turns))}"),
        re.compile(rf"{one_of(clauses.subordinating)}\s+{auxiliaries}"),
        re.compile(rf"\s+{one_of(clauses.coordinating)}\s+{auxiliaries}me[a-z]+"),
        re.compile(one_of(frames.reasons)),
        re.compile(_any_form(frames.decisions)),
        # Up to the words of the relation; "mengecam Minsk dan menjatuhkan sanksi" is one subject's two deeds.
        re.compile(rf"{_any_form(frames.attitudes)}(?:(?!\b(?:dan|dengan|lalu|serta|kemudian)\b)[^,;])*$"),
        book.group(frames.described),
        book.group(frames.relations),
        book.group(frames.statuses),
        book.group(frames.instruments),
    )


def _any_form(roots: Sequence[str]) -> str:
    return rf"\b(?!di)(?:{'|'.join(map(affixed, roots)) or '(?!)'})\b"
