"""Sentences made from figures, each with what its numbers counted."""

from itertools import chain
from typing import Final

import msgspec
import pandas as pd

from workbench import measure
from workbench.chart import Mark
from workbench.chart.labels import counted, label_of, labels_of, say, with_labels
from workbench.frame import Tables, make_frame

#: Labels with the same count that one sentence names.
_MOST_NAMED: Final = 5


class Finding(msgspec.Struct, frozen=True):
    """A sentence, and the marks that its numbers stand for; none where they sum up all that was read."""

    told: str
    marks: tuple[Mark, ...] = ()


def dated(tables: Tables) -> Finding:
    """Say how many articles there are, and how their dates are known."""
    basis = tables.articles["published_basis"].fillna("undated").value_counts()
    told = {word: int(basis.get(word, 0)) for word in measure.BASES}
    return Finding(say("f-dated", tables.language, n=len(tables.articles), **told))


def relayed(tables: Tables) -> Finding:
    """Say how many quotations came through a medium besides the publisher."""
    origins = measure.quotation_origins(tables)
    through = origins[origins["origin"] != measure.OWN_WORDS]
    told = say("f-relayed", tables.language, n=int(through["n"].sum()), total=int(origins["n"].sum()))
    return Finding(told, _marks(totals(through, "origin"), "origin"))


def unnamed(tables: Tables) -> Finding:
    """Say how many quotations do not name who speaks."""
    namings = measure.speaker_namings(tables)
    left = totals(namings[namings["naming"] != "named"], "naming")
    role = int(left.loc[left["naming"] == "role", "n"].sum())
    n, total = int(left["n"].sum()), int(namings["n"].sum())
    told = say("f-unnamed", tables.language, n=n, total=total, role=role)
    return Finding(told, _marks(with_labels(left, ("naming",), tables), "naming"))


def theme(tables: Tables, concept: str) -> Finding:
    """Say in how many articles a theme is spoken of."""
    language, name = tables.language, _theme_name(tables, concept)
    shares = measure.theme_shares(tables)
    found = shares[shares["concept"] == concept]
    if found.empty:
        return Finding(say("f-no-theme", language, theme=name))
    one = found.iloc[0]
    low, high = f"{100 * one['share_low']:.0f}", f"{100 * one['share_high']:.0f}"
    return Finding(say("f-theme", language, n=one["n"], total=one["n_total"], theme=name, low=low, high=high))


def _theme_name(tables: Tables, concept: str) -> str:
    return label_of(concept, labels_of("concept", tables)).lower()


def modalities(tables: Tables, acts: pd.DataFrame, concept: str) -> Finding | None:
    """Say how many statements there are on a theme, as fact or otherwise; None where there are none."""
    counts = with_labels(measure.count_rows(acts, ("modality",)), ("modality",), tables)
    total = int(counts["n"].sum())
    if not total:
        return None
    told = _listed(counts, "modality")
    past = int((acts["is_background"] & ~acts["is_repeated"]).sum())
    name = _theme_name(tables, concept)
    return Finding(say("f-modalities", tables.language, n=total, theme=name, told=told, past=past))


def peak(tables: Tables, counts: pd.DataFrame, concept: str) -> Finding | None:
    """Say when most was written on a theme, and how much last; None where no one period stands out.

    Parameters
    ----------
    tables, concept
        The selection, and the theme.
    counts
        Columns ``period``, ``n``, ``evidence``.
    """
    periods = totals(counts[counts["period"] != measure.UNSTATED], "period").sort_values("period")
    if len(periods) <= 1 or (periods["n"] == periods["n"].max()).sum() > 1:
        return None
    most, last = periods.nlargest(1, "n").iloc[0], periods.iloc[-1]
    cells = {"period": most["period"], "n": most["n"], "last": last["period"], "m": last["n"]}
    total, name = int(periods["n"].sum()), _theme_name(tables, concept)
    shown = periods[periods["period"].isin([most["period"], last["period"]])]
    phrase = "f-peak-last" if len(shown) == 1 else "f-peak"
    return Finding(say(phrase, tables.language, theme=name, total=total, **cells), _marks(shown, "period"))


