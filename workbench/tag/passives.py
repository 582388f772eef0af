"""Reported speech in the passive: ``… dibantah Putin``, ``… dinilai Rina tidak adil``, ``disebutnya sebagai …``."""

import re

from workbench.span import Span
from workbench.tag.predicates import trimmed
from workbench.tag.speakers import Who, speaker_after
from workbench.tag.statements import TOO_SHORT, Speech, Statement
from workbench.tag.verbs import VerbHit

_UNSAID_REACH = 20
_AS_SAID = re.compile(r",\s(?:seperti|sebagaimana) yang (?:telah |sudah |juga )?$")
#: … of a thing judged: ``inilah yang disebut Rina …`` says it all the same.
_IT_IS = re.compile(r"\b(?:inilah|itulah) yang\s$", re.IGNORECASE)
_IT_IS_REACH = 13


def passive_statement(speech: Speech, sentence: Span, verb: VerbHit) -> Statement | None:
    """Return what somebody says of a thing, or is said to have announced, denied or confirmed."""
    form = verb.of(speech.bare).lower()
    if form in verb.verb.judging:
        return _judged_statement(speech, sentence, verb)
    return _done_statement(speech, sentence, verb) if form in verb.verb.passive else None


def _judged_statement(speech: Speech, sentence: Span, verb: VerbHit) -> Statement | None:
    """Return the sentence in which somebody says something of its subject: ``Embargo itu dinilai Rina tidak adil``."""
    bare = speech.bare
    is_relative = (
        speech.telling.unsaid.search(bare, max(sentence.start, verb.start - _UNSAID_REACH), verb.start) is not None
    )
    if is_relative and not _IT_IS.search(bare, max(0, verb.start - _IT_IS_REACH), verb.start):
        return None
    who = _judge(speech, sentence, verb)
    content = trimmed(bare, sentence.start, sentence.end)
    if who is None or content is None or not speech.telling.predicate.match(bare[who.end : sentence.end].lstrip()):
        return None
    return Statement("indirect", content, who, Span(verb.start, verb.end), content.start, "statement-judged", sentence)


def _judge(speech: Speech, sentence: Span, verb: VerbHit) -> Who | None:
    """Return who judges, right behind the verb: by name, or the ``-nya`` glued to it."""
    if verb.nya is not None:
        return Who(verb.nya.start, verb.nya.end, "pronoun")
    agent = speech.cast.words.agent.match(speech.bare, verb.end, sentence.end)
    who = speaker_after(speech.cast, agent.end(), sentence.end) if agent else None
    return who if who is not None and who.reference in ("name", "pronoun") else None


def _is_unsaid(speech: Speech, sentence: Span, verb: VerbHit) -> bool:
    before = max(sentence.start, verb.start - _UNSAID_REACH)
    return speech.telling.unsaid.search(speech.bare, before, verb.start) is not None


def _done_statement(speech: Speech, sentence: Span, verb: VerbHit) -> Statement | None:
    """Return what is announced, denied or confirmed by somebody: ``Kabar itu dibantah Putin``."""
    bare = speech.bare
    agent = speech.cast.words.agent.match(bare, verb.end, sentence.end)
    # ``…, seperti yang dikatakan Rina``
    like = _AS_SAID.search(bare, sentence.start, verb.start)
    if agent is None or (not like and _is_unsaid(speech, sentence, verb)):
        return None
    helpers = speech.cast.words.helpers.search(bare, sentence.start, verb.start)
    first = like or helpers
    content = trimmed(bare, sentence.start, first.start() if first else verb.start)
    if content is None or speech.telling.handed_over.match(bare, content.start):
        return None
    who = speaker_after(speech.cast, agent.end(), sentence.end)
    if who is None or who.reference not in ("name", "role"):
        return None
    rule = TOO_SHORT if speech.cast.words.same.fullmatch(bare, content.start, content.end) else "statement-passive"
    return Statement("indirect", content, who, Span(verb.start, verb.end), content.start, rule, sentence)
