from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kg.model.facts import Actor, Extraction
from kg.model.graph import Entity
from kg.resolve import resolve
from tests.resolve.helpers import agreement, country, document, meeting, organization, person, role, world

NAMES = ("Ерлан Болатов", "Е.Болатов", "Болатов", "Асан Үсенов", "А.Үсенов", "Иван Петров", "Петров", "Ли Мин", "李明", "Б.")


def test_a_country_is_its_iso_code_and_else_is_known_by_name() -> None:
    found = resolve(document(country("a1", "Қазақстан", "KZ"), country("a2", "РФ"), country("a3", "Атлантида")), world()).entities
    assert [found[local].id for local in ("a1", "a2", "a3")] == ["country/KZ", "country/RU", "country/x-atlantida"]
    assert found["a2"].iso == "RU"


def test_local_actors_that_are_one_share_an_entity_with_the_names_of_all() -> None:
    found = resolve(document(person("a1", "Асан Үсенов"), person("a2", "А.Үсенов", "Үсенов")), world()).entities
    expected = Entity("person/asan-usenov", "person", "Асан Үсенов", ("А.Үсенов", "Үсенов"))
    assert found == {"a1": expected, "a2": expected}


def test_a_known_actor_bears_the_name_of_the_table_and_the_forms_of_the_document() -> None:
    entity = resolve(document(organization("a1", "ЕО")), world()).entities["a1"]
    assert (entity.name, entity.aliases) == ("Еуропалық одақ", ("ЕО",))


def test_a_place_is_known_by_its_former_name() -> None:
    places = resolve(document(person("a1", "Асан Үсенов"), meetings=(meeting("m1", "a1", place="Нұр-Сұлтан"),)), world()).places
    assert places["Нұр-Сұлтан"].id == "place/astana"
    assert places["Нұр-Сұлтан"].country == "country/KZ"


def test_every_actor_meeting_and_agreement_has_a_judgement_that_says_why() -> None:
    extraction = document(
        person("a1", "Е.Болатов"), country("a2", "Қазақстан", "KZ"), organization("a3", "Еуропалық одақ"),
        meetings=(meeting("m1", "a1", "a3"),), agreements=(agreement("g1", "Бірлескен мәлімдеме", "a2", "a3"),),
    )  # fmt: skip
    resolution = resolve(extraction, world())
    judged = {judgement.local: judgement for judgement in resolution.judgements}
    assert set(judged) == {"a1", "a2", "a3", "m1", "g1"}
    assert "Ерлан Болатов" in judged["a1"].reason
    assert all(judgement.reason and 0 < judgement.score <= 1 for judgement in judged.values())
    assert judged["m1"].entity == resolution.meetings["m1"]


actors = st.lists(st.sampled_from(NAMES), min_size=2, max_size=6, unique=True).map(
    lambda names: (
        [person(f"a{n}", name) for n, name in enumerate(names)]
        + [country("c1", "Қазақстан", "KZ"), organization("o1", "Сыртқы істер министрлігі")]
    )
)


def _extraction(people: list[Actor]) -> Extraction:
    return document(
        *people, roles=(role("a0", "Министр", "o1"), role("a1", "Президент", "c1")), meetings=(meeting("m1", "a0", "a1"),)
    )


@given(actors, st.randoms())
def test_the_order_of_actors_roles_and_names_changes_nothing(people: list[Actor], random: st.DataObject) -> None:
    one = _extraction(people)
    shuffled, roles = list(people), list(one.roles)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    random.shuffle(roles)  # type: ignore[attr-defined]
    other = replace(one, actors=tuple(shuffled), roles=tuple(roles))
    first, second = resolve(one, world()), resolve(other, world())
    assert (first.entities, first.meetings, first.judgements) == (second.entities, second.meetings, second.judgements)


@given(actors)
def test_resolving_what_was_resolved_changes_no_entity(people: list[Actor]) -> None:
    one = _extraction(people)
    first = resolve(one, world())
    again = replace(
        one,
        actors=tuple(
            replace(actor, aliases=tuple(name for name in (e.name, *e.aliases) if name != actor.name), iso=e.iso)
            for actor in one.actors
            for e in (first.entities[actor.id],)
        ),
    )
    second = resolve(again, world())
    known = {entity.id for entity in first.entities.values() if "--" not in entity.id}
    assert {local: e.id for local, e in second.entities.items() if e.id in known} == {
        local: e.id for local, e in first.entities.items() if e.id in known
    }
    assert second.meetings.keys() == first.meetings.keys()
    assert resolve(one, world()) == first
