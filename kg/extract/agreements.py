"""Agreements: which instrument, between whom, what became of it.

Enters: Document, arguments, events, instruments of the language. Leaves: `Pact` rows, those that the text denies last. The name
of an instrument is read from its noun to the left; what happened to it from the acts that follow, here and where a later
sentence speaks of «the document».
"""

from __future__ import annotations

from dataclasses import replace

from kg.extract.agreement_dates import ActDates
from kg.extract.arguments import Arguments
from kg.extract.dating import Dating
from kg.extract.deeds import BINDING, DONE, Deeds
from kg.extract.event import Event
from kg.extract.pact import STAGES, Pact, joined, same
from kg.extract.parties import Parties
from kg.extract.signed_lists import ACT_WITHIN, Deed, Head, Lists
from kg.language import Language
from kg.language.document import Document

LOOSE_KINDS = frozenset({"program", "other", "statement"})
REFERENCE_WITHIN = 4
MOST_BACK = 200  # instruments that a new one is compared with


class PactReader:
    """Reads the agreements of one document."""

    def __init__(
        self,
        doc: Document,
        arguments: Arguments,
        events: list[Event],
        tongue: Language,
        country_of: dict[int, str],
        body_of: dict[int, int],
        dating: Dating,
    ) -> None:
        self.doc = doc
        self.tongue = tongue
        self.usual = (tongue.words("plain_stem"), tongue.words("instrument_stem"))
        self.parties = Parties(doc, arguments, events, tongue, country_of, body_of)
        self.dates = ActDates(doc, events, tongue, dating)
        self.named = {i for p in doc.phrases if p.kind == "organization" for i in range(p.first, p.last + 1)}
        self.lists = Lists(doc, tongue)
        self.deeds = Deeds(doc, tongue, self._ratified_before)
        self.pacts: list[Pact] = []
        self.denied: list[Pact] = []

    def read(self) -> list[Pact]:
        """Agreements in the order of the text, the same instrument once."""
        for sentence, (first, end) in enumerate(self.doc.sentences):
            if self.doc.tokens[first].start < self.doc.body:
                continue
            heads = self._heads(first, end)
            deeds = self._deeds(heads, end)
            self.lists.enter(sentence, heads, self.deeds.find)
            references = self._references(heads, first, end)
            for n, head in enumerate(heads):
                self._instrument(head, deeds[n] or self.lists.of(head, sentence), sentence)
                another = self.doc.tokens[head.i - 1].lower in self.tongue.words("another_like") and head.i > first
                if head.first == head.i and not another and not self._alone(head, deeds[n]):
                    self._refer(head.i, deeds[n], head.instrument.type)
            for i, deed in references:
                self._refer(i, deed, None)
        return self.pacts + self.denied

    def _heads(self, first: int, end: int) -> list[Head]:
        """The nouns of a sentence that no other name holds."""
        rows: list[Head] = []
        for i in range(first, end):
            instrument = None if i in self.named else self.tongue.instrument(self.doc, i)
            following = self.doc.tokens[i + 1].lower if i + 1 < end else ""
            if instrument is None or self.tongue.matches("consents_pattern", following):
                continue
            start = self.tongue.instrument_start(self.doc, i)
            if instrument.lemma in self.tongue.words("document_noun") and not self._about(start, i):
                continue  # «құжат» is a name only with what it is about
            rows = [row for row in rows if row.i < start]
            if rows and self._in_brackets(rows[-1].i, i):
                continue  # «… жоспарына («Жол картасы – 3»)»: another name of the same
            rows.append(Head(i, start, instrument))
        return rows

    def _in_brackets(self, head: int, i: int) -> bool:
        """Whether token `i` stands in brackets that open right after a noun of agreement."""
        between = [t.text for t in self.doc.tokens[head + 1 : i]]
        return bool(between) and between[0] == "(" and ")" not in between

    def _about(self, start: int, i: int) -> bool:
        return any(t.lower in self.tongue.words("about") for t in self.doc.tokens[start:i])

    def _deeds(self, heads: list[Head], end: int) -> list[Deed | None]:
        """What is done to each; «А келісімі мен Б хаттамасына қол қойды»: one verb governs all that are joined."""
        rows: list[Deed | None] = [None] * len(heads)
        cases: list[str] = [self.doc.tokens[h.i].nominal.case for h in heads]
        for n in reversed(range(len(heads))):
            head = heads[n]
            following = heads[n + 1] if n + 1 < len(heads) else None
            if following is not None and self._joined(head, following) and cases[n] in {"nom", cases[n + 1]}:
                cases[n], rows[n] = cases[n + 1], rows[n + 1]
                continue
            limit = min(end, head.i + ACT_WITHIN, following.first if following else end)
            after = self.doc.tokens[head.i + 1].lower if head.i + 1 < end else ""
            deed = self.deeds.find(head.i, limit, end, cases[n], head.instrument.type)
            # «келісім бойынша … тоқтатылды»: what is done by it is not done to it.
            apart = after in self.tongue.words("according_to") and deed is not None and deed.status in DONE - {"in_force"}
            rows[n] = None if apart else deed
        return rows

    def _joined(self, head: Head, following: Head) -> bool:
        between = self.doc.tokens[head.i + 1 : following.first]
        lists = ("joins_like", "joins_any", "document_pronoun")
        words = frozenset({",", "»"}).union(*(self.tongue.words(name) for name in lists))
        if not between or len(between) > 5 or between[0].lower not in words:
            return False
        rest = range(head.i + 2, following.first)
        return all(
            self.doc.tokens[j].lower in words
            or self.doc.tokens[j].kind == "number"
            or self.doc.tokens[j].nominal.case == "loc"
            or self.tongue.describes(self.doc, j)
            for j in rest
        )

    def _references(self, heads: list[Head], first: int, end: int) -> list[tuple[int, Deed]]:
        """«Құжатқа … қол қойды», «ол … күшіне енді»: acts on an instrument that has been named before."""
        rows: list[tuple[int, Deed]] = []
        taken = {i for h in heads for i in range(h.first, h.i + 1)}
        for i in range(first, end):
            token = self.doc.tokens[i]
            if token.kind != "word" or i in taken:
                continue
            document = token.nominal.lemma in self.tongue.words("document_noun") and not self.lists.several(i, first)
            if not document and token.lower not in self.tongue.words("document_pronoun"):
                continue
            clause = next(b for a, b in self.tongue.clauses(self.doc, token.sentence) if a <= i < b)
            limit = min([end, i + ACT_WITHIN if document else clause, *(h.first for h in heads if h.i > i)])
            case = self.tongue.pronoun_case(token.lower) or token.nominal.case
            deed = self.deeds.find(i, limit, end, case, "agreement" if document else None)
            if deed is not None:
                rows.append((i, deed))
        return rows

    def _alone(self, head: Head, deed: Deed | None) -> bool:
        """«декларация қабылданды»: a noun that is a name where nothing of its kind has been named before."""
        return head.instrument.alone and deed is not None and not any(p.type == head.instrument.type for p in self.pacts)

    def _instrument(self, head: Head, deed: Deed | None, sentence: int) -> None:
        words = [t for t in self.doc.tokens[head.first : head.i] if t.kind in {"word", "number"}]
        kind = head.instrument.type
        if not words and not self._alone(head, deed):
            return
        first = self.doc.sentences[sentence][0]
        earlier = self.tongue.earlier_act(self.doc, self.parties.named.before(head.first)) if head.first > first else None
        if earlier is not None and (deed is None or STAGES.index(deed.status) < STAGES.index(earlier.status)):
            deed = Deed(earlier, head.first - 1, earlier.status)
        around = {t.lower for t in self.doc.tokens[max(first, head.first - 2) : head.i]}
        if around & self.tongue.words("none_at_all"):
            return
        if deed is None and (kind in LOOSE_KINDS or not self._is_name(head, first)):
            return
        found = self.parties.of(head.first, head.i, kind, deed.where if deed else head.i, deed.act if deed else None)
        if kind in LOOSE_KINDS and not self._binds(head, found.sides):
            return
        if not found.sides and not self._alone(head, deed) and not self._is_name(head, first):
            return
        # «еңбек шарты», «несие келісімшарты»: of private people, where no two bodies make it.
        private = bool(words) and words[-1].lower in self.tongue.words("private_instrument")
        if private and not found.told and self._again(head, words[-1].lower, deed):
            return
        if private and len(found.sides) < 2:
            return
        status = deed.status if deed else "mentioned"
        where = deed.where if deed else head.i
        pact = Pact(
            kind,
            self.tongue.instrument_name(self.doc, head.first, head.i),
            found.sides,
            found.signatories if status == "signed" else (),
            status,
            self.dates.date(head.first, head.i, where, status, deed.act if deed else None),
            self.dates.place(head.i, where, status),
            head.first,
            self._evidence_end(head.i, where, sentence),
            "instrument " + head.instrument.lemma,
            0.85 if deed else 0.6,
            bool(deed and deed.denied),
            bool(deed and deed.act.lasting and deed.act.sure and status == "negotiating"),
            found.told,
        )
        self._tell(pact)

    def _again(self, head: Head, word: str, deed: Deed | None) -> bool:
        """«Қарыз шартына былтыр қол қойылған»: a short name of the loan agreement that was named before."""
        sentence = self.doc.tokens[head.i].sentence
        for pact in reversed(self.pacts[-MOST_BACK:]):
            near = sentence - self.doc.tokens[pact.last].sentence <= REFERENCE_WITHIN
            if near and pact.type in BINDING | {"contract"} and word in pact.name.casefold().split():
                if pact is self._latest(head.i, sentence):
                    self._refer(head.i, deed, None)
                return True
        return False

    def _ratified_before(self, i: int) -> bool:
        last = self._latest(i, self.doc.tokens[i].sentence)
        return last is not None and last.status == "ratified"

    def _latest(self, i: int, sentence: int) -> Pact | None:
        """The instrument named last before token `i`, as far back as a bare noun reaches."""
        rows = [p for p in self.pacts[-MOST_BACK:] if p.first < i]
        rows = [p for p in rows if sentence - self.doc.tokens[p.last].sentence <= REFERENCE_WITHIN]
        return max(rows, key=lambda p: p.last, default=None)

    def _tell(self, pact: Pact) -> None:
        """Adds an instrument, or what is new of one named before; what a text denies does not touch what it affirms."""
        rows = self.denied if pact.negated else self.pacts
        for n in range(max(0, len(rows) - MOST_BACK), len(rows)):
            if same(rows[n], pact, *self.usual):
                rows[n] = joined(rows[n], pact)
                return
        if pact.negated and any(same(other, pact, *self.usual) and other.status in DONE for other in self.pacts[-MOST_BACK:]):
            return
        rows.append(pact)

    def _binds(self, head: Head, sides: tuple[int, ...]) -> bool:
        """A programme, plan or statement counts where it is between sides or of a body of states, not a body's own."""
        words = " ".join(t.lower for t in self.doc.tokens[head.first : head.i])
        joint = self.tongue.matches("joint_pattern", words)
        if len(sides) >= 2 or joint or any(self.parties.sides.interstate(a) for a in sides):
            return True
        return self.parties.context.gathered(self.doc.tokens[head.i].sentence, head.i)

    def _is_name(self, head: Head, first: int) -> bool:
        """An instrument that is only mentioned must have a name, not just a kind."""
        words = [t.lower for t in self.doc.tokens[head.first : head.i]]
        capital = self.doc.tokens[head.first].capital and head.first > first
        if self.doc.tokens[head.i].nominal.plural and not capital:
            return False
        dated = any(head.first <= t.first <= head.i for t in self.doc.times)
        return bool(set(words) & self.tongue.words("about")) or capital or dated or self.parties.named.stands_between(head.first)

    def _evidence_end(self, i: int, where: int, sentence: int) -> int:
        last, end = max(i, where), self.doc.sentences[sentence][1]
        if where > i and last + 1 < end and self.doc.tokens[last + 1].kind == "word":
            last += 1
        return last

    def _refer(self, i: int, deed: Deed | None, kind: str | None) -> None:
        """A bare noun or pronoun with an act: the instrument named last, of its kind where it has one."""
        if deed is None:
            return
        sentence = self.doc.tokens[i].sentence
        fitting = [
            n
            for n in range(max(0, len(self.pacts) - MOST_BACK), len(self.pacts))
            if self.pacts[n].first < i
            and kind in {None, self.pacts[n].type}
            and sentence - self.doc.tokens[self.pacts[n].last].sentence <= REFERENCE_WITHIN
        ]
        if not fitting:
            return
        n = max(fitting, key=lambda k: self.pacts[k].last)
        pact = self.pacts[n]
        if deed.denied:
            here = self.doc.tokens[pact.last].sentence == sentence
            if here or pact.status not in DONE | {"negotiating"}:
                self.denied.append(replace(pact, status=deed.status, negated=True))
                del self.pacts[n]
            return
        found = self.parties.of(i, i, pact.type, deed.where, deed.act)
        signed = deed.status in {"signed", "planned"}
        fuller = found.told and len(found.sides) > (1 if not pact.told else max(1, len(pact.parties)))
        if deed.status == pact.status == "signed" and fuller:
            signatories = pact.signatories or found.signatories
            pact = replace(pact, parties=found.sides, signatories=signatories, told=True)
            self.pacts[n] = pact
        if STAGES.index(deed.status) <= STAGES.index(pact.status) or (pact.initialled and deed.status == "planned"):
            return
        self.pacts[n] = replace(
            pact,
            status=deed.status,
            date=self.dates.date(i, i, deed.where, deed.status, deed.act) or pact.date,
            parties=found.sides if signed and fuller else pact.parties,
            signatories=pact.signatories or (found.signatories if deed.status == "signed" else ()),
        )
