"""A limit on how much of a passage a report quotes."""

import re
from html import escape, unescape
from typing import Final

from markupsafe import Markup

#: Words of a page stand in cells that name their language.
_CELL: Final = re.compile(r'(<td(?=[^>]* lang="id")[^>]*>)(.*?)(?=</td>)', re.DOTALL)
_TAG: Final = re.compile(r"(<[^>]*>)")
_MARK: Final = "<mark"


def limit_quotations(markup: Markup, limit: int | None) -> Markup:
    """Cut every passage in `markup` to `limit` characters around its first mark; ``…`` stands where words are left out.

    Examples
    --------
    >>> limit_quotations(Markup('<td lang="id">Ia akan <mark>pergi</mark> besok.</td>'), 8)
    Markup('<td lang="id">…n <mark>pergi</mark> …</td>')
    """
    if limit is None:
        return markup
    return Markup(_CELL.sub(lambda cell: cell[1] + _cut(cell[2], limit), markup))  # noqa: S704 -- escaped piece by piece


def _cut(words: str, limit: int) -> str:
    pieces = _TAG.split(words)
    texts = [unescape(piece) for piece in pieces[::2]]
    total = sum(map(len, texts))
    if total <= limit:
        return words
    first = max(0, min(_marked_at(pieces, texts) - limit // 4, total - limit))
    kept, at = [], 0
    for text in texts:
        kept.append(escape(text[max(0, first - at) : max(0, first + limit - at)], quote=False))
        at += len(text)
    body = "".join(text + tag for text, tag in zip(kept, [*pieces[1::2], ""], strict=True))
    return f"{'…' if first else ''}{body}{'…' if first + limit < total else ''}"


def _marked_at(pieces: list[str], texts: list[str]) -> int:
    tags = pieces[1::2]
    return next((sum(map(len, texts[: n + 1])) for n, tag in enumerate(tags) if tag.startswith(_MARK)), 0)
