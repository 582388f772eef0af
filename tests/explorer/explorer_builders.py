"""Corpora for the tests of the explorer: invented articles about real names, as many as one wants."""

import random
from datetime import date, timedelta

import msgspec
from hand_made import make_record

from workbench.article import DateValue, Publisher
from workbench.codebook import load_codebook
from workbench.record import (
    AgencyCredit,
    Commitment,
    Hop,
    Mention,
    MilitaryCooperation,
    Quote,
    Sanction,
    Speaker,
    Term,
    Theme,
)
from workbench.span import Span
from workbench.store import make_corpus

FIRST_DAY = date(2019, 1, 7)
MODALITIES = ("actual", "actual", "actual", "future", "hypothetical", "negation", "historical")
PLAIN = (
    "{a} bertemu {b} di {p} untuk membahas harga gandum",
    "Menurut {a}, rencana itu belum dibicarakan dengan {b}",
    "{a} dan {b} sepakat menambah jadwal kereta ke {p}",
    "Warga {p} menunggu keputusan {a}",
    "Sejumlah pengamat menilai {a} menahan diri terhadap {b}",
)
BANS = ("{a} melarang ekspor kayu dari {b}", "{a} akan memperluas pembekuan aset pejabat {b}")
DRILLS = ("{a} dan {b} menggelar latihan di {p}", "{a} mengirim peluncur roket ke {p} bersama {b}")
INSTRUMENTS = ("trade", "financial", "travel", "arms", None)
STATUSES = ("imposed", "extended", "proposed", "lifted", None)
KINDS = ("exercise", "deployment-transit", "arms-supply", "nuclear-sharing", "general")
STATES = ("promised", "agreed", "signed", "delivered", "contradicted")


