"""What a request can get wrong, as HTTP says it."""

from __future__ import annotations

from collections.abc import Mapping

from kg.model.errors import ElshiError


class RequestError(ElshiError):
    """A request that cannot be answered: `status` is the HTTP status, `headers` go with it."""

    def __init__(self, status: int, message: str, *, cure: str | None = None, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message, cure=cure)
        self.status = status
        self.headers = dict(headers or {})
