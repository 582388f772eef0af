"""Recognises captions of pictures by their credit."""

# ruff: noqa: PLR2004 -- lengths and weights are the evidence itself, read best beside the words they judge

import re

#: Pictures that a machine made, as their makers say.
_MADE = (
    r"(?:gambar|foto|ilustrasi)(?: ilustrasi| ini)? (?:ini )?(?:dibuat|dihasilkan)"
    r" (?:dengan|oleh|menggunakan)[^.]{0,20}\b(?:ai|kecerdasan buatan)\b[^.]{0,20}"
    r"|(?:image )?generated (?:by|with) ai\b[^.]{0,20}"
)
#: Openings that only captions have.
_OPENING = re.compile(
    r"(?:ilustrasi|illustrasi|infografis|file|foto(?: udara| arsip| ilustrasi)?|photos?|video|grafis"
    r"|dok(?:umentasi)?\.?|arsip|tangkapan layar|screenshot|credit|©)"
    r"(?: ?[:\uff1a/.–—-] ?(?=\S)|$)|ilustrasi\b(?=.{0,90}[)/]|[^.]{0,60}$)|(?:ANTARA )?FOTO[:/ ]|getty images"
    r"|istimewa$|ist\.?$|(?:keterangan|sumber) (?:gambar|foto|video) ?[,:] ?\S|(?:afp|ap|epa|reuters) photos?\b"
    r"|tangkapan layar (?-i:[A-Z])[\w.]{0,20}(?:[ /](?-i:[A-Z])[\w.]{1,20})?$"
    r"|(?-i:[Tt]angkapan layar (?:[A-Z][\w.]{0,20} ?){3})$"
    r"|(?:tangkapan layar|screenshot) (?:video|akun|siaran|rekaman|unggahan)\b[^.]{0,90}$"
    r"|(?:kolase|arsip) foto\b[^.]{0,90}$"
    r"|dok(?:umentasi)? (?:humas|pribadi|istimewa|keluarga|kemen\w+|pol\w+|tni|pem\w+|kbri|set\w+|biro)\b[^.]{0,50}$"
    rf"|{_MADE}$",
    re.IGNORECASE,
)
_OPENS = "ifkpvgdtscaer©"
#: Openings that need no credit behind them.
_CERTAIN = ("ilus", "file -", "file –", "keterangan ")
_AGENCIES = (
    r"(?:reuters|afp|ap|epa|antara|xinhua|tass|sputnik|belta|anadolu|getty(?: images)?"
    r"|istimewa|ist|net|dok\w*|ig @\S+|tiktok ?[@/]\S+|kremlin|pool|via ap"
    r"|via reuters|zuma|shutterstock|istock|unsplash|twitter|instagram|youtube|x @\w+|istockphoto|wikimedia\w*|bbc|cnn"
    r"|ria novosti|ria|the guardian|dpa|yonhap|kyodo|setkab|biro pers|bpmi|humas|ukrinform|stringer|handout|handouts?"
    r"|tangkapan layar|tangkap layar|screenshot|wikipedia|pixabay|pexels|freepik|mod russia|nato|un photo|ist\.?)"
)
#: Where pictures come from and articles do not: ``(twitter.com/akun)``, ``(president.gov.by)``.
PICTURE_SITES = (
    r"[(\[](?:(?:www\.)?(?:twitter|x|instagram|facebook|youtube|t|flickr|unsplash|pixabay|pexels|wikipedia|wikimedia|vk)"
    r"(?:[.,](?:com|org|me)|(?=[/@]))|(?:[\w-]+\.)*(?:gov|mil|go)\.[a-z]{2}|kremlin\.ru|mil\.ru)[^()\[\]]{0,60}[)\]]"
)
#: A picture agency and its photographer's whole name: ``… di Minsk. (REUTERS/Rara Wening)``; reporters use initials.
PHOTOGRAPHER = re.compile(
    r"[(\[](?:REUTERS|Reuters|AFP|AP|EPA|Getty Images|Xinhua|Anadolu|ANTARA FOTO)(?: Photo)? ?/ ?"
    r"(?:[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}|Stringer|Handout|Pool|File)[)\]]"
)
#: Credits in brackets at the end of a folded line: ``(Foto Kremlin)``, ``[REUTERS / Nama]``.
_BRACKETED = re.compile(
    r"[(\[](?:foto|sumber|dok\w*|photo|source|credit|kredit|via|ant(?:ara)? foto|ap photo|kolase"
    r"|tangkapan layar|courtesy|istimewa|ilustrasi|gambar|image|screenshot|screengrab|siaran pers|handout)\b"
    r"[^()\[\]]{0,90}(?:\([^()]{0,60}\))?[^()\[\]]{0,40}[)\]]?\.?$"
    r"|[(\[][^()\[\]]{0,70}\b" + _AGENCIES + r"\b[^()\[\]]{0,60}[)\]]\.?(?: ?/ ?\w+ out)?$"
    r"|[(\[][\w .'’-]{3,40}/ ?[\w-]+\.(?:com|co|id|net|tv|news)(?:\.id)?[)\]]\.?$"
    r"|" + PICTURE_SITES + r"\.?$"
)
_DASH_AGENCY = re.compile(r"[-–—] ?(?:afp|reuters|ap|bernama)$")
_DASH_SITE = re.compile(r"[-–—] ?[\w-]+\.(?:com|net|org)$")
#: Credits without brackets there (``. Foto/X``, ``/Net``, ``– AFP``), each behind what it holds.
_TRAILING = (
    ("foto", re.compile(r"(?<!berita )\bfoto ?[:/] ?[^.]{2,70}$")),
    ("foto", re.compile(r"\bfoto[ -](?:afp|ap|reuters|antara|ist\w*|epa|bernama)\b.{0,20}$")),
    ("foto", re.compile(r"[-–—] ?foto ?.{2,60}$")),
    ("--", re.compile(r"\S--@?[a-z][\w. @/-]{2,60}$|[.!?)”\"]--$")),
    ("dok", re.compile(r"\bdok(?:umentasi)?\. ?[\w ./-]{2,50}$")),
    ("/", re.compile(r"/ ?" + _AGENCIES + r"(?: ?/.{0,40})?/?\.?$")),
    ("/", re.compile(r"\b(?:antara|ant) ?(?:foto)?/.{2,60}$")),
    (
        "/",
        re.compile(r"[.!?)”\"] ?(?:reuters|afp|ap|epa(?:-efe)?|getty images|xinhua|anadolu) ?/ ?[a-z][\w.'’ -]{2,40}$"),
    ),
    ("/", re.compile(r"[.!?”\"*] ?/ ?(?:instagram|twitter|facebook|youtube|tiktok|ig|x)(?:[ /.]@?[\w.]+)?$")),
    (" photo", re.compile(r"\b(?:afp|ap|epa|reuters) photos?(?: ?/ ?[a-z][\w.'’ -]{2,40})?$")),
    ("istimewa", re.compile(r"[.!?)”\"] ?istimewa$")),
    ("layar", re.compile(r"[.!?)”\"] ?tangkapan layar\b[^.!?]{0,50}$")),
    ("/", re.compile(r"/ ?[\w-]+\.(?:com|co|id|net|tv)(?:\.id)? ?/ ?[a-z][\w.'’ -]{2,40}$")),
    ("/@", re.compile(r"^(?:twitter|instagram|facebook|youtube|tiktok|threads|ig|x) ?/ ?@[\w.]+$")),
    ("©", re.compile(r"^© ?(?!\d)[^/]{2,40}/[^/]{2,40}$")),
    ("©", re.compile(r"\S ?(?:copyright ?: ?)?© ?(?!\d)\S.{1,60}$")),
    ("layar", re.compile(r"[-–—] ?tangkapan layar ?.{2,60}$")),
    ("via ", re.compile(r"\bvia (?:ap|reuters|afp|getty images|associated press)\)?\.?$")),
    ("photo by", re.compile(r"\bphoto by (?:ap|reuters|afp|getty images|associated press)\)?\.?$")),
    ("afp", _DASH_AGENCY),
    ("reuters", _DASH_AGENCY),
    ("ap", _DASH_AGENCY),
    ("bernama", _DASH_AGENCY),
    (".com", _DASH_SITE),
    (".net", _DASH_SITE),
    (".org", _DASH_SITE),
)
#: ``RUDAL BARU - Ilustrasi …``: a heading of its own in capitals before the words of a picture.
_CAPITALS_FIRST = re.compile(
    r"[A-Z][A-Z0-9 ,'-]{3,50} [-–—] ?(?:Ilustrasi|Foto|Tangkapan|Dokumentasi|Potret|Infografis)\b"
)
#: A caption that stands in brackets from its first word to its credit.
_WHOLE = re.compile(r"\([^()]{20,300}[/|] ?" + _AGENCIES + r"[^()]{0,30}\)\.?$")
_NAME_CREDIT = re.compile(r"^(?:[A-Z][\w'’.-]+(?: [A-Z&][\w'’.-]+)* ?/ ?){1,3}[A-Z][\w'’. -]+$")
#: Nothing but names, the last of them whom the picture came by: ``Kementerian Perhubungan via NV``.
_VIA = re.compile(r"(?:[A-Z][\w'’.-]* ){1,6}via (?:[A-Z][\w'’.-]* ?){1,3}$")
_BARE_CREDIT = re.compile(r"[^.!?]{15,160} \((?:the )?[A-Za-z][\w .,'’&-]{2,50}\)$")


