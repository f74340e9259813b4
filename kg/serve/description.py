"""What the endpoint can do (SPARQL 1.1 Service Description) and what lies behind it (VoID), as queries that construct it."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import Response

from kg.schema.rdf import ID, NS
from kg.serve.evaluate import Query, graph_name
from kg.serve.http import response
from kg.serve.media import GRAPHS, TABLES, Media
from kg.serve.service import Service, service_of

_FORMATS = {
    "json": "SPARQL_Results_JSON", "xml": "SPARQL_Results_XML", "csv": "SPARQL_Results_CSV", "tsv": "SPARQL_Results_TSV",
    "turtle": "Turtle", "ntriples": "N-Triples", "rdfxml": "RDF_XML", "jsonld": "JSON-LD", "trig": "TriG", "nquads": "N-Quads",
}  # fmt: skip
_PREFIXES = """PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>
PREFIX void: <http://rdfs.org/ns/void#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
"""
_SERVICE = (
    _PREFIXES
    + """CONSTRUCT {
  [] a sd:Service ; sd:endpoint %(sparql)s ; sd:supportedLanguage sd:SPARQL11Query%(update)s ; sd:resultFormat %(formats)s ;
    sd:feature sd:UnionDefaultGraph ; sd:defaultDataset %(dataset)s .
  %(dataset)s a sd:Dataset, void:Dataset ; void:sparqlEndpoint %(sparql)s ;
    sd:defaultGraph [ a sd:Graph ; dcterms:description "What all documents say, and what follows from it"@en ] .
} WHERE {}"""
)
_VOID = (
    _PREFIXES
    + """CONSTRUCT {
  %(dataset)s a void:Dataset ; dcterms:title "Elshi: who met whom, when, where, about what"@en ; void:sparqlEndpoint %(sparql)s ;
    void:uriSpace "%(space)s" ; void:vocabulary <%(vocabulary)s> ; foaf:homepage %(home)s ;
    void:feature %(formats)s ; void:triples ?triples ; void:documents ?documents ; void:classPartition ?part .
  ?part void:class ?class ; void:entities ?entities .
} WHERE {
  { SELECT (COUNT(*) AS ?triples) WHERE { ?s ?p ?o } }
  { SELECT (COUNT(*) AS ?documents) WHERE { ?document a <%(vocabulary)sDocument> } }
  OPTIONAL {
    { SELECT ?class (COUNT(*) AS ?entities) WHERE { ?node a ?class } GROUP BY ?class }
    BIND(IRI(CONCAT(STR(%(dataset)s), "/", ENCODE_FOR_URI(STR(?class)))) AS ?part)
  }
}"""
)


async def describe(service: Service, request: Request) -> Response:
    """The service description, for a GET of the endpoint that asks nothing."""
    return await _constructed(service, request, _SERVICE, [*TABLES, *GRAPHS])


async def void(request: Request) -> Response:
    """/.well-known/void."""
    return await _constructed(service_of(request), request, _VOID, [*GRAPHS])


async def _constructed(service: Service, request: Request, text: str, media: Sequence[Media]) -> Response:
    formats = ", ".join(f"<http://www.w3.org/ns/formats/{_FORMATS[one.name]}>" for one in media)
    parts = {
        # As IRIs that pyoxigraph writes: a Host header is a client's to choose.
        "sparql": str(graph_name(service.url(request, "/sparql"))),
        "dataset": str(graph_name(service.url(request, "/.well-known/void#dataset"))),
        "home": str(graph_name(service.url(request, "/"))),
        "formats": formats,
        "update": ", sd:SPARQL11Update" if service.settings.writable else "",
        "space": ID,
        "vocabulary": NS,
    }
    query = Query(text % parts, request.headers.get("accept"), service.url(request, "/"))
    return response(await service.query(request, query))
