"""Proper names by rule: what the codebook and the gazetteer know, titles before persons, heads of organisations."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import msgspec

from workbench.codebook import Actor, Codebook
from workbench.record import Name
from workbench.span import Span
from workbench.tag.lexicon import NameHit
from workbench.tag.matcher import Matcher, build_matcher
from workbench.tag.verbs import Verbs
from workbench.tag.words import WordLists

Label = Literal["PER", "ORG", "LOC"]

# Initials and abbreviated titles keep their full stop; any other full stop ends a run.
_WORD = r"(?:(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|Ir|Drs)\.|[A-ZÀ-Þ][\w'’&-]*)"
_RUN = re.compile(
    rf"(?<![\w@#]){_WORD}(?:[ \xa0](?:(?:bin|binti|al|el|de|da|van|von|der|of|the|ibn)[ \xa0]){{0,2}}{_WORD})*"
)
_TOKEN = re.compile(r"\w[\w'’&-]*\.?")
_ACRONYM = re.compile(r"[ \xa0]\(([A-Z][\w-]{1,11})\)")
_AND_MORE = re.compile(r"(?:,? (?:dan|untuk|serta|and|of|for) [A-Z][\w'’-]+)+(?: [A-Z][\w'’-]+)*")
_LABELS: dict[str, Label] = {"person": "PER", "organisation": "ORG", "country": "LOC", "place": "LOC"}
_SHORTEST_SURNAME = 3


class NameRules(msgspec.Struct, frozen=True):
    """Word lists and gazetteer for names; see `build_name_rules`."""

    gazetteer: Matcher
    labels: tuple[Label, ...]
    organisation_heads: frozenset[str]
    place_heads: frozenset[str]
    words: WordLists
    verbs: Verbs


class Run(Span, frozen=True):
    """Words with capitals in a row that no rule explains; a name, or the start of a sentence."""


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
        words,
        verbs,
    )


def known_names(hits: Iterable[NameHit], text: str, rules: NameRules) -> list[Name]:
    """Return the names that the codebook or the gazetteer knows, longest first where two overlap, in text order."""
    found = [name for hit in hits for name in _codebook_name(hit)]
    found += [Name(start, end, rules.labels[i], "name-gazetteer") for start, end, i in rules.gazetteer.find(text)]
    return longest(found)


def _codebook_name(hit: NameHit) -> Iterator[Name]:
    for sense in hit.senses:
        label = _LABELS.get(sense.entry.type) if isinstance(sense.entry, Actor) else "ORG"
        if label is not None:
            yield Name(hit.start, hit.end, label, "name-codebook")
            return


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
    """Return the names in `lines` that rules find beside the `known` ones, and the runs of capitals left over."""
    starts = {name.start: name for name in known}
    names: list[Name] = []
    left: list[Run] = []
    for line in lines:
        for run in _RUN.finditer(text, line.start, line.end):
            for found in _read_run(text, run.span(), starts, rules):
                if isinstance(found, Run):
                    left.append(found)
                else:
                    names.append(found)
    return longest((*known, *names)), left


def _read_run(text: str, run: tuple[int, int], known: dict[int, Name], rules: NameRules) -> Iterator[Name | Run]:
    """Walk along a run of capitalised words and yield what each part of it is."""
    at, end = run
    titled = _title_before(text, at, rules)
    while at < end:
        token = _TOKEN.search(text, at, end)
        if token is None:
            return
        at = token.start()
        name = _headed_name(text, token, end, known, rules)
        if name is not None or at in known:
            at = (name or known[at]).end
            if name is not None:
                yield name
            titled = titled and at < end and name is None
        elif rules.words.explains(token[0].rstrip(".")):
            titled = rules.words.is_title(token[0])
            at = token.end()
        else:
            stop = _unknown_end(text, token, end, known, rules)
            is_person = titled or _speaks(text, at, stop, rules)
            yield Name(at, stop, "PER", "name-title" if titled else "name-speaks") if is_person else Run(at, stop)
            at, titled = stop, False


def _headed_name(text: str, token: re.Match[str], end: int, known: dict[int, Name], rules: NameRules) -> Name | None:
    """Return the name that begins with a head like ``Kementerian`` or ``Laut``, to the end of its run."""
    word = token[0]
    label: Label = "ORG" if word in rules.organisation_heads else "LOC"
    if label == "LOC" and word not in rules.place_heads:
        return None
    stop = token.end()
    while True:
        follow = _TOKEN.match(text, stop + 1, end) if stop < end else None
        if follow is None or (stop > token.end() and rules.words.is_title(follow[0])):
            break
        at = known.get(follow.start())
        if at is not None and at.label == "PER":
            break
        stop = at.end if at is not None else follow.end()
    if stop == token.end():
        return None
    if stop >= end and label == "ORG" and (more := _AND_MORE.match(text, stop)):
        stop = more.end()
    return Name(token.start(), stop - (text[stop - 1] == "."), label, "name-head")


def _unknown_end(text: str, token: re.Match[str], end: int, known: dict[int, Name], rules: NameRules) -> int:
    stop = token.end()
    while True:
        follow = _TOKEN.search(text, stop, end)
        if follow is None or follow.start() in known or rules.words.is_title(follow[0]):
            break
        stop = follow.end()
    return stop - (text[stop - 1] == "." and stop - token.start() > _SHORTEST_SURNAME)


def _title_before(text: str, at: int, rules: NameRules) -> bool:
    before = re.search(r"(\w+)[,]?[ \xa0]$", text[max(0, at - 24) : at])
    return before is not None and before[1].islower() and rules.words.is_title(before[1])


def _speaks(text: str, start: int, end: int, rules: NameRules) -> bool:
    """Say whether the words stand where a speaker does: right after ``kata``, or right before ``mengatakan``."""
    before = re.search(r"(\w+)[ \xa0]$", text[max(0, start - 24) : start])
    if before is not None and rules.verbs.inverted.fullmatch(before[1]):
        return True
    after = rules.verbs.active.match(text, end + 1) if text[end : end + 1] in " \xa0" else None
    return after is not None


def propagate(text: str, names: Sequence[Name], left: Sequence[Run]) -> tuple[list[Name], list[Run]]:
    """Name again what the article named before: surnames and first names of persons, whole names, acronyms."""
    people = {token for name in names if name.label == "PER" for token in _tokens(name.of(text)) if not token.isupper()}
    whole = {name.of(text): name.label for name in names}
    acronyms = {
        found[1]: name.label for name in names if name.label != "PER" and (found := _ACRONYM.match(text, name.end))
    }
    again: list[Name] = []
    rest: list[Run] = []
    for run in left:
        words = run.of(text)
        label = whole.get(words) or acronyms.get(words)
        if label is not None:
            again.append(Name(run.start, run.end, label, "name-again"))
        elif all(token in people for token in _tokens(words)):
            again.append(Name(run.start, run.end, "PER", "name-again"))
        else:
            rest.append(run)
    return longest((*names, *again)), rest


def _tokens(words: str) -> list[str]:
    found = [token.rstrip(".") for token in words.split() if len(token) >= _SHORTEST_SURNAME]
    return found or [words]
