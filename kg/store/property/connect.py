"""A URI and the environment -> a driver; what the driver raises -> errors that a user can mend.

Credentials come from NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE, as Neo4j's own tools name them, and from nowhere else.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from urllib.parse import urlsplit

import neo4j
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    ConstraintError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from kg.model.errors import StoreError


def connect(uri: str) -> tuple[neo4j.Driver, str | None]:
    """A driver for the server, which answers, and the database to use (None: its default one).

    Raises StoreError where the URI is malformed or holds credentials, the server does not answer, or refuses them.
    """
    _check(uri)
    user = os.environ.get("NEO4J_USERNAME") or "neo4j"
    password = os.environ.get("NEO4J_PASSWORD")
    database = os.environ.get("NEO4J_DATABASE") or None
    auth = (user, password) if password else None
    return open_driver(uri, auth, database), database


def open_driver(uri: str, auth: tuple[str, str] | None, database: str | None) -> neo4j.Driver:
    """A driver that has reached the database. Raises StoreError where it cannot."""
    with said(uri):
        driver = neo4j.GraphDatabase.driver(uri, auth=auth, notifications_min_severity="OFF", user_agent="elshi")
        with ExitStack() as unless_reached:
            unless_reached.callback(driver.close)
            driver.execute_query("RETURN 1", database_=database, routing_=neo4j.RoutingControl.READ)
            unless_reached.pop_all()
    return driver


def _check(uri: str) -> None:
    try:
        parts = urlsplit(uri)
        _ = parts.port
    except ValueError as error:
        raise StoreError(f"the address of the server is malformed: {error}", cure="such as neo4j://localhost:7687") from error
    if "@" in parts.netloc:  # not repeated in the message
        raise StoreError(
            "the URI of the store holds credentials, which would be seen by others",
            cure="set NEO4J_USERNAME and NEO4J_PASSWORD in the environment",
        )
    if not parts.hostname or parts.path not in {"", "/"}:
        raise StoreError(f"{uri} names no server", cure="such as neo4j://localhost:7687; NEO4J_DATABASE names the database")


@contextmanager
def said(uri: str) -> Iterator[None]:
    """Turns what the driver raises into StoreErrors."""
    try:
        yield
    except AuthError as error:
        cure = "set NEO4J_USERNAME and NEO4J_PASSWORD in the environment, and look up what that user may do"
        raise StoreError(f"the server of {uri} refuses: {message(error)}", cure=cure) from error
    except (ServiceUnavailable, SessionExpired) as error:
        raise StoreError(
            f"the server of {uri} does not answer: {message(error)}", cure="start it, or check the address"
        ) from error
    except ConstraintError as error:
        raise StoreError(
            f"an identifier is given twice in {uri}: {message(error)}",
            cure="each claim belongs to one document: give it an identifier of its own",
        ) from error
    except TransientError as error:
        raise StoreError(f"the server of {uri} was too busy: {message(error)}", cure="try again") from error
    except ConfigurationError as error:
        raise StoreError(f"{uri} cannot be used: {message(error)}", cure="check the address") from error
    except ClientError as error:
        unknown = "DatabaseNotFound" in (error.code or "")
        raise StoreError(
            f"the server of {uri} refuses: {message(error)}", cure="set NEO4J_DATABASE to one that exists" if unknown else None
        ) from error
    except (Neo4jError, DriverError) as error:
        raise StoreError(f"the server of {uri} failed: {message(error)}") from error


def message(error: Neo4jError | DriverError) -> str:
    """What an error says, on one line."""
    told = error.message if isinstance(error, Neo4jError) else None
    return re.sub(r"\s+", " ", told or str(error) or type(error).__name__)[:500]
