"""Where printed words and numbers find room: of several places the first that touches nothing printed before."""

from collections.abc import Iterable
from typing import Final

import msgspec

#: Points that a letter of size 1 is wide, and a line of size 1 high; near enough to keep words apart.
_WIDE: Final = 0.56
_HIGH: Final = 1.25


class Box(msgspec.Struct, frozen=True):
    """A box on the page, in points, y upwards."""

    left: float
    bottom: float
    right: float
    top: float

    def overlap(self, other: "Box") -> float:
        """Return the area that both cover."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.top, other.top) - max(self.bottom, other.bottom)
        return max(0.0, wide) * max(0.0, high)


def word_box(words: str, at: tuple[float, float], *, size: float) -> Box:
    """Return the box of words whose middle is `at`."""
    lines = words.split("\n")
    wide, high = _WIDE * size * max(map(len, lines)) / 2, _HIGH * size * len(lines) / 2
    return Box(at[0] - wide, at[1] - high, at[0] + wide, at[1] + high)


class Room:
    """What is printed already."""

    def __init__(self, taken: Iterable[Box] = ()) -> None:
        self._taken = list(taken)

    def take(self, boxes: Iterable[Box]) -> int:
        """Take the box that touches least of what is printed, of equals the first, and return its rank."""
        offered = list(boxes)
        touched = [sum(box.overlap(other) for other in self._taken) for box in offered]
        best = touched.index(min(touched))
        self._taken.append(offered[best])
        return best
