"""Gatherings that no noun names: «министрлер бас қосты», openings, credentials. Enters: a clause. Leaves: what was told."""

from __future__ import annotations

from kg.extract.arguments import Clause
from kg.extract.attendance import Attendance
from kg.extract.convened import Told, countries, emit
from kg.extract.conveners import Conveners
from kg.extract.recognition import Recognition
from kg.extract.story import Story
from kg.language.frames import Gathering

# In so many sentences after a gathering its leaders may be said to gather again.
FAR = 12
UNNAMED = Gathering("", "session", generic=True, anew=True)
OPENING = Gathering("", "ceremony", generic=False, anew=True)


class Unnamed:
    """Reads gatherings that only a verb tells."""

    def __init__(self, story: Story, conveners: Conveners, attendance: Attendance, recognition: Recognition) -> None:
        self.story = story
        self.conveners = conveners
        self.attendance = attendance
        self.recognition = recognition

    def read(self, clauses: list[Clause], number: int, current: Told | None) -> Told | None:
        """The gathering that a clause tells; `current` is the one spoken of before."""
        return (
            self._assembly(clauses, number, current)
            or self._opening(clauses, number, current)
            or self._accreditation(clauses, number)
        )

    def _assembly(self, clauses: list[Clause], number: int, current: Told | None) -> Told | None:
        """«Қазақстан мен Қырғызстан министрлері бас қосты»: people of several sides who gather, none of them named."""
        doc, tongue, clause = self.story.doc, self.story.tongue, clauses[number]
        verb = tongue.convening(doc, clause.first, clause.last)
        if verb is None or any(m.kind == "person" and m.case == "nom" for g in clause.groups for m in g):
            return None
        offices = [m for g in clause.groups for m in g if m.kind == "title" and m.plural and m.case == "nom" and m.last < verb]
        if not offices:
            return None
        status, negated = tongue.modality(doc, verb, clauses[-1].last)
        codes = tuple(dict.fromkeys((*tongue.sides(doc, clause.first, verb), *tongue.members(doc, clause.first, verb))))
        bodies = self.conveners.between(clause.first, verb)
        if negated:
            return None
        new = Told(UNNAMED, "session", verb, verb, clause, status, doc.tokens[verb].sentence, False, bodies, codes)
        if not (len(codes) > 1 or bodies):
            # «Көшбасшылар келер жылы Делиде жиналмақ»: those of the gathering told before.
            if status != "planned" or current is None or new.sentence - current.sentence > FAR:
                return None
            self.recognition.inherit(new, sequel=True)
            return self._add(new) if new.bodies or len(new.countries) > 1 else None
        return self._add(new)

    def _opening(self, clauses: list[Clause], number: int, current: Told | None) -> Told | None:
        """«А мен Б лентасын қиды», «консулдық ашылды»: an opening, where two persons or more are there."""
        doc, clause = self.story.doc, clauses[number]
        verb = self.story.tongue.celebrating(doc, clause.first, clause.last)
        if verb is None:
            return None
        status, negated = self.story.tongue.modality(doc, verb, clauses[-1].last)
        if negated or status == "cancelled":
            return None
        people = [*self.attendance.present(clause), *self.attendance.companions(clause)]
        sentence = doc.tokens[verb].sentence
        if people and current is not None and current.type == "ceremony" and sentence - current.sentence <= 1:
            current.people += people
            current.sentence = sentence
            emit(self.story, current)
            return current
        return self._add(Told(OPENING, "ceremony", verb, verb, clause, status, sentence, True, people=people))

    def _accreditation(self, clauses: list[Clause], number: int) -> Told | None:
        """«Президент үш елдің елшілерінен сенім грамоталарын қабылдады»: who they are the next sentence may tell."""
        doc, clause = self.story.doc, clauses[number]
        verb = self.story.tongue.accrediting(doc, clause.first, clause.last)
        people = self.attendance.present(clause) if verb is not None else []
        if verb is None or len(people) != 1 or any(m.kind == "person" and m.case != "nom" for g in clause.groups for m in g):
            return None
        status, negated = self.story.tongue.modality(doc, verb, clauses[-1].last)
        if negated or status == "cancelled":
            return None
        sentence = doc.tokens[verb].sentence
        new = Told(OPENING, "ceremony", verb, verb, clause, status, sentence, True, people=people, host=people[0])
        return self._add(new)

    def _add(self, new: Told) -> Told:
        new.countries = new.countries or countries(self.story, new.codes)
        self.recognition.keep(new)
        emit(self.story, new)
        return new
