"""What stands around an article, told from its markup: menus, shares, related stories; and what is hidden."""

import re
from collections.abc import Container, Mapping
from functools import lru_cache
from itertools import islice
from typing import Final

import msgspec
from lxml import etree


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: Elements and roles that stand around an article, unless a template puts the article into one.
_AROUND_TAGS: Final = frozenset({"nav", "aside", "menu", "footer"})
_AROUND_ROLES: Final = frozenset({"navigation", "complementary", "contentinfo", "banner", "search", "dialog"})
#: Words of class names and ids that mark what stands around an article in Indonesian and English templates.
_AROUND: Final = _words(
    "related terkait popular populer terpopuler sidebar breadcrumb breadcrumbs share sharing social sosmed comment "
    "comments komentar menu navbar nav navigation newsletter subscribe ads iklan recommend recommended recommendation "
    "rekomendasi lihatjg linksisip baca bacajuga bacaan tag tags footer popup modal cookie cookies disqus "
    "taboola trending latest terkini terbaru pagination paging topik"
)
_INVISIBLE: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SCREEN_READERS: Final = frozenset({"sr-only", "visually-hidden", "screen-reader-text"})
#: Class names and ids of the windows that ask for consent, which hold more prose than many an article.
_CONSENT: Final = re.compile("onetrust|cookiebot|didomi|usercentrics|cookieconsent|gdpr|fc-consent-root", re.IGNORECASE)
#: Ids of what a server sends late and hidden, for a script to show: React's parts of a page.
_STREAMED: Final = re.compile(r"S:[0-9a-f]+")
#: Attributes that tell, by being there or by their value, that an element is hidden; class names tell it, too.
_TELLING: Final = frozenset({"hidden", "style", "id"})
_WORDS: Final = re.compile(r"[a-z]+")
#: Of a heading so much is compared with titles; a broken page may put all of itself into one.
_HEADING_PIECES, _HEADING_LENGTH = 32, 1_000
#: Prose has words of its own at least as long, in one piece and in no link.
_PROSE: Final = etree.XPath("boolean(descendant::text()[string-length(normalize-space()) > 39][not(ancestor::a)])")
#: Words of class names for boxes with a picture and its words.
_PICTURES: Final = frozenset({"photo", "foto", "gambar", "image", "img", "picture"})
_ONE_PICTURE: Final = etree.XPath(
    "count(descendant::img | descendant::amp-img) = 1 and string-length(normalize-space()) < 400"
    " and not(descendant::h1 or descendant::h2 or descendant::h3 or descendant::p[2])"
)
#: Stories on a list are headings in links, also where the list has the very story of the page.
_LINKED: Final = etree.XPath("boolean(ancestor::a or descendant::a)")
_N_TEXTS: Final = etree.XPath("count(descendant::text()[normalize-space()])")


def is_hidden(attributes: Mapping[str, str]) -> bool:
    """Say whether attributes hide their element from those who read the page."""
    if "class" in attributes and _kind(attributes["class"]).is_hidden:
        return True
    return not _TELLING.isdisjoint(attributes) and (
        ("hidden" in attributes and _STREAMED.fullmatch(attributes.get("id", "")) is None)
        or _INVISIBLE.search(attributes.get("style", "")) is not None
        or _CONSENT.search(attributes.get("id", "")) is not None
    )


def is_caption(attributes: Mapping[str, str]) -> bool:
    """Say whether an element is named for captions."""
    return "class" in attributes and _kind(attributes["class"]).is_caption


def is_box(attributes: Mapping[str, str]) -> bool:
    """Say whether an element is named for pictures."""
    return "class" in attributes and _kind(attributes["class"]).is_box


def is_picture(element: etree._Element) -> bool:
    """Say whether an element holds one picture and few words, which then are the picture's."""
    return bool(_ONE_PICTURE(element))


def is_around(tag: str, attributes: Mapping[str, str]) -> bool:
    """Say whether an element is of a kind, or named for what, stands around articles."""
    return (
        tag in _AROUND_TAGS
        or ("class" in attributes and _kind(attributes["class"]).is_around)
        or ("id" in attributes and _kind(attributes["id"]).is_around)
        or attributes.get("role") in _AROUND_ROLES
    )


def has_prose(element: etree._Element) -> bool:
    """Say whether an element may hold a sentence of an article: words in no link, as long as those of one."""
    return bool(_PROSE(element))


def n_texts(element: etree._Element) -> int:
    """Return in how many pieces an element shows its words."""
    return int(_N_TEXTS(element))


def has_headline(element: etree._Element, titles: Container[str]) -> bool:
    """Say whether an element holds a main heading, or one in no link that is one of the titles, bared."""
    return any(
        heading.tag == "h1" or (_heading(heading) in titles and not _LINKED(heading))
        for heading in element.iter("h1", "h2", "h3")
    )


def _heading(heading: etree._Element) -> str:
    return bare("".join(islice(heading.itertext(), _HEADING_PIECES))[:_HEADING_LENGTH])


def bare(text: str) -> str:
    """Return the letters and digits of a text, by which a heading and a title agree."""
    return "".join(char for char in text.casefold() if char.isalnum())


class _Kind(msgspec.Struct, frozen=True, gc=False):
    """What class names tell of an element."""

    is_hidden: bool
    is_caption: bool
    is_box: bool
    is_around: bool


#: A template's class names come back on every page, hundreds of times.
@lru_cache(maxsize=1 << 14)
def _kind(names: str) -> _Kind:
    words = _WORDS.findall(names.lower())
    return _Kind(
        is_hidden=not _SCREEN_READERS.isdisjoint(names.split()),
        is_caption="caption" in words,
        is_box=not _PICTURES.isdisjoint(words),
        is_around=not _AROUND.isdisjoint(words),
    )
