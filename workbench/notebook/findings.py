"""Findings: sentences made from the figures of the selection, so that prose and charts cannot disagree."""

from typing import Final

import pandas as pd

from workbench import measure
from workbench.chart import safe
from workbench.chart.labels import counted, label_of, labels_of, say, with_labels
from workbench.frame import Tables
from workbench.notebook.view import View

#: Labels with the same count that one sentence names.
_MOST_NAMED: Final = 5


def actor_findings(tables: Tables) -> View:
    """Say who is present, who is quoted, and through whom."""
    present = with_labels(measure.actors_by_article(tables), ("entity",), tables)
    return _findings(
        _dated(tables),
        _largest(tables, present, ("entity", _present(tables)), tables.tag_unit),
        _largest(tables, _speakers(tables), ("speaker", "f-quoted"), "quotations"),
        _relayed(tables),
    )


def voice_findings(tables: Tables) -> View:
    """Say who is quoted, who is left unnamed, and which media the words come through."""
    relayed = measure.quotation_origins(tables)
    relayed = relayed[relayed["origin"] != measure.OWN_WORDS]
    media = relayed.groupby("origin")["n"].sum().reset_index()
    return _findings(
        _largest(tables, _speakers(tables), ("speaker", "f-quoted"), "quotations"),
        _unnamed(tables),
        _relayed(tables),
        _largest(tables, media, ("origin", "f-medium"), "quotations"),
    )


def overview_findings(tables: Tables) -> View:
    """Say what was read and which actors and themes it holds."""
    present = with_labels(measure.actors_by_article(tables), ("entity",), tables)
    return _findings(
        _dated(tables),
        _largest(tables, present, ("entity", _present(tables)), tables.tag_unit),
        _theme(tables, "sanctions"),
        _theme(tables, "military-cooperation"),
    )


def sanction_findings(tables: Tables) -> View:
    """Say how much is said on sanctions, as fact or otherwise, and who stands against whom."""
    counts = measure.sanction_parties(tables)
    named = counts[(counts["authority"] != measure.UNSTATED) & (counts["recipient"] != measure.UNSTATED)]
    parties = with_labels(named, ("authority", "recipient"), tables)
    both = zip(parties["authority"], parties["recipient"], strict=True)
    pairs = parties.assign(pair=[say("against", tables.language, first=first, second=second) for first, second in both])
    return _findings(
        _dated(tables),
        _theme(tables, "sanctions"),
        _modalities(tables, tables.sanctions, "sanctions"),
        _largest(tables, pairs, ("pair", "f-parties"), "statements"),
    )


def cooperation_findings(tables: Tables) -> View:
    """Say how much is said on military cooperation, as fact or otherwise, and of what kind."""
    kinds = with_labels(measure.count_rows(tables.cooperation, ("cooperation_kind",)), ("cooperation_kind",), tables)
    return _findings(
        _dated(tables),
        _theme(tables, "military-cooperation"),
        _modalities(tables, tables.cooperation, "military-cooperation"),
        _largest(tables, kinds, ("cooperation_kind", "f-kind"), "statements"),
    )


def _present(tables: Tables) -> str:
    return "f-mentioned" if tables.tag_unit == "statements" else "f-present"


def _findings(*sentences: str) -> View:
    told = [sentence for sentence in sentences if sentence]
    items = "".join(f"<li>{safe(sentence)}</li>" for sentence in told)
    return View("\n".join(told), f'<ul class="wb-findings">{items}</ul>')


def _dated(tables: Tables) -> str:
    basis = tables.articles["published_basis"].fillna("undated").value_counts()
    told = {word: int(basis.get(word, 0)) for word in measure.BASES}
    return say("f-dated", tables.language, n=len(tables.articles), **told)


def _speakers(tables: Tables) -> pd.DataFrame:
    sums = measure.speakers(tables).groupby("speaker")["n"].sum().reset_index()
    return with_labels(sums, ("speaker",), tables)


def _relayed(tables: Tables) -> str:
    origins = measure.quotation_origins(tables)
    relayed = int(origins.loc[origins["origin"] != measure.OWN_WORDS, "n"].sum())
    return say("f-relayed", tables.language, n=relayed, total=int(origins["n"].sum()))


def _unnamed(tables: Tables) -> str:
    sums = measure.speaker_namings(tables).groupby("naming")["n"].sum()
    role, missing = int(sums.get("role", 0)), int(sums.get("not-stated", 0))
    return say("f-unnamed", tables.language, n=role + missing, total=int(sums.sum()), role=role)


def _theme(tables: Tables, concept: str) -> str:
    language, theme = tables.language, _theme_name(tables, concept)
    shares = measure.theme_shares(tables)
    found = shares[shares["concept"] == concept]
    if found.empty:
        return say("f-no-theme", language, theme=theme)
    one = found.iloc[0]
    low, high = f"{100 * one['share_low']:.0f}", f"{100 * one['share_high']:.0f}"
    return say("f-theme", language, n=one["n"], total=one["n_total"], theme=theme, low=low, high=high)


def _theme_name(tables: Tables, concept: str) -> str:
    return label_of(concept, labels_of("concept", tables)).lower()


def _modalities(tables: Tables, acts: pd.DataFrame, concept: str) -> str:
    counts = with_labels(measure.count_rows(acts, ("modality",)), ("modality",), tables)
    total = int(counts["n"].sum())
    if not total:
        return ""
    told = ", ".join(f"{name} {n}" for name, n in zip(counts["modality"], counts["n"], strict=True))
    past = int((acts["is_background"] & ~acts["is_repeated"]).sum())
    theme = _theme_name(tables, concept)
    return say("f-modalities", tables.language, n=total, theme=theme, told=told, past=past)


def _largest(tables: Tables, counts: pd.DataFrame, what: tuple[str, str], unit: str) -> str:
    """Name the labels (column and phrase in `what`) that share the largest count; empty where nothing counts."""
    if counts.empty:
        return ""
    (label, lead), language = what, tables.language
    most = int(counts["n"].max())
    names = sorted(str(name) for name in counts.loc[counts["n"] == most, label])
    more = say("f-more", language, n=len(names) - _MOST_NAMED) if len(names) > _MOST_NAMED else ""
    told = {"lead": say(lead, language), "names": ", ".join(names[:_MOST_NAMED]), "more": more}
    return say("f-largest-each" if len(names) > 1 else "f-largest", language, **told, n=counted(most, unit, language))
