"""What a codebook says: actors, agencies, publishers, each with its spellings and its examples."""

from datetime import date
from typing import Annotated, Literal

import msgspec

from workbench.record import EntityType

Slug = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Qid = Annotated[str, msgspec.Meta(pattern=r"^Q[1-9][0-9]*$")]
#: ISO 3166-1 alpha-2, or EU, SU (Soviet Union) and XK (Kosovo).
Country = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{2}$")]


class Label(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What people read, in Indonesian (`id`) and English (`en`)."""

    id: str
    en: str


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every entry of a codebook has.

    Parameters
    ----------
    id
        Stable key, unique in the codebook.
    hit
        A sentence that the entry must match.
    miss
        A near miss: a sentence that looks alike and must not match.
    excludes
        Longer phrases that hold a spelling of the entry and mean something else (``Jawa Barat`` for the collective
        ``Barat``, ``dolar AS`` for the state): matched with case like the spellings, longest first, and then dropped,
        so that nothing inside them is a mention.
    """

    id: Slug
    hit: str
    miss: str
    excludes: tuple[str, ...] = ()


class OfficeTerm(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An office that an actor held, first and last day included; None for unknown or not ended.

    Parameters
    ----------
    title
        What the office is called.
    descriptions
        Indonesian phrases that mean whoever holds it (``presiden Belarusia``); matched without regard to case,
        in the term only.
    """

    title: Label
    start: date | None = None
    end: date | None = None
    descriptions: tuple[str, ...] = ()


class Membership(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A member of a collective, first and last day included; None for unknown or not ended."""

    actor: Slug
    start: date | None = None
    end: date | None = None


class Actor(Entry, frozen=True, kw_only=True):
    """A person, organisation, country, place or collective.

    Parameters
    ----------
    name
        Canonical English name; what ``speaker.name`` and ``mentions[].name`` say.
    type
        As in the record.
    kind
        Finer sort within the type (``head-of-state``, ``ministry``, ``company``, ``armed-group``), for filters.
    label
        What people read; None where the name serves in both languages.
    qid
        Wikidata item, only where it was looked up; else None.
    country
        The state that it is or belongs to.
    aliases
        Spellings that name this actor wherever they stand, `name` included only if listed; matched with case, at
        word boundaries; the longest match wins over all entries.
    short
        Spellings that name it only in an article that also has an alias of it (a bare surname that others share).
    descriptions
        Phrases that mean it at any time (``pemimpin lama Belarusia``), without regard to case.
    roles
        Offices in time.
    members
        For a collective or a body of states: who belongs to it, and when. Never expanded silently.
    """

    name: str
    type: EntityType
    kind: str
    label: Label | None = None
    qid: Qid | None = None
    country: Country | None = None
    aliases: tuple[str, ...]
    short: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    roles: tuple[OfficeTerm, ...] = ()
    members: tuple[Membership, ...] = ()


class Agency(Entry, frozen=True, kw_only=True):
    """A news agency or other medium that articles credit; spellings as in `Actor.aliases`."""

    name: str
    kind: Literal["agency", "newspaper", "broadcaster", "online", "official", "social"]
    qid: Qid | None = None
    country: Country | None = None
    aliases: tuple[str, ...]


class Publisher(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An outlet, and the habits of its pages where they differ from everybody's.

    Parameters
    ----------
    id, name
        Key, and the name as the outlet writes it.
    domains
        Hosts that belong to it, without ``www.``.
    names
        How it names itself in datelines, bylines and footers (``KOMPAS.TV``, ``SINDOnews.com``); without regard to
        case.
    furniture
        Phrases of its own that mark a line as ``navigation``, ``promo`` or ``footer``; role to list of phrases.
    """

    id: Slug
    name: str
    qid: Qid | None = None
    domains: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    furniture: dict[Literal["navigation", "promo", "footer", "related", "kicker"], tuple[str, ...]] = {}


class Manifest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``codebook.yaml``: what the codebook is."""

    name: Slug
    version: str
    title: Label
    definition: Label
