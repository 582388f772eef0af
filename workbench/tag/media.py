"""Media by name: looks up what stands in the slot of a medium, known to the codebook or not."""

import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from workbench.codebook import Agency, Codebook
from workbench.parse.addresses import SITE_ENDS
from workbench.parse.fold import fold
from workbench.parse.slug import slug
from workbench.span import Span

_LONGEST_NAME = 6
_TOKEN = re.compile(r"(?:(?!\.[A-Z][a-z])[^\s,;()\[\]/\"“”])+")
#: Marks behind a name that are no part of it.
_BEHIND = ".:!?-–—'’"
#: An unknown medium: a few words with capitals, or an address.
_UNKNOWN = re.compile(
    r"(?:The |the )?(?:[A-Z][\w'’&.-]*\w|[A-Z])(?: (?:of |the |and )?[A-Z][\w'’&-]*\w){0,3}"
    r"|[a-z]+[A-Z]\w*|[a-z][\w-]*\.(?:com|co\.\w\w|id|net|org|tv|ru|by)\b"
)
#: Credits in an alias that are no part of the medium's name (``kantor berita AFP``).
_LEADING = re.compile(
    r"^(?:(?:seperti|sebagaimana|demikian|dikutip|dilansir|melansir|mengutip|dilaporkan|laporan|diberitakan|kepada"
    r"|dari|oleh|kantor berita(?: resmi| negara| pemerintah)*|media sosial|sumber\s?:|foto\s?[:/])\s*)+",
    re.IGNORECASE,
)


class Medium(Span, frozen=True):
    """A medium as printed, under its canonical name; `agency` is None where the codebook lacks it."""

    id: str
    name: str
    agency: Agency | None


class Media(msgspec.Struct, frozen=True):
    """The codebook's media by folded spelling."""

    by_spelling: dict[str, Agency]
    #: The first words of all spellings.
    first_words: frozenset[str]

    def at(self, text: str, start: int, end: int) -> Medium | None:
        """Return the known medium whose name begins at `start`, the longest that fits before `end`."""
        first = _TOKEN.match(text, start, end)
        if first is None or fold(first[0]).rstrip(_BEHIND) not in self.first_words:
            return None
        ends = [match.end() for match, _ in zip(_TOKEN.finditer(text, start, end), range(_LONGEST_NAME), strict=False)]
        for stop in reversed(ends):
            bare = stop - len(text[start:stop]) + len(text[start:stop].rstrip(_BEHIND))
            agency = self.by_spelling.get(fold(text[start:bare])) or self.by_spelling.get(fold(text[start:stop]))
            if agency is not None:
                return Medium(start, bare if bare > start else stop, agency.id, agency.name, agency)
        return None

    def named(self, words: str) -> Agency | None:
        """Return the medium that `words` name as a whole."""
        return self.by_spelling.get(_as_looked_up(words))


@lru_cache(maxsize=1 << 12)
def _as_looked_up(words: str) -> str:
    """Return the words for a medium as they are listed: folded, without what leads up to its name."""
    return fold(without_leading(words.strip(" .")))


def build_media(codebook: Codebook) -> Media:
    """Index the media of `codebook` by every spelling."""
    found: dict[str, Agency] = {}
    for agency in codebook.agencies:
        for spelling in (agency.name, *agency.aliases):
            found.setdefault(fold(without_leading(spelling)), agency)
    words = [match[0].rstrip(_BEHIND) for match in map(_TOKEN.match, found) if match is not None]
    # A full stop before a capital ends a word of a text: ``Tempo.Co``.
    return Media(found, frozenset((*words, *(word.partition(".")[0] for word in words))))


def without_leading(spelling: str) -> str:
    """Return the part of a medium's spelling that is its name (``kantor berita AFP`` is ``AFP``)."""
    return _LEADING.sub("", spelling)


def unknown_at(text: str, start: int, end: int) -> Medium | None:
    """Return the medium that the codebook lacks whose name begins at `start`: words with capitals, or an address."""
    match = _UNKNOWN.match(text, start, end)
    return None if match is None else printed_medium(text, match.start(), match.end())


def printed_medium(text: str, start: int, end: int) -> Medium:
    """Return a medium under its name as printed."""
    name = text[start:end]
    return Medium(start, end, slug(name), name, None)


def without_credit(text: str, span: Span) -> Span:
    """Return the part of a matched alias that is the medium's name."""
    lead = _LEADING.match(span.of(text))
    return Span(span.start + lead.end(), span.end) if lead and span.start + lead.end() < span.end else span


def is_own_name(name: str, own: Sequence[str]) -> bool:
    """Say whether a name is the outlet's own, whatever its case and its domain's end."""
    bare = _bare(name)
    return any(bare == other or (len(other) > 4 and bare.startswith(other)) for other in map(_bare, own))  # noqa: PLR2004


@lru_cache(maxsize=1 << 12)
def _bare(name: str) -> str:
    return re.sub(rf"\.{SITE_ENDS}$", "", fold(name).strip()).replace(" ", "").replace(".", "")
