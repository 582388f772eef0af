"""What the model for names sees of a sentence: the features of its words."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest

import msgspec

from workbench.codebook.cues import Cues
from workbench.span import Span

_RUNS_OF_LETTERS = re.compile(r"(.)\1+")
_TWICE = r"\1+"
_JOINERS = frozenset({"dan", "&", "of", "the", "-"})
#: How far places are told apart, and verbs of speech looked for, behind a word.
_FARTHEST = 4
#: How far before a word verbs of speech are looked for, and how many words around a run of capitals are labelled.
_MARGIN = 3
_OFFSETS = (-2, -1, 1, 2)
_FROM = tuple(f"run-from={n}" for n in range(_FARTHEST + 1))
_TO = tuple(f"run-to={n}" for n in range(_FARTHEST + 1))
_LONGEST_ACRONYM = 5
#: The class of a word that no list holds.
_UNLISTED = ("word-unlisted",)
#: How many words a reader remembers: those of a few thousand articles, some 40 MB at most.
_REMEMBERED = 1 << 14


class Lists(msgspec.Struct, frozen=True):
    """Word lists that the features of a word look at; all folded.

    Parameters
    ----------
    marks
        The marks of words that the codebook lists.
    speech
        Verbs of speech.
    classes
        How common a word is, and what names hold it; looked up for words with capitals.
    """

    marks: dict[str, tuple[str, ...]]
    speech: frozenset[str]
    classes: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, cues: Cues, classes: dict[str, tuple[str, ...]]) -> "Lists":
        """Make the lists of a codebook's cues and of words by class."""
        words = cues.words
        marks: dict[str, list[str]] = {}
        for mark, listed in (
            ("title", words.titles),
            ("portfolio", words.portfolios),
            ("function", words.functions),
            ("role", words.roles),
            ("organisation-head", words.organisation_heads),
            ("place-head", words.place_heads),
            ("place", cues.gazetteer.places),
            ("organisation", cues.gazetteer.organisations),
        ):
            for word in dict.fromkeys(token.lower() for entry in listed for token in entry.split()):
                marks.setdefault(word, []).append(mark)
        forms = [form for verb in cues.verbs for form in (*verb.inverted, *verb.active)]
        speech = frozenset((*forms, *(f"{form}nya" for form in forms)))
        return cls({word: tuple(found) for word, found in marks.items()}, speech, classes)


class Word(msgspec.Struct, frozen=True):
    """What the features of a sentence need of one of its words.

    Parameters
    ----------
    own
        The features of the word by itself.
    lent
        Those that it lends to the words around, one tuple for each of `_OFFSETS`.
    printed, shape
        Two of its own, of which those of pairs are made.
    as_before, as_after
        Its feature where it stands right before, or right behind, a run of capitals.
    head
        What the run is headed by, if this word heads one.
    """

    own: tuple[str, ...]
    lent: tuple[tuple[str, ...], ...]
    printed: str
    shape: str
    as_before: str
    as_after: str
    head: str | None
    is_capital: bool
    joins: bool
    speaks: bool


#: What stands before the first word and behind the last.
_EDGE = Word(
    own=(),
    lent=tuple((f"{offset}|",) for offset in _OFFSETS),
    printed="",
    shape="",
    as_before="run-before=^",
    as_after="run-after=$",
    head=None,
    is_capital=False,
    joins=False,
    speaks=False,
)
_EDGES = (_EDGE, _EDGE)


def word_reader(lists: Lists, known: frozenset[str] | None = None) -> Callable[[str], Word]:
    """Return the function that reads a word; it remembers words, and leaves out what is not in `known`."""

    def kept(features: Iterable[str]) -> tuple[str, ...]:
        return tuple(one for one in features if known is None or one in known)

    @lru_cache(maxsize=_REMEMBERED)
    def read(word: str) -> Word:
        folded = word.lower()
        marks = lists.marks.get(folded, ())
        shape = "".join("X" if c.isupper() else "x" if c.islower() else "d" if c.isdigit() else c for c in word)
        is_capital = word[0].isupper()
        classes = lists.classes.get(folded, _UNLISTED) if is_capital else ()
        kinds = (f"w={folded}", f"s={_RUNS_OF_LETTERS.sub(_TWICE, shape)}", *marks, *classes)
        return Word(
            own=kept((*kinds, *_affixes(word, folded))),
            lent=tuple(kept(f"{offset}{kind}" for kind in kinds) for offset in _OFFSETS),
            printed=kinds[0],
            shape=kinds[1],
            as_before=f"run-before={folded}",
            as_after=f"run-after={folded}",
            head=_head(folded, marks),
            is_capital=is_capital,
            joins=word in _JOINERS,
            speaks=folded in lists.speech,
        )

    return read


