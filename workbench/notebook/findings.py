"""Findings: sentences made from the figures of the selection, so that prose and charts cannot disagree."""

from collections.abc import Iterable
from typing import Final

import pandas as pd

from workbench import measure
from workbench.chart import safe
from workbench.chart.words import with_labels
from workbench.frame import Tables
from workbench.notebook.view import View

#: Labels with the same count that one sentence names.
_MOST_NAMED: Final = 5


def actor_findings(tables: Tables) -> View:
    """Say who is present, who is quoted, and through whom."""
    present = with_labels(measure.actors_by_article(tables), ("entity",), tables.corpus.codebook)
    routes = measure.quotation_chains(tables)
    relayed = int(routes.loc[routes["route"].str.contains(" > ", regex=False), "n"].sum())
    return _findings(
        _dated(tables),
        _largest(present, "entity", "In the most articles", "article"),
        _largest(measure.count_rows(tables.quotes, ("speaker",)), "speaker", "Quoted most often", "quotation"),
        f"{relayed} of {int(routes['n'].sum())} quotations name at least one medium between speaker and publisher.",
    )


def sanction_findings(tables: Tables) -> View:
    """Say how much is said on sanctions, as fact or otherwise, and who stands against whom."""
    counts = measure.sanction_parties(tables)
    named = counts[(counts["authority"] != measure.UNSTATED) & (counts["recipient"] != measure.UNSTATED)]
    parties = with_labels(named, ("authority", "recipient"), tables.corpus.codebook)
    pairs = parties.assign(pair=parties["authority"] + " against " + parties["recipient"])
    return _findings(
        _dated(tables),
        _theme(tables, "sanctions"),
        _modalities(tables.sanctions, "sanctions"),
        _largest(pairs, "pair", "Parties named most often", "statement"),
    )


def cooperation_findings(tables: Tables) -> View:
    """Say how much is said on military cooperation, as fact or otherwise, and of what kind."""
    kinds = with_labels(
        measure.count_rows(tables.cooperation, ("cooperation_kind",)), ("cooperation_kind",), tables.corpus.codebook
    )
    return _findings(
        _dated(tables),
        _theme(tables, "military-cooperation"),
        _modalities(tables.cooperation, "military cooperation"),
        _largest(kinds, "cooperation_kind", "Kind spoken of most", "statement"),
    )


def _findings(*sentences: str) -> View:
    told = [sentence for sentence in sentences if sentence]
    items = "".join(f"<li>{safe(sentence)}</li>" for sentence in told)
    return View("\n".join(told), f'<ul class="wb-findings">{items}</ul>')


def _dated(tables: Tables) -> str:
    basis = tables.articles["published_basis"].fillna("undated").value_counts()
    told = ", ".join(f"{basis.get(word, 0)} {word}" for word in measure.BASES)
    return f"{len(tables.articles)} articles; date of publication: {told}."


def _theme(tables: Tables, concept: str) -> str:
    shares = measure.theme_shares(tables)
    found = shares[shares["concept"] == concept]
    if found.empty:
        return f"No article of the selection speaks of {concept.replace('-', ' ')}."
    one = found.iloc[0]
    interval = f"95 % interval {100 * one['share_low']:.0f} to {100 * one['share_high']:.0f} %"
    return f"{one['n']} of {one['n_total']} articles speak of {concept.replace('-', ' ')} ({interval})."


def _modalities(acts: pd.DataFrame, what: str) -> str:
    counts = measure.count_rows(acts, ("modality",))
    total = int(counts["n"].sum())
    if not total:
        return ""
    told = ", ".join(_pairs(counts, "modality"))
    past = int((acts["is_background"] & ~acts["is_repeated"]).sum())
    return f"{total} statements on {what} by modality: {told}; {past} of them retell background."


def _pairs(counts: pd.DataFrame, label: str) -> Iterable[str]:
    return (f"{name} {n}" for name, n in zip(counts[label], counts["n"], strict=True))


def _largest(counts: pd.DataFrame, label: str, lead: str, unit: str) -> str:
    """Name the labels that share the largest count, and the count; empty where nothing counts."""
    if counts.empty:
        return ""
    most = int(counts["n"].max())
    names = sorted(str(name) for name in counts.loc[counts["n"] == most, label])
    told = ", ".join(names[:_MOST_NAMED])
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    each = "each " if len(names) > 1 else ""
    return f"{lead}: {told}{more} ({each}{most} {unit if most == 1 else unit + 's'})."
