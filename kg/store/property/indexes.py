"""Makes a database a store of Elshi, with the constraints and indexes of the schema, or sees that it is one."""

from __future__ import annotations

import hashlib
from typing import Protocol

import neo4j

from kg.model.errors import StoreError
from kg.resources import folder
from kg.store.property import script
from kg.store.property.statements import FORMAT, STORE

_PATIENCE = 60


class Sessions(Protocol):
    """What opens sessions."""

    def __call__(self, *, write: bool = False) -> neo4j.Session: ...


def prepare(sessions: Sessions, uri: str, *, create: bool, write: bool) -> None:
    """Makes the store where there is none and `create` allows it, and its indexes where `write` does and they are not the newest.

    Raises StoreError where the database has no store, one of another format, or nodes with our labels of another program.
    """
    text = (folder("schemas") / "generated" / "constraints.cypher").read_text(encoding="utf-8")
    version = hashlib.sha256(text.encode()).hexdigest()[:20]
    with sessions() as session:
        found = session.execute_read(
            lambda tx: tx.run("MATCH (s:Store {id: $id}) RETURN s.format AS format, s.schema AS schema", id=STORE).data()
        )
        foreign = not found and session.execute_read(lambda tx: tx.run("MATCH (n:Entity) RETURN n LIMIT 1").data())
    if found and found[0]["format"] != FORMAT:
        raise StoreError(f"the store {uri} has format {found[0]['format']}, this program reads {FORMAT}", cure="build it again")
    if foreign:
        raise StoreError(
            f"the database of {uri} holds nodes labelled Entity of another program",
            cure="give another database by NEO4J_DATABASE: this one is left as it is",
        )
    if not found and not create:
        raise StoreError(f"there is no store at {uri}", cure="build one with kg build, or check the address")
    if write and (not found or found[0]["schema"] != version):
        with sessions(write=True) as session:
            _index(session, text)
            making = "MERGE (s:Store {id: $id}) SET s.format = $format, s.schema = $schema"
            session.execute_write(lambda tx: tx.run(making, id=STORE, format=FORMAT, schema=version).consume())


def _index(session: neo4j.Session, text: str) -> None:
    arcadedb = "ArcadeDB" in str(session.run("RETURN 1").consume().server.agent)
    for statement in script.statements(text):
        if not (arcadedb and "FULLTEXT" in statement):  # ArcadeDB has such indexes in SQL alone
            session.run(statement).consume()
    if not arcadedb:
        session.run("CALL db.awaitIndexes($seconds)", seconds=_PATIENCE).consume()
