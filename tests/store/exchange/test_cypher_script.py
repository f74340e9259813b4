"""The script makes in a real Neo4j what the store there would hold, and a hostile value changes no statement."""

from __future__ import annotations

import random
from io import BytesIO

from kg.resources import folder
from kg.store import open_store
from kg.store.exchange.cypher_script import write_cypher
from kg.store.exchange.cypher_text import literal
from tests.servers import Server
from tests.store.exchange.helpers import HOSTILE, papers
from tests.store.exchange.neo4j import contents, driver


def script(*, backwards: bool = False) -> str:
    out = BytesIO()
    with open_store("memory:") as store:
        for graph in reversed(papers()) if backwards else papers():
            store.write([graph])
        write_cypher(store, out)
    return out.getvalue().decode()


def run(server: Server, text: str) -> None:
    with driver(server) as found, found.session() as session:
        for line in text.split("\n"):
            if line and not line.startswith("//"):
                session.run(line.removesuffix(";")).consume()


def test_equal_graphs_give_equal_bytes_whatever_the_order_of_writing() -> None:
    assert script() == script(backwards=True)


def test_constraints_come_first_and_every_statement_stands_on_one_line() -> None:
    text = script()
    made = (folder("schemas") / "generated" / "constraints.cypher").read_text(encoding="utf-8")
    assert text.index(made) < text.index("UNWIND")
    lines = [line for line in text.split("\n") if line and not line.startswith("//")]
    assert all(line.startswith(("CREATE ", "CALL ", "UNWIND ")) and line.endswith(";") for line in lines)
    assert len(text.splitlines()) == text.count("\n")


def test_neo4j_holds_after_the_script_what_its_store_would_hold(neo4j: Server) -> None:
    with open_store(neo4j.uri) as store:
        store.write(papers())
    written = contents(neo4j)
    with driver(neo4j) as found:
        found.execute_query("MATCH (n) DETACH DELETE n")
    text = script()
    run(neo4j, text)
    assert contents(neo4j) == written
    run(neo4j, text)
    assert contents(neo4j) == written
    with open_store(neo4j.uri) as store:
        assert list(store.read()) == papers()
        store.forget("document/d2")
        assert list(store.read()) == [papers()[0], papers()[2]]


def test_neo4j_reads_every_literal_as_its_value(neo4j: Server) -> None:
    chance = random.Random(5)
    texts = [HOSTILE, "\\u0027", "\\\\u0027", "\\\\\\u0041", "\\", "\\\nu0027", "'", "\\'", "`", "$x", "*/ //", "🙂\ud7ff\ufffd"]
    texts += ["".join(chance.choices("\\\\u0027'\"\n`$a{}\u2028\x00;/*", k=chance.randint(0, 14))) for _ in range(300)]
    value = {"texts": texts, "numbers": [-(2**63), 2**63 - 1, 1e-300, -0.5], "others": [True, None, [], {}]}
    with driver(neo4j) as found:
        assert found.execute_query(f"RETURN {literal(value)} AS value").records[0]["value"] == value  # type: ignore[arg-type]


def test_bytes_are_written_as_numbers() -> None:
    line = next(line for line in script().split("\n") if ":Contribution" in line and line.startswith("UNWIND"))
    assert "data: [120, " in line  # how zlib's streams begin
