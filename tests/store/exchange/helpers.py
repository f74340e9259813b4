"""A small graph with all that exports must keep: dates of all precisions, denied claims, hostile text."""

from __future__ import annotations

from kg.model.graph import DocumentGraph
from tests.store.helpers import Paper, visit

HOSTILE = "a'b\"c\\d`e\n\r\t{f}[g]<h>&amp;]]>--//*i*/;\u2028\u202e🙂\u0001\ufffe=CMD()"


def papers() -> list[DocumentGraph]:
    """Three documents."""
    paper = Paper("d2", date="2025-12-01", title=HOSTILE)
    tokayev = paper.person("tokaev", "Қасым-Жомарт Тоқаев", "Президент", "KZ")
    macron = paper.person("makron", HOSTILE, "Президент", "FR", alias=("Макрон", HOSTILE + "2"))
    paper.meeting("m2", tokayev, macron, date="2025-12", kind="visit", topics=("сауда",), label=HOSTILE)
    paper.meeting("m3", tokayev, paper.country("CN"), date="2026", status="planned")
    paper.meeting("m4", tokayev, paper.country("JP"), negated=True)
    paper.agreement("g1", "Келісім", paper.country("KZ"), paper.country("FR"), date="2025-12-01")
    return [visit("d1"), paper.graph(), visit("d3", meeting="m1")]
