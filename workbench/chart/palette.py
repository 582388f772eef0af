"""One palette of meaning: the same colour and pattern for the same word in every chart.

The colours are of Okabe and Ito (2008), *Color Universal Design*; only those are used that reach a contrast of 3:1
against both white and ``#121212``, so that a chart can be read on a light and on a dark page.
"""

from typing import Final

import msgspec

BLUE: Final = "#0072b2"
VERMILLION: Final = "#d55e00"
GREEN: Final = "#009e73"
PURPLE: Final = "#cc79a7"
GREY: Final = "#7a7a7a"
#: Stands for the colour of the text around the chart.
INK: Final = "#123456"


class Look(msgspec.Struct, frozen=True):
    """A colour, a hatch that tells it apart without colour, and the colour of a number on top of it."""

    colour: str
    hatch: str = ""
    on_top: str = "black"


PLAIN: Final = Look(BLUE, "", "white")

#: What a series means to how it looks; one entry a word, in the order in which series are stacked.
LOOKS: Final[dict[str, Look]] = {
    "actual": PLAIN,
    "future": Look(GREEN, "//"),
    "hypothetical": Look(PURPLE, ".."),
    "negation": Look(VERMILLION, "xx"),
    "historical": Look(GREY, "--"),
    "direct": PLAIN,
    "mixed": Look(GREEN, "//"),
    "indirect": Look(PURPLE, ".."),
    "name": PLAIN,
    "description": Look(GREEN, "//"),
    "pronoun": Look(PURPLE, ".."),
    "speaks": PLAIN,
    "spoken-of": Look(PURPLE, ".."),
    "named": PLAIN,
    "role": Look(GREEN, "//"),
    "not-stated": Look(GREY, "--"),
    "stated": PLAIN,
    "inferred": Look(PURPLE, ".."),
    "undated": Look(GREY, "--"),
}


def look_of(series: str) -> Look:
    """Return how `series` looks; grey for a word without a meaning of its own."""
    return LOOKS.get(series, Look(GREY))


def in_order(series: set[str]) -> list[str]:
    """Put series in the order of the palette, others after them by name."""
    known = [word for word in LOOKS if word in series]
    return known + sorted(series - set(known))
