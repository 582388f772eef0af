"""Reads the dateline that opens an Indonesian news story: place, outlet or agency, separator."""

# ruff: noqa: PLR2004 -- lengths and weights are the evidence itself, read best beside the words they judge

import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from workbench.article import Dateline
from workbench.parse.addresses import SITE_ENDS
from workbench.parse.fold import fold, words
from workbench.parse.places import FILING_CITIES, REGIONS


class Opening(msgspec.Struct, frozen=True):
    """A dateline as printed.

    Parameters
    ----------
    dateline
        The place, or None where the opening names only an outlet.
    end
        Offset after the separator, where the lede begins.
    """

    dateline: Dateline | None
    end: int


_WORD = r"[A-Z][\w'’-]*\.?(?:[A-Z]\.)*"
_PLACE = rf"{_WORD}(?: (?:{_WORD}|of|de|al|el|bin)){{0,3}}"
_DAY = (
    r"\d{1,2}/\d{1,2}|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}(?: \d{4})?|\d{1,2} [A-Z]{3,9}(?: \d{4})?"
    r"|[A-Z][a-z]{2,8} \d{1,2}"
)
_PART = rf"(?:{_PLACE}|[a-z][\w-]{{2,20}}(?=,)|(?:www\.)?[\w-]+(?:\.[\w-]+)+|[A-Z]\w+\. (?:[Cc]om|Id|id)\b|{_DAY})"
#: The second alternative is a dash that was decoded wrongly.
_SEPARATOR = r"(?:\s*[-–—]{1,3}\s*|\s*â€[“”–]\s*|\s*\|{1,2}\s*|\s*:\s+|\.\s+)"
_PATTERN = re.compile(
    rf"(?:(?P<site>[\w-]+\.{SITE_ENDS}) (?=[A-Z]))?"
    rf"(?P<parts>{_PART}(?:\s?(?:,|\|{{1,2}})\s?{_PART}){{0,3}})?"
    rf"(?:,?\s?\((?P<agency>[A-Za-z][\w !/.,&-]{{1,40}})\))?"
    rf"(?P<separator>{_SEPARATOR})(?:(?P<second>{_PLACE})(?P<stop>\.\s+|\s*[-–—:]+\s+))?"
)
#: How far a dateline reaches.
_REACH = 120
#: The words that can belong to one, up to the first in lower case without a mark; what no dateline is without.
_HEAD = re.compile(r"(?:\s*+(?:[^a-z\s]\S*+|(?:of|de|al|el|bin)(?!\S)|[a-z][^\s.,:|()–—-]*+[.,:|()–—-]\S*+))*+")
_HINT = re.compile(r"[-–—|:(€]|\. ")
_ALONE = re.compile(
    rf"(?P<parts>{_PART}(?:\s?,\s?{_PART}){{0,2}})(?:\s?\([A-Z][\w /]+\))?"
    r"(?:(?P<dash>\s*[-–—]*)|\s?[-–—]{1,2}\s?(?P<outlet>[\w-]+(?:\.[\w-]+)+))\s*$"
)
_OUTLET_WORD = re.compile(
    r"\b(?:news|times|post|tv|media|pos|online|com|net|express|harian|koran|info|network|today|daily|tribun\w*|radar|viva"
    r"|kabar\w*|berita\w*|suara|warta\w*|insider|kompas|detik\w*|antara|seru|jawapos|republika|tempo|kontan|bisnis|pr"
    r"|\w{3,}(?:news|post|times|media|online|com)|id|channel\w*|fm|pikiran|sinar|harapan|rmol|jpnn|mina|idm|cnn|cnbc|idn)\b"
)
_DOMAIN = re.compile(r"[\w-]+(?:\.[A-Za-z]{2,}|\. ?(?i:com|id|net))")
_GLUED_CITY = re.compile(r"([A-Z]+|[A-Z][a-z]+)(?:-(?=[A-Z])|(?<=[a-z])(?=[A-Z]))[\w.]+$")
_DAY_PART = re.compile(_DAY + "$")
#: Sections that stand in the place's slot, and words in capitals that open a lede.
_NO_PLACE = words(
    "internasional dunia nasional politik ekonomi news global olahraga hukum hiburan berita video foto breaking "
    "opini analisis pengamat fakta profil kronologi sebuah seorang presiden menteri kremlin eksklusif update "
    "catatan"
)


def read_dateline(text: str, start: int, end: int) -> Opening | None:
    """Read the dateline at the head of a paragraph, or None where there is none.

    Parameters
    ----------
    text
        The page's text.
    start, end
        The paragraph.
    """
    limit = min(end, start + _REACH)
    head = _HEAD.match(text, start, limit)
    # One blank more, for the one behind a full stop.
    if head is None or _HINT.search(text, start, min(head.end() + 1, limit)) is None:
        return None
    opening = _read_head(text[start : limit + 1], limit - start)
    return opening if opening is None or start == 0 else _moved(opening, start)


# The zones, the headline and the article ask about one lede, and about those of other pages in between.
@lru_cache(maxsize=128)
def _read_head(head: str, limit: int) -> Opening | None:
    """Read the dateline of a paragraph that starts with `head`, of which the last character may follow its reach."""
    found = _PATTERN.match(head, 0, limit)
    if found is None or (found["parts"] is None and found["agency"] is None):
        return None
    after = found.end() if found["second"] is None else found.start("second")
    parts = _parts(found)
    if found["second"] is not None and _names_outlet(found["parts"] or "") and len(parts) == 1:
        return _opening([(found["second"], found.start("second"))], found.end())
    if not _plausible(found, head[after : after + 1], parts):
        return None
    return _opening(parts, after)


