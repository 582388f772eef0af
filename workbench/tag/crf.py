"""Names outside every list: a small conditional random field over the words of a sentence.

The model was trained by ``tools/train_names.py`` on idner-news-2k; see ``data/NAMES-MODEL.md``.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Protocol

import msgspec

from workbench.codebook.cues import Cues
from workbench.record import Name
from workbench.span import Span

MODEL_FILE = "names.crfsuite"
_TOKEN = re.compile(r"\w+(?:[-'’./&]\w+)*|[^\w\s]")
_RUNS_OF_LETTERS = re.compile(r"(.)\1+")
_JOINERS = frozenset({"dan", "&", "of", "the", "-"})
_FARTHEST = 4


class SequenceLabeller(Protocol):
    """What is used of ``pycrfsuite.Tagger``."""

    def tag(self, xseq: Sequence[Sequence[str]]) -> list[str]:
        """Label a sequence of feature lists."""


class Lists(msgspec.Struct, frozen=True):
    """Word lists that the features of a word look at; all folded, each with its mark."""

    marks: dict[str, tuple[str, ...]]
    speech: frozenset[str]

    @classmethod
    def of(cls, cues: Cues) -> "Lists":
        """Make the lists of a codebook's cues."""
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
        return cls({word: tuple(found) for word, found in marks.items()}, speech)


class NameModel(msgspec.Struct, frozen=True):
    """The trained labeller with the lists that its features need."""

    labeller: SequenceLabeller
    lists: Lists
    #: The model's bytes: the labeller reads them where they lie, so they must live as long as it does.
    content: bytes

    def names(self, text: str, sentence: Span) -> Iterator[Name]:
        """Yield the names that the model finds in a sentence."""
        tokens = list(_TOKEN.finditer(text, sentence.start, sentence.end))
        labels = self.labeller.tag(features([token[0] for token in tokens], self.lists))
        for first, last, label in entities(labels):
            yield Name(tokens[first].start(), tokens[last].end(), label, "name-model")  # type: ignore[arg-type]


def load_name_model(cues: Cues) -> NameModel:
    """Load the model that ships with the package."""
    # Loaded here, not above: importing the tagger must stay quick.
    import pycrfsuite  # type: ignore[import-untyped]  # noqa: PLC0415

    labeller = pycrfsuite.Tagger()
    content = (files("workbench.tag") / "data" / MODEL_FILE).read_bytes()
    labeller.open_inmemory(content)
    return NameModel(labeller, Lists.of(cues), content)


def words_of(text: str) -> list[str]:
    """Cut a text into the words and marks that the model labels."""
    return _TOKEN.findall(text)


def entities(labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield first and last index and the label of each entity in a sequence of IOB2 labels."""
    first = None
    for index, label in enumerate([*labels, "O"]):
        if first is not None and label != f"I-{labels[first][2:]}":
            yield first, index - 1, labels[first][2:]
            first = None
        if first is None and label != "O":
            first = index


def features(words: Sequence[str], lists: Lists) -> list[list[str]]:
    """Return the features of each word: itself, its shape, its neighbours, and the run of capitals that it is in."""
    kinds = [_kinds(word, lists.marks.get(word.lower(), ())) for word in words]
    heads = _run_heads(words, lists)
    speaks = [word.lower() in lists.speech for word in words]
    found = []
    for index, word in enumerate(words):
        own = [*kinds[index], *_affixes(word)]
        own += _neighbours(kinds, index)
        own += _run(words, index)
        own.append(heads[index])
        if any(speaks[index + 1 : index + 5]):
            own.append("speech-after")
        if any(speaks[max(0, index - 3) : index]):
            own.append("speech-before")
        found.append(own)
    return found


@lru_cache(maxsize=65536)
def _kinds(word: str, marks: tuple[str, ...]) -> tuple[str, ...]:
    shape = "".join("X" if c.isupper() else "x" if c.islower() else "d" if c.isdigit() else c for c in word)
    short = _RUNS_OF_LETTERS.sub(r"\1+", shape)
    return (f"w={word.lower()}", f"s={short}", *marks)


@lru_cache(maxsize=65536)
def _affixes(word: str) -> tuple[str, ...]:
    folded = word.lower()
    acronym = (f"acronym={min(len(word), 5)}",) if len(word) > 1 and word.isupper() else ()
    starts = tuple(f"{n}<{folded[:n]}" for n in (2, 3, 4))
    return (*starts, *(f"{n}>{folded[-n:]}" for n in (2, 3, 4)), *acronym)


@lru_cache(maxsize=65536)
def _shifted(kinds: tuple[str, ...], offset: int) -> tuple[str, ...]:
    return tuple(f"{offset}{kind}" for kind in kinds)


def _neighbours(kinds: Sequence[tuple[str, ...]], index: int) -> list[str]:
    found: list[str] = []
    for offset in (-2, -1, 1, 2):
        if 0 <= index + offset < len(kinds):
            found += _shifted(kinds[index + offset], offset)
        else:
            found.append(f"{offset}|")
    if index:
        found += (f"ss-{kinds[index - 1][1]}{kinds[index][1]}", f"ww-{kinds[index - 1][0]}{kinds[index][0]}")
    if index + 1 < len(kinds):
        found.append(f"ss+{kinds[index][1]}{kinds[index + 1][1]}")
    return found


def _run(words: Sequence[str], index: int) -> Iterator[str]:
    """Yield where in a run of capitals a word stands, and what stands around the run."""
    first = last = index
    while first and words[first - 1][0].isupper():
        first -= 1
    while last + 1 < len(words) and words[last + 1][0].isupper():
        last += 1
    yield f"run-from={min(index - first, _FARTHEST)}"
    yield f"run-to={min(last - index, _FARTHEST)}"
    yield f"run-before={words[first - 1].lower() if first else '^'}"
    yield f"run-after={words[last + 1].lower() if last + 1 < len(words) else '$'}"


def _run_heads(words: Sequence[str], lists: Lists) -> list[str]:
    """Say for each word under which head its run of capitals stands (``Kementerian``, a title, a name)."""
    heads = []
    head = "-"
    for index, word in enumerate(words):
        if not word[0].isupper():
            joins = head != "-" and word in _JOINERS and words[index + 1 : index + 2] and words[index + 1][0].isupper()
            head = head if joins else "-"
        else:
            head = _head(word.lower(), lists) or (head if head != "-" else "name")
        heads.append(f"head={head}")
    return heads


def _head(folded: str, lists: Lists) -> str | None:
    marks = lists.marks.get(folded, ())
    if "organisation-head" in marks or "place-head" in marks:
        return folded
    return "title" if "title" in marks else None
