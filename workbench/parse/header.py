"""Roles of the lines before the body."""

# ruff: noqa: PLR2004 -- lengths and weights are the evidence itself, read best beside the words they judge

import re
from collections.abc import Iterator, Sequence

import msgspec

from workbench.article import Role
from workbench.parse.bylines import answers, byline_rule, is_name, is_writer, names_section, signed_name
from workbench.parse.fold import fold, words
from workbench.parse.headline import TRAIL
from workbench.parse.shape import Shape, lower_share

Verdict = tuple[Role, str]

#: More short lines than this above the headline are a menu, not kickers.
_KICKERS = 3
#: A line this close below the headline belongs to it.
_NEAR = 3
#: No name is longer.
_NAME = 50
#: Who is pictured, then when or how, without a verb of the news: ``Menteri X saat rapat di Y``.
_POSED = re.compile(
    r"(?:(?:[A-Z][\w.,'’-]*|\([^()]{3,30}\)|dan|serta) ){1,14}"
    r"(?:saat|ketika|di (?:depan|samping|sela)|berjabat|berpose|berfoto|bersalaman"
    r"|dalam (?:pertemuan|konferensi|sebuah|acara))\b"
)
#: What a window's title adds to a headline: `` - Koran Contoh``.
_OUTLET_BEHIND = re.compile(r"\s[-–—|•»]\s\S.{1,40}$")
#: The way from the front page to the article's section.
_BREADCRUMB = re.compile(r"(?:home|beranda) ?[>»/|\u203a] ?\w")
#: Whose picture it is, in brackets behind the words: ``… bersandar (Koran Kita/Rara Wening)``.
_TAKEN_BY = re.compile(r"\([A-Z][\w .-]{1,30}/ ?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){0,3}\)$")
#: On which day: a deck tells days without brackets.
_DAY_TAKEN = re.compile(r"(?i:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu),? ?\(\d{1,2}/\d{1,2}(?:/\d{2,4})?\)\.?$")
#: What a control prints before the title of its picture: ``zoom-in …``.
_CONTROL = 12
_SHORT = frozenset({"label", "fragment"})
#: What stands behind the name of somebody who writes no news.
_OFFICES = words(
    "wali kota walikota bupati gubernur presiden menteri ketua wakil kepala direktur kapolda kapolres camat lurah "
    "dandim dosen guru pengamat anggota hakim jaksa jenderal kolonel komandan duta besar juru bicara pengacara pakar"
)
#: With what the office of somebody who writes a column or from abroad begins.
_WRITERS = words(
    "dosen guru pengamat peneliti direktur ketua mahasiswa pengajar alumnus wartawan jurnalis koresponden kolumnis"
)
#: A shorter line of names is the credit of the caption above it: ``Foto: AP``, ``AFP/Nama``.
_CREDIT = 45
_LOWER = 0.3


class _Header(msgspec.Struct, frozen=True):
    """The lines before the body, with what is asked of them as a whole.

    Parameters
    ----------
    shapes
        The lines.
    headline
        Index of the headline, or None.
    lede
        The body's first paragraphs.
    has_menu
        Whether more short lines stand above the headline than kickers would.
    lone_prose
        Whether just one of the lines is running text.
    """

    shapes: Sequence[Shape]
    headline: int | None
    lede: str
    has_menu: bool
    lone_prose: bool

    def text(self, index: int) -> str:
        """Return the words of a line; none beyond either end."""
        return self.shapes[index].cut.text if 0 <= index < len(self.shapes) else ""

    def kind(self, index: int) -> str:
        """Return the kind of a line; none beyond either end."""
        return self.shapes[index].kind if 0 <= index < len(self.shapes) else ""

    def rule(self, index: int) -> str:
        """Return the rule of a line; none beyond either end."""
        return self.shapes[index].rule if 0 <= index < len(self.shapes) else ""


def header_roles(shapes: Sequence[Shape], headline: int | None, lede: str) -> Iterator[Verdict]:
    """Yield role and reason for each line before the body, given where the headline is."""
    has_menu = _has_menu(shapes[: headline or 0])
    lone = sum(shape.kind == "prose" for shape in shapes) == 1
    header = _Header(shapes, headline, lede, has_menu, lone)
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


def _standing(header: _Header, index: int) -> Verdict | None:
    """Return the role that the line's own wording decides, if it does."""
    shape, headline = header.shapes[index], header.headline
    if shape.rule == "byline-initials" and index and _cut_from_credit(header, index - 1):
        return "caption", "caption-credit"
    if shape.rule == "menu" and headline is not None and 0 < headline - index <= _NEAR:
        return (
            ("kicker", "breadcrumb")
            if _BREADCRUMB.match(shape.cut.folded)
            else (shape.role or "navigation", shape.rule)
        )
    if shape.rule == "relative-time" and headline is not None and headline < index <= headline + _NEAR:
        return "timestamp", shape.rule
    if shape.role == "related":
        return "navigation", shape.rule
    if shape.role is not None and shape.rule != "byline-credit":
        return _staff(header, index) or (shape.role, shape.rule)
    return _named(header, index)


