"""Proper names by rule: what the codebook and the gazetteer know, heads of organisations, titles before persons."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from workbench.codebook import Codebook
from workbench.record import Name
from workbench.span import Span
from workbench.tag.heads import TOKEN, NameRules, headed_name, placed_name
from workbench.tag.lexicon import Label, NameHit
from workbench.tag.matcher import build_matcher
from workbench.tag.printed import with_regions
from workbench.tag.runs import capital_runs
from workbench.tag.signs import is_aged, noun_before, speaks, title_before
from workbench.tag.verbs import Verbs
from workbench.tag.words import WordLists, is_inflected

_SENTENCE_START = re.compile(r"(?:^|[\n.!?:;\"“”\x01•-])\s*[\"“‘']?$")
#: What goes on with an English name behind its head: ``Institute of Technology``, ``Center for Strategic Studies``.
_OF = re.compile(r" (?:of|for)(?: the)? (?=[A-Z])")
_AND = re.compile(r" (?:and|&) (?=[A-Z])")


class Run(Span, frozen=True):
    """Words with capitals in a row that no list explains.

    `sign` is what their surroundings say: that a ``title`` is before them, that they ``speak``, that they are a ship's
    or an exercise's (``thing``), or nothing.
    """

    sign: Literal["title", "speaks", "thing"] | None


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
    names = list(with_regions(longest((*known, *names)), text, rules.regional_bodies))
    things = {run.of(text) for run in left if run.sign == "thing"}
    return names, [run for run in left if run.of(text) not in things] if things else left


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
    begin, titled, is_thing = at, False, noun_before(text, at, rules.words)
    is_english = not rules.words.english_heads.isdisjoint(text[at:end].lower().split())
    while (token := TOKEN.search(text, at, end)) is not None:
        at = token.start()
        name = (
            headed_name(text, token, end, known, rules)
            or (_english_name(text, token, end, rules.words) if is_english else None)
            or placed_name(text, at, end, known)
        )
        if name is not None:
            yield name
            # ``Direktur Bank Jaya Rina …``: who bears the title stands behind the body.
            titled = titled or (at == begin and title_before(text, at, rules.words))
            at, titled = name.end, titled and (name.label == "ORG" or _two_words(text, name.end, end))
        elif at in known:
            # ``aktivis asal Swedia Greta …``: two words or more after a state are a person's name.
            titled = titled or (known[at].label == "LOC" and _two_words(text, known[at].end, end))
            at, is_thing = known[at].end, False
        elif rules.words.is_thing(token[0]):
            at, is_thing = token.end(), True
        elif token[0].islower() or rules.words.lists(token[0].rstrip(".")) or _only_starts(text, at, begin, token[0]):
            titled = rules.words.is_office(token[0])
            at = token.end()
        else:
            stop = _unknown_end(text, token, end, known, rules)
            titled = titled or is_aged(text, stop) or (at == begin and title_before(text, at, rules.words))
            titled = titled and not _is_followed_by_title(text, stop, end, rules.words)
            yield Run(
                at,
                stop,
                "thing"
                if is_thing or rules.words.is_event(text[at:stop])
                else "title"
                if titled
                else _speaks(text, at, stop, rules),
            )
            at, titled, is_thing = stop, False, False


def _is_followed_by_title(text: str, at: int, end: int, words: WordLists) -> bool:
    """Say whether a title follows at once: ``Kapolsek Tirtamulya Iptu Rina`` has her place before her rank."""
    after = TOKEN.match(text, at + 1, end) if at < end else None
    return after is not None and words.is_title(after[0])


def _two_words(text: str, at: int, end: int) -> bool:
    """Say whether two words or more follow in the run: as many as the press prints of a person's name."""
    after = TOKEN.match(text, at + 1, end) if at < end else None
    return after is not None and after.end() < end


def _speaks(text: str, start: int, stop: int, rules: NameRules) -> Literal["speaks"] | None:
    return "speaks" if speaks(text, start, stop, rules.verbs) else None


def _only_starts(text: str, at: int, begin: int, word: str) -> bool:
    """Say whether a word has its capital from the sentence that it begins: inflected, or elsewhere without one."""
    if at != begin or _SENTENCE_START.search(text, max(0, at - 4), at) is None:
        return False
    return is_inflected(word) or f" {word.lower()} " in text


def _english_name(text: str, token: re.Match[str], end: int, words: WordLists) -> Name | None:
    """Return the body whose English name begins here: up to its head, and on with what that is ``of`` or ``for``."""
    if words.explains(token[0]) or token[0].lower() in words.english_heads:
        return None
    stop = token.end()
    while (follow := TOKEN.match(text, stop + 1, end)) is not None and not words.is_title(follow[0]):
        stop = follow.end()
        if follow[0].lower() in words.english_heads:
            return Name(token.start(), _english_end(text, stop, end, words), "ORG", "name-english")
    return None


def _english_end(text: str, stop: int, end: int, words: WordLists) -> int:
    """Return where an English name ends that has its head before `stop`."""
    joint = _OF.match(text, stop, end)
    while (token := TOKEN.match(text, joint.end() if joint else stop + 1, end)) is not None:
        if joint is None and not words.is_english(token[0]):
            break
        stop = token.end()
        joint = _AND.match(text, stop, end) or _OF.match(text, stop, end)
    return stop


def _unknown_end(text: str, token: re.Match[str], end: int, known: dict[int, Name], rules: NameRules) -> int:
    stop = token.end()
    while (follow := TOKEN.search(text, stop, end)) is not None:
        if follow.start() in known or rules.words.is_title(follow[0]) or follow[0] in rules.place_heads:
            break
        stop = follow.end()
    return stop
