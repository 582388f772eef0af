"""What a line looks like on its own, before its neighbours are heard."""

# ruff: noqa: PLR2004 -- lengths and weights are the evidence itself, read best beside the words they judge

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal

import msgspec

from workbench.article import Role
from workbench.parse.bylines import byline_rule, is_name
from workbench.parse.calendar import find_dates
from workbench.parse.captions import caption_rule
from workbench.parse.dateline import is_dateline_alone, read_dateline
from workbench.parse.fold import words
from workbench.parse.lines import Cut
from workbench.parse.phrases import phrase_rule
from workbench.span import Span

Kind = Literal["prose", "title", "label", "fragment", "mark", "phrase", "date", "byline", "caption"]


class Shape(msgspec.Struct, frozen=True, gc=False):
    """One segment with what its own wording says.

    Parameters
    ----------
    cut
        The segment.
    kind
        What it looks like.
    rule
        Id of the rule that says so; the line's `reason` unless its place decides otherwise.
    role
        The role that its wording alone decides, or None where place decides.
    ends
        See `PhraseRule.ends_article`.
    """

    cut: Cut
    kind: Kind
    rule: str
    role: Role | None = None
    ends: Literal["list", "comments"] | None = None


_Ends = Literal["list", "comments"] | None
#: Kind and rule, with the role and end of the article where the wording settles them.
_Wording = tuple[Kind, str] | tuple[Kind, str, Role] | tuple[Kind, str, Role, _Ends]

_PROSE: _Wording = ("prose", "paragraph")
#: Outlets' own phrases are shorter.
_LABEL = 200
_WORD = re.compile(r"[^\W_]")
_MARKUP = re.compile(r"(?:<[^<>]{1,300}>\s*)+$")
#: Who posted what stands above, and when: ``— Nama (@nama) May 3, 2021``.
_POST = re.compile(r"[—–-]{1,2} ?[^()]{1,60}\(@\w{1,30}\).{0,40}$")
#: A picture that a converter wrote down: ``![alt](https://…)``, ``<image>data:…</image>``.
_IMAGE = re.compile(r"!\[[^\]]*\]\(\S*\)$|<(?P<tag>ima?ge?)>.*</(?P=tag)>$")
#: A line this long that closes like a sentence is a paragraph, unless it begins as captions do; no title is longer.
_PARAGRAPH = 130
#: The lines of a date are shorter, their weekday, clock time and zone included.
_DATED_TITLE = 60
_DASHES = "-–—"
_CLOSES = '.!?…"”'
_PICTURES = frozenset({"foto", "ilus", "file", "phot", "vide", "graf", "fact"})
#: What follows a paragraph's full stop without being its end: ``… dolar AS. (1 dolar AS = 16.720 rupiah)``, ``. ***``.
_ASIDE = re.compile(r"(?<=[\w”\"][.!?]) (?:\([^()]{2,60}\)|\*{3})$")
_CLOSERS = "\"”’'»)]“*"
#: A date whose month a machine put into another language: ``Mungkin 4, 2021, 12: 03 AM``.
_MANGLED = re.compile(r"(?:[A-Z][\w ]{2,24} )\d{1,2}, (?:19|20)\d\d,? (?:at )?\d{1,2} ?: ?\d\d ?[AaPp][Mm]$")
_DIGIT = re.compile(r"\d")
_LOWER_WORD = re.compile(r" [a-z]")
_WEEKDAY = words("senin selasa rabu kamis jumat jum'at sabtu minggu ahad")
_DATE_NOISE = re.compile(
    r"(?i)\b(?:wib|wita|wit|gmt|utc|diperbarui|diterbitkan|dipublikasikan|published|updated|update|pukul|tayang|dibuat|on"
    r"|date|last|terakhir|publish|posted|oleh|at|pada|jam|am|pm)\b|[^\w]|\d"
)
_CLOCK_LINE = re.compile(r"\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?: ?(?:WIB|WITA|WIT))?$")
_NUMBER_LINE = re.compile(r"[\d.,+%\s|:x\u00d7KkMm-]+$")


def shape_of(cut: Cut, labels: Mapping[str, tuple[Role, str]]) -> Shape:
    """Judge one segment by its wording.

    Parameters
    ----------
    cut
        The segment.
    labels
        Outlets' own phrases, folded, with role and rule id.
    """
    line = cut.text
    own = labels.get(cut.folded) if len(line) < _LABEL else None
    if own is not None:
        return Shape(cut, "phrase", own[1], own[0])
    if len(line) <= _PARAGRAPH:
        return Shape(cut, *_known_wording(line, cut.folded))
    is_long = line[-1] in _CLOSES and line[-2] not in ")]"
    if is_long and line[0] not in "<,;" and cut.folded[:4] not in _PICTURES:
        return Shape(cut, *(_phrased(line, cut.folded) or _PROSE))
    return Shape(cut, *_wording(line, cut.folded))


