"""Writes Kazakh articles of about 150 words, as many as asked for and no two alike, for benchmarks.

    python bench/articles.py 1000 > articles.jsonl

Sentences are our own; names of people, countries and towns come from seeds/, and half of the people are made up, so that the
graph grows with the number of articles as it does with real news. The same seed gives the same articles. What they tell never
happened.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

SEEDS = Path(__file__).parents[1] / "seeds"
_BACK, _FRONT = "аоұыёя", "әөүіеэ"
_ENDINGS = {  # case -> ending after a vowel, after м н ң, after л р й у, after з ж, after anything else
    "acc": ("нI", "дI", "дI", "дI", "тI"),
    "gen": ("нIң", "нIң", "дIң", "дIң", "тIң"),
    "dat": ("ГA", "ГA", "ГA", "ГA", "КA"),
    "loc": ("дA", "дA", "дA", "дA", "тA"),
    "abl": ("дAн", "нAн", "дAн", "дAн", "тAн"),
    "ins": ("мен", "мен", "мен", "бен", "пен"),
}


def decline(name: str, case: str) -> str:
    """`name` with the ending of a case."""
    word = name.lower()
    last = word[-1]
    classes = ("аоұыёяәөүіеэ", "мнң", "лрйуию", "жз")
    ending = _ENDINGS[case][next((n for n, letters in enumerate(classes) if last in letters), 4)]
    back = next((letter in _BACK for letter in reversed(word) if letter in _BACK + _FRONT), False)
    for sign, letters in (("A", "ае"), ("I", "ыі"), ("Г", "ғг"), ("К", "қк")):
        ending = ending.replace(sign, letters[0 if back else 1])
    return name + ending


@dataclass(frozen=True)
class Person:
    """Somebody with an office of a country."""

    name: str
    country: str
    title: str

    def full(self) -> str:
        return f"{self.country} {self.title} {self.name}"


@cache
def _rows(table: str) -> list[dict[str, str]]:
    with (SEEDS / table).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@cache
def _countries() -> dict[str, tuple[str, str]]:
    """Code -> name and capital."""
    return {row["iso"]: (row["kk"], row["capital_kk"].split("|")[0]) for row in _rows("countries.csv") if row["capital_kk"]}


@cache
def _known_people() -> list[tuple[str, str]]:
    return [(row["name_kk"], row["country_iso"]) for row in _rows("people.csv") if row["country_iso"] in _countries()]


@cache
def _first_names() -> tuple[list[str], list[str]]:
    """Given names, and stems that take the ending of a surname."""
    rows = [row for row in _rows("given_names.csv") if row["gender"] == "m" and row["common_word"] == "no"]
    given = [row["name"] for row in rows]
    return given, [name for name in given if name[-1] not in _BACK + _FRONT + "йьуию" and len(name) > 3]


TITLES = (
    "Президенті", "Премьер-министрі", "Сыртқы істер министрі", "Сыртқы істер министрінің орынбасары", "Энергетика министрі",
    "Қорғаныс министрі", "Қаржы министрі", "Көлік министрі", "Парламент Төрағасы", "Қауіпсіздік кеңесінің хатшысы",
)  # fmt: skip
TOPICS = (
    "көлік пен транзит", "су ресурстары", "энергетикалық қауіпсіздік", "өзара сауда", "инвестиция тарту", "білім беру мен ғылым",
    "мәдени байланыстар", "цифрландыру", "шекара маңындағы сауда", "ауыл шаруашылығы", "туризм", "климаттың өзгеруі",
    "қорғаныс саласы", "денсаулық сақтау", "ядролық қаруды таратпау", "көші-қон", "ғарыш саласы", "сирек металдар өндірісі",
)  # fmt: skip
FIELDS = (
    "мәдени ынтымақтастық", "көлік саласындағы әріптестік", "инвестицияны өзара қорғау", "визасыз сапар", "қосарланған салық",
    "ғылыми зерттеулер", "су ресурстарын бірлесіп басқару", "кедендік рәсімдерді жеңілдету", "жасыл энергетика", "білім алмасу",
)  # fmt: skip

TITLES_OF_ARTICLES = (
    "{host} {guest.acc} қабылдады", "{host} {guest.ins} кездесті", "{town.loc} {host} мен {guest} келіссөз жүргізді",
    "{host} {guest.ins} телефон арқылы сөйлесті", "{guest} {country.dat} сапармен келді", "{other.ins} байланыс нығая түсті",
)  # fmt: skip
OPENINGS = (
    "Бүгін {full_host} {town.loc} {full_guest.acc} қабылдады.",
    "{full_host} {town.loc} {full_guest.ins} кездесті.",
    "Кеше {full_host} {full_guest.ins} келіссөз жүргізді.",
    "{full_host} {full_guest.ins} телефон арқылы сөйлесті.",
    "{full_guest} ресми сапармен {country.dat} келді, {town.loc} оны {full_host} қарсы алды.",
    "{day} күні {town.loc} {full_host} мен {full_guest} екіжақты консультация өткізді.",
)
BODY = (
    "Тараптар {topic} мәселелерін жан-жақты талқылап, алдағы жылға арналған нақты шараларды белгіледі.",
    "Әңгіме барысында {topic} тақырыбына ерекше көңіл бөлініп, бірқатар ұсыныс айтылды.",
    "{host_short} {other.ins} арадағы тауар айналымы соңғы жылдары едәуір өскенін жеткізді.",
    "{guest_short} өз кезегінде {country.gen} өңірдегі рөлін жоғары бағалап, шақыру үшін алғыс білдірді.",
    "Екі ел арасындағы сауда көлемі {number} миллион доллардан асып, былтырғы көрсеткіштен {percent} пайызға көбейген.",
    "Кездесуде {third.ins} бірлескен жобалардың барысы да қаралды.",
    "Сарапшылардың айтуынша, мұндай байланыс {topic} саласына тың серпін береді.",
    "Делегация құрамындағы мамандар {topic} бойынша жеке отырыс өткізіп, пікір алмасты.",
    "Тараптар халықаралық ұйымдар аясындағы өзара қолдауды жалғастыруға уағдаласты.",
    "{third} мен {other} арасындағы қатынас та назардан тыс қалмады.",
    "Қазіргі уақытта {country.loc} {other.gen} қатысуымен {number} бірлескен кәсіпорын жұмыс істейді.",
    "Ұшақпен тікелей қатынауды жиілету туралы ұсыныс та ортаға салынды.",
    "Жастар алмасуы мен университеттер арасындағы байланысты кеңейту қажеттігі айтылды.",
    "{host_short} инвесторларға қолайлы жағдай жасалғанын, салық жеңілдіктері сақталатынын атап өтті.",
    "{guest_short} жуық арада үкіметаралық комиссияның кезекті отырысын өткізуді ұсынды.",
    "Сондай-ақ {town.loc} {topic} жөніндегі көрме ұйымдастыру жоспары таныстырылды.",
)
AGREEMENTS = (
    "Кездесу соңында {field} туралы меморандумға қол қойылды.",
    "Келіссөз қорытындысы бойынша {country} мен {other} {field} туралы келісімге қол қойды.",
    "{other.ins} {field} туралы келісім әзірленіп жатыр, оған келесі жылы қол қою көзделген.",
    "Тараптар {field} туралы бірлескен мәлімдеме қабылдады.",
    "Бұған дейін {third} мен {other} {field} туралы хаттаманы ратификациялаған болатын.",
)
CLOSINGS = (
    "Келесі кездесуді {capital.loc} өткізу жоспарланып отыр.",
    "{guest_short} {host_short.acc} өз елінде сапармен болуға шақырды.",
    "Сапар аясында қонақтар {town.gen} тарихи орындарын аралады.",
    "{host_short} келер аптада {third.dat} барады деп күтіледі.",
)


class _Words(dict[str, str]):
    """Names by key; `key.case` declines."""

    def __missing__(self, key: str) -> str:
        name, _, case = key.partition(".")
        return decline(self[name], case)


def _fill(template: str, words: _Words) -> str:
    # Not str.format: it takes a dot for an attribute.
    pieces = template.split("{")
    return pieces[0] + "".join(words[key] + rest for key, _, rest in (piece.partition("}") for piece in pieces[1:]))


def _person(chance: random.Random) -> Person:
    if chance.random() < 0.5:
        name, code = chance.choice(_known_people())
    else:
        given, stems = _first_names()
        name = f"{chance.choice(given)} {chance.choice(stems)}{chance.choice(('ов', 'ев', 'ұлы'))}"
        code = chance.choice(sorted(_countries()))
    return Person(name, _countries()[code][0], chance.choice(TITLES))


def _short(person: Person) -> str:
    """М. Сұлтанов, or the whole name where it has one part."""
    parts = person.name.split()
    return person.name if len(parts) == 1 else f"{parts[0][0]}.{parts[-1]}"


def article(number: int, chance: random.Random) -> dict[str, str]:
    """One article as a record."""
    host, guest = _person(chance), _person(chance)
    capitals = dict(_countries().values())
    third = chance.choice(sorted(capitals))
    day = date(2015, 1, 1) + timedelta(days=chance.randrange(3900))
    words = _Words(
        host=host.name, guest=guest.name, full_host=host.full(), full_guest=guest.full(), host_short=_short(host),
        guest_short=_short(guest), country=host.country, other=guest.country, third=third, town=capitals[host.country],
        capital=capitals[guest.country], day=f"{day.day}-{_MONTHS[day.month - 1]}",
    )  # fmt: skip
    body = chance.sample(BODY, 11)
    paragraphs: list[Sequence[str]] = [
        [chance.choice(OPENINGS), *body[:2]], body[2:6], body[6:9],
        [chance.choice(AGREEMENTS), *body[9:], chance.choice(CLOSINGS)],
    ]  # fmt: skip
    lines = []
    for paragraph in paragraphs:
        sentences = []
        for template in paragraph:
            words.update(
                topic=chance.choice(TOPICS), field=chance.choice(FIELDS), number=str(chance.randint(12, 990)),
                percent=str(chance.randint(2, 60)),
            )  # fmt: skip
            sentence = _fill(template, words)
            sentences.append(sentence[0].upper() + sentence[1:])
        lines.append(" ".join(sentences))
    title = _fill(chance.choice(TITLES_OF_ARTICLES), words)
    text = f"{words['town'].upper()} — {lines[0]}\n" + "\n".join(lines[1:])
    return {
        "id": f"bench-{number:06}", "lang": "kk", "date": day.isoformat(), "source": "made up for a benchmark", "title": title,
        "text": text,
    }  # fmt: skip


_MONTHS = (
    "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан",
)  # fmt: skip


def articles(count: int, *, seed: int = 1) -> Iterator[dict[str, str]]:
    """`count` articles, each another text."""
    chance = random.Random(seed)
    seen: set[str] = set()
    while len(seen) < count:
        made = article(len(seen) + 1, chance)
        if made["text"] not in seen:
            seen.add(made["text"])
            yield made


def write(path: Path, count: int, *, seed: int = 1) -> int:
    """Writes JSON Lines to `path`; says how many words they have."""
    words = 0
    with path.open("w", encoding="utf-8") as stream:
        for made in articles(count, seed=seed):
            words += len(made["text"].split())
            stream.write(json.dumps(made, ensure_ascii=False) + "\n")
    return words


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    for made in articles(arguments.count, seed=arguments.seed):
        sys.stdout.write(json.dumps(made, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
