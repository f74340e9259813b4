"""What `kg serve` was told: where the graph lies, who may do what, how much."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

KIB = 1024
MIB = 1024 * KIB


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one request may take. Seconds, rows (or triples), bytes; `memory` is that of one worker, 0: no limit."""

    seconds: float = 30.0
    rows: int = 100_000
    body: int = 16 * MIB
    answer: int = 256 * MIB
    memory: int = 2048 * MIB
    workers: int = 4
    waiting: int = 256


@dataclass(frozen=True, slots=True)
class Settings:
    """`folder` is the store that is served, `scratch` an own folder for snapshots and long answers.

    `token` is what a client must bear to change anything; None where nobody may. `documents` lets such clients change what
    documents say, too. `origins` are the web sites whose pages may read answers. `public` is the URL under which clients know
    this server, where it is not the one that they connect to.
    """

    folder: Path
    scratch: Path
    token: str | None = None
    documents: bool = False
    origins: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    public: str | None = None
    limits: Limits = Limits()

    @property
    def writable(self) -> bool:
        """Whether clients may change the store at all."""
        return self.token is not None
