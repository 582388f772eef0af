"""The columns of a payload: a row is a piece of evidence, with the tag that it is evidence for."""

from typing import Literal

import msgspec

from workbench.explorer.vocabulary import Office, Terms


class Rows(msgspec.Struct, frozen=True, kw_only=True):
    """Rows in text order; columns are parallel.

    Parameters
    ----------
    gap
        First piece of the evidence, as the difference from the row before.
    n
        How many pieces it covers.
    rule
        Number of the rule.
    """

    gap: tuple[int, ...]
    n: tuple[int, ...]
    rule: tuple[int, ...]


class ArticleRows(Rows, frozen=True, kw_only=True):
    """One row an article, in the order of publication, undated ones last; the evidence is the headline.

    `day` counts from 1970-01-01; `story` and `origin` are numbers that only tell articles apart or alike.
    """

    id: tuple[str, ...]
    path: tuple[str, ...]
    url: tuple[str | None, ...]
    headline: tuple[str | None, ...]
    publisher: tuple[int, ...]
    published: tuple[str | None, ...]
    day: tuple[int | None, ...]
    basis: tuple[str | None, ...]
    authors: tuple[tuple[str, ...], ...]
    place: tuple[str | None, ...]
    language: tuple[str | None, ...]
    story: tuple[int, ...]
    origin: tuple[int, ...]


class MentionRows(Rows, frozen=True, kw_only=True):
    """Mentions of known actors."""

    entity: tuple[int, ...]


class QuoteRows(Rows, frozen=True, kw_only=True):
    """Quotations: all who say each, those of them that are actors, the media that passed it on, nearest them first."""

    kind: tuple[str, ...]
    speaker: tuple[tuple[int, ...], ...]
    entity: tuple[tuple[int, ...], ...]
    chain: tuple[tuple[int, ...], ...]


class AgencyRows(Rows, frozen=True, kw_only=True):
    """Credits to media, for words or a picture."""

    agency: tuple[int, ...]
    credit: tuple[str, ...]


class ThemeRows(Rows, frozen=True, kw_only=True):
    """Sentences that assert a theme."""

    concept: tuple[int, ...]


class SanctionRows(Rows, frozen=True, kw_only=True):
    """Statements on restrictive measures."""

    authority: tuple[tuple[int, ...], ...]
    recipient: tuple[tuple[int, ...], ...]
    instrument: tuple[str | None, ...]
    status: tuple[str | None, ...]
    modality: tuple[str, ...]


class CooperationRows(Rows, frozen=True, kw_only=True):
    """Statements on military cooperation."""

    kind: tuple[str, ...]
    actors: tuple[tuple[int, ...], ...]
    equipment: tuple[tuple[int, ...], ...]
    place: tuple[int, ...]
    status: tuple[str | None, ...]
    modality: tuple[str, ...]


class CommitmentRows(Rows, frozen=True, kw_only=True):
    """Sentences in which actors bind themselves, or keep or break their word."""

    state: tuple[str, ...]
    actors: tuple[tuple[int, ...], ...]
    modality: tuple[str, ...]


class EventRows(Rows, frozen=True, kw_only=True):
    """Days on which what is reported happened."""

    day: tuple[int, ...]
    basis: tuple[str, ...]


class DatelineRows(Rows, frozen=True, kw_only=True):
    """Places of filing; `town` is a place of the codebook, or one as printed."""

    town: tuple[int, ...]


class PassageRows(msgspec.Struct, frozen=True, kw_only=True):
    """Sentences in text order, and the pieces of all of them in one list."""

    article: tuple[int, ...]
    line: tuple[int, ...]
    role: tuple[str, ...]
    n: tuple[int, ...]
    pieces: tuple[str, ...]


class Spot(msgspec.Struct, frozen=True):
    """Where a place lies, in degrees, and what the point stands for."""

    lat: float
    lon: float
    extent: Literal["site", "area", "state"]


class Vocabulary(msgspec.Struct, frozen=True, kw_only=True):
    """What the numbers in the columns stand for."""

    publisher: Terms
    agency: Terms
    entity: Terms
    speaker: Terms
    provider: Terms
    concept: Terms
    equipment: Terms
    rule: Terms
    town: Terms
    offices: tuple[Office, ...]
