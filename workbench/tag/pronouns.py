"""Known persons meant by a pronoun: the speakers whom voices settled, and the subject carried on from before."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from workbench.article import Article
from workbench.record import Mention
from workbench.span import Span
from workbench.tag.discourse import Voice

#: A pronoun as the subject: at the start of a sentence, or right after a word that opens a clause about the same one.
_SUBJECT = re.compile(
    r"(?:^|\b(?:saat|ketika|karena|setelah|bahwa|sebelum|usai|meski|sejak) )(?P<pronoun>[Dd]ia|[Ii]a|[Bb]eliau)\b"
)

#: What one of them shows by; a plain search for these is many times as fast.
_SIGNS = (" dia", "Dia", " ia", "Ia", "eliau")
_OWN = re.compile(r"(?:dia|ia)\b")


def pronoun_mentions(article: Article, named: Sequence[Mention], voices: Iterable[Voice]) -> tuple[Mention, ...]:
    """Return the mentions by pronoun, in text order: of speakers, and of the one person whom sentences are about."""
    known = {mention.entity: mention for mention in named}
    settled = tuple(voices)
    spoken = (*_speakers(settled, known), *_of_themselves(settled, known, article.text))
    # One word can present two statements, or stand in its own: it is one mention, by the first of these rules.
    found: dict[int, Mention] = {}
    for mention in (*spoken, *_carried(article, named)):
        found.setdefault(mention.start, mention)
    return tuple(sorted(found.values()))


def _speakers(voices: Iterable[Voice], known: dict[str, Mention]) -> Iterator[Mention]:
    for voice in voices:
        who, speaker = voice.statement.who, voice.speaker
        if who is None or who.reference != "pronoun" or speaker is None or speaker.entity not in known:
            continue
        if known[speaker.entity].type == "person":
            yield _pronoun(Span(who.start, who.end), known[speaker.entity], "pronoun-speaker")


def _of_themselves(voices: Iterable[Voice], known: dict[str, Mention], text: str) -> Iterator[Mention]:
    """Yield ``dia`` at the start of what a person is reported to say: ``Putin mengatakan bahwa ia akan …``."""
    for voice in voices:
        said, speaker = voice.statement, voice.speaker
        person = known.get(speaker.entity) if speaker is not None and speaker.entity else None
        match = _OWN.match(text, said.content.start, said.content.end)
        if said.kind == "indirect" and said.rule == "speaker-verb" and match and person and person.type == "person":
            yield _pronoun(Span(*match.span()), person, "pronoun-own-words")


def _carried(article: Article, named: Sequence[Mention]) -> Iterator[Mention]:
    """Yield ``dia`` where the sentence, or the one before it, names one person only."""
    people = [mention for mention in named if mention.type == "person"]
    if not people or not _may_hold(article.text):
        return
    before: Sequence[Mention] = ()
    starts = [mention.start for mention in people]
    for sentence in article.sentences:
        inside = people[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        here = [mention for mention in inside if mention.end <= sentence.end]
        words = sentence.of(article.text)
        for match in _SUBJECT.finditer(words) if _may_hold(words) else ():
            at = sentence.start + match.start("pronoun")
            about = [mention for mention in here if mention.end <= at] or before
            if len({mention.entity for mention in about}) == 1:
                yield _pronoun(Span(at, at + len(match["pronoun"])), about[0], "pronoun-subject")
        before = here


def _may_hold(words: str) -> bool:
    return words.startswith(("dia", "ia")) or any(map(words.__contains__, _SIGNS))


def _pronoun(span: Span, person: Mention, rule: str) -> Mention:
    return Mention(span.start, span.end, person.entity, person.name, person.qid, person.type, "pronoun", rule)