def _wording(line: str, folded: str) -> _Wording:
    if line[0] in "<!" and (_MARKUP.match(line) or _IMAGE.match(line)):
        return "mark", "markup-only", "navigation"
    if not line[0].isalnum() and _WORD.search(line) is None:
        return "mark", "marks-only", "navigation"
    if line[0] in "—–-" and _POST.match(line):
        return "fragment", "embedded-post"
    if line[0] in ",;":
        return "fragment", "continued-line"
    return _phrased(line, folded) or _dated(line, folded) or _credited(line, folded) or _plain(line)


#: Furniture and the titles of other stories come back on page after page of an outlet, and are judged once.
_known_wording = lru_cache(maxsize=1 << 14)(_wording)


def _phrased(line: str, folded: str) -> _Wording | None:
    rule = phrase_rule(line, folded)
    if rule is None or (rule.id == "menu" and len(line) > 60 and is_prose(line)):
        return None
    return "phrase", rule.id, rule.role, rule.ends_article


def _dated(line: str, folded: str) -> _Wording | None:
    if len(line) > 130 or (line[-1] == "." and len(line) > 40) or folded.startswith("sumber"):
        return None
    if not _DIGIT.search(line):
        return ("date", "weekday-alone", "timestamp") if folded in _WEEKDAY else None
    if _CLOCK_LINE.match(line):
        return "date", "clock-alone", "timestamp"
    if _MANGLED.match(line):
        return "date", "date-mangled", "timestamp"
    if len(line) < 6 and _NUMBER_LINE.match(line):
        return None
    dates = find_dates(line, Span(0, len(line)))
    return ("date", "date-line", "timestamp") if dates and _is_date_line(line, dates) else None


def _is_date_line(line: str, dates: Sequence[Span]) -> bool:
    """Say whether little but names and labels is left once the dates are taken out."""
    rest, position = [], 0
    for found in dates:
        rest.append(line[position : found.start])
        position = found.end
    left = " ".join((*rest, line[position:]))
    bare = len(_DATE_NOISE.sub("", left))
    if bare <= 12:
        return True
    return bare <= 70 and len(_LOWER_WORD.findall(left)) <= 2 and _is_header_line(line, dates[0].start)


def _is_header_line(line: str, date: int) -> bool:
    """Say whether a line with more than a date is built like a header line: parts with bars, or the date in front."""
    return (
        date == 0
        or any(bar in line for bar in ("|", " - ", " – ", " • ", " · ", "LAPORAN"))
        or _DATED_BY.match(line) is not None
        or _GLUED_OUTLET.match(line) is not None
        or is_name(line[:date].rstrip(" ,"))
    )


_DATED_BY = re.compile(r"(?i)[-–• ]{0,3}(?:oleh |by |diperbarui|diterbitkan|published|rilis)")
_GLUED_OUTLET = re.compile(r"[\w-]+\.(?:com|id|co|net|tv|news|co\.id)[A-Z]")


def _credited(line: str, folded: str) -> _Wording | None:
    found = byline_rule(line, folded)
    if found is not None:
        return "byline", found, "byline"
    if line[-1] in _DASHES and is_dateline_alone(line):
        return None
    found = caption_rule(line, folded)
    return ("caption", found, "caption") if found else None


def _plain(line: str) -> _Wording:
    if is_prose(line) or (len(line) > 80 and read_dateline(line, 0, len(line))):
        return _PROSE
    if line[-1] == ";" or (line[-1] == "." and line[0] in "-•*"):
        return "fragment", "list-item"
    if line[-1] == ":" and line.count(" ") >= 2 and lower_share(line) >= 0.6:
        return "fragment", "list-lead"
    if (line[0].islower() and " " in line) or (line[0] in ".:)" and line[:2] != ".."):
        return "fragment", "continued-line"
    if len(line) < 20 or line.count(" ") < 3:
        return "label", "short-line"
    return "title", "headline-like"


def is_prose(line: str) -> bool:
    """Say whether `line` reads as running text: a closed sentence, or many words in lower case."""
    line = _ASIDE.sub("", line)
    last = line.rstrip(_CLOSERS)[-1:] or line[-1]
    if line.endswith(("...", "…")) and len(line) < 120:
        return False
    n_words = line.count(" ") + 1
    if last == "." and n_words >= 3 and (line[-1] in ".)]\"”’'“*" or len(line) > 60):
        return True
    if len(line) > 160:
        return True
    if line[0] in "\"“'‘" and n_words >= 3:
        return last in ".!?," or lower_share(line) > 0.5
    if last in "!?:" and n_words >= 3 + (last == ":"):
        return lower_share(line) >= 0.6 or (last == ":" and n_words >= 12 and ". " in line)
    return (n_words >= 9 and line.count(". ") >= 1 and lower_share(line) >= 0.5) or (
        len(line) > 110 and lower_share(line) >= 0.6
    )


def is_dated_title(shape: Shape) -> bool:
    """Say whether a line that looks like a date's is as long as a title that holds one."""
    return shape.kind == "date" and len(shape.cut.text) >= _DATED_TITLE


def lower_share(line: str) -> float:
    """Return the share of words after the first that begin in lower case, over the first 300 characters."""
    head = line[:300]
    spaces = head.count(" ")
    return len(_LOWER_WORD.findall(head)) / spaces if spaces else 0.0
