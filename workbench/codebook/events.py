"""What a codebook says of themes and events: rules with their examples, word lists, frames, equipment."""

from collections.abc import Mapping
from typing import Literal

import msgspec

from workbench.codebook.schema import Entry, Label, Slug

Slot = Literal["authority", "recipient"]
#: Columns whose values rules give.
Column = Literal["instrument", "status", "cooperation_kind", "commitment_state"]


class Rule(Entry, frozen=True, kw_only=True):
    """One pattern and what follows when it holds in a sentence.

    Parameters
    ----------
    pattern
        In the language of ``docs/themes.md``.
    unless
        A pattern, or several; where one of them holds too, the rule does not.
    parties
        How many different parties of the word list ``@party`` the sentence must name.
    when
        ``always``; ``next``: the sentence before asserts the concept; ``follows``: one of the four before does;
        ``in-article``: another sentence of the article does, by a rule that needs no context.
    context
        For rules that need context: the sentence that stands before `hit` and `miss` when they are checked.
    value
        What the rule says of a frame (a kind, a status, a modality); None for themes that make no frames.
    """

    pattern: str
    unless: str | tuple[str, ...] = ()
    parties: int = 0
    when: Literal["always", "next", "follows", "in-article"] = "always"
    context: str | None = None
    value: str | None = None

    def exceptions(self) -> tuple[str, ...]:
        """Return the patterns of `unless`."""
        return (self.unless,) if isinstance(self.unless, str) else self.unless


class AltLabel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Other names of a concept, in Indonesian (`id`) and English (`en`)."""

    id: tuple[str, ...] = ()
    en: tuple[str, ...] = ()


class Concept(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A theme, in the terms of SKOS.

    Parameters
    ----------
    id
        Key; `themes[].concept` in records.
    pref_label, alt_label, definition, scope_note, broader, exact_match
        As in SKOS; `broader` names another concept of the codebook, `exact_match` holds URIs.
    off_topic
        Rules whose sentences never assert the concept, whatever else they say; in a headline they also switch
        off the rules that need context.
    rules
        Any one of them asserts the concept.
    """

    id: Slug
    pref_label: Label
    alt_label: AltLabel = AltLabel()
    definition: Label
    scope_note: Label | None = None
    broader: Slug | None = None
    exact_match: tuple[str, ...] = ()
    off_topic: tuple[Rule, ...] = ()
    rules: tuple[Rule, ...]


class Relation(Rule, frozen=True, kw_only=True):
    """A way to say who sanctions whom, around the words that the pattern matches.

    Parameters
    ----------
    before
        What the last actors before the words are.
    inside
        What actors among the words are.
    bare
        What actors right after the words are, where no preposition tells.
    """

    before: Slot | None = None
    inside: Slot | None = None
    bare: Slot | None = None


class ClauseWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``clauses.yaml``: words at which a clause ends, beyond which mood and actors are others.

    Parameters
    ----------
    conjunctions
        Words that begin another clause.
    closing
        Words that end the clause before them, and begin none: a mood reaches over them.
    leads
        Words with which a headline opens that are said in a mood of their own, up to the comma.
    events, held
        Nouns for what is held, and verbs for that: the clause ``yang akan digelar`` says when, and not in which mood.
    subordinating, coordinating
        Conjunctions whose clause needs no subject of its own; those behind which a subject does a second deed.
    auxiliaries
        Words that may stand between a conjunction and its verb.
    kin, close
        Nouns for friends, and what they may be like: who is named behind both only tells who another is.
    """

    conjunctions: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    subordinating: tuple[str, ...] = ()
    coordinating: tuple[str, ...] = ()
    auxiliaries: tuple[str, ...] = ()
    kin: tuple[str, ...] = ()
    close: tuple[str, ...] = ()


class SanctionFrames(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``sanctions.yaml``: how sentences of a theme become sanction events.

    Parameters
    ----------
    theme
        The concept whose sentences are read.
    prepositions
        Words that say what the actors after them are; of two words (``impor dari``), the first may stand farther off.
    place_words, followed
        Words before a name that say that it does not restrict: it is where that happens, or who others follow.
    deeds, crises
        What is punished: a name after a deed and a preposition tells where or to whom it was done; a name right after
        a crisis tells where it is.
    turns
        Words, beside the conjunctions, beyond which an actor belongs to other words.
    reasons
        Conjunctions behind which stands why a measure is taken, not what it is: ``karena memaksa pesawat mendarat``.
    decisions
        Roots of the verbs by whose subject a measure named by a noun is taken: ``menyetujui perpanjangan sanksi``.
    attitudes
        Roots of the words for what somebody thinks of a measure that is another's: ``mengecam keputusan``.
    described
        Rules for a restricted state that is not named: ``terhadap negara tersebut`` is that of the event before, else
        the only other state of the sentence. The event's rule is theirs, so that an analyst can leave them out.
    relations, statuses, instruments
        Rules in order; the first that holds decides.
    """

    theme: Slug
    described: tuple[Rule, ...] = ()
    place_words: tuple[str, ...] = ()
    followed: tuple[str, ...] = ()
    deeds: tuple[str, ...] = ()
    crises: tuple[str, ...] = ()
    turns: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    attitudes: tuple[str, ...] = ()
    prepositions: dict[Slot, tuple[str, ...]]
    relations: tuple[Relation, ...]
    statuses: tuple[Rule, ...]
    instruments: tuple[Rule, ...]


