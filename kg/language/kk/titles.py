"""Offices: «Қазақстан Республикасының Сыртқы істер министрі», «Премьер-Министрдің орынбасары», «елші».

Enters: a Document with phrases. Leaves: its titles, each with the body it belongs to and the persons who bear it.
A title is read from its head noun to the left, as Kazakh builds it: modifiers first, the possessor before them.
"""

from __future__ import annotations

from dataclasses import replace

from kg.language.document import Document, Title
from kg.language.kk import lexicon
from kg.language.kk.bearers import with_bearers
from kg.language.kk.office_words import OfficeReader
from kg.language.kk.organs import OrganReader
from kg.language.kk.shapes import STATE
from kg.language.kk.title_owners import Span
from kg.language.kk.title_spans import SpanReader
from kg.language.kk.title_words import wording
from kg.language.kk.told_titles import with_told


def find(doc: Document) -> None:
    """Fills `doc.titles`, widens no phrase."""
    doc.titles = with_told(doc, with_bearers(doc, TitleFinder(doc).find()))


class TitleFinder:
    """Reads the titles of one document; `at` gives the phrase that covers a token."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.at = {i: n for n, p in enumerate(doc.phrases) for i in range(p.first, p.last + 1)}
        self.organs = OrganReader(doc, self.at)
        self.offices = OfficeReader(doc, self.at)
        self.spans = SpanReader(doc, self.at, self.offices, self.organs)

    def find(self) -> list[Title]:
        """All titles in the order of the text, without their bearers."""
        found: list[Title] = []
        inner: set[int] = set()
        for i in reversed(range(len(self.doc.tokens))):
            token = self.doc.tokens[i]
            if i in inner or i in self.at or token.kind != "word":
                continue
            acting = self.offices.acting(i)
            head = i if acting is None else acting
            office = self.offices.office(head)
            if office is None:
                continue
            reading = self.spans.left(head, self.offices.own(head, office))
            inner.update(range(reading.first, i))
            found.append(self._title(i, head, office, reading))
        found.reverse()
        return self._joined(found)

    def _title(self, last: int, head: int, office: lexicon.Office, reading: Span) -> Title:
        """The title whose head noun is at `head`; it reaches to `last` where somebody is only acting."""
        token = self.doc.tokens[last]
        lemma = self.doc.tokens[head].nominal.lemma
        indexes = (*reading.words, *range(head, last + 1))
        heads = frozenset(i for i in indexes if self.offices.is_head(self.doc.tokens[i]) or self.organs.is_organ(i))
        words = office.lemma.split()
        plain = words[-1] if len(words) > 1 and last == head and self.offices.own(head, office) else ""
        first = reading.first
        while reading.body is None and first < head and self._edge(first):
            first += 1
        return Title(
            first,
            last,
            wording(self.doc, indexes, heads, plain),
            lemma if lemma in lexicon.offices() else self.doc.tokens[head].lower,
            office.kind,
            token.nominal.case,
            token.nominal.plural,
            token.nominal.person == 3,
            office.bare,
            reading.body,
            reading.bodies,
            reading.common_body,
            person=token.nominal.person,
            organ=reading.organ,
            rank=bool({lemma, office.lemma} & lexicon.word_list("rank")),
        )

    def _edge(self, i: int) -> bool:
        """A comma or conjunction at which a title cannot begin."""
        token = self.doc.tokens[i]
        return token.text == "," or token.lower in lexicon.word_list("conjunction")

    def _joined(self, titles: list[Title]) -> list[Title]:
        """«Премьер-Министрдің орынбасары – Сыртқы істер министрі»: two titles that a dash makes one."""
        joined: list[Title] = []
        for title in titles:
            previous = joined[-1] if joined else None
            between = self.doc.tokens[previous.last + 1 : title.first] if previous else []
            dash = len(between) == 1 and between[0].kind == "dash"
            if previous and dash and previous.case == "nom" and self._one(previous, title):
                joined[-1] = self._whole(previous, title)
            else:
                joined.append(title)
        return joined

    def _one(self, previous: Title, title: Title) -> bool:
        """Whether two titles beside a dash are one: neither explains a name before it, and one person or country has both."""
        tokens = self.doc.tokens
        before = self.at.get(previous.first - 2)
        person = before is not None and self.doc.phrases[before].kind == "person"
        if person and tokens[previous.first - 1].kind == "dash":
            return False
        if previous.lemma in lexicon.word_list("no_office") or not self._joins(title):
            return False
        following = self.at.get(title.last + 1)
        if following is not None and self.doc.phrases[following].kind == "person":
            return True
        return previous.kind not in {"head_of_state", "head_of_government"} and not (previous.bodies and title.bodies)

    def _joins(self, title: Title) -> bool:
        """Whether the second of two titles may be one with the first: it is of no body of its own, or of one of the state."""
        if not title.bodies:
            return True
        body = self.doc.phrases[title.bodies[0]]
        return body.kind != "organization" or body.subtype in STATE | {"state_body", "council", "committee"}

    def _state(self, title: Title) -> bool:
        """Whether a title is of a country, or of none that is named."""
        return not title.bodies or self.doc.phrases[title.bodies[0]].kind == "country"

    def _whole(self, previous: Title, title: Title) -> Title:
        """The two titles as one; a body that only the second has is part of its words, since the first is of another."""
        second = title.title
        if title.bodies and self.doc.phrases[title.bodies[0]].kind == "organization" and self._state(previous):
            indexes = range(title.first, title.last + 1)
            heads = frozenset(i for i in indexes if self.offices.is_head(self.doc.tokens[i]) or self.organs.is_organ(i))
            second = wording(self.doc, indexes, heads)
            title = replace(title, body=None, bodies=())
        return replace(
            title,
            first=previous.first,
            title=f"{previous.title} – {second}",
            body=title.body if previous.body is None else previous.body,
            bodies=previous.bodies or title.bodies,
            common_body=previous.common_body or title.common_body,
        )
