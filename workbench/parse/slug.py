"""An id made from a name, for outlets and media that the codebook lacks."""

import re

_NOT_WORD = re.compile(r"[^a-z0-9]+")


def slug(name: str) -> str:
    """Return an id made from a name.

    Examples
    --------
    >>> slug("The Old Post")
    'the-old-post'
    """
    return _NOT_WORD.sub("-", name.lower()).strip("-") or "unnamed"
