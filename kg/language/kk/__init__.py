"""Kazakh: tables and small rules. The functions that later stages call are those of `kg.language.languages`."""
