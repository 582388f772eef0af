"""Whether words are something said, a clause, or a thing: what the rules of reported speech ask."""

import re

import msgspec

from workbench.codebook.cues import Words
from workbench.parse.alternation import any_of
from workbench.span import Span

FEWEST_WORDS_OF_CLAUSE = 2
_OPENING = re.compile(r"[\s,:]*(?:bahwa|kalau)?[\s,:]*")


class Telling(msgspec.Struct, frozen=True):
    """Words that tell what is said from what is not, compiled; see `build_telling`.

    Parameters
    ----------
    predicate
        What says something of a subject.
    handed_over
        A thing that is handed over, not said.
    reaction
        What a headline says of the speaker before its colon.
    """

    predicate: re.Pattern[str]
    handed_over: re.Pattern[str]
    reaction: re.Pattern[str]


def build_telling(words: Words) -> Telling:
    """Compile the words of a codebook that tell a clause from a thing."""
    return Telling(
        re.compile(
            rf"\b(?:{any_of(words.predicates)}"
            r"|(?!bersama\b)(?:me[mnlrwy]|meng|meny|ber|ter|di)[a-z]{3,}"
            # A noun as predicate: ``sidang itu sandiwara``.
            r"|(?:itu|ini|tersebut) "
            r"(?!(?:di|ke|dari|pada|untuk|yang|dengan|dalam|oleh|kepada|saat|dan|atau|serta|juga)\b)"
            # … or a word or two between marks, too short for a quotation.
            r"(?:[a-z]+\b|[\"“]?\x01{1,24}(?!\x01)))"
        ),
        re.compile(rf"(?:{any_of(words.handed_over)})\b", re.IGNORECASE),
        re.compile(rf"\s(?i:{any_of(words.reactions)})\b"),
    )


def trimmed(bare: str, start: int, end: int, *, fewest: int = FEWEST_WORDS_OF_CLAUSE) -> Span | None:
    """Return the words between, without blanks, commas and the ``bahwa`` that opens them; None where few are left."""
    opening = _OPENING.match(bare, start, end)
    start = opening.end() if opening else start
    while end > start and bare[end - 1] in ' \t\xa0,."“”':
        end -= 1
    words = bare[start:end].replace("\x01", "").split()
    return Span(start, end) if len(words) >= fewest else None
