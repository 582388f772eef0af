"""The kernel's answers: what the client of the explorer asks where the corpus is too large for a browser.

The questions are those of ``client/source.js``; each answer is a value that JSON can carry.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Final, Literal

import msgspec
import numpy as np

from workbench.errors import SchemaError
from workbench.explorer.context import Context
from workbench.explorer.counted import UNDATED, CountedCorpus
from workbench.explorer.counted_form import counted_corpus
from workbench.explorer.dimensions import BINNED, Question
from workbench.explorer.filters import FACET_WORDS, FACETS, Kept
from workbench.explorer.methods import Dating
from workbench.explorer.options import PayloadOptions
from workbench.explorer.payload import Found, Head, head_cells
from workbench.explorer.tally import Groups, Mask, group_rows
from workbench.frame import Selection, make_selection
from workbench.store import Corpus

#: More groups than these are summed up as so many more; no view shows as many.
MOST_GROUPS: Final = 2_000
#: Rows of evidence in one answer; the client asks for the next ones.
MOST_ROWS: Final = 500
_KEPT_GROUPS: Final = 48
_KEPT_SELECTIONS: Final = 16


class KernelHead(Head, frozen=True, kw_only=True):
    """What the client knows from the start, where the kernel answers the rest.

    Parameters
    ----------
    totals
        How many articles, stories and origins there are.
    """

    schema: Literal["workbench.explorer.kernel/1"] = "workbench.explorer.kernel/1"
    totals: dict[str, int]


class KernelAnswers:
    """Answers for one corpus.

    Parameters
    ----------
    corpus
        Where records and texts are.
    counted
        Its tags as numbers.
    options
        As for a payload.
    """

    def __init__(self, corpus: Corpus, counted: CountedCorpus, options: PayloadOptions) -> None:
        self._counted = counted
        cells = head_cells(corpus, options, _found(counted))
        #: What the client is told first.
        self.head = KernelHead(**cells, totals=_totals(counted))
        self._offices = self.head.vocabulary.offices
        self._context = Context(corpus, counted, options)
        self._groups = lru_cache(_KEPT_GROUPS)(self._make_groups)
        self._kept = lru_cache(_KEPT_SELECTIONS)(self._make_kept)
        self._answers: dict[str, Callable[[Selection, Mapping[str, Any]], Any]] = {
            "filter": self._filter,
            "days": self._days,
            "tally": self._tally,
            "evidence": self._evidence,
            "lines": self._lines,
            "terms": self._terms,
        }

    def answer(self, asked: Mapping[str, Any]) -> Any:  # noqa: ANN401 -- JSON
        """Answer what the client asked: ``{"ask": …, "selection": …, …}``.

        Raises
        ------
        SchemaError
            It is no question, or its selection is none.
        """
        try:
            return self._answers[asked["ask"]](make_selection(asked["selection"]), asked)
        except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
            message = f"not a question of the explorer: {error!r}"
            raise SchemaError(message) from error

    def _make_groups(self, encoded: bytes, unit: str) -> Groups:
        return group_rows(self._counted, msgspec.json.decode(encoded, type=Question), unit, self._offices)

    def _groups_of(self, question: Question, unit: str) -> Groups:
        if BINNED.intersection(question.by):
            return group_rows(self._counted, question, unit, self._offices)
        return self._groups(msgspec.json.encode(question), unit)

    def _make_kept(self, selection: Selection) -> Kept:
        text = self._context.mask(selection.text)
        return Kept(self._counted, selection, lambda question: self._groups_of(question, "articles"), text=text)

    def _mask(self, selection: Selection) -> Mask:
        return self._kept(_restrictions(selection)).mask

    def _filter(self, selection: Selection, _: Mapping[str, Any]) -> dict[str, Any]:
        kept = self._kept(_restrictions(selection))
        unit = "articles" if selection.unit == "statements" else selection.unit
        facets: dict[str, list[int]] = {}
        for facet, question in FACETS.items():
            groups = self._groups_of(question, unit)
            n = np.zeros(len(getattr(self._counted.words, FACET_WORDS[facet]).of), dtype=np.int64)
            n[groups.keys[0].astype(np.int64)] = groups.counts(kept.without(facet))
            facets[facet] = n.tolist()
        return {"n": self._n_units(kept.mask, unit), "facets": facets}

    def _n_units(self, mask: Mask, unit: str) -> int:
        if unit == "articles":
            return int(mask.sum())
        return _distinct((self._counted.story if unit == "stories" else self._counted.origin)[mask])

    def _days(self, selection: Selection, asked: Mapping[str, Any]) -> list[int] | None:
        table, mask = self._counted.tables[asked["table"]], self._mask(selection)
        days = self._counted.day if asked["table"] == "articles" else table.columns["day"].codes
        kept = days[mask[table.article] & (days != UNDATED)]
        return [int(kept.min()), int(kept.max())] if len(kept) else None

    def _tally(self, selection: Selection, asked: Mapping[str, Any]) -> dict[str, Any]:
        groups = self._groups_of(msgspec.convert(asked["question"], Question), selection.unit)
        n = groups.counts(self._mask(selection))
        found = np.flatnonzero(n)
        shown = np.sort(found[np.argsort(-n[found], kind="stable")[:MOST_GROUPS]])
        keys = [values[shown].tolist() for values in groups.keys]
        return {"keys": keys, "n": n[shown].tolist(), "left": len(found) - len(shown)}

    def _evidence(self, selection: Selection, asked: Mapping[str, Any]) -> list[dict[str, Any]]:
        part = slice(asked["from"], min(asked["to"], asked["from"] + MOST_ROWS))
        if "rows" in asked:
            return self._context.evidence("articles", asked["rows"][part])
        question = msgspec.convert(asked["question"], Question)
        groups = self._groups_of(question, selection.unit)
        wanted = np.ones(len(groups.first) - 1, dtype=np.bool_)
        for values, value in zip(groups.keys, asked["key"], strict=True):
            wanted &= values == value
        (key,) = np.flatnonzero(wanted).tolist()
        return self._context.evidence(question.table, groups.rows(key, self._mask(selection))[part].tolist())

    def _lines(self, selection: Selection, asked: Mapping[str, Any]) -> dict[str, Any]:
        return self._context.lines(self._mask(selection), tuple(asked["terms"]))

    def _terms(self, selection: Selection, asked: Mapping[str, Any]) -> dict[str, Any]:
        mask = self._mask(selection)
        against = asked["against"]
        return self._context.terms(mask, ~mask if against is None else self._mask(make_selection(against)))


def kernel_answers(corpus: Corpus, options: PayloadOptions | None = None) -> KernelAnswers:
    """Read a corpus, unless its numbers were kept when it was read before, and answer questions about it."""
    chosen = options or PayloadOptions()
    return KernelAnswers(corpus, counted_corpus(corpus, chosen), chosen)


def _totals(counted: CountedCorpus) -> dict[str, int]:
    return {"articles": counted.n, "stories": _distinct(counted.story), "origins": _distinct(counted.origin)}


def _found(counted: CountedCorpus) -> Found:
    places = np.unique(counted.tables["cooperation"].columns["place"].codes)
    return Found(words=counted.words, places=frozenset(places.tolist()), dating=_dating(counted))


def _dating(counted: CountedCorpus) -> Dating:
    days = counted.day[counted.day != UNDATED]
    basis = counted.tables["articles"].columns["basis"]
    inferred = [number for number, word in enumerate(basis.words or ()) if word == "inferred"]
    return Dating(
        n=counted.n,
        first=_day_name(days.min()) if len(days) else None,
        last=_day_name(days.max()) if len(days) else None,
        inferred=int(np.isin(basis.codes, inferred).sum()),
        undated=counted.n - len(days),
    )


def _day_name(day: int) -> str:
    return str(np.datetime64(int(day), "D"))


def _restrictions(selection: Selection) -> Selection:
    """Return what decides which articles are kept."""
    return msgspec.structs.replace(selection, unit="articles", lang="en")


def _distinct(numbers: np.ndarray[Any, np.dtype[np.int32]]) -> int:
    return len(np.unique(numbers))
