"""Gatherings: summits, sessions, ceremonies, whose participants several sentences may name. Enters: sentences. Leaves: events.

A noun of gathering either tells of one anew or points to one told before; people who attend, chair or speak there join it.
"""

from __future__ import annotations

from kg.extract.arguments import Clause
from kg.extract.attendance import Attendance
from kg.extract.convened import Told, countries, emit, homes
from kg.extract.conveners import Conveners
from kg.extract.event import ENCOUNTERS
from kg.extract.floor import Floor
from kg.extract.recognition import Named, Recognition
from kg.extract.story import Story
from kg.extract.unnamed import UNNAMED, Unnamed
from kg.language.frames import Gathering, Stance

# So many sentences after it was last spoken of a gathering may still be meant by a pronoun.
NEAR = 2
# So many sentences later «кездесуге» may still mean the meeting told last.
STILL_MEANT = 5
ATTENDED = frozenset({"attended", "spoke"})


class Gatherings:
    """Reads gatherings and who attends them."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.conveners = Conveners(story.doc, story.cast, story.tongue, story.country_of)
        self.attendance = Attendance(story, self.conveners.leaders)
        self.recognition = Recognition(story, self.conveners)
        self.unnamed = Unnamed(story, self.conveners, self.attendance, self.recognition)
        self.floor = Floor(story, self.conveners, self.attendance)
        self.current: Told | None = None
        self.taken: set[int] = set()
        self.apart = (-NEAR - 1, "")

    def read(self, sentence: int, clauses: list[Clause]) -> frozenset[int]:
        """Reads a sentence; leaves the numbers of the clauses that only tell who attends."""
        spoken: Told | None = None
        consumed = set()
        for number, clause in enumerate(clauses):
            back, told = self._nouns(clauses, number)
            spoken = told or spoken
            self.current = spoken or self.current
            if self._attends(sentence, clause, spoken, back):
                consumed.add(number)
            elif told is None:
                opened = self.unnamed.read(clauses, number, self.current)
                spoken = opened or spoken
                self.current = spoken or self.current
                if opened is not None and opened.noun is UNNAMED:
                    consumed.add(number)
            elif self._meets_there(told):
                consumed.add(number)
        if not consumed and spoken is None and self._joins_encounter(sentence, clauses):
            return frozenset(range(len(clauses)))
        return frozenset(consumed)

    def _nouns(self, clauses: list[Clause], number: int) -> tuple[int, Told | None]:
        """The nouns of a clause: the last that points to a gathering told before, and the gathering spoken of."""
        doc, tongue, clause = self.story.doc, self.story.tongue, clauses[number]
        rows = [
            (i, noun)
            for i in range(clause.first, clause.last + 1)
            if (noun := tongue.gathering(doc, i))
            and not self.conveners.within_name(i)
            and not self.conveners.parliament(i)
            and not self._domestic(i, noun)
        ]
        back, spoken, after = -1, None, clause.first
        for n, (i, noun) in enumerate(rows):
            named = self.recognition.name(i, noun, clause, after)
            if len(named.codes) in {1, 2} and not named.bodies and tongue.trigger(doc, i) is not None:
                # «Қазақстан мен Латвия президенттерінің кездесуі»: two sides meet, nobody convenes.
                continue
            again = named.sequel and any(t.noun.lemma == noun.lemma for t in self.recognition.told)
            # «Рәсімге А мен Б қатысты»: a ceremony may be told by nothing but who came.
            again = again or (noun.type == "ceremony" and len(self.attendance.named(clause)) > 1)
            stance = tongue.stance(doc, i, clause.last) if noun.anew or again else None
            if stance is None and noun.anew and tongue.is_occasion(doc, i):
                stance = self._speaks(clause)
            if stance is None and noun.anew and named.coming and named.bodies:
                stance = Stance("setting", i)
            status, negated = self._status(stance, clauses, coming=named.coming)
            known = self.recognition.known(named, stance, status)
            if known is not None:
                self._again(known, noun, i)
                back = i
            elif stance is not None and (not negated or stance.name in ATTENDED):
                # Whoever stays away, others may be told to attend.
                if negated:
                    stance, status = Stance("setting", i), "planned" if status == "cancelled" else status
                # «саммитке, ал ертең форумға қатысады»: each of two has its own words of time and place.
                shared = any(
                    (other := tongue.stance(doc, j, clause.last)) and other.token == stance.token for j, _ in rows[n + 1 :]
                )
                scope = Clause(after, i if shared else clause.last, clause.groups)
                known = self._new(named, clauses, number, stance, status, scope)
            if known is not None:
                spoken, after = known, i + 1 if stance is not None else after
                self.taken.add(i)
        return back, spoken

    def _domestic(self, i: int, noun: Gathering) -> bool:
        """Whether a country's own institution sits; a bare noun after it means the same."""
        sentence = self.story.doc.tokens[i].sentence
        if self.story.tongue.no_diplomacy(self.story.doc, i):
            self.apart, self.current = (sentence, noun.lemma), None
            return True
        bare = self.story.doc.tokens[i].nominal.person == 0
        return bare and 0 <= sentence - self.apart[0] <= NEAR and (noun.generic or noun.lemma == self.apart[1])

    def _speaks(self, clause: Clause) -> Stance | None:
        """«Форумның екінші күні А сөз сөйледі»: who speaks on the occasion of a gathering attends it."""
        stance = self.story.tongue.presence(self.story.doc, clause.first, clause.last, ceremony=False)
        if stance is None or stance.name not in {"speaks", "leads"} or self.attendance.tells(clause):
            return None
        return Stance("attended", stance.token)

    def _again(self, known: Told, noun: Gathering, i: int) -> None:
        known.sentence = self.story.doc.tokens[i].sentence
        following = self.story.doc.tokens[i + 1].lower if i + 1 < len(self.story.doc.tokens) else ""
        known.closed = known.closed or following in self.story.tongue.words("end_word")
        if noun.type == "summit" and known.type == "session":
            known.type = "summit"
            emit(self.story, known)

    def _status(self, stance: Stance | None, clauses: list[Clause], *, coming: bool) -> tuple[str, bool]:
        """Status of a gathering, and whether the words deny that it, or the attendance, came about."""
        if stance is None or stance.name == "setting":
            return "planned" if coming else "held", False
        status, negated = self.story.tongue.modality(self.story.doc, stance.token, clauses[-1].last)
        if negated and stance.name == "convenes" and coming:
            return "cancelled", False
        return status, negated or (status == "cancelled" and stance.name in ATTENDED)

    def _new(self, named: Named, clauses: list[Clause], number: int, stance: Stance, status: str, scope: Clause) -> Told | None:
        noun, i = named.noun, named.i
        pair = self._two_states(named)
        if noun.type == "body" and (stance.name != "convenes" or not (named.bodies or len(named.sides) > 1 or pair)):
            return None
        if noun.several and not (named.counted or named.sequel or self._of_several(named)):
            return None
        kind = "session" if noun.type == "body" else noun.type
        passing = stance.name == "setting" and not named.coming
        sentence = self.story.doc.tokens[i].sentence
        new = Told(noun, kind, i, max(stance.token, i), named.clause, status, sentence, passing, list(named.bodies), named.codes)
        new.scope, new.attended = scope, stance.name in ATTENDED
        new.joint = self.conveners.joint(named.first, i)
        new.countries, new.partners = countries(self.story, named.codes), countries(self.story, named.sides)
        new.countries = new.countries or pair
        new.codes = new.codes or tuple(self.story.cast.clusters[c].key or "" for c in pair)
        sequel = named.sequel or named.coming or (status == "planned" and stance.name in {"convenes", "hosted"})
        self.recognition.inherit(new, sequel=sequel)
        new.vague = noun.generic and not (new.bodies or new.codes or named.counted) and stance.name == "convenes"
        self._people(new, clauses, number, named, stance)
        if kind == "summit" and not (new.bodies or named.members) and len(named.sides) <= 2 and stance.name not in ATTENDED:
            # A summit needs three sides: the one of two leaders is a meeting.
            two = len(named.sides) == 2 or len(set(self.attendance.owners(named.clause, i))) == 2
            new.type = "meeting" if two else new.type
        self.recognition.keep(new)
        emit(self.story, new)
        return new

    def _two_states(self, named: Named) -> list[int]:
        """«Үкіметаралық комиссияның келесі отырысы»: the two states whose people met last, where its words name none."""
        doc, story = self.story.doc, self.story
        if named.bodies or named.codes or not story.tongue.between_states(doc, named.clause.first, named.i):
            return []
        for event in reversed(story.events):
            states = [a for a in event.participants if story.cast.clusters[a].type == "country"]
            pair = list(dict.fromkeys([*states, *homes(story, list(event.participants))]))
            own = story.cast.country(story.tongue.home)
            if len(pair) == 1 and own is not None and own not in pair:
                pair.append(own)  # «Сенат төрағасы А Латвия елшісін қабылдады»: whose senate goes without saying
            if len(pair) == 2:
                return pair
        return []

    def _of_several(self, named: Named) -> bool:
        """Whether a body, a region or three sides meet."""
        words = {t.lower for t in self.story.doc.tokens[named.first : named.i]}
        several = bool(words & self.story.tongue.words("several_word"))
        return bool(named.bodies or named.members) or len(named.sides) > 2 or several

    def _people(self, new: Told, clauses: list[Clause], number: int, named: Named, stance: Stance) -> None:
        clause, i = clauses[number], named.i
        if stance.name in ATTENDED | {"hosted"}:
            guess = stance.name == "attended" and bool(new.bodies or new.codes)
            subject = self.attendance.subject(clauses, number, stance.token, guess=guess)
            if named.after > clause.first:
                described = self.attendance.described(clause, named.after)
                subject = [a for a in subject if a not in described]
            persons = [a for a in subject if self.story.cast.clusters[a].type == "person"]
            sides = [a for a in subject if self.story.cast.clusters[a].type == "country"]
            if persons:
                new.people += persons
            elif stance.name in ATTENDED:
                new.people += sides
            else:
                new.countries = list(dict.fromkeys([*new.countries, *sides])) if len(sides) > 1 else new.countries
                new.host = sides[0] if len(sides) == 1 else None
        new.people += self.attendance.owners(clause, i)
        new.people += self.attendance.companions(clause)
        if self._meets_there(new):
            new.people += self.attendance.partners(clause, new.at)
        if new.type == "ceremony":
            new.people += self.attendance.honoured(clause, i)

    def _meets_there(self, told: Told) -> bool:
        """«А Б-мен саммитте бас қосады»: whether people gather at a gathering, which is no meeting of its own."""
        last = min(told.at + 1, told.clause.last)
        return told.noun is not UNNAMED and self.story.tongue.convening(self.story.doc, told.at, last) == told.at

    def _attends(self, sentence: int, clause: Clause, spoken: Told | None, back: int) -> bool:
        """Whether a clause tells who attends a gathering; they join it. `back` is a noun that points to it, if any."""
        doc, tongue = self.story.doc, self.story.tongue
        pronoun = tongue.points_back(doc, clause.first, clause.last)
        known = spoken
        if known is None and self.current is not None and sentence - self.current.sentence <= NEAR:
            known = self.current
        if known is None or (known.clause is clause and back < 0) or (back < 0 and self._overtaken(known, sentence)):
            return False
        stance = tongue.presence(doc, clause.first, clause.last, ceremony=known.passing or known.type == "ceremony")
        if stance is not None and stance.name == "absent":
            known.sentence = sentence
            return False
        listed = known is spoken and clause.first > 0 and doc.tokens[clause.first - 1].text == ":"
        first = not known.people and known.sentence == sentence - 1 and len(self.attendance.named(clause)) > 1
        if stance is None and (listed or first or tongue.at_it(doc, clause.first, back)):
            stance = tongue.speaking(doc, clause.first, clause.last)
        if known is not spoken and not pronoun and sentence - known.sentence > 1 and stance and stance.name == "joins":
            return False
        officers = self.conveners.officers(clause.first, clause.last, known.bodies) if sentence - known.sentence <= 1 else []
        if stance is None and not known.passing:
            officers = officers or self.floor.speakers(known, clause, sentence)
            if officers and not self.floor.opened(known, officers):
                known.sentence = sentence
                return False
            stance = tongue.speaking(doc, clause.first, clause.last) if officers else None
        else:
            officers = []
        if stance is None or (stance.name == "joins" and back < 0 and not pronoun and self.attendance.elsewhere(clause)):
            return False
        ahead = tongue.modality(doc, stance.token, clause.last)[0] == "planned"
        if self.attendance.tells(clause) or (ahead and known.status == "held" and back < 0 and not pronoun):
            return False
        known.sentence = sentence
        people = officers or self.attendance.present(clause) or self.attendance.delegations(clause)
        if not people:
            return False
        known.people += [*known.heard, *people]
        emit(self.story, known)
        return True

    def _overtaken(self, known: Told, sentence: int) -> bool:
        """Whether a meeting has been told since, so that «оған» means that."""
        last = self.story.events[-1] if self.story.events else None
        if last is None or last.type == "visit" or (known.event is not None and last is self.story.events[known.event]):
            return False
        told = self.story.doc.tokens[last.first].sentence
        return known.sentence <= told == sentence - 1 and last.first > known.first

    def _joins_encounter(self, sentence: int, clauses: list[Clause]) -> bool:
        """«Кездесуге … қатысты»: people who take part in the meeting told last, «оған …» in that of the sentence before."""
        doc, tongue = self.story.doc, self.story.tongue
        last = self.story.events[-1] if self.story.events else None
        gap = sentence - doc.tokens[last.last].sentence if last is not None else 0
        if last is None or not 0 < gap <= STILL_MEANT or last.type not in ENCOUNTERS | {"call"}:
            return False
        first, end = clauses[0].first, clauses[-1].last
        words = {t.lower for t in doc.tokens[first : end + 1]}
        if gap > 1 and words & tongue.words("gathering_pronoun"):
            return False
        stance = tongue.presence(doc, first, end, ceremony=False)
        if not words & tongue.words("refers_back") or stance is None or stance.name != "joins":
            return False
        if not doc.tokens[stance.token].lower.startswith(tuple(tongue.words("joins"))):
            return False
        people = [a for clause in clauses for a in self.attendance.present(clause)]
        if not people or any(self.attendance.tells(clause) for clause in clauses):
            return False
        self.story.enlarge(len(self.story.events) - 1, people)
        return True
