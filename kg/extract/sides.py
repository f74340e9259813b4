"""The sides of an encounter, told apart by the cases of their names. Enters: a predicate's site. Leaves: who, and with whom."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from kg.extract.arguments import PERSONAL
from kg.extract.event import GATHERINGS, Site
from kg.extract.mentions import Mention
from kg.extract.sequel import Sequel
from kg.extract.story import Story
from kg.language.document import Token

# So many meetings more make somebody whom the text is about, whoever was told of last.
CLEARLY = 2
# So many events back count for whom the text is about.
TOLD = 60


@dataclass(frozen=True, slots=True)
class Sides:
    """`subject` and `others` are cluster numbers; `groups` the words for the others; `between`: both under one word."""

    subject: tuple[int, ...]
    others: tuple[int, ...]
    groups: tuple[tuple[Mention, ...], ...]
    between: tuple[int, ...] = ()

    @property
    def all(self) -> list[int]:
        return list(dict.fromkeys((*self.between, *self.subject, *self.others)))


class SideReader:
    """Finds who meets whom at a site, with the story so far where the sentence leaves a side out."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.doc = story.doc
        self.tongue = story.tongue
        self.arguments = story.arguments
        self.sequel = Sequel(story)

    def read(self, site: Site) -> Sides:
        """The sides as far as they can be found; fewer than two actors where the text leaves them open."""
        groups = self._partners(site) or self._listed(site) or self._shared(site)
        if not groups and "ins" in site.frame.partner and self._someone_else(site):
            # «А мен Б сайлаушылармен кездесті»: the other side is nobody whom the text names.
            return Sides((), (), ())
        described = self._described(site) if not groups else None
        if described is not None:
            return described
        partners = list(dict.fromkeys(a for g in groups for m in g for a in m.actors))
        noun = site.frame.pos == "noun"
        subject = list(self.arguments.subject(site.clauses, site.number, site.i, noun=noun, apart=partners))
        beside = self._companions(site)
        apart = tuple(g for g in groups if not set(beside) & {a for m in g for a in m.actors})
        if apart or self._someone_else(site):
            groups = apart
            partners = [a for a in partners if a not in beside]
        elif groups:
            beside = []
        between = self._between(site)
        if between and not any(self._person(a) for a in between):
            # «Түркия мен Армения келіссөзін А мен Б жүргізді»
            acting = self._acting(site)
            between = tuple(acting) if len(acting) >= len(between) else between
        if between:
            return Sides((), tuple(a for a in partners if a not in between), groups, between)
        if not subject and site.frame.host == "partner":
            # «Министрдің қабылдауында … елшісі болды»
            subject = [a for a in self._acting(site) if a not in partners]
        if not {"ins", "acc"} & set(site.frame.partner) and not self._in_person(site, partners):
            return Sides((), (), ())
        if site.frame.type == "reception":
            # «Жапония императоры қабылдады»: of a country only an office receives.
            offices = {a for g in site.clause.groups for m in g if m.kind == "title" and m.case == "nom" for a in m.actors}
            subject = [a for a in subject if a in offices or self.story.cast.clusters[a].type != "country"]
            if not any(self._person(a) for a in partners) and not self._manned(groups) and not self._object_unsaid(site):
                return Sides((), (), ())
        if not subject and self.arguments.crowd(site.clause, site.i):
            return Sides((), (), ())
        people = self.arguments.people_first(subject)
        others = self._others(groups, self.arguments.people_first(partners), people)
        if not subject and self.tongue.first_person(self.doc, site.i):
            people = [a for a in self._speaker(site) if a not in others]
        if others and not people:
            people = [a for a in self.sequel.actors(site) if a not in others]
        kinds = {self.story.cast.clusters[a].type for a in others}
        # Nobody in particular meets a country, or negotiates with a firm, where the text names nobody.
        owned = noun and self.doc.tokens[site.i].nominal.person == 3
        bodies = not owned and (kinds == {"country"} or (site.frame.type == "talks" and "person" not in kinds))
        if others and not people and self.story.guesses and not bodies:
            people = self._unsaid(site, others)
        elif people and not others and len(people) == 1 and self._object_unsaid(site) and self.story.guesses:
            # «… те хабарласып», «кешке Премьер-министр қабылдады»: the other is the person that the story is about.
            topic = [a for a in self.arguments.topic if self._person(a) and a not in people]
            others = self._unsaid(site, people) if self.story.events or not topic else topic[:1]
        if not others and len(people) < 2 and noun:
            speakers, addressed = self.sequel.addressed(site)
            if addressed:
                told = tuple(a for m in addressed for a in m.actors if self._person(a))
                return Sides(tuple(speakers), told, (tuple(addressed),))
        if not others and len(people) > 1 and self._with_a_crowd(site):
            return Sides((), (), ())
        if not others and len(people) < 2:
            people = self._together(site)
        if people and (others or len(people) > 1):
            people = list(dict.fromkeys([*people, *(a for a in beside if a not in others)]))
        return Sides(tuple(people), tuple(others), groups)

    def _others(self, groups: tuple[tuple[Mention, ...], ...], others: list[int], people: list[int]) -> list[int]:
        """«Президентті Премьер-министр қабылдады»: a bare title means the foreigner who bears it, if one of home receives him."""
        bare = [m for g in groups for m in g if m.kind == "title" and len(m.actors) == 1]
        if len(others) != 1 or len(bare) != 1 or bare[0].actors[0] != others[0] or len(people) != 1:
            return others
        home = self.story.country_of
        if others[0] != people[0] and (home.get(others[0]) is None or home.get(others[0]) != home.get(people[0])):
            return others
        abroad = [a for a in bare[0].rivals if a != people[0] and home.get(a) not in {None, home.get(people[0])}]
        return abroad[:1] or others

    def _companions(self, site: Site) -> list[int]:
        """«Б-мен бірге», «Б-ны ертіп», «Б-ның қатысуымен»: persons on the subject's side."""
        found: list[int] = []
        rows = [g for c in site.clauses[max(0, site.number - 1) : site.number] for g in c.groups if g[-1].case == "acc"]
        for group in [*rows, *site.clause.groups]:
            case, after = group[-1].case, group[-1].last + 1
            if after < len(self.doc.tokens) and self.doc.tokens[after].lower in self.tongue.words(f"companion_{case}"):
                found += [a for m in group if m.kind in PERSONAL for a in m.actors if self._person(a)]
        return found

    def _someone_else(self, site: Site) -> bool:
        """«Б-мен бірге студенттермен кездесті»: whether the other side is nobody whom the text names."""
        token = self.doc.tokens[site.i - 1]
        if token.nominal.lemma in self.tongue.words("means"):
            return False
        named = any(g[0].first < site.i <= g[-1].last + 1 for g in site.clause.groups)
        return site.frame.pos == "verb" and token.kind == "word" and token.nominal.case in site.frame.partner and not named

    def _with_a_crowd(self, site: Site) -> bool:
        """«А мен Б сайлаушылармен жүздесті»: two who stand together before people whom nobody names."""
        token = self.doc.tokens[max(site.i - 1, 0)]
        nominal = token.nominal
        unnamed = not token.capital and not any(g[0].first < site.i <= g[-1].last + 1 for g in site.clause.groups)
        return token.kind == "word" and unnamed and nominal.plural and nominal.case == "ins" and "ins" in site.frame.partner

    def _speaker(self, site: Site) -> list[int]:
        """«Кеше … кездестік, – деді А»: who says so."""
        for clause in site.clauses[site.number :]:
            for group in clause.groups:
                people = [a for m in group if m.kind in PERSONAL for a in m.actors if self._person(a)]
                if people and group[0].first > site.i and group[-1].case == "nom":
                    return people[:1]
        # In an interview the one in the headline speaks.
        return [self.arguments.interviewed] if self.arguments.interviewed is not None else []

    def _person(self, actor: int) -> bool:
        return self.story.cast.clusters[actor].type == "person"

    def _object_unsaid(self, site: Site) -> bool:
        """Whether a call or a reception is told without its object, right behind its subject."""
        if site.frame.pos == "noun" or site.frame.type not in {"call", "reception"}:
            return False
        if site.frame.type == "call":
            return True
        tokens = self.doc.tokens[site.clause.first : site.i]
        near = any(g[-1].last == site.i - 1 and g[-1].case == "nom" and g[-1].kind in PERSONAL for g in site.clause.groups)
        things = [t for t in tokens if t.kind == "word" and t.nominal.case == "acc"]
        # «Делегацияны … әкімі қабылдап»: who leads it is whom the story is about.
        return self._party(things) or (bool(self.story.events) and near and not things)

    def _party(self, things: list[Token]) -> bool:
        return bool(things) and all(t.nominal.lemma in self.tongue.words("delegation_noun") for t in things)

    def _in_person(self, site: Site, partners: list[int]) -> bool:
        """Whether somebody is there to be called on: a person, a body only where it is the one that summons."""
        return any(self._person(a) for a in partners) or bool(partners and site.frame.host == "partner")

    def _partners(self, site: Site) -> tuple[tuple[Mention, ...], ...]:
        cases = site.frame.partner
        rows: list[tuple[Mention, ...]] = []
        for group in site.clause.groups:
            if not site.after < group[0].first or group[-1].last >= site.i:
                continue
            if group[-1].case in cases and self.arguments.is_side(group):
                rows.append(tuple(group))
            elif group[-1].case in cases and (topic := self._spoken_of(group)) is not None:
                rows.append((topic,))
            elif group[-1].case == "nom" and (led := self._led(group, site)) is not None:
                rows.append((*group[:-1], led))
            elif group[-1].kind in {"organization", "country"} and self.arguments.is_side(group):
                staff = self._staff(group, site)
                if staff is not None:
                    rows.append((*group[:-1], staff))
        return tuple(rows)

    def _manned(self, groups: tuple[tuple[Mention, ...], ...]) -> bool:
        """Whether bodies are met in the persons of their people («компания өкілдерін»), not received as a thing."""
        return any(
            m.kind == "title" or self.doc.tokens[m.last].nominal.lemma in self.tongue.words("staff") for g in groups for m in g
        )

    def _listed(self, site: Site) -> tuple[tuple[Mention, ...], ...]:
        """«… үш кездесу өткізді: алдымен А-мен, сосын Б-мен»: the others come in a list behind the predicate."""
        following = site.clauses[site.number + 1 : site.number + 2]
        if not following or self.doc.tokens[site.clause.last].text not in {":", "–", "—"}:
            return ()
        clause = following[0]
        if any((f := self.tongue.trigger(self.doc, i)) and f.pos == "verb" for i in range(clause.first, clause.last + 1)):
            return ()
        return tuple(tuple(g) for g in clause.groups if g[-1].case in site.frame.partner and self.arguments.is_side(g))

    def _shared(self, site: Site) -> tuple[tuple[Mention, ...], ...]:
        """«Оны А қарсы алды, ал Б қабылдады»: whoever stands in the accusative before is received too."""
        if site.number == 0 or site.frame.pos == "noun":
            return ()
        before = site.clauses[site.number - 1]
        if "acc" in site.frame.partner:
            near = any(g[-1].case == "nom" and g[-1].kind in PERSONAL and site.i - g[-1].last <= 2 for g in site.clause.groups)
        else:
            # «Қонақты … қарсы алып, екі сағат сөйлесті»
            near = "ins" in site.frame.partner and self.tongue.welcomes(self.doc, before.first, before.last)
        if not near:
            return ()
        groups = before.groups
        return tuple(tuple(g) for g in groups if g[-1].case == "acc" and g[-1].kind in PERSONAL and self.arguments.is_side(g))

    def _described(self, site: Site) -> Sides | None:
        """«А қабылдаған Б», «А кездескен Б»: the participle describes the other side."""
        head = self.arguments.head(site.i) if site.frame.pos == "verb" else ()
        subject = [a for a in self.arguments.nominatives(site.clause, site.i) if self._person(a) and a not in head]
        return Sides(tuple(subject), head, ()) if head and subject else None

    def _spoken_of(self, group: list[Mention]) -> Mention | None:
        """«Елшіні министр қабылдады»: a bare title that nobody is said to bear means whom the text just spoke of."""
        title = group[-1]
        topic = [a for a in self.arguments.topic if self._person(a)]
        bare = len(group) == 1 and title.kind == "title" and not title.actors and not title.plural and title.iso is None
        return replace(title, actors=(topic[0],)) if bare and topic and self.story.guesses else None

    def _staff(self, group: list[Mention], site: Site) -> Mention | None:
        """«банктің басшылығымен», «ЭСКАТО жұмыс тобымен»: the people of a body stand for it, in their case."""
        last = group[-1]
        if last.case not in {"nom", "gen"} and not last.attributive:
            return None
        nouns = self.tongue.words("staff")
        for i in range(last.last + 1, min(last.last + 4, site.i)):
            token = self.doc.tokens[i]
            if token.nominal.lemma in nouns and token.nominal.person == 3:
                return replace(last, last=i, case=token.nominal.case) if token.nominal.case in site.frame.partner else None
            if token.text not in {")", "»"} and (token.kind != "word" or token.capital or token.nominal.case != "nom"):
                return None
        return None

    def _led(self, group: list[Mention], site: Site) -> Mention | None:
        """«… бастаған делегациямен»: who leads a group stands for it, in its case."""
        last = group[-1]
        if last.kind not in PERSONAL or self.doc.tokens[last.last + 1].lower not in self.tongue.words("leading"):
            return None
        for i in range(last.last + 2, min(last.last + 5, site.i)):
            nominal = self.doc.tokens[i].nominal
            if nominal.lemma in self.tongue.words("staff"):
                return replace(last, last=i, case=nominal.case) if nominal.case in site.frame.partner else None
        return None

    def _between(self, site: Site) -> tuple[int, ...]:
        """«А мен Б арасында», «А мен Б министрліктері арасындағы», «Вашингтон мен Тегеранның келіссөзі»."""
        found = self.arguments.between(site.clause, site.i)
        return tuple(found) or self._capitals(site) or self._compound(site)

    def _compound(self, site: Site) -> tuple[int, ...]:
        """«АҚШ пен Иран келіссөзі»: countries or bodies in the nominative right before a noun that they own."""
        if site.frame.pos != "noun" or self.doc.tokens[site.i].nominal.person != 3:
            return ()
        for group in site.clause.groups:
            actors = self.arguments.actors(group)
            if len(set(actors)) >= 2 and all(m.kind in {"country", "organization"} and m.case == "nom" for m in group):
                between = self.doc.tokens[group[-1].last + 1 : site.i]
                if group[-1].last < site.i and len(between) <= 2 and all(t.kind == "word" for t in between):
                    return tuple(dict.fromkeys(actors))
        return ()

    def _capitals(self, site: Site) -> tuple[int, ...]:
        """Two capitals that negotiate are their countries."""
        if site.frame.type not in {"talks", "consultations"}:
            return ()
        for group in site.clause.groups:
            isos = [m.iso for m in group if m.kind == "place" and self.tongue.is_capital(m.name)]
            if len(set(isos)) == len(group) >= 2 and group[-1].case in {"nom", "gen"} and group[-1].last < site.i:
                numbers = [self.story.cast.country(iso) for iso in isos]
                return tuple(n for n in numbers if n is not None)
        return ()

    def _unsaid(self, site: Site, others: list[int]) -> list[int]:
        """The side that the sentence leaves out: who took part in what was told last, else the person that the text is about."""
        sentence = self.doc.tokens[site.i].sentence
        told = Counter(
            a for event in self.story.events[-TOLD:] for a in event.participants if self._person(a) and a not in others
        )
        last = next((event for event in reversed(self.story.events) if event.type not in GATHERINGS), None)
        busiest = max(told, key=lambda a: (told[a], a == self.arguments.protagonist), default=None)
        if busiest is not None and busiest == self.arguments.headlined:
            return [busiest]
        if last is not None and busiest is not None and self.story.near(last, sentence):
            took_part = [a for a in last.participants if a in told]
            nearest = max(took_part, key=lambda a: told[a], default=None)
            clearly = 1 if busiest == self.arguments.protagonist else CLEARLY
            if nearest is not None and told[busiest] - told[nearest] < clearly:
                return [self._foreigner(nearest, took_part, others)]
        return list(self.arguments.fallback(others))

    def _foreigner(self, nearest: int, took_part: list[int], others: list[int]) -> int:
        """«Оны министр қабылдады. Президентпен кездесу …»: of two who met, the guest rather than the president's own minister."""
        home = self.story.country_of
        theirs = {home.get(a) for a in others}
        if None in theirs or home.get(nearest) not in theirs:
            return nearest
        return next((a for a in took_part if home.get(a) not in {None, *theirs}), nearest)

    def _together(self, site: Site) -> list[int]:
        """Both sides named at once («екі жақ»), or named after the noun («кездесуде А мен Б … келісті»)."""
        if self.tongue.mutual(self.doc, site.clause.first, site.i):
            return list(self.arguments.both(site.i))
        named = self.sequel.actors(site) if site.frame.pos == "noun" else []
        return named if len(named) > 1 else []

    def _acting(self, site: Site) -> list[int]:
        """Persons in the nominative behind the predicate, of one group."""
        for group in site.clause.groups:
            people = [a for m in group if m.kind in PERSONAL for a in m.actors if self._person(a)]
            if people and group[0].first > site.i and group[-1].case == "nom":
                return list(dict.fromkeys(people))
        return []
