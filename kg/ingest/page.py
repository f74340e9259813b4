"""A page of HTML to an Article: trafilatura finds the article among menus and advertisements, and its metadata."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from kg.ingest.article import make_article
from kg.ingest.markup import text_of, title_of
from kg.model.article import Article
from kg.model.errors import IngestError

if TYPE_CHECKING:
    from trafilatura.settings import Document

# Without "extensive_search": False, any number that looks like a date may become the date of publication;
# without "max_date", the answer would depend on the day of the run.
_DATES: dict[str, Any] = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}
_LONGEST_DATE_LINE = 100
_MOST_TAGS = 20_000
MAX_PAGE = 2_000_000
"""The longest page, in characters. News pages have up to some 500,000; beyond, finding the article takes ever longer."""


def read_page(html: str, *, key: str, origin: str) -> Article:
    """The article in `html`, with the page's own URL as its id where it names one.

    Its offsets are those of the text found, not of the HTML. Raises IngestError as `make_article` does.
    """
    if len(html) > MAX_PAGE:
        raise IngestError(
            f"a page of {len(html):,} characters is longer than {MAX_PAGE:,}", file=origin, cure="save the article's text as .txt"
        )
    found = _find(html) if html.count("<") <= _MOST_TAGS else None  # ten times the tags of a page of news: its time would explode
    url = found.url if found is not None and found.url and urlsplit(found.url).path.strip("/") else None
    return make_article(
        key=url or key, title=(found and found.title) or title_of(html), text=(found and found.text) or text_of(html),
        date=(found and found.date) or None, lang=None, url=url, source=(found and (found.sitename or found.hostname)) or None,
        origin=origin,
    )  # fmt: skip


def _find(html: str) -> Document | None:
    """The article and its metadata; the metadata alone where no article stands out; None where the page cannot be parsed."""
    from trafilatura import bare_extraction, extract_metadata  # noqa: PLC0415 (slow to load: only where there is a page)
    from trafilatura.settings import Document  # noqa: PLC0415

    try:
        found = bare_extraction(html, with_metadata=True, include_comments=False, date_extraction_params=_DATES)
        found = found or extract_metadata(html, date_config=_DATES)
        if isinstance(found, Document) and found.date:
            found.date = _date(html)
    except RecursionError:
        return None
    return found if isinstance(found, Document) else None


def _date(html: str) -> str | None:
    """The day of publication from metadata or from a line of its own: a date within the story may be that of anything."""
    from htmldate import find_date  # noqa: PLC0415 (comes with trafilatura)
    from trafilatura.utils import load_html  # noqa: PLC0415

    tree = load_html(html)
    if tree is None:
        return None
    for paragraph in list(tree.iter("p", "blockquote")):
        if len(paragraph.text_content()) > _LONGEST_DATE_LINE:
            paragraph.drop_tree()
    for element in tree.iter():
        if element.tag == "script":
            continue
        if element.text and len(element.text) > _LONGEST_DATE_LINE:
            element.text = None
        if element.tail and len(element.tail) > _LONGEST_DATE_LINE:
            element.tail = None
    date: str | None = find_date(tree, **_DATES)
    return date
