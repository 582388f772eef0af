"""The report's own words, in English and Indonesian; the words themselves are data."""

from importlib.resources import files
from pathlib import Path
from typing import Literal

from workbench.codebook.load import load_file
from workbench.codebook.schema import Label


def load_words(language: Literal["en", "id"]) -> dict[str, str]:
    """Return each phrase of a report in `language`, by its key."""
    words: dict[str, Label] = load_file(Path(str(files("workbench.report") / "page" / "words.yaml")), dict[str, Label])
    return {key: getattr(label, language) for key, label in words.items()}
