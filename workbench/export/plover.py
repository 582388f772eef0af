"""PLOVER events as JSON Lines, from the sanctions and the military cooperation of a record."""

from collections.abc import Iterator
from typing import Any

from workbench.codebook import Codebook
from workbench.export.identity import page_urn, sentence_at, stated_day, title
from workbench.record import MilitaryCooperation, Record, Sanction

#: Status of a sanction -> PLOVER event. The manual codes international sanctions as SANCTION (not COERCE, as the
#: CAMEO bridge does); announcing one is THREATEN, easing one CONCEDE. Evading or suffering is no act of an authority.
_SANCTION_EVENTS = {
    "imposed": "SANCTION",
    "extended": "SANCTION",
    "proposed": "THREATEN",
    "eased": "CONCEDE",
    "lifted": "CONCEDE",
    "denounced": "ACCUSE",
}
_COOPERATION_EVENTS = {
    "arms-supply": "AID",
    "treaty": "AGREE",
    "consultation": "CONSULT",
    "deployment-transit": "MOBILIZE",
}
#: Quad code of each event in the manual: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict.
_QUADS = {"AGREE": 1, "CONSULT": 1, "COOPERATE": 2, "AID": 2, "CONCEDE": 2}
_QUADS |= {"ACCUSE": 3, "THREATEN": 3, "SANCTION": 4, "MOBILIZE": 4}


def plover_events(record: Record, codebook: Codebook) -> Iterator[dict[str, Any]]:
    """Yield one event a frame that PLOVER has a type for; actors by name, dates by stated publication.

    References
    ----------
    PLOVER manual 2.0 draft: field names, the sixteen event types and the auxiliary modes.
    """
    names = {actor.id: actor.name for actor in codebook.actors}
    for sanction in record.sanctions:
        event = _SANCTION_EVENTS.get(sanction.status or "")
        if event:
            yield _event(record, sanction, event, [names.get(a, a) for a in sanction.authority]) | {
                "recipient": [names.get(r, r) for r in sanction.recipient],
                "context": ["economic" if sanction.instrument in {"trade", "financial"} else "political"],
            }
    for cooperation in record.military_cooperation:
        event = _COOPERATION_EVENTS.get(cooperation.kind, "COOPERATE")
        actors = [names.get(a, a) for a in cooperation.actors]
        yield _event(record, cooperation, event, actors) | {"recipient": actors, "context": ["military"]}


def _event(record: Record, frame: Sanction | MilitaryCooperation, event: str, actors: list[str]) -> dict[str, Any]:
    modes = [] if frame.modality == "actual" else [frame.modality]
    place = frame.place if isinstance(frame, MilitaryCooperation) else None
    return {
        "id": f"{record.id}-{frame.start}-{frame.end}-{_kind(frame)}",
        "date": stated_day(record.date_published),
        "enddate": stated_day(record.date_published),
        "actor": actors,
        "event": event,
        "mode": modes,
        "quad_code": _QUADS[event],
        "event_loc": place,
        "event_text": frame.of(record.text),
        "text_info": {"sequence": sentence_at(record, frame), "start": frame.start, "end": frame.end},
        "cite_info": {
            "publication": record.publisher.name if record.publisher else None,
            "language": record.language,
            "title": title(record),
            "url": record.url or page_urn(record),
            "codebook": f"{record.codebook.name} {record.codebook.version}",
        },
        "coder": record.processing_agent,
    }


def _kind(frame: Sanction | MilitaryCooperation) -> str:
    """Return what tells a frame from another one of the same words."""
    if isinstance(frame, MilitaryCooperation):
        return frame.kind
    return "-".join(("sanction", *frame.authority, "on", *frame.recipient))