def _staff(header: _Header, index: int) -> Verdict | None:
    """Judge a lone ``Redaksi``: right below the headline it is the byline, elsewhere a link of the footer."""
    is_byline = header.shapes[index].cut.folded == "redaksi" and index > 0 and index - 1 == header.headline
    return ("byline", "byline-staff") if is_byline else None


def _named(header: _Header, index: int) -> Verdict | None:
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


def _names_several(header: _Header, index: int) -> bool:
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


def _signed_below(header: _Header, index: int) -> bool:
    """Say whether a name's dash has its outlet on the next line: ``Nama -`` / ``detikNews``."""
    text = header.text(index)
    if text[-1] not in "-–—|" or len(text) > _NAME:
        return False
    signed = f"{text} {header.text(index + 1)}"
    return byline_rule(signed, fold(signed)) == "byline-dash-outlet"


def _around(index: int) -> tuple[int, ...]:
    return (index - 1, index + 1, index + 2)


def _placed(header: _Header, index: int) -> Verdict:
    shape, text = header.shapes[index], header.text(index)
    if _of_caption(header, index) or _cut_from_credit(header, index):
        return "caption", "caption-neighbour"
    if header.headline is None or index < header.headline:
        return _above(header, index)
    if shape.kind == "label" and index == header.headline + 1 and names_section(text):
        return "kicker", "kicker-below-headline"
    if pictured := _pictured(header, index):
        return "caption", pictured
    if shape.kind == "label" and text[0] not in "-•*":
        return "navigation", "label-in-header"
    return ("related", "truncated-title") if text.endswith("...") else ("standfirst", "standfirst")


def _tells_office(header: _Header, index: int) -> bool:
    """Say whether a heading begins with an office: what the writer named above it is."""
    is_heading = header.kind(index) in _SHORT | {"title"}
    return is_heading and header.shapes[index].cut.folded.split(None, 1)[0] in _WRITERS


def _below_writer(header: _Header, index: int) -> bool:
    """Say whether the line above, below the headline, is a byline, a name or another office."""
    if header.headline is None or index <= header.headline + 1:
        return False
    above = header.text(index - 1).lstrip("-•* ")
    return header.kind(index - 1) == "byline" or is_name(above) or _tells_office(header, index - 1)


def _pictured(header: _Header, index: int) -> str | None:
    """Return the rule by which a line below the headline says who is in the picture."""
    text = header.text(index)
    if _POSED.match(text):
        return "caption-posed"
    if text[-1] == ")" and _TAKEN_BY.search(text):
        return "caption-credit"
    if "(" in text and ". " not in text and _DAY_TAKEN.search(text):
        return "caption-dated"
    if text.rstrip(" /") in (header.text(index - 1).rstrip(" /"), header.text(index + 1).rstrip(" /")):
        return "caption-doubled"
    return "caption-named" if "," in text and header.lede.startswith(text) else None


def _of_caption(header: _Header, index: int) -> bool:
    """Say whether the line is a caption's words without the credit, or stands between two copies of one caption."""
    text, following = header.text(index), header.text(index + 1)
    if header.kind(index + 1) != "caption":
        return False
    if header.headline is not None and index > header.headline and header.kind(index) in _SHORT | {"title"}:
        is_credit = len(following) < _CREDIT and lower_share(following) < _LOWER
        return is_credit or (following.startswith(text) and len(following) > len(text))
    return (len(text) > 12 and following.startswith(text)) or (header.text(index - 1) == following and len(text) < 60)


def _cut_from_credit(header: _Header, index: int) -> bool:
    """Say whether a credit in brackets was cut from the line's end: above the body it is the picture's."""
    if index + 1 >= len(header.shapes) or header.kind(index) != "prose":
        return False
    credit = header.shapes[index + 1]
    return credit.rule == "byline-initials" and credit.cut.line == header.shapes[index].cut.line


def _above(header: _Header, index: int) -> Verdict:
    shape = header.shapes[index]
    if header.headline is None:
        leads_in = shape.kind == "prose" and header.lone_prose and index == len(header.shapes) - 1
        return ("standfirst", "lead-in") if leads_in else ("related", "teaser-above-body")
    if shape.kind in _SHORT or (shape.kind == "title" and len(shape.cut.text) < 30):
        is_kicker = not header.has_menu or (index == header.headline - 1 and names_section(shape.cut.text))
        return ("kicker", "kicker") if is_kicker else ("navigation", "menu-line")
    return "related", "teaser-above-headline"
