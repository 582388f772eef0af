"""The pattern language of theme rules: ``docs/themes.md`` tells analysts how to write it.

A pattern is read into steps over the words of one sentence. A step holds atoms, each of which says which words match:
``sanksi`` (with its clitics), ``~pasok`` (every form on the root), ``=SWIFT`` (in this case alone), ``nuklir*``,
``*militer`` and ``_`` (any word).
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

import msgspec

from workbench.codebook.affixes import CLITICS, affixed, stem

#: Named word lists: name to patterns.
WordLists = Mapping[str, tuple[str, ...]]

ANY: Final = "_"
_LEXEME: Final = re.compile(r"\s*(?:(\.\.\.|\.\.\d*|\(|\)|\||&|!|\?)|([^\s()|&!?]+))")
_NAMED: Final = re.compile(r"@([^\s()|&!?]+)")
_WORD: Final = re.compile(r"\w+")
_GAPS: Final = {"..": 3, "...": 10}
_NEAR: Final = 6
#: Words of this many letters or fewer are particles and acronyms, and take no clitic.
_NO_CLITIC: Final = 3


class Step(msgspec.Struct, frozen=True):
    """One place in a sequence.

    Parameters
    ----------
    atoms
        A word that matches any of them fills the place.
    phrases
        So does a run of words that matches any of these sequences.
    gap
        How many words may stand before it, after the place before.
    is_optional
        Whether the place may stay empty.
    """

    atoms: frozenset[str] = frozenset()
    phrases: tuple[tuple["Step", ...], ...] = ()
    gap: int = 0
    is_optional: bool = False


class Pattern(msgspec.Struct, frozen=True):
    """A pattern: all `parts` must be found in the sentence, in any order, and none of `absent`."""

    parts: tuple[tuple[Step, ...], ...]
    absent: tuple[tuple[Step, ...], ...]


class _Parser:
    """Reads one pattern by recursive descent."""

    def __init__(self, source: str, lists: WordLists) -> None:
        self.lexemes = [operator or word for operator, word in _LEXEME.findall(source)]
        self.lists = lists
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

    def alternatives(self) -> tuple[Step, ...]:
        options = [self.sequence()]
        while self.peek() == "|":
            self.take()
            options.append(self.sequence())
        return options[0] if len(options) == 1 else (_any_of(options),)

    def sequence(self) -> tuple[Step, ...]:
        steps: list[Step] = []
        gap = 0
        while (lexeme := self.peek()) not in (None, "|", ")", "&", "!"):
            if lexeme is not None and lexeme.startswith(".."):
                self.take()
                gap += _GAPS.get(lexeme) or int(lexeme[2:])
                continue
            first, *rest = self.element()
            is_optional = self.peek() == "?"
            if is_optional:
                self.take()
            if is_optional or first.is_optional:
                first, rest = _any_of([(first, *rest)]), []
            steps += [msgspec.structs.replace(first, gap=gap, is_optional=is_optional), *rest]
            gap = 0
        if gap or not steps or steps[0].gap or all(step.is_optional for step in steps):
            message = "a sequence needs a word that is not optional, and may neither begin nor end with a gap"
            raise ValueError(message)
        return tuple(steps)

    def element(self) -> tuple[Step, ...]:
        one = self.single()
        if self.peek() != "near":
            return one
        self.take()
        other = self.single()
        return (Step(phrases=(_joined(one, other), _joined(other, one))),)

    def single(self) -> tuple[Step, ...]:
        lexeme = self.take()
        if lexeme == "(":
            steps = self.alternatives()
            self.take(")")
            return steps
        if lexeme.startswith("@"):
            return (self.named(lexeme[1:]),)
        return _word_steps(lexeme)

    def named(self, name: str) -> Step:
        if name not in self.lists:
            message = f"there is no word list @{name}"
            raise ValueError(message)
        return _list_step(name, _reached(name, self.lists))


@lru_cache(maxsize=256)
def _list_step(name: str, reached: tuple[tuple[str, tuple[str, ...]], ...]) -> Step:
    """Read a word list once for all the patterns that name it; `reached` holds it and the lists that it names."""
    lists = dict(reached)
    return _any_of([_Parser(entry, lists).alternatives() for entry in lists[name]])


def _reached(name: str, lists: WordLists) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the list `name` and every list that its entries name, known ones only."""
    below = [found for entry in lists[name] for found in named_lists(entry)]
    deeper = [pair for other in below if other in lists and other != name for pair in _reached(other, lists)]
    return (name, lists[name]), *deeper