def _affixes(word: str, folded: str) -> Iterator[str]:
    for n in (2, 3, 4):
        yield f"{n}<{folded[:n]}"
        yield f"{n}>{folded[-n:]}"
    if len(word) > 1 and word.isupper():
        yield f"acronym={min(len(word), _LONGEST_ACRONYM)}"


def _head(folded: str, marks: tuple[str, ...]) -> str | None:
    if "organisation-head" in marks or "place-head" in marks:
        return folded
    return "title" if "title" in marks else None


def features(words: Sequence[str], read: Callable[[str], Word]) -> list[list[str]]:
    """Return the features of each word: itself, its shape, its neighbours, and the run of capitals that it is in."""
    return part_features(lay_out([read(word) for word in words]), range(len(words)))


class LaidOut(msgspec.Struct, frozen=True):
    """The words of a sentence, and what each of them has from its place.

    Parameters
    ----------
    words
        All of them, behind and before two that stand for the sentence's edge.
    before, after
        How many words with capitals stand right before and right after.
    heads
        Under which head its run of capitals stands, as a feature.
    said_after, said_before
        The places of words that have a verb of speech soon behind or before them.
    """

    words: list[Word]
    before: list[int]
    after: list[int]
    heads: list[str]
    said_after: frozenset[int]
    said_before: frozenset[int]


def lay_out(words: list[Word]) -> LaidOut:
    """Return what the features of a sentence are read from."""
    capitals = [word.is_capital for word in words]
    speaks = [index for index, word in enumerate(words) if word.speaks]
    return LaidOut(
        [*_EDGES, *words, *_EDGES],
        _in_a_row(capitals),
        _in_a_row(capitals[::-1])[::-1],
        _run_heads(words),
        frozenset(at - n for at in speaks for n in range(1, _FARTHEST + 1)),
        frozenset(at + n for at in speaks for n in range(1, _MARGIN + 1)),
    )


def _in_a_row(flags: Sequence[bool]) -> list[int]:
    """Return for each place how many places right before it are set."""
    counts, count = [], 0
    for flag in flags:
        counts.append(count)
        count = count + 1 if flag else 0
    return counts


def _run_heads(words: Sequence[Word]) -> list[str]:
    """Say for each word under which head its run of capitals stands (``Kementerian``, a title, a name)."""
    heads = []
    head = "-"
    for word, following in zip_longest(words, words[1:]):
        if word.is_capital:
            head = word.head or (head if head != "-" else "name")
        elif head != "-" and not (word.joins and following is not None and following.is_capital):
            head = "-"
        heads.append(f"head={head}")
    return heads


def places(starts: Sequence[int], span: Span) -> tuple[int, int]:
    """Return the first word of a span and the one past its last; it may begin within a word."""
    first = max(0, bisect_right(starts, span.start) - 1)
    return first, max(first + 1, bisect_left(starts, span.end))


def parts(sentence: LaidOut, around: Sequence[tuple[int, int]]) -> list[range]:
    """Return the parts of a sentence to label: runs of capitals with a few words on either side."""
    found: list[range] = []
    for first, stop in around:
        begin = max(0, first - sentence.before[first] - _MARGIN)
        end = min(len(sentence.heads), stop + sentence.after[stop - 1] + _MARGIN)
        if found and begin <= found[-1].stop:
            begin = found.pop().start
        found.append(range(begin, end))
    return found


def part_features(sentence: LaidOut, part: range) -> list[list[str]]:
    """Return the features of the words of one part of a sentence."""
    found = []
    for index in part:
        own = _neighbourhood(sentence.words, index + len(_EDGES))
        own += (sentence.heads[index], *_run(sentence, index))
        if index in sentence.said_after:
            own.append("speech-after")
        if index in sentence.said_before:
            own.append("speech-before")
        found.append(own)
    return found


def _neighbourhood(words: Sequence[Word], at: int) -> list[str]:
    """Return what a word, the words around it and pairs of them give."""
    before2, before, word, after, after2 = words[at - 2 : at + 3]
    found = [*word.own, *before2.lent[0], *before.lent[1], *after.lent[2], *after2.lent[3]]
    if before is not _EDGE:
        found += (f"ss-{before.shape}{word.shape}", f"ww-{before.printed}{word.printed}")
    if after is not _EDGE:
        found.append(f"ss+{word.shape}{after.shape}")
    return found


def _run(sentence: LaidOut, index: int) -> tuple[str, ...]:
    """Return where in a run of capitals a word stands, and what stands around the run."""
    before, after = sentence.before[index], sentence.after[index]
    at = index + len(_EDGES)
    return (
        _FROM[min(before, _FARTHEST)],
        _TO[min(after, _FARTHEST)],
        sentence.words[at - before - 1].as_before,
        sentence.words[at + after + 1].as_after,
    )