def statuses(tables: Tables) -> Finding | None:
    """Say what happens to the sanctions of the two parties named most often; None where no pair stands out."""
    triples = measure.sanction_triples(tables)
    named = triples[(triples["authority"] != measure.UNSTATED) & (triples["recipient"] != measure.UNSTATED)]
    sums = named.groupby(["authority", "recipient"])["n"].transform("sum")
    pair = named[sums == sums.max()]
    if len(pair.drop_duplicates(["authority", "recipient"])) != 1:
        return None
    fact = int(pair.loc[pair["modality"] == "actual", "n"].sum())
    by_status = with_labels(totals(pair, "status"), ("status",), tables)
    (first,), (second,) = (with_labels(pair.head(1), (name,), tables)[name] for name in ("authority", "recipient"))
    told = {"pair": say("against", tables.language, first=first, second=second), "told": _listed(by_status, "status")}
    return Finding(
        say("f-statuses", tables.language, fact=fact, n=int(pair["n"].sum()), **told), _marks(by_status, "status")
    )


def through(tables: Tables) -> Finding | None:
    """Say which media the words of the one quoted most often came through; None where no one is quoted most."""
    spoken = measure.speaker_origins(tables)
    spoken = spoken[spoken["speaker"] != measure.UNSTATED]
    sums = spoken.groupby("speaker")["n"].sum()
    if sums.empty or (sums == sums.max()).sum() > 1:
        return None
    own = spoken[(spoken["speaker"] == sums.idxmax()) & (spoken["origin"] != measure.OWN_WORDS)]
    (who,) = with_labels(pd.DataFrame({"speaker": [sums.idxmax()]}), ("speaker",), tables)["speaker"]
    cells = {"who": who, "total": int(sums.max()), "n": int(own["n"].sum())}
    if own.empty:
        return Finding(say("f-through-none", tables.language, **cells))
    media = ", ".join(own.loc[own["n"] == own["n"].max(), "origin"].sort_values().head(_MOST_NAMED))
    told = say("f-through", tables.language, media=media, most=int(own["n"].max()), **cells)
    return Finding(told, _marks(own, "origin"))


def largest(tables: Tables, counts: pd.DataFrame, what: tuple[str, str], unit: str) -> Finding | None:
    """Name the labels (column and phrase in `what`) that share the largest count; None where nothing counts."""
    if counts.empty:
        return None
    (label, lead), language = what, tables.language
    most = int(counts["n"].max())
    best = counts[counts["n"] == most].sort_values(label)
    names = [str(name) for name in best[label]]
    more = say("f-more", language, n=len(names) - _MOST_NAMED) if len(names) > _MOST_NAMED else ""
    cells = {"lead": say(lead, language), "names": ", ".join(names[:_MOST_NAMED]), "more": more}
    phrase = "f-largest-each" if len(names) > 1 else "f-largest"
    return Finding(say(phrase, language, **cells, n=counted(most, unit, language)), _marks(best, label))


def totals(counts: pd.DataFrame, label: str) -> pd.DataFrame:
    """Return one row for each value of the column `label`: the sum and the evidence of its rows, the largest first."""
    rows = [
        (name, int(part["n"].sum()), tuple(chain.from_iterable(part["evidence"])))
        for name, part in counts.groupby(label)
    ]
    return make_frame(rows, (label, "n", "evidence")).sort_values(
        "n", ascending=False, kind="stable", ignore_index=True
    )


def _marks(counts: pd.DataFrame, label: str) -> tuple[Mark, ...]:
    """Return a mark for each row of `counts`."""
    cells = zip(counts[label], counts["n"], counts["evidence"], strict=True)
    return tuple(Mark(str(name), int(n), evidence) for name, n, evidence in cells)


def _listed(counts: pd.DataFrame, label: str) -> str:
    return ", ".join(f"{name} {n}" for name, n in zip(counts[label], counts["n"], strict=True))
