"""Text of pages as people are shown it: what could hide, reorder or command stands there by its number."""

from unicodedata import category


def visible(text: str) -> str:
    """Write control, format and bidirectional characters as ``⟨U+202E⟩``; they could hide or reorder words."""
    return "".join(f"⟨U+{ord(c):04X}⟩" if category(c) in {"Cc", "Cf", "Co", "Cs"} and c != "\n" else c for c in text)


def on_terminal(text: str) -> str:
    r"""Return `text` for a terminal, which obeys some of those characters; tabs are blanks there.

    Examples
    --------
    >>> on_terminal("satu\tdua \x1b[2J")
    'satu dua ⟨U+001B⟩[2J'
    """
    return visible(text.replace("\t", " "))
