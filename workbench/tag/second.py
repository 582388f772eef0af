"""Second verbs: of one subject (``Rina menemui Budi dan meminta …``), or of a thing (``kertas yang membenarkan …``)."""

from workbench.span import Span
from workbench.tag.speakers import Who, speaker_after
from workbench.tag.statements import Speech
from workbench.tag.subjects import speaker_before
from workbench.tag.verbs import VerbHit

#: How far before a verb the words that join it to another one begin, and what it tells of.
_WHILE_REACH = 11
_ANOTHER_REACH = 26
_HELD_REACH = 30
_WHICH_REACH = 40


def is_second(speech: Speech, sentence: Span, verb: VerbHit) -> bool:
    """Say whether a verb is the second of whoever speaks: ``…, seraya menambahkan``, ``mengklaim telah meminta``."""
    bare = speech.bare
    if _is_again(speech, verb):
        before = bare[sentence.start : verb.start]
        return "\x01" not in before and bool(speech.verbs.find(before))
    held = speech.telling.held.search(bare, max(sentence.start, verb.start - _HELD_REACH), verb.start)
    return held is not None and speech.verbs.active.match(bare, held.start()) is not None


def _is_again(speech: Speech, verb: VerbHit) -> bool:
    return speech.telling.again.search(speech.bare, max(0, verb.start - _WHILE_REACH), verb.start) is not None


def is_of_thing(speech: Speech, verb: VerbHit) -> bool:
    """Say whether a verb only tells of a thing: ``informasi yang mengonfirmasi …``; somebody may stand there, too."""
    which = speech.telling.thing.search(speech.bare, max(0, verb.start - _WHICH_REACH), verb.start)
    if which is None:
        return False
    cast, at = speech.cast, which.start("thing")
    is_somebody = cast.words.role.match(cast.text, at) or cast.words.body.match(cast.text, at)
    return is_somebody is None and cast.words.statement.match(f"{which['thing']} ") is None


def who_acts_before(speech: Speech, sentence: Span, verb: VerbHit) -> Who | None:
    """Return who speaks by the second of two verbs: ``Rina menemui Budi dan meminta …``."""
    bare = speech.bare
    if not speech.telling.another.search(bare, max(sentence.start, verb.start - _ANOTHER_REACH), verb.start):
        return None
    start = sentence.start
    for opener in speech.cast.words.clause.finditer(bare, sentence.start, verb.start):
        start = start if opener[0].startswith(",") else opener.end()
    first = speech.cast.words.acts.search(bare, start, verb.start)
    return speaker_before(speech.cast, start, first.start()) if first is not None else None


def who_goes_on(speech: Speech, sentence: Span, verb: VerbHit) -> Who | None:
    """Return who says more in the same breath: ``"…," kata Rina, seraya menambahkan bahwa …``."""
    is_again = _is_again(speech, verb)
    if not is_again and not speech.bare.endswith(", ", sentence.start, verb.start):
        return None
    first = next((one for one in speech.said if sentence.start <= one.start < verb.start), None)
    if first is None:
        return None
    if first.order == "active":
        return None if is_again else speaker_before(speech.cast, sentence.start, first.start)
    if first.nya is not None:
        return Who(first.nya.start, first.nya.end, "pronoun")
    return speaker_after(speech.cast, first.end, verb.start)
