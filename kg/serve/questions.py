"""/questions: the named questions, and their answers with the parameters that a client gives, which are bound as values."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kg.model.errors import QueryError
from kg.query import catalogue, run
from kg.serve.errors import RequestError
from kg.serve.evaluate import acceptable, within, write_rows
from kg.serve.http import response
from kg.serve.media import TABLES
from kg.serve.protocol import parameters
from kg.serve.service import service_of
from kg.store.rdf.oxigraph import RdfStore

if TYPE_CHECKING:
    from kg.serve.spool import Spool

PATH = "/questions"


async def listed(_: Request) -> Response:
    """All questions with their parameters and their text in SPARQL."""
    found = [
        {
            "name": query.name,
            "summary": dict(query.summary),
            "parameters": [
                {"name": one.name, "type": one.type, "about": one.description, "default": one.default, "required": one.required}
                for one in query.parameters
            ],
            "returns": dict(query.returns),
            "text": query.texts["sparql"],
        }
        for query in catalogue()
    ]
    return JSONResponse(found)


async def asked(request: Request) -> Response:
    """The answer to one of them."""
    given = parameters(request.scope["query_string"].decode("ascii", "replace"))
    twice = [name for name, values in given.items() if len(values) > 1]
    if twice:
        raise RequestError(400, f"{twice[0]} is given twice")
    job = {
        "do": "question",
        "name": request.path_params["name"],
        "parameters": {name: values[0] for name, values in given.items()},
        "accept": request.headers.get("accept"),
    }
    return response(await service_of(request).read(request, job))


def answered(store: ox.Store, name: str, given: dict[str, str | None], accept: str | None, spool: Spool, rows: int) -> str:
    """Writes the answer to a named question, and returns its content type. Runs in a worker."""
    media = acceptable(accept, TABLES)
    if name not in {query.name for query in catalogue()}:
        raise RequestError(404, f"there is no question {name}", cure=f"GET {PATH} lists them")
    try:
        table = run(RdfStore("served", store, read_only=True), name, given)
    except QueryError as error:
        raise RequestError(400, error.message, cure=error.cure) from error
    found = ([None if cell is None else ox.Literal(cell) for cell in row] for row in within(table.rows, rows))
    write_rows(table.columns, found, media, spool)
    return media.content_type