class MilitaryFrames(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``military.yaml``: how sentences of a theme become events of military cooperation.

    Parameters
    ----------
    theme
        The concept whose sentences are read; the `value` of its rules is the kind of the event.
    place_words, route_words
        Words before the name of a place or state that make it the scene; the second do not where goods move.
    lent, own_soil
        Words behind the name of a state that lends its soil (``Belarus dipakai Rusia``), and words for the soil of
        the subject (``wilayahnya``).
    own_forces
        Words by which a speaker tells of his own side (``pasukannya``): he takes part then.
    deeds
        What is done on a battlefield: the place behind these and a preposition is no scene of cooperation.
    goods
        Kinds of cooperation in which goods move.
    outranks
        For a kind those that it may look like, in the same words or where a sentence goes on about it: warheads that
        are sent are no supply of arms, nor is ``senjata itu dikirim`` after a sentence on them.
    others_after, others_before
        Words right before the name of a state, or right after it, that say that it takes no part: an enemy, a
        battlefield, an onlooker.
    strife
        Nouns of what is had with an enemy (``konflik antara …``); those named with it take no part either.
    speakers_before
        Words right after the name of a state that only speaks; it takes no part where two others are named.
    statuses
        Rules in order; the first that holds decides.
    """

    theme: Slug
    place_words: tuple[str, ...]
    route_words: tuple[str, ...] = ()
    lent: tuple[str, ...] = ()
    own_soil: tuple[str, ...] = ()
    own_forces: tuple[str, ...] = ()
    deeds: tuple[str, ...] = ()
    goods: tuple[str, ...] = ()
    outranks: dict[str, tuple[str, ...]] = {}
    others_after: tuple[str, ...] = ()
    others_before: tuple[str, ...] = ()
    strife: tuple[str, ...] = ()
    speakers_before: tuple[str, ...] = ()
    statuses: tuple[Rule, ...]


class Equipment(Entry, frozen=True, kw_only=True):
    """A weapon, a system or a named exercise; `aliases` as in `Actor.aliases`, without regard to case."""

    label: Label
    kind: Literal["weapon", "exercise"]
    aliases: tuple[str, ...]


class EventBook(msgspec.Struct, frozen=True, kw_only=True):
    """All that a codebook says of themes and events; a folder may leave out any file of it.

    `labels` are what people read for the values of rules, by the column that holds them (``status``, ``instrument``,
    ``cooperation_kind``, ``commitment_state``); a value without one is shown as it is.
    """

    words: Mapping[str, tuple[str, ...]] = {}
    themes: tuple[Concept, ...] = ()
    sanctions: SanctionFrames | None = None
    military: MilitaryFrames | None = None
    equipment: tuple[Equipment, ...] = ()
    clauses: ClauseWords = ClauseWords()
    modality: tuple[Rule, ...] = ()
    commitments: tuple[Rule, ...] = ()
    background: tuple[Rule, ...] = ()
    labels: Mapping[Column, Mapping[Slug, Label]] = {}
