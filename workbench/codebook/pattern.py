"""The pattern language of theme rules: ``docs/themes.md`` tells analysts how to write it.

A pattern compiles to regular expressions over one folded sentence, and to the literals without which it cannot match,
so that a caller can leave out nearly all patterns after one pass over the text.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

import msgspec

from workbench.codebook.affixes import CLITICS, affixed, stem

#: Named word lists: name to patterns.
WordLists = Mapping[str, tuple[str, ...]]

_LEXEME: Final = re.compile(r"\s*(?:(\.\.\.|\.\.\d*|\(|\)|\||&|!|\?)|([^\s()|&!?]+))")
_BETWEEN: Final = r"\W{1,4}"
_GAPS: Final = {"..": 3, "...": 10}
_NEAR: Final = 6
#: Words of this many letters or fewer are particles and acronyms, and take no clitic.
_CLITIC_FROM: Final = 3
#: Shorter literals stand in too many words to be worth looking for.
_SHORTEST: Final = 2

Needs = tuple[frozenset[str], ...]


class Pattern(msgspec.Struct, frozen=True):
    """A compiled pattern.

    Parameters
    ----------
    parts
        Regular expressions, compiled on first use; all must be found in the sentence, in any order.
    absent
        None of these may be found there.
    needs
        For each set, a sentence that matches holds at least one of its literals.
    exact
        Words whose case counts (``AS``, ``SWIFT``).
    """

    parts: tuple[str, ...]
    absent: tuple[str, ...]
    needs: Needs
    exact: tuple[str, ...]

    def find(self, folded: str, text: str, start: int, end: int) -> tuple[tuple[int, int], ...] | None:
        """Return where each part matches within ``[start, end)``, or None where the pattern does not hold."""
        found = []
        for part in self.parts:
            at = self._search(part, folded, text, (start, end))
            if at is None:
                return None
            found.append(at)
        if any(self._search(part, folded, text, (start, end)) for part in self.absent):
            return None
        return tuple(found)

    def _search(self, part: str, folded: str, text: str, zone: tuple[int, int]) -> tuple[int, int] | None:
        start, end = zone
        compiled = _compiled(part)
        while (match := compiled.search(folded, start, end)) is not None:
            if not self.exact or self._has_case(text[match.start() : match.end()]):
                return match.span()
            start = match.end()
        return None

    def _has_case(self, words: str) -> bool:
        """Say whether every word whose case counts, where it stands in `words`, is printed in one of its ways."""
        folded = words.casefold()
        return all(
            any(re.search(rf"\b{re.escape(way)}\b", words) for way in self.exact if way.casefold() == word)
            for word in {way.casefold() for way in self.exact}
            if re.search(rf"\b{re.escape(word)}\b", folded)
        )


@cache
def _compiled(regex: str) -> re.Pattern[str]:
    """Compile once, on first use: most rules never meet a sentence that they could match."""
    return re.compile(regex)


class _Piece(msgspec.Struct, frozen=True):
    """A piece of a pattern: its regular expression, what it needs, and its options where it is an alternation."""

    regex: str
    needs: Needs = ()
    options: tuple[str, ...] = ()


class _Parser:
    """Reads one pattern by recursive descent."""

    def __init__(self, source: str, lists: WordLists) -> None:
        self.lexemes = [operator or word for operator, word in _LEXEME.findall(source)]
        self.lists = lists
        self.exact: set[str] = set()
        self.at = 0

    def peek(self) -> str | None:
        return self.lexemes[self.at] if self.at < len(self.lexemes) else None

    def take(self, expected: str | None = None) -> str:
        lexeme = self.peek()
        if lexeme is None or (expected is not None and lexeme != expected):
            message = f"expected {expected or 'a word'}, found {lexeme or 'the end'}"
            raise ValueError(message)
        self.at += 1
        return lexeme

    def alternatives(self) -> _Piece:
        pieces = [self.sequence()]
        while self.peek() == "|":
            self.take()
            pieces.append(self.sequence())
        return pieces[0] if len(pieces) == 1 else _any_of(pieces)

    def sequence(self) -> _Piece:
        regex, joint = "", ""
        needs: Needs = ()
        while (lexeme := self.peek()) not in (None, "|", ")", "&", "!"):
            if lexeme is not None and lexeme.startswith(".."):
                # After an optional word that came first the space is already taken.
                joint = self.gap(_BETWEEN if joint else "")
                continue
            piece = self.element()
            if self.peek() != "?":
                regex, needs, joint = regex + joint + piece.regex, (*needs, *piece.needs), _BETWEEN
                continue
            self.take()
            if joint == _BETWEEN:
                regex += f"(?:{_BETWEEN}{piece.regex})?"
            else:
                regex, joint = regex + joint + f"(?:{piece.regex}{_BETWEEN})?", ""
        if not regex or joint != _BETWEEN:
            message = "a sequence of words may not be empty, nor end in a gap"
            raise ValueError(message)
        return _Piece(regex, needs)

    def gap(self, between: str) -> str:
        lexeme = self.take()
        words = _GAPS.get(lexeme) or int(lexeme[2:])
        return rf"(?:\W+\w+){{0,{words}}}?{_BETWEEN}" if between else rf"(?:\w+\W+){{0,{words}}}?"

    def element(self) -> _Piece:
        piece = self.single()
        if self.peek() != "near":
            return piece
        self.take()
        other = self.single()
        gap = rf"(?:\W+\w+){{0,{_NEAR}}}?{_BETWEEN}"
        both = f"(?:{piece.regex}{gap}{other.regex}|{other.regex}{gap}{piece.regex})"
        return _Piece(both, (*piece.needs, *other.needs))

    def single(self) -> _Piece:
        lexeme = self.take()
        if lexeme == "(":
            piece = self.alternatives()
            self.take(")")
            return piece
        if lexeme.startswith("@"):
            return self.named(lexeme[1:])
        if lexeme == "_":
            return _Piece(r"\w+")
        return self.word(lexeme)

    def named(self, name: str) -> _Piece:
        if name not in self.lists:
            message = f"there is no word list @{name}"
            raise ValueError(message)
        pieces = []
        for source in self.lists[name]:
            inner = _Parser(source, self.lists)
            pieces.append(inner.alternatives())
            self.exact |= inner.exact
        return _any_of(pieces)

    def word(self, lexeme: str) -> _Piece:
        mark, bare = (lexeme[0], lexeme[1:]) if lexeme[0] in "~=*" else ("", lexeme)
        word = bare.rstrip("*").casefold()
        if not word or not any(char.isalnum() for char in word):
            message = f"{lexeme!r} is no word"
            raise ValueError(message)
        if mark == "=":
            self.exact.add(bare)
        return _Piece(_word_regex(mark, word, bare), (frozenset({stem(word) if mark == "~" else word}),))


def _word_regex(mark: str, word: str, bare: str) -> str:
    if mark == "~":
        return rf"\b{affixed(word)}\b"
    begin = r"\b\w*" if mark == "*" else r"\b"
    tail = r"\w*" if bare.endswith("*") else ("" if mark == "=" or len(word) <= _CLITIC_FROM else CLITICS)
    return rf"{begin}{re.escape(word)}{tail}\b"


def _any_of(pieces: list[_Piece]) -> _Piece:
    """Return the alternation of `pieces`; it needs one literal of one of them."""
    best = [max(piece.needs, key=_rarity, default=None) for piece in pieces]
    known = [need for need in best if need is not None]
    needs = (frozenset().union(*known),) if len(known) == len(best) else ()
    options = tuple(option for piece in pieces for option in piece.options or (piece.regex,))
    return _Piece(_alternation(options), needs, options)


def _alternation(options: tuple[str, ...]) -> str:
    """Join options; a boundary before all of them is tried once, and not once for each."""
    if all(option.startswith(r"\b") for option in options):
        return r"\b(?:" + "|".join(option.removeprefix(r"\b") for option in options) + ")"
    return "(?:" + "|".join(options) + ")"


def _rarity(need: frozenset[str]) -> tuple[int, int]:
    """Order literal sets: long words first, then few of them."""
    return min(len(literal) for literal in need), -len(need)


def compile_pattern(source: str, lists: WordLists) -> Pattern:
    """Compile one pattern.

    Raises
    ------
    ValueError
        The pattern breaks the language or names an unknown list; says what was found.

    Examples
    --------
    >>> pattern = compile_pattern("~jatuh .. sanksi & !wasit", {})
    >>> pattern.find("as menjatuhkan paket sanksi", "AS menjatuhkan paket sanksi", 0, 27)
    ((3, 27),)
    """
    parser = _Parser(source, lists)
    parts: list[str] = []
    absent: list[str] = []
    needs: list[frozenset[str]] = []
    while True:
        negated = parser.peek() == "!"
        if negated:
            parser.take()
        piece = parser.alternatives()
        (absent if negated else parts).append(piece.regex)
        if not negated:
            needs += [need for need in piece.needs if min(map(len, need)) >= _SHORTEST]
        if parser.peek() is None:
            break
        parser.take("&")
    if not needs:
        message = f"{source!r} has no word of {_SHORTEST} letters or more to look for"
        raise ValueError(message)
    needs.sort(key=_rarity, reverse=True)
    return Pattern(tuple(parts), tuple(absent), tuple(needs), tuple(sorted(parser.exact)))
