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
    r"laporan(?: wartawan| reporter| kontributor)?|penulis(?: naskah| artikel)?|reporter(?: & redaktur)?|pewarta"
    r"|wartawan|jurnalis|kontributor|oleh|ditulis oleh|by|author|naskah|artikel ini ditulis oleh|redaktur & reporter"
    r"|peliput|pelaporan oleh|written by|teks|pengarang|nama penulis|rep"
)
_EDITOR_LABELS = (
    r"editor(?: bahasa)?|penyunting|redaktur(?: pelaksana)?|diedit oleh|edited by|copy editor|editing oleh|red"
)
_OTHER_LABELS = (
    r"video editor|produser|music|musik|narator|host|vp|presenter|kameramen|kreator|fotografer|videografer"
    r"|video production|penerjemah|translator|sumber(?: berita)?|source|copyright|uploader|publisher"
)
_LABEL = re.compile(
    rf"(?P<author>\b(?:{_AUTHOR_LABELS}))\s*[:\uff1a]\s*|(?P<other>\b(?:{_OTHER_LABELS}))\s*[:\uff1a]\s*"
    rf"|(?P<editor>\b(?:{_EDITOR_LABELS}))\s*[:\uff1a]\s*",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    rf"\W{{0,4}}(?:{_AUTHOR_LABELS}|{_EDITOR_LABELS}|{_OTHER_LABELS}"
    rf"|tim (?:liputan|redaksi|penulis|media))\s*[:\uff1a]",
    re.IGNORECASE,
)
_REPORT_OF = re.compile(
    rf"(?i:laporan (?:wartawan|reporter|kontributor|jurnalis)),? ?"
    rf"(?P<outlet>[\w.:-]+(?: [A-Z]\w+)?)?,? (?P<name>{_NAME})$"
)
_DASH_OUTLET = re.compile(rf"(?P<name>{_NAME})\s*[-–—|]\s*(?P<outlet>[\w.]+(?: [A-Z][\w.]*){{0,2}})$")
_DASH = re.compile(r"[-–—|]")
_WITH_OUTLET = re.compile(rf"\((?P<outlet>[\w.-]+\.\w{{2,4}}|[A-Z][\w-]+)\s?[/,]?\s?(?P<name>{_PERSON})\)$")
_OLEH = re.compile(
    rf"(?:(?:(?:[Dd]itulis|[Dd]isusun|[Dd]ilaporkan|[Ww]ritten) )?(?:[Oo]leh|[Bb]y)|OLEH)\s*[:\uff1a]?\s+"
    rf"(?P<name>{_NAME})(?P<rest>\s+(?:diperbarui|diterbitkan|[-–|/,]|\d).*)?$"
)
_SOURCE = re.compile(r"(?:sumber|source)(?: ?[:\uff1a] ?| )(?=\S)[^.!?]{2,60}$|sumber\W*$", re.IGNORECASE)
_CREDIT_DASH = re.compile(r"[-–—] ?(?:[A-Z][\w!.]+(?: ?/ ?| )?){1,4}$")
_BARE_INITIALS = re.compile(r"[a-z]{2,4}(?:/[a-z]{2,4}){0,2}(?: \([\w ,/.&]{2,40}\))?$")
#: Who the writer of a column is, below it: ``*) Penulis adalah dosen``, ``*Nama, peneliti di …``.
_ABOUT_AUTHOR = re.compile(rf"\*{{1,3}} ?\)? ?(?:[Pp]enulis\b|{_PERSON}(?:,| adalah | merupakan )).{{0,200}}$")
#: ``Tim KoranContoh - KoranContoh``: an outlet's team before the outlet.
_TEAM = re.compile(r"(?:Tim|Team|Redaksi)(?: [\w.]+){0,2} ?[-–—|] ?[\w.]+$")
#: Who wrote it, in capitals with bars, below the last paragraph: ``REUTERS | NAMA PENULIS``.
_SIGNED_IN_CAPITALS = re.compile(r"[A-Z][A-Z.' ]+(?: ?\| ?[A-Z][A-Z.' ]+){1,3}$")
#: The agencies' own line of credits, often translated: ``Pelaporan oleh X; diedit oleh Y``.
_REPORTING_BY = re.compile(
    r"\(?(?i:pelaporan|laporan|reporting|ditulis|penulisan|writing|editing|diedit|penyuntingan)"
    r"(?i: tambahan)? (?i:oleh|by) [A-Z][^.!?]*;"
)
_OUTLET_WORD = re.compile(r"(?i)news|\.\w{2,4}$|redaksi|times|kompas|tribun|tempo|post$|indonesia")
#: Outlets write their names as one word: ``detikNews``, ``KoranContoh``.
_ONE_WORD = re.compile(r"[a-z]|[A-Z][a-z]+[A-Z]")
#: What a short byline may begin with, and the rule and shape that then decide.
_Rules = tuple[tuple[str, re.Pattern[str]], ...]
_OPENINGS = (
    "laporan ",
    "oleh ",
    "by ",
    "sumber",
    "source",
    "ditulis oleh ",
    "disusun oleh ",
    "dilaporkan oleh ",
    "written by ",
)
_OPENING_RULES: _Rules = (("byline-report-of", _REPORT_OF), ("byline-oleh", _OLEH), ("byline-source", _SOURCE))
_EDGE_RULES: _Rules = (("byline-credit", _CREDIT_DASH), ("byline-bare-initials", _BARE_INITIALS))
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
        "by admin",
        "by redaksi",
        "oleh admin",
        "oleh redaksi",
    }
)
#: ``Nama Penulis - Senin, 3 Mei 2021``: a name that a date follows.
_NAME_BEFORE_DATE = re.compile(
    rf"(?:[Bb]y |[Oo]leh )?(?P<name>{_NAME}?)\s*[-–|,•·]?\s*(?=(?:{_WEEKDAYS}|\d{{1,2}} [A-Z]|\d{{1,2}}/))"
)
_SECTIONS = words(
    "internasional dunia news berita politik ekonomi timur tengah asia eropa amerika global nasional krisis "
    "perang hukum olahraga bisnis opini kolom peristiwa mancanegara luar negeri rusia ukraina belarus belarusia "
    "foto video terkini populer home militer teknologi pertahanan hot konflik fokus headline kompas tribun "
    "network update"
)
#: Words that stand where a name would but name no person.
_STAFF = words(
    "redaksi tim admin administrator desk editor penulis newsroom redaktur wartawan kontributor staf staff antara "
    "reuters afp ap bbc cnn guardian jazeera times post channel yonhap kyodo anadolu bloomberg xinhua tass sputnik "
    "net web master webmaster news online media sumber author berita none"
)
_NAME_LINE = re.compile(rf"{_NAME}$")
_NAME_AT = re.compile(_NAME)
_FOLDED_NAMES = re.compile(rf"{_NAME}|[A-Z]{{2,}}(?: [A-Z.]+){{0,4}}")


