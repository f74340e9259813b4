"""Names of agreements: where a name begins, its nominative, and what is done to the instrument.

Enters: a Document and the token of the noun. Leaves: token numbers, a name, an `Act`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from kg.language.document import Document
from kg.language.frames import Act
from kg.language.kk import lexicon, verbs
from kg.language.kk.morphology import case_readings

TOPIC = frozenset({"туралы", "жөніндегі", "саласындағы", "арасындағы", "арналған", "бойынша", "болашақ", "құру", "дамыту"})
MAX_LEFT = 22
LASTING = frozenset({"күшінде", "қолданыста", "сүйен", "қабылданып"})
DONE = r"(?:қойған|қойылған|жасалған|жасасқан|қабылданған|бекітілген|бекіткен|парафталған|денонсациялаған|енген)"


@cache
def _acts() -> tuple[Act, ...]:
    return tuple(
        Act(row["status"], row["pattern"], row["case"], row["pattern"] in LASTING) for row in lexicon.data_rows("acts.csv")
    )


def act(doc: Document, noun: int, i: int) -> Act | None:
    """The act whose words begin at token `i` and whose case fits the noun."""
    case = doc.tokens[noun].nominal.case
    window = " ".join(t.lower for t in doc.tokens[i : i + 6] if t.kind == "word")
    for row in _acts():
        if row.case and case not in row.case.split("|"):
            continue
        if re.match(row.pattern, window):
            return row
    return None


def start(doc: Document, i: int) -> int:
    """Reads to the left from the noun: attributes, then what «туралы» governs, up to an actor that acts or a verb."""
    first = doc.sentences[doc.tokens[i].sentence][0]
    actors = {j: p for p in doc.phrases for j in range(p.first, p.last + 1)}
    titles = {j for t in doc.titles for j in range(t.first, t.last + 1)}
    times = {j: t for t in doc.times for j in range(t.first, t.last + 1)}
    topic = False
    edge = i
    j = i - 1
    while j >= max(first, i - MAX_LEFT):
        token = doc.tokens[j]
        if token.text in {"»", "«", "”", "“"}:
            if token.text == "«" and edge == j + 1:
                edge = j
            j -= 1
            continue
        if token.kind in {"dash"} and topic and doc.tokens[j - 1].kind == "number":
            j -= 1
            continue
        if j in times:
            reference = times[j]
            following = doc.tokens[reference.last + 1].lower
            if following in {"арналған", "дейін", "дейінгі"} or doc.tokens[reference.last].lower in {"жылғы"}:
                edge = reference.first
                j = reference.first - 1
                continue
            break
        if token.kind not in {"word", "number", "initial"}:
            if (
                token.text == ","
                and topic
                and not verbs.ends_clause(doc.tokens[j - 1].lower)
                and j - 1 not in titles
                and _plain(doc, j - 1, actors)
            ):
                j -= 1
                continue
            break
        if j in titles:
            break
        if j in actors:
            phrase = actors[j]
            if (
                phrase.kind in {"person", "pronoun"} or (phrase.case in {"loc", "ins", "abl", "acc"} and not phrase.attributive)
            ) and not (topic and phrase.case == "ins" and phrase.kind == "country"):
                break
            if phrase.case == "nom" and phrase.kind in {"country", "organization"} and not _linked(doc, phrase.last + 1):
                break
            edge = phrase.first
            j = phrase.first - 1
            continue
        lower = token.lower
        if re.fullmatch(DONE, lower):
            break
        if lower in TOPIC or lower.endswith(("дағы", "дегі", "тағы", "тегі", "ндағы", "ндегі")):
            topic = True
        elif (
            lower in lexicon.word_list("instrument_stop")
            or (verbs.ends_clause(lower) and not topic)
            or lower in {"екі", "бұл", "осы", "сол"}
            or (
                topic
                and re.search(r"(?:[ыі]п|[дт][ыі]|[аей]д[ыі]|[мбп][ае][қк])$", lower)
                and verbs.ends_clause(lower)
                and lower not in lexicon.word_list("no_verb")
            )
        ):
            break
        elif lower in {"мен", "пен", "бен", "және"}:
            if not topic and not _linked(doc, j):
                break
            j -= 1
            continue
        elif (not topic and token.nominal.case in {"acc", "ins", "abl", "loc", "dat"}) or (
            topic
            and token.nominal.case in {"ins", "abl", "loc"}
            and token.nominal.lemma in lexicon.word_list("instrument_adjunct")
        ):
            break
        edge = j
        j -= 1
    while edge < i and (
        doc.tokens[edge].lower in {"мен", "пен", "бен", "және", ",", "да", "де", "екіжақты"}
        or doc.tokens[edge].kind in {"other", "dash"}
    ):
        edge += 1
    return edge


def earlier_act(doc: Document, first: int) -> Act | None:
    """«былтыр қол қойған … келісім»: what a participle before the name says of it."""
    if first == 0:
        return None
    word = doc.tokens[first - 1].lower
    if not re.fullmatch(DONE, word):
        return None
    statuses = {
        "қабылданған": "adopted",
        "бекітілген": "adopted",
        "бекіткен": "adopted",
        "парафталған": "negotiating",
        "денонсациялаған": "terminated",
        "енген": "in_force",
    }
    return Act(statuses.get(word, "signed"), word, "")


def _plain(doc: Document, j: int, actors: Mapping[int, object]) -> bool:
    return doc.tokens[j].kind == "word" and j not in actors


def _linked(doc: Document, j: int) -> bool:
    """Whether what follows a nominative binds it to the name: «Қазақстан мен Беларусь арасындағы»."""
    words = [t.lower for t in doc.tokens[j : j + 4]]
    return bool(words) and (words[0].startswith(("арасындағы", "–", "-", "үкімет")) or words[0] in {"мен", "пен", "бен", "және"})


def name(doc: Document, first: int, i: int) -> str:
    """The words with the noun in the nominative, its possessor's ending kept where one is."""
    token = doc.tokens[i]
    case = token.nominal.case
    lengths = [row[0] for row in case_readings(token.text, False) if row[1] == case and row[2] == token.nominal.attributive]
    possessed = (
        [row[0] for row in case_readings(token.text, False) if row[1] == case and row[3]] if token.nominal.person == 3 else []
    )
    length = (possessed or lengths or [len(token.text)])[0]
    if token.nominal.plural and case == "nom":
        length = len(token.text)
    text = doc.article.text[doc.tokens[first].start : token.start + length]
    return re.sub(r"\s*\([^)]*\)", "", " ".join(text.split()))
