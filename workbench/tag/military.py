"""Events of military cooperation: what forces or arms industries do together, with what, and where."""

import re
from collections.abc import Sequence

import msgspec

from workbench.codebook.events import Equipment, MilitaryFrames
from workbench.parse.alternation import any_of
from workbench.record import Mention, MilitaryCooperation
from workbench.span import Span
from workbench.tag.clauses import one_of
from workbench.tag.matcher import Matcher, build_matcher
from workbench.tag.rulebook import CompiledRule, Found, Group, RuleBook
from workbench.tag.scene import Scene
from workbench.tag.states import States, party_of, state_parties
from workbench.tag.themes import Assertion

#: Where a sentence does not say which kind of cooperation it is.
GENERAL = "general"
_DYAD = 2
#: How far before a name the words stand that tell its part, in characters.
_REACH = 40
#: What may stand between a name and what it does: ``Menteri Pertahanan Inggris itu juga menyebut``.
_AND_ON = r",?\s+(?:(?:itu|tersebut|juga|akhirnya|resmi|kembali|telah|sudah|kini|ikut|secara\s[\w-]+)\s+)*"
#: The name behind a body that its bearer speaks for: ``juru bicara NATO Rina Melati mengatakan``.
_BEARER = re.compile(r"(?:,?\s+[A-Z][\w.'’-]*){1,6},?")
#: A clause that says more of the words before it.
_RELATIVE = re.compile(r"\W*yang\b")
#: What may say what a place is, before its name: ``di negara sekutunya, Belarus``.
_SORT = r"\s+(?:(?:ibu kota|kota|negara|republik|sekutu|tetangga)(?:nya)?,?\s+){0,2}"
#: What may say who somebody is, before the name of his state: ``diumumkan oleh perdana menteri Armenia``.
_OFFICE = r"\s+(?:(?:presiden|perdana menteri|menteri \w+|pemimpin|pemerintah|negara(?:-negara)?(?: anggota)?)\s+)?"
#: A speaker who is named behind his words, with his office: ``kata duta besar Rusia untuk Iran``.
_SAID = re.compile(
    r"\b(?:kata|ujar|ungkap|tutur|jelas|tegas|ucap|imbuh|sambung|lanjut|tambah|papar)\s(?:[\w-]+\s+){0,6}$"
)
#: What stands between two names of one list.
_LIST = re.compile(r"\s*(?:,|dan|serta|maupun|&|[-–/])\s*")
#: A name that only says what another means: ``latihan Zapad ("Barat")``.
_GLOSS = (re.compile(r"\(\s*[\"“'‘]$"), re.compile(r"[\"”'’]\s*\)"))
_MARKS = 3
#: What stands between a speaker's verb and the subject of what he says: ``AS memperkirakan (bahwa) Pyongyang …``.
_THAT = re.compile(r",?\s+(?:(?:bahwa|kalau)\s+)?(?:(?:pihak|negara|pemerintah|militer|pasukan|tentara)\s+)?")
#: ``latihan perang dengan Belarus`` is no war, and what stands between a conflict and an enemy is no partnership.
_NO_DRILL = r"(?<!latihan )(?<!simulasi )(?<!manuver )"
_APART = r"(?!kerja\b|sama\b|bersama|latihan)[\w-]+"

#: Kinds of cooperation, each with the rule that says so and its words.
_Kinds = dict[str, tuple[CompiledRule, Span]]


class MilitaryRules(msgspec.Struct, frozen=True):
    """The frames of ``military.yaml`` and ``equipment.yaml``, compiled."""

    theme: str
    places: re.Pattern[str]
    routes: re.Pattern[str]
    lent: re.Pattern[str]
    own_soil: re.Pattern[str]
    own_forces: re.Pattern[str]
    battlefields: re.Pattern[str]
    goods: frozenset[str]
    outranks: dict[str, tuple[str, ...]]
    others_after: re.Pattern[str]
    others_before: re.Pattern[str]
    speakers_before: re.Pattern[str]
    statuses: Group
    equipment: Matcher
    equipment_ids: tuple[str, ...]


def build_military_rules(frames: MilitaryFrames, equipment: Sequence[Equipment], book: RuleBook) -> MilitaryRules:
    """Look up the rules of `frames` in `book`."""
    named = [(alias, entry.id) for entry in equipment for alias in entry.aliases]
    battlefields = rf"\b(?:{any_of(frames.deeds) or '(?!)'})\w*\s+(?:[\w-]+\s+){{0,4}}(?:ke|di|pada|terhadap)"
    return MilitaryRules(
        frames.theme,
        re.compile(rf"{one_of(frames.place_words)}{_SORT}$"),
        re.compile(rf"{one_of((*frames.place_words, *frames.route_words))}{_SORT}$"),
        re.compile(rf"(?:\s+(?:sempat|telah|sudah|akan|juga|pernah|kini|terus|kembali))?\s+{one_of(frames.lent)}"),
        re.compile(one_of(frames.own_soil)),
        re.compile(one_of(frames.own_forces)),
        re.compile(rf"{battlefields}\s+$"),
        frozenset(frames.goods),
        frames.outranks,
        re.compile(
            rf"(?:{one_of(frames.others_after)}|{battlefields}|"
            rf"{_NO_DRILL}{one_of(frames.strife)}\s+(?:{_APART}\s+){{0,3}}(?:antara|dengan|melawan|terhadap)){_OFFICE}$"
        ),
        re.compile(rf"{_AND_ON}{one_of(frames.others_before)}"),
        re.compile(rf"{_AND_ON}{one_of(frames.speakers_before)}"),
        book.group(frames.statuses),
        build_matcher([alias for alias, _ in named], folded=True),
        tuple(entry for _, entry in named),
    )


