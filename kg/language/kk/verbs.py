"""Forms of Kazakh verbs: tense, negation, voice, and what a clause says of whether its event took place.

Enters: a word and the stem of a frame, or a place in a document. Leaves: `VerbForm`, or (status, negated).
Source of the paradigm: Muhamedowa, Kazakh: A Comprehensive Grammar (2016), ch. 4.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from kg.language.document import Document, Token, VerbForm
from kg.language.kk.lexicon import word_list
from kg.language.kk.morphology import analyse, known

VOICE = r"(?P<passive>(?:ыл|іл|л|ын|ін|н)(?=[мбптдғгқкаеысіж]))?"
NEGATION = r"(?P<negated>[мбп][ае])?"
ENDING = r"""
    (?P<future>
        [аей](?:ды|ді|йын|йін|мын|мін|мыз|міз)?
      | [мбп][ае][қк](?:шы|ші)?
      | (?:й|а|е)?т[ыі]н(?:[ыі]н?|дықтан|діктен|дығын|дігін)?
      | [ае]?р
    )
  | (?P<past>
        [дт][ыі](?:м|к|қ|ңыз|ңіз)?
      | [ғгқк][ае]н(?:-?(?:ды|ді|дай|дей)|-(?:т[ыі]н|тұғын))?(?:[ыі]н?|нан|нен|да|де|дығын|дігін|дықтан|діктен|ның|нің|ды|ді)?
      | [ғгқк][ае]л[ыі]
      | [ыі]?пт[ыі]
    )
  | (?P<conditional>с[ае][қк]?)
  | (?P<converb>[ыі]?п|[ғгқк][ае]ннан|[ғгқк][ае]нда|[ғгқк][ае]ша)
  | (?P<noun>у(?:ы|і|ын|ін|ына|іне|ында|інде|мен|ге|ға|ді|ды|дің|дың)?|ст[ыі]ң|с[ыі])
