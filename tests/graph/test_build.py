from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kg.graph import document_graph, fingerprint
from kg.model.facts import Actor, Provenance
from kg.resolve import resolve
from kg.schema.validate import validate
from tests.graph.helpers import TEXT, claims, extraction, graph, span
from tests.resolve.helpers import world


def kinds() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for node in graph().nodes:
        found.setdefault(node.kind, []).append(node.id)
    return found


def properties(kind: str) -> list[dict[str, str]]:
    return [dict(node.properties) for node in graph().nodes if node.kind == kind]


def test_a_document_becomes_nodes_of_every_kind() -> None:
    found = kinds()
    assert found["Person"] == ["person/erlan-bolatov", "person/ivan-petrov"]
    assert found["Country"] == ["country/KZ", "country/RU"]
    assert found["Post"] == ["post/country~KZ/prezident", "post/country~RU/prezident"]
    assert found["Place"] == ["place/astana"]
    assert found["Topic"] == ["topic/munay-zhayy"]
    assert found["Document"] == ["document/d1"]
    assert {kind: len(found[kind]) for kind in ("Tenure", "Meeting", "Participation", "Agreement", "Mention")} == {
        "Tenure": 2, "Meeting": 1, "Participation": 2, "Agreement": 1, "Mention": 2,
    }  # fmt: skip


def test_a_meeting_claims_its_kind_date_place_topic_participants_and_host() -> None:
    found = {(claim.predicate, claim.object, claim.literal) for claim in graph().claims if claim.subject.startswith("meeting/")}
    assert found == {
        ("kind", "reception", True), ("status", "held", True), ("date", "2025-11-25", True), ("place", "place/astana", False),
        ("topic", "topic/munay-zhayy", False), ("participant", "person/erlan-bolatov", False),
        ("participant", "person/ivan-petrov", False), ("host", "person/erlan-bolatov", False),
    }  # fmt: skip


def test_an_agreement_claims_its_parties_signatories_and_name() -> None:
    found = {(claim.predicate, claim.object) for claim in graph().claims if claim.subject.startswith("agreement/")}
    assert found == {
        ("kind", "agreement"), ("status", "signed"), ("date", "2025-11-25"), ("called", "«Мұнай» келісімі"),
        ("party", "country/KZ"), ("party", "country/RU"), ("signatory", "person/erlan-bolatov"),
    }  # fmt: skip


def test_a_person_holds_the_post_on_the_day_of_the_document() -> None:
    held = {(claim.subject, claim.object, claim.valid) for claim in claims(graph(), "holds")}
    assert held == {
        ("person/erlan-bolatov", "post/country~KZ/prezident", "2025-11-25"),
        ("person/ivan-petrov", "post/country~RU/prezident", "2025-11-25"),
    }


def test_the_receiver_is_host_and_the_other_is_guest_in_the_posts_that_the_document_gives_them() -> None:
    parts = {(found["actor"], found["part"], found["post"]) for found in properties("Participation")}
    assert parts == {
        ("person/erlan-bolatov", "host", "post/country~KZ/prezident"),
        ("person/ivan-petrov", "guest", "post/country~RU/prezident"),
    }


def test_every_claim_quotes_the_text_and_its_sentence() -> None:
    for claim in graph().claims:
        assert claim.evidence is not None
        assert claim.quote == TEXT[claim.evidence.start : claim.evidence.end]
        assert claim.context is not None
        assert claim.quote in claim.context
        assert claim.context in TEXT
    assert claims(graph(), "party")[0].context == "Кездесуде «Мұнай» келісіміне қол қойылды."


def test_of_several_posts_the_one_of_a_known_body_and_named_first_is_the_participants() -> None:
    one = extraction()
    others = tuple(replace(one.roles[0], title=title, of=of) for title, of in (("Мемлекет басшысы", "a3"), ("ақсақал", None)))
    late = replace(others[0], provenance=Provenance(span("Тараптар мұнай"), "kk.role", 0.9))
    found = document_graph(resolve(replace(one, roles=(late, others[1], *one.roles)), world()))
    posts = [value for node in found.nodes if node.kind == "Participation" for name, value in node.properties if name == "post"]
    assert sorted(posts) == ["post/country~KZ/prezident", "post/country~RU/prezident"]


def test_a_country_that_a_body_or_place_refers_to_is_a_node_though_the_document_does_not_name_it() -> None:
    ministry = Actor("a5", "organization", "АҚШ Сыртқы істер министрлігі")
    one = extraction()
    found = document_graph(resolve(replace(one, actors=(*one.actors, ministry)), world()))
    assert "country/US" in {node.id for node in found.nodes}


def test_graphs_keep_to_the_vocabulary() -> None:
    assert validate([graph(), graph("d2", negated=True), graph("d3", date=None)]) == ()


def test_mentions_carry_their_offsets() -> None:
    for mention in properties("Mention"):
        assert TEXT[int(mention["start"]) : int(mention["end"])] == mention["quote"]


