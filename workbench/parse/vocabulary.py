"""How much of a short line's vocabulary a longer text shares."""

import re
from itertools import chain

from workbench.parse.fold import words

_WORD = re.compile(r"[a-zà-ÿ]{4,}")
_COMMON = words(
    "yang dengan untuk dari pada dalam akan telah tidak oleh atau juga lebih sebagai adalah bisa dapat karena "
    "saat usai jadi soal agar bakal hingga masih baru kata sebut minta siap lakukan tersebut antara para bagi "
    "atas serta setelah seperti kepada terhadap secara tahun hari"
)
#: Affixes that hide one root from another (`mengekspor`, `ekspor`).
_PREFIX = re.compile(r"^(?:meng|meny|mem|men|peng|peny|pem|pen|ber|ter|per|di|ke|se|me|pe)(?=[a-z]{4})")
#: So many letters are the stem, and so many runs are remembered.
_LETTERS, _MOST = 5, 1 << 16


def stems(folded: str) -> frozenset[str]:
    """Return crude stems (at most five letters, a prefix taken off) of the words in lower case that carry meaning."""
    # Splitting at blanks is several times as fast as finding words, and most runs were met before.
    return frozenset(chain.from_iterable(map(_STEMS.__getitem__, folded.split())))


class _Stems(dict[str, tuple[str, ...]]):
    """The stems in the runs of characters without blanks met so far."""

    def __missing__(self, run: str) -> tuple[str, ...]:
        if len(self) >= _MOST:
            self.clear()
        meaning = [word for word in _WORD.findall(run) if word not in _COMMON]
        stems = self[run] = tuple(_PREFIX.sub("", word)[:_LETTERS] for word in meaning)
        return stems


_STEMS = _Stems()


def shared(line: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of `line` that `other` holds too; 0 for an empty line."""
    return len(line & other) / len(line) if line else 0.0
