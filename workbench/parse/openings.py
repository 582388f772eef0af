"""Sorts patterns for the start of a line by their first characters, so that few are tried on a line."""

import re
from collections.abc import Iterable

#: Stands for every character that is no letter or digit.
_MARK = " "
_OPTIONAL_MARKS = re.compile(r"\\W\{0,\d\}")
_PLAIN = re.compile(r"(?:\\(?P<escaped>\W)|(?P<plain>[^\\\[(.^$|]))(?![?*{])")


def first_key(line: str) -> str:
    """Return what `by_first_character` files patterns for this line under."""
    return line[0] if line[0].isalnum() else _MARK


def by_first_character(openings: Iterable[tuple[str, str]]) -> dict[str, re.Pattern[str]]:
    """Return, for each first character, one pattern that tries the openings that can begin with it, in order.

    Parameters
    ----------
    openings
        Name and pattern; the openings of one name stand together. The name of the one that matched is the match's
        `lastgroup`.
    """
    filed: dict[str, dict[str, list[str]]] = {}
    for name, opening in openings:
        for head in first_characters(opening):
            filed.setdefault(head, {}).setdefault(name, []).append(opening)
    return {
        head: re.compile("|".join(f"(?P<{name}>{'|'.join(patterns)})" for name, patterns in named.items()))
        for head, named in filed.items()
    }


def first_characters(opening: str) -> frozenset[str]:
    r"""Return the characters with which a match of `opening` can begin; all marks are one space.

    Raises
    ------
    ValueError
        The pattern begins with neither a character, ``\d``, an optional ``\W{0,n}`` nor a group of them.

    Examples
    --------
    >>> sorted(first_characters(r"(?:\d+ )?(?:tag|label)s?"))[-3:]
    ['9', 'l', 't']
    """
    if marks := _OPTIONAL_MARKS.match(opening):
        return first_characters(opening[marks.end() :]) | {_MARK}
    if opening.startswith(r"\d"):
        return frozenset("0123456789")
    if opening.startswith("(?:"):
        branches, rest = _group(opening)
        heads = frozenset(head for branch in branches for head in first_characters(branch))
        return heads | first_characters(rest[1:]) if rest.startswith("?") else heads
    plain = _PLAIN.match(opening)
    if plain is None:
        message = rf"opening {opening!r} begins with neither a character, \d, \W{{0,n}} nor a group of them"
        raise ValueError(message)
    return frozenset(first_key(plain["escaped"] or plain["plain"]))


def _group(opening: str) -> tuple[list[str], str]:
    """Return the branches of the group that a pattern begins with, and what follows the group."""
    depth, start, branches = 0, len("(?:"), list[str]()
    for found in re.finditer(r"\\.|\[(?:\\.|[^\]\\])+\]|[()|]", opening):
        depth += {"(": 1, ")": -1}.get(found[0], 0)
        if depth == 0 or (depth == 1 and found[0] == "|"):
            branches.append(opening[start : found.start()])
            start = found.end()
        if depth == 0:
            return branches, opening[start:]
    message = f"opening {opening!r} has a group without an end"
    raise ValueError(message)
