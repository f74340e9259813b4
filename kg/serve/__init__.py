"""A store over HTTP: SPARQL 1.1 Protocol, Graph Store Protocol, pages of entities, an editor of queries.

Nothing is evaluated in the process that talks HTTP: queries and updates run in worker processes (`kg.serve.pool`), which are
killed where they take too long or too much memory, because pyoxigraph cannot be interrupted.
"""
