"""Credits of pictures: those whom the last words of a caption name."""

import re
from collections.abc import Iterator, Sequence

from workbench.article import Article
from workbench.codebook import Agency
from workbench.parse.slug import slug
from workbench.record import AgencyCredit
from workbench.span import Span
from workbench.tag.media import Media, is_own_name

#: Words before whoever took, made or lent a picture, one or several in a row (``Dok. Foto``, ``Photo by``).
_LABEL = (
    r"foto|photos?|photograph|file|sumber|dok(?:umentasi|umen)?|kredit|credits?|copyright|image|gambar|ilustrasi"
    r"|istimewa|ist|handout|ho|tangkapan layar|screenshot|by|oleh|via"
)
_LABELS = re.compile(rf"[\s:/.©-]*(?:(?:{_LABEL})\b[\s:/.©-]*)+", re.IGNORECASE)
#: A label that a mark sets off, or ``Dok. X``: what follows it to the end of the line is the credit.
_LABELLED = re.compile(
    rf"(?:^|(?<=[\s.,(\[–-]))(?<!(?-i:[A-Z]) )(?:(?:{_LABEL})\.?\s?)*?"
    rf"(?:(?:{_LABEL})(?:\s?[:/©]\s?|\s+(?:by|oleh)\s+)|dok\.?\s(?=[A-Z])|(?:sumber|keterangan) gambar,\s?)",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[(\[](?P<credit>[^()\[\]\n]{2,140})(?:[)\]]\s*[.\"”]?|)\s*$")
#: Where the sentence of a caption ends and its credit may begin.
_SENTENCE = re.compile(r"(?:[.!?)\"”]\s*(?=[/A-Z])|\s[-–—]\s*)(?=\S)")
_SPLIT = re.compile(r"/|\||,|;|\s(?:via|dan|and|&|-|–|oleh|for)\s")
#: In running words only these part names from each other.
_SLASH = re.compile(r"\s?[/|]\s?|\svia\s")
_EDGE = ' .()[]@-–©/"”“'
_PHOTO = re.compile(r"\s(?:photo|foto)$", re.IGNORECASE)
#: Pieces of a credit that name nobody: remarks, dates, and the initials of an editor.
_NOBODY = re.compile(
    rf"(?i:pool\b.*|net\.?ral|arsip|doc|pribadi|(?:{_LABEL})\.?|.*\b(?:out|tidak)\b.*|\d.*|.*\d{{4}}.*)|[a-z]{{2,4}}"
)
#: Agency, photographer and editor; the editor's initials.
_WITH_EDITOR, _INITIALS = 3, re.compile(r"[A-Z]{2,3}")
_JOINERS = frozenset({"of", "the", "de", "van", "von", "bin", "al"})
_LONGEST = 5
#: The longest name of a person; more words at the start of a caption are the caption.
_LONGEST_PERSON = 3
#: With what a paragraph can end that is a credit.
_CLOSING = (")", "]", ").", "].")


def photo_credits(article: Article, own: Sequence[str], media: Media) -> Iterator[AgencyCredit]:
    """Yield who is credited at the end of each caption, and of paragraphs that stand under pictures."""
    text = article.text
    for line in article.lines:
        if line.role == "caption" or line.reason == "gallery-caption":
            found = _in_caption(text, line, media)
        elif line.role == "body" and text.endswith(_CLOSING, line.start, line.end):
            found = _in_paragraph(text, line, media)
        else:
            continue
        named = _without_editor(text, found, media)
        yield from (_credit(text, span, media) for span in named if not is_own_name(span.of(text), own))


def _without_editor(text: str, found: Sequence[Span], media: Media) -> Sequence[Span]:
    """Leave out an editor's initials in capitals behind a photographer's name: ``ANTARA FOTO/Rara Wening/YU``."""
    if len(found) < _WITH_EDITOR or not _is_person(found[-2].of(text)):
        return found
    last = found[-1].of(text)
    return found[:-1] if _INITIALS.fullmatch(last) and _known(last, media) is None else found


def _credit(text: str, span: Span, media: Media) -> AgencyCredit:
    words = span.of(text)
    agency = _known(words, media)
    if agency is not None:
        return AgencyCredit(span.start, span.end, agency.id, agency.name, "photo", "caption")
    name = words.title() if words.isupper() and " " in words else words
    return AgencyCredit(span.start, span.end, slug(words), name, "photo", "caption")


def _known(words: str, media: Media) -> Agency | None:
    return media.named(words) or media.named(_PHOTO.sub("", words))


def _in_caption(text: str, line: Span, media: Media) -> Sequence[Span]:
    """Return the names in a caption's credit: behind a label, in a bracket, or else behind its last sentence."""
    label = _LABELLED.search(text, line.start, line.end)
    found = _all_named(text, label.end(), line.end, media) if label else []
    if found:
        return found
    bracket = _BRACKET.search(text, line.start, line.end)
    if bracket:
        return _in_bracket(text, Span(*bracket.span("credit")), media)
    return _at_end(text, line, media)


def _in_bracket(text: str, inside: Span, media: Media) -> Sequence[Span]:
    """Return the names in a bracket that is a credit, not a date or a remark."""
    found = _all_named(text, inside.start, inside.end, media)
    is_credit = _LABELS.match(text, inside.start, inside.end) or "/" in inside.of(text)
    if found and (is_credit or any(_known(one.of(text), media) for one in found)):
        return found if any(one.of(text)[0].isupper() or _known(one.of(text), media) for one in found) else []
    if len(found) == 1 and found[0].of(text)[0].isupper() and len(inside.of(text).split()) <= _LONGEST_PERSON:
        return found
    return [] if found else _last_named(text, inside.start, inside.end, media)


def _in_paragraph(text: str, line: Span, media: Media) -> Sequence[Span]:
    """Return the names in the bracket with which a paragraph ends, if a medium lent the picture of somebody else's."""
    bracket = _BRACKET.search(text, line.start, line.end)
    found = _all_named(text, *bracket.span("credit"), media) if bracket else []
    known = [one for one in found if _known(one.of(text), media)]
    is_photo = any(_PHOTO.search(text, one.start, one.end) for one in known)
    return found if known and (is_photo or any(_is_person(one.of(text)) for one in found if one not in known)) else []


def _is_person(words: str) -> bool:
    return len(words.split()) > 1


def _at_end(text: str, line: Span, media: Media) -> Sequence[Span]:
    """Return the names behind the last sentence of a line: ``… tiba. AFP/Nama``, ``… tiba – AFP``, ``… tiba/Nama``."""
    end = line.start + len(line.of(text).rstrip(_EDGE))
    stops = [match.end() for match in _SENTENCE.finditer(text, line.start, end)]
    start = stops[-1] if stops else line.start
    if start > line.start and (whole := _piece(text, start, end)) and _known(whole.of(text), media):
        return [whole]
    found = _last_named(text, start, end, media)
    if found and found[0].start == start == line.start and _known(found[0].of(text), media) is None:
        # ``Presiden Vladimir Putin/Net``: what a line begins with is what the picture shows.
        is_person = len(found[0].of(text).split()) <= _LONGEST_PERSON and text[found[0].end] == "/"
        return found if is_person else found[1:]
    return found


def _last_named(text: str, start: int, end: int, media: Media) -> list[Span]:
    """Return the names at the end of a list with strokes, as far back as there are names."""
    pieces = list(_split(text, Span(start, end), _SLASH)) if start < end else []
    found: list[Span] = []
    for first, last in reversed(pieces):
        piece = _piece(text, first, last)
        if piece is None or _NOBODY.fullmatch(piece.of(text)):
            continue
        if not _is_name(piece.of(text), media):
            break
        found.insert(0, piece)
    return found if len(pieces) > 1 or text.startswith("/", start) else []


def _all_named(text: str, start: int, end: int, media: Media) -> list[Span]:
    """Return every piece of a credit that names somebody, none where a piece is no name."""
    pieces = (_piece(text, *ends) for ends in _split(text, Span(start, end), _SPLIT)) if start < end else ()
    found = [piece for piece in pieces if piece is not None and not _NOBODY.fullmatch(piece.of(text))]
    is_credit = all(_is_name(one.of(text), media) or " " not in one.of(text) for one in found)
    return found if is_credit else []


def _is_name(words: str, media: Media) -> bool:
    """Say whether words are a medium, or have capitals as names do."""
    if _known(words, media) is not None:
        return True
    tokens = words.split()
    return len(tokens) <= _LONGEST and all(token[0].isupper() or token in _JOINERS for token in tokens)


def _piece(text: str, start: int, end: int) -> Span | None:
    """Return a piece of a credit without labels and marks around it, or None where nothing is left."""
    label = _LABELS.match(text, start, end)
    start = label.end() if label else start
    words = text[start:end].strip(_EDGE)
    begin = text.index(words, start) if words else end
    return Span(begin, begin + len(words)) if words else None


def _split(text: str, credit: Span, marks: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    at = credit.start
    for mark in marks.finditer(text, credit.start, credit.end):
        yield at, mark.start()
        at = mark.end()
    yield at, credit.end
