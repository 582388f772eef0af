"""Names beyond the lists: the model's view, the signs around a name, and what the article calls it elsewhere."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import partial

from workbench.article import Article
from workbench.record import Name
from workbench.tag.crf import NameModel
from workbench.tag.guesses import guessed_names
from workbench.tag.heads import ORDINAL
from workbench.tag.lexicon import Label
from workbench.tag.names import Run, longest
from workbench.tag.words import WordLists, is_inflected

_ACRONYM = re.compile(r"[ \xa0]\(([A-Z][\w-]{1,11})\)")
_CLITIC = re.compile(r"-(?:nya|lah|pun|ku|mu)$")
_CAMEL_CASE = re.compile(r"[A-Za-z]*[a-z][A-Z]\w*")
_CAPITALISED = re.compile(r"(?<![\w-])[A-ZÀ-Þ]")
_SHORTEST_SURNAME = 3
_SHORTEST_NICKNAME = 4
_LONGEST_PERSON = 4
_LONGEST_INITIAL = 1
#: First names that the bearer is not called by alone: honours of birth, and short forms of the Prophet's name.
_FORENAMES = frozenset(
    "Teuku Tengku Cut Raden Tubagus TB Moh. Moh Muh. Muh Mohd. M. Mohammad Muhammad Abdul Andi Gusti Sri".split()  # noqa: SIM905 -- reads better
)
#: ``McDowell``, ``DeSantis``: longer names with a capital inside are bodies'.
_LONGEST_MAC = 8
_FEWEST_TO_CUT = 3
_TITLE_VOTES = 3
#: An article of so few sentences need not introduce a person in full, so a lone surname is taken for one.
_BRIEF = 2


def names_beyond(
    article: Article, found: tuple[list[Name], list[Run]], model: NameModel | None, words: WordLists
) -> list[Name]:
    """Return the names that rules found and those that the runs left over turn out to be, in text order."""
    everything = _in_prose(article, found, model, words)
    return longest((*everything, *_in_headline(article, everything, words)))


def _in_headline(article: Article, names: Sequence[Name], words: WordLists) -> Iterator[Name]:
    """Yield what the headline names that the article names elsewhere, persons by their last name, too."""
    if article.headline is None:
        return
    text, headline = article.text, article.headline
    label = {name.of(text): name.label for name in names}
    label |= {full.split()[-1]: "PER" for full, known in label.items() if known == "PER"}
    # Most names are not in the headline at all.
    printed = [one for one in label if text.find(one, headline.start, headline.end + len(one)) >= 0]
    printed = [one for one in printed if not words.explains(one)]
    for word in _CAPITALISED.finditer(text, headline.start, headline.end) if printed else ():
        fitting = (one for one in printed if text.startswith(one, word.start()))
        ends = (word.start() + len(one) for one in fitting)
        end = max((end for end in ends if not text[end : end + 1].isalnum()), default=0)
        if end:
            yield Name(word.start(), end, label[text[word.start() : end]], "name-again")


def _in_prose(
    article: Article, found: tuple[list[Name], list[Run]], model: NameModel | None, words: WordLists
) -> list[Name]:
    """Return the names outside the headline, where capitals say something; and those that lists find in it."""
    text = article.text
    names, left = found
    if not left:
        return names
    guessed = [] if model is None else list(guessed_names(text, article.sentences, found, model))
    first = [*guessed, *_by_sign(text, left, guessed, words)]
    marked = frozenset((run.start, run.end) for run in left if run.sign == "title")
    alone = frozenset(name.of(text) for name in first if " " not in name.of(text))
    is_verb = partial(_is_verb, model)
    first = [one for name in first if (one := _settled(name, text, words, marked, is_verb)) is not None]
    first = [_from_own_word(name, text, alone) for name in first]
    initials = _initials(text, (*names, *first))
    agreed = _agreed(text, (*names, *first), words) | initials
    signed = frozenset(run.start for run in left if run.sign is not None)
    is_brief = len(article.sentences) <= _BRIEF
    likely = [name for name in first if is_brief or name.start in signed or _is_likely(name, text, agreed)]
    printed = {name.of(text) for name in (*names, *likely)}
    agreed = {one: label for one, label in agreed.items() if one in printed} | initials
    everything = longest((*names, *(_relabelled(name, text, agreed) for name in likely)))
    return longest((*everything, *_again(text, left, everything, agreed)))


def _by_sign(text: str, left: Iterable[Run], guessed: Sequence[Name], words: WordLists) -> Iterator[Name]:
    """Name the runs that the model passes over but that a title or a verb of speech marks."""
    for run in left:
        if run.sign is None or any(name.overlaps(run) for name in guessed) or text.startswith(" untuk ", run.end):
            continue
        label: Label = "ORG" if run.sign == "speaks" and _looks_like_body(run.of(text), words) else "PER"
        yield Name(run.start, run.end, label, f"name-{run.sign}")


def _looks_like_body(printed: str, words: WordLists) -> bool:
    """Say whether a name looks like an organisation's: an acronym, ``NorthBridge``, ``… Council``, ``… Digital``."""
    tokens = _CLITIC.sub("", printed).split()
    if len(tokens) == 1:
        return tokens[0].isupper() or bool(_CAMEL_CASE.fullmatch(tokens[0]))
    is_named = words.is_english(tokens[-1]) and not words.is_english(tokens[0])
    return tokens[-1].lower() in words.english_heads or is_named


