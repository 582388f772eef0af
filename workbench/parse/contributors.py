"""Reads authors and editors from bylines."""

# ruff: noqa: PLR2004 -- lengths are the evidence itself, read best beside the words they judge

import re
from collections.abc import Iterator, Sequence

from workbench.article import Contributor, Line
from workbench.parse.byline_forms import DASH_OUTLET, LABEL, NAME, OLEH, REPORT_OF, ROLE_NAME, STAFF, WITH_OUTLET
from workbench.parse.bylines import is_name
from workbench.parse.fold import fold

_WEEKDAYS = "(?i:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad)"
#: ``Nama Penulis - Senin, 3 Mei 2021``: a name that a date follows.
_NAME_BEFORE_DATE = re.compile(
    rf"(?:[Bb]y |[Oo]leh )?(?P<name>{NAME}?)\s*[-–|,•·]?\s*(?=(?:{_WEEKDAYS}|\d{{1,2}} [A-Z]|\d{{1,2}}/))"
)
_FOLDED_NAMES = re.compile(rf"{NAME}|[A-Z]{{2,}}(?: [A-Z.]+){{0,4}}")
#: A link that a dump left in as text: ``LAPORAN: <a href=…>NAMA</a>``.
_TAG = re.compile(r"\s*<[^<>]{1,300}>\s*")
_DOMAIN = re.compile(r"\w\.[a-z]{2,}")
_UNLABELLED = (REPORT_OF, WITH_OUTLET, OLEH, DASH_OUTLET)


def read_contributors(text: str, lines: Sequence[Line]) -> tuple[tuple[Contributor, ...], tuple[Contributor, ...]]:
    """Return authors and editors from the byline lines, each name once, in text order.

    Staff placeholders (``Redaksi``, ``Tim``) and initials give none.
    """
    authors: dict[str, Contributor] = {}
    editors: dict[str, Contributor] = {}
    for line in lines:
        if line.role == "byline" or (line.role == "timestamp" and line.end - line.start > 30):
            for kind, person in _people(text[line.start : line.end], line):
                (editors if kind == "editor" else authors).setdefault(fold(person.name), person)
    return tuple(authors.values()), tuple(editors.values())


def _people(text: str, line: Line) -> Iterator[tuple[str, Contributor]]:
    labels = list(LABEL.finditer(text)) if ":" in text or "\uff1a" in text else []
    for label, following in zip(labels, [*labels[1:], None], strict=False):
        if label["other"] is None:
            kind = "editor" if label["editor"] else "author"
            end = following.start() if following else len(text)
            yield from ((kind, person) for person in _named(text, label.end(), end, line))
    if not labels and line.reason == "byline-role-name" and (found := ROLE_NAME.match(text)):
        kind = "editor" if found["editor"] else "author"
        yield from ((kind, person) for person in _named(text, *found.span("name"), line))
    elif not labels and (place := _author_at(text, line)):
        persons = _named(text, *place, line)
        yield from (("author", person) for person in persons if " " in person.name or line.reason != "byline-signed")


def _author_at(text: str, line: Line) -> tuple[int, int] | None:
    """Return where in a line without labels its authors are named."""
    if line.reason == "byline-signed":
        return 0, len(text)
    found = next((found for pattern in _UNLABELLED if (found := pattern.match(text))), None)
    if found is not None:
        return found.span("name")
    if line.reason == "byline-name":
        return 0, len(text)
    if line.reason == "byline-initials" and is_name(text.strip("([])")):
        return 1, len(text) - 1
    name = _NAME_BEFORE_DATE.match(text) if line.role == "timestamp" else None
    return name.span("name") if name and is_name(name["name"]) else None


def _named(text: str, start: int, end: int, line: Line) -> Iterator[Contributor]:
    """Read the names between two offsets of a line; several stand apart with commas, ``dan`` or ``&``."""
    link = _TAG.match(text, start)
    position = start = link.end() if link else start
    for piece in re.split(r"(\s*(?:,|\bdan\b|&|;|\||\s/\s|\s-\s|\(|\n)\s*)", text[start:end]):
        name = _FOLDED_NAMES.match(piece)
        if name and _is_person(name.group()):
            begin = line.start + position + name.start()
            yield Contributor(begin, begin + len(name.group().rstrip(" .")), _title_case(name.group().rstrip(" .")))
            if "/" in text[start:end]:
                return
        position += len(piece)


def _is_person(name: str) -> bool:
    words = fold(name).split()
    return len(name) > 2 and not STAFF.intersection(words) and _DOMAIN.search(name) is None


def _title_case(name: str) -> str:
    return name.title() if name.isupper() else name
