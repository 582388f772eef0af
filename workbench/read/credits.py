"""Credits: who wrote, edited and pictured, as templates print it below the article, often in links or in tables."""

import re
from typing import Final

#: A credit is no sentence.
_LONGEST: Final = 80
_ROLE: Final = (
    r"(?:penulis|editor|reporter|pewarta|wartawan|jurnalis|kontributor|redaktur|penyunting|penerjemah|peliput|laporan"
    r"|sumber|fotografer|author|writer|source|(?:red|rep|oleh)(?=\s*:))"
)
_CREDIT: Final = re.compile(rf"{_ROLE}\b", re.IGNORECASE)
_LABEL: Final = re.compile(rf"{_ROLE}\s*:?", re.IGNORECASE)


def is_credit(text: str) -> bool:
    """Say whether a line begins with a role, alone or with a name.

    Examples
    --------
    >>> is_credit("Penulis: Rina Sari"), is_credit("Editor"), is_credit("Red: Budi")
    (True, True, True)
    >>> is_credit("Editorial hari ini"), is_credit("Red Square")
    (False, False)
    """
    return len(text) <= _LONGEST and _CREDIT.match(text) is not None


def is_label(text: str) -> bool:
    """Say whether a line is a role that waits for its name."""
    return _LABEL.fullmatch(text) is not None