def _moved(opening: Opening, by: int) -> Opening:
    place = opening.dateline
    moved = Dateline(place.start + by, place.end + by, place=place.place) if place else None
    return Opening(moved, opening.end + by)


def names_outlet_or_city(paragraph: str) -> bool:
    """Say whether a paragraph opens with a dateline that an outlet's name or a known city of filing vouches for."""
    opening = read_dateline(paragraph, 0, len(paragraph))
    if opening is None:
        return False
    place = opening.dateline
    return place is None or fold(place.of(paragraph)) in FILING_CITIES | REGIONS or place.end + 4 < opening.end


def is_dateline_alone(line: str) -> bool:
    """Say whether a whole line is a dateline that its paragraph was cut from (``Canberra -``, ``Minsk, OUTLET.ID``)."""
    if len(line) > 60:
        return False
    found = _ALONE.match(line)
    if found is None:
        return False
    parts = [part.strip() for part in found["parts"].split(",")]
    if found["outlet"]:
        return _names_city(parts[0])
    if found["dash"].strip():
        return fold(parts[0]) not in _NO_PLACE
    return len(parts) == 2 and (
        any(_DOMAIN.fullmatch(part) for part in parts) or (fold(parts[0]) in FILING_CITIES and _names_outlet(parts[1]))
    )


def _names_city(part: str) -> bool:
    """Say whether what an outlet's address follows is a city: in capitals, or known."""
    return part.isupper() or fold(part) in FILING_CITIES


def read_dateline_alone(text: str, start: int, end: int) -> Dateline | None:
    """Return the place of a dateline that stands alone on its line."""
    found = _ALONE.match(text[start:end])
    if found is None:
        return None
    opening = _opening(_split(found["parts"], start), end)
    return opening.dateline


def _parts(found: re.Match[str]) -> list[tuple[str, int]]:
    return _split(found["parts"], found.start("parts")) if found["parts"] else []


def _split(parts: str, offset: int) -> list[tuple[str, int]]:
    """Cut at commas, each part with its offset."""
    cut, position = [], 0
    for part in parts.replace("|", ",").split(","):
        kept = part.strip()
        cut.append((kept, offset + position + len(part) - len(part.lstrip())))
        position += len(part) + 1
    return cut


def _plausible(found: re.Match[str], following: str, parts: list[tuple[str, int]]) -> bool:
    """Refuse openings that only look like a dateline: a lede with a colon, a dash inside a name."""
    separator = found["separator"]
    if separator == "-" and following and found.string.startswith(found["parts"] or " ", found.end("separator")):
        return False  # a word said twice: ``DETIK-DETIK``
    named = found["agency"] is not None or found["site"] is not None or any(_names_outlet(part) for part, _ in parts)
    if following and not (following.isupper() or following in "\"“'‘(" or following.isdigit() or named):
        return False
    if separator.strip() in "." and not (named and len(parts) <= 2):
        return False
    if not separator[0].isspace() and not separator[-1].isspace() and not named:
        return False
    if ":" in separator and not named:
        return _heads_with_colon([part for part, _ in parts])
    return named or len(parts) > 1 or len(parts[0][0].split()) <= 3


def _heads_with_colon(parts: Sequence[str]) -> bool:
    """Say whether what a colon follows is a city, a city and its country, or an outlet's letters and its city."""
    first, second = fold(parts[0]), fold(parts[1]) if len(parts) == 2 else None
    if second is None:
        return len(parts) == 1 and len(first.split()) <= 2 and first not in _NO_PLACE
    return second in REGIONS or (parts[0].isupper() and second in FILING_CITIES)


def _opening(parts: list[tuple[str, int]], end: int) -> Opening:
    kept = [
        (part, at)
        for part, at in map(_glued_city, parts)
        if part and not _names_outlet(part) and not _DAY_PART.match(part)
    ]
    if len(kept) == 2 and fold(kept[1][0]) in FILING_CITIES - REGIONS and fold(kept[0][0]) not in FILING_CITIES:
        kept = kept[1:]  # an outlet before its city
    if len(kept) == 2 and not REGIONS.issuperset(fold(kept[1][0]).split()):
        kept = kept[:1]
    if not kept or fold(kept[0][0]).rstrip(".") in _NO_PLACE:
        return Opening(None, end)
    start, last = kept[0][1], kept[-1]
    if len(kept) == 2 and last[1] - start > len(kept[0][0]) + 3:
        last = kept[0]
    stop = last[1] + len(last[0])
    place = parts[0][0] if last is kept[0] and kept[0] == parts[0] else None
    return Opening(Dateline(start, stop, place=place if place is not None else _joined(kept, last)), end)


def _glued_city(part: tuple[str, int]) -> tuple[str, int]:
    """Cut an outlet from the city that it is glued to: ``JAKARTA-WARTAKOTA``, ``MinskWarta``."""
    printed, at = part
    city = _GLUED_CITY.match(printed)
    return (city[1], at) if city and fold(city[1]) in FILING_CITIES else part


def _joined(kept: list[tuple[str, int]], last: tuple[str, int]) -> str:
    return ", ".join(part for part, at in kept if at <= last[1])


def _names_outlet(part: str) -> bool:
    folded = fold(part.strip())
    bare = part.strip()
    return (
        (_DOMAIN.fullmatch(bare) is not None and folded != "d.c.")
        or bare[:1].islower()
        or _OUTLET_WORD.search(folded) is not None
        or re.search(r"[a-z][A-Z]|^[A-Z]{2,}[a-z]", bare) is not None
    )
