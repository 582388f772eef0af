"""Roles of the lines before the body."""

# ruff: noqa: PLR2004 -- lengths and weights are the evidence itself, read best beside the words they judge

import re
from collections.abc import Iterator, Sequence

from workbench.article import Role
from workbench.parse.bylines import answers, byline_rule, is_name, is_writer, names_section, signed_name
from workbench.parse.fold import fold, words
from workbench.parse.header_lines import Header
from workbench.parse.header_pictures import cut_from_credit, of_caption, pictured
from workbench.parse.headline import TRAIL
from workbench.parse.shape import Shape, lower_share

Verdict = tuple[Role, str]

#: More short lines than this above the headline are a menu, not kickers.
_KICKERS = 3
#: A line this close below the headline belongs to it.
_NEAR = 3
#: And so close above it a list's label is a section's name.
_ABOVE = 2
#: No name is longer.
_NAME = 50
#: What a window's title adds to a headline: `` - Koran Contoh``.
_OUTLET_BEHIND = re.compile(r"\s[-–—|•»]\s\S.{1,40}$")
#: The way from the front page to the article's section.
_BREADCRUMB = re.compile(r"(?:home|beranda) ?[>»/|\u203a] ?\w")
#: What a control prints before the title of its picture: ``zoom-in …``.
_CONTROL = 12
#: A longer headline stands in nothing else's words; so much more a window's title may have.
_LONG_TITLE, _WINDOW = 30, 60
#: What a page counts or numbers, and a number alone: ``Nomor berita : 1082463``, ``- 0``.
_COUNTER = re.compile(r"(?:[A-Z][\w ]{2,24} ?:)?[ #-]*[\d.,]+$")
_SOURCE = re.compile(r"sumber ?:")
#: The beginning of a text that its field cut short is longer than a title.
_EXCERPT = 60
_POINTS = ("-", "•", "*")
_SHORT = frozenset({"label", "fragment"})
#: Headlines in title case have no larger share of words in lower case.
_LOWER = 0.5
#: What stands behind the name of somebody who writes no news.
_OFFICES = words(
    "wali kota walikota bupati gubernur presiden menteri ketua wakil kepala direktur kapolda kapolres camat lurah "
    "dandim dosen guru pengamat anggota hakim jaksa jenderal kolonel komandan duta besar juru bicara pengacara pakar"
)
#: With what the office of somebody who writes a column or from abroad begins.
_WRITERS = words(
    "dosen guru pengamat peneliti direktur ketua mahasiswa pengajar alumnus wartawan jurnalis koresponden kolumnis"
)


def header_roles(shapes: Sequence[Shape], headline: int | None, lede: str) -> Iterator[Verdict]:
    """Yield role and reason for each line before the body, given where the headline is."""
    has_menu = _has_menu(shapes[: headline or 0])
    lone = sum(shape.kind == "prose" for shape in shapes) == 1
    header = Header(shapes, headline, lede, has_menu, lone)
    title = header.text(headline) if headline is not None else ""
    for index, shape in enumerate(shapes):
        if index == headline:
            yield "headline", "headline"
        elif title and (same := _repeats(shape.cut.text, title)):
            yield "navigation", same
        else:
            yield _standing(header, index) or _placed(header, index)


def _has_menu(above: Sequence[Shape]) -> bool:
    """Say whether the short lines above the headline are a menu: many, or some of which two are bare sections."""
    short = [shape for shape in above if shape.kind in _SHORT or shape.kind == "phrase"]
    n_sections = sum(shape.kind != "phrase" and names_section(shape.cut.text) for shape in short)
    return len(short) > _KICKERS or (len(short) == _KICKERS and n_sections > 1)


