"""Tokens back to text, for gold that keeps one token a line."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

_CLOSING = frozenset(".,:;!?)]}%…")
_OPENING = frozenset("([{")
_GLUE = frozenset("-/")
_MARKS = frozenset('”"')


class Token(msgspec.Struct, frozen=True):
    """A token with its tag and its place in the text."""

    start: int
    end: int
    tag: str


def sentences(rows: Iterable[str]) -> Iterator[list[list[str]]]:
    """Yield the columns of each row, sentence by sentence; blank rows part sentences."""
    sentence: list[list[str]] = []
    for row in rows:
        if row.strip():
            sentence.append(row.split())
        elif sentence:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def join_plain(rows: Sequence[Sequence[str]]) -> tuple[str, list[Token]]:
    """Join tokens by single spaces."""
    tokens, position = [], 0
    for row in rows:
        tokens.append(Token(position, position + len(row[0]), row[-1]))
        position += len(row[0]) + 1
    return " ".join(row[0] for row in rows), tokens


def join_typeset(rows: Sequence[Sequence[str]]) -> tuple[str, list[Token]]:
    """Join tokens as they are printed; quote marks that look the same open and close by turns."""
    pieces: list[str] = []
    tokens: list[Token] = []
    length, glued, is_open = 0, True, False
    for index, (word, *_, tag) in enumerate(rows):
        is_mark = word in _MARKS
        closes = is_mark and _closes(rows, index, is_open=is_open)
        space = "" if glued or closes or word in _CLOSING or word in _GLUE else " "
        tokens.append(Token(length + len(space), length + len(space) + len(word), tag))
        pieces += [space, word]
        length += len(space) + len(word)
        is_open = not closes if is_mark else is_open
        glued = word in _OPENING or word in _GLUE or (is_mark and not closes)
    return "".join(pieces), tokens


def _closes(rows: Sequence[Sequence[str]], index: int, *, is_open: bool) -> bool:
    """Say whether a mark closes; its neighbours correct the turns where the text lacks a mark."""
    before = rows[index - 1][0] if index else ""
    after = rows[index + 1][0] if index + 1 < len(rows) else ""
    if before in _CLOSING:
        return is_open or after[:1].islower()
    return is_open and not after[:1].isupper()


def tagged_spans(tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and label of each tagged run, in BIO, IOB2 or BILOU."""
    start, end, label = 0, 0, ""
    for token in tokens:
        mark, _, found = token.tag.partition("-")
        if label and (found != label or mark in "BU"):
            yield start, end, label
            label = ""
        if found and not label:
            start, label = token.start, found
        end = token.end if found else end
    if label:
        yield start, end, label
