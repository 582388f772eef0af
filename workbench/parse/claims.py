"""What a page's markup, data columns and address say of its dates."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final, Literal

import msgspec

from workbench.article import DateValue
from workbench.page import Claim, Page
from workbench.parse.calendar import find_dates
from workbench.parse.sighting import calendar_day, iso_value
from workbench.span import Span

#: Origins by how far they are trusted, best first; what is not listed comes last but before guesses.
_TRUST: Final = ("json-ld", "meta:article:", "meta:", "microdata", "time", "column:")
_GUESSES: Final = ("htmldate", "guess")
_COMPACT: Final = re.compile(r"(?P<y>(?:19|20)[0-9]{2})(?P<m>[01][0-9])(?P<d>[0-3][0-9])(?:T|\b)")
_URL_DAY: Final = re.compile(
    r"/(?P<y>(?:19|20)[0-9]{2})[/-](?P<m>[01]?[0-9])[/-](?P<d>[0-3]?[0-9])(?=[/\-_?#.]|\Z)"
    r"|/(?P<d3>[0-3]?[0-9])/(?P<m3>[01]?[0-9])/(?P<y3>20[0-9]{2})(?=/)"
    r"|(?<=[/\-_=])(?P<y2>20[0-9]{2})(?P<m2>[01][0-9])(?P<d2>[0-3][0-9])(?=[0-9]{0,8}(?:[/\-_?#.]|\Z))"
)
_JAKARTA: Final = timezone(timedelta(hours=7))


_EPOCH: Final = re.compile(r"1[0-9]{9}(?:[0-9]{3})?")
#: No page of the web is older.
_FIRST_YEAR: Final = 1993
_Instant = tuple[str, Literal["minute", "day"], date]


class ClaimedDate(msgspec.Struct, frozen=True):
    """One reading of a claim: the value for a record and the day it falls on in Jakarta."""

    value: DateValue
    day: date


def claimed_date(page: Page, field: Literal["date_published", "date_modified"]) -> ClaimedDate | None:
    """Return the most trusted date that markup or columns claim for `field`, or None."""
    readings = (_read_claim(claim) for claim in sorted(_of_field(page.claims, field), key=_distrust))
    return next((reading for reading in readings if reading is not None), None)


def url_date(url: str | None) -> date | None:
    """Return the day that an address carries (``/2022/03/12/``, ``-20220312``), or None.

    Examples
    --------
    >>> url_date("https://contoh.id/berita/2022/03/12/judul")
    datetime.date(2022, 3, 12)
    >>> url_date("https://contoh.id/berita/d-5612345/judul") is None
    True
    """
    hit = _URL_DAY.search(url) if url else None
    if hit is None:
        return None
    parts = (hit["y"] or hit["y2"] or hit["y3"], hit["m"] or hit["m2"] or hit["m3"], hit["d"] or hit["d2"] or hit["d3"])
    return _day(*(int(part) for part in parts))


def retrieved_date(page: Page) -> DateValue | None:
    """Return when the page was crawled, where its container says so."""
    if not page.retrieved_at:
        return None
    reading = _read_instant(page.retrieved_at.strip())
    if reading is None:
        return None
    value, precision, _ = reading
    return DateValue(value, precision, "stated", "container-crawl-time", ())


def _of_field(claims: Iterable[Claim], field: str) -> list[Claim]:
    return [claim for claim in claims if claim.field == field and claim.value.strip()]


def _distrust(claim: Claim) -> int:
    if claim.origin.startswith(_GUESSES):
        return len(_TRUST) + 1
    ranks = (rank for rank, prefix in enumerate(_TRUST) if claim.origin.startswith(prefix))
    return next(ranks, len(_TRUST))


def _read_claim(claim: Claim) -> ClaimedDate | None:
    reading = _read_instant(claim.value.strip())
    if reading is None:
        return None
    value, precision, day = reading
    is_guess = claim.origin.startswith(_GUESSES)
    rule = "claim-" + re.sub(r"[^a-z0-9]+", "-", claim.origin.lower()).strip("-")
    return ClaimedDate(DateValue(value, precision, "inferred" if is_guess else "stated", rule, ()), day)


def _read_instant(printed: str) -> _Instant | None:
    """Read ISO 8601 and the other forms that markup uses; a placeholder such as 1970 is no date."""
    try:
        instant = _parse_instant(printed)
    except OverflowError:  # 9999-12-31 has no day in Jakarta
        return None
    return instant if instant and instant[2].year >= _FIRST_YEAR else None


def _parse_instant(printed: str) -> _Instant | None:
    if _EPOCH.fullmatch(printed):
        printed = datetime.fromtimestamp(int(printed[:10]), tz=UTC).isoformat()
    compact = _COMPACT.match(printed)
    if compact:
        day = _day(int(compact["y"]), int(compact["m"]), int(compact["d"]))
        return (day.isoformat(), "day", day) if day else None
    try:
        moment = datetime.fromisoformat(printed.replace(" +", "+"))
    except ValueError:
        return _read_prose(printed)
    if ":" not in printed:
        return moment.date().isoformat(), "day", moment.date()
    value = moment.replace(second=0, microsecond=0).isoformat(timespec="minutes")
    local = moment.astimezone(_JAKARTA) if moment.tzinfo else moment
    return value, "minute", local.date()


def _read_prose(printed: str) -> _Instant | None:
    """Read a claim that is written as a page would print it."""
    for found in find_dates(printed, Span(0, len(printed))) if printed else ():
        day = calendar_day(found)
        if day is not None:
            value, precision = iso_value(found, day)
            return value, precision, day
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