class Press:
    """Writes articles by chance; the same seed writes the same ones."""

    def __init__(self, seed, codebook):
        self.chance = random.Random(seed)  # noqa: S311 -- nothing secret
        self.book = codebook
        kinds = {kind: [a for a in codebook.actors if a.type == kind] for kind in ("person", "country", "place")}
        self.people, self.states, self.places = kinds["person"][:40], kinds["country"][:20], kinds["place"][:30]
        self.outlets = [Publisher(one.id, one.name) for one in codebook.publishers[:25]]
        self.wires = codebook.agencies[:12]

    def skewed(self, among):
        return among[min(int(self.chance.expovariate(0.25)), len(among) - 1)]

    def article(self, rank):
        rows = [("headline", f"Kabar {rank}: {self.skewed(self.states).name} dan {self.skewed(self.states).name}")]
        tags = {"mentions": [], "quotes": [], "themes": [], "sanctions": [], "military_cooperation": []}
        tags |= {"commitments": [], "agencies": []}
        start = len(rows[0][1]) + 1
        for _ in range(self.chance.randint(5, 14)):
            line = self.sentence(start, tags)
            rows.append(("body", line))
            start += len(line) + 1
        chance = self.chance.random()
        return make_record(
            f"{rank:x}",
            *rows,
            publisher=self.skewed(self.outlets) if chance > 0.05 else None,
            date_published=self.day(chance),
            **{name: tuple(found) for name, found in tags.items()},
        )

    def day(self, chance):
        if chance > 0.97:
            return None
        on = FIRST_DAY + timedelta(days=int(self.chance.triangular(0, 1800, 1200)))
        return DateValue(on.isoformat(), "day", "inferred" if chance > 0.85 else "stated", "date.header", ())

    def sentence(self, start, tags):
        one, other, place = self.skewed(self.people), self.skewed(self.states), self.skewed(self.places)
        kind = self.chance.random()
        forms = BANS if kind < 0.12 else DRILLS if kind < 0.24 else PLAIN
        a = other if forms is BANS else one
        b = self.skewed(self.states)
        words = self.chance.choice(forms).format(a=a.name, b=b.name, p=place.name)
        text = f"{words}." if kind < 0.8 else f"“{words},” kata {one.name}, dikutip {self.skewed(self.wires).name}."
        whole = Span(start, start + len(text))
        for actor in {a.id: a, b.id: b, place.id: place}.values():
            at = text.find(actor.name)
            if at >= 0:
                tags["mentions"].append(self.mention(start + at, actor))
        if forms is BANS:
            self.ban(whole, a, b, tags)
        elif forms is DRILLS:
            self.drill(whole, (a, b), place, tags)
        if kind >= 0.8:
            self.quote(text, start, one, tags)
        return text

    def mention(self, at, actor):
        how = self.chance.choice(("name", "name", "name", "description", "pronoun"))
        return Mention(at, at + len(actor.name), actor.id, actor.name, None, actor.type, how, "name-alias")

    def ban(self, whole, a, b, tags):
        how = (self.chance.choice(INSTRUMENTS), self.chance.choice(STATUSES), self.chance.choice(MODALITIES))
        tags["sanctions"].append(Sanction(whole.start, whole.end, (a.id,), (b.id,), *how, "sanction-impose"))
        tags["themes"].append(
            Theme(whole.start, whole.end, "sanctions", (Term(whole.start, whole.end, "sanctions-x"),))
        )

    def drill(self, whole, who, place, tags):
        ids, kind = tuple(one.id for one in who), self.chance.choice(KINDS)
        gear = tuple(one.id for one in self.chance.sample(self.book.events.equipment, self.chance.randint(0, 2)))
        cells = (kind, ids, gear, place.id, None, self.chance.choice(MODALITIES), "military-kind")
        tags["military_cooperation"].append(MilitaryCooperation(whole.start, whole.end, *cells))
        term = Term(whole.start, whole.end, "military-x")
        tags["themes"].append(Theme(whole.start, whole.end, "military-cooperation", (term,)))
        state = self.chance.choice(STATES)
        cue = Span(whole.start, whole.start + 4)
        tags["commitments"].append(Commitment(whole.start, whole.end, state, ids, cue, "actual", f"commitment-{state}"))

    def quote(self, text, start, who, tags):
        at, wire_at = text.rindex(who.name), text.rindex("dikutip ")
        name = text[wire_at + 8 : -1]
        wire = next(one for one in self.wires if one.name == name)
        speaker = Speaker(start + at, start + at + len(who.name), who.name, who.id)
        hop = Hop(start + wire_at, start + len(text) - 1, name, "quoted", "source-dikutip")
        content = Span(start + 1, start + text.index(",”"))
        cue = Span(start + at - 5, start + at - 1)
        kind = self.chance.choice(("direct", "direct", "indirect", "mixed"))
        tags["quotes"].append(Quote(kind, content, speaker, cue, (hop,), "quote-direct"))
        place = (start + wire_at + 8, start + len(text) - 1)
        tags["agencies"].append(AgencyCredit(*place, wire.id, wire.name, "credited", "agency-phrase"))


def synthetic_corpus(n, seed=7):
    book = load_codebook()
    press = Press(seed, book)
    return make_corpus((press.article(rank) for rank in range(n)), book)


ATTACKS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "javascript:alert(1)",
    "' onmouseover='alert(1)",
    "</script><script>alert(1)</script>",
    "{{constructor.constructor('alert(1)')()}}",
    "__proto__",
    "\u202eterbalik\u202c \u2066diam\u2069",
    "\x1b[31mmerah\x07\x00",
    '=HYPERLINK("http://contoh")',
    "<iframe srcdoc='<script>alert(1)</script>'>",
)


def attacked(payload):
    """Return the payload with an attack in every text of it; keys that the client reads as code stay."""
    count = iter(range(10**9))
    kept = {"schema", "basis", "precision", "role", "sentences", "tag", "published", "extent"}

    def attack(value, name):
        if isinstance(value, str):
            return value if name in kept else f"{ATTACKS[(n := next(count)) % len(ATTACKS)]} {n}"
        if isinstance(value, list):
            return [attack(one, name) for one in value]
        if isinstance(value, dict):
            return {key: attack(one, key) if name != "looks" else one for key, one in value.items()}
        return value

    plain = msgspec.json.decode(msgspec.json.encode(payload))
    hostile = attack(plain, "")
    # Places are found by their keys, so the map keeps its marks.
    for name in ("entity", "town"):
        before, after = (one["vocabulary"][name]["key"] for one in (plain, hostile))
        hostile["spots"] |= {
            new: plain["spots"][old] for old, new in zip(before, after, strict=True) if old in plain["spots"]
        }
    return msgspec.convert(hostile, type(payload))
