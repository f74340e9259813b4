"""What is done to agreements: acts, their tense and negation, words for all who do them.

Enters: a Document and tokens. Leaves: an `Instrument`, an `Act`, a status.
"""

from __future__ import annotations

import re
from functools import cache

from kg.language.document import Document, Token
from kg.language.frames import Act, Instrument
from kg.language.kk import lexicon, verbs
from kg.language.kk.almanac import NUMERALS

MOST_SIDES = 40
GERUND = re.compile(r"[ую](?:ы|і|ға|ге|ды|ді|дың|дің|ын|ін|ына|іне|ының|інің|дан|ден|мен)?$")
CONCEDED = re.compile(r"[ғқгк][ае]н(?:ымен|імен)$")
FUTURE_NOUN = re.compile(r"[аей]т[ыі]н(?:ын|ін|ына|іне|ында|інде|ынан|інен)$")
NEARLY = re.compile(r"[ғқгк][ае]л[ыі]$")
# «енген соң», «енгеннен кейін», «енсе»: said on condition only.
UNASSERTED = re.compile(r"[ғқгк][ае]н (?:соң|кезде|жағдайда|күн\w*)$|[ғқгк][ае]ннан кейін|[ғқгк][ае]н(?:ша|ше|да|де)\b|с[ае]\b")
PRONOUNS = {"ол": "nom", "оны": "acc", "оған": "dat", "одан": "abl", "соны": "acc", "соған": "dat", "бұны": "acc", "бұған": "dat"}


@cache
def table() -> dict[str, Instrument]:
    """The nouns of agreement by lemma."""
    rows = (Instrument(row["lemma"], row["type"], row["alone"] == "yes") for row in lexicon.data_rows("instruments.csv"))
    return {row.lemma: row for row in rows}


def instrument(token: Token) -> Instrument | None:
    """The row of the noun that a token is."""
    if token.kind != "word":
        return None
    return table().get(token.nominal.lemma) or table().get(token.lower)


@cache
def _acts() -> dict[str, tuple[Act, ...]]:
    """Acts by the first two letters of their words."""
    found: dict[str, list[Act]] = {}
    for row in lexicon.data_rows("acts.csv"):
        made = Act(
            row["status"],
            row["pattern"],
            row["case"],
            row["lasting"] == "yes",
            row["sure"] == "yes",
            tuple(lexicon.split(row["kinds"])),
        )
        found.setdefault(row["pattern"][:2], []).append(made)
    return {key: tuple(rows) for key, rows in found.items()}


def act(doc: Document, i: int, case: str, kind: str | None) -> Act | None:
    """The act whose words begin at token `i` and that takes an instrument of `kind` in `case`; without a kind only what nothing
    but an instrument undergoes.
    """
    rows = _acts().get(doc.tokens[i].lower[:2], ()) if doc.tokens[i].kind == "word" else ()
    if not rows:
        return None
    window = " ".join(t.lower for t in doc.tokens[i : i + 6] if t.kind == "word")
    return next(
        (
            row
            for row in rows
            if (row.sure if kind is None else not row.kinds or kind in row.kinds)
            and (not row.case or case in row.case.split("|"))
            and re.match(row.pattern, window)
        ),
        None,
    )


def verbal_noun(doc: Document, i: int) -> bool:
    """Whether the act at token `i` is a possessed verbal noun («қол қоюы», «қабылдануымен»)."""
    token = doc.tokens[_verb(doc, i, i + 1)]
    return bool(re.search(r"(?:уы|уі|юы|юі)(?:н|мен|на|не|ның|нің|нда|нде)?$", token.lower))


def _verb(doc: Document, i: int, last: int) -> int:
    """The verb of an act at token `i`, behind its noun where it has one («қол қойды»)."""
    return i + 1 if i < min(last, len(doc.tokens) - 1) and doc.tokens[i].lower in lexicon.word_list("act_noun") else i


