"""Organizations by the noun that ends their name: «Сыртқы істер министрлігі», «Цукуба университеті».

Enters: a Document with tokens, the phrases found so far. Leaves: phrases of organizations. `body_names` says where a name begins.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.document import Document, Phrase, latin
from kg.language.kk import lexicon
from kg.language.kk.body_names import LOCAL, NameReader, field_before
from kg.language.kk.shapes import (
    NO_BODIES,
    STATE,
    head_at,
    head_of,
    is_office,
    nominative,
    starts_sentence,
    surface,
)

STATIONED = frozenset({"mission", "office"})
# A country's own body of these kinds needs no capital: «Қазақстан футбол федерациясы».
NATIONAL = (
    STATE
    | {"committee", "commission", "council", "sport", "association", "institute", "party", "society"}
    | {"intergovernmental", "university", "academy"}
)


def headed(doc: Document, taken: dict[int, Phrase]) -> Iterator[Phrase]:
    """Capitalised modifiers before a head noun: «Сыртқы істер министрлігі», «Цукуба университеті», «Tesla компаниясы»."""
    # From the right, so that «Консулдық қызмет департаменті» is one name and not the consulate that it begins with.
    for i in reversed(range(len(doc.tokens))):
        head = None if i in taken else head_at(doc, i)
        outlet = head is not None and head[0] == "media" and doc.tokens[i].nominal.person == 3
        if head is None or (head[0] in NO_BODIES and not outlet):
            continue
        if i and doc.tokens[i - 1].lower in lexicon.word_list("organ_modifier"):
            continue
        if doc.tokens[i].nominal.plural and head_of(doc.tokens[i]) is not None:
            yield from _ministries(doc, i, taken)
            continue
        first = NameReader(doc, i, taken, head[0]).first()
        common = doc.tokens[i].nominal.lemma in lexicon.word_list("no_head") and not _formal(doc, first, i)
        if not common and _names(doc, first, i, taken, head):
            length, case, attributive = nominative(doc.tokens[i], True)
            yield Phrase(
                "organization",
                first,
                i,
                surface(doc, first, i, length),
                case,
                None,
                attributive=attributive,
                subtype="outlet" if outlet else head[0],
                possessed=doc.tokens[i].nominal.person == 3,
            )


def _formal(doc: Document, first: int, i: int) -> bool:
    """«Федералдық қауіпсіздік қызметі»: a head noun that is a common word, after a capital and another word."""
    opens = starts_sentence(doc, first) and doc.tokens[first].lower not in lexicon.word_list("formal_start")
    return i - first > 1 and doc.tokens[first].capital and not opens


def _names(doc: Document, first: int, i: int, taken: dict[int, Phrase], head: tuple[str, bool]) -> bool:
    """Whether the words from `first` to the head noun at `i` are a name and no common noun."""
    token = doc.tokens[i]
    kind = head[0]
    words = doc.tokens[first : i + 1]
    before = taken.get(first - 1)
    owner = before if before is not None and _possesses(before) else None
    if kind == "company" and token.nominal.person != 3 and not latin(words[0].text):
        return False
    if first == i:
        return not _tells_an_office(doc, i, kind, owner) and _bare(doc, i, taken, head, owner)
    if _yet_to_be(doc, i, kind):
        return False
    opens = starts_sentence(doc, i)
    capital = any(t.capital and t.kind in {"word", "initial"} for t in words[:-1]) or (token.capital and not opens)
    if capital or kind in {"ministry", "mission", "parliament"}:
        return True
    if (kind in LOCAL and words[0].nominal.lemma in lexicon.word_list("territory")) or bool(lexicon.pair_of(words[0].lower)):
        return True
    if owner is None or owner.kind != "country":
        return False
    if head_of(token) is None:
        return owner.case == "nom"  # «Чили темір жолдары»
    return kind in STATE or (owner.case == "nom" and kind in NATIONAL)


def _possesses(phrase: Phrase) -> bool:
    return phrase.kind in {"country", "organization"} and phrase.case in {"nom", "gen"} and not phrase.attributive


def _tells_an_office(doc: Document, i: int, kind: str, owner: Phrase | None) -> bool:
    """«Чили үкіметін басқаратын …», «Үкімет төрағасы», «Үкімет сағаты», «басшысы Дума Сейко»: no body acts here."""
    token = doc.tokens[i]
    after = doc.tokens[min(i + 1, len(doc.tokens) - 1)]
    if owner is not None and owner.kind == "country" and token.nominal.case == "acc" and after.lower.startswith("басқар"):
        return True
    if kind == "government" and owner is None and after.nominal.lemma in {"сағат", *lexicon.word_list("state_head")}:
        return True
    given = token.nominal.person == 0 and after.capital and after.kind == "word"
    return given and i > 0 and is_office(doc.tokens[i - 1])


def _bare(doc: Document, i: int, taken: dict[int, Phrase], head: tuple[str, bool], owner: Phrase | None) -> bool:
    """Whether a head noun without modifiers names a body: by its capital, or by whose it is."""
    token = doc.tokens[i]
    kind, alone = head
    possessed = token.nominal.person == 3
    if kind in STATIONED and possessed and _stationed(taken.get(i - 1), taken):
        return True
    if owner is not None and owner.kind == "organization" and token.capital and possessed:
        return alone  # «… ұйымының Хатшылығы»
    if alone and kind in STATE and token.capital and (kind == "government" or not starts_sentence(doc, i)):
        return True
    if token.nominal.lemma in lexicon.word_list("embassy") and token.capital and not possessed and token.nominal.case == "nom":
        return True  # «Елшілік … мәлімдеді»
    if token.nominal.lemma in lexicon.word_list("one_of_country") and owner is not None and owner.kind == "country":
        return owner.case == "nom" and possessed and not token.nominal.plural
    national = kind in STATE or (owner is not None and owner.case == "nom" and kind in {"university", "academy"})
    return owner is not None and owner.kind == "country" and national and possessed


def _yet_to_be(doc: Document, i: int, kind: str) -> bool:
    """«Х орталығын құру», «Х зауыты туралы»: a body that is to be founded, or what a paper is about."""
    token = doc.tokens[i]
    following = doc.tokens[i + 1].lower if i + 1 < len(doc.tokens) else ""
    if token.nominal.person != 3:
        return following in {"туралы", "құру"} or kind == "society"
    founded = token.nominal.case == "acc" and following.startswith(("ашу", "құру", "салу"))
    return founded or (kind == "company" and following == "туралы")


def _stationed(before: Phrase | None, taken: dict[int, Phrase]) -> bool:
    """«Иранның Астанадағы елшілігі»: the place of a mission, and whose it is before it."""
    owner = taken.get(before.first - 1) if before is not None and before.attributive else None
    return owner is not None and owner.kind in {"country", "organization"} and owner.case in {"nom", "gen"}


def _ministries(doc: Document, i: int, taken: dict[int, Phrase]) -> Iterator[Phrase]:
    """«Сыртқы істер және Энергетика министрліктері»: one body for each field; of several countries they stand for these."""
    tokens = doc.tokens
    lemma = tokens[i].nominal.lemma
    if lemma not in lexicon.word_list("ministry_word"):
        return
    fields = _fields(doc, i, taken)
    case = tokens[i].nominal.case
    if len(fields) > 1:
        for first, after in fields:
            last = i if after == i else after - 1
            name = f"{surface(doc, first, after - 1)} {lexicon.organization_possessed()[lemma]}"
            yield Phrase("organization", first, last, name, case, None, subtype="ministry", possessed=True)


def _fields(doc: Document, i: int, taken: dict[int, Phrase]) -> list[tuple[int, int]]:
    """First and last token + 1 of each ministry's field before token `i`."""
    tokens = doc.tokens
    start = doc.sentences[tokens[i].sentence][0]
    fields: list[tuple[int, int]] = []
    end = i
    while size := field_before(tokens, end, start):
        if any(k in taken for k in range(end - size, end)):
            break
        fields.insert(0, (end - size, end))
        end -= size
        if end > start and (tokens[end - 1].text == "," or tokens[end - 1].lower in lexicon.word_list("conjunction")):
            end -= 1
    return fields
