"""Names by their heads: ``Kementerian …``, ``Laut …``, and where such a name ends."""

import re

import msgspec

from workbench.record import Name
from workbench.tag.lexicon import Label
from workbench.tag.matcher import Matcher
from workbench.tag.signs import speaks
from workbench.tag.verbs import Verbs
from workbench.tag.words import WordLists

TOKEN = re.compile(r"[\w&](?:[\w&-]|['’](?=\w))*\.?")
#: ``Kodam VIII``: a body's number, which is no name, nor the beginning of one.
ORDINAL = re.compile(r"[IVX]{2,5}|V")
#: ``Kementerian Energi dan Sumber Daya``: names of offices join their fields, other heads do not.
_JOINING_HEADS = frozenset(
    {
        "Kementerian",
        "Departemen",
        "Badan",
        "Dinas",
        "Komite",
        "Komisi",
        "Direktorat",
        "Dewan",
        "Front",
        "Gerakan",
        "Koalisi",
    }
)
_AND_MORE = re.compile(r" (?:dan|untuk) (?P<word>[A-Z][\w'’-]+)(?: [A-Z][\w'’-]+)*")
_COMPASS = frozenset(
    "Utara Selatan Barat Timur Tengah Tenggara Daya Laut Raya Pusat City Baru Kota".split()  # noqa: SIM905 -- reads better
)
#: Words that go on with an organisation's name behind a state or an acronym in it.
_TAILS = _COMPASS | {"Tbk", "Persero", "Group", "Bank", "Airlines", "Energi", "Serikat"}
#: ``Wali Kota Tegal`` is an office in Tegal.
_MAYOR = ("Wali Kota", "wali Kota")
_REACH = 24
#: In how many places a word is looked at for whether it speaks there.
_PLACES = 20
#: What stands behind a name of one word.
_ALONE = re.compile(r"(?!\w)(?![ \xa0][A-Z])")
_HOLDER_WORDS = range(2, 5)


class NameRules(msgspec.Struct, frozen=True):
    """Word lists and gazetteer for names; see `build_name_rules`."""

    gazetteer: Matcher
    labels: tuple[Label, ...]
    organisation_heads: frozenset[str]
    place_heads: frozenset[str]
    regional_bodies: frozenset[str]
    words: WordLists
    verbs: Verbs


class _Head(msgspec.Struct, frozen=True):
    """A head of a name, where it ends, and where its run of capitals does."""

    text: str
    start: int
    stop: int
    end: int
    label: Label


def headed_name(text: str, token: re.Match[str], end: int, known: dict[int, Name], rules: NameRules) -> Name | None:
    """Return the name that begins with a head like ``Kementerian`` or ``Laut``.

    It runs to the end of its run of capitals, or to the state or acronym in it: what follows is somebody's name.
    """
    word = token[0]
    label: Label = "ORG" if word in rules.organisation_heads else "LOC"
    if label == "LOC" and (word not in rules.place_heads or text.endswith(_MAYOR, 0, token.end())):
        return None
    stop = _stop(_Head(text, token.start(), token.end(), end, label), known, rules)
    if stop == token.end():
        return None
    more = _AND_MORE.match(text, stop) if stop >= end and word in _JOINING_HEADS else None
    if (
        more
        and more["word"] not in rules.organisation_heads
        and not any(s in known and known[s].end != more.end() for s in range(stop + 1, more.end()))
    ):
        stop = more.end()
    return Name(token.start(), stop, label, "name-head")


def _stop(head: _Head, known: dict[int, Name], rules: NameRules) -> int:
    """Return where the name of `head` ends."""
    whole = known.get(head.start)
    stop = whole.end if whole is not None and whole.label == head.label else head.stop
    is_whole = is_complete = stop > head.stop
    while stop < head.end and (follow := TOKEN.match(head.text, stop + 1, head.end)) is not None:
        name = known.get(follow.start())
        if _begins_another(head, follow, rules) or (name is not None and name.label == "PER"):
            break
        if name is None and ((is_complete and not _goes_on(follow[0], rules)) or _is_somebody(head, follow, rules)):
            break
        stop = name.end if name is not None else follow.end()
        if name is not None and not _heads_on(head.text, stop, head.end, rules):
            break
        is_complete = is_whole or ORDINAL.fullmatch(follow[0]) is not None
    return stop


def _begins_another(head: _Head, follow: re.Match[str], rules: NameRules) -> bool:
    """Say whether a word behind a head begins another name, or is the title of whoever is named behind it."""
    if rules.words.is_title(follow[0]):
        # ``Jalan Jenderal …`` is a street.
        return head.label == "ORG" or follow.start() > head.stop + 1
    return head.label == "LOC" and (follow[0] in rules.organisation_heads or rules.words.is_thing(follow[0]))


def placed_name(text: str, at: int, end: int, known: dict[int, Name]) -> Name | None:
    """Return a known place with the quarter of the sky or the like behind it: ``Bengkulu Utara``."""
    name = known.get(at)
    if name is None or name.label != "LOC" or name.rule != "name-gazetteer":
        return None
    stop = name.end
    while stop < end and (follow := TOKEN.match(text, stop + 1, end)) is not None and follow[0] in _COMPASS:
        stop = follow.end()
    return Name(at, stop, "LOC", "name-place") if stop > name.end else None


def _is_somebody(head: _Head, follow: re.Match[str], rules: NameRules) -> bool:
    """Say whether a person is named behind a body: the holder of an office, or whoever speaks elsewhere."""
    if _is_holder(head, follow, rules.words):
        return True
    name = head.text[follow.start() : head.end].split()
    if follow.start() <= head.stop + 1 or len(name) not in _HOLDER_WORDS:
        return False
    # By the first name, or by the surname.
    words = (name[0], name[-1]) if len(name) == min(_HOLDER_WORDS) else (name[0],)
    return any(_speaks_elsewhere(head, word, rules) for word in words)


def _speaks_elsewhere(head: _Head, word: str, rules: NameRules) -> bool:
    """Say whether a word is a speaker's name elsewhere: ``Bank Jaya Rina Sari`` where ``kata Rina`` stands, too."""
    at = -1
    for _ in range(_PLACES):
        at = head.text.find(word, at + 1)
        if at < 0:
            return False
        stop = at + len(word)
        is_apart = not head.start <= at < head.end and _ALONE.match(head.text, stop) is not None
        if is_apart and speaks(head.text, at, stop, rules.verbs):
            return True
    return False


def _is_holder(head: _Head, follow: re.Match[str], words: WordLists) -> bool:
    """Say whether the holder of an office is named behind its body: ``Juru Bicara Kementerian Luar Negeri Teuku …``."""
    rest = head.text[follow.start() : head.end].split(None, max(_HOLDER_WORDS))
    if len(rest) not in _HOLDER_WORDS:
        return False
    field = head.text[head.stop : follow.start()].split()
    if not (field and all(map(words.is_office, field))):
        return False
    before = head.text[max(0, head.start - _REACH) : head.start].rstrip(" \xa0").rpartition(" ")[2]
    return words.is_office(before) and not any(word.isupper() or words.explains(word) for word in rest)


def _goes_on(word: str, rules: NameRules) -> bool:
    """Say whether a word can go on with a body's known name: ``Dewan Keamanan Nasional``, not that of its speaker."""
    return word in _TAILS or word in rules.organisation_heads or rules.words.is_office(word) or word.isupper()


def _heads_on(text: str, at: int, end: int, rules: NameRules) -> bool:
    follow = TOKEN.match(text, at + 1, end) if at < end else None
    return follow is not None and (follow[0] in _TAILS or follow[0] in rules.organisation_heads)
