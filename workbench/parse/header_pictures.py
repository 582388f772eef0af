"""Tells the words of a picture from a deck, among the lines before the body."""

# ruff: noqa: PLR2004 -- lengths and weights are the evidence itself, read best beside the words they judge

import re

from workbench.parse.fold import words
from workbench.parse.header_lines import Header
from workbench.parse.shape import lower_share

#: Who is pictured, then when or how, without a verb of the news: ``Menteri X saat rapat di Y``.
_POSED = re.compile(
    r"(?:(?:[A-Z][\w.,'’-]*|\([^()]{3,30}\)|dan|serta) ){1,14}"
    r"(?:saat|ketika|di (?:depan|samping|sela)|berjabat|berpose|berfoto|bersalaman"
    r"|dalam (?:pertemuan|konferensi|sebuah|acara))\b"
)
#: Whose picture it is, in brackets behind the words: ``… bersandar (Koran Kita/Rara Wening)``.
_TAKEN_BY = re.compile(r"\([A-Z][\w .-]{1,30}/ ?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){0,3}\)$")
#: On which day: a deck tells days without brackets.
_DAY_TAKEN = re.compile(r"(?i:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu),? ?\(\d{1,2}/\d{1,2}(?:/\d{2,4})?\)\.?$")
#: A shorter line of names is the credit of the caption above it: ``Foto: AP``, ``AFP/Nama``.
_CREDIT = 45
_LOWER = 0.3
#: What no picture's words begin with: a quotation, a point of a list.
_NO_PICTURE = "\"“‘'•-*–"
#: What leads to the text below.
_LEADS_IN = ("Berikut ", "Inilah ", "Ini ", "Begini", "Simak ")
_LOWER_WORDS = re.compile(r"\b[a-z]+")
_PREFIXES = ("me", "ber", "di", "ter")
#: No verb with its prefix is shorter.
_VERB = 4
#: What begins like a verb.
_NO_VERBS = words(
    "bersama berita beberapa berbagai berikut berat beras bersih besar terhadap tersebut terkait terbaru terbesar"
    " tertinggi terakhir terjauh terdekat mereka menteri media menurut merah merek meja mesin mewah medan metro"
    " melalui meski dinas dingin diplomat diplomatik diplomasi dirinya direktur digital dinding dialog disel dini"
    " distrik divisi milik termasuk teras terminal terumbu teritorial"
)
#: Verbs of headlines and decks that have no prefix, and words that stand beside verbs alone.
_BARE_VERBS = words(
    "akan telah sudah bakal adalah ialah masih belum tidak tak bukan jadi minta sebut buka bisa harus kini ingin"
    " mau beri tiba serang ancam klaim bantah gelar bahas kata ujar usai siap yakin ada punya buat bikin kirim"
    " ajak desak duga tolak terima tewas pakai dapat mampu wajib boleh perlu mulai sempat pernah kembali naik"
    " turun tuding kecam ungkap"
)
#: A caption is longer, of which a second print has a control's word behind it.
_COPY = 40
_SHORT = frozenset({"label", "fragment"})


def pictured(header: Header, index: int) -> str | None:
    """Return the rule by which a line below the headline says who is in the picture."""
    if _is_beside_credit(header, index):
        return "caption-beside-credit"
    return _worded(header, index) or ("caption-verbless" if _shows(header, index) else None)


def _worded(header: Header, index: int) -> str | None:
    """Return the rule by which the words themselves give a picture away, or their copy in the next line or the lede."""
    text = header.text(index)
    if _POSED.match(text):
        return "caption-posed"
    if text[-1] == ")" and _TAKEN_BY.search(text):
        return "caption-credit"
    if "(" in text and ". " not in text and _DAY_TAKEN.search(text):
        return "caption-dated"
    if len(text) > _COPY and text.startswith(header.text(index - 1)) and header.kind(index - 1) == "caption":
        return "caption-doubled"
    if text.rstrip(" /") in (header.text(index - 1).rstrip(" /"), header.text(index + 1).rstrip(" /")):
        return "caption-doubled"
    return "caption-named" if "," in text and header.lede.startswith(text) else None


def _is_beside_credit(header: Header, index: int) -> bool:
    """Say whether a line stands below a picture's credit, or above it with the date or byline above both."""
    if header.kind(index) not in {"title", "prose"} or header.text(index)[0] in _NO_PICTURE:
        return False
    is_below = header.headline is not None and header.dated_between(header.headline + 1, index)
    return _is_credit(header, index - 1) or (is_below and _is_credit(header, index + 1))


def _is_credit(header: Header, index: int) -> bool:
    """Say whether a line is the credit of a picture and nothing else: ``Foto: AP``."""
    text = header.text(index)
    return header.kind(index) == "caption" and len(text) < _CREDIT and lower_share(text) < _LOWER


def _shows(header: Header, index: int) -> bool:
    """Say whether a line names and does not tell, right above the text and below the date or byline.

    A deck stands between headline and date, or tells what happened: it has a verb.
    """
    text, headline = header.text(index), header.headline
    if headline is None or header.kind(index) not in {"title", "prose"}:
        return False
    if text[0] in _NO_PICTURE or text[-1] in "?!:" or text.endswith("...") or text.startswith(_LEADS_IN):
        return False
    start = headline + 1
    is_below = header.dated_between(start, index) and not header.dated_between(index + 1, len(header.shapes))
    return is_below and not tells(text.partition(". ")[0])


def tells(sentence: str) -> bool:
    """Say whether a sentence may have a verb: a word in lower case with a verb's prefix, or one that stands bare.

    Examples
    --------
    >>> tells("Gudang pendingin di dermaga utara"), tells("Gudang pendingin dibuka di dermaga utara")
    (False, True)
    """
    return any(
        word in _BARE_VERBS or (word.startswith(_PREFIXES) and len(word) > _VERB and word not in _NO_VERBS)
        for word in _LOWER_WORDS.findall(sentence)
    )


def of_caption(header: Header, index: int) -> bool:
    """Say whether the line is a caption's words without the credit, or stands between two copies of one caption."""
    text, following = header.text(index), header.text(index + 1)
    if header.kind(index + 1) != "caption":
        return False
    if header.headline is not None and index > header.headline and header.kind(index) in _SHORT | {"title"}:
        return _is_credit(header, index + 1) or (following.startswith(text) and len(following) > len(text))
    return (len(text) > 12 and following.startswith(text)) or (header.text(index - 1) == following and len(text) < 60)


def cut_from_credit(header: Header, index: int) -> bool:
    """Say whether a credit in brackets was cut from the line's end: above the body it is the picture's."""
    if index + 1 >= len(header.shapes) or header.kind(index) != "prose":
        return False
    credit = header.shapes[index + 1]
    return credit.rule == "byline-initials" and credit.cut.line == header.shapes[index].cut.line
