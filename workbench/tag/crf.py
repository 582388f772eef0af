"""Names outside every list: a small conditional random field over the words of a sentence.

The model was trained by ``tools/train_names.py`` on idner-news-2k; see ``data/NAMES-MODEL.md``.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from importlib.resources import files
from typing import Protocol

import msgspec

from workbench.codebook.cues import Cues
from workbench.record import Name
from workbench.span import Span
from workbench.tag.classes import load_word_classes
from workbench.tag.features import Lists, Word, lay_out, part_features, parts, places, word_reader

MODEL_FILE = "names.crfsuite"
#: The features that the model has weights for, one a line: to ask the model itself takes a tenth of a second.
FEATURES_FILE = "names.features.txt"
_TOKEN = re.compile(r"\w+(?:[-'’./&]\w+)*|[^\w\s]")


class SequenceLabeller(Protocol):
    """What is used of ``pycrfsuite.Tagger``."""

    def tag(self, xseq: Sequence[Sequence[str]]) -> list[str]:
        """Label a sequence of feature lists."""


class NameModel(msgspec.Struct, frozen=True):
    """The trained labeller, and how to read the words that it labels."""

    labeller: SequenceLabeller
    read: Callable[[str], Word]
    #: How common words are, and what names hold them.
    classes: dict[str, tuple[str, ...]]
    #: The model's bytes: the labeller reads them where they lie, so they must live as long as it does.
    content: bytes

    def is_common(self, word: str) -> bool:
        """Say whether a word is one of the language, and in no person's name."""
        classes = self.classes.get(word.lower(), ("name-person",))
        return "name-person" not in classes and any(one.startswith("word-") for one in classes)

    def names(self, text: str, sentence: Span, around: Sequence[Span]) -> Iterator[Name]:
        """Yield the names that the model finds in a sentence, in the runs of capitals of `around` and near them."""
        tokens = list(_TOKEN.finditer(text, sentence.start, sentence.end))
        starts = [token.start() for token in tokens]
        words = lay_out([self.read(token[0]) for token in tokens])
        for part in parts(words, [places(starts, one) for one in around]):
            labels = self.labeller.tag(part_features(words, part))
            for first, last, label in entities(labels):
                span = starts[part.start + first], tokens[part.start + last].end()
                yield Name(*span, label, "name-model")  # type: ignore[arg-type]


def load_name_model(cues: Cues) -> NameModel:
    """Load the model that ships with the package."""
    # Loaded here, not above: importing the tagger must stay quick.
    import pycrfsuite  # noqa: PLC0415

    labeller = pycrfsuite.Tagger()
    folder = files("workbench.tag") / "data"
    content = (folder / MODEL_FILE).read_bytes()
    labeller.open_inmemory(content)
    classes = load_word_classes()
    weighted = frozenset((folder / FEATURES_FILE).read_text(encoding="utf-8").split("\n"))
    return NameModel(labeller, word_reader(Lists.of(cues, classes), weighted), classes, content)


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
