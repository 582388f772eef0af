"""Settles who each statement's speaker is, in the order in which an article gives them the word."""

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from workbench.record import Speaker
from workbench.span import Span
from workbench.tag.bearers import Turn, bearer_of, full_body, fuller_role, named_before
from workbench.tag.joined import joined
from workbench.tag.referents import Referent
from workbench.tag.speakers import Cast, Who, is_led
from workbench.tag.statements import ANSWER, Speech, Statement
from workbench.tag.subjects import is_subject


class Voice(msgspec.Struct, frozen=True):
    """A statement whose speaker is settled, as far as the article says."""

    statement: Statement
    speaker: Speaker | None
    #: Whether the speaker is an organisation or a state; None where unknown.
    is_body: bool
    #: Who says a quotation together with the speaker.
    also: tuple[Speaker, ...] = ()


_TURNING = re.compile(
    r"(?:Sementara|Sedangkan|Adapun|Senada|Hal senada|Terpisah|Secara terpisah|Di (?:sisi|pihak) lain)\b"
)
_PERSONAL = frozenset({"dia", "ia", "beliau"})


def settle(statements: Iterable[Statement], speech: Speech) -> Iterator[Voice]:
    """Yield the statements with their speakers, in text order."""
    turns: list[Turn] = []
    told: list[Statement] = []
    for statement in sorted(statements, key=lambda one: (one.at, one.content.start)):
        turn = _turn(statement, turns, speech)
        if turn is None and _is_of_nobody(statement):
            continue
        if turn is None:
            yield Voice(statement, None, is_body=False)
            continue
        if not _is_nested(statement, told):
            turns.append(
                msgspec.structs.replace(
                    turn, is_quoted=statement.kind == "direct", is_apart=_is_apart(statement, speech)
                )
            )
            told.append(statement)
        yield _voice(statement, turn, speech)


def _voice(statement: Statement, turn: Turn, speech: Speech) -> Voice:
    """Return a settled statement; of a quotation by several the first is the speaker, the others say it, too."""
    one = statement.who.referent if statement.who is not None and statement.kind != "indirect" else None
    together = joined(speech.cast, one, statement.around.start) if one is not None else ()
    speaker, *also = [_speaker(_named(statement.at, other, speech)) for other in together] or [_speaker(turn)]
    return Voice(statement, speaker, turn.is_body, tuple(also))


def _speaker(turn: Turn) -> Speaker:
    return Speaker(turn.span.start, turn.span.end, turn.name, turn.entity)


def _is_of_nobody(statement: Statement) -> bool:
    """Say whether ``pernyataan itu`` reports something that the article gives to nobody."""
    return statement.kind == "indirect" and statement.who is not None and statement.who.reference == "statement"


def _is_nested(statement: Statement, told: Sequence[Statement]) -> bool:
    """Say whether somebody speaks within what another one reports; ``dia`` means the one who reports."""
    return statement.kind == "indirect" and any(
        before.kind == "indirect" and before.content.covers(statement.content) for before in told[-2:]
    )


def _turn(statement: Statement, turns: list[Turn], speech: Speech) -> Turn | None:
    who = statement.who
    if who is None:
        return _by_context(statement, turns, speech)
    span = Span(who.start, who.end)
    if who.referent is not None:
        return msgspec.structs.replace(_named(statement.at, who.referent, speech), span=span)
    if who.reference == "role":
        return _turn_by_role(who, statement.at, turns, speech)
    before = _antecedent(who, statement, turns, speech)
    return None if before is None else Turn(statement.at, before.name, before.entity, before.is_body, span)


def _named(at: int, one: Referent, speech: Speech) -> Turn:
    """Return the turn of somebody named: of a state its government's, of a short name the body's in full."""
    span = Span(one.start, one.end)
    government = speech.governments.of(one, speech.cast)
    if government is not None:
        return Turn(at, *government, is_body=True, span=span)
    one = full_body(one, speech.cast)
    return Turn(at, one.name, one.entity, one.kind != "person", span)


def _turn_by_role(who: Who, at: int, turns: Sequence[Turn], speech: Speech) -> Turn:
    """Return the turn of a role: of the one body or person that bears it, else of the role."""
    span = Span(who.start, who.end)
    role = who.role or who.of(speech.article.text)
    if who.is_body:
        government = speech.governments.called(who, speech.cast)
        if government is not None:
            return Turn(at, *government, is_body=True, span=span)
        full = speech.governments.bloc(role, who.start, speech.cast)
        full = full or (named_before(role, who.start, speech.cast) if " " not in role else None)
        return Turn(at, full.name if full else role, full.entity if full else None, is_body=True, span=span)
    bearer = bearer_of(role, who, turns, speech)
    if bearer is not None:
        return Turn(at, bearer.name, bearer.entity, is_body=False, span=span)
    return Turn(at, f"role: {fuller_role(role, who, turns, speech)}", None, is_body=False, span=span)


def _by_context(statement: Statement, turns: list[Turn], speech: Speech) -> Turn | None:
    """Return the speaker of a quotation without a cue: whoever spoke last, or whom the sentence before is about."""
    acting = _subject_here(statement, turns, speech)
    if acting is not None:
        return acting
    if statement.rule in ("split", "continued") or (turns and _is_near(turns[-1], statement, speech)):
        last = turns[-1] if turns else None
    else:
        last = _subject_before(statement.at, speech.cast, speech)
    return None if last is None else Turn(statement.at, last.name, last.entity, last.is_body, last.span)