def _is_verb(model: NameModel | None, word: str) -> bool:
    """Say whether a word with a capital is an inflected verb that no person is called by."""
    return model is not None and is_inflected(word) and model.is_common(word)


def _settled(
    name: Name, text: str, words: WordLists, marked: frozenset[tuple[int, int]], is_verb: Callable[[str], bool]
) -> Name | None:
    """Cut verbs, offices, ranks and acronyms off the front of a name; who bears a title is a person."""
    start = name.start
    titled = (name.start, name.end) in marked
    tokens = [(name.start + token.start(), token[0]) for token in re.finditer(r"\S+", name.of(text))]
    for index, (_, token) in enumerate(tokens[:-1]):
        is_rank = words.is_title(token) or ((titled or name.label == "PER") and _is_before_name(token, words))
        is_before = is_rank or (index == 0 and words.is_common(token)) or (name.label == "PER" and is_verb(token))
        if is_before or not token[0].isupper() or ORDINAL.fullmatch(token):
            start = tokens[index + 1][0]
            titled = titled or words.is_title(token)
    printed = text[start : name.end]
    if not printed[:1].isupper() or words.is_common(printed) or words.is_office(printed):
        return None
    if len(printed) == 1 or ORDINAL.fullmatch(printed):
        return None
    if words.is_kind(printed) or words.is_kind(_bracketed(name, text) or ""):
        return None
    is_body = _looks_like_body(printed, words)
    is_thing = any(map(words.is_english, printed.split())) or any(map(str.isdigit, printed))
    if (titled or name.label == "PER") and not is_body and is_thing:
        return None
    is_person = titled and not is_body
    return Name(start, name.end, "PER" if is_person else name.label, "name-title" if is_person else name.rule)


def _is_before_name(token: str, words: WordLists) -> bool:
    is_acronym = token.isupper() and len(token.rstrip(".")) > _LONGEST_INITIAL and token not in _FORENAMES
    return words.is_office(token) or is_acronym or (len(token) > _LONGEST_MAC and bool(_CAMEL_CASE.fullmatch(token)))


def _from_own_word(name: Name, text: str, alone: frozenset[str]) -> Name:
    """Cut a person's name where the word begins that the article calls him by: ``Sukamaju Agung Wibowo``, ``Agung``."""
    tokens = [(name.start + token.start(), token[0]) for token in re.finditer(r"\S+", name.of(text))]
    if name.label != "PER" or len(tokens) < _FEWEST_TO_CUT:
        return name
    own = next((index for index, (_, token) in enumerate(tokens) if token in alone), 0)
    has_initial = any(len(token.rstrip(".")) == _LONGEST_INITIAL or token in _FORENAMES for _, token in tokens[:own])
    if not 0 < own < len(tokens) - 1 or has_initial:
        return name
    return Name(tokens[own][0], name.end, "PER", name.rule)