def state(doc: Document, i: int, last: int) -> tuple[str, bool]:
    """Status and negation of the act at token `i`, told up to token `last`.

    A verbal noun («қол қою») says by what governs it whether the act was done, is meant to be, or neither.
    """
    k = _verb(doc, i, last)
    word = doc.tokens[k].lower
    if re.match(r"\S+ ал(?:ма|май)", " ".join(t.lower for t in doc.tokens[k : min(last + 1, k + 2)])):
        return "held", True  # «қол жеткізе алмады»
    after = doc.tokens[k + 1].lower if k < last else ""
    if NEARLY.search(word) and after in lexicon.word_list("auxiliary_verb"):
        return "planned", False  # «қол қойғалы отыр»
    if UNASSERTED.search(" ".join(t.lower for t in doc.tokens[k : min(last + 1, k + 2)])):
        return "open", False
    if verbs.CONVERB.search(word) and after == "," and _own_subject(doc, k + 2, last):
        return "held", False
    if CONCEDED.search(word):
        return "held", False  # «жасалғанымен, күшіне әлі енген жоқ»
    if FUTURE_NOUN.search(word):
        return "planned", False  # «жасалатынына сендірді»
    if not GERUND.search(word) or len(word) < 3:
        return verbs.modality(doc, k, last)
    rest = " ".join(t.lower for t in doc.tokens[k : min(last + 1, k + 10)] if t.kind == "word")
    if any(re.search(pattern, rest) for pattern in lexicon.word_list("law_pattern")):
        passed = any(re.search(pattern, rest) for pattern in lexicon.word_list("law_passed_pattern"))
        return ("held", False) if passed else ("planned", False)
    if any(re.search(pattern, rest) for pattern in lexicon.word_list("intended_pattern")) or k >= last - 1:
        return "planned", False
    return verbs.modality(doc, k + 1, last) if k < last else ("held", False)


def _own_subject(doc: Document, i: int, last: int) -> bool:
    """Whether the next clause speaks of the document itself («…, ол келесі айда күшіне енеді»), so that its tense is its own."""
    words = {t.lower for t in doc.tokens[i : min(last + 1, i + 3)]}
    return bool(words & lexicon.word_list("document_subject"))


def earlier_act(doc: Document, first: int) -> Act | None:
    """«былтыр қол қойған … келісім»: what a participle before the name says of it."""
    j = first - 1
    while j > 0 and (doc.tokens[j].text in {",", "«"} or (doc.tokens[j].capital and doc.tokens[j].nominal.case == "loc")):
        j -= 1
    if j < 1 or doc.tokens[j].kind != "word":
        return None
    words = f"{doc.tokens[j - 1].lower} {doc.tokens[j].lower}"
    for row in lexicon.data_rows("participles.csv"):
        if re.search(rf"(?:^|\s)(?:{row['pattern']})$", words):
            return Act(row["status"], row["pattern"], "")
    return None


def collective(doc: Document, first: int, last: int) -> tuple[int, str] | None:
    """How many sides the last word for all of them between two tokens means (0: not said), and of what kind they are."""
    for j in range(min(last, len(doc.tokens) - 1), first - 1, -1):
        token = doc.tokens[j]
        if token.kind != "word":
            continue
        if token.lower in lexicon.word_list("sides"):
            return {"екеуі": 2, "екеуінің": 2, "үшеуі": 3}.get(token.lower, 0), ""
        if j == first or token.nominal.lemma not in lexicon.word_list("side_noun") or token.nominal.case in {"acc", "loc", "abl"}:
            continue
        for k in range(j - 1, max(first, j - 3) - 1, -1):
            count = NUMERALS.get(doc.tokens[k].lower) or (int(doc.tokens[k].text) if doc.tokens[k].text.isdecimal() else 0)
            if 2 <= count <= MOST_SIDES:
                bodies = token.nominal.lemma in lexicon.word_list("institution_noun") or any(
                    t.lower in lexicon.word_list("institution_noun") for t in doc.tokens[k:j]
                )
                state = token.nominal.lemma in lexicon.word_list("state_noun")
                return count, "body" if bodies else "state" if state else ""
    return None