def military_events(
    assertion: Assertion, scene: Scene, rules: MilitaryRules, states: States, *, before: str | None
) -> list[MilitaryCooperation]:
    """Return the events that a sentence reports, one for each kind of cooperation in it.

    `before` is the kind of the event that the sentence may go on about, if there is one.
    """
    kinds = _go_on(_kinds(assertion, rules), assertion, before, rules)
    sure = any(rule.rule.when == "always" for rule, _ in assertion.fired)
    active = _without_speakers(_taking_part(scene, rules), scene, rules, states if sure else None)
    equipment = _equipment(scene, rules)
    return [
        MilitaryCooperation(
            scene.sentence.start,
            scene.sentence.end,
            kind,
            _actors(active, scene, at, states),
            equipment,
            _place(scene, at, rules, kind, states),
            scene.status(rules.statuses, at),
            scene.mood(at),
            rule.rule.id,
        )
        for kind, (rule, at) in kinds.items()
    ]


def _kinds(assertion: Assertion, rules: MilitaryRules) -> _Kinds:
    """Return the kinds of cooperation that a sentence tells, each with the rule that says so and its words.

    Rules that lean on another sentence count only where no other fired, and then the first of them alone.
    """
    sure = [one for one in assertion.fired if one[0].rule.when == "always"]
    kinds: _Kinds = {}
    if sure and all((rule.rule.value or GENERAL) == GENERAL for rule, _ in sure):
        sure += [one for one in assertion.fired if one[0].rule.value == "exercise"][:1]
    for rule, found in sure or assertion.fired[:1]:
        kinds.setdefault(rule.rule.value or GENERAL, (rule, _span(found)))
    if len(kinds) > 1:
        kinds.pop(GENERAL, None)
    for kind in [kind for kind in rules.outranks if kind in kinds]:
        for like in rules.outranks[kind]:
            if like in kinds and kinds[like][1].overlaps(kinds[kind][1]):
                del kinds[like]
    return kinds


def _go_on(kinds: _Kinds, assertion: Assertion, before: str | None, rules: MilitaryRules) -> _Kinds:
    """Put the kind of the event before in place of those that it may look like, where words refer back to it."""
    referring = (one for one in assertion.fired if one[0].rule.when != "always" and one[0].rule.value is None)
    fired = next(referring, None)
    if fired is None or before is None or before in kinds:
        return kinds
    like = {GENERAL, *rules.outranks.get(before, ())}
    kept = {kind: told for kind, told in kinds.items() if kind not in like}
    return kept or {before: (fired[0], _span(fired[1]))}


def _span(found: Found) -> Span:
    return Span(found[0][0], found[-1][1])


def _actors(active: Sequence[Mention], scene: Scene, at: Span, states: States) -> tuple[str, ...]:
    """Return who cooperates: two or more named among the words that fired, else in their clause, else anywhere."""
    clause = scene.clause(at)
    told = scene.told(at, clause)
    for zone in (at, told, Span(clause.start, clause.end)):
        near = state_parties([m for m in active if zone.overlaps(m)], states)
        if len(near) >= _DYAD:
            return near
    return state_parties(active, states)


def _taking_part(scene: Scene, rules: MilitaryRules) -> list[Mention]:
    """Return the mentions of a sentence that are not of enemies, battlefields or onlookers."""
    folded = scene.reading.folded
    active: list[Mention] = []
    left_out = None
    for mention in scene.mentions:
        listed = left_out and (_is_next(left_out, mention, folded) or _is_bearer(left_out, mention, folded))
        if listed or rules.others_after.search(folded, max(0, mention.start - _REACH), mention.start):
            left_out = mention
        elif not (_is_gloss(mention, folded) or _looks_on(mention, scene, rules) or _is_region(mention, folded, rules)):
            active.append(mention)
    return active


def _is_gloss(mention: Mention, folded: str) -> bool:
    before, after = _GLOSS
    closed = after.match(folded, mention.end)
    return closed is not None and before.search(folded, max(0, mention.start - _MARKS), mention.start) is not None


def _is_region(mention: Mention, folded: str, rules: MilitaryRules) -> bool:
    """Say whether a collective is only where something happens: ``di Eropa Timur``."""
    leading = max(0, mention.start - _REACH)
    return mention.type == "collective" and rules.places.search(folded, leading, mention.start) is not None


