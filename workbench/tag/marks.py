"""Quotation marks: pairs them, whatever their style, and links quotations that go on over paragraphs."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from workbench.span import Span

#: Double marks of all styles, escaped ones, doubled apostrophes, and what UTF-8 read as Windows-1252 makes of them. No
#: set among them: where each way begins with a character of its own, these are found three times as fast.
_MARK = re.compile(r"\\[\"“”]|\"|“|”|„|‟|«|»|″|''|``|â€(?:œ|\x9d|\ufffd|(?=[^™\u02dc\w]))")
#: What any of them, and any single mark, begins with.
_SIGNS = "\"“”„‟«»″'‘`â"
#: Single marks count only where they stand like a quotation: after a blank, before a letter, and a cue after them; or
#: around words in small letters, five at least, within a sentence.
_SINGLE = re.compile(
    r"(?<![\w'’])['‘]\s?(?:"
    r"(?P<words>[A-Z][^'‘’\n]{20,}(?:['’]\w[^'‘’\n]*)*?)(?:(?<=[,.!?])\s?\\?['’]|\s?\\?['’](?=\s?,))"
    r"|(?P<within>[a-z][\w-]*(?: [^\s'‘’\\]+){4,})\\?['’](?=[\s.,;]|$)"
    r")(?!\w)"
)
#: What closes without having been opened: a comma before it, a word in small letters after it (``…,” kata``).
_UNOPENED = re.compile(r"[,!?]\s?[\"”“][,\s]\s?(?=[a-z])")
_ALWAYS_OPENS = frozenset("„«")
_NO_WORD_AFTER = frozenset(" \t\xa0,.;:!?)]-–—\n")
_NO_WORD_BEFORE = frozenset(" \t\xa0([-–—\n")
_SENTENCE_END = frozenset(".!?")
#: As many blanks stand between a sentence and the mark after it at most.
_BLANKS = 8


class Quoted(Span, frozen=True):
    """Words between quotation marks; the span is the words.

    Parameters
    ----------
    before, after
        Where the text around begins: the offset of the opening mark, and the one past the closing mark.
    continues
        Whether it goes on from the paragraph before: that one was not closed, and this one opens again.
    """

    before: int
    after: int
    continues: bool


def quoted_spans(text: str, lines: Sequence[Span]) -> tuple[Quoted, ...]:
    """Return the quoted words in `lines`, outermost marks only.

    A quotation that a paragraph opens and the next one opens again is two; one that the next paragraph only closes
    was broken over lines and is one.
    """
    found: list[Quoted] = []
    is_open = False
    signs = [sign for sign in _SIGNS if sign in text]
    for line in lines:
        if not any(map(line.of(text).__contains__, signs)):
            is_open = False
            continue
        marks = [match.span() for match in _MARK.finditer(text, line.start, line.end)]
        if not marks:
            found.extend(_single_marked(text, line))
            is_open = False
            continue
        if is_open and not _opens(text, marks[0]):
            (whole,) = _cut(text, (found[-1].before, found[-1].start), marks[0])
            found[-1] = msgspec.structs.replace(whole, continues=found[-1].continues)
            marks, is_open = marks[1:], False
        if len(marks) == 1 and _UNOPENED.match(text, marks[0][0] - 1):
            found += _cut(text, (line.start, line.start), marks[0])
            continue
        spans, left_open = _paired(text, line, marks)
        if is_open and spans:
            spans[0] = msgspec.structs.replace(spans[0], continues=True)
        found.extend(spans)
        is_open = left_open
    return tuple(found)


def _single_marked(text: str, line: Span) -> Iterator[Quoted]:
    for match in _SINGLE.finditer(text, line.start, line.end):
        start, end = match.span(match.lastgroup or 0)
        end -= len(text[start:end]) - len(text[start:end].rstrip())
        yield Quoted(start, end, match.start(), match.end(), continues=False)


def _paired(text: str, line: Span, marks: Sequence[tuple[int, int]]) -> tuple[list[Quoted], bool]:
    """Pair the marks of one paragraph; also say whether it leaves the last one open."""
    found: list[Quoted] = []
    opened = None
    depth = 0
    for mark in marks:
        if opened is None:
            # With nothing open, a mark with a letter right behind it opens, glued to the sentence before or not.
            opened = mark if text[mark[1] : mark[1] + 1].isalnum() or not _closes(text, mark) else None
        elif _opens(text, mark) and not _closes(text, mark):
            if _starts_anew(text, mark):
                found += _cut(text, opened, mark)
                opened, depth = mark, 0
            else:
                depth += 1
        elif depth:
            depth -= 1
        else:
            found += _cut(text, opened, mark)
            opened = None
    if opened is None:
        return found, False
    rest = _cut(text, opened, (line.end, line.end))
    return found + rest, bool(rest)


def _opens(text: str, mark: tuple[int, int]) -> bool:
    start, end = mark
    if text[start] in _ALWAYS_OPENS:
        return True
    before = text[start - 1] if start else "\n"
    after = text[end] if end < len(text) else "\n"
    return before in _NO_WORD_BEFORE and after not in _NO_WORD_AFTER


def _closes(text: str, mark: tuple[int, int]) -> bool:
    start, end = mark
    before = text[start - 1] if start else "\n"
    after = text[end] if end < len(text) else "\n"
    return before not in _NO_WORD_BEFORE and (after in _NO_WORD_AFTER or text[start] in "“”")


def _starts_anew(text: str, mark: tuple[int, int]) -> bool:
    """Say whether a second opening mark starts a quotation of its own, the one before having lost its closing mark."""
    before = text[max(0, mark[0] - _BLANKS) : mark[0]].rstrip()[-1:]
    return before in _SENTENCE_END and text[mark[1] : mark[1] + 1].isupper()


def _cut(text: str, opened: tuple[int, int], closed: tuple[int, int]) -> list[Quoted]:
    start, end = opened[1], closed[0]
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return [Quoted(start, end, opened[0], closed[1], continues=False)] if start < end else []
