"""A corpus as its analysts decided: without rejected tags, with corrected ones, in records and in counts."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from workbench.record import Record
from workbench.store.corpus import Corpus
from workbench.store.decisions import KINDS, TAG_TYPES, Decision, standing, tag_key
from workbench.store.facts import facts_of
from workbench.store.rows import LazyRows


def judged(corpus: Corpus) -> Corpus:
    """Return `corpus` with its analysts' decisions applied: rejected tags are left out, corrected ones replaced.

    Frames, evidence and what the index counts follow.
    """
    if corpus.index is None or not isinstance(corpus.records, LazyRows):
        return corpus
    by_key = {decision.key: decision for decision in standing(corpus.index.decisions())}
    if not by_key:
        return corpus
    decided = {article_id for article_id, _, _ in by_key}

    def amended(record: Record) -> Record:
        return _amended(record, by_key) if record.id in decided else record

    records = corpus.records.changed(amended)
    pages = corpus.index.originals_of(decided)
    facts = {page: facts_of(record) for page, record in zip(pages, records.of(pages), strict=True)}
    return msgspec.structs.replace(corpus, records=records, index=corpus.index.decided(facts))


def _amended(record: Record, by_key: dict[tuple[str, str, bytes], Decision]) -> Record:
    changes = {}
    for kind in KINDS:
        tags = getattr(record, kind)
        verdicts = [by_key.get(tag_key(record, kind, tag)) for tag in tags]
        if any(verdicts):
            changes[kind] = tuple(_kept(tags, verdicts, TAG_TYPES[kind]))
    return msgspec.structs.replace(record, **changes)


def _kept(tags: Sequence[Any], verdicts: Sequence[Decision | None], made: type) -> Iterator[Any]:
    for tag, decision in zip(tags, verdicts, strict=True):
        if decision is None or decision.verdict == "accepted":
            yield tag
        elif decision.correction is not None:
            yield msgspec.convert(decision.correction, made)
