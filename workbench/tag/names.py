"""Proper names by rule: what the codebook and the gazetteer know, heads of organisations, titles before persons."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import msgspec

from workbench.codebook import Codebook
from workbench.record import Name
from workbench.span import Span
from workbench.tag.lexicon import Label, NameHit
from workbench.tag.matcher import Matcher, build_matcher
from workbench.tag.printed import with_regions
from workbench.tag.runs import capital_runs
from workbench.tag.signs import is_aged, speaks, title_before
from workbench.tag.verbs import Verbs
from workbench.tag.words import WordLists, is_inflected

_TOKEN = re.compile(r"[\w&](?:[\w&-]|['’](?=\w))*\.?")
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
_SENTENCE_START = re.compile(r"(?:^|[\n.!?:;\"“”\x01•-])\s*[\"“‘']?$")
#: What goes on with an English name behind its head: ``Institute of Technology``, ``Center for Strategic Studies``.
_OF = re.compile(r" (?:of|for)(?: the)? (?=[A-Z])")
_AND = re.compile(r" (?:and|&) (?=[A-Z])")
_COMPASS = frozenset(
    "Utara Selatan Barat Timur Tengah Tenggara Daya Laut Raya Pusat City Baru Kota".split()  # noqa: SIM905 -- reads better
)
#: Words that go on with an organisation's name behind a state or an acronym in it.
_TAILS = _COMPASS | {"Tbk", "Persero", "Group", "Bank", "Airlines", "Energi", "Serikat"}
#: ``Wali Kota Tegal`` is an office in Tegal.
_MAYOR = ("Wali Kota", "wali Kota")
_REACH = 24
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


class Run(Span, frozen=True):
    """Words with capitals in a row that no list explains.

    `sign` is what their surroundings say: that a ``title`` is before them, that they ``speak``, or nothing.
    """

    sign: Literal["title", "speaks"] | None


def build_name_rules(codebook: Codebook, words: WordLists, verbs: Verbs) -> NameRules:
    """Compile the rules for names of `codebook`."""
    cues = codebook.cues
    labelled: dict[str, Label] = dict.fromkeys(cues.gazetteer.places, "LOC")
    labelled |= dict.fromkeys(cues.gazetteer.organisations, "ORG")
    return NameRules(
        build_matcher(tuple(labelled)),
        tuple(labelled.values()),
        frozenset(cues.words.organisation_heads),
        frozenset(cues.words.place_heads),
        frozenset(cues.words.regional_bodies),
        words,
        verbs,
    )


def known_names(hits: Iterable[NameHit], text: str, rules: NameRules) -> list[Name]:
    """Return the names that the codebook or the gazetteer knows, longest first where two overlap, in text order."""
    found = [
        Name(hit.start + start, hit.start + end, label, "name-codebook")
        for hit in hits
        for start, end, label in hit.spelling.names
    ]
    known = {(name.start, name.end) for name in found}
    listed = (match for match in rules.gazetteer.find(text) if match[:2] not in known)
    found += [Name(start, end, rules.labels[i], "name-gazetteer") for start, end, i in listed]
    return longest(found)


def longest(names: Iterable[Name]) -> list[Name]:
    """Keep the longest of names that overlap, the first of equals; in text order."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda one: (one.start, -one.end)):
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
        elif name.end - name.start > kept[-1].end - kept[-1].start:
            kept[-1] = name
    return kept


def names_by_rule(
    text: str, lines: Sequence[Span], known: Sequence[Name], rules: NameRules
) -> tuple[list[Name], list[Run]]:
    """Return the names in `lines` that lists and heads explain, and the runs of capitals left over."""
    starts = {name.start: name for name in known}
    names: list[Name] = []
    left: list[Run] = []
    for line in lines:
        for run in capital_runs(text, line):
            if _is_settled(text, run, starts, rules.words):
                continue
            for found in _read_run(text, run, starts, rules):
                if isinstance(found, Run):
                    left.append(found)
                else:
                    names.append(found)
    return list(with_regions(longest((*known, *names)), text, rules.regional_bodies)), left


def _is_settled(text: str, run: tuple[int, int], known: dict[int, Name], words: WordLists) -> bool:
    """Say whether a run is a known name, or a lone word that lists explain; most are."""
    start, end = run
    name = known.get(start)
    if name is not None:
        return name.end == end
    word = text[start:end]
    return " " not in word and "\xa0" not in word and words.lists(word.rstrip("."))


def _read_run(text: str, run: tuple[int, int], known: dict[int, Name], rules: NameRules) -> Iterator[Name | Run]:
    """Walk along a run of capitalised words and yield what each part of it is."""
    at, end = run
    begin, titled = at, False
    is_english = not rules.words.english_heads.isdisjoint(text[at:end].lower().split())
    while (token := _TOKEN.search(text, at, end)) is not None:
        at = token.start()
        name = (
            _headed_name(text, token, end, known, rules)
            or (_english_name(text, token, end, rules.words) if is_english else None)
            or _placed_name(text, at, end, known)
        )
        if name is not None:
            yield name
            # ``Direktur Bank Jaya Rina …``: who bears the title stands behind the body.
            titled = titled or (at == begin and title_before(text, at, rules.words))
            at, titled = name.end, titled and name.label == "ORG"
        elif at in known:
            # ``aktivis asal Swedia Greta …``: two words or more after a state are a person's name.
            after = _TOKEN.match(text, known[at].end + 1, end)
            titled = titled or (known[at].label == "LOC" and after is not None and after.end() < end)
            at = known[at].end
        elif token[0].islower() or rules.words.lists(token[0].rstrip(".")) or _only_starts(text, at, begin, token[0]):
            titled = rules.words.is_office(token[0])
            at = token.end()
        else:
            stop = _unknown_end(text, token, end, known, rules)
            titled = titled or is_aged(text, stop) or (at == begin and title_before(text, at, rules.words))
            sign: Literal["title", "speaks"] | None = "title" if titled else None
            yield Run(at, stop, sign or ("speaks" if speaks(text, at, stop, rules.verbs) else None))
            at, titled = stop, False


