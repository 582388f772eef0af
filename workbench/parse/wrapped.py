"""Undoes the line breaks of a fixed width, as mail and text browsers make them: a paragraph is one line again."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from workbench.article import Line

#: Nothing is wrapped wider or narrower.
_WIDEST, _NARROWEST = 100, 40
#: So many lines, and a quarter of all that go on, do so in lower case on a page that was not broken there by chance.
_LEAST, _QUARTER = 2, 4
#: A run without a blank that is so long is an address, which no width breaks.
_ADDRESS = 40


def unwrapped(text: str) -> str:
    r"""Return `text` with a blank for each line break that a fixed width made: as long as before, every offset valid.

    A break was made by the width where the next line's first word would not have fitted. A page with a longer line was
    not wrapped, and one on which few lines go on in lower case was not either.

    Examples
    --------
    >>> unwrapped("Rapat dibuka.\nRapat ditutup.")
    'Rapat dibuka.\nRapat ditutup.'
    """
    raw = text.split("\n")
    if any(len(line) > _WIDEST and not _has_address(line) for line in raw):
        return text
    width = _width(raw)
    if not _NARROWEST <= width <= _WIDEST:
        return text
    goes_on = [_goes_on(line, after, width) for line, after in pairwise(raw)]
    n_certain = sum(on and after.lstrip()[0].islower() for on, after in zip(goes_on, raw[1:], strict=True))
    if n_certain < max(_LEAST, sum(goes_on) / _QUARTER):
        return text
    joined = [line + (" " if on else "\n") for line, on in zip(raw, goes_on, strict=False)]
    return "".join((*joined, raw[-1]))


def _width(raw: Sequence[str]) -> int:
    """Return the length of the longest line, lines with an address aside."""
    longest = max(map(len, raw))
    if longest <= _NARROWEST or not any(len(line) == longest and _has_address(line) for line in raw):
        return longest
    return max((len(line) for line in raw if not _has_address(line)), default=longest)


def _has_address(line: str) -> bool:
    return max(map(len, line.split()), default=0) >= _ADDRESS


def _goes_on(line: str, after: str, width: int) -> bool:
    """Say whether a line is so full that the first word of the next one had no room in it.

    A headline in capitals ends where the capitals end.
    """
    words = after.split(None, 1)
    is_full = bool(words) and bool(line.strip()) and len(line.rstrip()) + 1 + len(words[0]) > width
    return is_full and (after.isupper() or not line.isupper())


def printed_lines(text: str, lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines as printed in `text`, one for each that an unwrapped line runs over, with its number there."""
    number, counted = 0, 0
    for line in lines:
        position = line.start
        for piece in text[line.start : line.end].split("\n"):
            kept = piece.strip()
            if kept:
                start = position + piece.index(kept)
                number, counted = number + text.count("\n", counted, start), start
                yield msgspec.structs.replace(line, start=start, end=start + len(kept), line=number)
            position += len(piece) + 1
