"""The forms of bylines that name persons, and the words that stand where a name would."""

import re

from workbench.parse.fold import words

_PART = r"(?:[A-Z][\w'’`.-]*\w\.?|[A-Z]\.?|bin|binti|al|el|van|de|der|von|da)"
NAME = rf"[A-Z][\w'’`.-]*(?: {_PART}){{0,4}}"
#: At least two words, so that no code (``OL-6``) is taken for a name.
PERSON = rf"[A-Z][\w'’`.]*(?: {_PART}){{1,4}}"
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
#: A table that became text keeps its bar: ``Pewarta | : Rara Wening |``.
_COLON = r"\s*(?:\|\s*)?[:\uff1a]\s*"
LABEL = re.compile(
    rf"(?P<author>\b(?:{_AUTHOR_LABELS})){_COLON}|(?P<other>\b(?:{_OTHER_LABELS})){_COLON}"
    rf"|(?P<editor>\b(?:{_EDITOR_LABELS})){_COLON}",
    re.IGNORECASE,
)
LABELLED = re.compile(
    rf"\W{{0,4}}(?:{_AUTHOR_LABELS}|{_EDITOR_LABELS}|{_OTHER_LABELS}"
    rf"|tim (?:liputan|redaksi|penulis|media)){_COLON}",
    re.IGNORECASE,
)
REPORT_OF = re.compile(
    rf"(?i:laporan (?:wartawan|reporter|kontributor|jurnalis)),? ?"
    rf"(?P<outlet>[\w.:-]+(?: [A-Z]\w+)?)?,? (?P<name>{NAME})$"
)
#: ``Laporan Rara Wening | Teluk Utara``: who reported, and from where.
REPORT_FROM = re.compile(rf"[Ll]aporan (?P<name>{PERSON}) ?\| ?[A-Z][\w ]+$")
DASH_OUTLET = re.compile(rf"(?P<name>{NAME})(?:\s+-\s*|-\s+|\s*[–—|]\s*)(?P<outlet>[\w.]+(?: [A-Z][\w.]*){{0,2}})$")
#: ``Rara Wening, KoranContoh Indonesia``: the desks of broadcasters sign with a comma.
COMMA_OUTLET = re.compile(
    rf"(?P<name>{PERSON}), (?P<outlet>[A-Z]+[a-z]*[A-Z]\w*(?: Indonesia| TV)?|[\w-]+\.(?:com|id|tv|co\.id))$"
)
#: ``Rara Wening, Jurnalis``.
NAME_ROLE = re.compile(
    rf"(?P<name>{PERSON}), (?:(?P<editor>Editor|Redaktur|Penyunting)|Jurnalis|Wartawan|Reporter|Kontributor|Penulis)$"
)
WITH_OUTLET = re.compile(
    rf"\((?!(?i:dok|foto|photo|istimewa))(?P<outlet>[\w.-]+\.\w{{2,4}}|[A-Z][\w-]+)\s?[/,]?\s?(?P<name>{PERSON})\)$"
)
OLEH = re.compile(
    r"(?:(?:(?:[Dd](?:itulis|isusun|ilaporkan|iposting|iterbitkan)|[Ww]ritten) )?(?:[Oo]leh|[Bb]y)|OLEH)"
    r"\s*[:\uff1a]?\s+"
    rf"(?P<name>{NAME}(?:(?:,| dan| &) {NAME})*)"
    r"(?P<rest>(?:\s+(?:diperbarui|diterbitkan|(?:di|pada) \d|[-–|/]|\d)|\s*,).*)?$"
)
#: A role and its bearer without a colon between: ``Penulis Rara Wening``, ``Penulis, Rara Wening``, ``| Editor Dimas``.
ROLE_NAME = re.compile(
    rf"\W{{0,3}}(?:(?P<editor>Editor|Redaktur|Penyunting)|Penulis|Reporter|Pewarta|Wartawan|Jurnalis|Kontributor)"
    rf",? (?P<name>{PERSON}|Terjemahan)$"
)
#: Words that stand where a name would but name no person.
STAFF = words(
    "redaksi tim admin administrator desk editor penulis newsroom redaktur wartawan kontributor staf staff antara "
    "reuters afp ap bbc cnn guardian jazeera times post channel yonhap kyodo anadolu bloomberg xinhua tass sputnik "
    "net web master webmaster news online media sumber author berita none reporter jurnalis pewarta terjemahan menu"
)
NAME_LINE = re.compile(rf"{NAME}$")
