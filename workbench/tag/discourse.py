"""Settles who each statement's speaker is, in the order in which an article gives them the word."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from workbench.record import Speaker
from workbench.span import Span
from workbench.tag.referents import Referent
from workbench.tag.speakers import Cast, Who
from workbench.tag.statements import Speech, Statement


class Voice(msgspec.Struct, frozen=True):
    """A statement whose speaker is settled, as far as the article says."""

    statement: Statement
    speaker: Speaker | None
    #: Whether the speaker is an organisation or a state; None where unknown.
    is_body: bool


class _Turn(msgspec.Struct, frozen=True):
    """Somebody who had the word, by name."""

    at: int
    name: str
    entity: str | None
    is_body: bool
    span: Span
    is_quoted: bool = False


_PERSONAL = frozenset({"dia", "ia", "beliau"})


def settle(statements: Iterable[Statement], speech: Speech) -> Iterator[Voice]:
    """Yield the statements with their speakers, in text order."""
    turns: list[_Turn] = []
    told: list[Statement] = []
    for statement in sorted(statements, key=lambda one: (one.at, one.content.start)):
        turn = _turn(statement, turns, speech)
        if turn is None:
            yield Voice(statement, None, is_body=False)
            continue
        if not _is_nested(statement, told):
            turns.append(msgspec.structs.replace(turn, is_quoted=statement.kind == "direct"))
            told.append(statement)
        yield Voice(statement, Speaker(turn.span.start, turn.span.end, turn.name, turn.entity), turn.is_body)


def _is_nested(statement: Statement, told: Sequence[Statement]) -> bool:
    """Say whether somebody speaks within what another one reports; ``dia`` means the one who reports."""
    return statement.kind == "indirect" and any(
        before.kind == "indirect" and before.content.covers(statement.content) for before in told[-2:]
    )


def _turn(statement: Statement, turns: list[_Turn], speech: Speech) -> _Turn | None:
    who = statement.who
    if who is None:
        return _by_context(statement, turns, speech)
    span = Span(who.start, who.end)
    if who.referent is not None:
        one = who.referent
        return _Turn(statement.at, one.name, one.entity, one.kind != "person", span)
    if who.reference == "role":
        role = who.role or who.of(speech.article.text)
        full = _named_before(role, who.start, speech.cast) if who.is_body and " " not in role else None
        if full is not None:
            return _Turn(statement.at, full.name, full.entity, is_body=True, span=span)
        return _Turn(statement.at, role if who.is_body else f"role: {role}", None, who.is_body, span)
    before = _antecedent(who, statement, turns, speech)
    return None if before is None else _Turn(statement.at, before.name, before.entity, before.is_body, span)


def _named_before(head: str, at: int, cast: Cast) -> Referent | None:
    """Return the body that a bare head recalls: ``Kementerian tersebut`` after ``Kementerian Luar Negeri``."""
    recalled = [one for one in cast.between(0, at) if one.kind == "body" and one.of(cast.text).startswith(f"{head} ")]
    return recalled[-1] if recalled else None


def _by_context(statement: Statement, turns: list[_Turn], speech: Speech) -> _Turn | None:
    """Return the speaker of a quotation without a cue: whoever spoke last, or whom the sentence before is about."""
    if statement.rule in ("split", "continued") or (turns and _is_near(turns[-1], statement, speech)):
        last = turns[-1] if turns else None
    else:
        last = _subject_before(statement.at, speech.cast, speech)
    return None if last is None else _Turn(statement.at, last.name, last.entity, last.is_body, last.span)


def _is_near(turn: _Turn, statement: Statement, speech: Speech) -> bool:
    """Say whether a turn was taken in the paragraph of the statement or the one before."""
    lines = [index for index, line in enumerate(speech.lines) if line.start <= max(turn.at, turn.span.start) < line.end]
    here = [index for index, line in enumerate(speech.lines) if line.start <= statement.at < line.end]
    return bool(lines and here) and here[0] - lines[0] <= 1


def _antecedent(who: Who, statement: Statement, turns: list[_Turn], speech: Speech) -> _Turn | None:
    """Return whom a pronoun means: the last to speak, and a person where the pronoun is one's.

    With a verb that carries on (``tambahnya``) the last one quoted goes on, whatever a body is reported to say between.
    """
    text = speech.article.text
    wants_person = who.of(text).lower() in _PERSONAL
    carries_on = statement.cue is not None and statement.cue.of(text).lower() in speech.carrying
    for turn in reversed(turns):
        is_aside = carries_on and turn.is_body and not turn.is_quoted and any(one.is_quoted for one in turns)
        if not (is_aside or (wants_person and turn.is_body)):
            return turn
    return _subject_before(who.start, speech.cast, speech)


def _subject_before(at: int, cast: Cast, speech: Speech) -> _Turn | None:
    """Return the person whom the nearest sentence before `at` names first."""
    for sentence in reversed([one for one in speech.article.sentences if one.start < at]):
        people = [one for one in cast.between(sentence.start, min(at, sentence.end)) if one.kind == "person"]
        if people:
            first = people[0]
            return _Turn(at, first.name, first.entity, is_body=False, span=Span(first.start, first.end))
    return None
