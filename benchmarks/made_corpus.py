"""A corpus of any size for the benchmarks: pages whose words differ, and a workshop that only pretends to tag them.

A made page has the layout of a given one, and its words are others of the same length, drawn as unequally as words of a
language are; capitals stay every other time, so that names and phrases recur. So the lines and tags of the given page's
record fit the made page, and a record costs next to nothing: what is left is the store's own work.
"""

import json
import random
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from pathlib import Path

import msgspec
from made_pages import seed_texts

from workbench.article import Article
from workbench.page import Page
from workbench.record import Record
from workbench.steps import Steps, finish
from workbench.store.recipe import Recipe
from workbench.store.work import Workshop, build_workshop

_WORD = re.compile(r"[^\W\d_]+")
_SYLLABLES = (
    "ba",
    "ru",
    "ka",
    "mi",
    "to",
    "se",
    "la",
    "gu",
    "pa",
    "di",
    "ne",
    "no",
    "ra",
    "si",
    "te",
    "ja",
    "me",
    "ha",
)
_MOST_MOULDS = 60
_WORDS_OF_A_LENGTH = 4_000


def base_texts(file: Path | None) -> list[str]:
    """Return the texts of a file of JSON Lines, or of the seeds."""
    if file is None:
        return seed_texts()
    lines = file.read_text("utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines[:: max(1, len(lines) // _MOST_MOULDS)]]


@lru_cache
def vocabulary(length: int) -> tuple[list[str], list[float]]:
    """Return invented words of a length, and how often each occurs, summed up."""
    chance = random.Random(length)  # noqa: S311 -- words, not secrets
    endless = ("".join(chance.choices(_SYLLABLES, k=length // 2 + 1))[:length] for _ in range(_WORDS_OF_A_LENGTH))
    words = list(dict.fromkeys(endless))
    return words, list(accumulate(1 / (rank + 3) for rank in range(len(words))))


class Mould:
    """A text from which any number are made.

    Parameters
    ----------
    text
        The given one.
    """

    def __init__(self, text: str) -> None:
        self._pieces = _WORD.split(text)
        self._words = _WORD.findall(text)
        self._drawn: dict[int, list[int]] = {}
        for place, word in enumerate(self._words):
            self._drawn.setdefault(len(word), []).append(place)

    def made(self, chance: random.Random) -> str:
        """Return another text of the same shape."""
        words = list(self._words)
        for length, places in self._drawn.items():
            known, weights = vocabulary(length)
            for place, word in zip(places, chance.choices(known, cum_weights=weights, k=len(places)), strict=True):
                if words[place].islower():
                    words[place] = word
                elif chance.getrandbits(1):
                    words[place] = word.capitalize()
        return "".join(piece for pair in zip(self._pieces, [*words, ""], strict=True) for piece in pair)


def made_pages(texts: Sequence[str], number: int) -> Iterator[str]:
    """Yield that many pages as JSON Lines; the page of a row has the shape of the text that `base_of` says."""
    moulds = [Mould(text) for text in texts]
    chance = random.Random(1)  # noqa: S311 -- as above
    for row in range(number):
        text = moulds[base_of(f"#{row + 1}", len(texts))].made(chance)
        yield json.dumps({"text": text}, ensure_ascii=False) + "\n"


def base_of(path: str, n_texts: int) -> int:
    """Return which text a page has its shape from, by the number of its row."""
    return zlib.crc32(path[path.rfind("#") :].encode()) % n_texts


def pretending(texts: Sequence[str]) -> Callable[[Recipe], Workshop]:
    """Return a `build_workshop` whose records are those of `texts`, with the text and name of the page."""

    def build(recipe: Recipe) -> Workshop:
        real = build_workshop(recipe)
        pages = (Page(path="base", content_hash="sha256:00", text=text) for text in texts)
        records = [finish(real.tag(finish(real.parse(page)))) for page in pages]

        def parse(page: Page) -> Steps[Article]:
            yield
            told = {"path": page.path, "content_hash": page.content_hash, "id": page.content_hash[7:23]}
            return filled(msgspec.structs.replace(records[0], text=page.text, **told))

        def filled(article: Article) -> Record:
            base = records[base_of(article.path, len(records))]
            told = {"path": article.path, "content_hash": article.content_hash, "id": article.id}
            return msgspec.structs.replace(base, text=article.text, **told)

        def tag(article: Article) -> Steps[Record]:
            yield
            return article if isinstance(article, Record) else filled(article)

        return Workshop(recipe, parse, tag)

    return build
