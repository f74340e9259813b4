"""Asking a property graph: what comes back, and that nothing is written."""

from __future__ import annotations

import pytest

from kg.model.errors import QueryError, StoreError
from kg.store.property.store import PropertyStore
from tests.store.helpers import visit
from tests.store.property.conftest import contents

WRITES = (
    "CREATE (n:Evil {id: 1}) RETURN n",
    "MERGE (n:Evil {id: 1}) RETURN n",
    "MATCH (n:Person) SET n.name = 'x' RETURN n.name",
    "MATCH (n:Entity) DETACH DELETE n",
    "MATCH (n:Person) REMOVE n:Person RETURN n",
    "MATCH (a:Person)-[r:MET]-(b) DELETE r",
    "MATCH (a:Person), (b:Country) CREATE (a)-[r:HOLDS]->(b) RETURN r",
)


@pytest.mark.parametrize("text", WRITES)
def test_a_query_that_would_write_is_refused_and_writes_nothing(store: PropertyStore, text: str) -> None:
    store.write([visit("d1")])
    before = contents(store)
    with pytest.raises(QueryError, match="would change"):
        store.query(text)
    assert contents(store) == before
    assert store.query("MATCH (n:Evil) RETURN n").rows == ()


def test_an_index_is_not_made_by_asking(store: PropertyStore) -> None:
    with pytest.raises(QueryError):
        store.query("CREATE INDEX evil IF NOT EXISTS FOR (n:Person) ON (n.evil)")
    names = {row[0] for row in store.query("SHOW INDEXES YIELD name").rows}
    assert not any("evil" in (name or "") for name in names)


def test_values_come_as_the_texts_that_other_stores_give(store: PropertyStore) -> None:
    store.write([visit("d1")])
    table = store.query(
        "MATCH (p:Person {id: 'person/tokaev'})-[h:HOLDS]->(o) "
        "RETURN p, h, h.confidence AS sure, h.claims AS claims, h.nothing AS nothing, true AS yes, date('2025-01-02') AS day, "
        "p.alias AS alias, 1.0 AS whole, [p, 1] AS list"
    )
    assert table.columns == ("p", "h", "sure", "claims", "nothing", "yes", "day", "alias", "whole", "list")
    assert table.rows == (
        ("person/tokaev", "HOLDS", "0.9", "1", None, "true", "2025-01-02", '["Тоқаев"]', "1", '["person/tokaev", 1]'),
    )


def test_parameters_are_values_and_rows_can_be_limited(store: PropertyStore) -> None:
    store.write([visit("d1"), visit("d2", meeting="m2")])
    hostile = "x'}) DETACH DELETE n // \" ` \\ \u0027"
    assert store.query("MATCH (n:Entity {id: $id}) RETURN n", {"id": hostile}).rows == ()
    assert store.query("RETURN $id AS id", {"id": hostile}).rows == ((hostile,),)
    assert len(store.query("MATCH (n:Meeting) RETURN n.id AS id", limit=1).rows) == 1
    assert list(store.read()) == [visit("d1"), visit("d2", meeting="m2")]


@pytest.mark.parametrize("text", ["MATCH (n RETURN n", "", "MATCH (n:Person) RETURN m.id", "RETURN 1 / 0"])
def test_a_query_that_is_wrong_is_the_user_s_error(store: PropertyStore, text: str) -> None:
    with pytest.raises(QueryError):
        store.query(text)


def test_what_may_write_writes_in_one_transaction(store: PropertyStore) -> None:
    store.execute("CREATE (n:Draft {id: $id})", {"id": "x"})
    assert store.execute("MATCH (n:Draft) RETURN n.id AS id").rows == (("x",),)
    store.execute("MATCH (n:Draft) DETACH DELETE n")
    with pytest.raises((QueryError, StoreError)):
        store.execute("MATCH (n RETURN n")
