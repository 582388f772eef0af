"""Ranges of characters in a text that never changes."""

import msgspec


# Values that never change hold no cycles: the collector need not look at the thousands of them that an article makes.
class Span(msgspec.Struct, frozen=True, order=True, gc=False):
    """A half-open range ``[start, end)`` of Unicode code points in one text.

    Everything that rests on evidence in a page (a line, a mention, a quote) is a span with further fields,
    so ``text[tag.start:tag.end]`` is always the evidence.

    Parameters
    ----------
    start, end
        Offsets in code points; ``0 <= start < end``.

    Raises
    ------
    ValueError
        The range is empty, reversed or negative.

    Examples
    --------
    >>> Span(0, 5).of("Minsk dan Moskow")
    'Minsk'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            message = f"span [{self.start}, {self.end}) is empty, reversed or negative"
            raise ValueError(message)

    def of(self, text: str) -> str:
        """Return the characters of `text` that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Say whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end