def _only_starts(text: str, at: int, begin: int, word: str) -> bool:
    """Say whether a word has its capital from the sentence that it begins: inflected, or elsewhere without one."""
    if at != begin or _SENTENCE_START.search(text, max(0, at - 4), at) is None:
        return False
    return is_inflected(word) or f" {word.lower()} " in text


def _headed_name(text: str, token: re.Match[str], end: int, known: dict[int, Name], rules: NameRules) -> Name | None:
    """Return the name that begins with a head like ``Kementerian`` or ``Laut``.

    It runs to the end of its run of capitals, or to the state or acronym in it: what follows is somebody's name.
    """
    word = token[0]
    label: Label = "ORG" if word in rules.organisation_heads else "LOC"
    if label == "LOC" and (word not in rules.place_heads or text.endswith(_MAYOR, 0, token.end())):
        return None
    whole = known.get(token.start())
    stop = whole.end if whole is not None and whole.label == label else token.end()
    is_whole = stop > token.end()
    while stop < end and (follow := _TOKEN.match(text, stop + 1, end)) is not None:
        name = known.get(follow.start())
        if is_whole and name is None and not _goes_on(follow[0], rules):
            break
        # ``Jalan Jenderal …`` is a street; a title further on is that of whoever is named behind the place.
        is_title = rules.words.is_title(follow[0]) and (label == "ORG" or stop > token.end())
        if is_title or (name is not None and name.label == "PER"):
            break
        if follow[0] in rules.organisation_heads and label == "LOC":
            break
        if name is None and _is_holder(text, token, follow, end, rules.words):
            break
        stop = name.end if name is not None else follow.end()
        if name is not None and not _heads_on(text, stop, end, rules):
            break
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


def _english_name(text: str, token: re.Match[str], end: int, words: WordLists) -> Name | None:
    """Return the body whose English name begins here: up to its head, and on with what that is ``of`` or ``for``."""
    if words.explains(token[0]) or token[0].lower() in words.english_heads:
        return None
    stop = token.end()
    while (follow := _TOKEN.match(text, stop + 1, end)) is not None and not words.is_title(follow[0]):
        stop = follow.end()
        if follow[0].lower() in words.english_heads:
            return Name(token.start(), _english_end(text, stop, end, words), "ORG", "name-english")
    return None


def _english_end(text: str, stop: int, end: int, words: WordLists) -> int:
    """Return where an English name ends that has its head before `stop`."""
    joint = _OF.match(text, stop, end)
    while (token := _TOKEN.match(text, joint.end() if joint else stop + 1, end)) is not None:
        if joint is None and not words.is_english(token[0]):
            break
        stop = token.end()
        joint = _AND.match(text, stop, end) or _OF.match(text, stop, end)
    return stop


def _is_holder(text: str, head: re.Match[str], follow: re.Match[str], end: int, words: WordLists) -> bool:
    """Say whether the holder of an office is named behind its body: ``Juru Bicara Kementerian Luar Negeri Teuku …``."""
    field = text[head.end() : follow.start()].split()
    rest = text[follow.start() : end].split()
    if not (field and len(rest) in _HOLDER_WORDS and all(map(words.is_office, field))):
        return False
    before = text[max(0, head.start() - _REACH) : head.start()].rstrip(" \xa0").rpartition(" ")[2]
    return words.is_office(before) and not any(word.isupper() or words.explains(word) for word in rest)


def _goes_on(word: str, rules: NameRules) -> bool:
    """Say whether a word can go on with a body's known name: ``Dewan Keamanan Nasional``, not that of its speaker."""
    return word in _TAILS or word in rules.organisation_heads or rules.words.is_office(word) or word.isupper()


def _heads_on(text: str, at: int, end: int, rules: NameRules) -> bool:
    follow = _TOKEN.match(text, at + 1, end) if at < end else None
    return follow is not None and (follow[0] in _TAILS or follow[0] in rules.organisation_heads)


def _placed_name(text: str, at: int, end: int, known: dict[int, Name]) -> Name | None:
    """Return a known place with the quarter of the sky or the like behind it: ``Bengkulu Utara``."""
    name = known.get(at)
    if name is None or name.label != "LOC" or name.rule != "name-gazetteer":
        return None
    stop = name.end
    while stop < end and (follow := _TOKEN.match(text, stop + 1, end)) is not None and follow[0] in _COMPASS:
        stop = follow.end()
    return Name(at, stop, "LOC", "name-place") if stop > name.end else None


def _unknown_end(text: str, token: re.Match[str], end: int, known: dict[int, Name], rules: NameRules) -> int:
    stop = token.end()
    while (follow := _TOKEN.search(text, stop, end)) is not None:
        if follow.start() in known or rules.words.is_title(follow[0]) or follow[0] in rules.place_heads:
            break
        stop = follow.end()
    return stop
