"""The organizations of one document in, which each of them is out.

A body that every country has (ministry, parliament, embassy, …) is one only together with its country: the one in its name
(«Ресей СІМ»), before or behind it in the text, or of the persons that hold office in it; else, for bodies that Kazakh news
names bare and means Kazakhstan's, Kazakhstan, where the document names it (or no country at all) and writes the body with a
capital. With no country it stays within the document, as does a body that a country has many of (an embassy) unless its
seat is named. Any other organization is known by a name, or is its name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from kg.model.article import Article
from kg.model.facts import Actor, Extraction
from kg.model.identifiers import digest, slug
from kg.resolve.bodies import Body, body_named, split_country
from kg.resolve.known import Known
from kg.resolve.names import key, normal
from kg.resolve.people import Found, names_of

_SEAT = re.compile(r"^(.+?)-?(?:дағы|дегі|тағы|тегі)\s+(.+)$|^(.+?)\s+(?:в|во|in)\s+(.+)$")


def identify_organizations(
    extraction: Extraction, known: Known, countries: Mapping[str, str | None]
) -> dict[str, tuple[Found, str | None]]:
    """Every organization's local id with what was found, and the ISO code of its country where it has one.

    `countries` gives the ISO code of each local country.
    """
    officials = _countries_of_officials(extraction, known, countries)
    home = _home(extraction.article)
    named = {iso for iso in countries.values() if iso}
    home = home if home in named or not named else None
    return {
        actor.id: _identify(actor, extraction.article, known, officials[actor.id], home)
        for actor in extraction.actors
        if actor.type == "organization"
    }


def _identify(actor: Actor, article: Article, known: Known, officials: set[str], home: str | None) -> tuple[Found, str | None]:
    names = names_of(actor)
    split = [(*split_country(name, known.country_forms), name) for name in names]
    stated = next((iso for iso, rest, _ in split if iso and (body_named(rest, known.bodies) or _seated(rest, known))), None)
    bodies = [
        body for iso, rest, _ in split if (body := body_named(rest, known.bodies)) and (iso or stated is None or iso == stated)
    ]
    body = bodies[0] if bodies else None
    telling = [name for iso, _, name in split if iso or body_named(name, known.bodies) is None]
    row = next((row for name in telling if (row := known.named("organization", name))), None)
    if row:
        return Found(row.id, f"known by the name «{row.name}»", 1.0), row.country
    seated = next((seat for _, rest, _ in split if (seat := _seated(rest, known))), None)
    if body is None and seated is None:
        name = known.without_company_word(actor.name)
        return Found(f"organization/{slug(name)}", f"name «{name}»", 0.9), None
    around = {iso for span in actor.mentions for iso in _beside(article.text, span.start, span.end, known)}
    capital = actor.name[:1].isupper()
    for iso, reason, score in (
        (stated, "country in the name", 0.95),
        (next(iter(around)) if len(around) == 1 else None, "country beside it in the text", 0.9),
        (next(iter(officials)) if len(officials) == 1 else None, "country of those who hold office in it", 0.85),
        (home if body and body.home and capital else None, "the country that this news means when it names none", 0.7),
    ):
        if iso:
            why = Found("", f"«{actor.name}»: {reason}", score)
            return _of_country(iso, body, seated, article=article, known=known, why=why), iso
    what = body.slug if body else slug(actor.name)
    return _own(what, article, f"«{actor.name}» of an unnamed country"), None


def _of_country(
    iso: str, body: Body | None, seated: tuple[Body, str] | None, *, article: Article, known: Known, why: Found
) -> Found:
    """The body of the country, with the reason and score of `why`."""
    prefix = iso.lower()
    if seated:
        kind, seat = seated
        return Found(f"organization/{prefix}-{kind.slug}-{seat}", f"{why.reason}, and seat", why.score)
    what = body.slug if body else ""
    row = known.state_body(iso, what)
    if row:
        return Found(row.id, why.reason, why.score)
    if body and body.many:
        return _own(f"{prefix}-{what}", article, f"{why.reason}, one of several")
    return Found(f"organization/{prefix}-{what}", why.reason, why.score)


def _own(what: str, article: Article, reason: str) -> Found:
    return Found(f"organization/{what}--{digest(article.id)[:12]}", f"{reason}: only this document's", 0.6)


def _seated(rest: str, known: Known) -> tuple[Body, str] | None:
    """For «Вашингтондағы елшілігі» or "embassy in Washington" the body and its seat: a country's code where the seat is its
    capital.
    """
    match = _SEAT.match(normal(rest))
    if match is None:
        return None
    seat, what = (match[1], match[2]) if match[1] else (match[4], match[3])
    body = body_named(what, known.bodies)
    if body is None or not body.many:
        return None
    row = known.named("country", seat) or known.capital(seat)
    return body, row.country.lower() if row and row.country else slug(seat)


def _beside(text: str, start: int, end: int, known: Known) -> Iterator[str]:
    """The country named right before or right behind a mention."""
    before = re.search(r"((?:[\w-]+ ){1,5})$", text[max(0, start - 100) : start])
    words = before[1].split() if before else []
    for length in range(len(words), 0, -1):
        isos = known.country_forms.get(tuple(key(word) for word in words[-length:]))
        if isos and len(isos) == 1:
            yield from isos
            return
    after = re.match(r"(?: of)?(?: the)?((?: [\w-]+){1,4})", text[end : end + 100])
    words = after[1].split() if after else []
    for length in range(len(words), 0, -1):
        isos = known.country_forms.get(tuple(key(word) for word in words[:length]))
        if isos and len(isos) == 1:
            yield from isos
            return


def _countries_of_officials(
    extraction: Extraction, known: Known, countries: Mapping[str, str | None]
) -> defaultdict[str, set[str]]:
    """For every body, the countries that its office holders also hold office of, or are known to be of."""
    people = {actor.id: actor for actor in extraction.actors if actor.type == "person"}
    own: dict[str, set[str]] = defaultdict(set)
    for role in extraction.roles:
        if role.of and (iso := countries.get(role.of)):
            own[role.person].add(iso)
    for local, person in people.items():
        row = next((row for name in names_of(person) if (row := known.named("person", name))), None)
        if row and row.country:
            own[local].add(row.country)
    officials: defaultdict[str, set[str]] = defaultdict(set)
    for role in extraction.roles:
        if role.of and role.of not in countries:
            officials[role.of] |= own[role.person]
    return officials


def _home(article: Article) -> str | None:
    """The country whose bodies the news names bare."""
    host = urlsplit(article.url).hostname if article.url else None
    return "KZ" if article.lang == "kk" or (host or "").endswith(".kz") else None