def caption_rule(text: str, folded: str) -> str | None:
    """Return the id of the caption rule that `text` fits, or None.

    Parameters
    ----------
    text
        One line without white space at its ends.
    folded
        The same in lower case.
    """
    if len(text) > 700:
        return None
    if (
        folded[0] in _OPENS
        and _OPENING.match(text)
        and (len(text) < 60 or _has_credit(folded) or folded.startswith(_CERTAIN) or _names_taker(text, folded))
    ):
        return "caption-opening"
    if " - " in text[:56] and _CAPITALS_FIRST.match(text):
        return "caption-opening"
    if text[0] in '"“' and folded.endswith(" photo"):
        return None  # words of somebody in a story told in pictures
    if text[-1] not in '.!?”"…' or text[-2:] in (").", "].") or "/" in text[-30:]:
        return _closing_rule(text, folded)
    return None


def _names_taker(text: str, folded: str) -> bool:
    """Say whether a bracket with a stroke closes what ``Foto:`` opens: ``Foto: Dermaga utara (Rara/koran)``."""
    return text[-1] == ")" and folded.startswith(("foto:", "photo:")) and "/" in text[text.rfind("(") :]


def _closing_rule(text: str, folded: str) -> str | None:
    if _has_credit(folded) or (text[0] == "(" and _WHOLE.match(folded)):
        return "caption-credit"
    if len(text) < 80 and (("/" in text and _NAME_CREDIT.match(text)) or (" via " in text and _VIA.match(text))):
        return "caption-name-credit"
    if text[-1] == ")" and _BARE_CREDIT.fullmatch(text):
        return "caption-bare-credit"
    return None


def _has_credit(folded: str) -> bool:
    tail = folded[-180:]
    if any(_BRACKETED.match(tail, opening) for opening in _last_openings(tail)):
        return True
    start = max(0, len(tail) - 80)
    end = tail[start:]
    for mark, pattern in _TRAILING:  # noqa: SIM110 -- `any` costs twice as much, on every line of every page
        if mark in end and pattern.search(tail, start):
            return True
    return False


def _last_openings(tail: str) -> tuple[int, ...]:
    """Return where the last bracket opens and, as one may stand inside another, the one before."""
    last = max(tail.rfind("("), tail.rfind("["))
    if last < 0:
        return ()
    before = max(tail.rfind("(", 0, last), tail.rfind("[", 0, last))
    return (last,) if before < 0 else (last, before)
