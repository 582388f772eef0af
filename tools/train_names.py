"""Trains the model for names from a folder in the form of idner-news-2k: ``train.txt``, and ``dev.txt`` to measure.

    python tools/train_names.py FOLDER

Each line of a file holds a word, its part of speech and its IOB2 label; a blank line ends a sentence.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pycrfsuite

from workbench.codebook import load_codebook
from workbench.tag.classes import load_word_classes
from workbench.tag.crf import FEATURES_FILE, MODEL_FILE, entities, words_of
from workbench.tag.features import Lists, Word, features, word_reader

TARGET = Path(__file__).parents[1] / "workbench" / "tag" / "data" / MODEL_FILE
PARAMETERS = {"c1": 0.02, "c2": 0.3, "max_iterations": 150, "feature.possible_transitions": True}

#: Words and labels of one sentence.
Sentence = tuple[list[str], list[str]]


def sentences(file: Path) -> Iterator[Sentence]:
    """Yield the sentences of a file, its words cut as the tagger cuts them."""
    words: list[str] = []
    labels: list[str] = []
    for line in (*file.read_text(encoding="utf-8").splitlines(), ""):
        if not line.strip():
            if words:
                yield words, labels
            words, labels = [], []
            continue
        word, *_, label = line.split()
        parts = words_of(word)
        words += parts
        labels += part_labels(parts, label)


def part_labels(parts: list[str], label: str) -> list[str]:
    """Spread the label of a word over its parts; marks at its ends are no part of a name."""
    named = [index for index, part in enumerate(parts) if part[0].isalnum()]
    if label == "O" or not named:
        return [label] * len(parts)
    inside = f"I-{label[2:]}"
    return [
        label if index == named[0] else inside if named[0] < index <= named[-1] else "O" for index in range(len(parts))
    ]


def train(train_file: Path, read: Callable[[str], Word]) -> None:
    """Train on one file and write the model into the package."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for words, labels in sentences(train_file):
        trainer.append(features(words, read), labels)
    trainer.set_params(PARAMETERS)
    trainer.train(str(TARGET))
    tagger = pycrfsuite.Tagger()
    tagger.open(str(TARGET))
    TARGET.with_name(FEATURES_FILE).write_text("\n".join(sorted(tagger.info().attributes)), encoding="utf-8")


def f1(dev_file: Path, read: Callable[[str], Word]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of whole names with their labels."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(TARGET))
    right = found = expected = 0
    for words, labels in sentences(dev_file):
        gold, got = set(entities(labels)), set(entities(tagger.tag(features(words, read))))
        right, found, expected = right + len(gold & got), found + len(got), expected + len(gold)
    return right / found, right / expected, 2 * right / (found + expected)


@click.command(help=__doc__)
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def main(folder: Path) -> None:
    """Train, then measure."""
    read = word_reader(Lists.of(load_codebook().cues, load_word_classes()))
    train(folder / "train.txt", read)
    precision, recall, both = f1(folder / "dev.txt", read)
    size = TARGET.stat().st_size
    click.echo(f"{TARGET}: {size:,} bytes; dev precision {precision:.3f}, recall {recall:.3f}, F1 {both:.3f}")


if __name__ == "__main__":
    main()
