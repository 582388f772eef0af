"""The date court: which date on a page is the publication's, and what the others are dates of.

The rules are told in ``docs/dates.md``. Text wins over markup, markup over address, and all of them over inference.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Final

import msgspec

from workbench.article import ARTICLE_ZONE, DateValue, Line, Notice
from workbench.page import Page
from workbench.parse.calendar import weekday_agrees
from workbench.parse.calendar_names import ZONES
from workbench.parse.claims import ClaimedDate, claimed_date, retrieved_date, url_date
from workbench.parse.header_dates import HeaderDates, header_dates, is_below_body
from workbench.parse.sighting import Sighting, calendar_day, complete_year, iso_value, stated
from workbench.parse.told import Told, anchored, earliest_day, told_dates
from workbench.span import Span

_COPYRIGHT: Final = re.compile(r"(?i:copyright|hak cipta|©|\(c\))\D{0,40}((?:19|20)[0-9]{2})\b")
#: Length of a value to the minute without a zone.
_NO_ZONE: Final = len("2021-05-03T10:15")
_WEEKDAY_NAMES: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Dates(msgspec.Struct, frozen=True, kw_only=True):
    """The dates of a page, kept apart.

    Parameters
    ----------
    published, modified, retrieved
        Of the article and of the crawl; None where nothing says so.
    events
        Days that the body tells, one for each day, with every place that tells it.
    images
        Days that captions tell.
    notices
        Weekdays that do not fit (``weekday-mismatch``) and dates that contradict (``date-conflict``).
    """

    published: DateValue | None
    modified: DateValue | None
    retrieved: DateValue | None
    events: tuple[DateValue, ...]
    images: tuple[DateValue, ...]
    notices: tuple[Notice, ...]


def settle_dates(page: Page, lines: Sequence[Line]) -> Dates:
    """Decide what each date on the page is the date of.

    Parameters
    ----------
    page
        The page with its claims and address.
    lines
        Its lines with their roles; a date in a related list, a menu or a footer is never heard.

    Returns
    -------
    dates
        Each value with precision, basis, rule and evidence.
    """
    text = page.text
    article = [line for line in lines if line.role in ARTICLE_ZONE]
    told = told_dates(text, article)
    claim = claimed_date(page, "date_published")
    header = header_dates(text, lines, told, claim.day if claim else None)
    published = _published(page, header, told, lines) or _from_url(page) or _inferred(page, header, told, lines)
    if published is not None and published.precision != "month" and published.basis == "stated":
        told = anchored(told, date.fromisoformat(published.value[:10]))
    return Dates(
        published=published,
        modified=_modified(page, header),
        retrieved=retrieved_date(page),
        events=_values((t for t in told if t.line.role != "caption"), "body-date"),
        images=_values((t for t in told if t.line.role == "caption"), "caption-date"),
        notices=(*_mismatches(header, told), *_conflicts(page, header, published, claim)),
    )


def _published(page: Page, header: HeaderDates, told: Sequence[Told], lines: Sequence[Line]) -> DateValue | None:
    claim = claimed_date(page, "date_published")
    known = {t.day for t in told if t.day is not None and t.is_complete} | ({claim.day} if claim else set())
    days = sorted(known)
    for sighting in header.published:
        value = stated(sighting, _rule(sighting)) or _with_year(sighting, days)
        if value is not None and not _yields(page, sighting, claim, lines):
            return _with_zone(value, claim)
    return claim.value if claim else None


def _with_zone(value: DateValue, claim: ClaimedDate | None) -> DateValue:
    """Give a printed clock time the zone by which it is the instant that markup states, if that is one of Indonesia."""
    if value.precision != "minute" or len(value.value) != _NO_ZONE or claim is None:
        return value
    instant = datetime.fromisoformat(claim.value.value)
    if instant.tzinfo is None:
        return value
    ahead = datetime.fromisoformat(value.value) - instant.astimezone(UTC).replace(tzinfo=None)
    hours = next((hours for hours in ZONES.values() if ahead == timedelta(hours=hours)), None)
    return value if hours is None else msgspec.structs.replace(value, value=f"{value.value}+{hours:02d}:00")


def _yields(page: Page, sighting: Sighting, claim: ClaimedDate | None, lines: Sequence[Line]) -> bool:
    """Say whether a printed date gives way to the day that markup states.

    It does where markup says that the printed day is the modification's, and where it stands below the start of the
    body, among what may be other stories' dates.
    """
    if claim is None or claim.value.basis != "stated" or sighting.day in {None, claim.day}:
        return False
    modified = claimed_date(page, "date_modified")
    body = next((line.start for line in lines if line.role == "body"), None)
    return is_below_body(sighting, body) or (modified is not None and modified.day == sighting.day)


def _rule(sighting: Sighting) -> str:
    return "header-broken-date" if len(sighting.evidence) > 1 else f"header-{sighting.found.style}"


def _with_year(sighting: Sighting, known: Sequence[date]) -> DateValue | None:
    """Complete a header date without a year from the days that the page tells or claims."""
    day = complete_year(sighting.found, known)
    if day is None:
        return None
    value, precision = iso_value(sighting.found, day)
    return DateValue(value, precision, "inferred", "header-weekday-gives-year", sighting.evidence)


def _from_url(page: Page) -> DateValue | None:
    day = url_date(page.url)
    return DateValue(day.isoformat(), "day", "inferred", "url-date", ()) if day else None


def _inferred(page: Page, header: HeaderDates, told: Sequence[Told], lines: Sequence[Line]) -> DateValue | None:
    """Infer the earliest day from the days told; the day of a change or the footer may give their year."""
    retrieved = retrieved_date(page)
    crawl = date.fromisoformat(retrieved.value[:10]) if retrieved else None
    modified = next((sighting.day for sighting in header.modified if sighting.day), None)
    if modified is not None:
        return earliest_day(page.text, anchored(told, modified), min(crawl or modified, modified))
    return earliest_day(page.text, told, crawl) or _of_footer_year(page.text, told, lines)


def _of_footer_year(text: str, told: Sequence[Told], lines: Sequence[Line]) -> DateValue | None:
    """Give the last weekday and day that the body tells the year of the copyright line, where the weekday fits."""
    notes = (line for line in lines if line.role == "footer")
    year = next((hit for line in notes if (hit := _COPYRIGHT.search(text, line.start, line.end))), None)
    days = [t for t in told if t.found.weekday is not None and t.line.role != "caption" and not t.is_future]
    if year is None or not days:
        return None
    readings = [(msgspec.structs.replace(t.found, year=int(year[1])), t) for t in days]
    fitting = [(day, t) for found, t in readings if weekday_agrees(found) and (day := calendar_day(found))]
    if len(fitting) < len(days):
        return None
    last, place = max(fitting, key=lambda pair: pair[0])
    evidence = (Span(place.found.start, place.found.end), Span(*year.span(1)))
    return DateValue(last.isoformat(), "day", "inferred", "weekday-fits-copyright-year", evidence)


def _modified(page: Page, header: HeaderDates) -> DateValue | None:
    printed = (stated(sighting, "header-modified") for sighting in header.modified)
    in_text = next((value for value in printed if value is not None), None)
    if in_text is not None:
        return in_text
    claim = claimed_date(page, "date_modified")
    return claim.value if claim else None


def _values(told: Iterable[Told], rule: str) -> tuple[DateValue, ...]:
    """Gather the days told, one value for each day, stated where a year is printed somewhere."""
    places: dict[date, list[Told]] = {}
    for date_told in told:
        if date_told.day is not None:
            places.setdefault(date_told.day, []).append(date_told)
    return tuple(
        DateValue(
            day.isoformat(),
            "day",
            "stated" if any(place.is_complete for place in tellers) else "inferred",
            rule if any(place.is_complete for place in tellers) else f"{rule}-year-from-anchor",
            tuple(Span(place.found.start, place.found.end) for place in tellers),
        )
        for day, tellers in places.items()
    )


def _mismatches(header: HeaderDates, told: Sequence[Told]) -> list[Notice]:
    sightings = [(s.found, s.evidence, s.day) for s in header.seen]
    sightings += [(t.found, (Span(t.found.start, t.found.end),), t.day) for t in told]
    return [
        Notice("weekday-mismatch", f"{day.isoformat()} was a {_WEEKDAY_NAMES[day.weekday()]}.", evidence)
        for found, evidence, day in sightings
        if day is not None and weekday_agrees(found) is False
    ]


def _conflicts(page: Page, header: HeaderDates, published: DateValue | None, claim: ClaimedDate | None) -> list[Notice]:
    if published is None or published.precision == "month":
        return []
    day = date.fromisoformat(published.value[:10])
    found = []
    if claim and claim.day != day:
        found.append(_conflict(published, f"markup ({claim.value.rule})", claim.day, ()))
    address = url_date(page.url)
    if address and address != day:
        found.append(_conflict(published, "the page's address", address, ()))
    modified = claimed_date(page, "date_modified")
    settled = {None, day, modified.day if modified else day}
    rivals = {s.day: s for s in header.published if s.day not in settled}
    return found + [
        _conflict(published, "another date line", other, s.evidence) for other, s in rivals.items() if other
    ]


def _conflict(published: DateValue, witness: str, other: date, evidence: tuple[Span, ...]) -> Notice:
    message = f"Published {published.value} by rule {published.rule}; {witness} says {other.isoformat()}."
    return Notice("date-conflict", message, tuple(sorted(published.evidence + evidence)))
