"""Which of the dates around a headline is the publication's and which the modification's."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Final, Literal

import msgspec

from workbench.article import Line, Role
from workbench.parse.calendar import DateMatch, weekday_agrees
from workbench.parse.sighting import Sighting, complete_year, days_to_nearest, sight_dates
from workbench.parse.told import Told

_PUBLISHED: Final = (
    r"di ?terbitkan|di ?publikasikan|dipublikasi|terbit|tayang|di ?tayangkan|diunggah|diposting"
    r"|published|posted|publish"
)
_MODIFIED: Final = r"di ?perba(?:ha)?rui|pembaruan|dimutakhirkan|diubah|disunting|updated?|modified|edited"
_LABEL: Final = re.compile(rf"\b(?:(?P<published>{_PUBLISHED})|(?P<modified>{_MODIFIED}))\b", re.IGNORECASE)
_CRAWL_STAMP: Final = re.compile(r"\A\s*date \Z")
_INDONESIAN: Final = re.compile(r"\b(?:yang|untuk|dengan|pada|dari|dan)\b")
_ENGLISH_WEEKDAY: Final = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
#: What a source's date stands behind: ``Sumber: Koran Contoh (3 Mei 2021)``.
_SOURCE: Final = ("Sumber", "SUMBER", "sumber")
_WEEK: Final = 7
#: A story is not printed so many days after the days that it tells.
_FAR: Final = 21
#: A single line of a date that is broken over several is no longer than this.
_FRAGMENT: Final = 24

#: What each role of a line is worth as the place of a publication date.
_ROLE_WEIGHT: Final[dict[Role, int]] = {"timestamp": 6, "byline": 5, "kicker": 2}


class Clues(msgspec.Struct, frozen=True):
    """What is known of a page besides its date lines.

    Parameters
    ----------
    headline, body
        Where the headline and the first body line start; None where the page has none.
    told
        Days that the body tells as past or present, in calendar order.
    yearless
        Days that it tells as such without a year that the page would give.
    claimed
        The day of publication that markup claims.
    """

    headline: int | None
    body: int | None
    told: Sequence[date]
    yearless: Sequence[DateMatch]
    claimed: date | None


class HeaderDates(msgspec.Struct, frozen=True):
    """The dates in date position, best first, and all of them in text order."""

    published: tuple[Sighting, ...]
    modified: tuple[Sighting, ...]
    seen: tuple[Sighting, ...]


def header_dates(text: str, lines: Sequence[Line], told: Sequence[Told], claimed: date | None) -> HeaderDates:
    """Rank the dates in timestamp, byline and kicker lines.

    Evidence adds up: the line's role, a label (``Diterbitkan``, ``diperbarui``), the place below the headline and
    above the body, a clock time, a weekday that fits, nearness to the days that the body tells, agreement with
    markup. The page's own clock never counts: see `_is_page_clock`.

    Parameters
    ----------
    text
        The page's text.
    lines
        All lines of the page with their roles.
    told
        The days that the article's own lines tell.
    claimed
        See `Clues`.
    """
    past = [t for t in told if not t.is_future and t.line.role != "caption"]
    days = sorted({t.day for t in past if t.day})
    yearless = [t.found for t in told if t.day is None and (t in past or t.found.weekday is not None)]
    clues = Clues(_start(lines, "headline"), _start(lines, "body"), days, yearless, claimed)
    sightings = [
        sighting
        for sighting in _sightings(text, lines)
        if sighting.found.month is not None
        and not _is_page_clock(text, sighting, clues)
        and not text.startswith(_SOURCE, sighting.line.start)
        and not (lines and sighting.line.start == lines[0].start and _is_masthead(sighting, clues))
    ]
    ranked = sorted(sightings, key=lambda sighting: -_weight(sighting, clues))
    published = [sighting for sighting in ranked if _label(sighting) != "modified"]
    modified = [sighting for sighting in ranked if _label(sighting) == "modified"]
    return HeaderDates(tuple(published), tuple(modified), tuple(sightings))


def _start(lines: Sequence[Line], role: Role) -> int | None:
    return next((line.start for line in lines if line.role == role), None)


def _sightings(text: str, lines: Sequence[Line]) -> Iterator[Sighting]:
    """Read runs of timestamp lines as one, bylines singly, and last the short lines above the body as one."""
    has_day = False
    for role, run in groupby(lines, key=lambda line: line.role):
        if role not in _ROLE_WEIGHT:
            continue
        members = list(run)
        for part in [members] if role == "timestamp" else [[line] for line in members]:
            for sighting in sight_dates(text, part):
                has_day = has_day or sighting.found.day is not None
                yield sighting
    if not has_day:
        yield from _broken(text, lines)


def _broken(text: str, lines: Sequence[Line]) -> Iterator[Sighting]:
    """Find a date whose parts stand on lines of their own around the headline (``12`` / ``Mar`` / ``2022``)."""
    first_body = next((line.start for line in lines if line.role == "body"), 0)
    above = [line for line in lines if line.start < first_body and line.role not in {"headline", "caption", "related"}]
    for is_short, run in groupby(above, key=lambda line: line.end - line.start <= _FRAGMENT):
        if is_short:
            yield from (found for found in sight_dates(text, list(run)) if len(found.evidence) > 1 and found.day)


def _is_page_clock(text: str, sighting: Sighting, clues: Clues) -> bool:
    """Say whether a date is the day on which the page was shown or fetched: no part of the article.

    Mastheads print it in English with the weekday and no clock time, as blogs print the day of a post: there the
    article tells of days near it. Crawlers print ``date 2022-10-04``.
    """
    if _CRAWL_STAMP.search(sighting.before):
        return True
    is_english = sighting.found.hour is None and _ENGLISH_WEEKDAY.match(sighting.evidence[0].of(text)) is not None
    return is_english and _INDONESIAN.search(text) is not None and not _is_near(sighting.day, clues)


def _is_masthead(sighting: Sighting, clues: Clues) -> bool:
    """Say whether a date that opens the page is the day on which it was fetched.

    It stands above the headline with its weekday, and the article tells of days long before or after: any where no
    clock time is printed, else days without a year, which only news of the same weeks has.
    """
    found, day = sighting.found, sighting.day
    is_bare = found.weekday is not None and (found.hour is None or clues.yearless) and not _label(sighting)
    if not is_bare or day is None or clues.headline is None or sighting.line.start > clues.headline:
        return False
    return bool(clues.told or clues.yearless) and not _is_near(day, clues) and day != clues.claimed


def _is_near(day: date | None, clues: Clues) -> bool:
    """Say whether the article tells of a day within three weeks of `day`."""
    if day is None:
        return False
    days = [*clues.told, *(complete_year(other, (day,)) for other in clues.yearless)]
    return any(told is not None and abs(told - day).days <= _FAR for told in days)


def _label(sighting: Sighting) -> Literal["published", "modified"] | None:
    labels = list(_LABEL.finditer(sighting.before))
    if not labels:
        return None
    return "published" if labels[-1]["published"] else "modified"


def _weight(sighting: Sighting, clues: Clues) -> int:
    found = sighting.found
    agrees = weekday_agrees(found)
    weight = _ROLE_WEIGHT.get(sighting.line.role, 0)
    weight += 4 * (_label(sighting) == "published") - 3 * (found.style == "english") - 4 * (found.day is None)
    weight += 2 * (found.hour is not None) + (found.zone is not None) - 2 * (found.year is None)
    weight += 2 * (agrees is True) - 2 * (agrees is False)
    return weight + _place_weight(sighting, clues) + _day_weight(sighting.day, clues)


def _place_weight(sighting: Sighting, clues: Clues) -> int:
    is_below_headline = clues.headline is not None and sighting.line.start > clues.headline
    return is_below_headline - 4 * is_below_body(sighting, clues.body)


def is_below_body(sighting: Sighting, body: int | None) -> bool:
    """Say whether a date stands after the article began: less likely its own."""
    return body is not None and sighting.line.start > body


def _day_weight(day: date | None, clues: Clues) -> int:
    if day is None:
        return 0
    weight = 5 * (day == clues.claimed)
    if clues.told:
        distance = days_to_nearest(day, clues.told)
        weight += 3 * (distance <= _WEEK) - 3 * (day < clues.told[-1]) * (distance > 1)
    return weight