def _looks_on(mention: Mention, scene: Scene, rules: MilitaryRules) -> bool:
    """Say whether a name is of an onlooker: ``NATO mengecam``, ``juru bicara NATO Rina Melati memperingatkan``."""
    return any(rules.others_before.match(scene.reading.folded, at) for at in _ends(mention, scene))


def _ends(mention: Mention, scene: Scene) -> list[int]:
    """Return where the verb of a name can begin: behind it, and behind the bearer whose body or state it is."""
    bearer = _BEARER.match(scene.reading.text, mention.end, scene.sentence.end)
    return [mention.end, bearer.end()] if bearer else [mention.end]


def _is_next(one: Mention, mention: Mention, folded: str) -> bool:
    """Say whether `mention` stands in one list with `one`; a lone comma ends a clause: ``ke Ukraina, Belarus …``."""
    between = _LIST.fullmatch(folded, one.end, mention.start)
    return between is not None and (between[0].strip() != "," or _LIST.match(folded, mention.end) is not None)


def _is_bearer(one: Mention, mention: Mention, folded: str) -> bool:
    """Say whether `mention` names the leader of `one`: ``dibuka oleh presiden Serbia Aleksandar Vucic``."""
    return mention.type == "person" and folded[one.end : mention.start].isspace()


def _without_speakers(
    active: list[Mention], scene: Scene, rules: MilitaryRules, states: States | None
) -> list[Mention]:
    """Leave out the names of those who only speak, ``Seoul dan Tokyo menyatakan``, where two others take part.

    Without `states` they are left out anyhow: a sentence that goes on about an event need not name who takes part.
    """
    folded, sentence = scene.reading.folded, scene.sentence
    if rules.own_soil.search(folded, sentence.start, sentence.end):
        return active
    speaker: Mention | None = None
    speakers, apart = set(), set()
    for mention in reversed(active):
        verb = rules.speakers_before.match(folded, _ends(mention, scene)[-1])
        if verb and _names_another(verb.end(), scene):
            apart.add(mention.start)
        listed = speaker and _LIST.fullmatch(folded, mention.end, speaker.start)
        if listed or verb or _SAID.search(folded, max(sentence.start, mention.start - _REACH), mention.start):
            speaker = mention
            speakers.add(mention.start)
    others = [m for m in active if m.start not in speakers]
    enough = states is None or len(state_parties(others, states)) >= _DYAD
    if enough and not rules.own_forces.search(folded, sentence.start, sentence.end):
        return others
    return [m for m in active if m.start not in apart]


def _names_another(end: int, scene: Scene) -> bool:
    """Say whether the verb of speech that ends here tells of another: ``AS memperkirakan Pyongyang telah …``."""
    that = _THAT.match(scene.reading.folded, end)
    return that is not None and any(m.start == that.end() for m in scene.mentions)


def _equipment(scene: Scene, rules: MilitaryRules) -> tuple[str, ...]:
    words = scene.reading.folded[scene.sentence.start : scene.sentence.end]
    return tuple(dict.fromkeys(rules.equipment_ids[i] for _, _, i in rules.equipment.find(words)))


def _place(scene: Scene, at: Span, rules: MilitaryRules, kind: str, states: States) -> str | None:
    """Return the place in which the clause sets the event, or the state on whose soil it is."""
    # Where arms are to be used is not where they change hands.
    words, mentions = (
        (rules.places, _taking_part(scene, rules)) if kind in rules.goods else (rules.routes, scene.mentions)
    )
    clause = scene.clause(at)
    told = [m for m in mentions if m.type in ("place", "country") and _is_scene(m, scene, words, rules)]
    # "berapa banyak hulu ledak yang akan disimpan di Belarus": the relative clause says where.
    goes_on = _RELATIVE.match(scene.reading.folded, clause.end, scene.sentence.end) is not None
    behind = [m for m in told if m.start >= clause.end][:1] if goes_on else []
    set_in = [m for m in told if clause.start <= m.start < clause.end] or behind
    if not set_in:
        return _own_soil(scene, rules, states)
    scene_of_event = next((m for m in set_in if at.overlaps(m)), set_in[0])
    return scene_of_event.entity if scene_of_event.type == "place" else party_of(scene_of_event, states)


def _is_scene(mention: Mention, scene: Scene, words: re.Pattern[str], rules: MilitaryRules) -> bool:
    folded, leading = scene.reading.folded, max(scene.sentence.start, mention.start - _REACH)
    if rules.battlefields.search(folded, leading, mention.start):
        return False
    lent = mention.type == "country" and rules.lent.match(folded, mention.end, scene.sentence.end)
    return bool(lent) or words.search(folded, leading, mention.start) is not None


def _own_soil(scene: Scene, rules: MilitaryRules, states: States) -> str | None:
    """Return the state that ``wilayahnya`` refers back to: that of the subject, named first since the last comma."""
    folded, start = scene.reading.folded, scene.sentence.start
    word = rules.own_soil.search(folded, start, scene.sentence.end)
    before = [m for m in scene.mentions if word and m.end <= word.start() and m.entity in states.of]
    since = [m for m in before if word and m.start > folded.rfind(",", start, word.start())]
    return states.of[(since or before)[0].entity] if before else None
