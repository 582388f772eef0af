"""What stands right before a number of a date: the weekday, the month, an opening bracket.

Words are looked up backwards by hand; a pattern that must end here would be tried at every earlier character.
"""

from typing import Final

import msgspec

from workbench.parse.calendar_names import MONTHS, WEEKDAYS

_BLANK: Final = " \t\u00a0\u2009\u202f"
_APOSTROPHES: Final = "'\u2019\u2018`"
_DAY_PARTS: Final = (" dini hari", " pagi", " siang", " sore", " petang", " malam")
_DAY_WORDS: Final = (" tanggal", " tgl", " tgl.")
_LONGEST_WORD: Final = 12
_MOST_BLANKS: Final = 4


class Before(msgspec.Struct, frozen=True, gc=False):
    """A weekday (0 is Monday) or month before a number.

    Parameters
    ----------
    start
        Where its name starts.
    number
        Its number.
    opens
        A bracket opens between it and the number.
    """

    start: int
    number: int
    opens: bool = False


def weekday_before(text: str, start: int, floor: int) -> Before | None:
    """Return the weekday before `start`: ``Selasa, ``, ``Selasa malam (``, ``Warta.idSelasa tanggal ``."""
    end = _skip(text, start, floor, _BLANK)
    opens = end > floor and text[end - 1] == "("
    if opens:
        end = _skip(text, end - 1, floor, _BLANK)
    end = _skip_word(text, end, floor, _DAY_WORDS)
    end = _skip(text, end, floor, _BLANK + ",")
    if opens:
        end = _skip_word(text, end, floor, _DAY_PARTS)
    if end > floor and text[end - 1] == ".":
        end -= 1
    word_start = _word_start(text, end, floor)
    name = text[word_start:end]
    number = WEEKDAYS.get(name.lower())
    if number is None:
        glued = _glued(name)
        number = WEEKDAYS.get(name[glued:].lower()) if glued else None
        word_start += glued
    return Before(word_start, number, opens) if number is not None else None


def month_before(text: str, start: int, floor: int) -> Before | None:
    """Return the month before `start`: ``November ``, ``Mar. ``."""
    end = _skip(text, start, floor, _BLANK + ",")
    if end > floor and text[end - 1] == ".":
        end -= 1
    word_start = _word_start(text, end, floor)
    number = MONTHS.get(text[word_start:end].lower())
    return Before(word_start, number) if number is not None else None


def _skip(text: str, end: int, floor: int, characters: str) -> int:
    stop = max(floor, end - _MOST_BLANKS)
    while end > stop and text[end - 1] in characters:
        end -= 1
    return end


def _skip_word(text: str, end: int, floor: int, words: tuple[str, ...]) -> int:
    """Move `end` back over one of `words`, which begin with a blank."""
    tail = text[max(floor, end - _LONGEST_WORD) : end].lower()
    if not tail.endswith(words):
        return end
    word = next(word for word in words if tail.endswith(word))
    return _skip(text, end - len(word) + 1, floor, _BLANK)


def _word_start(text: str, end: int, floor: int) -> int:
    start = end
    stop = max(floor, end - _LONGEST_WORD)
    while start > stop and (text[start - 1].isalpha() or text[start - 1] in _APOSTROPHES):
        start -= 1
    return start


def _glued(name: str) -> int:
    """Return where a capital follows a small letter (``idKamis``), or 0."""
    return next((i for i in range(len(name) - 1, 0, -1) if name[i].isupper() and name[i - 1].islower()), 0)
