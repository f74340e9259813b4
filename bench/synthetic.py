"""A synthetic graph of any size, of the shape that real ones have, written into any store; prints how fast that went.

    python bench/synthetic.py --claims 1000000 --store graph/ [--seed 1] [--batch 200] [--json]
    python bench/synthetic.py --nodes 100000 --store neo4j://localhost

A few presidents and ministers of few countries take part in most meetings; several documents speak of one meeting and
agree in what they say; dates are days, months, years, or missing. A document makes 8 to 20 claims, each with offsets, quote and
sentence. Names are made up. Document n of a seed is the same whatever the size, so that a smaller graph is part of a larger.

An empty store that can be filled in bulk is; `--transactions` has it written as any other, 200 documents at a time.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import resource
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import cache, lru_cache

from kg.model.facts import Span
from kg.model.graph import Claim, DocumentGraph, Node
from kg.store import open_store
from kg.store.batches import batches, fill
from kg.store.rdf.oxigraph import RdfStore

Pairs = tuple[tuple[str, str], ...]

COUNTRIES, CAPITALS_EACH, BODIES, TOPICS = 80, 3, 120, 600
_KINDS = ("meeting", "talks", "reception", "visit", "call", "consultations", "session", "summit")
_KIND_WEIGHTS = (30, 20, 20, 12, 8, 4, 4, 2)
_AGREEMENTS = ("agreement", "memorandum", "treaty", "protocol", "declaration", "contract", "roadmap", "program")
_STATES = ("held",) * 7 + ("planned",) * 2 + ("cancelled",)
_OFFICES = ("Президент", "Премьер-министр", "Сыртқы істер министрі", "Елші", "Министр", "Төраға", "Министрдің орынбасары")
_SYLLABLES = ("ба", "қай", "ра", "ер", "лан", "мұ", "са", "да", "жан", "то", "ке", "бек", "ну", "ғали", "сы", "ма", "ри", "ус")
_PER_MEETING = 2.2
"""So many documents speak of one meeting, on average."""


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:20]


def _word(number: int) -> str:
    """A made-up name, another one for each number."""
    syllables = []
    number += len(_SYLLABLES)
    while number:
        number, digit = divmod(number, len(_SYLLABLES))
        syllables.append(_SYLLABLES[digit])
    return "".join(syllables).capitalize()


def _full_name(number: int) -> str:
    """Of person `number`."""
    return f"{_word(number)} {_word(31 * number + 7)}ов"


def _few(dice: random.Random, size: int) -> int:
    """A number below `size`, the small ones far more often than the large: half of all fall on the first hundredth or so."""
    return int(size ** dice.random()) - 1


def _pairs(**properties: str | None) -> Pairs:
    return tuple(sorted((name, value) for name, value in properties.items() if value))


@cache
def _country(number: int) -> Node:
    name = _word(900 + number) + "стан"
    iso = f"{chr(65 + number // 26 % 26)}{chr(65 + number % 26)}"
    names = {"name": name, "name_ru": name + " (ru)", "name_en": name + " (en)"}
    return Node(f"country/{iso}", "Country", _pairs(iso=iso, wikidata=f"Q{9_000_000 + number}", **names))


@lru_cache(maxsize=100_000)
def _person(number: int) -> tuple[Node, Node, Node, str]:
    """A person, the post and the tenure of it, and the country: the first of all are heads of state, then of government."""
    country, rank = _country(number % COUNTRIES), number // COUNTRIES
    name = _full_name(number)
    title = _OFFICES[rank] if rank < 3 else _OFFICES[3 + number % 4]
    post = Node(f"post/{country.id.replace('/', '~')}/{rank}", "Post", _pairs(title=title, body=country.id))
    person = Node(f"person/p{number}", "Person", _pairs(name=name, name_ru=name, name_en=f"{name} (en)", alias=name.split()[1]))
    facts = _pairs(person=person.id, post=post.id, title_as_written=title.lower())
    return person, post, Node(f"tenure/{_digest(person.id, post.id)}", "Tenure", facts), country.id


@cache
def _organization(number: int) -> Node:
    country = _country(number % COUNTRIES).id if number % 2 else None
    return Node(f"organization/o{number}", "Organization", _pairs(name=f"«{_word(number)}» ұйымы", country=country))


@cache
def _place(number: int) -> Node:
    country = _country(number % COUNTRIES)
    return Node(f"place/q{number}", "Place", _pairs(name=_word(5_000 + number), country=country.id))


@cache
def _topic(number: int) -> Node:
    return Node(f"topic/t{number}", "Topic", _pairs(name=f"{_word(7_000 + number).lower()} саласы"))


@dataclass(frozen=True, slots=True)
class _Meeting:
    """What all documents say of one meeting."""

    id: str
    people: tuple[int, ...]
    bodies: tuple[int, ...]
    kind: str
    status: str
    date: str | None
    place: int | None
    topics: tuple[int, ...]


def meeting_id(seed: int, number: int) -> str:
    """Node of meeting `number`."""
    return f"meeting/{_digest(str(seed), str(number))}"


@lru_cache(maxsize=4_096)
def _meeting(seed: int, number: int) -> _Meeting:
    dice = random.Random(f"{seed} meeting {number}")
    known = COUNTRIES * (4 + int(number**0.5) // 2)  # people nobody has heard of yet keep coming
    people = {_few(dice, known) for _ in range(dice.choice((2, 2, 2, 3, 4)))}
    bodies = {_few(dice, BODIES)} if dice.random() < 0.2 else set()
    day = f"{2000 + number % 26}-{dice.randrange(1, 13):02}-{dice.randrange(1, 29):02}"
    date = dice.choices((day, day[:7], day[:4], None), (80, 10, 5, 5))[0]
    place = _few(dice, COUNTRIES * CAPITALS_EACH) if dice.random() < 0.6 else None
    topics = tuple(sorted({_few(dice, TOPICS) for _ in range(dice.choice((0, 1, 1, 2)))}))
    kind = dice.choices(_KINDS, _KIND_WEIGHTS)[0]
    return _Meeting(
        meeting_id(seed, number), tuple(sorted(people)), tuple(sorted(bodies)), kind, dice.choice(_STATES),
        date, place, topics,
    )  # fmt: skip


class _Paper:
    """One document while it is written."""

    def __init__(self, seed: int, number: int) -> None:
        self.dice = dice = random.Random(f"{seed} document {number}")
        self.id = f"document/d{seed}-{number}"
        self.date = f"{2000 + number % 26}-{dice.randrange(1, 13):02}-{dice.randrange(1, 29):02}"
        self.nodes: dict[str, Node] = {}
        self.claims: dict[str, Claim] = {}
        self.start = 0
        title = f"Тақырып {number}: {_word(dice.randrange(10_000))}"
        facts = _pairs(
            identifier=f"d{seed}-{number}", title=title, date=self.date, lang="kk", url=f"https://news.example/{seed}/{number}",
            source="news.example", sha256=hashlib.sha256(self.id.encode()).hexdigest(),
        )  # fmt: skip
        self.nodes[self.id] = Node(self.id, "Document", facts)

    def add(self, *nodes: Node) -> str:
        self.nodes.update((node.id, node) for node in nodes)
        return nodes[0].id

    def mention(self, actor: str, quote: str) -> None:
        self.start += self.dice.randrange(20, 80)
        key = f"mention/{_digest(self.id, actor, str(self.start))}"
        place = {"start": str(self.start), "end": str(self.start + len(quote)), "quote": quote}
        self.nodes[key] = Node(key, "Mention", _pairs(document=self.id, actor=actor, **place))

    def claim(
        self, subject: str, predicate: str, value: str, *, literal: bool = False, status: str | None = None,
        valid: str | None = None, negated: bool = False,
    ) -> None:  # fmt: skip
        self.start += 7
        quote = f"{predicate} туралы айтылған жер"
        key = f"claim/{_digest(self.id, subject, predicate, value)}"
        sure = round(0.5 + self.dice.random() / 2, 2)
        self.claims[key] = Claim(
            key, subject, predicate, value, literal, f"frame {predicate}", sure, Span(self.start, self.start + len(quote)), quote,
            f"Бұл сөйлемде {quote} бар, {self.dice.randrange(1000)} сөзден тұрады.", negated, status, None, valid,
        )  # fmt: skip

    def person(self, number: int) -> str:
        person, post, tenure, country = _person(number)
        if person.id not in self.nodes:
            self.add(person, post, tenure, _country(number % COUNTRIES))
            self.mention(person.id, dict(person.properties)["name"])
            self.mention(country, dict(_country(number % COUNTRIES).properties)["name"])
            self.claim(person.id, "holds", post.id, valid=self.date)
        return person.id

    def meeting(self, told: _Meeting) -> None:
        names = " – ".join(_full_name(number) for number in told.people)
        label = ", ".join(filter(None, (f"{names}: кездесу", told.date)))
        meeting = self.add(Node(told.id, "Meeting", _pairs(label=label)))
        negated = self.dice.random() < 0.01
        facts = [("participant", self.person(number), False) for number in told.people]
        for number in told.bodies:
            body = _organization(number)
            self.add(body, *([_country(number % COUNTRIES)] if number % 2 else []))
            self.mention(body.id, dict(body.properties)["name"])
            facts.append(("participant", body.id, False))
        facts += [("kind", told.kind, True), ("status", told.status, True)]
        if told.date:
            facts.append(("date", told.date, True))
        if told.place is not None:
            facts.append(("place", self.add(_place(told.place), _country(told.place % COUNTRIES)), False))
        if told.kind in {"reception", "visit"}:
            facts.append(("host", f"person/p{told.people[0]}", False))
        facts += [("topic", self.add(_topic(number)), False) for number in told.topics]
        for predicate, value, literal in facts:
            given = {"literal": literal, "status": told.status, "valid": told.date, "negated": negated}
            self.claim(meeting, predicate, value, **given)
            if predicate == "participant" and not negated:
                part = _pairs(meeting=meeting, actor=value, part="participant")
                self.add(Node(f"participation/{_digest(meeting, value)}", "Participation", part))

    def agreement(self, number: int, told: _Meeting) -> None:
        dice = self.dice
        name = f"{_word(number)} саласындағы ынтымақтастық туралы келісім"
        agreement = self.add(Node(f"agreement/a{number}", "Agreement", _pairs(name=name)))
        status = dice.choice(("signed", "signed", "in_force", "negotiating", "ratified"))
        facts = [("kind", _AGREEMENTS[number % 8], True), ("status", status, True), ("called", name, True)]
        facts += [("date", told.date, True)] if told.date else []
        sides = sorted({person % COUNTRIES for person in told.people})
        facts += [("party", self.add(_country(side)), False) for side in sides]
        for predicate, value, literal in facts:
            self.claim(agreement, predicate, value, literal=literal, status=status, valid=told.date)

    def graph(self) -> DocumentGraph:
        nodes = tuple(self.nodes[key] for key in sorted(self.nodes))
        claims = tuple(self.claims[key] for key in sorted(self.claims))
        return DocumentGraph(self.id, _digest(self.id), nodes, claims)


def document(number: int, seed: int = 1) -> DocumentGraph:
    """Document `number` of the graph of `seed`."""
    paper = _Paper(seed, number)
    dice = paper.dice
    # Near numbers speak of the same meetings, and now and then of one that lies far back.
    newest = int(number / _PER_MEETING) + 1
    first = newest - dice.randrange(4) if dice.random() < 0.9 else dice.randrange(newest + 1)
    told = _meeting(seed, max(0, first))
    paper.meeting(told)
    if dice.random() < 0.2:
        paper.agreement(_few(dice, 40 + newest // 4), told)
    while len(paper.claims) < 8 or (len(paper.claims) < 11 and dice.random() < 0.6):
        paper.meeting(_meeting(seed, max(0, newest - dice.randrange(8))))
    return paper.graph()


def documents(*, claims: int | None = None, nodes: int | None = None, seed: int = 1) -> Iterator[DocumentGraph]:
    """Documents until they make at least so many claims, or speak of at least so many different nodes (claims not counted)."""
    made, seen, number = 0, set[str](), 0
    while (claims is not None and made < claims) or (nodes is not None and len(seen) < nodes):
        graph = document(number, seed)
        number += 1
        made += len(graph.claims)
        if nodes is not None:
            seen.update(node.id for node in graph.nodes)
        yield graph


@dataclass
class Load:
    """What loading took, from the first document to the closed store; the making of the documents is part of it.

    Nodes and edges are told by the documents, those of several documents as often. `triples` are those of the documents and
    what is derived from them, each in its graph; `quads` are all that the store holds, the written union among them.
    """

    store: str
    documents: int = 0
    claims: int = 0
    nodes: int = 0
    edges: int = 0
    triples: int = 0
    quads: int = 0
    seconds: float = 0.0
    peak_mib: float = 0.0
    load_average: float = 0.0

    def line(self) -> str:
        """The same for people."""
        each = self.seconds or 1e-9
        counts = {
            "documents": self.documents, "claims": self.claims, "triples": self.triples, "quads with the union": self.quads,
            "nodes and edges told": self.nodes + self.edges,
        }  # fmt: skip
        found = ", ".join(f"{count:,} {name} ({count / each:,.0f}/s)" for name, count in counts.items() if count)
        return f"{found} in {self.seconds:,.1f} s, peak {self.peak_mib:,.0f} MiB, load of the machine {self.load_average}"


def load(store, graphs: Iterable[DocumentGraph], *, batch: int = 200, bulk: bool = True, told: bool = False) -> Load:
    """Writes the documents, in bulk or `batch` in a transaction; a line of progress on standard error if `told`.

    The store is closed at the end, for what a store puts off until then belongs to the load.
    """
    done = Load(store.uri, load_average=round(os.getloadavg()[0], 1))
    began = time.perf_counter()

    def counted() -> Iterator[DocumentGraph]:
        last = time.perf_counter()
        for graph in graphs:
            done.documents += 1
            done.claims += len(graph.claims)
            done.nodes += len(graph.nodes) + len(graph.claims)
            done.edges += len(graph.claims) + 2 * sum(not claim.literal for claim in graph.claims)
            now = time.perf_counter()
            if told and now - last > 5:
                last, done.seconds = now, now - began
                print(f"\r{done.line()}", end="", file=sys.stderr, flush=True)
            yield graph

    if bulk:
        fill(store, counted(), batch)
    else:
        for some in batches(counted(), batch):
            store.write(some)
    done.seconds = time.perf_counter() - began
    if isinstance(store, RdfStore):
        done.quads = len(store.graph)
        done.triples = done.quads - int(store.query("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }").rows[0][0] or 0)
    began = time.perf_counter()
    store.close()
    done.seconds += time.perf_counter() - began
    done.peak_mib = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    if told:
        print(file=sys.stderr)
    return done


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    size = parser.add_mutually_exclusive_group(required=True)
    size.add_argument("--claims", type=int, help="make at least so many claims")
    size.add_argument("--nodes", type=int, help="speak of at least so many nodes, claims not counted")
    parser.add_argument("--store", required=True, help="URI of a store, as for kg build")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--batch", type=int, default=200, help="documents in a transaction (default: 200)")
    parser.add_argument("--transactions", action="store_true", help="do not fill in bulk")
    parser.add_argument("--json", action="store_true", help="print JSON")
    given = parser.parse_args()
    graphs = documents(claims=given.claims, nodes=given.nodes, seed=given.seed)
    done = load(open_store(given.store), graphs, batch=given.batch, bulk=not given.transactions, told=True)
    print(json.dumps(asdict(done)) if given.json else done.line())


if __name__ == "__main__":
    main()
