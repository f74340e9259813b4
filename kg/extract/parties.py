"""Parties of an agreement, as the sentence tells them. Enters: tokens of the instrument and its act, mentions. Leaves: actors.

Who signs is read from cases, as with meetings; a person signs for a country or a body. What the sentence does not say is asked
of the text around it (`context`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.extract.arguments import Arguments, Clause
from kg.extract.context import Context
from kg.extract.event import Event
from kg.extract.named_parties import NamedParties, Site
from kg.extract.represented import Represented
from kg.language import Language
from kg.language.document import Document, Title
from kg.language.frames import Act

# Kinds that one body may adopt for all its members.
PAIR = 2
ADOPTABLE = frozenset({"declaration", "statement", "other", "program", "roadmap"})


@dataclass(frozen=True, slots=True)
class Found:
    """`sides`: the parties; `signatories`: persons who sign; `told`: whether the sentence itself says who."""

    sides: tuple[int, ...]
    signatories: tuple[int, ...] = ()
    told: bool = True


class Parties:
    """Finds the parties of the instruments of one document."""

    def __init__(
        self,
        doc: Document,
        arguments: Arguments,
        events: list[Event],
        tongue: Language,
        country_of: dict[int, str],
        body_of: dict[int, int],
    ) -> None:
        self.doc = doc
        self.arguments = arguments
        self.tongue = tongue
        self.sides = Represented(doc, arguments, tongue, country_of, body_of)
        self.context = Context(doc, arguments, events, tongue, self.sides)
        self.named = NamedParties(doc, arguments, tongue, self.sides, self.context)
        self.previous: tuple[int, ...] = ()

    def of(self, first: int, i: int, kind: str, where: int, act: Act | None) -> Found:
        """The parties of the instrument named by tokens `first` to `i`, whose act stands at `where` (`i`: none)."""
        sentence = self.doc.tokens[i].sentence
        clauses = self.arguments.clauses(sentence)
        number = next((n for n, c in enumerate(clauses) if c.first <= max(where, i) <= c.last), len(clauses) - 1)
        site = Site(first, i, kind, where, act, sentence, clauses, number)
        found = self._found(site)
        found = replace(found, sides=self.sides.countries(found.sides))
        if not found.told:
            found = replace(found, sides=self.sides.of_one_sort(found.sides))
        words = " ".join(t.lower for t in self.doc.tokens[first : i + 1])
        if self.tongue.matches("intergovernmental_pattern", words) and not all(map(self._state_like, found.sides)):
            found = replace(found, sides=self.context.governments(found.sides, sentence, i))
        if self.tongue.matches("free_trade_pattern", words):
            found = replace(found, sides=self._of_union(site, found.sides))
        if len(found.sides) >= 2:
            self.previous = found.sides
        return found

    def _of_union(self, site: Site, sides: tuple[int, ...]) -> tuple[int, ...]:
        """«Сербиямен еркін сауда туралы келісім»: a customs union trades freely, none of its members alone."""
        partners = [
            a
            for g in self.arguments.by_sentence.get(site.sentence, ())
            if self.sides.case(g) == "ins" and g[-1].last < site.i
            for a in self.sides.of_group(g)
            if self.sides.is_country(a)
        ]
        unions = self.context.unions(site.i)
        if not partners or not unions or any(map(self.sides.customs_union, sides)):
            return sides
        return (unions[-1], partners[-1])

    def _state_like(self, side: int) -> bool:
        return self.sides.is_country(side) or self.sides.interstate(side)

    def _found(self, site: Site) -> Found:
        signatories = self._signatories(site)
        behalf = self.named.on_behalf(site.clause)
        owners = self.named.owners(site)
        for sides in (self.named.between(site), self._makers(site), behalf, owners):
            if len(sides) >= 2:
                return Found(sides, signatories)
        act = site.act
        joins = act is not None and act.status in {"signed", "ratified"}
        if len(owners) == 1 and self.sides.interstate(owners[0]) and not joins and self._adopts(site):
            return Found(owners, signatories)
        if act is None:
            return self._mentioned(site, owners)
        if act.status == "ratified":
            return self._ratified(site, owners)
        partner = self._partner(site)
        subject, leaders = self._subject(site)
        subject = tuple(a for a in subject if a not in partner)
        told = tuple(dict.fromkeys((*subject, *partner)))
        if act.status == "terminated" and act.case == "abl" and len(told) == 1:
            return Found(told, signatories)  # who leaves leaves alone
        joined = self.named.joined(site)
        if joined:
            return Found(tuple(dict.fromkeys((*(owners or subject), *joined))), signatories)
        collective = self.tongue.collective(self.doc, site.clause.first, max(site.where, site.first))
        if collective is None and not told:
            collective = self.tongue.collective(self.doc, site.clauses[0].first, max(site.where, site.first))
        counted = collective is not None and collective[0] > 0
        members = self.named.members(site) if self._adopts(site) or act.status in {"signed", "adopted"} else ()
        if members and len(told) < 2:
            return Found(members, signatories, told=False)
        alone = not told or (len(told) == 1 and not self.context.met(site.sentence, told[0]))
        convened = act.status in {"adopted", "planned"} or (act.status == "signed" and self.context.in_session(site.i))
        together = self._adopts(site) or (act.status == "adopted" and self.context.in_session(site.i))
        if together and convened and alone and not counted:
            body = self.context.convening(site.sentence, site.i)
            if body:
                return Found(body, signatories, told=False)
        if collective is not None and (len(told) < 2 or collective[0] > len(told)):
            sides = self.context.together(site.sentence, site.where, collective, told, self.previous)
            if sides:
                return Found(sides, signatories, told=False)
            if collective[0] > PAIR:
                return Found(told if len(told) > 1 else (), signatories, told=False)
        told = told if len(told) > 1 else tuple(dict.fromkeys((*told, *leaders)))
        if len(told) == 1 and not self.sides.is_country(told[0]):
            told = tuple(dict.fromkeys((*told, *self.named.served(site))))
        if len(told) < 2 and len(told or owners) == 1:
            told = tuple(dict.fromkeys((*(told or owners), *self.named.common(site))))[:2]
        if owners and partner and not subject:
            told = tuple(dict.fromkeys((*owners, *partner)))
        if len(told) >= 2:
            return Found(told, signatories)
        if partner and not subject:
            return Found(self.context.beside(partner, site.sentence, site.i), signatories, told=False)
        return Found(self.context.completed(told or owners, site.sentence, site.i), signatories, told=False)

    def _adopts(self, site: Site) -> bool:
        return site.kind in ADOPTABLE or site.act is None or site.act.status == "in_force"

    def _mentioned(self, site: Site, owners: tuple[int, ...]) -> Found:
        """An instrument that is only spoken of: those whom its name or the clause gives, else the two who talk."""
        partner = self._partner(site)
        if partner and len(partner) == 1:
            return Found(self.context.beside(partner, site.sentence, site.i), told=False)
        if owners or partner:
            return Found(owners or partner)
        words = {t.lower for t in self.doc.tokens[site.first : site.i]}
        topical = bool(words & self.tongue.words("about"))
        talking = self.context.talking(site.sentence, site.i) if topical else ()
        if talking:
            return Found(talking, told=False)
        # «Қазақстан Париж келісіміне сәйкес …»: who acts by it is bound by it.
        return Found(tuple(a for a in self._subject(site)[0] if self.sides.is_country(a)), told=False)

    def _makers(self, site: Site) -> tuple[int, ...]:
        """«А мен Б былтыр қол қойған келісім»: the subject of the participle before a name, and its partner."""
        if site.act is None or site.where >= site.first:
            return ()
        clause = next((c for c in site.clauses if c.first <= site.where <= c.last), site.clause)
        chosen = [g for g in clause.groups if g[-1].last < site.where and self.sides.case(g) in {"nom", "gen", "ins"}]
        rows: list[int] = []
        for group in reversed(chosen):
            if group[-1].attributive:
                continue
            rows = list(dict.fromkeys([*self.sides.of_group(group), *rows]))
            if len(rows) >= 2:
                return tuple(rows)
        return ()

    def _subject(self, site: Site) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Who acts: nominatives of the clause, else of the clause before it in the sentence; genitives of a verbal noun.

        Apart those whom only a word for all of them names («көшбасшылар»).
        """
        leaders: list[int] = []
        verbal = self.tongue.verbal_noun(self.doc, site.where, site.clauses[-1].last)
        for clause in reversed(site.clauses[: site.number + 1]):
            rows: list[int] = []
            for title in self.sides.titles.get(site.sentence, ()):
                if title.plural and len(title.bodies) > 1 and clause.first <= title.first <= clause.last:
                    rows += self._of_plural(title, verbal)
            for group in clause.groups:
                if site.named(group) or group[0].first >= max(site.where, site.i):
                    continue
                case = self.sides.case(group)
                acts = case == "nom" and (
                    group[-1].case != "nom" or not self.arguments.modifies(group) or self.sides.stands_for(group)
                )
                if all(m.kind == "title" and m.plural for m in group) and len(self.arguments.actors(group)) > 1:
                    leaders += self.sides.of_group(group)
                elif (acts and not self.sides.quoted_source(group)) or (verbal and case == "gen" and group[-1].last < site.where):
                    rows += self.sides.of_group(group)
            rows = rows or list(self._common_subject(clause, site) or self.context.area(clause.first, max(site.where, site.i)))
            if rows:
                return tuple(dict.fromkeys(rows)), ()
        return (), tuple(dict.fromkeys(leaders))

    def _common_subject(self, clause: Clause, site: Site) -> tuple[int, ...]:
        """«Одақ … келісім жасасты»: a body named before by a common noun."""
        for k in range(clause.first, min(site.first, clause.last)):
            token = self.doc.tokens[k]
            if token.kind == "word" and token.nominal.case == "nom" and token.nominal.person == 0:
                body = self.context.body(token, k)
                if body is not None:
                    return (body,)
        return ()

    def _of_plural(self, title: Title, verbal: bool) -> list[int]:
        return self.sides.of_title(title) if title.case == "nom" or (verbal and title.case == "gen") else []

    def _partner(self, site: Site) -> tuple[int, ...]:
        """«Б-мен келісім жасасты»: the partner in the instrumental, in the clause of the name."""
        rows = [
            a
            for g in site.clause.groups
            if self.sides.case(g) == "ins" and g[-1].last < site.i and not g[-1].attributive
            for a in self.sides.of_group(g)
        ]
        return tuple(dict.fromkeys(rows))

    def _ratified(self, site: Site, owners: tuple[int, ...]) -> Found:
        """A parliament or president ratifies what countries have agreed."""
        rows = [
            a
            for c in site.clauses[: site.number + 1]
            for g in c.groups
            if not g[-1].attributive and (g[-1].case == "ins" or (g[-1].kind == "country" and g[-1].case in {"nom", "gen"}))
            for a in self.sides.of_group(g)
        ]
        joined = self.named.joined(site)
        sides = tuple(dict.fromkeys((*owners, *joined, *rows)))
        if len(sides) >= 2:
            return Found(sides)
        return Found(self.context.completed(sides, site.sentence, site.i), told=False)

    def _signatories(self, site: Site) -> tuple[int, ...]:
        """Persons in the nominative or instrumental of the clause that tells the act."""
        rows = [
            a
            for g in site.clause.groups
            if g[-1].case in {"nom", "ins"} and not site.named(g)
            for m in g
            if m.kind in {"person", "title"}
            for a in m.actors
        ]
        return tuple(dict.fromkeys(a for a in rows if self.sides.is_person(a)))