def _repeats(text: str, title: str) -> str | None:
    if text == title or (text.endswith(title) and len(text) - len(title) <= _CONTROL):
        return "headline-repeated"
    if text.endswith(title) and TRAIL.match(text) and len(text) - len(title) <= _NAME:
        return "headline-repeated"
    if text.startswith(title) and _OUTLET_BEHIND.match(text, len(title)):
        return "headline-repeated"
    cut = text.rstrip(".… ")
    return "headline-truncated" if len(cut) >= 8 and len(cut) < len(text) and title.startswith(cut) else None


def _standing(header: Header, index: int) -> Verdict | None:
    """Return the role that the line's own wording decides, if it does."""
    shape, headline = header.shapes[index], header.headline
    if shape.rule == "byline-initials" and index and cut_from_credit(header, index - 1):
        return "caption", "caption-credit"
    if shape.rule == "relative-time" and headline is not None and headline < index <= headline + _NEAR:
        return "timestamp", shape.rule
    if index and _credits_above(header, index):
        return "caption", "caption-source"
    if shape.role == "related" or shape.rule == "menu":
        return _section(header, index)
    if shape.role is not None and shape.rule != "byline-credit":
        return _staff(header, index) or (shape.role, shape.rule)
    return _named(header, index)


def _section(header: Header, index: int) -> Verdict:
    """Judge part of a menu or a list's label: close above the headline they are the way to it and its section."""
    shape, above = header.shapes[index], (header.headline or 0) - index
    if shape.rule == "menu":
        is_trail = 0 < above <= _NEAR and _BREADCRUMB.match(shape.cut.folded)
        return ("kicker", "breadcrumb") if is_trail else ("navigation", shape.rule)
    is_kicker = 0 < above <= _ABOVE and not header.has_menu and shape.cut.text[-1] != ":"
    return ("kicker", "kicker") if is_kicker else ("navigation", shape.rule)


def _credits_above(header: Header, index: int) -> bool:
    """Say whether ``Sumber :`` right below a picture's words asks for its credit, or the line answers that."""
    above = header.shapes[index - 1]
    if _SOURCE.fullmatch(header.shapes[index].cut.folded):
        return above.kind == "caption"
    is_asked = index > 1 and _SOURCE.fullmatch(above.cut.folded) is not None
    return is_asked and header.kind(index - 2) == "caption" and header.kind(index) != "prose"


def _staff(header: Header, index: int) -> Verdict | None:
    """Judge a lone ``Redaksi``: right below the headline it is the byline, elsewhere a link of the footer."""
    is_byline = header.shapes[index].cut.folded == "redaksi" and index > 0 and index - 1 == header.headline
    return ("byline", "byline-staff") if is_byline else None


def _named(header: Header, index: int) -> Verdict | None:
    """Judge a line that is a name: whom the news is about is pictured, another beside byline or date wrote it."""
    name = header.text(index).lstrip("-•* ").rstrip(" ,")
    above = header.rule(index - 1), header.text(index - 1)
    if answers(name if above[0] == "byline-label" else name.title(), *above) or _signed_below(header, index):
        return "byline", "byline-name"
    if _names_several(header, index):
        return "byline", "byline-names"
    if _tells_office(header, index) and _below_writer(header, index):
        return "byline", "byline-office"
    person = signed_name(name)
    if not is_name(person or name):
        return None
    longest = max((person or name).split(), key=len)
    if header.headline is not None and index > header.headline and longest in header.lede:
        return None if person else ("caption", "caption-named")
    signs = (
        index - 1 == header.headline
        or any(header.kind(near) in {"byline", "date"} for near in _around(index))
        or _tells_office(header, index + 1)
    )
    return ("byline", "byline-dash-outlet" if person else "byline-name") if signs else None


def _names_several(header: Header, index: int) -> bool:
    """Say whether a line beside a byline or date is nothing but names of people whom the news is not about."""
    text = header.text(index)
    if ", " not in text and " dan " not in text and " & " not in text:
        return False
    names = re.split(r", | dan | & ", text)
    beside = any(header.kind(near) in {"byline", "date"} for near in (index - 1, index + 1))
    return (
        len(names) > 1
        and beside
        and all(is_writer(name) and max(name.split(), key=len) not in header.lede for name in names)
        and _OFFICES.isdisjoint(header.shapes[index].cut.folded.replace(",", "").split())
    )


