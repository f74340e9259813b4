"""Small documents and a small world to resolve them in."""

from __future__ import annotations

from functools import lru_cache

from kg.model.article import Article
from kg.model.facts import Actor, ActorType, Agreement, Extraction, Meeting, Provenance, Role, Span
from kg.resolve import Known, KnownEntity, known_from

GIVEN = Provenance(None)


def person(local: str, name: str, *aliases: str) -> Actor:
    return Actor(local, "person", name, aliases)


def organization(local: str, name: str, *aliases: str) -> Actor:
    return Actor(local, "organization", name, aliases)


def country(local: str, name: str, iso: str | None = None, *aliases: str) -> Actor:
    return Actor(local, "country", name, aliases, iso)


def actor(kind: ActorType, local: str, name: str) -> Actor:
    return Actor(local, kind, name)


def role(who: str, title: str, of: str | None) -> Role:
    return Role(who, title, of, GIVEN)


def meeting(local: str, *participants: str, kind: str = "meeting", date: str | None = "2025-11-25", place: str | None = None,
            host: str | None = None, status: str = "held", span: Span | None = None, topics: tuple[str, ...] = (),
            negated: bool = False, reported_by: str | None = None) -> Meeting:  # fmt: skip
    return Meeting(local, kind, participants, host, date, place, status, topics, Provenance(span), negated, reported_by)


def agreement(local: str, name: str, *parties: str, kind: str = "agreement", date: str | None = "2025-11-25",
              status: str = "signed", span: Span | None = None, signatories: tuple[str, ...] = ()) -> Agreement:  # fmt: skip
    return Agreement(local, kind, name, (), parties, status, date, None, Provenance(span), signatories)


def document(
    *actors: Actor, key: str = "d1", text: str = "", lang: str = "kk", roles: tuple[Role, ...] = (), url: str | None = None,
    meetings: tuple[Meeting, ...] = (), agreements: tuple[Agreement, ...] = (), date: str = "2025-11-25",
) -> Extraction:  # fmt: skip
    return Extraction(Article(key, "Тақырып", text, date, lang, url, sha256="0" * 64), actors, roles, meetings, agreements)


def _row(kind: str, name: str, *others: str, iso: str | None = None, slug: str, **more: str) -> KnownEntity:
    return KnownEntity(f"{kind}/{slug}", kind, name, (name, *others), country=iso, **more)  # type: ignore[arg-type]


@lru_cache(maxsize=1)
def world() -> Known:
    """Some countries, bodies and persons, invented or public."""
    rows = [
        _row("country", "Қазақстан", "Қазақстан Республикасы", "ҚР", "Казахстан", "РК", "Kazakhstan", iso="KZ", slug="KZ"),
        _row("country", "Ресей", "Ресей Федерациясы", "РФ", "Россия", "Российская Федерация", "Russia", iso="RU", slug="RU"),
        KnownEntity("country/US", "country", "АҚШ", ("АҚШ", "США", "United States"), country="US", capitals=("Вашингтон",)),
        _row("organization", "Еуропалық одақ", "ЕО", "Европейский союз", "EU", slug="eu"),
        _row("organization", "Қазақстан Сыртқы істер министрлігі", "ҚР СІМ", "МИД РК", iso="KZ", slug="kz-mfa"),
        _row("organization", "Қазақстан Парламентінің Сенаты", "Сенат", "Қазақстан Сенаты", iso="KZ", slug="kz-senate"),
        _row(
            "person", "Ерлан Болатов", "Ерлан Болатұлы Болатов", "Ерлан Болатов", "Yerlan Bolatov", iso="KZ", slug="erlan-bolatov"
        ),
        _row("person", "Дәулет Серіков", "Даулет Сериков", "Daulet Serikov", iso="KZ", slug="daulet-serikov"),
        _row("person", "Иван Петров", "Ivan Petrov", iso="RU", slug="ivan-petrov"),
        _row("person", "Олег Петров", "Oleg Petrov", iso="RU", slug="oleg-petrov"),
        _row("place", "Астана", "Нұр-Сұлтан", "Astana", iso="KZ", slug="astana"),
    ]
    bodies = [
        {"kk": "Сыртқы істер министрлігі", "kk_aliases": "СІМ", "ru": "Министерство иностранных дел", "ru_aliases": "МИД",
         "en": "Foreign Ministry", "en_aliases": "Ministry of Foreign Affairs", "home": "yes", "many": ""},
        {"kk": "Сенат", "kk_aliases": "Сенаты", "ru": "Сенат", "ru_aliases": "", "en": "Senate", "en_aliases": "", "home": "yes",
         "many": ""},
        {"kk": "елшілік", "kk_aliases": "елшілігі", "ru": "посольство", "ru_aliases": "", "en": "embassy", "en_aliases": "",
         "home": "", "many": "yes"},
    ]  # fmt: skip
    return known_from(
        rows, bodies=bodies, fields=[{"kk": "көлік", "ru": "транспорта", "en": "transport"}], company_words=["компаниясы"]
    )
