"""Word forms of an Indonesian root, as a regular expression.

The prefixes and the nasal they take follow Sneddon et al. (2010), Indonesian: A Comprehensive Grammar, ch. 1. Roots in
p, t, k and s may lose that letter (``pasok``, ``memasok``) or keep it (loans: ``produksi``, ``memproduksi``).
"""

import re
from typing import Final

#: Clitics are not derivation: a word with one is still that word.
CLITICS: Final = "(?:nya|lah|kah|pun|ku|mu)?"
_SUFFIX: Final = "(?:kan|an|i)?" + CLITICS
_PLAIN: Final = "(?:di(?:per|ber)?|ter|ber|be|per|pe|se|ke(?:ber|ter)?|mem(?:per|ber)|pem(?:er|ber)|ku|kau)?"
_NASAL: Final = {
    "p": ("m", "p"),
    "t": ("n", "t"),
    "k": ("ng", "k"),
    "s": ("n", "[sy]"),
}
_KEPT: Final = {**dict.fromkeys("bfv", "m"), **dict.fromkeys("cdjz", "n"), **dict.fromkeys("ghaeiou", "nge?")}


def affixed(root: str) -> str:
    """Return a regular expression for the words that Indonesian forms on `root`, without word boundaries.

    Examples
    --------
    >>> [bool(re.fullmatch(affixed("pasok"), word)) for word in ("memasok", "pemasokannya", "dipasok", "pasar")]
    [True, True, True, False]
    """
    return f"(?:{_PLAIN}{re.escape(root)}|{_nasalised(root)}){_SUFFIX}"


def stem(root: str) -> str:
    """Return the letters of `root` that stand in every form of it.

    Examples
    --------
    >>> stem("pasok"), stem("latih")
    ('asok', 'latih')
    """
    return root[1:] if root[0] in _NASAL else root


def _nasalised(root: str) -> str:
    first, rest = root[0], re.escape(root[1:])
    if first == "s":
        return f"(?:me|pe)n{_NASAL['s'][1]}{rest}"
    if first in _NASAL:
        nasal, letter = _NASAL[first]
        return f"(?:me|pe){nasal}{letter}?{rest}"
    return f"(?:me|pe){_KEPT.get(first, '(?:nge)?')}{re.escape(root)}"
