"""Small articles for the tests of the tagger."""

from functools import cache

from workbench.article import Article, DateValue, Line
from workbench.codebook import load_codebook
from workbench.parse.sentences import split_sentences
from workbench.record import Record
from workbench.span import Span
from workbench.tag import Tagger, build_tagger, tag_article


@cache
def shipped_tagger() -> Tagger:
    return build_tagger(load_codebook(), names="rules")


@cache
def full_tagger() -> Tagger:
    return build_tagger(load_codebook())


def article_of(*paragraphs: str, headline: str | None = None, on: str | None = "2023-04-06", **roles: str) -> Article:
    """Make an article of a headline and body paragraphs; `roles` puts lines of other roles behind."""
    parts = [*((("headline", headline),) if headline else ()), *(("body", text) for text in paragraphs), *roles.items()]
    text = "\n".join(words for _, words in parts)
    lines, at = [], 0
    for number, (role, words) in enumerate(parts):
        lines.append(Line(at, at + len(words), number, role, "test"))
        at += len(words) + 1
    zone = [line for line in lines if line.role in ("headline", "body", "caption", "standfirst")]
    return Article(
        id="0" * 16,
        path="test.txt",
        content_hash="sha256:0",
        language="id",
        is_article=True,
        text=text,
        lines=tuple(lines),
        sentences=tuple(span for line in zone for span in split_sentences(text, line)),
        headline=Span(lines[0].start, lines[0].end) if headline else None,
        date_published=DateValue(on, "day", "stated", "test", ()) if on else None,
    )


def record_of(*paragraphs: str, headline: str | None = None, on: str | None = "2023-04-06", **roles: str) -> Record:
    return tag_article(article_of(*paragraphs, headline=headline, on=on, **roles), shipped_tagger())


def quotes_in(record: Record) -> list[tuple[str, str, str | None]]:
    """Return kind, words and speaker of each quotation."""
    return [(q.kind, q.content.of(record.text), q.speaker.name if q.speaker else None) for q in record.quotes]