def byline_rule(text: str, folded: str) -> str | None:
    """Return the id of the byline rule that a whole line fits, or None.

    Parameters
    ----------
    text
        One line without white space at its ends.
    folded
        The same in lower case.
    """
    if len(text) > 200:
        return None
    if text[0] in "([" and (is_initials(text) or _WITH_OUTLET.match(text)):
        return "byline-initials"
    if (":" in text or "\uff1a" in text) and (len(text) < 120 or text[-1] != ".") and _LABELLED.match(text):
        return "byline-label"
    return _marked_byline(text) or (_short_byline(text, folded.strip(" :-–•·")) if len(text) < 120 else None)


def _marked_byline(text: str) -> str | None:
    """Return the rule of a byline that its marks give away."""
    if text[0] == "*" and _ABOUT_AUTHOR.match(text):
        return "byline-about-author"
    return "byline-reporting-by" if ";" in text and _REPORTING_BY.match(text) else None


def _short_byline(text: str, folded: str) -> str | None:
    if folded in _ROLE_ALONE:
        return "byline-role"
    opens = folded.startswith(_OPENINGS)
    if opens or text[0] in "-–—" or text[0].islower():
        for rule, pattern in _OPENING_RULES if opens else _EDGE_RULES:
            if pattern.match(text):
                return rule
    if len(text) >= 70:
        return None
    if "|" in text and _SIGNED_IN_CAPITALS.match(text):
        return "byline-signed"
    return "byline-dash-outlet" if _signed_by_outlet(text) else None


def _signed_by_outlet(text: str) -> bool:
    """Say whether a name and an outlet stand either side of a dash: ``Nama - detikNews``."""
    if _TEAM.match(text):
        return True
    found = _DASH_OUTLET.match(text) if _DASH.search(text) else None
    return found is not None and (
        _OUTLET_WORD.search(found["outlet"]) is not None or _ONE_WORD.match(found["outlet"]) is not None
    )


def is_name(text: str) -> bool:
    """Say whether the whole of `text` could be a person's name of two to five words."""
    words = text.split()
    return (
        2 <= len(words) <= 5
        and len(text) <= 45
        and _NAME_LINE.match(text) is not None
        and not _STAFF.intersection(fold(text).split())
        and not names_section(text)
        and not text.isupper()
    )


def names_section(text: str) -> bool:
    """Say whether `text` holds a word that names a newspaper's section, as kickers do and authors do not."""
    return not _SECTIONS.isdisjoint(fold(text).split())


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
    if line.reason == "byline-signed":
        yield from (("author", person) for person in _named(text, 0, len(text), line) if " " in person.name)
        return
    for pattern in (_REPORT_OF, _WITH_OUTLET, _OLEH, _DASH_OUTLET):
        found = pattern.match(text)
        if found:
            yield from (("author", person) for person in _named(text, *found.span("name"), line))
            return
    if line.reason == "byline-name":
        yield from (("author", person) for person in _named(text, 0, len(text), line))
    elif line.reason == "byline-initials" and is_name(text.strip("([])")):
        yield from (("author", person) for person in _named(text, 1, len(text) - 1, line))
    elif line.role == "timestamp" and (name := _NAME_BEFORE_DATE.match(text)) and is_name(name["name"]):
        yield from (("author", person) for person in _named(text, *name.span("name"), line))


#: A link that a dump left in as text: ``LAPORAN: <a href=…>NAMA</a>``.
_TAG = re.compile(r"\s*<[^<>]{1,300}>\s*")


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


_DOMAIN = re.compile(r"\w\.[a-z]{2,}")


def _is_person(name: str) -> bool:
    words = fold(name).split()
    return len(name) > 2 and not _STAFF.intersection(words) and _DOMAIN.search(name) is None


def _title_case(name: str) -> str:
    return name.title() if name.isupper() else name
