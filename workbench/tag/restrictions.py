"""Who restricts whom: shares the actors around the words of a relation out to its slots."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from workbench.codebook.events import Relation, Slot
from workbench.record import Mention
from workbench.span import Span
from workbench.tag.rulebook import CompiledRule, Found
from workbench.tag.sanction_rules import SanctionRules
from workbench.tag.scene import Scene

#: Between the words of a relation and the actors that they govern stand at most this many characters.
_NEAR = 60
#: As many where a preposition right after the words says that the restricted follow: ``sanksi terhadap dua firma …``.
_FAR = 140
#: An actor without a preposition belongs to a relation only right after its words.
_BARE = 25
#: What may stand between two actors of one list: ``Rusia, Belarus dan Iran``.
_AND = re.compile(
    r"\W*(?:dan|serta|maupun|atau|beserta|bersama)\W+(?:negara|pemerintah|presiden|(?:\d+|sejumlah|beberapa|para)\s\w+|"
    r"(?:mantan\s)?(?:menteri|perdana menteri|kepala|ketua|wakil|gubernur)(?:\s\w+){0,2})?\W*"
)
#: What leads from all who are restricted to some of them: ``88 warga Belarus, termasuk Presiden …``.
_AMONG_THEM = re.compile(r",?\s(?:termasuk|di antaranya|yakni|yaitu)\W+(?:[\w-]+\W+){0,2}")
_LIST_GOES_ON = re.compile(r"\s*(?:dan|serta|maupun|atau)\b")
_COMMA = re.compile(r"\s?,\s?")
#: A name right after these words can be of either party, so only the first relation of a sentence tells of which.
_WHOSE = re.compile(r"\b(?:sanksi|embargo)\s+$")
#: What opens a sentence stands among so many words.
_FIRST = 3
#: A deed told by a noun, whoever does it: ``Minsk sesalkan perpanjangan sanksi``.
_DEED = re.compile(r"pe[lmnrw]\w+(?<!k)an(?:nya)?\b")
#: ``mengumumkan, sanksi itu …`` says something of a measure and does not take it.
_SAYS = re.compile(r"\w+,")
#: A speaker who goes on as himself is still the one who acts: ``mengatakan bahwa pihaknya menjatuhkan sanksi``.
_SELF = re.compile(r"\b(?:pihaknya|pemerintahnya|negaranya)\W+(?:\w+\W+){0,3}$")
# The "ke" of "ke-17" leads to nobody.
_ORDINAL_OR_WORD = re.compile(r"ke-[0-9]+|\w+")
_STOP = re.compile(r",")
_TOWARDS = re.compile(r"\b(?:terhadap|kepada|atas|bagi|untuk|pada|ke)$")
# A headline's list may do without: "Kanada sanksi Rosneft, Lukoil".
_AND_FOLLOWS = re.compile(r"[^.;\n]{0,40}?\b(?:dan|serta|maupun)\b|[ \t]*(?:\n|$)")
#: Where those come from who are restricted: ``terhadap dua perusahaan dari Iran``.
_OF = re.compile(r"\bdari\s+(?:\w+\s+)?$")
#: Where somebody comes from is not who acts: ``bank asal Kanada memblokir``.
_FROM = re.compile(r"\b(?:asal|dari|milik)\s+$")
#: Where goods and help come from is not whom a measure hits: ``pasokan dari Kanada terhimpit sanksi``.
_GIVEN = re.compile(r"\b(?:pasokan|impor|bantuan|dukungan|kiriman|suplai|investasi)\s+dari\s+$")
_SLOTS = 2


def told_by_all(
    relations: Iterable[tuple[CompiledRule, Found]], at: Span, scene: Scene, rules: SanctionRules
) -> dict[Slot, list[Mention]]:
    """Return who the `relations` of a sentence tell: the first of them, and of what it leaves open those that follow.

    A rule finds its words once in a sentence, so they are looked for behind those of the first (`at`) again.
    """
    slots: dict[Slot, list[Mention]] = {}
    for fired, found in chain(relations, _fired_behind(at, scene, rules)):
        if not isinstance(fired.rule, Relation):
            continue
        told = _slots(fired.rule, Span(found[0][0], found[-1][1]), scene, rules)
        taken = {m.start for actors in slots.values() for m in actors}
        if slots:
            told = {slot: actors for slot, actors in told.items() if not _is_whose(actors[0], scene.reading.folded)}
        slots |= {slot: a for slot, a in told.items() if slot not in slots and not any(m.start in taken for m in a)}
        if len(slots) == _SLOTS:
            break
    return slots


def _fired_behind(at: Span, scene: Scene, rules: SanctionRules) -> Iterator[tuple[CompiledRule, Found]]:
    """Yield the relations of the words behind `at`; the view is made only once they are asked for."""
    if at.end < scene.sentence.end:
        yield from scene.reading.fired(rules.relations, scene.reading.view(at.end, scene.sentence.end))


def _is_whose(actor: Mention, folded: str) -> bool:
    return _WHOSE.search(folded, max(0, actor.start - _NEAR), actor.start) is not None


def _slots(relation: Relation, at: Span, scene: Scene, rules: SanctionRules) -> dict[Slot, list[Mention]]:
    """Share the actors around and among the words of a relation, which lie `at`, out to its slots."""
    start, end = at.start, at.end
    folded = scene.reading.folded
    slots: dict[Slot, list[Mention]] = {}
    among = [m for m in scene.mentions if start <= m.start and m.end <= end]
    if relation.inside and among:
        slots[relation.inside] = among
    before = _before(relation, start, scene, rules) if relation.before else []
    if relation.before and before and _reaches(folded, before[-1].end, at, rules):
        slots[relation.before] = _last_list(before, folded)
    told, bare = _after([m for m in scene.mentions if m.start >= end], _told_from(end, folded), folded, rules)
    for slot, actors in told.items():
        slots.setdefault(slot, actors)
    if relation.bare and bare:
        # "mengadopsi sanksi Uni Eropa terhadap Belarus": with one told, a bare name is the other.
        other: dict[str, Slot] = {"recipient": "authority", "authority": "recipient"}
        slot = next((other[one] for one in told), relation.bare)
        slots.setdefault(slot, bare)
    if relation.before and relation.before not in slots and not before and _opens(folded, scene.sentence.start, start):
        # "Disanksi Barat, Belarus mencari pasar": what usually stands before comes after the comma.
        after = [m for m in scene.mentions if m.start >= end]
        late = [m for m in after if m not in bare and not any(m in actors for actors in told.values())]
        slots |= {relation.before: late[:1]} if late and _comes_late(folded[end : late[0].start], rules) else {}
    return slots


def _comes_late(between: str, rules: SanctionRules) -> bool:
    """Say whether a comma parts the words of a relation from their subject, and no list or preposition behind it."""
    _, comma, behind = between.rpartition(",")
    return bool(comma) and not _LIST_GOES_ON.match(behind) and _slot_said(behind, rules.prepositions) is None


def _told_from(end: int, folded: str) -> int:
    """Return where the words begin that tell who is restricted: the preposition, where a relation ends with one."""
    preposition = _TOWARDS.search(folded, max(0, end - _NEAR), end)
    return preposition.start() if preposition else end


def _before(relation: Relation, start: int, scene: Scene, rules: SanctionRules) -> list[Mention]:
    """Return the actors before the words of a relation who can be their subject."""
    folded, begin = scene.reading.folded, scene.sentence.start
    named = [m for m in scene.mentions if m.end <= start and not _is_in_passing(m, folded, begin, start)]
    origin = _FROM if relation.before == "authority" else _GIVEN
    named = [m for m in named if not origin.search(folded, max(0, m.start - _NEAR), m.start)]
    return [m for m in named if not _is_aside(m, folded, rules)] or named


def _is_in_passing(mention: Mention, folded: str, begin: int, start: int) -> bool:
    """Say whether a name stands in what is told of another: ``Rina, yang berkunjung ke Kanada, menjatuhkan …``."""
    opened = folded.rfind(", yang ", begin, mention.start)
    return opened >= 0 and "," not in folded[opened + 1 : mention.start] and "," in folded[mention.end : start]


def _is_aside(mention: Mention, folded: str, rules: SanctionRules) -> bool:
    """Say whether a name before the words of a relation cannot be their subject."""
    leading = max(0, mention.start - _NEAR)
    if rules.settings.search(folded, leading, mention.start):
        return True
    # "Jepang mengecam Moskow dan memperluas sanksi": Moskow is whom another subject judges.
    return bool(rules.goes_on.match(folded, mention.end) and rules.attitudes.search(folded[leading : mention.start]))


def _opens(folded: str, begin: int, start: int) -> bool:
    """Say whether the words that begin at `start` are among the first of their sentence."""
    return len(folded[begin:start].split()) <= _FIRST


def _reaches(folded: str, end: int, at: Span, rules: SanctionRules) -> bool:
    """Say whether the subject that ends at `end` does what the words of a relation, `at`, say."""
    if _SAYS.match(folded, at.start, at.end) or rules.attitudes.search(folded[end : at.start]):
        return False
    if _DEED.match(folded, at.start, at.end) and not rules.decisions.search(folded, end, at.start):
        return False
    turn = rules.turns.search(folded, end, at.start)
    # "Rusia bertahan meski dihujani sanksi": the clause that begins right here has no subject of its own.
    return (
        turn is None
        or rules.stays.fullmatch(folded, turn.start(), at.start) is not None
        or _SELF.search(folded, end, at.start) is not None
    )


def _after(
    mentions: Sequence[Mention], end: int, folded: str, rules: SanctionRules
) -> tuple[dict[Slot, list[Mention]], list[Mention]]:
    """Return the actors after the words of a relation: those that a preposition tells, and those that stand bare."""
    told: dict[Slot, list[Mention]] = {}
    bare: list[Mention] = []
    open_list: list[Mention] | None = None
    reached = end
    for mention in mentions:
        between = folded[reached : mention.start]
        if rules.grounds.search(between):
            break
        if len(between) > (_FAR if reached == end and _says_whom(between, rules.prepositions) else _NEAR):
            break
        if open_list is None or not _is_list(between, folded, mention.end):
            if rules.turns.search(between):
                break
            lead = folded[max(0, end - _NEAR) : end] if reached == end else ""
            slot = _slot_said(between, rules.prepositions, lead=lead)
            if slot == "authority" and _OF.search(between) and _says_whom(between, rules.prepositions):
                slot = "recipient"
            if slot is None and (reached != end or len(between) > _BARE or _STOP.search(between)):
                break
            if slot in told:
                break
            open_list = bare if slot is None else told.setdefault(slot, [])
        open_list.append(mention)
        reached = mention.end
    return told, bare


def _says_whom(between: str, prepositions: Sequence[tuple[str, Slot]]) -> bool:
    """Say whether the first word here tells that the restricted follow."""
    first = _ORDINAL_OR_WORD.search(between)
    return first is not None and (first[0], "recipient") in prepositions


def _slot_said(between: str, prepositions: Sequence[tuple[str, Slot]], *, lead: str = "") -> Slot | None:
    """Return the slot of the last preposition in the words before an actor; of two words, one may stand farther off.

    The first of two may also stand in `lead`, what goes before: ``pembatasan impor`` before ``minyak dan emas dari``.
    """
    words = _ORDINAL_OR_WORD.findall(between)
    said = dict(prepositions)
    at, word = next(((at, word) for at, word in reversed(list(enumerate(words))) if word in said), (0, ""))
    ahead = [*_ORDINAL_OR_WORD.findall(lead), *words[:at]]
    apart = (f"{before} {word}" for before in reversed(ahead))
    return next((said[pair] for pair in apart if pair in said), said.get(word))


def _is_list(between: str, folded: str, end: int) -> bool:
    """Say whether two actors with these words between them, the second ending at `end`, stand in one list."""
    if _AND.fullmatch(between) or _AMONG_THEM.fullmatch(between):
        return True
    return _COMMA.fullmatch(between) is not None and _AND_FOLLOWS.match(folded, end) is not None


def _last_list(mentions: Sequence[Mention], folded: str) -> list[Mention]:
    """Return the last mentions that stand together as one list."""
    kept = [mentions[-1]]
    for mention in reversed(mentions[:-1]):
        between = folded[mention.end : kept[0].start]
        if not (_AND.fullmatch(between) or (_COMMA.fullmatch(between) and len(kept) > 1)):
            break
        kept.insert(0, mention)
    return kept
