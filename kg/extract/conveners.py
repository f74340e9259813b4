"""Who may convene: organizations as the text names them, leaders of countries. Enters: Document, Cast. Leaves: actors."""

from __future__ import annotations

from bisect import bisect_left

from kg.extract.actors import Cast
from kg.language import Language
from kg.language.document import Document

# So many names of organizations back a bare noun («ұйымның») finds the body it means.
NAMED = 60
RANKS = frozenset(
    {
        "head_of_state",
        "head_of_government",
        "monarch",
        "minister",
        "deputy",
        "secretary",
        "chair",
        "speaker",
        "envoy",
        "director",
        "ambassador",
    }
)
LEADERS = frozenset({"head_of_state", "monarch", "head_of_government"})


class Conveners:
    """Answers which body words of a document mean."""

    def __init__(self, doc: Document, cast: Cast, tongue: Language, country_of: dict[int, str]) -> None:
        self.doc = doc
        self.cast = cast
        self.tongue = tongue
        rows = [
            (p.first, p.last, cast.of[n], p.case) for n, p in enumerate(doc.phrases) if p.kind == "organization" and n in cast.of
        ]
        self.named = sorted(rows)
        self.leaders = {
            country_of[actor]: actor
            for t in doc.titles
            if t.kind in LEADERS or t.lemma in tongue.words("state_head")
            for h in t.holders
            if t.bodies and doc.phrases[t.bodies[0]].kind in {"country", "demonym"}
            if (actor := cast.of.get(h)) is not None and actor in country_of
        }
        self.parliaments = {
            p.last
            for n, p in enumerate(doc.phrases)
            if p.kind == "organization"
            and "parliament" in (p.subtype, *tongue.sorts(doc, n))
            and doc.tokens[p.last].nominal.lemma in tongue.words("parliament")
        }
        self.covered = {i: p.last for p in doc.phrases for i in range(p.first, p.last + 1)}
        self.owner_of = self._owners()
        # Who is named anywhere with an office that speaks for a state or a body.
        self.ranked = {cast.of[h] for t in doc.titles if t.kind in RANKS for h in t.holders if h in cast.of}
        self.heads = sorted(
            (t.first, t.last, actor, tuple(cast.of[b] for b in t.bodies if b in cast.of))
            for t in doc.titles
            if t.lemma in tongue.words("officer")
            for h in t.holders
            if (actor := cast.of.get(h)) is not None
        )

    def officers(self, first: int, last: int, bodies: list[int]) -> list[int]:
        """«Ұйымның Бас хатшысы А»: who holds an office of the bodies that convene, between two tokens."""
        rows = self.heads[bisect_left(self.heads, (first,)) : bisect_left(self.heads, (last + 1,))]
        return [actor for _, _, actor, owners in rows if bodies and (not owners or set(owners) & set(bodies))]

    def between(self, first: int, last: int, *, genitive: bool = False) -> list[int]:
        """The organizations named between two tokens, or only those that own what follows."""
        rows = self.named[bisect_left(self.named, (first,)) : bisect_left(self.named, (last + 1,))]
        found = [actor for _, end, actor, case in rows if end <= last and (not genitive or case == "gen" or self._leads(end))]
        return list(dict.fromkeys(found))

    def joint(self, first: int, last: int) -> bool:
        """«кеңеспен бірге өткізілген саммит»: whether a body is named as the other side."""
        rows = self.named[bisect_left(self.named, (first,)) : bisect_left(self.named, (last + 1,))]
        return any(case == "ins" for *_, case in rows)

    def without_organs(self, actors: list[int]) -> list[int]:
        """«ҰҚШҰ Қорғаныс министрлері кеңесі»: beside an organization its councils of ministers do not convene."""
        words = self.tongue.words("organ_member")
        names = {a: [name.lower() for name in self.cast.clusters[a].names] for a in actors}
        whole = [
            a
            for a in actors
            if not any(words & set(name.split()) for name in names[a])
            and not any(name.startswith(f"{other} ") for b in actors if b != a for other in names[b] for name in names[a])
        ]
        return whole or actors

    def _leads(self, end: int) -> bool:
        """«ТМҰ Сыртқы істер министрлері кеңесінің»: whether a name in the nominative leads to a noun in the genitive."""
        following = [t for t in self.doc.tokens[end + 1 : end + 7] if t.kind == "word"]
        if following and following[0].lower in self.tongue.words("member_word"):
            return True
        return any(t.nominal.case == "gen" and t.nominal.person == 3 for t in following)

    def meant(self, i: int) -> int | None:
        """«Кеңестің», «ұйымның»: the organization last named by a noun like the one at token `i`."""
        token = self.doc.tokens[i]
        lemma = token.nominal.lemma
        if token.kind != "word" or i in self.covered or lemma not in self.tongue.words("body_noun"):
            return None
        end = bisect_left(self.named, (i,))
        rows = self.named[max(0, end - NAMED) : end]
        return next((actor for _, last, actor, _ in reversed(rows) if _same(self.doc.tokens[last].nominal.lemma, lemma)), None)

    def within_name(self, i: int) -> bool:
        """Whether a token stands within a name, before its last word."""
        return self.covered.get(i, i) > i

    def parliament(self, i: int) -> bool:
        """Whether a token ends the name of a parliament («Филиппин конгресінде сөз сөйледі»), which no side convenes."""
        return i in self.parliaments

    def parent(self, actor: int) -> int:
        """The organization whose organ an actor is, else the actor."""
        return self.owner_of.get(actor, actor)

    def _owners(self) -> dict[int, int]:
        """Organ of an organization -> that organization, where the document has both."""
        keys = {c.key: n for n, c in enumerate(self.cast.clusters) if c.type == "organization" and c.key}
        found = {}
        for number, actor in self.cast.of.items():
            organ = self.tongue.words("organ_member") & set(self.doc.phrases[number].name.lower().split())
            if organ or self.doc.phrases[number].subtype == "intergovernmental_organ":
                parent = self.tongue.parent(self.doc, number)
                if parent is not None and parent[0] in keys and keys[parent[0]] != actor:
                    found[actor] = keys[parent[0]]
        return found


def _same(one: str, other: str) -> bool:
    """Whether two lemmas are one, a last letter lost before an ending («съез» for «съезд»)."""
    return one == other or (min(len(one), len(other)) > 3 and one[:-1] == other) or one == other[:-1]
