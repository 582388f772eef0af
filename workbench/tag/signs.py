"""Signs around a name: what stands right before and after it says what it is."""

import re

from workbench.tag.verbs import Verbs
from workbench.tag.words import WordLists

#: ``pria bernama X``, ``atas nama X``: a person, if the word before ``bernama`` is one for persons.
_NAMED = re.compile(r"(?:(?:\batas nama|\bsaudar[ai])|(?P<who>(?:[\w-]+[ \xa0]){1,4})bernama(?: lengkap)?)[ \xa0]$")
_BEFORE_NAMED = frozenset({"bernama", "lengkap", "nama", "saudara", "saudari"})
#: The age that the press gives behind a person's name.
_AGE = re.compile(r"[ \xa0]\((?:[1-9]\d|\d)(?: tahun)?\)|, [1-9]\d tahun\b")
#: How far before a name the word before it can begin, and the words that lead up to ``bernama``.
_REACH = 24
_NAMED_REACH = 60
#: Of how many words an office before a comma is.
_LONGEST_OFFICE = 3


def title_before(text: str, at: int, words: WordLists) -> bool:
    """Say whether a title without a capital is before a name, or an office and a comma (``juru bicara negara, …``)."""
    if text[at - 1 : at] not in " \xa0" or at == 0:
        return False
    before = text[max(0, at - _REACH) : at - 1].rpartition(" ")[2]
    word = before.rstrip(",")
    named = _NAMED.search(text, max(0, at - _NAMED_REACH), at) if word in _BEFORE_NAMED else None
    if named is not None:
        return named["who"] is None or any(map(words.is_person_noun, named["who"].split()))
    if not word.islower():
        return False
    if word.endswith("nya") and words.is_kin(word.removesuffix("nya")):
        return True
    if text.endswith(("juru bicara", "Juru bicara"), 0, at - 1):
        return True
    return words.is_title(word) if word == before else _titled_clause(text[max(0, at - _REACH) : at - 1], words)


def _titled_clause(before: str, words: WordLists) -> bool:
    """Say whether the words up to a comma tell of an office: ``juru bicara negara,``, ``manajer tim,``."""
    last = before.rstrip(",").split()[-_LONGEST_OFFICE:]
    if words.is_office(last[-1]):
        return True
    office = next((index for index, word in enumerate(last) if words.is_title(word)), len(last))
    return all(map(str.islower, last[office:])) and office < len(last)


def noun_before(text: str, at: int, words: WordLists) -> bool:
    """Say whether a noun for ships, weapons or exercises stands before a name: ``rudal Tirta``, ``kapal perang``."""
    return at > 0 and text[at - 1] in " \xa0" and words.is_thing(text[max(0, at - _REACH) : at - 1].rpartition(" ")[2])


def is_aged(text: str, end: int) -> bool:
    """Say whether an age stands behind the name that ends at `end`: ``Sari (27)``."""
    return _AGE.match(text, end) is not None


def speaks(text: str, start: int, end: int, verbs: Verbs) -> bool:
    """Say whether the words stand where a speaker does: right after ``kata``, or right before ``mengatakan``."""
    before = text[max(0, start - _REACH) : start].rstrip(" \xa0").rpartition(" ")[2]
    if verbs.inverted.fullmatch(before):
        return True
    return text[end : end + 1] in " \xa0" and verbs.active.match(text, end + 1) is not None
