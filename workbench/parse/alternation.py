"""Regular expressions for lists of words that share their beginnings: plain lists are tried word by word."""

import re
from collections.abc import Iterable, Iterator


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


def any_case_of(words: Iterable[str]) -> str:
    r"""Return a pattern for any of `words` in whatever case; it goes into brackets.

    It begins with plain letters, which an engine looks for many times as fast as for a letter of either case.

    Examples
    --------
    >>> any_case_of(["kata", "kini"])
    'k(?i:ata|ini)|K(?i:ata|ini)'
    """
    return "|".join(f"{head}{rest}" for head, rest in _heads(words))


def whole_words(words: Iterable[str]) -> str:
    r"""Return a pattern for any of `words`, whole and in whatever case; it goes into brackets.

    The boundary before a word is looked at behind its first letter, for the reason that `any_case_of` gives.

    Examples
    --------
    >>> whole_words(["kata", "kini"])
    'k(?<=\\bk)(?i:ata|ini)\\b|K(?<=\\bK)(?i:ata|ini)\\b'
    """
    return "|".join(rf"{head}(?<=\b{head}){rest}\b" for head, rest in _heads(words))


def _heads(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the first letters of `words` in both cases, each with the pattern of what follows it."""
    tails: dict[str, list[str]] = {}
    for word in map(str.lower, words):
        if word:
            tails.setdefault(word[0], []).append(word[1:])
    for head, rest in sorted(tails.items()):
        inner = f"(?i:{any_of(rest)})" if any(rest) else ""
        ending = f"(?:{inner})?" if inner and "" in rest else inner
        for letter in dict.fromkeys((head, head.upper())):
            yield re.escape(letter), ending
