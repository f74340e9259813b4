"""How long `kg build` takes, and how much memory, for 100, 1,000 and 10,000 articles of about 150 words.

    python bench/end_to_end.py [--sizes 100 1000 10000] [--workers N] [--json]

Each size builds into an empty store, then once more, when nothing has changed. Memory is the sum over the process and its
workers, read from /proc ten times a second, pages that they share counted once for each. Seconds of processor time say more than
seconds of the clock where other programs run beside.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO

sys.path.insert(0, str(Path(__file__).parent))
from articles import write

KG = [sys.executable, "-c", "import sys; from kg.cli import main; sys.exit(main(prog_name='kg'))"]


@dataclass(frozen=True)
class Run:
    """One build."""

    articles: int
    words: int
    seconds: float
    articles_per_second: float
    cpu_seconds: float
    peak_mib: float
    again_seconds: float
    store_mib: float


def resident(root: int) -> int:
    """Bytes that a process and its descendants hold."""
    parents: dict[int, int] = {}
    sizes: dict[int, int] = {}
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            stat = (entry / "stat").read_text(encoding="utf-8", errors="replace").rpartition(") ")[2].split()
        except OSError:
            continue  # ended meanwhile
        parents[int(entry.name)] = int(stat[1])
        sizes[int(entry.name)] = int(stat[21]) * os.sysconf("SC_PAGE_SIZE")
    total = 0
    for process, size in sizes.items():
        ancestor: int | None = process
        while ancestor is not None and ancestor != root:
            ancestor = parents.get(ancestor)
        total += size if ancestor == root else 0
    return total


def measured(command: list[str], out: BinaryIO | None = None) -> tuple[float, float, int]:
    """Seconds, seconds of processor time and peak bytes of a command. Raises CalledProcessError where it fails."""
    began, used, peak = time.monotonic(), _processor_time(), 0
    with subprocess.Popen(command, stdout=out) as process:
        while process.poll() is None:
            peak = max(peak, resident(process.pid))
            time.sleep(0.1)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
    return time.monotonic() - began, _processor_time() - used, peak


def _processor_time() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def build(count: int, workers: int | None, folder: Path) -> Run:
    source, store = folder / f"{count}.jsonl", folder / f"{count}-graph"
    words = write(source, count)
    command = [*KG, "build", str(source), "--store", str(store), "--quiet"]
    command += [] if workers is None else ["--workers", str(workers)]
    seconds, used, peak = measured(command)
    again, _, _ = measured(command)
    size = sum(file.stat().st_size for file in store.rglob("*") if file.is_file())
    return Run(
        articles=count, words=words, seconds=round(seconds, 2), articles_per_second=round(count / seconds, 1),
        cpu_seconds=round(used, 2), peak_mib=round(peak / 2**20, 1), again_seconds=round(again, 2),
        store_mib=round(size / 2**20, 1),
    )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 10_000])
    parser.add_argument("--workers", type=int, help="processes that extract (default: one a core)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        runs = []
        for size in arguments.sizes:
            runs.append(build(size, arguments.workers, Path(folder)))
            print(f"{size:,} articles: {runs[-1].seconds} s", file=sys.stderr)
    if arguments.json:
        print(json.dumps({"cores": len(os.sched_getaffinity(0)), "runs": [asdict(run) for run in runs]}, indent=1))
        return
    columns = ("articles", "words", "seconds", "articles/s", "cpu s", "peak MiB", "again s", "store MiB")
    print("".join(f"{column:>11}" for column in columns))
    for run in runs:
        values = (
            f"{run.articles:,}", f"{run.words:,}", f"{run.seconds:.1f}", f"{run.articles_per_second:.1f}",
            f"{run.cpu_seconds:.1f}", f"{run.peak_mib:,.0f}", f"{run.again_seconds:.1f}", f"{run.store_mib:,.1f}",
        )  # fmt: skip
        print("".join(f"{value:>11}" for value in values))


if __name__ == "__main__":
    main()
