"""A page's markup as blocks of text, in reading order, each with what the markup says of it."""

import re
from functools import lru_cache

import msgspec
from lxml import etree


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: Elements whose words are never an article's: code, controls, menus, what stands beside and below.
_SKIPPED = _words(
    "head script style noscript template svg math iframe object canvas video audio map button select textarea input "
    "option datalist dialog amp-sidebar amp-ad amp-analytics amp-consent"
)
#: Elements that begin and end a line.
_BLOCKS = _words(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 "
    "h4 h5 h6 header hr html li main menu nav ol p pre section summary table tbody td tfoot th thead time tr ul amp-img"
)
#: Elements and roles that stand around an article, unless a template puts the article into one.
_AROUND_TAGS = frozenset({"nav", "aside", "menu", "footer"})
_AROUND_ROLES = frozenset({"navigation", "complementary", "contentinfo", "banner", "search", "dialog"})
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SCREEN_READERS = frozenset({"sr-only", "visually-hidden", "screen-reader-text"})
#: Words of class names and ids that mark what stands around an article in Indonesian and English templates.
_AROUND = _words(
    "related terkait popular populer terpopuler sidebar breadcrumb breadcrumbs share sharing social sosmed comment "
    "comments komentar menu navbar nav navigation newsletter subscribe ads iklan recommend recommended recommendation "
    "rekomendasi lihatjg linksisip baca bacajuga bacaan tag tags footer popup modal cookie cookies disqus "
    "taboola trending latest terkini terbaru pagination paging topik"
)
#: Class names and ids of the windows that ask for consent, which hold more prose than many an article.
_CONSENT = re.compile("onetrust|cookiebot|didomi|usercentrics|cookieconsent|gdpr|fc-consent-root", re.IGNORECASE)
#: Attributes that tell by their value that an element is not shown.
_TELLING = {"id": _CONSENT, "style": _INVISIBLE}
_WORDS = re.compile(r"[a-z]+")
#: A block with this share of its words in links is a link; prose has at least this length and fewer links.
_LINK_SHARE, _PROSE_LENGTH, _PROSE_LINKS = 0.9, 60, 0.35
_STOP = re.compile('[.!?"”]')
_SPACE = re.compile(r"[ \t\n\r\f\x0b]+")
#: Left-out elements that may stand in the middle of a sentence.
_WITHIN_LINES = frozenset({"script", "style", "noscript", "template", "svg", "span", "b", "i", "em", "strong", "a"})


class Block(msgspec.Struct, frozen=True, gc=False):
    """A line of text.

    Parameters
    ----------
    text
        Its words, white space squeezed as a browser does.
    tag
        The innermost element that it is a line of (``p``, ``h1``, ``li``); ``figcaption`` for all that captions a
        picture.
    n_linked
        How many of its characters stand in links.
    """

    text: str
    tag: str
    n_linked: int

    @property
    def is_link(self) -> bool:
        """Say whether nearly all of its words are a link."""
        return self.n_linked >= _LINK_SHARE * len(self.text)

    @property
    def is_prose(self) -> bool:
        """Say whether it reads like a sentence of an article."""
        length = len(self.text)
        return length >= _PROSE_LENGTH and self.n_linked < _PROSE_LINKS * length and bool(_STOP.search(self.text))


class Region(msgspec.Struct, frozen=True, gc=False):
    """The blocks ``[start, end)`` that one element holds; `is_around` by its name or kind."""

    tag: str
    start: int
    end: int
    is_around: bool


class Outline(msgspec.Struct, frozen=True):
    """A page's blocks and the regions that hold them, inner regions first."""

    blocks: tuple[Block, ...]
    regions: tuple[Region, ...]


def read_outline(root: etree._Element) -> Outline:
    """Walk a tree once and gather its blocks."""
    gatherer = _Gatherer()
    walker = etree.iterwalk(root, events=("start", "end"))
    left_out: etree._Element | None = None
    for event, element in walker:
        tag = element.tag
        if event == "end":
            if left_out is not None and element is left_out:
                gatherer.add(element.tail)
            else:
                gatherer.leave(element, tag)
        elif tag in _SKIPPED or _is_left_out(element):
            walker.skip_subtree()
            left_out = element
            if tag not in _WITHIN_LINES:
                gatherer.end_block()
        else:
            gatherer.enter(element, tag)
    gatherer.end_block()
    return Outline(tuple(gatherer.blocks), tuple(gatherer.regions))


def _is_left_out(element: etree._Element) -> bool:
    for name, value in element.items():
        if name == "class":
            if _hides(value):
                return True
        elif name == "hidden" or (name in _TELLING and _TELLING[name].search(value)):
            return True
    return False


#: A template's class names come back on every page, hundreds of times.
@lru_cache(maxsize=1 << 14)
def _hides(names: str) -> bool:
    return not _SCREEN_READERS.isdisjoint(names.split())


@lru_cache(maxsize=1 << 14)
def _captions(names: str) -> bool:
    return "caption" in _WORDS.findall(names.lower())


@lru_cache(maxsize=1 << 14)
def _surrounds(names: str) -> bool:
    return not _AROUND.isdisjoint(_WORDS.findall(names.lower()))


def _is_around(element: etree._Element, tag: str) -> bool:
    if tag in _AROUND_TAGS or element.get("role") in _AROUND_ROLES:
        return True
    return _surrounds(element.get("class", "")) or _surrounds(element.get("id", ""))


class _Open(msgspec.Struct, frozen=True):
    """A block that is open: its tag, the index of its first line, and whether it captions a picture."""

    tag: str
    start: int
    is_caption: bool


class _Gatherer:
    """The state of one walk."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.regions: list[Region] = []
        self._pieces: list[str] = []
        self._n_linked = self._n_links = self._n_captions = 0
        self._open: list[_Open] = [_Open("body", 0, is_caption=False)]

    def enter(self, element: etree._Element, tag: str) -> None:
        if tag in _BLOCKS:
            self.end_block()
            is_caption = tag == "figcaption" or _captions(element.get("class", ""))
            self._open.append(_Open(tag, len(self.blocks), is_caption))
            self._n_captions += is_caption
        elif tag == "a":
            self._n_links += 1
        elif tag == "br":
            self.end_block()
        elif tag == "q":
            self.add("\u201c")
        if element.text:
            self.add(element.text)

    def leave(self, element: etree._Element, tag: str) -> None:
        if tag in _BLOCKS:
            self.end_block()
            opened = self._open.pop()
            self._n_captions -= opened.is_caption
            if len(self.blocks) > opened.start:
                self.regions.append(Region(tag, opened.start, len(self.blocks), _is_around(element, tag)))
        elif tag == "a":
            self._n_links -= 1
        elif tag == "q":
            self.add("\u201d")
        if element.tail:
            self.add(element.tail)

    def add(self, text: str | None) -> None:
        if text and (self._pieces or not text.isspace()):
            self._pieces.append(text)
            self._n_linked += len(text.strip()) if self._n_links else 0

    def end_block(self) -> None:
        if not self._pieces:
            return
        text = _SPACE.sub(" ", "".join(self._pieces)).strip(" ")
        if text and not text.isspace():
            tag = "figcaption" if self._n_captions else self._open[-1].tag
            self.blocks.append(Block(text, tag, min(self._n_linked, len(text))))
        self._pieces.clear()
        self._n_linked = 0