def _signed_below(header: Header, index: int) -> bool:
    """Say whether a name's dash has its outlet on the next line: ``Nama -`` / ``detikNews``."""
    text = header.text(index)
    if text[-1] not in "-–—|" or len(text) > _NAME:
        return False
    signed = f"{text} {header.text(index + 1)}"
    return byline_rule(signed, fold(signed)) == "byline-dash-outlet"


def _around(index: int) -> tuple[int, ...]:
    return (index - 1, index + 1, index + 2)


def _placed(header: Header, index: int) -> Verdict:
    shape, text = header.shapes[index], header.text(index)
    if of_caption(header, index) or cut_from_credit(header, index):
        return "caption", "caption-neighbour"
    if header.headline is None or index < header.headline:
        return _above(header, index)
    if shape.kind == "label" and index == header.headline + 1 and names_section(text):
        return "kicker", "kicker-below-headline"
    if rule := pictured(header, index):
        return "caption", rule
    is_control = (shape.kind == "label" and text[0] not in _POINTS) or " " not in text or _COUNTER.match(text)
    is_summed_up = _heads_points(header, index)
    if is_control and not is_summed_up:
        return "navigation", "label-in-header"
    is_title = not is_summed_up and text.endswith("...") and (len(text) < _EXCERPT or lower_share(text) < _LOWER)
    return ("related", "truncated-title") if is_title else ("standfirst", "standfirst")


def _heads_points(header: Header, index: int) -> bool:
    """Say whether a short line heads two points with bullets that sum the story up."""
    below = header.text(index + 1), header.text(index + 2)
    return header.kind(index) == "label" and all(text.startswith(_POINTS) and " " in text[2:] for text in below)


def _tells_office(header: Header, index: int) -> bool:
    """Say whether a heading begins with an office: what the writer named above it is."""
    is_heading = header.kind(index) in _SHORT | {"title"}
    return is_heading and header.shapes[index].cut.folded.split(None, 1)[0] in _WRITERS


def _below_writer(header: Header, index: int) -> bool:
    """Say whether the line above, below the headline, is a byline, a name or another office."""
    if header.headline is None or index <= header.headline + 1:
        return False
    above = header.text(index - 1).lstrip("-•* ")
    return header.kind(index - 1) == "byline" or is_name(above) or _tells_office(header, index - 1)


def _above(header: Header, index: int) -> Verdict:
    shape = header.shapes[index]
    if header.headline is None:
        leads_in = shape.kind == "prose" and header.lone_prose and index == len(header.shapes) - 1
        return ("standfirst", "lead-in") if leads_in else ("related", "teaser-above-body")
    if _holds_headline(header, index):
        return "navigation", "headline-repeated"
    if shape.kind in _SHORT or (shape.kind == "title" and len(shape.cut.text) < 30):
        is_section = index == header.headline - 1 and names_section(shape.cut.text)
        is_kicker = is_section if header.has_menu else shape.cut.text[-1] != ":"
        return ("kicker", "kicker") if is_kicker else ("navigation", "menu-line")
    is_listed = sum(_is_teaser(near) for near in header.shapes[: header.headline]) > 1
    return ("related", "teaser-above-headline") if is_listed and _is_teaser(shape) else ("navigation", "line-above")


def _holds_headline(header: Header, index: int) -> bool:
    """Say whether a line has the headline in it, as a window's title does."""
    title, text = header.text(header.headline or 0), header.text(index)
    return len(title) >= _LONG_TITLE and title in text and len(text) - len(title) <= _WINDOW


def _is_teaser(shape: Shape) -> bool:
    """Say whether a line above the headline is written as a headline itself: another story's, where several are."""
    return shape.kind == "title" and shape.cut.text[-1] not in ".,:;" and lower_share(shape.cut.text) < _LOWER
