"""Makes the list of words by class that the model for names looks at.

    python tools/make_word_classes.py FOLDER

Frequencies are those of the package wordfreq (pip install wordfreq). FOLDER holds names of Indonesian DBpedia, one a
line, in ``person.txt``, ``organization.txt`` and ``place.txt``, as in ialfina/ner-dataset-modified-dee.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import click

from workbench.tag.classes import WORDS_FILE
from workbench.tag.crf import words_of

TARGET = Path(__file__).parents[1] / "workbench" / "tag" / "data" / WORDS_FILE
#: What a word is called that comes at least that often in a million words.
COMMON = ((1e-3, "word-frequent"), (1e-4, "word-common"), (1e-9, "word-listed"))
COMMON_IN_ENGLISH = 3e-5
KINDS = {"person": "name-person", "organization": "name-organisation", "place": "name-place"}
#: A word is a person's that stands in so many times more names of persons than of anything else.
MOSTLY = 3
NOTE = re.compile(r"\(.*")


def frequency_classes() -> Iterator[tuple[str, str]]:
    """Yield each common word with its class."""
    from wordfreq import get_frequency_dict  # type: ignore[import-not-found]  # noqa: PLC0415 -- needed by this tool alone

    for word, frequency in get_frequency_dict("id", "small").items():
        yield word, next(name for least, name in COMMON if frequency >= least)
    for word, frequency in get_frequency_dict("en", "small").items():
        if frequency >= COMMON_IN_ENGLISH:
            yield word, "word-english"


def name_classes(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield each word of a name with the kinds of names that it stands in."""
    counts = {kind: _words_of_names(folder / f"{kind}.txt") for kind in KINDS}
    for kind, counted in counts.items():
        yield from ((word, KINDS[kind]) for word in counted)
    for word, n in counts["person"].items():
        if n >= MOSTLY * max(counts["organization"][word], counts["place"][word]):
            yield word, "name-mostly-person"


def _words_of_names(file: Path) -> Counter[str]:
    """Count the words with capitals in the names of a file, whose notes in brackets are left out."""
    names = (NOTE.sub("", line) for line in file.read_text(encoding="latin-1").splitlines())
    return Counter(word.lower() for name in names for word in words_of(name) if word[0].isupper())


@click.command(help=__doc__)
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def main(folder: Path) -> None:
    """Write the list."""
    classes: defaultdict[str, list[str]] = defaultdict(list)
    for word, name in (*frequency_classes(), *name_classes(folder)):
        classes[word].append(name)
    by_class: defaultdict[str, list[str]] = defaultdict(list)
    for word, names in sorted(classes.items()):
        if any(map(str.isalpha, word)) and " " not in word:
            by_class[" ".join(names)].append(word)
    lines = [f"{names}\t{' '.join(words)}\n" for names, words in sorted(by_class.items())]
    TARGET.write_text("".join(lines), encoding="utf-8")
    click.echo(f"{TARGET}: {len(classes):,} words, {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