def _subject_here(statement: Statement, turns: Sequence[Turn], speech: Speech) -> Turn | None:
    """Return the person of whom the sentence before tells in the same paragraph: ``Rina menelepon. "…"``."""
    if statement.rule in ("split", "continued") or not turns or turns[-1].at >= statement.around.start:
        return None
    subject = _subject_since(turns[-1].at, statement.content.start, speech)
    return subject if subject is not None and subject.span.start >= statement.around.start else None


def _is_near(turn: Turn, statement: Statement, speech: Speech) -> bool:
    """Say whether a turn was taken in the paragraph of the statement or the one before."""
    taken = max(turn.at, turn.span.start)
    lines = [index for index, line in enumerate(speech.lines) if line.start <= taken < line.end]
    here = [index for index, line in enumerate(speech.lines) if line.start <= statement.at < line.end]
    return bool(lines and here) and here[0] - lines[0] <= 1


def _antecedent(who: Who, statement: Statement, turns: list[Turn], speech: Speech) -> Turn | None:
    """Return whom a pronoun means: the last to speak, and a person where the pronoun is one's.

    With a verb that carries on (``tambahnya``) the last one quoted goes on, whatever a body is reported to say between.
    """
    text = speech.article.text
    wants_person = who.of(text).lower() in _PERSONAL
    carries_on = statement.cue is not None and statement.cue.of(text).lower() in speech.verbs.carrying
    subject = _subject_since(turns[-1].at if turns else 0, min(who.start, statement.content.start), speech)
    if carries_on and subject is not None and not _is_introduced(subject, statement, speech):
        subject = None
    if subject is None and who.of(text).lower() == "mereka":
        subject = _body_since(turns[-1].at if turns else 0, who.start, speech)
    if subject is not None:
        return subject
    for turn in reversed(turns):
        is_aside = carries_on and _is_aside(turn) and any(one.is_quoted for one in turns)
        if not (is_aside or (wants_person and turn.is_body)):
            return turn
    return _subject_before(min(who.start, statement.content.start), speech.cast, speech)


def _is_aside(turn: Turn) -> bool:
    """Say whether somebody was not quoted and does not go on: a body, or whoever is told of apart from the story."""
    return not turn.is_quoted and (turn.is_body or turn.is_apart)


def _is_apart(statement: Statement, speech: Speech) -> bool:
    """Say whether a statement only answers another, or goes back in time (``Sebelumnya …``)."""
    return statement.rule == ANSWER or speech.bare.startswith("Sebelumnya", statement.around.start)


def _subject_since(told: int, at: int, speech: Speech) -> Turn | None:
    """Return the person who is the subject of the sentence before `at`, unless somebody has spoken since it began."""
    before = next((one for one in reversed(speech.article.sentences) if one.end <= at), None)
    if before is None or before.start <= told:
        return None
    start, end = before.start, before.end
    first = next((one for one in speech.cast.between(start, end) if one.kind == "person"), None)
    if first is None or not is_subject(speech.cast, speech.bare, start, first) or _has_verb(speech, start, first):
        return None
    return Turn(at, first.name, first.entity, is_body=False, span=Span(first.start, first.end))


def _is_introduced(subject: Turn, statement: Statement, speech: Speech) -> bool:
    """Say whether a paragraph turns to somebody named for the first time: ``Sementara itu, Rina …``."""
    before = speech.cast.between(0, subject.span.start)
    turns_to = _TURNING.match(speech.bare, statement.around.start, subject.span.start) is not None
    return turns_to and all(one.name != subject.name for one in before)


def _body_since(told: int, at: int, speech: Speech) -> Turn | None:
    """Return the body or state with which the sentence before `at` begins, unless somebody has spoken since."""
    before = next((one for one in reversed(speech.article.sentences) if one.end <= at), None)
    if before is None or before.start < told:
        return None
    first = next(iter(speech.cast.between(before.start, before.end)), None)
    is_subject = first is not None and first.kind != "person" and is_led(speech.cast, before.start, first)
    return _named(at, first, speech) if first is not None and is_subject else None


def _has_verb(speech: Speech, start: int, person: Span) -> bool:
    """Say whether the words before a person are a clause already: ``Latvia akan jadi lawan Budi``."""
    verbs = (speech.cast.words.acts, speech.telling.auxiliary)
    return any(one.search(speech.bare, start, person.start) is not None for one in verbs)


def _subject_before(at: int, cast: Cast, speech: Speech) -> Turn | None:
    """Return the person whom the nearest sentence before `at` names first, as its subject or by whom it was done."""
    for sentence in reversed([one for one in speech.article.sentences if one.start < at]):
        people = [one for one in cast.between(sentence.start, min(at, sentence.end)) if one.kind == "person"]
        first = people[0] if people else None
        if first is not None and (
            is_subject(cast, speech.bare, sentence.start, first) or " oleh " in cast.text[sentence.start : first.start]
        ):
            return Turn(at, first.name, first.entity, is_body=False, span=Span(first.start, first.end))
    return None
