"""Finds who speaks together: names that commas and ``dan`` join, ``Inggris, Jerman, dan Prancis``."""

import re
from itertools import pairwise

from workbench.tag.referents import Referent
from workbench.tag.speakers import Cast, Who, by_role, is_led

_BRACKET = r"(?:\s\([^()\n]{1,30}\))?"
_COMMA = re.compile(rf"{_BRACKET},\s")
#: ``dan`` between two names, the second perhaps behind its office: ``Putin dan Presiden Belarus Rina Sari``.
_AND = re.compile(rf"{_BRACKET},?\s(?:dan|serta|maupun)\s(?:[A-Z][\w-]*\s(?:[a-z]+\s)?){{0,5}}")
_BOTH = re.compile(r"(?:[Kk]edua|[Dd]ua)\s(?:(?P<states>negara)|presiden|pemimpin|menteri|menlu|menhan|tokoh)\b")
_BOTH_REACH = 500
_TWO = 2
_JOINING = (" dan ", " serta ", " maupun ")
_REACH = 160


def joined(cast: Cast, one: Referent, start: int) -> tuple[Referent, ...]:
    """Return the names from `start` on that ``dan`` joins with one, itself included; none without a ``dan``."""
    text = cast.text
    around = text[max(start, one.start - _REACH) : one.end + _REACH]
    if not any(word in around for word in _JOINING):
        return ()
    near = [
        other for other in cast.between(start, one.end + _REACH) if (other.kind == "person") == (one.kind == "person")
    ]
    found = [one]
    for other in reversed([other for other in near if other.end <= one.start]):
        if _COMMA.fullmatch(text, other.end, found[0].start) or _AND.fullmatch(text, other.end, found[0].start):
            found.insert(0, other)
    for other in (other for other in near if other.start >= one.end):
        if _COMMA.fullmatch(text, found[-1].end, other.start) or _AND.fullmatch(text, found[-1].end, other.start):
            found.append(other)
    is_joined = any(_AND.fullmatch(text, left.end, right.start) for left, right in pairwise(found))
    return tuple(found) if is_joined else ()


def both_before(cast: Cast, start: int, end: int) -> Referent | None:
    """Return the first of the two whom ``kedua negara`` or ``kedua presiden`` means: those named together last."""
    both = _BOTH.match(cast.text, start, end)
    if both is None:
        return None
    kind = "place" if both["states"] else "person"
    named = [one for one in cast.between(max(0, start - _BOTH_REACH), start) if one.kind == kind]
    pairs = (together for one in reversed(named) if (together := joined(cast, one, one.start)))
    pair = next(pairs, ())
    return pair[0] if len(pair) == _TWO else None


def speaking_together(cast: Cast, who: Who, start: int) -> Who | None:
    """Return the first of those who speak together, or the role of them all, where the speaker is one of several.

    ``Menteri luar negeri Prancis, Jerman, dan Inggris`` are ministers, no states; None where the names are no subject.
    """
    one = who.referent
    if one is None or one.kind == "person":
        return who
    names = joined(cast, one, start)
    if not names:
        return who
    begin = _clause_begin(cast, start, names[0].start)
    if is_led(cast, begin, names[0]):
        return Who(names[0].start, names[0].end, "name", names[0])
    return by_role(cast, begin, names[-1].end)


def _clause_begin(cast: Cast, start: int, at: int) -> int:
    return max((opener.end() for opener in cast.words.clause.finditer(cast.text, start, at)), default=start)
