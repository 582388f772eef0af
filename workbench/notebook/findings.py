"""Findings: sentences made from the figures of the selection, so that prose and charts cannot disagree."""

from workbench import measure
from workbench.chart import marks_html, safe
from workbench.chart.labels import say, with_labels
from workbench.frame import Tables
from workbench.notebook import sentences
from workbench.notebook.sentences import Finding
from workbench.notebook.view import View


def actor_findings(tables: Tables) -> View:
    """Say who is present, who is quoted, and through whom."""
    return _findings(
        tables,
        (
            sentences.dated(tables),
            _present(tables),
            _quoted(tables),
            sentences.through(tables),
            sentences.relayed(tables),
        ),
    )


def voice_findings(tables: Tables) -> View:
    """Say who is quoted, who is left unnamed, and which media the words come through."""
    origins = measure.quotation_origins(tables)
    media = sentences.totals(origins[origins["origin"] != measure.OWN_WORDS], "origin")
    return _findings(
        tables,
        (
            _quoted(tables),
            sentences.through(tables),
            sentences.unnamed(tables),
            sentences.relayed(tables),
            sentences.largest(tables, media, ("origin", "f-medium"), "quotations"),
        ),
    )


def overview_findings(tables: Tables) -> View:
    """Say what was read, which actors and themes it holds, and who speaks."""
    return _findings(
        tables,
        (
            sentences.dated(tables),
            _present(tables),
            _quoted(tables),
            sentences.theme(tables, "sanctions"),
            sentences.theme(tables, "military-cooperation"),
        ),
    )


def sanction_findings(tables: Tables) -> View:
    """Say how much is said on sanctions and when, as fact or otherwise, and who stands against whom at which stage."""
    counts = measure.sanction_parties(tables)
    named = counts[(counts["authority"] != measure.UNSTATED) & (counts["recipient"] != measure.UNSTATED)]
    parties = with_labels(named, ("authority", "recipient"), tables)
    both = zip(parties["authority"], parties["recipient"], strict=True)
    pairs = parties.assign(pair=[say("against", tables.language, first=first, second=second) for first, second in both])
    return _findings(
        tables,
        (
            sentences.dated(tables),
            sentences.theme(tables, "sanctions"),
            sentences.modalities(tables, tables.sanctions, "sanctions"),
            sentences.largest(tables, pairs, ("pair", "f-parties"), "statements"),
            sentences.statuses(tables),
            sentences.peak(tables, measure.sanction_periods(tables), "sanctions"),
        ),
    )


def cooperation_findings(tables: Tables) -> View:
    """Say how much is said on military cooperation and when, as fact or otherwise, of what kind and by whom."""
    kinds = with_labels(measure.count_rows(tables.cooperation, ("cooperation_kind",)), ("cooperation_kind",), tables)
    actors = sentences.totals(measure.cooperation_parties(tables), "actors")
    actors = with_labels(actors[actors["actors"] != measure.UNSTATED], ("actors",), tables)
    return _findings(
        tables,
        (
            sentences.dated(tables),
            sentences.theme(tables, "military-cooperation"),
            sentences.modalities(tables, tables.cooperation, "military-cooperation"),
            sentences.largest(tables, kinds, ("cooperation_kind", "f-kind"), "statements"),
            sentences.largest(tables, actors, ("actors", "f-taking-part"), "statements"),
            sentences.peak(tables, measure.cooperation_periods(tables), "military-cooperation"),
        ),
    )


def _present(tables: Tables) -> Finding | None:
    lead = "f-mentioned" if tables.tag_unit == "statements" else "f-present"
    present = with_labels(measure.actors_by_article(tables), ("entity",), tables)
    return sentences.largest(tables, present, ("entity", lead), tables.tag_unit)


def _quoted(tables: Tables) -> Finding | None:
    spoken = sentences.totals(measure.speakers(tables), "speaker")
    spoken = with_labels(spoken[spoken["speaker"] != measure.UNSTATED], ("speaker",), tables)
    return sentences.largest(tables, spoken, ("speaker", "f-quoted"), "quotations")


def _findings(tables: Tables, found: tuple[Finding | None, ...]) -> View:
    told = [finding for finding in found if finding is not None]
    items = [
        f"<li>{safe(finding.told)}"
        f"{marks_html(finding.marks, tables.corpus, tables.language, key=f'finding-{rank}')}</li>"
        for rank, finding in enumerate(told)
    ]
    return View("\n".join(finding.told for finding in told), f'<ul class="wb-findings">{"".join(items)}</ul>')
