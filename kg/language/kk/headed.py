"""Organizations by the noun that ends their name: «Сыртқы істер министрлігі», «Цукуба университеті».

Enters: a Document with tokens, the phrases found so far. Leaves: phrases of organizations. `body_names` says where a name begins.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.document import Document, Phrase
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
    kind, alone = head
    words = doc.tokens[first : i + 1]
    before = taken.get(first - 1)
    owned = before is not None and before.kind == "country" and before.case in {"nom", "gen"} and not before.attributive
    if kind == "company" and token.nominal.person != 3 and not words[0].text.isascii():
        return False
    if first == i:
        if owned and token.nominal.case == "acc" and i + 1 < len(doc.tokens) and doc.tokens[i + 1].lower.startswith("басқар"):
            # «Армения үкіметін басқаратын …» tells an office.
            return False
        if kind in STATIONED and token.nominal.person == 3 and _stationed(before, taken):
            return True
        after = doc.tokens[min(i + 1, len(doc.tokens) - 1)]
        if kind == "government" and not owned and (after.nominal.lemma == "сағат" or is_office(after)):
            return False  # «Үкімет сағаты», «Үкімет төрағасы»
        opens = starts_sentence(doc, i) and kind != "government"
        bare = alone and kind in STATE and token.capital and not opens
        if token.capital and token.nominal.person == 3 and before is not None and before.kind == "organization":
            # «… ұйымының Хатшылығы»
            return before.case in {"nom", "gen"} and not before.attributive and alone
        national = kind in STATE or (before is not None and before.case == "nom" and kind in {"university", "academy"})
        return bare or (owned and national and token.nominal.person == 3)
    capital = any(t.capital and t.kind in {"word", "initial"} for t in words[:-1]) or (
        token.capital and not starts_sentence(doc, i)
    )
    following = doc.tokens[i + 1].lower if i + 1 < len(doc.tokens) else ""
    if token.nominal.person != 3 and (following in {"туралы", "құру"} or kind == "society"):
        return False
    if (token.nominal.case == "acc" and following.startswith(("ашу", "құру", "салу"))) or (
        kind == "company" and following == "туралы"
    ):
        return False  # what is yet to be, what a paper is about
    if capital or kind in {"ministry", "mission", "parliament"}:
        return True
    if (kind in LOCAL and words[0].nominal.lemma in lexicon.word_list("territory")) or bool(lexicon.pair_of(words[0].lower)):
        return True
    if not owned or before is None:
        return False
    if head_of(token) is None:
        return before.case == "nom"  # «Чили темір жолдары»
    return kind in STATE or (before.case == "nom" and kind in NATIONAL)


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
