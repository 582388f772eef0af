"""The lines before the body, as what is asked of each of them sees them."""

from collections.abc import Sequence

import msgspec

from workbench.parse.shape import Shape


class Header(msgspec.Struct, frozen=True):
    """The lines before the body, with what is asked of them as a whole.

    Parameters
    ----------
    shapes
        The lines.
    headline
        Index of the headline, or None.
    lede
        The body's first paragraphs.
    has_menu
        Whether more short lines stand above the headline than kickers would.
    lone_prose
        Whether just one of the lines is running text.
    """

    shapes: Sequence[Shape]
    headline: int | None
    lede: str
    has_menu: bool
    lone_prose: bool

    def text(self, index: int) -> str:
        """Return the words of a line; none beyond either end."""
        return self.shapes[index].cut.text if 0 <= index < len(self.shapes) else ""

    def kind(self, index: int) -> str:
        """Return the kind of a line; none beyond either end."""
        return self.shapes[index].kind if 0 <= index < len(self.shapes) else ""

    def rule(self, index: int) -> str:
        """Return the rule of a line; none beyond either end."""
        return self.shapes[index].rule if 0 <= index < len(self.shapes) else ""

    def dated_between(self, start: int, end: int) -> bool:
        """Say whether a date or a byline stands among the lines from `start` to before `end`."""
        return any(shape.kind in {"date", "byline"} for shape in self.shapes[start:end])
