"""An article: what a page says, every line with its role and the reason for it."""

from typing import Literal

import msgspec

from workbench.page import Claim
from workbench.span import Span

Role = Literal[
    "headline",
    "kicker",
    "byline",
    "timestamp",
    "standfirst",
    "caption",
    "body",
    "pull",
    "related",
    "navigation",
    "promo",
    "footer",
]

#: The roles whose text is the article's own. Facts and tags come from these lines alone.
ARTICLE_ZONE: frozenset[Role] = frozenset({"headline", "standfirst", "caption", "body"})


class Line(Span, frozen=True):
    r"""A non-blank line of a page, or a part of one where two roles share it.

    Parameters
    ----------
    line
        0-based index of the line in ``text.split("\n")``.
    role
        What the line is for.
    reason
        Id of the rule that decided.
    """

    line: int
    role: Role
    reason: str


class DateValue(msgspec.Struct, frozen=True):
    """A date that the page states or that follows from what it states.

    Parameters
    ----------
    value
        ISO 8601: ``2022-07-01T21:15+07:00``, ``2023-04-06`` or ``2023-04``; an offset only where the page gives a zone.
    precision
        How exact `value` is.
    basis
        ``stated`` by the page, or ``inferred`` (for a publication: the earliest day on which it can have been).
    rule
        Id of the rule that decided.
    evidence
        The words that it rests on, in text order; empty where only markup states the date.
    """

    value: str
    precision: Literal["minute", "day", "month"]
    basis: Literal["stated", "inferred"]
    rule: str
    evidence: tuple[Span, ...]


class Contributor(Span, frozen=True):
    """An author or editor: the name in title case, and where it is printed."""

    name: str


class Dateline(Span, frozen=True):
    """The place of filing; the span is the place as printed."""

    place: str


class Publisher(msgspec.Struct, frozen=True):
    """The outlet that printed the article.

    Parameters
    ----------
    id
        Its key in the codebook, or one made of the name that markup or a column states.
    name
        Its name in the codebook, or as stated there.
    """

    id: str
    name: str


class Notice(msgspec.Struct, frozen=True):
    """Something about the page that a reader should know, with the words that show it.

    Parameters
    ----------
    code
        Stable id: ``date-conflict``, ``weekday-mismatch``, ``repeated-paragraph``, ``not-indonesian`` and the like.
    message
        One English sentence.
    evidence
        The words that it rests on, in text order; may be empty.
    """

    code: str
    message: str
    evidence: tuple[Span, ...] = ()


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """What one page says, before tagging.

    Parameters
    ----------
    id
        16 hexadecimal digits from the content; equal for exact copies.
    path, content_hash, url
        See `Page`.
    language
        ISO 639-1 code (``id``, ``ms``, ``en``), or None where the text is too short to say.
    is_article
        False for index, tag and search pages.
    text
        The page's text, unchanged.
    lines
        Every non-blank line in text order.
    sentences
        The sentences of the article zone in text order, never across two paragraphs; what is too long for a sentence is
        cut at blanks.
    event_dates, image_dates
        When what is reported happened, and when a picture was taken; never mixed with publication.
    claims
        What markup or columns state of headline, authors, publisher and language, and no words of the page do.
    """

    id: str
    path: str
    content_hash: str
    url: str | None = None
    language: str | None
    is_article: bool
    text: str
    lines: tuple[Line, ...]
    sentences: tuple[Span, ...]
    headline: Span | None = None
    alternative_headline: Span | None = None
    date_published: DateValue | None = None
    date_modified: DateValue | None = None
    date_retrieved: DateValue | None = None
    event_dates: tuple[DateValue, ...] = ()
    image_dates: tuple[DateValue, ...] = ()
    authors: tuple[Contributor, ...] = ()
    editors: tuple[Contributor, ...] = ()
    publisher: Publisher | None = None
    dateline: Dateline | None = None
    notices: tuple[Notice, ...] = ()
    claims: tuple[Claim, ...] = ()
