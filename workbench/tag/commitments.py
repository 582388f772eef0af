"""Commitments: sentences in which actors promise, agree, sign, deliver or break their word."""

from collections.abc import Sequence
from typing import Literal, cast

from workbench.record import Commitment, Mention
from workbench.span import Span
from workbench.tag.clauses import Moods
from workbench.tag.rulebook import Group, Reading
from workbench.tag.scene import scene_of
from workbench.tag.states import States, parties

State = Literal["promised", "agreed", "signed", "delivered", "contradicted"]


def commitments_in(
    reading: Reading,
    mentions: Sequence[Mention],
    states: States,
    *,
    rules: tuple[Group, Moods],
    old: frozenset[int],
) -> tuple[Commitment, ...]:
    """Return one commitment for each sentence that makes, keeps or breaks one.

    Parameters
    ----------
    reading, mentions, states
        The article, its actors in text order, and their states.
    rules
        The codebook's rules for commitments, the first of which wins, and its rules of mood.
    old
        The sentences that retell history.
    """
    cues, moods = rules
    made = []
    for index, sentence in enumerate(reading.sentences):
        fired = reading.first(cues, sentence) if sentence.rules & cues else None
        if fired is None:
            continue
        rule, found = fired
        cue = Span(found[0][0], found[-1][1])
        scene = scene_of(reading, index, mentions, moods=moods, old=old)
        made.append(
            Commitment(
                sentence.start,
                sentence.end,
                cast("State", rule.rule.value),
                parties(scene.mentions, states),
                cue,
                scene.mood(cue),
                rule.rule.id,
            )
        )
    return tuple(made)