def test_members_are_as_sure_as_they_are_themselves_and_all_else_as_its_event() -> None:
    one = extraction()
    meeting = replace(one.meetings[0], participants_confidence=(0.9, 0.6), date_confidence=0.7, place_confidence=0.65)
    agreement = replace(one.agreements[0], parties_confidence=(0.5, 0.7), date_confidence=0.7)
    found = document_graph(resolve(replace(one, meetings=(meeting,), agreements=(agreement,)), world()))
    sure = {(claim.predicate, claim.object): claim.confidence for claim in found.claims}
    assert (sure["participant", "person/erlan-bolatov"], sure["participant", "person/ivan-petrov"]) == (0.9, 0.6)
    assert (sure["party", "country/KZ"], sure["party", "country/RU"]) == (0.5, 0.7)
    assert sure["host", "person/erlan-bolatov"] == sure["status", "held"] == 0.9
    assert sure["status", "signed"] == 0.8
    assert (sure["date", "2025-11-25"], sure["place", "place/astana"]) == (0.7, 0.65)


def test_claims_keep_modality_and_the_voice_that_reports() -> None:
    planned = claims(graph(status="planned"), "participant")[0]
    assert (planned.status, planned.valid, planned.reported_by) == ("planned", "2025-11-25", "person/erlan-bolatov")


def test_a_denied_meeting_has_negated_claims_and_no_participation() -> None:
    denied = graph(negated=True)
    assert all(claim.negated for claim in denied.claims if claim.subject.startswith("meeting/"))
    assert not [node for node in denied.nodes if node.kind == "Participation"]


def test_the_same_meeting_in_two_documents_is_one_node_with_claims_of_each() -> None:
    one, other = graph("d1"), graph("d2", status="planned", kind="talks")
    meetings = [{node.id for node in found.nodes if node.kind == "Meeting"} for found in (one, other)]
    assert meetings[0] == meetings[1]
    assert not {claim.id for claim in one.claims} & {claim.id for claim in other.claims}


def test_of_two_rules_that_find_one_claim_the_surer_stays() -> None:
    one = extraction()
    role = one.roles[0]
    weak = replace(role, provenance=Provenance(role.provenance.evidence, "kk.guess", 0.4))
    for roles in ((weak, role), (role, weak)):
        found = document_graph(resolve(replace(one, roles=roles), world()))
        assert [claim.rule for claim in claims(found, "holds")] == ["kk.role"]


def test_facts_without_a_quote_have_claims_without_evidence() -> None:
    one = extraction()
    role = replace(one.roles[0], provenance=Provenance(None))
    found = claims(document_graph(resolve(replace(one, roles=(role,)), world())), "holds")[0]
    assert (found.evidence, found.quote, found.context) == (None, None, None)


def test_the_fingerprint_that_was_computed_before_extraction_is_kept() -> None:
    before = fingerprint(extraction().article, world())
    assert document_graph(resolve(extraction(), world()), fingerprint=before).fingerprint == before


@given(st.permutations(range(4)), st.permutations(range(2)))
def test_the_order_of_actors_and_roles_changes_nothing(actors: list[int], roles: list[int]) -> None:
    one = extraction()
    other = replace(one, actors=tuple(one.actors[n] for n in actors), roles=tuple(one.roles[n] for n in roles))
    assert document_graph(resolve(other, world())) == document_graph(resolve(one, world()))


def test_nodes_and_claims_are_sorted_and_given_once() -> None:
    ids, stated = [node.id for node in graph().nodes], [claim.id for claim in graph().claims]
    assert ids == sorted(set(ids))
    assert stated == sorted(set(stated))


def test_an_event_told_twice_has_one_kind_and_status_of_the_surest_telling() -> None:
    one = extraction()
    again = replace(one.meetings[0], id="m2", type="talks", status="planned", host=None, place=None, topics=("бейбітшілік",))
    weak = replace(again, provenance=Provenance(span("Тараптар мұнай"), "kk.talk", 0.5))
    for told in ((one.meetings[0], weak), (weak, one.meetings[0])):
        found = document_graph(resolve(replace(one, meetings=told), world()))
        assert [claim.object for claim in claims(found, "kind") if claim.subject.startswith("meeting/")] == ["reception"]
        assert {claim.object for claim in claims(found, "topic")} == {"topic/munay-zhayy", "topic/beybitshilik"}
        assert validate([found]) == ()
    sure = replace(weak, provenance=Provenance(span("Тараптар мұнай"), "kk.talk", 0.99))
    found = document_graph(resolve(replace(one, meetings=(one.meetings[0], sure)), world()))
    assert [claim.object for claim in claims(found, "kind") if claim.subject.startswith("meeting/")] == ["talks"]
    assert [claim.object for claim in claims(found, "host")] == ["person/erlan-bolatov"]
