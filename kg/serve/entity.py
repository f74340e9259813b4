"""/id/…: what the graph says of one node, as RDF or as a page (https://w3id.org/elshi/id/… leads here)."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from kg.schema.rdf import ID, NS
from kg.serve.entity_page import SHOWN, page
from kg.serve.errors import RequestError
from kg.serve.evaluate import Query, graph_name
from kg.serve.http import response
from kg.serve.media import GRAPHS, HTML, choose
from kg.serve.pages import POLICY, language_of
from kg.serve.service import Service, service_of

_THERE = "ASK { { %(this)s ?p ?o } UNION { ?s ?p %(this)s } }"
_TRIPLES = """CONSTRUCT { %(this)s ?p ?o . ?s ?q %(this)s } WHERE {
  { %(this)s ?p ?o } UNION { { SELECT ?s ?q WHERE { ?s ?q %(this)s } LIMIT 10000 } } }"""
_LABELLED = "OPTIONAL { ?node <http://www.w3.org/2000/01/rdf-schema#label> ?label }"
_OUT = f"SELECT ?p ?node ?label WHERE {{ %(this)s ?p ?node {_LABELLED} }} ORDER BY ?p ?node LIMIT {SHOWN + 1}"
_IN = f"""SELECT ?p ?node ?label WHERE {{ ?node ?p %(this)s {_LABELLED}
  FILTER NOT EXISTS {{ ?node a ?kind FILTER(?kind IN (<{NS}Claim>, <{NS}Mention>)) }} }} ORDER BY ?p ?node LIMIT {SHOWN + 1}"""
_SAID = f"""PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX kg: <{NS}>
SELECT ?claim ?p ?node ?label ?quote ?confidence ?negated ?document WHERE {{
  GRAPH ?document {{ ?claim a kg:Claim ; rdf:subject %(this)s ; rdf:predicate ?p ; rdf:object ?node ; kg:confidence ?confidence .
    OPTIONAL {{ ?claim kg:quote ?quote }} OPTIONAL {{ ?claim kg:negated ?negated }} }}
  FILTER(STRSTARTS(STR(?document), "{ID}") && isNumeric(?confidence)) {_LABELLED}
}} ORDER BY ?p ?node ?document LIMIT {SHOWN + 1}"""


async def entity(request: Request) -> Response:
    """One node, in the format that the client prefers."""
    service = service_of(request)
    this = str(graph_name(ID + request.path_params["name"]))
    media = choose(request.headers.get("accept"), (*GRAPHS, HTML))
    if media is None:
        raise RequestError(406, "there is no answer in any of these formats", cure="accept text/turtle or text/html")
    if not (await _asked(service, request, _THERE % {"this": this}))["boolean"]:
        raise RequestError(404, f"the graph says nothing of {this}")
    if media is not HTML:
        query = Query(_TRIPLES % {"this": this}, media.types[0], service.url(request, "/sparql"))
        return response(await service.query(request, query))
    tables = [(await _asked(service, request, text % {"this": this}))["results"]["bindings"] for text in (_OUT, _IN, _SAID)]
    text = page(this[1:-1], *tables, language=language_of(request))
    return HTMLResponse(text, headers={"Content-Security-Policy": POLICY, "Vary": "Accept, Accept-Language"})


async def _asked(service: Service, request: Request, text: str) -> dict[str, Any]:
    query = Query(text, "application/sparql-results+json", service.url(request, "/sparql"))
    answer = await service.query(request, query)
    found: dict[str, Any] = json.loads(await asyncio.to_thread(answer.whole))
    return found
