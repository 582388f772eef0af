"""Recognises bylines."""

# ruff: noqa: PLR2004 -- lengths and weights are the evidence itself, read best beside the words they judge

import re

from workbench.parse.byline_forms import (
    COMMA_OUTLET,
    DASH_OUTLET,
    LABELLED,
    NAME_LINE,
    NAME_ROLE,
    OLEH,
    PERSON,
    REPORT_FROM,
    REPORT_OF,
    ROLE_NAME,
    STAFF,
    WITH_OUTLET,
)
from workbench.parse.fold import fold, words
from workbench.parse.lines import is_initials
from workbench.parse.places import FILING_CITIES, REGIONS

_DASH = re.compile(r"[-–—|]")
_SOURCE = re.compile(
    r"(?:sumber|source)(?! (?:gambar|foto|video))(?: ?[:\uff1a] ?| )(?=\S)[^.!?]{2,60}$|sumber\W*$", re.IGNORECASE
)
#: Whose text it is, below it: ``Artikel ini disadur dari KoranContoh.com``.
_COPIED = re.compile(
    r"(?i:artikel|berita|tulisan) (?i:ini (?:telah |sudah )?(?:di(?:sadur|kutip|lansir|olah|ambil|salin|terjemahkan)"
    r"|bersumber) dari)\b(?! (?i:pernyataan|keterangan|wawancara))[^.!?]{3,60}(?:[.:/?][^\s]+)*\W*$"
)
#: Who made a film, each part with its people: ``(Rara Wening/Bima Sakti, Sekar Ayu/Dimas Wijaya)``.
_CREW = re.compile(rf"\({PERSON}(?:(?: ?/ ?|, ?){PERSON}){{2,9}}\)\.?$")
_CREDIT_DASH = re.compile(r"[-–—] ?(?:[A-Z][\w!.]+(?: ?/ ?| )?){1,4}$")
_BARE_INITIALS = re.compile(
    r"(?!(?:di|ke|by|in|on|at|to|of|dan|and|via|pada|oleh)$)[a-z]{2,4}(?:/[a-z]{2,4}){0,2}(?: \([\w ,/.&]{2,40}\))?$"
)
#: Who the writer of a column is, below it: ``*) Penulis adalah dosen``, ``*Nama, peneliti di …``.
_ABOUT_AUTHOR = re.compile(rf"\*{{1,3}} ?\)? ?(?:[Pp]enulis\b|{PERSON}(?:,| adalah | merupakan )).{{0,200}}$")
#: ``Tim KoranContoh - KoranContoh``: an outlet's team before the outlet.
_TEAM = re.compile(r"(?:Tim|Team|Redaksi)(?: [\w.]+){0,2} ?[-–—|] ?(?:[\w.]+|[A-Z][\w.]*(?: [A-Z][\w.]*){1,2})$")
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
#: What the writer named above is: ``Peranan, Wartawan Koran Contoh``.
_ROLE_TOLD = "peranan, "
#: First letters of the roles in `ROLE_NAME`.
_ROLE_OPENS = "EJKPRW"
_ONE_NAME = re.compile(r"[A-Z][a-z]{2,20}$")
#: What a short byline may begin with, and the rule and shape that then decide.
_Rules = tuple[tuple[str, re.Pattern[str]], ...]
_OPENINGS = (
    "laporan ",
    "oleh ",
    "by ",
    "sumber",
    "source",
    "ditulis oleh ",
    "diposting oleh ",
    "diterbitkan oleh ",
    "disusun oleh ",
    "dilaporkan oleh ",
    "written by ",
)
_OPENING_RULES: _Rules = (
    ("byline-report-of", REPORT_OF),
    ("byline-report-of", REPORT_FROM),
    ("byline-oleh", OLEH),
    ("byline-source", _SOURCE),
)
_EDGE_RULES: _Rules = (("byline-credit", _CREDIT_DASH), ("byline-bare-initials", _BARE_INITIALS))
#: An agency's name alone on its line, as translated stories are signed.
_AGENCY_ALONE = re.compile(
    r"[-–—]{0,2} ?(?:afp|reuters|ap|tass|xinhua|antara|bernama|anadolu|dpa|upi|efe|ansa|kyodo|yonhap|interfax|belta)$",
    re.IGNORECASE,
)
_DOMAIN = re.compile(r"\.(?:com|id|net|co|tv|org|news)\b", re.IGNORECASE)
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
        "tentang penulis",
        "ditulis oleh",
        "diposting oleh",
        "written by",
        "posted by",
        "by admin",
        "by redaksi",
        "oleh admin",
        "oleh redaksi",
    }
)
_SECTIONS = words(
    "internasional dunia news berita politik ekonomi timur tengah asia eropa amerika global nasional krisis "
    "perang hukum olahraga bisnis opini kolom peristiwa mancanegara luar negeri rusia ukraina belarus belarusia "
    "foto video terkini populer home militer teknologi pertahanan hot konflik fokus headline kompas tribun "
    "world war network update pendidikan kesehatan daerah nusantara regional sains hiburan megapolitan metropolitan"
)


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
    if text[0] in "([" and (is_initials(text) or WITH_OUTLET.match(text)):
        return "byline-initials"
    if (":" in text or "\uff1a" in text) and (len(text) < 120 or text[-1] != ".") and LABELLED.match(text):
        return "byline-label"
    return _marked_byline(text) or (_short_byline(text, folded.strip(" :-–•·")) if len(text) < 120 else None)


