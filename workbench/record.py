"""A record: an article with its tags, and its public form (``docs/record.md``)."""

from collections.abc import Iterable
from typing import Final, Literal

import msgspec

from workbench.article import Article, Dateline
from workbench.span import Span

SCHEMA: Final = "workbench.article/1"

EntityType = Literal["person", "organisation", "country", "place", "collective"]
Modality = Literal["actual", "future", "hypothetical", "negation", "historical"]


class AgencyCredit(Span, frozen=True):
    """A news organisation that the page credits for words or for a picture; the span is its name as printed."""

    id: str
    name: str
    relation: Literal["credited", "photo"]
    rule: str


class Mention(Span, frozen=True):
    """A known actor, named or meant; `resolution` says how it was recognised."""

    entity: str
    name: str
    qid: str | None
    type: EntityType
    resolution: Literal["name", "description", "pronoun"]
    rule: str


class Name(Span, frozen=True):
    """A proper name, in the codebook or not."""

    label: Literal["PER", "ORG", "LOC"]
    rule: str


def mentions_told(mentions: Iterable[Mention], filed: Dateline | None) -> tuple[Mention, ...]:
    """Return `mentions` without that of the place where a report was filed."""
    return tuple(one for one in mentions if filed is None or not filed.overlaps(one))


#: What the name of a speaker begins with of whom the page gives only what they are.
ROLE: Final = "role: "


class Speaker(Span, frozen=True):
    """Who is quoted; the span is the words that say so (``dia``, ``Eismont``).

    Parameters
    ----------
    name
        Of a person the canonical full name, or the fullest form that the article prints; of a medium its canonical
        name; of another body or a state the fullest name that the article prints; ``role: …`` for somebody unnamed.
    entity
        Id in the codebook, or None: what groups one speaker's words over articles.
    """

    name: str
    entity: str | None


class Hop(Span, frozen=True):
    """One step of words on their way from speaker to publisher; the span is the words that say so."""

    provider: str
    relation: str
    rule: str


class Quote(msgspec.Struct, frozen=True, omit_defaults=True):
    """Speech in an article; `content` is without the quote marks.

    Parameters
    ----------
    also
        Who says a quotation together with its speaker; reported speech of several stands once for each instead.
    """

    kind: Literal["direct", "indirect", "mixed"]
    content: Span
    speaker: Speaker | None
    cue: Span | None
    attribution_chain: tuple[Hop, ...]
    rule: str
    also: tuple[Speaker, ...] = ()

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        """All who say it, its first speaker first; none where the page does not say."""
        return () if self.speaker is None else (self.speaker, *self.also)


class TimeExpression(Span, frozen=True):
    """An expression of time in article text; `value` as in TimeML TIMEX3."""

    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    rule: str


class Term(Span, frozen=True):
    """Words that fired a rule."""

    rule: str


class Theme(Span, frozen=True):
    """A sentence that asserts a theme, with the terms that fired."""

    concept: str
    terms: tuple[Term, ...]


class Sanction(Span, frozen=True):
    """A sentence or clause about a restrictive measure; actors by their ids in the codebook."""

    authority: tuple[str, ...]
    recipient: tuple[str, ...]
    instrument: str | None
    status: str | None
    modality: Modality
    rule: str


class MilitaryCooperation(Span, frozen=True):
    """A sentence or clause about what armed forces or arms industries do together; actors by their ids.

    `kind` is ``exercise``, ``deployment-transit``, ``basing``, ``arms-supply``, ``joint-production``, ``training``,
    ``nuclear-sharing``, ``treaty``, ``consultation``, or ``general`` where the sentence does not say which.
    """

    kind: str
    actors: tuple[str, ...]
    equipment: tuple[str, ...]
    place: str | None
    status: str | None
    modality: Modality
    rule: str


class Number(Span, frozen=True):
    """A quantity as a value; the span is the words that state it, unit included.

    Parameters
    ----------
    value
        The figure, scaled (``1,5 juta`` is 1500000.0); None where the words give only a magnitude (``ribuan``).
    upper
        The other end of a range (``10 hingga 12 persen``), else None.
    unit
        ``%``, ``times``, an ISO 4217 code (``IDR``, ``USD``) or the noun that is counted, as printed; None if bare.
    qualifier
        How `value` is to be read; ``magnitude`` means tens, hundreds, … of it (``ratusan ribu``: 100000.0 and more).
    """

    value: float | None
    upper: float | None
    unit: str | None
    qualifier: Literal["exact", "about", "at-least", "at-most", "more-than", "less-than", "magnitude"]
    rule: str


class Commitment(Span, frozen=True):
    """A sentence in which actors bind themselves, or keep or break their word; `cue` is the words that say so."""

    state: Literal["promised", "agreed", "signed", "delivered", "contradicted"]
    actors: tuple[str, ...]
    cue: Span
    modality: Modality
    rule: str


class Background(Span, frozen=True):
    """A sentence that retells history, so that counts of events can leave it out; `cue` is the words that show it."""

    cue: Span
    rule: str


class CodebookStamp(msgspec.Struct, frozen=True):
    """Which codebook made the tags."""

    name: str
    version: str
    hash: str


class Record(Article, frozen=True, kw_only=True):
    """One article with its tags; what ``workbench parse`` writes, one JSON object a line.

    Offsets are half-open, in code points of `text`. Unknown is None.
    """

    schema: Literal["workbench.article/1"] = SCHEMA
    agencies: tuple[AgencyCredit, ...]
    mentions: tuple[Mention, ...]
    names: tuple[Name, ...]
    quotes: tuple[Quote, ...]
    dates: tuple[TimeExpression, ...]
    themes: tuple[Theme, ...]
    sanctions: tuple[Sanction, ...]
    military_cooperation: tuple[MilitaryCooperation, ...]
    numbers: tuple[Number, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    background: tuple[Background, ...] = ()
    processing_agent: str
    codebook: CodebookStamp

    @property
    def told_mentions(self) -> tuple[Mention, ...]:
        """The mentions without that of the place where the report was filed, of which it need not tell."""
        return mentions_told(self.mentions, self.dateline)
