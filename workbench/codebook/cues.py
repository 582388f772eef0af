"""How the press says who said what: verbs of speech, attribution phrases, titles and heads of names."""

from typing import Literal

import msgspec

from workbench.codebook.schema import Entry


class SpeechVerb(Entry, frozen=True, kw_only=True):
    """A verb that presents somebody's words.

    Parameters
    ----------
    inverted
        Forms that follow the words and precede the speaker (``kata``); ``-nya`` may be glued to them.
    active
        Forms that follow the speaker (``mengatakan``).
    passive
        Forms that follow what is said and precede who says it, with ``oleh`` or without (``dibantah``).
    judging
        Passive forms with who says it behind, and then what is said (``embargo itu dinilai Rina tidak adil``); ``-nya``
        may be glued to them.
    headline
        Forms that follow the speaker in headlines (``Sebut``); matched with their capital, in headlines only.
    takes
        What can be their object: any ``speech``; a ``clause`` only (opened by ``bahwa``, a comma or a new subject,
        for verbs that also take things as objects: ``menyebut``); a ``quotation`` only (``cuit``); one of its
        ``objects`` only (``menolak``).
    objects
        Nouns that, as its object, are something said even so (``membantah tuduhan``); folded.
    denies
        Whether it says the thing itself where it is negated (``tidak membantah bahwa``).
    carries_on
        Whether the verb carries on what its speaker said before (``lanjut``), and with it where that came from.
    relays
        Whether it hands on what others say (``lapor``).
    asks
        Whether somebody is asked to do what is said (``meminta warga untuk menunggu``).
    inserts
        Whether its short form, with the speaker, may stand within what is said without a comma before it (``Harga kata
        dia, akan turun``).
    """

    inverted: tuple[str, ...] = ()
    active: tuple[str, ...] = ()
    passive: tuple[str, ...] = ()
    judging: tuple[str, ...] = ()
    headline: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    takes: Literal["speech", "clause", "quotation", "object"] = "speech"
    denies: bool = False
    carries_on: bool = False
    relays: bool = False
    asks: bool = False
    inserts: bool = False


class SourcePhrase(Entry, frozen=True, kw_only=True):
    """Words that hand what is said on from a medium.

    Parameters
    ----------
    phrases
        The words before the medium's name, folded; a blank stands for any white space.
    relation
        What the medium did: ``quoted``, ``relayed``, ``reported``, ``told`` (it was spoken to), ``via`` (it passed
        on what another had), ``listed`` (under ``Sumber``).
    kind
        The kind of medium that alone can follow, right behind the words; None for any.
    """

    phrases: tuple[str, ...]
    kind: Literal["agency", "newspaper", "broadcaster", "online", "official", "social"] | None = None
    relation: Literal["quoted", "relayed", "reported", "told", "via", "listed"]


class Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Word lists, folded.

    Parameters
    ----------
    titles
        What stands before a person's name (``presiden``, ``kolonel``).
    short_titles
        Titles that the press shortens, each with its full form (``dubes``: ``duta besar``).
    short_bodies
        Names of bodies that the press shortens, each with its full form (``kemlu``: ``kementerian luar negeri``).
    portfolios
        What stands between a title and a name (``luar negeri`` in ``menteri luar negeri``), word by word.
    roles
        Nouns for persons whom a text may quote without a name (``analis``, ``warga``).
    bodies
        Nouns that speak as organisations, with or without a name after them (``militer``, ``pemerintah``).
    organisation_heads, place_heads
        Words with which names of organisations and places begin (``kementerian``, ``laut``).
    determiners
        Words before or after a role that are not part of it (``seorang``, ``tersebut``).
    functions
        Words that are no names even where they begin a sentence with a capital.
    blockers
        Words that turn the description after them into another person (``mantan``, ``istri``).
    works
        Words before the title of a work (``berjudul``), which is no quotation.
    predicates
        Words that say something of a subject, so that a verb's object is said and no thing: ``menyebut jalan itu
        rusak``.
    handed_over
        Things that are handed over, not said (``surat disampaikan X``).
    reactions
        What headlines say of a speaker before the colon (``Buka Suara``).
    english
        English words that names of bodies, treaties and products are made of, and names of persons are not.
    english_heads
        Those of them that make a name a body's (``council``).
    regional_bodies
        Short names of bodies that every region has, and that go on with the region's name (``DPRD``).
    things
        Words with which names of ships, weapons and exercises begin (``KRI``, ``rudal``), which are no names of bodies.
    event_heads
        English words with which names of exercises, games and meetings end (``shield``), likewise.
    acronyms
        Acronyms of kinds of people and things (``ASN``, ``UAV``), folded, which name nobody, nor do their long forms.
    """

    titles: tuple[str, ...]
    portfolios: tuple[str, ...]
    roles: tuple[str, ...]
    bodies: tuple[str, ...]
    organisation_heads: tuple[str, ...]
    place_heads: tuple[str, ...]
    determiners: tuple[str, ...]
    functions: tuple[str, ...]
    blockers: tuple[str, ...]
    works: tuple[str, ...]
    predicates: tuple[str, ...]
    handed_over: tuple[str, ...]
    reactions: tuple[str, ...]
    english: tuple[str, ...] = ()
    english_heads: tuple[str, ...] = ()
    short_titles: dict[str, str] = {}
    short_bodies: dict[str, str] = {}
    regional_bodies: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    event_heads: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()


class SpeechWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words around a verb of speech, folded: what tells who speaks, and what is not said at all.

    Parameters
    ----------
    sayings
        What somebody says (``pernyataan``).
    writings
        What is handed over and speaks for itself (``surat``).
    findings
        What somebody has made and tells by (``data``).
    kin, servants
        Nouns for somebody's kin, and for those who serve one of the `served`: ``istri Rina``, ``ajudan Presiden X``.
    served
        Offices whose bearers others serve.
    insiders
        Persons of whom the place where they are is part of the role (``sumber di kementerian``).
    belongings
        What somebody has or does, so that it and not its owner is the subject (``foto``); nouns in -an are, too.
    phrase_ends
        Words that end the speaker's phrase behind a verb.
    clause_openers
        Words with which a clause begins.
    sentence_openers
        Words that open a sentence and are no part of its subject (``Sebelumnya``).
    prepositions, no_prepositions
        Words after which a name is no subject, and phrases in which they are none (``dalam negeri``).
    adverbs
        Words that stand between a subject and its verb, or between a passive and who did it.
    joiners
        Words that join two verbs of one subject (``dan``).
    aspects
        Words before a verb that say when it is done (``telah``).
    circumstances
        Words that stand there with what follows them (``pada``).
    asides
        Words that lead from a verb's object to when, where and how it was said.
    attending, alongside
        Words before a verb that tells only how or what for (``dengan``), and before one that the same subject does
        beside it (``seraya``).
    unsaid
        Words before a verb that nobody says, or nobody yet (``rasa percaya``, ``akan``).
    days
        The days of the week.
    shared_capitals
        Capitals that stand for others than their state, too (``brussels``), by their ids; they speak for themselves.
    anyone
        Nouns by which somebody who was called otherwise before is recalled (``pejabat itu``).
    blocs
        What unions and alliances are called once they were named (``blok itu``).
    plans
        What somebody wants to do, as a noun; told with a verb, it is said (``rencana untuk mengirim beras``).
    no_deeds
        Nouns that look like deeds and are things that one asks for (``penjelasan``).
    no_predicates
        Words that look like active verbs and are none (``melalui``).
    no_verbs
        Words behind a quotation that are no verbs of speech, though they stand in the place of one.
    """

    sayings: tuple[str, ...]
    writings: tuple[str, ...]
    findings: tuple[str, ...]
    kin: tuple[str, ...]
    servants: tuple[str, ...]
    served: tuple[str, ...]
    insiders: tuple[str, ...]
    belongings: tuple[str, ...]
    phrase_ends: tuple[str, ...]
    clause_openers: tuple[str, ...]
    sentence_openers: tuple[str, ...]
    prepositions: tuple[str, ...]
    no_prepositions: tuple[str, ...]
    adverbs: tuple[str, ...]
    joiners: tuple[str, ...]
    aspects: tuple[str, ...]
    circumstances: tuple[str, ...]
    asides: tuple[str, ...]
    attending: tuple[str, ...]
    alongside: tuple[str, ...]
    unsaid: tuple[str, ...]
    days: tuple[str, ...]
    shared_capitals: tuple[str, ...]
    anyone: tuple[str, ...]
    blocs: tuple[str, ...]
    plans: tuple[str, ...]
    no_deeds: tuple[str, ...]
    no_predicates: tuple[str, ...]
    no_verbs: tuple[str, ...]


class MediaWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words around the name of a medium, folded.

    Parameters
    ----------
    leads
        What stands between a source phrase and the name (``surat kabar``).
    own_pages
        Pages of those who speak for themselves (``laman``), which are no media.
    no_media, no_media_ends
        Words with which names begin, or end, that are no media's (``Kementerian``).
    """

    leads: tuple[str, ...]
    own_pages: tuple[str, ...]
    no_media: tuple[str, ...]
    no_media_ends: tuple[str, ...]


class Gazetteer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Names that are certain without context, by kind; matched with case."""

    places: tuple[str, ...]
    organisations: tuple[str, ...]


class Cues(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``cues.yaml``: how this language's press attributes words."""

    verbs: tuple[SpeechVerb, ...]
    sources: tuple[SourcePhrase, ...]
    words: Words
    speech: SpeechWords
    media: MediaWords
    gazetteer: Gazetteer
