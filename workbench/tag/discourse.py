"""Settles who each statement's speaker is, in the order in which an article gives them the word."""

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from workbench.record import Speaker
from workbench.span import Span
from workbench.tag.referents import Referent
from workbench.tag.speakers import Cast, Who
from workbench.tag.statements import ANSWER, Speech, Statement
from workbench.tag.subjects import is_subject


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
    is_apart: bool = False


_PERSONAL = frozenset({"dia", "ia", "beliau"})
_WORD = re.compile(r"[\w-]+")
_CLAUSE = re.compile(r"[,.;:!?\n]")
_ANYBODY = re.compile(r"\b(?:seorang|sejumlah|beberapa|banyak|para)\s+$", re.IGNORECASE)
_ANYBODY_REACH = 12
_RECALLING = re.compile(r"\s+(?:tersebut|itu|ini)\b")
#: ``pemimpin yang berkuasa sejak 1994 itu``: a role with more said of whoever has just spoken.
_RECALLING_AT_LENGTH = re.compile(
    r"\s+(?:yang|berusia|asal|kelahiran|berpangkat)\b[^,.;:\"“”\x01\n]{3,60}?\s(?:tersebut|itu|ini)\b"
)
_THE = re.compile(r"\bsang\s$", re.IGNORECASE)
_THE_REACH = 6
#: How far before a name its role can begin, and how many words the role can have that a shorter form leaves out.
_ROLE_REACH = 80
_WORDS_BETWEEN = 2
#: A role of one word is anybody's.
_FEWEST_TO_TELL = 2


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
            turns.append(
                msgspec.structs.replace(
                    turn, is_quoted=statement.kind == "direct", is_apart=_is_apart(statement, speech)
                )
            )
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
        return _turn_by_role(who, statement.at, turns, speech)
    before = _antecedent(who, statement, turns, speech)
    return None if before is None else _Turn(statement.at, before.name, before.entity, before.is_body, span)


def _turn_by_role(who: Who, at: int, turns: Sequence[_Turn], speech: Speech) -> _Turn:
    """Return the turn of a role: of the one body or person that bears it, else of the role."""
    span = Span(who.start, who.end)
    role = who.role or who.of(speech.article.text)
    if who.is_body:
        full = _named_before(role, who.start, speech.cast) if " " not in role else None
        return _Turn(at, full.name if full else role, full.entity if full else None, is_body=True, span=span)
    bearer = (
        _bearer(role, who.start, speech.cast)
        or _same_person(role, who, turns, speech)
        or _told_again(role, who, turns, speech)
    )
    if bearer is not None:
        return _Turn(at, bearer.name, bearer.entity, is_body=False, span=span)
    return _Turn(at, f"role: {_fuller(role, who, speech)}", None, is_body=False, span=span)


def _named_before(head: str, at: int, cast: Cast) -> Referent | None:
    """Return the body that a bare head recalls: ``Kementerian tersebut`` after ``Kementerian Luar Negeri``."""
    begin = f"{head} ".lower()
    bodies = [one for one in cast.between(0, at) if one.kind == "body"]
    recalled = [one for one in bodies if one.of(cast.text).lower().startswith(begin)]
    return recalled[-1] if recalled else None


def _bearer(role: str, at: int, cast: Cast) -> Referent | None:
    """Return the one person whom the article calls by a role of two words or more, right before the name.

    ``Sutradara Titanic`` is the one whom ``Sutradara film Titanic James Cameron`` names.
    """
    words = role.lower().split()
    if (
        len(words) < _FEWEST_TO_TELL
        or cast.words.role.fullmatch(role)
        or _ANYBODY.search(cast.text, max(0, at - _ANYBODY_REACH), at)
    ):
        return None
    found: dict[str, Referent] = {}
    for person in cast.members:
        if person.kind == "person":
            lead = cast.text[max(0, person.start - _ROLE_REACH) : person.start].lower()
            before = _WORD.findall(_CLAUSE.split(lead)[-1])
            if before[-1:] == words[-1:] and _in_order(words, before[-len(words) - _WORDS_BETWEEN :]):
                found.setdefault(person.name, person)
    return next(iter(found.values())) if len(found) == 1 else None


def _in_order(words: Sequence[str], among: Sequence[str]) -> bool:
    rest = iter(among)
    return all(word in rest for word in words)