def _marked_byline(text: str) -> str | None:
    """Return the rule of a byline that its marks give away."""
    if len(text) < 12 and _AGENCY_ALONE.match(text):
        return "byline-agency"
    if text[0] == "(" and _CREW.match(text):
        return "byline-crew"
    if text[0] == "*" and _ABOUT_AUTHOR.match(text):
        return "byline-about-author"
    if " ini " in text[:13] and _COPIED.match(text):
        return "byline-source"
    return "byline-reporting-by" if ";" in text and _REPORTING_BY.match(text) else None


def _short_byline(text: str, folded: str) -> str | None:
    if folded in _ROLE_ALONE:
        return "byline-role"
    if folded.startswith(_ROLE_TOLD):
        return "byline-role-told"
    opens = folded.startswith(_OPENINGS)
    if opens or text[0] in "-–—" or text[0].islower():
        for rule, pattern in _OPENING_RULES if opens else _EDGE_RULES:
            if pattern.match(text):
                return rule
    if len(text) >= 70:
        return None
    if (text[0] in _ROLE_OPENS or not text[0].isalnum()) and ROLE_NAME.match(text):
        return "byline-role-name"
    return _signed(text)


def _signed(text: str) -> str | None:
    """Return the rule of a name that its mark gives away: bars between capitals, a comma or a dash before an outlet."""
    if "|" in text and _SIGNED_IN_CAPITALS.match(text):
        return "byline-signed"
    if ", " in text and (COMMA_OUTLET.match(text) or NAME_ROLE.match(text)):
        return "byline-with-comma"
    return "byline-dash-outlet" if _signed_by_outlet(text) else None


def _signed_by_outlet(text: str) -> bool:
    """Say whether a name and an outlet stand either side of a dash: ``Nama - detikNews``."""
    if _TEAM.match(text):
        return True
    found = DASH_OUTLET.match(text) if _DASH.search(text) else None
    return (
        found is not None
        and fold(found["name"]) not in FILING_CITIES
        and not found["name"].isupper()
        and (_OUTLET_WORD.search(found["outlet"]) is not None or _ONE_WORD.match(found["outlet"]) is not None)
    )


def signed_name(text: str) -> str | None:
    """Return the name before a dash or bar and what may be an outlet of several words: ``Rara Wening - Koran Kita``."""
    found = DASH_OUTLET.match(text) if _DASH.search(text) else None
    return found["name"] if found else None


def is_name(text: str) -> bool:
    """Say whether the whole of `text` could be a person's name of two to five words."""
    words = text.split()
    return (
        2 <= len(words) <= 5
        and len(text) <= 45
        and NAME_LINE.match(text) is not None
        and not STAFF.intersection(fold(text).split())
        and not names_section(text)
        and not text.isupper()
        and _DOMAIN.search(text) is None
    )


def is_writer(text: str) -> bool:
    """Say whether a line that nothing else calls a byline can name its writer: a name without a place in it."""
    return is_name(text) and (REGIONS | FILING_CITIES).isdisjoint(fold(text).split())


def asks_name(rule: str, text: str) -> bool:
    """Say whether a byline names a role whose bearer the next line names: ``Penulis``, ``Artikel ditulis oleh:``."""
    return rule == "byline-role" or (rule == "byline-label" and text[-1] in ":\uff1a")


def answers(text: str, rule: str, label: str) -> bool:
    """Say whether `text` names who a byline asks for; behind a colon one word is enough (``Editor:`` / ``Sekar``)."""
    return asks_name(rule, label) and (is_name(text) or (label[-1] in ":\uff1a" and _ONE_NAME.match(text) is not None))


def names_section(text: str) -> bool:
    """Say whether `text` holds a word that names a newspaper's section, as kickers do and authors do not."""
    return not _SECTIONS.isdisjoint(fold(text).split())
