"""A text and a span of it in, the sentence around that span out: what a reader needs to judge a claim."""

from __future__ import annotations

import re

from kg.model.facts import Span

MAX_CONTEXT = 400
# The end of a sentence: a stop, then a blank and a capital, digit, quote or dash; or the end of a line. An initial («Қ. Тоқаев»),
# a number («3. ») and a short abbreviation before the stop end nothing.
_BOUNDARY = re.compile(r"\n+|(?<=[.!?…])[»”\"]?\s+(?=[«“\"—–-]?\s*[^\W_a-zа-яёәіңғүұқөһ])")
_NO_END = re.compile(r"(?:^|[\s(«])(?:\w|\d+|[тқжг]\.?\s?[бж]|млн|млрд|трлн|ж|жж|ғ|т|г|см|мыс|Mr|Mrs|Dr|St)\.$")


def sentence(text: str, span: Span) -> Span:
    """The sentence or sentences that `span` touches, without blanks at the ends, at most `MAX_CONTEXT` long unless `span`
    is longer.

    A longer sentence is cut between words, evenly on both sides of the span, and never inside it.
    """
    start, end = 0, len(text)
    for boundary in _BOUNDARY.finditer(text):
        ends_line = boundary[0].startswith("\n")
        if not ends_line and _NO_END.search(text[max(0, boundary.start() - 12) : boundary.start()]):
            continue
        if boundary.end() <= span.start:
            start = boundary.end()
        elif boundary.start() >= span.end:
            end = boundary.start()
            break
    while start < span.start and text[start].isspace():
        start += 1
    while end > span.end and text[end - 1].isspace():
        end -= 1
    return _shortened(text, Span(start, end), span)


def _shortened(text: str, whole: Span, kept: Span) -> Span:
    room = MAX_CONTEXT - (kept.end - kept.start)
    if whole.end - whole.start <= MAX_CONTEXT:
        return whole
    if room <= 0:
        return kept
    before, after = kept.start - whole.start, whole.end - kept.end
    left = min(before, max(room // 2, room - after))
    right = min(after, room - left)
    start, end = kept.start - left, kept.end + right
    if start > whole.start:
        blank = re.search(r"\s", text[start - 1 : kept.start])
        start = start + blank.start() if blank else kept.start
    if end < whole.end:
        blanks = [found.start() for found in re.finditer(r"\s", text[kept.end : end + 1])]
        end = kept.end + blanks[-1] if blanks else kept.end
    while start < kept.start and text[start].isspace():
        start += 1
    return Span(start, end)