def named_lists(source: str) -> list[str]:
    """Return the word lists that a pattern names."""
    return _NAMED.findall(source) if "@" in source else []


def _joined(one: tuple[Step, ...], other: tuple[Step, ...]) -> tuple[Step, ...]:
    return (*one, msgspec.structs.replace(other[0], gap=_NEAR), *other[1:])


def _any_of(options: list[tuple[Step, ...]]) -> Step:
    """Return one step that any of `options` fills."""
    alone = [option[0] for option in options if len(option) == 1 and not option[0].is_optional]
    phrases = [option for option in options if len(option) > 1 or option[0].is_optional]
    return Step(
        frozenset().union(*(step.atoms for step in alone)),
        (*(phrase for step in alone for phrase in step.phrases), *phrases),
    )


def _word_steps(lexeme: str) -> tuple[Step, ...]:
    """Return the steps of a word; one with a hyphen (``su-30``) has several."""
    if lexeme == ANY:
        return (Step(frozenset({ANY})),)
    mark = lexeme[0] if lexeme[0] in "~=*" else ""
    words = _WORD.findall(lexeme if mark == "=" else lexeme.casefold())
    if not words:
        message = f"{lexeme!r} is no word"
        raise ValueError(message)
    words[0] = mark + words[0]
    words[-1] += "*" if lexeme.endswith("*") else ""
    return tuple(Step(frozenset({word})) for word in words)


def compile_pattern(source: str, lists: WordLists) -> Pattern:
    """Read one pattern.

    Raises
    ------
    ValueError
        The pattern breaks the language or names an unknown list; says what was found.

    Examples
    --------
    >>> pattern = compile_pattern("~jatuh .. sanksi & !wasit", {})
    >>> len(pattern.parts), len(pattern.absent)
    (1, 1)
    """
    parser = _Parser(source, lists)
    parts: list[tuple[Step, ...]] = []
    absent: list[tuple[Step, ...]] = []
    while True:
        is_absent = parser.peek() == "!"
        if is_absent:
            parser.take()
        (absent if is_absent else parts).append(parser.alternatives())
        if parser.peek() is None:
            break
        parser.take("&")
    if not parts:
        message = f"{source!r} asks for no word"
        raise ValueError(message)
    return Pattern(tuple(parts), tuple(absent))


def atom_matches(atom: str, word: str) -> bool:
    """Say whether a word as printed matches an atom.

    Examples
    --------
    >>> atom_matches("~pasok", "Pemasokan"), atom_matches("=AS", "as"), atom_matches("sanksi", "sanksinya")
    (True, False, True)
    """
    if atom == ANY:
        return True
    if atom[0] == "=":
        return atom[1:] == word
    folded = word.lower()
    return atom_core(atom) in folded and _form(atom).fullmatch(folded) is not None


def atom_core(atom: str) -> str:
    """Return letters that every word matching the atom holds, in lower case."""
    if atom == ANY:
        return ""
    bare = atom.strip("~=*")
    return stem(bare) if atom[0] == "~" else bare.casefold()


@cache
def _form(atom: str) -> re.Pattern[str]:
    bare = atom.strip("~*")
    if atom[0] == "~":
        return re.compile(affixed(bare))
    head = r"\w*" if atom[0] == "*" else ""
    tail = r"\w*" if atom[-1] == "*" else "" if len(bare) <= _NO_CLITIC else CLITICS
    return re.compile(head + re.escape(bare) + tail)
