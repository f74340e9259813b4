"""Text as the encoder's vocabulary wants it: Unicode NFKC, without control and zero-width characters."""

from __future__ import annotations

import unicodedata


def normalise(word: str) -> str:
    """A word without what the vocabulary does not know; may be empty."""
    return "".join(c for c in unicodedata.normalize("NFKC", word) if unicodedata.category(c) not in {"Cc", "Cf"})
