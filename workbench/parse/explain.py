"""Shows the ledger of an article in a terminal."""

from collections.abc import Iterator

from workbench.article import Article

_WIDTH = 100


def explain_article(article: Article) -> Iterator[str]:
    """Yield one line of text for each line of the page: its number (1-based), role, reason and words."""
    for line in article.lines:
        words = article.text[line.start : line.end]
        shown = words if len(words) <= _WIDTH else f"{words[: _WIDTH - 1]}…"
        yield f"{line.line + 1:>5}  {line.role:<10}  {line.reason:<22}  {shown}"
