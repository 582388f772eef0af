"""Runs of words as numbers, the same in every process: what near copies are found by."""

import re
from collections.abc import Sequence
from hashlib import blake2b
from typing import Final

import numpy as np

from workbench.article import ARTICLE_ZONE, Article
from workbench.store.ragged import Numbers

#: Words in a run. Of text of which a fifth of the words was changed, half of the runs of three are left, but only a
#: third of the runs of five.
RUN: Final = 3
#: One run in so many is kept for all texts.
_SAMPLED: Final = np.uint32(4)
WORD: Final = re.compile(r"[^\W_]+")
_MIX: Final = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F), np.uint64(0x165667B19E3779F9))
_UPPER: Final = np.uint64(32)


class Shingler:
    """Turns words into numbers, and remembers the numbers of words."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def of_words(self, words: Sequence[str]) -> Numbers:
        """Return the number of each run of `RUN` words, in order; none for fewer words."""
        if len(words) < RUN:
            return np.zeros(0, dtype=np.uint32)
        numbers = np.fromiter(map(self._number, words), dtype=np.uint64, count=len(words))
        mixed = sum(
            (numbers[place : len(numbers) - RUN + 1 + place] * _MIX[place] for place in range(1, RUN)),
            start=numbers[: len(numbers) - RUN + 1] * _MIX[0],
        )
        return ((mixed ^ (mixed >> _UPPER)) * _MIX[0] >> _UPPER).astype(np.uint32)

    def of_text(self, text: str) -> Numbers:
        """Return the distinct runs of `text`, sorted."""
        return np.unique(self.of_words(WORD.findall(text.casefold())))

    def _number(self, word: str) -> int:
        number = self._numbers.get(word)
        if number is None:
            # Python's own hash differs from one process to the next.
            number = int.from_bytes(blake2b(word.encode("utf-8", "replace"), digest_size=8).digest(), "little")
            self._numbers[word] = number
        return number


def sampled(runs: Numbers) -> Numbers:
    """Return those of `runs` that candidates are found by: the same of every text that holds them."""
    kept: Numbers = runs[runs % _SAMPLED == 0]
    return kept


def own_text(article: Article) -> str:
    """Return what an article says of its own: headline, standfirst, captions and body."""
    return "\n".join(line.of(article.text) for line in article.lines if line.role in ARTICLE_ZONE)
