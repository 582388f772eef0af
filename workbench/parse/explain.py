"""Shows the ledger of an article in a terminal, and what the page says of itself."""

from collections.abc import Iterator

from workbench.article import Article, DateValue
from workbench.shown import on_terminal

#: Room that the columns before the words take.
_COLUMNS = 43
_WIDTH = 100 + _COLUMNS


def explain_article(article: Article, *, width: int = _WIDTH) -> Iterator[str]:
    """Yield one line of text for each line of the page: its number (1-based), role, reason and words.

    Words that would stand beyond `width` characters are cut.
    """
    room = max(width - _COLUMNS, 20)
    for line in article.lines:
        words = on_terminal(article.text[line.start : line.end])
        shown = words if len(words) <= room else f"{words[: room - 1]}…"
        yield f"{line.line + 1:>5}  {line.role:<10}  {line.reason:<22}  {shown}"


def explain_facts(article: Article) -> Iterator[str]:
    """Yield what the page says of itself, one fact a line, dates with their basis and rule.

    Then what markup or columns state that the text does not print, each with its origin, and the notices.
    """
    facts = {
        "published": _date_words(article.date_published),
        "modified": _date_words(article.date_modified),
        "retrieved": _date_words(article.date_retrieved),
        "authors": ", ".join(author.name for author in article.authors),
        "editors": ", ".join(editor.name for editor in article.editors),
        "publisher": article.publisher.name if article.publisher else "",
        "dateline": article.dateline.place if article.dateline else "",
        "address": article.url or "",
    }
    yield from (f"       {name:<10}  {on_terminal(value)}" for name, value in facts.items() if value)
    yield from (
        f"       {'unprinted':<10}  {claim.field}: {on_terminal(claim.value)} ({claim.origin})"
        for claim in article.claims
    )
    yield from (f"       {'notice':<10}  {notice.message}" for notice in article.notices)


def _date_words(date: DateValue | None) -> str:
    return "" if date is None else f"{date.value} ({date.basis}: {date.rule})"
