"""A page's markup as blocks of text, in reading order, each with what the markup says of it."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

import msgspec
from lxml import etree

from workbench.read.furniture import is_around, is_box, is_caption, is_hidden, is_picture


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: Code, and what stands for a picture or a script; it is taken out of the tree and parts no words.
_CODE: Final = ("script", "style", "noscript", "template", "svg")
#: Elements whose words are never an article's: controls, players, what stands beside and below; a line ends there.
_SKIPPED: Final = _words(
    "head math iframe object canvas video audio map button select textarea input option datalist dialog amp-sidebar "
    "amp-ad amp-analytics amp-consent"
)
#: Elements that begin and end a line.
_BLOCKS: Final = _words(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 "
    "h4 h5 h6 header hr html li main menu nav ol p pre section summary table tbody td tfoot th thead time tr ul amp-img"
)
#: Elements that may be hidden in the middle of a sentence.
_WITHIN_LINES: Final = frozenset({"span", "b", "i", "em", "strong", "a"})
#: A block with this share of its words in links is a link; prose has at least this length and fewer links.
_LINK_SHARE, _PROSE_LENGTH, _PROSE_LINKS = 0.9, 60, 0.35
_STOP: Final = re.compile('[.!?"”]')
_SPACE: Final = re.compile(r"[ \t\n\r\f\x0b]+")
_NO_ATTRIBUTES: Final[Mapping[str, str]] = MappingProxyType({})
#: A label is that long at most (``Penulis`` in the cell before ``: Rina Sari``), and no sentence, nor label and value.
_LONGEST_LABEL, _ENDS = 30, ".!?:;,"
#: So many elements around the article that hold one another are asked whether they may go unread, which reads them.
_MOST_ASKED: Final = 4


class Block(msgspec.Struct, frozen=True, gc=False):
    """A line of text.

    Parameters
    ----------
    text
        Its words, white space squeezed as a browser does; empty where words were passed over.
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


#: Says of an element around the article how many of its blocks may go unread, or None if it must be walked.
Unread = Callable[[etree._Element], int | None]


def read_outline(root: etree._Element, unread: Unread) -> Outline:
    """Gather the blocks of a tree in one walk, which goes as deep as the parser; code is taken out of the tree."""
    etree.strip_elements(root, *_CODE, with_tail=False)
    gatherer = _Gatherer(unread)
    gatherer.walk(root)
    gatherer.end_line()
    return Outline(tuple(gatherer.blocks), tuple(gatherer.regions))


class _Kind(msgspec.Struct, frozen=True, gc=False):
    """What an element's name and attributes say of its blocks; whether it was read for that, and may go unread."""

    is_around: bool = False
    is_caption: bool = False
    is_asked: bool = False
    n_unread: int | None = None


_PLAIN: Final = _Kind()


class _Gatherer:
    """The state of one walk."""

    def __init__(self, unread: Unread) -> None:
        self.blocks: list[Block] = []
        self.regions: list[Region] = []
        self._unread = unread
        self._pieces: list[str] = []
        self._n_linked = self._n_links = self._n_captions = self._n_asked = 0
        self._tag = "body"

    def walk(self, element: etree._Element) -> None:
        """Gather what an element holds."""
        if text := element.text:
            self._add(text)
        for child in element:
            tag = child.tag
            named = child.items()
            attributes = dict(named) if named else _NO_ATTRIBUTES
            if tag in _SKIPPED or (attributes and is_hidden(attributes)):
                if tag not in _WITHIN_LINES:
                    self.end_line()
            elif tag in _BLOCKS:
                self._walk_block(child, tag, attributes)
            else:
                self._walk_inline(child, tag)
            if text := child.tail:
                self._add(text)

    def end_line(self) -> None:
        """Make a block of the pieces gathered since the last one."""
        if not self._pieces:
            return
        if text := _squeezed("".join(self._pieces)):
            tag = "figcaption" if self._n_captions else self._tag
            block = Block(text, tag, min(self._n_linked, len(text)))
            self.blocks.append(self._with_label(block) if text[0] == ":" else block)
        self._pieces.clear()
        self._n_linked = 0

    def _with_label(self, block: Block) -> Block:
        """Return a value that begins with a colon joined to its label in the cell before, if there is one."""
        label = self.blocks[-1] if self.blocks else _UNREAD
        if not 0 < len(label.text) <= _LONGEST_LABEL or label.text[-1] in _ENDS:
            return block
        self.blocks.pop()
        return Block(f"{label.text} {block.text}", label.tag, label.n_linked + block.n_linked)

    def _walk_block(self, element: etree._Element, tag: str, attributes: Mapping[str, str]) -> None:
        self.end_line()
        start, outer = len(self.blocks), self._tag
        kind = self._kind(element, tag, attributes)
        if kind.n_unread is None:
            self._tag = tag
            self._n_asked += kind.is_asked
            self._n_captions += kind.is_caption
            self.walk(element)
            self.end_line()
            self._n_captions -= kind.is_caption
            self._n_asked -= kind.is_asked
            self._tag = outer
        else:
            self.blocks += [_UNREAD] * kind.n_unread
        if len(self.blocks) > start:
            self.regions.append(Region(tag, start, len(self.blocks), kind.is_around))

    def _kind(self, element: etree._Element, tag: str, attributes: Mapping[str, str]) -> _Kind:
        around, boxed = is_around(tag, attributes), is_box(attributes)
        if not attributes and not around and tag != "figcaption":
            return _PLAIN
        is_asked = (around or boxed) and self._n_asked < _MOST_ASKED
        return _Kind(
            is_around=around,
            is_asked=is_asked,
            is_caption=tag == "figcaption" or is_caption(attributes) or (boxed and is_asked and is_picture(element)),
            n_unread=self._unread(element) if around and is_asked else None,
        )

    def _walk_inline(self, element: etree._Element, tag: str) -> None:
        if tag == "a":
            self._n_links += 1
            self.walk(element)
            self._n_links -= 1
        elif tag == "br":
            self.end_line()
        elif tag == "q":
            self._add("\u201c")
            self.walk(element)
            self._add("\u201d")
        else:
            self.walk(element)

    def _add(self, text: str) -> None:
        if self._pieces or not text.isspace():
            self._pieces.append(text)
            if self._n_links:
                self._n_linked += len(text.strip())


_UNREAD: Final = Block("", "", 0)


def _squeezed(text: str) -> str:
    """Return a text without the white space that a browser does not show."""
    text = text.strip()
    return _SPACE.sub(" ", text) if "  " in text or not text.isprintable() else text
