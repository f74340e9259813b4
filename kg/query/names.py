"""What a user calls a node -> its id: an id or IRI as it is, else a name or other name in any case, in any language."""

from __future__ import annotations

from kg.model.errors import QueryError, SchemaError
from kg.query.lookup import Match, bearing, classes, near
from kg.schema.model import schema
from kg.schema.rdf import ID
from kg.store.base import Store

_OF_DOCUMENTS = frozenset({"Document", "Mention", "Claim"})
"""What a document consists of, and no question is about."""
_SHOWN = 8


def find(store: Store, given: str, kind: str | None = None) -> str:
    """The id of the one node that `given` means, of class `kind` (Actor: person, organization or country) where one is asked for.

    A name goes before another name of some other node. Raises QueryError where there is no such node, or several: then
    the message lists them.
    """
    kinds = None if kind is None else schema().kinds(kind)
    wanted = whole(" ".join(given.split()), "a name")
    what = "node" if kind is None else schema().label(kind, "en")
    by_id = _by_id(store, wanted.removeprefix(ID))
    if by_id:
        if not by_id & set(kinds or by_id - _OF_DOCUMENTS):
            raise QueryError(f"{given} is of class {schema().label(min(by_id), 'en')}, not {what}")
        return wanted.removeprefix(ID)
    found = bearing(store, wanted.lower(), kinds)
    best = [match for match in found if match.rank == found[0].rank]
    if len({match.node for match in best}) == 1:
        return best[0].node
    if best:
        raise QueryError(f"{given!r} may mean several: {_listed(best)}", cure="give one of these ids")
    similar = near(store, wanted.lower(), kinds)
    hint = f"perhaps {_listed(similar)}" if similar else "kg query actors lists those that there are"
    raise QueryError(f"there is no {what} {given!r} in the store", cure=hint)


def whole(text: str, what: str) -> str:
    """The text as it is. Raises QueryError where it holds half a Unicode character, which no store can take."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise QueryError(f"{what} holds half a character") from error
    return text


def _by_id(store: Store, given: str) -> set[str]:
    try:
        return set(classes(store, given))
    except SchemaError:  # a name with a blank, say, cannot be an id
        return set()


def _listed(matches: list[Match]) -> str:
    unique = list(dict.fromkeys(f"{match.node} ({match.label})" for match in matches))
    return ", ".join(unique[:_SHOWN]) + (" and others" if len(unique) > _SHOWN else "")
