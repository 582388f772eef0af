"""What the exports share: the page's name as a URN, a stated day, and the words of a span."""

from workbench.article import DateValue
from workbench.record import Record
from workbench.span import Span


def page_urn(record: Record) -> str:
    """Return the page's content hash as a URN (``urn:sha256:…``); stable wherever the file lies."""
    return f"urn:{record.content_hash}"


def wikidata_uri(qid: str) -> str:
    """Return the identifier of a Wikidata item as Wikidata writes it."""
    return f"http://www.wikidata.org/entity/{qid}"


def stated_day(value: DateValue | None) -> str | None:
    """Return the day of a stated date as ``YYYY-MM-DD`` (``YYYY-MM`` where that is all there is), or None."""
    return None if value is None or value.basis != "stated" else value.value[:10]


def words(record: Record, span: Span | None) -> str | None:
    """Return the characters of `span` in the record's text, or None."""
    return None if span is None else span.of(record.text)


def title(record: Record) -> str | None:
    """Return the headline as printed, or else as markup or a column states it, or None; a window's title says more."""
    claimed = (claim.value for claim in record.claims if claim.field == "headline" and claim.origin != "title")
    return words(record, record.headline) or next(claimed, None)


def author_names(record: Record) -> list[str]:
    """Return the authors that the page prints, or else those whom markup or a column states."""
    printed = [author.name for author in record.authors]
    claimed = (claim.value.split(",") for claim in record.claims if claim.field == "author")
    return printed or [name.strip() for names in claimed for name in names if name.strip()]


def body_text(record: Record) -> str:
    """Return the article's body lines as printed, one a paragraph."""
    return "\n\n".join(line.of(record.text) for line in record.lines if line.role == "body")


def sentence_at(record: Record, span: Span) -> int:
    """Return the 0-based number of the sentence in which `span` starts, or -1 outside all of them."""
    return next((n for n, sentence in enumerate(record.sentences) if sentence.start <= span.start < sentence.end), -1)
