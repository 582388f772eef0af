"""Recognises bylines, and reads authors and editors from them."""

# ruff: noqa: PLR2004 -- lengths and weights are the evidence itself, read best beside the words they judge

import re
from collections.abc import Iterator, Sequence

from workbench.article import Contributor, Line
from workbench.parse.fold import fold, words
from workbench.parse.lines import is_initials

_PART = r"(?:[A-Z][\w'’`.-]*\w\.?|[A-Z]\.?|bin|binti|al|el|van|de|der|von|da)"
_NAME = rf"[A-Z][\w'’`.-]*(?: {_PART}){{0,4}}"
#: At least two words, so that no code (``OL-6``) is taken for a name.
_PERSON = rf"[A-Z][\w'’`.]*(?: {_PART}){{1,4}}"
_AUTHOR_LABELS = (
    r"laporan(?: wartawan| reporter| kontributor)?|penulis(?: naskah| artikel)?|reporter(?: & redaktur)?|pewarta|wartawan"
    r"|jurnalis|kontributor|oleh|ditulis oleh|by|author|naskah|artikel ini ditulis oleh|redaktur & reporter|peliput"
    r"|pelaporan oleh|written by|teks|pengarang|nama penulis"
)
_EDITOR_LABELS = r"editor(?: bahasa)?|penyunting|redaktur(?: pelaksana)?|diedit oleh|edited by|copy editor|editing oleh"
_OTHER_LABELS = r"video editor|produser|music|musik|narator|host|vp|presenter|kameramen|kreator|fotografer|videografer|video production|penerjemah|translator|sumber(?: berita)?|source|copyright|uploader|publisher"
_LABEL = re.compile(
    rf"(?P<author>\b(?:{_AUTHOR_LABELS}))\s*[:\uff1a]\s*|(?P<other>\b(?:{_OTHER_LABELS}))\s*[:\uff1a]\s*"
    rf"|(?P<editor>\b(?:{_EDITOR_LABELS}))\s*[:\uff1a]\s*",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    rf"\W{{0,4}}(?:{_AUTHOR_LABELS}|{_EDITOR_LABELS}|{_OTHER_LABELS}|tim (?:liputan|redaksi|penulis|media))\s*[:\uff1a]",
    re.IGNORECASE,
)
_REPORT_OF = re.compile(
    rf"(?i:laporan (?:wartawan|reporter|kontributor|jurnalis)),? ?(?P<outlet>[\w.:-]+(?: [A-Z]\w+)?)?,? (?P<name>{_NAME})$"
)
_DASH_OUTLET = re.compile(rf"(?P<name>{_NAME})\s*[-–—|]\s*(?P<outlet>[\w.]+(?: [A-Z][\w.]*){{0,2}})$")
_WITH_OUTLET = re.compile(rf"\((?P<outlet>[\w.-]+\.\w{{2,4}}|[A-Z][\w-]+)\s?[/,]?\s?(?P<name>{_PERSON})\)$")
_OLEH = re.compile(
    rf"(?:[Oo]leh|OLEH|[Bb]y)\s*[:\uff1a]?\s+(?P<name>{_NAME})(?P<rest>\s+(?:diperbarui|diterbitkan|[-–|/,]|\d).*)?$"
)
_SOURCE = re.compile(r"(?:sumber|source)(?: ?[:\uff1a] ?| )(?=\S)[^.!?]{2,60}$|sumber\W*$", re.IGNORECASE)
_CREDIT_DASH = re.compile(r"[-–—] ?(?:[A-Z][\w!.]+(?: ?/ ?| )?){1,4}$")
_BARE_INITIALS = re.compile(r"[a-z]{2,4}(?:/[a-z]{2,4}){0,2}(?: \([\w ,/.&]{2,40}\))?$")
_WEEKDAYS = "(?i:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad)"
_ROLE_ALONE = frozenset(
    {
        "penulis",
        "editor",
        "reporter",
        "tim redaksi",
        "redaksi",
        "tim",
        "tim media",
        "author",
        "oleh",
        "by",
        "sumber",
        "wartawan",
        "pewarta",
        "kontributor",
        "jurnalis",
        "writer",
        "redaktur",
        "tim liputan",
        "penulis naskah",
    }
)
#: ``Nama Penulis - Senin, 3 Mei 2021``: a name that a date follows.
_NAME_BEFORE_DATE = re.compile(
    rf"(?:[Bb]y |[Oo]leh )?(?P<name>{_NAME}?)\s*[-–|,]?\s*(?=(?:{_WEEKDAYS}|\d{{1,2}} [A-Z]|\d{{1,2}}/))"
)
_SECTIONS = words(
    "internasional dunia news berita politik ekonomi timur tengah asia eropa amerika global nasional krisis perang hukum "
    "olahraga bisnis opini kolom peristiwa mancanegara luar negeri rusia ukraina belarus belarusia foto video terkini "
    "populer home militer teknologi pertahanan hot konflik fokus headline kompas tribun network update"
)
#: Words that stand where a name would but name no person.
_STAFF = words(
    "redaksi tim admin administrator desk editor penulis newsroom redaktur wartawan kontributor staf staff antara reuters "
    "afp net web master webmaster news online media sumber author berita none"
)
_NAME_LINE = re.compile(rf"{_NAME}$")
_NAME_AT = re.compile(_NAME)
_FOLDED_NAMES = re.compile(rf"{_NAME}|[A-Z]{{2,}}(?: [A-Z.]+){{0,4}}")


