"""Who is said to be at a gathering, to gather or to open something. Enters: a Document and tokens. Leaves: stances and verbs."""

from __future__ import annotations

from kg.language.document import Document
from kg.language.frames import Stance
from kg.language.kk import lexicon, verbs
from kg.language.kk.gatherings import case_of, concerning, first_match


def presence(doc: Document, first: int, last: int, *, ceremony: bool) -> Stance | None:
    """A verb of attending, chairing or speaking between two tokens: joins, leads, speaks, or absent where it is denied."""
    words = [j for j in range(first, last + 1) if doc.tokens[j].kind == "word"]
    rows = [("leads_pattern", "leads"), ("present_pattern", "joins"), ("speech_pattern", "speaks")]
    if ceremony:
        rows.append(("celebrates_pattern", "joins"))
    found = [(j, name) for listed, name in rows if (j := first_match(doc, words, listed)) is not None]
    if not found:
        # «Олар – А, Б және В»: a list of those who are there.
        listed = (
            bool(words)
            and doc.tokens[words[0]].lower in lexicon.word_list("those")
            and words[0] < last
            and doc.tokens[words[0] + 1].kind == "dash"
        )
        return Stance("joins", words[0]) if listed else None
    j, name = min(found)
    if concerning(doc, j, last):
        return None
    for k in (j, j + 1):
        # «Төрағалық еткен басқосуда … қабылданбады»: what is denied after it is something else.
        following = doc.tokens[k + 1].lower if k + 1 <= last else ""
        if k <= last and verbs.is_participle(doc.tokens[k].lower) and following not in lexicon.word_list("auxiliary"):
            return Stance(name, j)
    status, negated = verbs.modality(doc, j, last)
    return Stance("absent" if negated or status == "cancelled" else name, j)


def accrediting(doc: Document, first: int, last: int) -> int | None:
    """The verb by which somebody takes credentials («сенім грамоталарын қабылдады», «бес елшіден сенім грамотасын алды»)."""
    words = [j for j in range(first, last + 1) if doc.tokens[j].kind == "word"]
    papers = [j for j in words if doc.tokens[j].nominal.lemma in lexicon.word_list("credentials")]
    return first_match(doc, [j for j in words if papers and j > papers[-1]], "takes_pattern")


def speaking(doc: Document, first: int, last: int) -> Stance | None:
    """Any finite verb between two tokens that is not denied: what is done at a gathering is done by who attends it."""
    words = [j for j in range(first, last + 1) if doc.tokens[j].kind == "word"]
    said = lexicon.word_list("said")
    found = next((j for j in reversed(words) if doc.tokens[j].lower in said or verbs.ends_clause(doc.tokens[j].lower)), None)
    if found is None:
        return None
    status, negated = verbs.modality(doc, found, last)
    return None if negated or status == "cancelled" else Stance("speaks", found)


def convening(doc: Document, first: int, last: int) -> int | None:
    """The verb by which people gather, no noun of gathering needed («министрлер жиналды», «министрлер бас қосты»)."""
    return first_match(doc, [j for j in range(first, last + 1) if doc.tokens[j].kind == "word"], "gathers_pattern")


def celebrating(doc: Document, first: int, last: int) -> int | None:
    """The verb of an opening or launch («лентасын қиды», «елшілік ашылды»)."""
    words = [j for j in range(first, last + 1) if doc.tokens[j].kind == "word"]
    found = first_match(doc, words, "launches_pattern")
    if found is not None:
        return found
    for n, j in enumerate(words):
        if doc.tokens[j].nominal.lemma in lexicon.word_list("opened_thing"):
            opened = first_match(doc, words[n + 1 : n + 6], "opens_pattern")
            if opened is not None:
                return opened
    return None


def at_it(doc: Document, first: int, i: int) -> bool:
    """Whether what a clause from token `first` on tells was at a gathering: its noun `i` in the locative, or «онда»."""
    opening = [j for j in range(first, min(first + 3, len(doc.tokens))) if doc.tokens[j].kind == "word"]
    if any(doc.tokens[j].lower in lexicon.word_list("there") for j in opening):
        return True
    if i < 0 or case_of(doc, i) != "loc":
        return False
    # «Саммитте қабылданған құжат»: what a participle right after it says is not of the clause.
    return i + 1 >= len(doc.tokens) or not verbs.is_participle(doc.tokens[i + 1].lower)


def points_back(doc: Document, first: int, last: int) -> bool:
    """Whether a pronoun points to what was told before («оған», «онда», «сонда»)."""
    rows = [j for j in range(first, last + 1) if doc.tokens[j].lower in lexicon.word_list("gathering_pronoun")]
    return any(j == last or doc.tokens[j + 1].lower not in lexicon.word_list("after_pronoun") for j in rows)
