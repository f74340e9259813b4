from __future__ import annotations

from kg.model.article import Rejected

TITLE = "Тоқаев Мирзиёевпен кездесті"
BODY = (
    "АСТАНА. KAZINFORM — Қазақстан Президенті Қасым-Жомарт Тоқаев Өзбекстан Президенті Шавкат Мирзиёевпен кездесті. "
    "Тараптар екіжақты ынтымақтастықты, су мәселесін және көлік дәліздерін талқылады."
)


def is_rejected(item: object, *words: str) -> bool:
    """Whether a reject says all of `words`, and names a cure."""
    return isinstance(item, Rejected) and item.error.cure is not None and all(word in str(item.error) for word in words)
