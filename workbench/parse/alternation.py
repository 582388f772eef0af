"""Regular expressions for lists of words that share their beginnings: plain lists are tried word by word."""

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    r"""Return a pattern for any of `words`, the longest that fits; it goes into brackets.

    Where case does not count, let all words be in lower case.

    Examples
    --------
    >>> any_of(["kata", "kata dia", "kini"])
    'k(?:a(?:t(?:a(?:\\ dia)?))|ini)'
    """
    tails: dict[str, list[str]] = {}
    for word in words:
        if word:
            tails.setdefault(word[0], []).append(word[1:])
    return "|".join(_branch(head, rest) for head, rest in sorted(tails.items()))


def _branch(head: str, rest: list[str]) -> str:
    """Return the pattern for the words that begin with `head`; one without company is spelt out."""
    if len(rest) == 1:
        return re.escape(head + rest[0])
    inner = any_of(rest)
    ending = f"(?:{inner})?" if "" in rest and inner else f"(?:{inner})" if inner else ""
    return re.escape(head) + ending
