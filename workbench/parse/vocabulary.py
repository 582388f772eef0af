"""How much of a short line's vocabulary a longer text shares."""

import re
from functools import lru_cache

from workbench.parse.fold import fold, words

_WORD = re.compile(r"[a-zà-ÿ]{4,}")
_COMMON = words(
    "yang dengan untuk dari pada dalam akan telah tidak oleh atau juga lebih sebagai adalah bisa dapat karena "
    "saat usai jadi soal agar bakal hingga masih baru kata sebut minta siap lakukan tersebut antara para bagi "
    "atas serta setelah seperti kepada terhadap secara tahun hari"
)
#: Affixes that hide one root from another (`mengekspor`, `ekspor`).
_PREFIX = re.compile(r"^(?:meng|meny|mem|men|peng|peny|pem|pen|ber|ter|per|di|ke|se|me|pe)(?=[a-z]{4})")


def stems(text: str) -> frozenset[str]:
    """Return crude stems (at most five letters, a prefix taken off) of the words in `text` that carry meaning."""
    return frozenset(map(_stem, set(_WORD.findall(fold(text))) - _COMMON))


@lru_cache(maxsize=1 << 15)
def _stem(word: str) -> str:
    return _PREFIX.sub("", word)[:5]


def shared(line: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of `line` that `other` holds too; 0 for an empty line."""
    return len(line & other) / len(line) if line else 0.0
