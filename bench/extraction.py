"""How fast `kg extract` reads articles, tagger included, how soon it starts, and how much memory it takes.

    python bench/extraction.py [--articles FILE.jsonl] [--count 1000] [--workers N] [--json]

Without `--articles` it reads `--count` articles of `bench/articles.py`; articles of your own say more about what you have.
Start-up is the whole run on a single article of one sentence that the tagger must read. Memory is the sum over all processes.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from articles import write
from end_to_end import KG, measured

STARTS = 5
SENTENCE = "Астанада Айгүл Бозторғайқызы Лиссабондағы «Азуленту» қауымдастығының төрағасымен кездесті."


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, help="articles to read, a JSON object with id, title, text, date a line")
    parser.add_argument("--count", type=int, default=1000, help="articles to write where none are given")
    parser.add_argument("--workers", type=int, help="processes that extract (default: one a core)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source, short = arguments.articles, Path(folder) / "short.txt"
        short.write_text(SENTENCE, encoding="utf-8")
        if source is None:
            source = Path(folder) / "articles.jsonl"
            write(source, arguments.count)
        texts = [json.loads(line)["text"] for line in source.read_text("utf-8").splitlines()]
        command = [*KG, "extract", "--format", "jsonl", "--quiet"]
        workers = [] if arguments.workers is None else ["--workers", str(arguments.workers)]
        with (Path(folder) / "facts.jsonl").open("wb") as out:
            starts = [measured([*command, str(short)], out)[0] for _ in range(STARTS)]
            seconds, used, peak = measured([*command, *workers, str(source)], out)
    words = sum(len(text.split()) for text in texts)
    figures = {
        "cores": len(os.sched_getaffinity(0)), "articles": len(texts), "words": words, "seconds": round(seconds, 2),
        "words_per_second": round(words / seconds), "cpu_seconds": round(used, 2),
        "start_seconds": round(statistics.median(starts), 2), "peak_mib": round(peak / 2**20),
    }  # fmt: skip
    print(json.dumps(figures, indent=1) if arguments.json else "\n".join(f"{k:>16} {v:>10,}" for k, v in figures.items()))


if __name__ == "__main__":
    main()
