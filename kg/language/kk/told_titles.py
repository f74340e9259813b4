"""Offices that no noun phrase writes out: «комитетті басқаратын Х», «Египеттегі, кейін Малайзиядағы елшісі».

Enters: a Document with its titles. Leaves: further titles, and those that share a body with them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.language.document import Document, Title
from kg.language.kk import lexicon
from kg.language.kk.organs import OrganReader
from kg.language.kk.phonology import fill, harmony
from kg.language.kk.shapes import NO_BODIES, head_of, surface

HEAD = "басшы"
REACH = 5


def with_told(doc: Document, titles: list[Title]) -> list[Title]:
    """The titles and those that the text tells in other words, in order."""
    at = {i: n for n, p in enumerate(doc.phrases) for i in range(p.first, p.last + 1)}
    found: list[Title] = []
    for title in titles:
        found += _with_hosts(doc, title, at)
    found += _led(doc, at)
    return sorted(found, key=lambda t: t.first)


def _with_hosts(doc: Document, title: Title, at: dict[int, int]) -> list[Title]:
    """«Қазақстанның Египеттегі, одан кейін Малайзиядағы елшісі»: the office was held at each of the two."""
    number = at.get(title.first)
    if title.bodies or number is None or not doc.phrases[number].attributive or doc.phrases[number].first != title.first:
        return [title]
    k = title.first - 1
    parted = False
    while k > 0 and title.first - k <= REACH + 1 and _parts(doc, k):
        parted = parted or doc.tokens[k].text == "," or doc.tokens[k].lower in lexicon.word_list("conjunction")
        k -= 1
    other = at.get(k)
    if not parted or other is None or not doc.phrases[other].attributive or doc.phrases[other].kind not in {"country", "place"}:
        return [title]
    first, second = doc.phrases[other], doc.phrases[number]
    name = title.title.replace(surface(doc, second.first, second.last), surface(doc, first.first, first.last), 1)
    owner = at.get(first.first - 1)
    bodies: tuple[int, ...] = ()
    if owner is not None and doc.phrases[owner].kind in {"country", "organization"} and doc.phrases[owner].case in {"nom", "gen"}:
        bodies = (owner,)
    body = bodies[0] if bodies else None
    begins = doc.phrases[owner].first if bodies and owner is not None else first.first
    bearers = title.holders or title.bearers
    earlier = replace(
        title, first=begins, last=first.last, title=name, body=body, bodies=bodies, holders=(), bearers=bearers, case="nom"
    )
    return [earlier, replace(title, body=body, bodies=bodies)]


def _parts(doc: Document, k: int) -> bool:
    """Whether token `k` may stand between two hosts: a comma, a conjunction, words of order and time."""
    token = doc.tokens[k]
    words = lexicon.word_list("conjunction") | lexicon.word_list("title_sequence")
    return token.text == "," or token.lower in words or token.text.isdigit()


def _led(doc: Document, at: dict[int, int]) -> Iterator[Title]:
    """«Сенаттың халықаралық комитетін басқаратын Х»: who leads a body is its head."""
    organs = OrganReader(doc, at)
    for i, token in enumerate(doc.tokens):
        if token.kind != "word" or token.lower not in lexicon.word_list("leads"):
            continue
        after = i + 1
        while after < len(doc.tokens) and doc.tokens[after].lower in lexicon.word_list("leads_on"):
            after += 1
        person = at.get(after)
        if person is None or doc.phrases[person].kind != "person" or doc.phrases[person].first != after:
            continue
        yield from _leader(doc, i, person, at, organs)


def _leader(doc: Document, i: int, person: int, at: dict[int, int], organs: OrganReader) -> Iterator[Title]:
    start = doc.sentences[doc.tokens[i].sentence][0]
    for j in range(i - 1, max(start, i - REACH) - 1, -1):
        number = at.get(j)
        if number is not None:
            phrase = doc.phrases[number]
            if phrase.kind == "organization" and phrase.case in {"acc", "dat"} and phrase.subtype not in NO_BODIES:
                organ = organs.named(number)
                body = organ.body if organ else number
                words = (organ.first, phrase.last) if organ else None
                yield _title(
                    doc, min(doc.phrases[body].first, phrase.first), i, words, body, person, organ is not None and body == number
                )
            return
        if doc.tokens[j].nominal.case in {"acc", "dat"}:
            head = head_of(doc.tokens[j])
            found = organs.described(j, start)
            if found is not None and (head is None or head[0] not in NO_BODIES):
                first = doc.phrases[found.body].first if found.body is not None else found.words[0]
                yield _title(doc, first, i, (found.words[0], j), found.body, person, False)
            return


def _title(
    doc: Document, first: int, last: int, words: tuple[int, int] | None, body: int | None, person: int, organ: bool
) -> Title:
    text = HEAD
    if words is not None:
        text = f"{_genitive(doc, *words)} {HEAD}сы"
    bodies = () if body is None else (body,)
    return Title(first, last, text, HEAD, "chair", "nom", False, True, False, body, bodies, bearers=(person,), organ=organ)


def _genitive(doc: Document, first: int, last: int) -> str:
    """«комиссиясын» as «комиссиясының»; a lone «үкіметін» as «үкімет»."""
    token = doc.tokens[last]
    if first == last and token.nominal.lemma in lexicon.word_list("bare_organ"):
        return token.nominal.lemma
    own = token.text.removesuffix("на").removesuffix("не").removesuffix("н")
    return f"{surface(doc, first, last - 1)} " * (last > first) + own + fill("нIң", harmony(own.lower()))
