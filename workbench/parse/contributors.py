"""Reads authors and editors from bylines."""

# ruff: noqa: PLR2004 -- lengths are the evidence itself, read best beside the words they judge

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from workbench.article import Contributor, Line
from workbench.parse.byline_forms import (
    COMMA_OUTLET,
    DASH_OUTLET,
    LABEL,
    NAME,
    NAME_ROLE,
    OLEH,
    REPORT_FROM,
    REPORT_OF,
    ROLE_NAME,
    STAFF,
    WITH_OUTLET,
)
from workbench.parse.bylines import asks_name, is_name
from workbench.parse.fold import fold, words

_WEEKDAYS = "(?i:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad)"
#: ``Nama Penulis - Senin, 3 Mei 2021``: a name that a date follows.
_NAME_BEFORE_DATE = re.compile(
    rf"(?:[Bb]y |[Oo]leh )?(?P<name>{NAME}?)(?:\s?, (?:Jurnalis|Wartawan|Reporter))?\s*[-–|,•·]?\s*"
    rf"(?=(?:{_WEEKDAYS}|\d{{1,2}} [A-Z]|\d{{1,2}}/))"
)
#: ``3 Mei 2021 | 10:15 WIB | Nama Penulis``: a name behind the date.
_NAME_BEHIND_DATE = re.compile(rf".*\d.*[|•·]\s*(?P<name>{NAME})$")
_FOLDED_NAMES = re.compile(rf"{NAME}|[A-Z]{{2,}}(?: [A-Z.]+){{0,4}}")
#: A link that a dump left in as text: ``LAPORAN: <a href=…>NAMA</a>``.
_TAG = re.compile(r"\s*<[^<>]{1,300}>\s*")
#: What dates are labelled with: ``Terakhir Diperbarui 3 Mei 2021``.
_DATE_WORDS = re.compile(r"(?i)\b(?:terakhir|last|waktu|tanggal|di\w+|terbit|tayang|update\w*|publish\w*|indonesia)\b")
_DOMAIN = re.compile(r"\w\.[a-z]{2,}")
#: What a line with a label holds, and one with nothing but a clock time does not: a cheap test first.
_LABELS = re.compile(r"[:\uff1a](?<=[^\W\d].|\s.)")
_UNLABELLED = (REPORT_OF, REPORT_FROM, WITH_OUTLET, OLEH, DASH_OUTLET, COMMA_OUTLET)
#: What ends the name with which a claimed byline begins.
_NAME_ENDS = re.compile(r"\s*[,|/•·(–—]|\s-\s")
#: Behind a comma of a name: ``M.Si.``, ``S.H.``, ``Ph.D``.
_DEGREE = re.compile(r"(?:[A-Z][A-Za-z]{0,3}\.){1,3}[A-Z]?[A-Za-z]{0,4}\.?|S\.?H|M\.?H|MM|MBA|SE|SH|MH")
#: Shorter date lines hold no name.
_DATED_NAME = 20
_EDITORS = words("editor redaktur penyunting")
_TEAM = words("tim redaksi")


def read_contributors(text: str, lines: Sequence[Line]) -> tuple[tuple[Contributor, ...], tuple[Contributor, ...]]:
    """Return authors and editors from the byline lines, each name once, in text order.

    Staff placeholders (``Redaksi``, ``Tim``) and initials give none.
    """
    found: dict[str, dict[str, Contributor]] = {"author": {}, "editor": {}, "unsaid": {}}
    said = dict(_said_beside(text, lines))
    for line in lines:
        if line.role == "byline" or (line.role == "timestamp" and line.end - line.start > _DATED_NAME):
            for kind, person in _people(text[line.start : line.end], line):
                own = said.get(line.start, "unsaid") if line.reason == "byline-name" else kind
                found[own].setdefault(fold(person.name), person)
    # Whose work is told nowhere is an author, but for a name that is told elsewhere to be the editor's.
    unsaid = {name: person for name, person in found["unsaid"].items() if name not in found["editor"]}
    authors = (unsaid | found["author"]).values()
    return tuple(sorted(authors, key=_start)), tuple(found["editor"].values())


def _start(person: Contributor) -> int:
    return person.start


def _said_beside(text: str, lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Yield where a name stands alone on its line, with the kind that a line above or below it tells."""
    if not any(line.reason == "byline-name" for line in lines):
        return
    for is_named, run in groupby(lines, key=lambda line: _tells_kind(text, line) or line.reason == "byline-name"):
        members = list(run) if is_named else []
        # ``Nama`` above ``Penulis``, unless the run begins with what the first name does.
        step = 1 if members and not _tells_kind(text, members[0]) and _tells_upwards(text, members[-1]) else -1
        for at, line in enumerate(members):
            near = members[at + step] if 0 <= at + step < len(members) else line
            label = fold(text[near.start : near.end]).strip(" :\uff1a-•")
            if line.reason == "byline-name" and _tells_kind(text, near) and not _TEAM.intersection(label.split()):
                yield line.start, "editor" if label in _EDITORS else "author"


def _tells_kind(text: str, line: Line) -> bool:
    return asks_name(line.reason, text[line.end - 1])


def _tells_upwards(text: str, line: Line) -> bool:
    """Say whether a role may tell who the name above it is; behind a colon a name is to follow."""
    return _tells_kind(text, line) and text[line.end - 1] not in ":\uff1a"


def _people(text: str, line: Line) -> Iterator[tuple[str, Contributor]]:
    if line.reason == "byline-office":
        return
    labels = list(LABEL.finditer(text)) if _LABELS.search(text) else []
    for label, following in zip(labels, [*labels[1:], None], strict=False):
        if label["other"] is None:
            kind = "editor" if label["editor"] else "author"
            end = following.start() if following else len(text)
            yield from ((kind, person) for person in _named(text, label.end(), end, line))
    if not labels and line.reason == "byline-role-name" and (found := ROLE_NAME.match(text)):
        kind = "editor" if found["editor"] else "author"
        yield from ((kind, person) for person in _named(text, *found.span("name"), line))
    elif not labels and (signed := NAME_ROLE.match(text)):
        kind = "editor" if signed["editor"] else "author"
        yield from ((kind, person) for person in _named(text, *signed.span("name"), line))
    elif not labels and (place := _author_at(text, line)):
        persons = _named(text, *place, line)
        yield from (("author", person) for person in persons if " " in person.name or line.reason != "byline-signed")


def _author_at(text: str, line: Line) -> tuple[int, int] | None:
    """Return where in a line without labels its authors are named."""
    if line.reason in {"byline-signed", "byline-names"}:
        return 0, len(text)
    if line.reason == "byline-claimed":
        return 0, len(_NAME_ENDS.split(text, maxsplit=1)[0])
    found = next((found for pattern in _UNLABELLED if (found := pattern.match(text))), None)
    if found is not None:
        return found.span("name")
    if line.reason == "byline-name":
        return len(text) - len(text.lstrip("-•* ")), len(text)
    if line.reason == "byline-initials" and is_name(text.strip("([]) ")):
        return 1, len(text) - 1
    dated = (_NAME_BEFORE_DATE, _NAME_BEHIND_DATE) if line.role == "timestamp" else ()
    names = (name for pattern in dated if (name := pattern.match(text)) and is_name(name["name"]))
    return next((name.span("name") for name in names if not _DATE_WORDS.search(name["name"])), None)


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
    parts = fold(name).split()
    return (
        len(name) > 2 and not _DEGREE.fullmatch(name) and not STAFF.intersection(parts) and _DOMAIN.search(name) is None
    )


def _title_case(name: str) -> str:
    return name.title() if name.isupper() else name
