"""When and where an event was, composed. Enters: a predicate's site, the events told before. Leaves: a moment and a spot."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.arguments import Clause
from kg.extract.dating import Dating, Moment
from kg.extract.event import Event
from kg.extract.mentions import Mention
from kg.extract.placing import Placing, Spot
from kg.language import Language
from kg.language.document import Document

OPENING = 3  # sentences that report what the article is about


class Setting:
    """Dates and places of one document's events."""

    def __init__(self, doc: Document, mentions: list[Mention], tongue: Language) -> None:
        paragraphs, opening = _paragraphs(doc), _opening(doc, tongue)
        self.dating = Dating(doc, tongue, paragraphs, opening)
        self.placing = Placing(doc, mentions, tongue, paragraphs, opening, self.dating)

    def moment(
        self,
        i: int,
        clause: Clause,
        status: str,
        kind: str,
        events: Sequence[Event],
        *,
        noun: bool = False,
        described: bool = False,
        goal: int | None = None,
    ) -> Moment:
        """When the event of a kind was whose predicate is token `i` of a clause; `goal`: its token, where there are several."""
        elsewhere = kind != "visit" and self.placing.elsewhere(i, clause, status, kind, noun=noun)
        return self.dating.date(i, clause, status, kind, events, noun=noun, described=described, goal=goal, elsewhere=elsewhere)

    def spot(
        self,
        i: int,
        clause: Clause,
        status: str,
        kind: str,
        events: Sequence[Event],
        *,
        noun: bool = False,
        goal: Mention | None = None,
        iso: str | None = None,
    ) -> Spot:
        """Where it was; a journey has a goal, a place or the code of a country."""
        return self.placing.place(kind, i, clause, goal, iso, status, events, noun=noun)

    def told(self, i: int, clause: Clause, status: str, kind: str, events: Sequence[Event]) -> tuple[Moment | None, Spot | None]:
        """What the clause of an event noun at token `i` itself says of time and place."""
        return self.dating.told(i, clause, status, kind, events), self.placing.told(i, clause, status, kind)

    def kept(self) -> tuple[dict[int, object], dict[int, object]]:
        """What has been understood so far, to go back to."""
        return dict(self.dating.current), dict(self.placing.current)

    def back_to(self, kept: tuple[dict[int, object], dict[int, object]]) -> None:
        """Forgets what was understood since."""
        self.dating.current, self.placing.current = dict(kept[0]), dict(kept[1])  # type: ignore[arg-type]


def _paragraphs(doc: Document) -> list[int]:
    """The number of the paragraph of each sentence."""
    numbers, number, end = [], 0, 0
    for first, _ in doc.sentences:
        start = doc.tokens[first].start if first < len(doc.tokens) else end
        number += "\n" in doc.article.text[end:start]
        numbers.append(number)
        end = start
    return numbers


def _opening(doc: Document, tongue: Language) -> list[int]:
    """The first sentences of the text that have a verb: what the article reports."""
    found: list[int] = []
    for sentence, (first, end) in enumerate(doc.sentences):
        if doc.tokens[first].start >= doc.body and tongue.governor(doc, first - 1, end - 1) is not None:
            found.append(sentence)
        if len(found) == OPENING:
            break
    return found
