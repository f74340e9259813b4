"""Who holds the floor: sentences that go on to tell what office-holders said at a gathering. Enters: a clause. Leaves: persons.

«Саммит өтті. Президент А су мәселесін көтерді. Премьер Б оны қуаттады.» No word says that they were there, the sequence does.
"""

from __future__ import annotations

from kg.extract.arguments import Clause
from kg.extract.attendance import Attendance
from kg.extract.convened import Told
from kg.extract.conveners import Conveners
from kg.extract.event import GATHERINGS
from kg.extract.story import Story

# The telling may leave out one sentence, on the hall or on what was not signed.
NEAR = 2


class Floor:
    """Follows the telling of one document's gatherings."""

    def __init__(self, story: Story, conveners: Conveners, attendance: Attendance) -> None:
        self.story = story
        self.conveners = conveners
        self.attendance = attendance

    def speakers(self, known: Told, clause: Clause, sentence: int) -> list[int]:
        """The persons of a clause who speak at the gathering told before it; none where the telling turns elsewhere."""
        if known.status != "held" or known.type not in GATHERINGS or known.passing or known.closed or known.attended:
            return []
        paragraphs = self.story.setting.dating.paragraphs
        gap = sentence - known.sentence
        # A new paragraph may go on with it, if nothing lies between.
        if not 0 < gap <= NEAR or paragraphs[sentence] - paragraphs[known.sentence] > NEAR - gap:
            return []
        people = self.attendance.named(clause)
        if not people or not set(people) & self.conveners.ranked or self._turns(known, clause, sentence):
            return []
        return people

    def opened(self, known: Told, people: list[int]) -> bool:
        """Whether it is sure that they are there: one alone, where nobody else is named, may but comment from afar."""
        known.heard += people
        if not known.people and len(set(known.heard)) < 2:
            return False
        people += [a for a in known.heard if a not in people]
        return True

    def _turns(self, known: Told, clause: Clause, sentence: int) -> bool:
        """Whether a clause has a time or a town of its own, looks back, reports, or tells of a signature."""
        doc, tongue = self.story.doc, self.story.tongue
        event = self.story.events[known.event] if known.event is not None else None
        date, place = (event.date, event.place) if event is not None else (None, None)
        times = self.story.setting.dating.by_sentence.get(sentence, [])
        if any(clause.first <= t.first <= clause.last and t.value != date for t in times):
            return True
        towns = [m.name for g in clause.groups for m in g if m.kind == "place" and m.case == "loc" and not m.attributive]
        if any(town.casefold() != (place or "").casefold() for town in towns):
            return True
        verb = tongue.speaking(doc, clause.first, clause.last)
        if verb is None or doc.tokens[verb.token].lower in tongue.words("apart_verb"):
            return True
        if tongue.presence(doc, clause.first, clause.last, ceremony=True) is not None:
            return True
        return tongue.retrospective(doc, clause.first, clause.last) or self.attendance.tells(clause)