"""
FORM = re.compile(rf"{VOICE}{NEGATION}(?:{ENDING})$", re.VERBOSE)
TENSES = {"future": "future", "past": "past", "conditional": "conditional", "converb": "none", "noun": "none"}
# A last voiceless sound is voiced before a vowel: «жолықты», «жолығып».
VOICED = {"қ": "ғ", "к": "г", "п": "б"}
# Verbs whose bare stem tells the present.
POSITIONAL = frozenset({"жүр", "отыр", "тұр", "жатыр"})
PARTICIPLES = ("ған", "ген", "қан", "кен", "тын", "тін", "атын", "етін", "йтын", "йтін")


@lru_cache(maxsize=100_000)
def verb_form(word: str, stem: str) -> VerbForm | None:
    """The form of `word` as a verb of `stem`; None where it is none."""
    if word == stem and stem in POSITIONAL:
        return VerbForm(stem, "finite", "none")
    begins = word.startswith(stem) or word.startswith(stem[:-1] + VOICED.get(stem[-1:], "-"))
    match = FORM.fullmatch(word[len(stem) :]) if begins else None
    if match is None:
        return None
    form = next(name for name in TENSES if match.group(name) is not None)
    text = match.group(form)
    tense = TENSES[form]
    kind = form if form in {"converb", "noun"} else "finite"
    if form == "future" and text in {"а", "е", "й"}:
        kind, tense = "converb", "none"
    elif text.startswith(PARTICIPLES):
        kind = "participle"
    return VerbForm(stem, kind, tense, match.group("negated") is not None, match.group("passive") is not None)


# A chain of verbs ends within so many words; the bound keeps endless sentences cheap.
AHEAD = 80
# A rumour is called one within so many words of what it tells.
RUMOUR = 10
# Stands for a word of a name.
NAME = "·"
MARKS = frozenset(",;:–—")
# Endings that only a verb has, after a stem in a consonant and in a vowel.
SHORT_STEM = ("у", "ып", "іп", "ған", "ген", "қан", "кен")
LONG_STEM = ("у", "п", "ған", "ген", "йды", "йді", "лған", "нған")
FINITE = re.compile(
    r"(?:[дт][ыі]|ды|ді|[аей]д[ыі]|[мбп][ае][қк](?:ш[ыі])?|пт[ыі]|[ғгқк][ае]н(?:-?д[ыі])?|[ғгқк][ае]н|йды|йді|айық|ейік|мыз|міз)$"
)
CONVERB = re.compile(r"(?:[^аеыіоөуүұ][ыі]п|[ауеәийоөыі]п|с[ае]|[ғгқк][ае]нда|[ғгқк][ае]ннан|май|мей|бай|бей|пай|пей)$")
NEGATED_FUTURE = re.compile(r"(?:[мбп][ае]й(?:д[ыі]|т[ыі]н))$")


@lru_cache(maxsize=100_000)
def ends_clause(word: str) -> bool:
    """Whether a word before a comma closes a clause."""
    if word in {"жоқ", "емес"}:
        return True
    if word in word_list("no_verb") or not (FINITE.search(word) or CONVERB.search(word)):
        return False
    return not _is_noun(word)


# «көмек», «аймақ», «тамыз», «көлемін»: what could be «-мақ», «-мыз» or «-мін» of a verb.
AMBIGUOUS = re.compile(r"[мбп][ае][қк](?:ш[ыі])?$|[аей]м[ыі][нз]$")
# Endings of case and number that show a word to be declined; the corpus is asked for them.
# fmt: off
DECLENSION = (
    "ның", "нің", "дың", "дің", "тың", "тің", "лар", "лер", "дар", "дер", "тар", "тер", "ға", "ге", "қа", "ке",
    "да", "де", "та", "те", "дан", "ден", "тан", "тен", "сы", "сі",
)
# fmt: on
# Of a noun that belongs to a possessor: «институтының», «департаментінде».
POSSESSED = ("ның", "нің", "нда", "нде", "нан", "нен", "мен")
# What is made of an adjective in -ды, -ті: «тиімділік».
QUALITY = ("лық", "лік", "лығы", "лігі", "лығын", "лігін", "рақ", "рек")


@lru_cache(maxsize=100_000)
def _declined(base: str) -> bool:
    """Whether the corpus declines a word."""
    return any(known(base + ending) for ending in DECLENSION) or known(base[:-1] + {"қ": "ғы", "к": "гі"}.get(base[-1:], "-")) > 0


@lru_cache(maxsize=100_000)
def _is_noun(word: str) -> bool:
    """Whether what looks like a form of a verb is a noun or an adjective.

    -ды, -ті may be the accusative («келісімді»), belong to a possessor («құжаты») or make an adjective («маңызды»); -мақ, -мыз,
    -мін may end a stem («аймақ», «тамыз», «көлемін»).
    """
    if AMBIGUOUS.search(word):
        last = word.rpartition("-")[2]
        if last in word_list("no_verb"):
            return True
        if last.endswith(("мын", "мін")):
            return _declined(last[:-2])
        return _declined(last) or (last.endswith(("мыз", "міз")) and _declined(last[:-3]))
    if not re.search(r"[дт][ыі]$", word) or re.search(r"йд[ыі]$|пт[ыі]$|н-д[ыі]$", word):
        return False
    if any(known(word[:-2] + ending) for ending in (*SHORT_STEM, *LONG_STEM)):
        return False
    nominal = analyse(word)
    if (nominal.case == "acc" or nominal.person == 3) and known(nominal.lemma) > 0:
        return True
    if any(known(word + ending) for ending in (*QUALITY, *POSSESSED)) or word.endswith("жақты"):
        return True
    return not re.search(r"[аеәя]д[ыі]$", word) and known(word[:-2]) > 0


PARTICIPLE = re.compile(r"(?:[ғгқк][ае]н|[аей]т[ыі]н|йт[ыі]н)$")
NOMINALISED = re.compile(
    r"(?:[ғгқк][ае]н[ыі]н?|[ғгқк][ае]нд[ыі]ғ[ыі]н?|[ғгқк][ае]нд[ыі]г[ыі]н?|[аей]т[ыі]н[ыі]н|[аей]т[ыі]нд[ыі][ғг][ыі]н|[ғгқк][ае]н[ыі]на|[ғгқк][ае]н[ыі]не)$"
)


def is_participle(word: str) -> bool:
    return bool(PARTICIPLE.search(word)) and len(word) > 4


def is_nominalised(word: str) -> bool:
    return bool(NOMINALISED.search(word)) and len(word) > 6


def nominalised(doc: Document, i: int, last: int) -> bool:
    """Whether the chain of verbs from token `i` on ends in a participle used as a noun, before any finite verb."""
    for token in doc.tokens[i : min(last + 1, i + AHEAD)]:
        if token.kind != "word" or token.lower in word_list("no_verb"):
            continue
        if NOMINALISED.search(token.lower) and len(token.lower) > 6:
            return True
        finite = FINITE.search(token.lower) and not is_participle(token.lower) and len(token.lower) > 4
        if finite and not token.capital and not _is_noun(token.lower):
            return False
    return False


# [аей]м[ыі]н: «кездесемін»
FIRST_FUTURE = re.compile(r"[аей]м[ыі][нз]$")


def is_future(word: str) -> bool:
    """Whether an ending in -ады/-еді is a future («барады»), not the past of a stem in a vowel («қабылдады»)."""
    if word in word_list("no_verb") or len(word) < 5 or (AMBIGUOUS.search(word) and _is_noun(word)):
        return False
    if re.search(r"[аә]йд[ыі]$", word) and any(known(word[:-2] + ending) for ending in ("ы", "і", "дың", "дің")):
        return False  # «жағдайды», «сарайды»: nouns in the accusative
    if re.search(r"[аеә]й(?:д[ыі]|т[ыі]н|т[ыі]н[ыі]н)$|[мбп][ае][қк](?:ш[ыі])?(?:п[ыі][зн])?$|и(?:ді|ды)$", word):
        return True
    if re.search(r"[ае]т[ыі]н(?:[ыі]н?|д[ыі][ғг][ыі]н)?$", word) or FIRST_FUTURE.search(word):
        return True
    if not re.search(r"[аея]д[ыі]$", word) or CONSONANT_NEGATED.search(word):
        return False
    stem = word[:-2]
    long = sum(known(stem + ending) for ending in LONG_STEM)
    short = sum(known(shape + ending) for shape in _consonant_stems(stem) for ending in SHORT_STEM)
    if long or short:
        return short > long
    return not DENOMINAL_PAST.search(word)


def _consonant_stems(stem: str) -> tuple[str, ...]:
    """What the stem is if its last vowel belongs to the future: «барады», «табады» (тап), «қояды» (қой)."""
    if stem.endswith("я"):
        return (stem[:-1] + "й",)
    voiceless = {"б": "п", "г": "к", "ғ": "қ"}.get(stem[-2:-1])
    return (stem[:-1], stem[:-2] + voiceless) if voiceless else (stem[:-1],)


# Of a verb that the corpus does not know: negated, or made of a noun with -да, -та («құптады»).
DENOMINAL_PAST = re.compile(r"(?:м|[бвгғжзйкқлмнңпрстфхһцчшщ][дт])[ае]д[ыі]$")
# After these consonants a п or б can only begin the negation: «кездеспеді», «қабылданбады».
CONSONANT_NEGATED = re.compile(r"(?:[кқпстшхцч]п|[мнңзж]б)[ае]д[ыі]$")
# «келе алмады»: could not.
UNABLE = "алмады"
NEGATED_PAST = re.compile(r"[мбп][ае](?:д[ыі]|ған|ген)(?:[ыі]н?|-д[ыі])?$")


def first_person(word: str) -> bool:
    """Whether a verb ends in the first person: «кездестім», «кездестік», «кездесеміз»."""
    return bool(re.search(r"[дт][ыі][мкқ]$|[аей]м[ыі][нз]$", word))


def _first_finite(words: list[str], closed: list[bool]) -> int:
    """Index of the word that carries the tense of a chain: the first finite or nominalised verb, else the last word.

    `closed`: whether a mark follows each word; a participle before one is a past tense.
    """
    for k, word in enumerate(words):
        if word in word_list("no_verb") or len(word) < 4:
            continue
        following = words[k + 1] if k + 1 < len(words) else ""
        if is_participle(word) and is_future(word) and following == "болды":
            return k  # «кездесетін болды»: what has been settled, not what has been
        if is_participle(word) and following and following not in word_list("auxiliary") and not closed[k]:
            continue
        if (
            is_future(word)
            or NEGATED_FUTURE.search(word)
            or (FINITE.search(word) and not _is_noun(word))
            or (NOMINALISED.search(word) and len(word) > 6)
        ):
            return k
    return len(words) - 1


MET = re.compile(r"(?:кездес|сөйлес|жүздес|тілдес|әңгімелес|қабылда|хабарлас|пікірлес|жолығ|көріс|соғ|шал).*п$")


def _met_and_said(words: list[str]) -> bool:
    """«кездесіп, … баратынын айтты»: who said at a meeting what is to come has met."""
    if not MET.match(words[0]):
        return False
    reported = False
    for n, word in enumerate(words[1:], 1):
        if NOMINALISED.search(word) and len(word) > 6:
            reported = True
        elif is_participle(word):
            if reported and n == len(words) - 1:
                return not is_future(word)
        elif FINITE.search(word) and not _is_noun(word) and len(word) > 3:
            return reported and not is_future(word)
    return False


def _rumoured(words: list[str]) -> bool:
    """«… кездесіпті деген қауесет»: what is told as a rumour."""
    return any(a == "деген" and b.startswith(tuple(word_list("rumour"))) for a, b in pairwise(words))


def _verbal(token: Token, n: int) -> str:
    """The word as a form of a verb; one of a name is none: «Ермек» is no plan («… -мек»)."""
    return NAME if n and token.capital else token.lower


def modality(doc: Document, first: int, last: int) -> tuple[str, bool]:
    """Status (held, planned, cancelled) and negation of the event whose trigger is at `first`, read up to token `last`.

    The word that carries tense is the first finite one at or after the trigger; words of planning, cancelling and
    denying close after it overrule it.
    """
    tokens = doc.tokens[first : min(last + 1, first + AHEAD)]
    rows = [
        (_verbal(t, n), n + 1 < len(tokens) and tokens[n + 1].text in MARKS) for n, t in enumerate(tokens) if t.kind == "word"
    ]
    if not rows:
        return "held", False
    words = [word for word, _ in rows]
    k = _first_finite(words, [mark for _, mark in rows])
    text = " ".join(words[: k + 5])
    if any(re.search(pattern, text) for pattern in word_list("cancelled_pattern")):
        return "cancelled", False
    if any(re.search(pattern, text) for pattern in word_list("denied_pattern")) or _rumoured(words[: k + RUMOUR]):
        return "held", True
    if _met_and_said(words):
        return "held", False
    if any(re.search(pattern, text) for pattern in word_list("planned_pattern")):
        return "planned", False
    word = words[k]
    if NEGATED_FUTURE.search(word) and len(word) > 5:
        return "cancelled", False
    if NEGATED_PAST.search(word) and (len(word) > 6 or word == UNABLE):
        return "held", True
    return ("planned" if is_future(word) else "held"), False
