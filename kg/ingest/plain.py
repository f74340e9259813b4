"""Plain text to an Article.

The first line that is not blank is the title, if it is short and more text follows. It may carry the date of publication:
` date 2025-11-25 Title`. The text keeps that line, so that offsets are those of the file itself.
"""

from __future__ import annotations

import re

from kg.ingest.article import make_article
from kg.model.article import Article

_HEADER = re.compile(r"\s*date\s+(\d{4}-\d{2}-\d{2})\b[ \t]*(.*)", re.DOTALL)
_LONGEST_TITLE = 300


def read_plain(content: str, *, key: str, origin: str) -> Article:
    """The article in `content`. Raises IngestError as `make_article` does."""
    lines = content.split("\n", maxsplit=1) if "\n" in content else re.split("\r|\x85|\u2028", content, maxsplit=1)
    if not lines[0].strip():
        head, _, rest = content.lstrip().partition("\n")
    else:
        head, rest = lines[0], lines[1] if len(lines) > 1 else ""
    date = None
    if header := _HEADER.fullmatch(head):
        date, head = header[1], header[2]
    elif not rest.strip() or len(head) > _LONGEST_TITLE:
        head = ""
    return make_article(key=key, title=head, text=content, date=date, lang=None, url=None, source=None, origin=origin)
