"""A counted corpus as columns and words that a disk can keep, and back."""

from hashlib import blake2b
from typing import Any, Final

from workbench.codebook import Codebook
from workbench.codebook.locations import place_spellings
from workbench.explorer.counted import Column, CountedCorpus, CountedTable, count_corpus
from workbench.explorer.options import PayloadOptions
from workbench.explorer.rows import TABLE_ROWS, Words
from workbench.store import Corpus
from workbench.store.derived import Derived
from workbench.store.rows import LazyRows

#: Grows with a change of how records become numbers that the names of columns do not show.
_FORM: Final = 4
_ARTICLE: Final = ("place", "day", "story", "origin")
_PLACE: Final = ("article", "start", "end", "rule", "passage")
_VOCABULARIES: Final = (
    "publisher",
    "agency",
    "entity",
    "concept",
    "speaker",
    "provider",
    "equipment",
    "rule",
    "town",
)
_NAMES: Final = ("publishers", "agencies")


def counted_corpus(corpus: Corpus, options: PayloadOptions) -> CountedCorpus:
    """Return the numbers of a corpus; of one on disk they are kept beside its index.

    Not so where analysts' decisions have changed its records, or `options` name the stories.
    """
    is_stored = isinstance(corpus.records, LazyRows) and not corpus.records.is_changed
    if corpus.index is None or not is_stored or options.stories is not None:
        return count_corpus(corpus, options)
    made = corpus.index.kept("explorer", _form(corpus.codebook), lambda: derived_of(count_corpus(corpus, options)))
    return counted_of(made, Words(place_spellings(corpus.codebook.actors, corpus.codebook.locations)))


def _form(codebook: Codebook) -> str:
    """Return a word for what the numbers follow from besides the records: tables, and what places are called."""
    fields = {name: rows.__struct_fields__ for name, rows in TABLE_ROWS.items()}
    told = f"{_FORM} {sorted(fields.items())} {codebook.stamp.hash}"
    return blake2b(told.encode(), digest_size=8).hexdigest()


def derived_of(counted: CountedCorpus) -> Derived:
    """Return the form in which `counted` is kept."""
    columns = {name: getattr(counted, name) for name in _ARTICLE}
    words_of: dict[str, dict[str, tuple[str, ...] | None]] = {}
    for key, table in counted.tables.items():
        columns |= {f"{key} {name}": getattr(table, name) for name in _PLACE}
        columns |= {f"{key}.{name}": column.codes for name, column in table.columns.items()}
        columns |= {f"{key}.{name}+": one.start for name, one in table.columns.items() if one.start is not None}
        words_of[key] = {name: column.words for name, column in table.columns.items()}
    known = {name: list(getattr(counted.words, name).of) for name in _VOCABULARIES}
    names = {name: getattr(counted.words, name) for name in _NAMES}
    return Derived(columns, {"tables": words_of, "known": known, "names": names})


def counted_of(derived: Derived, words: Words) -> CountedCorpus:
    """Return what was kept; `words` know the places and nothing else yet."""
    for name, known in derived.rest["known"].items():
        getattr(words, name).of.update({word: number for number, word in enumerate(known)})
    for name, names in derived.rest["names"].items():
        getattr(words, name).update(names)
    tables = {key: _table(derived, key, words_of) for key, words_of in derived.rest["tables"].items()}
    return CountedCorpus(**{name: derived.columns[name] for name in _ARTICLE}, tables=tables, words=words)


def _table(derived: Derived, key: str, words_of: dict[str, Any]) -> CountedTable:
    columns = derived.columns
    return CountedTable(
        **{name: columns[f"{key} {name}"] for name in _PLACE},
        columns={
            name: Column(
                columns[f"{key}.{name}"], columns.get(f"{key}.{name}+"), None if words is None else tuple(words)
            )
            for name, words in words_of.items()
        },
    )
