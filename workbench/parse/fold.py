"""Folds case without moving an offset."""


def fold(text: str) -> str:
    """Return `text` in lower case with its length kept (``str.lower`` makes two characters of ``İ``)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def words(listed: str) -> frozenset[str]:
    """Return the words of a list written as one string with spaces."""
    return frozenset(listed.split())