def _fuller(role: str, who: Who, speech: Speech) -> str:
    """Return the fuller role that a bare one recalls: ``diplomat tersebut`` after ``seorang diplomat Swedia``."""
    if " " in role or not _RECALLING.match(speech.bare, who.end):
        return role
    before = re.finditer(rf"\b(?i:{re.escape(role)})((?: [A-Z][\w'’-]+)+)", speech.bare[: who.start])
    people = [one for one in speech.cast.between(0, who.start) if one.kind == "person"]
    fuller = [match for match in before if not any(one.overlaps(Span(*match.span(1))) for one in people)]
    return f"{role}{fuller[-1][1]}" if fuller else role


def _same_person(role: str, who: Who, turns: Sequence[_Turn], speech: Speech) -> _Turn | None:
    """Return the person who had the word last, where ``senator itu`` is the first to be called so."""
    if " " in role or not turns or not _RECALLING.match(speech.bare, who.end):
        return None
    last = turns[-1]
    is_first = re.search(rf"\b(?i:{re.escape(role)})\b", speech.bare[: who.start]) is None
    return last if is_first and not last.is_body and not last.name.startswith("role: ") else None


def _told_again(role: str, who: Who, turns: Sequence[_Turn], speech: Speech) -> _Turn | None:
    """Return the person who had the word last, where the role says so: ``sang presiden``, ``pemimpin yang … itu``."""
    last = turns[-1] if turns else None
    if last is None or last.is_body or last.name.startswith("role: "):
        return None
    is_the = " " not in role and _THE.search(speech.bare, max(0, who.start - _THE_REACH), who.start) is not None
    head = who.start + len(role.split(maxsplit=1)[0])
    return last if is_the or _RECALLING_AT_LENGTH.match(speech.bare, head) else None


def _by_context(statement: Statement, turns: list[_Turn], speech: Speech) -> _Turn | None:
    """Return the speaker of a quotation without a cue: whoever spoke last, or whom the sentence before is about."""
    acting = _subject_here(statement, turns, speech)
    if acting is not None:
        return acting
    if statement.rule in ("split", "continued") or (turns and _is_near(turns[-1], statement, speech)):
        last = turns[-1] if turns else None
    else:
        last = _subject_before(statement.at, speech.cast, speech)
    return None if last is None else _Turn(statement.at, last.name, last.entity, last.is_body, last.span)


def _subject_here(statement: Statement, turns: Sequence[_Turn], speech: Speech) -> _Turn | None:
    """Return the person of whom the sentence before tells in the same paragraph: ``Rina menelepon. "…"``."""
    if statement.rule in ("split", "continued") or not turns or turns[-1].at >= statement.around.start:
        return None
    subject = _subject_since(turns[-1].at, statement.content.start, speech)
    return subject if subject is not None and subject.span.start >= statement.around.start else None


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
    subject = (
        None
        if carries_on
        else _subject_since(turns[-1].at if turns else 0, min(who.start, statement.content.start), speech)
    )
    if subject is not None:
        return subject
    for turn in reversed(turns):
        is_aside = carries_on and _is_aside(turn) and any(one.is_quoted for one in turns)
        if not (is_aside or (wants_person and turn.is_body)):
            return turn
    return _subject_before(min(who.start, statement.content.start), speech.cast, speech)


def _is_aside(turn: _Turn) -> bool:
    """Say whether somebody was not quoted and does not go on: a body, or whoever is told of apart from the story."""
    return not turn.is_quoted and (turn.is_body or turn.is_apart)


def _is_apart(statement: Statement, speech: Speech) -> bool:
    """Say whether a statement only answers another, or goes back in time (``Sebelumnya …``)."""
    return statement.rule == ANSWER or speech.bare.startswith("Sebelumnya", statement.around.start)


def _subject_since(told: int, at: int, speech: Speech) -> _Turn | None:
    """Return the person who is the subject of the sentence before `at`, unless somebody has spoken since it began."""
    before = [one for one in speech.article.sentences if told < one.start and one.end <= at]
    if not before:
        return None
    start, end = before[-1].start, before[-1].end
    first = next((one for one in speech.cast.between(start, end) if one.kind == "person"), None)
    if first is None or not is_subject(speech.bare, start, first):
        return None
    return _Turn(at, first.name, first.entity, is_body=False, span=Span(first.start, first.end))


def _subject_before(at: int, cast: Cast, speech: Speech) -> _Turn | None:
    """Return the person whom the nearest sentence before `at` names first."""
    for sentence in reversed([one for one in speech.article.sentences if one.start < at]):
        people = [one for one in cast.between(sentence.start, min(at, sentence.end)) if one.kind == "person"]
        if people:
            first = people[0]
            return _Turn(at, first.name, first.entity, is_body=False, span=Span(first.start, first.end))
    return None