def byline_rule(text: str) -> str | None:
    """Return the id of the byline rule that a whole line fits, or None."""
    if len(text) > 200:
        return None
    if text[0] in "([" and (is_initials(text) or _WITH_OUTLET.match(text)):
        return "byline-initials"
    if _LABELLED.match(text) and (len(text) < 120 or text[-1] != "."):
        return "byline-label"
    folded = fold(text).strip(" :-–•·")
    if folded in _ROLE_ALONE:
        return "byline-role"
    if len(text) < 120:
        return _short_byline(text, folded)
    return None


def _short_byline(text: str, folded: str) -> str | None:
    if folded.startswith("laporan ") and _REPORT_OF.match(text):
        return "byline-report-of"
    if folded.startswith(("oleh ", "by ")) and _OLEH.match(text):
        return "byline-oleh"
    if folded.startswith(("sumber", "source")) and _SOURCE.match(text):
        return "byline-source"
    if text[0] in "-–—" and _CREDIT_DASH.match(text):
        return "byline-credit"
    if len(text) < 70 and _DASH_OUTLET.match(text) and _outlet_like(text):
        return "byline-dash-outlet"
    if text[0].islower() and _BARE_INITIALS.match(text) and len(text) < 40:
        return "byline-bare-initials"
    if folded.endswith("berkontribusi dalam penulisan artikel ini."):
        return "byline-contributed"
    return None


def _outlet_like(text: str) -> bool:
    found = _DASH_OUTLET.match(text)
    outlet = found["outlet"] if found else ""
    return bool(re.search(r"(?i)news|\.\w{2,4}$|^detik|redaksi|times|kompas|tribun|tempo|post$|indonesia", outlet)) or (
        outlet[:1].islower()
    )


def is_name(text: str) -> bool:
    """Say whether the whole of `text` could be a person's name of two to five words."""
    words = text.split()
    return (
        2 <= len(words) <= 5
        and len(text) <= 45
        and _NAME_LINE.match(text) is not None
        and not _STAFF.intersection(fold(text).split())
        and not _SECTIONS.intersection(fold(text).split())
        and not text.isupper()
    )


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
    labels = list(_LABEL.finditer(text))
    if labels:
        for label, following in zip(labels, [*labels[1:], None], strict=True):
            end = following.start() if following else len(text)
            if label["other"] is None:
                kind = "editor" if label["editor"] else "author"
                yield from ((kind, person) for person in _named(text, label.end(), end, line))
        return
    for rule in (_REPORT_OF, _WITH_OUTLET, _OLEH, _DASH_OUTLET):
        found = rule.match(text)
        if found:
            yield from (("author", person) for person in _named(text, *found.span("name"), line))
            return
    if line.reason == "byline-name":
        yield from (("author", person) for person in _named(text, 0, len(text), line))
    elif line.role == "timestamp" and (name := _NAME_BEFORE_DATE.match(text)) and is_name(name["name"]):
        yield from (("author", person) for person in _named(text, *name.span("name"), line))


def _named(text: str, start: int, end: int, line: Line) -> Iterator[Contributor]:
    """Read the names between two offsets of a line; several stand apart with commas, ``dan`` or ``&``."""
    position = start
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
    return len(name) > 2 and not _STAFF.intersection(words) and "." not in name[1:-1].replace(". ", "").rstrip(".")


def _title_case(name: str) -> str:
    return name.title() if name.isupper() else name
