"""Text queries: words, "phrases", AND (also between neighbours), OR, NOT and parentheses; operators are in capitals."""

import re
from typing import Final, Literal

import msgspec

_TOKEN: Final = re.compile(r'"([^"]*)"?|([()])|([^\s"()]+)')
_OPERATORS: Final = frozenset({"AND", "OR", "NOT"})


class Query(msgspec.Struct, frozen=True):
    """A query as a tree: a term, or an operator over the parts.

    Parameters
    ----------
    operator
        ``term``, ``and``, ``or``, ``not``.
    term
        A folded word or phrase; empty unless the operator is ``term``.
    parts
        What the operator joins; one part of a ``not``.
    """

    operator: Literal["term", "and", "or", "not"]
    term: str = ""
    parts: tuple["Query", ...] = ()

    def answered_by(self, folded: str) -> bool:
        """Say whether a folded text answers the query."""
        if self.operator == "term":
            return self.term in folded
        if self.operator == "not":
            return not self.parts[0].answered_by(folded)
        check = all if self.operator == "and" else any
        return check(part.answered_by(folded) for part in self.parts)


def parse_query(text: str) -> Query | None:
    """Read a query; None where it asks for nothing. What is left open is closed at the end.

    Examples
    --------
    >>> parse_query('sanksi NOT "uni eropa"').answered_by("sanksi inggris")
    True
    >>> parse_query("minsk OR (moskow AND gandum)").answered_by("gandum dari kyiv")
    False
    """
    rest = _tokens(text)
    tree = None
    while rest:
        tree = _join("and", [tree, _either(rest)])
        if rest and rest[0] == ")":
            rest.pop(0)
    return tree


def wanted_terms(tree: Query | None) -> tuple[str, ...]:
    """Return the words and phrases that an answer may hold: those that stand under no NOT, each once."""
    if tree is None or tree.operator == "not":
        return ()
    if tree.operator == "term":
        return (tree.term,)
    return tuple(dict.fromkeys(term for part in tree.parts for term in wanted_terms(part)))


def _tokens(text: str) -> list[str | Query]:
    """Return brackets and operators as they are, and everything else as terms."""
    tokens: list[str | Query] = []
    for phrase, bracket, word in _TOKEN.findall(text):
        term = (phrase or word).casefold().strip()
        if bracket or word in _OPERATORS:
            tokens.append(bracket or word)
        elif term:
            tokens.append(Query("term", term))
    return tokens


def _either(rest: list[str | Query]) -> Query | None:
    parts = [_all(rest)]
    while rest and rest[0] == "OR":
        rest.pop(0)
        parts.append(_all(rest))
    return _join("or", parts)


def _all(rest: list[str | Query]) -> Query | None:
    parts: list[Query | None] = []
    while rest and rest[0] not in {"OR", ")"}:
        if rest[0] == "AND":
            rest.pop(0)
        else:
            parts.append(_one(rest))
    return _join("and", parts)


def _one(rest: list[str | Query]) -> Query | None:
    first = rest.pop(0)
    if isinstance(first, Query):
        return first
    if first == "(":
        inside = _either(rest)
        if rest and rest[0] == ")":
            rest.pop(0)
        return inside
    if not rest or rest[0] in {"OR", ")", "AND"}:
        return None
    part = _one(rest)
    return part and Query("not", parts=(part,))


def _join(operator: Literal["and", "or"], parts: list[Query | None]) -> Query | None:
    kept = tuple(part for part in parts if part is not None)
    if len(kept) > 1:
        return Query(operator, parts=kept)
    return kept[0] if kept else None
