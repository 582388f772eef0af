"""Who only hands on what others say: ``…, Reuters melaporkan``, ``Rusia mengecam langkah itu, lapor TASS``."""

import re
from collections.abc import Sequence

from workbench.span import Span
from workbench.tag.predicates import trimmed
from workbench.tag.statements import Speech, Statement
from workbench.tag.subjects import speaker_before
from workbench.tag.verbs import VerbHit

#: ``…, demikian Reuters melaporkan.``
_CLOSING = re.compile(r",\s(?:demikian|begitu)\s")
_COMMA = re.compile(r",\s(?=[A-Z])")
#: How far before its verb a medium that closes a sentence begins.
_LAST_REACH = 40


def closing_statement(speech: Speech, sentence: Span, verb: VerbHit) -> Statement | None:
    """Return what precedes ``, demikian Reuters melaporkan`` or ``, Reuters melaporkan``."""
    closing = _closing(speech, sentence, verb)
    if closing is None:
        return None
    who = speaker_before(speech.cast, closing.end(), verb.start)
    content = trimmed(speech.bare, sentence.start, closing.start())
    if who is None or content is None:
        return None
    return Statement(
        "indirect", content, who, Span(verb.start, verb.end), content.start, "statement-speaker-verb", sentence
    )


def _closing(speech: Speech, sentence: Span, verb: VerbHit) -> re.Match[str] | None:
    """Return what leads up to a subject and its verb at a sentence's end."""
    bare = speech.bare
    if not speech.cast.words.day.fullmatch(bare, verb.end, sentence.end):
        return None
    closing = _CLOSING.search(bare, sentence.start, verb.start)
    if closing is not None:
        return closing
    for comma in _COMMA.finditer(bare, max(sentence.start, verb.start - _LAST_REACH), verb.start):
        named = speech.cast.between(comma.end(), verb.start)
        if len(named) == 1 and named[0].kind == "body" and bare[named[0].end : verb.start].isspace():
            return comma
    return None


def without_relays(found: Sequence[Statement], speech: Speech) -> list[Statement]:
    """Leave out the medium that only reports what another says: ``Rusia mengecam langkah itu, lapor TASS``."""
    if len(found) < 2:  # noqa: PLR2004 -- it takes two: who says it, and who reports that
        return list(found)
    relays = [one for one in found if _is_relay(one, speech)]
    return [one for one in found if one not in relays] if 0 < len(relays) < len(found) else list(found)


def _is_relay(statement: Statement, speech: Speech) -> bool:
    who, cue = statement.who, statement.cue
    if who is None or cue is None or who.referent is None or who.referent.kind != "body":
        return False
    return cue.of(speech.bare).lower() in speech.verbs.relaying and statement.content.end < cue.start
