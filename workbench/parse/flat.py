"""The text that rules read: as long as the page's, with one kind of blank and no breaks that a fixed width made."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from workbench.article import Article, Line
from workbench.parse.wrapped import unwrapped

#: Blanks of other kinds than the one on the keyboard; line ends and tabs, which tables have, stay what they are.
_BLANK = "\x0b\x0c\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
#: What takes no room: zero-width space and joiners, marks of direction, a byte order mark within the text.
_NOTHING = "\xad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_ODD = re.compile(f"[{_BLANK}{_NOTHING}]")
_BLANKS = re.compile(f"[{_BLANK}]")
#: Within a word it stays: a blank there would make two of one.
_NOTHING_BESIDE_BLANK = re.compile(rf"(?<!\S)[{_NOTHING}]+|[{_NOTHING}]+(?!\S)")


def flat_text(text: str) -> str:
    r"""Return `text` as rules read it: as long as before, so that every offset is valid in both.

    Examples
    --------
    >>> flat_text("\u200bSekar\xa0Arum tiba.\nIa diam.")
    ' Sekar Arum tiba.\nIa diam.'
    """
    return unwrapped(_with_plain_blanks(text))


def flat_article(article: Article) -> Article:
    """Return `article` over its flat text, each line of a fixed width joined to those that it goes on from."""
    flat = flat_text(article.text)
    if flat == article.text:
        return article
    return msgspec.structs.replace(article, text=flat, lines=tuple(_joined(article, flat)))


def _with_plain_blanks(text: str) -> str:
    if _ODD.search(text) is None:
        return text
    plain = _BLANKS.sub(" ", text)
    return _NOTHING_BESIDE_BLANK.sub(lambda found: " " * len(found[0]), plain)


def _joined(article: Article, flat: str) -> Iterator[Line]:
    whole: Line | None = None
    for line in article.lines:
        if whole is None:
            whole = line
        elif _goes_on(whole, line, (article.text, flat)):
            whole = msgspec.structs.replace(whole, end=line.end)
        else:
            yield whole
            whole = line
    if whole is not None:
        yield whole


def _goes_on(before: Line, line: Line, texts: Sequence[str]) -> bool:
    """Say whether only the page's width put a line apart from the one before."""
    printed, flat = (text[before.end : line.start] for text in texts)
    return "\n" in printed and "\n" not in flat
