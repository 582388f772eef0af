"""What a rule for time expressions sees of a line, and what it answers."""

import re
from collections.abc import Callable
from typing import Final, Literal

import msgspec

from workbench.parse.tense import looks_ahead
from workbench.parse.timex_value import Direction, Setting
from workbench.span import Span

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Grain = Literal["day", "part", "clock", "other"]
Value = Callable[[Setting], str]

_OPENING: Final = "(\"'\u201c\u2018[-\u2013\u2014"
_LOOK_BACK: Final = 64
_PAST_TAIL: Final = re.compile(r" (?:yang )?(?:lalu|silam)\b| kemarin\b| tadi\b")
_FUTURE_TAIL: Final = re.compile(r" (?:mendatang|depan|nanti|besok|(?:yang )?akan datang)\b")

#: Words that soften a date or an amount and belong to the expression, by their last word, longest first.
_MODIFIERS: Final[dict[str, tuple[list[str], ...]]] = {
    "dari": (["tidak", "lebih", "dari"], ["lebih", "dari"], ["kurang", "dari"]),
    "kurang": (["lebih", "kurang"],),
    "lebih": (["kurang", "lebih"],),
    "tidak": (["paling", "tidak"],),
    "lama": (["paling", "lama"],),
    "sedikit": (["paling", "sedikit"],),
    **{
        word: ([word],)
        for word in (
            *("kurang-lebih", "kira-kira", "sekitar", "hampir", "setidaknya", "sedikitnya"),
            *("awal", "akhir", "pertengahan", "penghujung", "medio"),
        )
    },
}


class Reading(Span, frozen=True):
    """A time expression before its value is worked out.

    Parameters
    ----------
    type
        TIMEX3 type.
    rule
        Id of the rule that found it.
    value
        The value, given what the expression is counted from.
    grain
        ``day``, ``part`` (of the day) or ``clock``, which join with a neighbour; ``other`` stands alone.
    """

    type: TimexType
    rule: str
    value: Value
    grain: Grain = "other"


def fixed(value: str, _setting: Setting) -> str:
    """Return `value` whatever it is counted from."""
    return value


class Scan(msgspec.Struct, frozen=True, gc=False):
    """One stretch of article text under the rules.

    Parameters
    ----------
    text, folded
        The page's text, and the same in lower case with the same length.
    floor, stop
        The stretch; no rule looks beyond it.
    """

    text: str
    folded: str
    floor: int
    stop: int

    def words_before(self, start: int) -> list[str]:
        """Return the words before `start`, opening punctuation stripped; none where no single space precedes."""
        if start <= self.floor or self.folded[start - 1] != " ":
            return []
        left = self.folded[max(self.floor, start - _LOOK_BACK) : start - 1]
        return [word.lstrip(_OPENING) for word in left.rsplit(" ", 5)[-5:]]

    def word_before(self, start: int) -> str:
        """Return the word before `start`, opening punctuation stripped; empty where no single space precedes."""
        if start <= self.floor or self.folded[start - 1] != " ":
            return ""
        begin = self.folded.rfind(" ", self.floor, start - 1) + 1 or self.floor
        return self.folded[begin : start - 1].lstrip(_OPENING)

    def back_over(self, start: int, n_words: int) -> int:
        """Return where the `n_words` words before `start` begin, opening punctuation left out."""
        for _ in range(n_words):
            start = max(self.folded.rfind(" ", self.floor, start - 1) + 1, self.floor)
        while n_words and self.folded[start] in _OPENING:
            start += 1
        return start

    def back_over_any(self, start: int, words: tuple[str, ...]) -> int:
        """Return where the word before `start` begins if it is one of `words`, or `start`."""
        return self.back_over(start, 1) if self.word_before(start) in words else start

    def with_modifiers(self, start: int) -> int:
        """Move `start` back over words such as ``sekitar``, ``lebih dari`` and ``akhir``."""
        modifiers = _MODIFIERS.get(self.word_before(start))
        if modifiers is None:
            return start
        words = self.words_before(start)
        found = (modifier for modifier in modifiers if words[-len(modifier) :] == modifier)
        return self.back_over(start, len(next(found, [])))

    def is_word(self, start: int, end: int) -> bool:
        """Say whether no letter or digit touches ``[start, end)``."""
        before = self.folded[start - 1] if start > self.floor else " "
        after = self.folded[end] if end < self.stop else " "
        return not (before.isalnum() or after.isalnum())

    def direction(self, start: int, end: int) -> Direction:
        """Say by the words at `end` and before `start` on which side of the anchor an expression lies."""
        if self.folded.startswith(" ", end):
            if _PAST_TAIL.match(self.folded, end, self.stop):
                return "past"
            if _FUTURE_TAIL.match(self.folded, end, self.stop):
                return "future"
        return "ahead" if looks_ahead(self.text, self.folded, (start, end), self.floor) else "near"
