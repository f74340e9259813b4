"""What is done to an instrument: the act on its noun, its status after tense, negation and who does it.

Enters: Document, tokens of nouns. Leaves: a `Deed`.
"""

from __future__ import annotations

from collections.abc import Callable

from kg.extract.pact import STAGES
from kg.extract.signed_lists import ACT_WITHIN, Deed
from kg.language import Language
from kg.language.document import Document
from kg.language.frames import Act

DONE = frozenset({"signed", "adopted", "ratified", "in_force", "terminated"})
BINDING = frozenset({"treaty", "agreement", "protocol"})


class Deeds:
    """Finds acts; `ratified_before`: whether the instrument named last before a token has been ratified."""

    def __init__(self, doc: Document, tongue: Language, ratified_before: Callable[[int], bool]) -> None:
        self.doc = doc
        self.tongue = tongue
        self.ratified_before = ratified_before

    def find(self, i: int, limit: int, end: int, case: str, kind: str | None) -> Deed | None:
        """The act before token `limit` on the noun at `i`, of several the furthest done; the sentence ends at `end`."""
        found: Deed | None = None
        for j in range(i + 1, limit):
            act = self.tongue.act(self.doc, j, case, kind)
            if act is None or (found is not None and (not act.sure and act.status != "terminated")):
                continue
            if act.status == "adopted" and j + 2 < limit and self.doc.tokens[j + 1].lower in self.tongue.words("about"):
                continue  # «… қабылдау туралы шешім қабылдады»: of something else
            further = act.status in DONE and (found is None or STAGES.index(act.status) > STAGES.index(found.status))
            if found is not None and found.status == "negotiating" and act.sure and not found.act.sure:
                deed = self._judged(act, j, end, kind)  # «жаңа редакциясын … бекітуді жоспарлап отыр»
                found = deed if deed.status == "planned" else found
            if found is not None and not (further and found.status in DONE):
                continue
            deed = self._judged(act, j, end, kind)
            if found is None:
                found = deed
            elif deed.status in DONE and not deed.denied and STAGES.index(deed.status) > STAGES.index(found.status):
                found = deed  # «қарашада күшіне еніп, желтоқсанда бұзылды»
        if found is None:
            worked = (self._working(j) for j in range(i + 1, limit))
            return next((deed for deed in worked if deed is not None), None)
        return found

    def _working(self, j: int) -> Deed | None:
        """«… ғана дайын емес: сарапшылар мәтінін келісіп жатыр»: its text is worked on."""
        act = self.tongue.act(self.doc, j, "gen", "agreement")
        return Deed(act, j, act.status) if act is not None and act.status == "negotiating" and act.case == "gen" else None

    def _judged(self, act: Act, j: int, end: int, kind: str | None) -> Deed:
        """The status after tense and negation: not done is planned, still worked on, or denied."""
        if act.status == "absent":
            return Deed(act, j, "mentioned", denied=True)
        if act.lasting:
            return Deed(act, j, act.status)
        state, negated = self.tongue.act_state(self.doc, j, end - 1)
        if state == "open":
            return Deed(act, j, act.status if act.status in {"signed", "adopted"} else "mentioned")
        if negated or (state == "cancelled" and act.status not in {"terminated", "in_force", "ratified"}):
            near = max(self.doc.sentences[self.doc.tokens[j].sentence][0], j - 2 * ACT_WITHIN)
            end = min(end, j + 2 * ACT_WITHIN)
            words = {t.lower for t in self.doc.tokens[near:end]}
            worked_on = any(
                (a := self.tongue.act(self.doc, k, "gen", None) or self.tongue.act(self.doc, k, "gen", "agreement")) is not None
                and a.status == "negotiating"
                for k in range(j + 1, end)
            )
            open_still = bool(words & self.tongue.words("not_yet")) or worked_on
            if act.status in {"in_force", "ratified", "terminated"}:
                return Deed(act, j, "mentioned")  # it is there all the same
            if act.status in DONE and (open_still or act.status == "adopted"):
                return Deed(act, j, "negotiating")
            return Deed(act, j, act.status, denied=True)
        if state == "planned" and act.status != "terminated":
            return Deed(act, j, "planned")
        return Deed(act, j, "ratified" if act.status == "adopted" and self._by_parliament(j, end, kind) else act.status)

    def _by_parliament(self, j: int, end: int, kind: str | None) -> bool:
        """What a parliament adopts of other makers' instruments it ratifies."""
        first = self.doc.sentences[self.doc.tokens[j].sentence][0]
        lemmas = {t.nominal.lemma for t in self.doc.tokens[first:end]}
        if kind in BINDING and not lemmas & self.tongue.words("parliament"):
            # «… хаттама да мақұлданды»: passed in the same sitting.
            return self.tongue.matches("passed_pattern", self.doc.tokens[j].lower) and self.ratified_before(j)
        return kind in BINDING
