"""Words by class: how common they are, and what names hold them; the model for names looks words up here.

The lists were made by ``tools/make_word_classes.py``; see ``data/WORD-CLASSES.md``.
"""

from importlib.resources import files

WORDS_FILE = "word-classes.txt"


def load_word_classes() -> dict[str, tuple[str, ...]]:
    """Return the classes of each listed word, folded; the list ships with the package."""
    lines = (files("workbench.tag") / "data" / WORDS_FILE).read_text(encoding="utf-8").splitlines()
    return read_word_classes(lines)


def read_word_classes(lines: list[str]) -> dict[str, tuple[str, ...]]:
    """Read lines that hold classes, a tabulator, and every word that is of these classes and no other."""
    found: dict[str, tuple[str, ...]] = {}
    for line in lines:
        classes, _, words = line.partition("\t")
        # One tuple for all words of a line: most of fifty thousand words share a few of them.
        found.update(dict.fromkeys(words.split(" "), tuple(classes.split(" "))))
    return found
