"""Parties that stand in the name of an agreement or are marked beside it. Enters: its tokens, mentions. Leaves: actors."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from kg.extract.arguments import PERSONAL, Arguments, Clause
from kg.extract.context import Context
from kg.extract.mentions import Mention
from kg.extract.represented import Represented
from kg.language import Language
from kg.language.document import Document
from kg.language.frames import Act


@dataclass(frozen=True, slots=True)
class Site:
    """Where an instrument stands: tokens `first` to `i`, its kind, its act at `where`, the clauses of its sentence."""

    first: int
    i: int
    kind: str
    where: int
    act: Act | None
    sentence: int
    clauses: list[Clause]
    number: int

    @property
    def clause(self) -> Clause:
        return self.clauses[self.number]

    def named(self, group: list[Mention]) -> bool:
        """Whether a group belongs to the name of the instrument."""
        return group[0].first <= self.i and group[-1].last >= self.first


class NamedParties:
    """Finds them by «арасындағы», genitives, «атынан», «мүше» and what is joined or served."""

    def __init__(self, doc: Document, arguments: Arguments, tongue: Language, sides: Represented, context: Context) -> None:
        self.doc = doc
        self.arguments = arguments
        self.tongue = tongue
        self.sides = sides
        self.context = context

    def stands_between(self, first: int) -> bool:
        """Whether «А мен Б арасындағы» stands directly before a name."""
        return first > 0 and self.doc.tokens[first - 1].lower in self.tongue.words("between")

    def before(self, first: int) -> int:
        """First token of a name and of the «А мен Б арасындағы» before it."""
        if not self.stands_between(first):
            return first
        sentence = self.doc.tokens[first].sentence
        groups = [g for g in self.arguments.by_sentence.get(sentence, ()) if g[-1].last < first]
        return min((g[0].first for g in groups[-2:] if self.sides.after(g) in self.tongue.words("between")), default=first)

    def between(self, site: Site) -> tuple[int, ...]:
        """«А мен Б арасындағы»: of several the one that stands next to the name."""
        words = self.tongue.words("between")
        rows = [g for g in self.arguments.by_sentence.get(site.sentence, ()) if self.sides.after(g) in words]
        rows.sort(key=lambda g: (g[0].first > site.i, abs(site.first - g[-1].last)))
        for group in rows:
            sides = tuple(dict.fromkeys((*self._common_before(group), *self.sides.of_group(group))))
            if len(sides) >= 2:
                return sides
        for group in self.arguments.by_sentence.get(site.sentence, ()):
            after = self._common_after(group)
            if after:
                return tuple(dict.fromkeys((*self.sides.of_group(group), *after)))
        return ()

    def _common_after(self, group: list[Mention]) -> tuple[int, ...]:
        """«ЕАЭО мен блок арасындағы»: the same where the common noun comes second."""
        k = self.sides.end(group)
        tokens = self.doc.tokens[k : k + 3]
        if len(tokens) < 3 or tokens[0].lower not in self.tongue.words("joins_any") or tokens[1].kind != "word":
            return ()
        if tokens[2].lower not in self.tongue.words("between"):
            return ()
        body = self.context.body(tokens[1], k + 1, apart=tuple(self.sides.of_group(group)))
        body = self.context.institution(tokens[1], k + 1) if body is None else body
        return () if body is None else (body,)

    def common(self, site: Site) -> tuple[int, ...]:
        """«банк пен …», «… компаниямен»: bodies that common nouns of the clause mean, outside the name."""
        rows = []
        for k in range(site.clause.first, min(site.clause.last, max(site.where, site.i))):
            token = self.doc.tokens[k]
            if site.first <= k <= site.i or token.nominal.person or token.nominal.case not in {"nom", "ins"}:
                continue
            if token.nominal.case == "nom" and self.doc.tokens[k + 1].nominal.person == 3:
                continue  # «компания басшысы»
            body = self.context.institution(token, k, token.nominal.case)
            rows += [] if body is None else [body]
        return tuple(dict.fromkeys(rows))

    def _common_before(self, group: list[Mention]) -> tuple[int, ...]:
        """«банк пен «Х» холдингі арасында»: the body named before that a common noun means."""
        k = group[0].first - 1
        while k > 0 and self.doc.tokens[k].text in "«“":
            k -= 1
        if k < 1 or self.doc.tokens[k].lower not in self.tongue.words("joins_any") | self.tongue.words("joins_like"):
            return ()
        body = self.context.institution(self.doc.tokens[k - 1], k - 1)
        return () if body is None else (body,)

    def owners(self, site: Site) -> tuple[int, ...]:
        """Those whom the name or the genitive before it names as owners: «ШЫҰ-ның хартиясы», «А мен Б-ның мәлімдемесі»."""
        rows: list[int] = list(self._common_owner(site))
        for group in self.arguments.by_sentence.get(site.sentence, ()):
            before = self._possessor(group, site) and self.sides.case(group) == "gen"
            if not (site.named(group) or before) or group[-1].attributive or group[-1].kind in PERSONAL:
                continue
            case = group[-1].case
            if case == "nom" and group[-1].kind == "country" and self._paired(group):
                rows += self.sides.of_group(group)
            elif case == "gen" or (case == "nom" and self._possesses(group, site.i)):
                rows += [a for a in self.sides.of_group(group) if group[-1].kind != "place" or len(group) > 1]
        return tuple(dict.fromkeys(rows))

    def _paired(self, group: list[Mention]) -> bool:
        """«Қазақстан – Катар меморандумы»: countries joined by a dash."""
        tokens = self.doc.tokens
        beside = (group[0].first - 1, group[-1].last + 1)
        return any(0 <= k < len(tokens) and tokens[k].kind == "dash" for k in beside)

    def _possessor(self, group: list[Mention], site: Site) -> bool:
        """Whether a group stands before a name as its owner: directly, or before its partner («А-ның Б-мен … келісімі»)."""
        last = group[-1].last
        if last == site.first - 1:
            return True
        if last >= site.first or self.doc.tokens[site.i].nominal.person != 3 or group[0].first < site.clause.first:
            return False
        later = [g for g in site.clause.groups if last < g[0].first < site.first and g[0].first not in self.sides.possessors]
        return len(later) == 1 and self.sides.case(later[0]) == "ins"

    def _common_owner(self, site: Site) -> tuple[int, ...]:
        """«ұйымның стратегиясы»: the body named before by a common noun."""
        for k in range(max(site.first - 1, 0), site.i):
            token = self.doc.tokens[k]
            if token.kind == "word" and token.nominal.case == "gen" and (body := self.context.body(token, k)) is not None:
                return (body,)
        return ()

    def _possesses(self, group: list[Mention], i: int) -> bool:
        """«ТМД хартиясы»: a nominative right before what it possesses."""
        k = group[-1].last + 1
        return group[-1].kind == "organization" and k <= i and self.doc.tokens[k].nominal.person == 3

    def joined(self, site: Site) -> tuple[int, ...]:
        """«одаққа қосылу туралы шарт»: the body or instrument's members that somebody joins or leaves."""
        words = " ".join(t.lower for t in self.doc.tokens[site.first : site.i + 1])
        if not self.tongue.matches("accession_pattern", words):
            return ()
        rows = [
            a
            for g in self.arguments.by_sentence.get(site.sentence, ())
            if site.named(g) and g[-1].case in {"dat", "abl"} and g[-1].kind == "organization"
            for a in self.sides.of_group(g)
        ]
        if not rows and self.tongue.matches("membership_pattern", words):
            rows += self.context.last_body(site.first)
        for k in range(site.first, site.i):
            token = self.doc.tokens[k]
            if not rows and token.kind == "word" and token.nominal.case in {"dat", "abl"}:
                body = self.context.body(token, k)
                rows += [] if body is None else [body]
        return tuple(dict.fromkeys(rows))

    def on_behalf(self, clause: Clause) -> tuple[int, ...]:
        """«Қазақстан атынан …, Әзербайжан атынан … қол қойды»."""
        words = self.tongue.words("on_behalf")
        return tuple(dict.fromkeys(a for g in clause.groups if self.sides.after(g) in words for a in self.sides.of_group(g)))

    def members(self, site: Site) -> tuple[int, ...]:
        """«одаққа мүше елдер»: who acts for all members of a body."""
        words = self.tongue.words("member")
        groups = [g for c in site.clauses[: site.number + 1] for g in c.groups]
        rows = [a for g in groups if g[-1].case == "dat" and self.sides.after(g) in words for a in self.sides.of_group(g)]
        for k in range(site.clauses[0].first + 1, site.clause.last + 1):
            if not rows and self.doc.tokens[k].lower in words and self.doc.tokens[k - 1].nominal.case == "dat":
                body = self.context.body(self.doc.tokens[k - 1], k - 1)
                rows += [] if body is None else [body]
        if not rows and self._member_states(site):
            return self.context.convening(site.sentence, site.i)
        return tuple(dict.fromkeys(rows))

    def _member_states(self, site: Site) -> bool:
        """«мүше елдер»: whether members are named as states, not of what."""
        words, states = self.tongue.words("member"), self.tongue.words("state_noun")
        pairs = pairwise(self.doc.tokens[site.clauses[0].first : site.clause.last + 1])
        return any(a.lower in words and b.nominal.plural and b.nominal.lemma in states for a, b in pairs)

    def served(self, site: Site) -> tuple[int, ...]:
        """«Б компаниясына ұшақ жеткізу туралы келісім»: a body for which another undertakes something."""
        words = {t.lower for t in self.doc.tokens[site.first : site.i]}
        rows = [
            a
            for g in self.arguments.by_sentence.get(site.sentence, ())
            if site.named(g) and self.sides.case(g) == "dat" and g[-1].kind == "organization"
            for a in self.sides.of_group(g)
        ]
        return tuple(dict.fromkeys(rows)) if words & self.tongue.words("about") else ()