def _agreed(text: str, names: Iterable[Name], words: WordLists) -> dict[str, Label]:
    """Return for each printed name the label that it bears most often; an acronym bears that of its long form."""
    votes: dict[str, Counter[Label]] = {}
    titled: set[str] = set()
    for name in names:
        printed = name.of(text)
        votes.setdefault(printed, Counter())[name.label] += _TITLE_VOTES if name.rule == "name-title" else 1
        if name.rule == "name-title":
            titled.add(printed)
        if name.label != "PER" and (acronym := _bracketed(name, text)):
            votes.setdefault(acronym, Counter())[name.label] += 2
    people = {
        word for printed, counted in votes.items() if " " in printed and counted["PER"] for word in printed.split()
    }
    bodies = {printed.split()[0] for printed, counted in votes.items() if " " in printed and counted["ORG"]}
    looks = {printed for printed in votes if printed in bodies - people or _looks_like_body(printed, words)}
    return {
        printed: "ORG" if printed in looks else _verdict(printed, counted, people | titled)
        for printed, counted in votes.items()
    }


def _bracketed(name: Name, text: str) -> str | None:
    """Return the acronym in brackets behind a name."""
    found = _ACRONYM.match(text, name.end) if text.startswith("(", name.end + 1) else None
    return found[1] if found else None


def _initials(text: str, names: Iterable[Name]) -> dict[str, Label]:
    """Return the initials that stand in brackets behind a person's name: ``Wasita Eka Susanto (WES)``."""
    return {
        acronym: "PER"
        for name in names
        if name.label == "PER"
        and (acronym := _bracketed(name, text))
        and acronym == "".join(word[0] for word in name.of(text).split())
    }


def _verdict(printed: str, counted: Counter[Label], people: Set[str]) -> Label:
    """Return what a printed name is: what most of its places say.

    The press introduces persons by full names or titles: a single word that comes again and again, and is among the
    words of neither, is an organisation.
    """
    label = max(counted, key=lambda one: counted[one])
    if label == "PER" and " " not in printed and counted["PER"] > 1:
        is_nickname = len(printed) >= _SHORTEST_NICKNAME and any(word.startswith(printed) for word in people)
        return "PER" if printed in people or is_nickname else "ORG"
    return label


def _is_likely(name: Name, text: str, agreed: dict[str, Label]) -> bool:
    """Say whether a name is more than a single word that the model alone takes for a person."""
    printed = name.of(text)
    if agreed[printed] != "PER" or " " in printed or name.rule != "name-model":
        return True
    return any(printed in other.split() for other, label in agreed.items() if label == "PER" and other != printed)


def _relabelled(name: Name, text: str, agreed: dict[str, Label]) -> Name:
    return Name(name.start, name.end, agreed[name.of(text)], name.rule)


def _again(text: str, left: Iterable[Run], names: Sequence[Name], agreed: dict[str, Label]) -> Iterator[Name]:
    """Name again what the article named elsewhere: whole names, parts of persons' names, a name within a run."""
    people = {
        word
        for name in names
        if name.label == "PER"
        for word in name.of(text).split()
        if len(word) >= _SHORTEST_SURNAME and not word.isupper()
    }
    taken = [name for name in names if name.rule not in ("name-codebook", "name-gazetteer")]
    starts = [name.start for name in taken]
    for run in left:
        before = bisect_left(starts, run.end)
        if before and taken[before - 1].end > run.start:
            continue
        words = run.of(text)
        if words[0].islower():
            yield Name(run.start, run.end, "ORG", "name-camel-case")
        elif words in agreed:
            yield Name(run.start, run.end, agreed[words], "name-again")
        elif (parts := words.split()) and parts[-1] in people and len(parts) <= _LONGEST_PERSON:
            yield Name(run.start, run.end, "PER", "name-again")
