"""Fine-tunes the encoder to tag names: `python training/train.py --help`.

Enters: KazNERD's validation split, sentences tagged from gold documents. Leaves: a checkpoint (weights, labels, rows kept).
Cross entropy over IOB2 labels; weights averaged over the last steps; the learning rate falls by layer (Howard and Ruder, 2018).
"""

from __future__ import annotations

import argparse
import copy
import random
import time
from pathlib import Path

import sentencepiece
import torch
from corpus import Exchange, Sentence, read, split
from encoder import Encoder, Wheel, read_wheel
from seqeval.metrics import classification_report, f1_score
from torch import Tensor, nn
from torch.nn import functional
from vocabulary import choose, sentencepiece_model

from kg.language.ner.pieces import normalise
from kg.language.ner.viterbi import best_path

IGNORED = -100
LONGEST = 400
EVERY = 5


class Tagging(nn.Module):
    """Encoder and head: a word is its first and its last piece."""

    def __init__(self, encoder: Encoder, hidden: int, labels: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.drop = nn.Dropout(0.1)
        self.inner = nn.Linear(2 * hidden, 256)
        self.outer = nn.Linear(256, labels)

    def forward(self, ids: Tensor, mask: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """ids, mask: batch x pieces; first, last: batch x words, positions of pieces. Gives batch x words x labels."""
        h = self.encoder(ids, mask)
        ends = [h.gather(1, at[:, :, None].expand(-1, -1, h.shape[2])) for at in (first, last)]
        return self.outer(self.drop(functional.gelu(self.inner(self.drop(torch.cat(ends, -1))))))


class Coder:
    """Sentences to numbers."""

    def __init__(self, processor: sentencepiece.SentencePieceProcessor, labels: list[str]) -> None:
        self.processor = processor
        self.numbers = {label: n for n, label in enumerate(labels)}

    def __call__(self, sentence: Sentence) -> tuple[list[int], list[int], list[int], list[int]]:
        ids, first, last, gold = [0], [], [], []
        for pieces, (_, label) in zip(self.processor.encode([normalise(w) for w, _ in sentence]), sentence, strict=True):
            kept = pieces[:20] or [3]
            if len(ids) + len(kept) > LONGEST:
                break
            first.append(len(ids))
            ids += kept
            last.append(len(ids) - 1)
            gold.append(self.numbers.get(label, IGNORED))
        return [*ids, 2], first, last, gold


def pad(rows: list[tuple[list[int], list[int], list[int], list[int]]]) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """Coded sentences as one batch: ids, mask, first, last, gold."""
    pieces, words = max(len(r[0]) for r in rows), max(len(r[1]) for r in rows)
    ids = torch.full((len(rows), pieces), 1)
    mask = torch.zeros(len(rows), pieces, dtype=torch.bool)
    first, last = torch.zeros(len(rows), words, dtype=torch.long), torch.zeros(len(rows), words, dtype=torch.long)
    gold = torch.full((len(rows), words), IGNORED)
    for n, (i, f, e, g) in enumerate(rows):
        ids[n, : len(i)], mask[n, : len(i)] = torch.tensor(i), True
        first[n, : len(f)], last[n, : len(e)], gold[n, : len(g)] = torch.tensor(f), torch.tensor(e), torch.tensor(g)
    return ids, mask, first, last, gold


def predict(model: Tagging, coder: Coder, labels: list[str], sentences: list[Sentence]) -> list[list[str]]:
    """Labels of each word of each sentence."""
    model.eval()
    coded = [coder(s) for s in sentences]
    order = sorted(range(len(coded)), key=lambda n: len(coded[n][0]))
    answers: list[list[str]] = [[] for _ in coded]
    with torch.no_grad():
        for at in range(0, len(order), 32):
            numbers = order[at : at + 32]
            with torch.autocast("cpu", torch.bfloat16):
                scores = model(*pad([coded[n] for n in numbers])[:4])
            scores = torch.log_softmax(scores.float(), -1).numpy()
            for row, n in zip(scores, numbers, strict=True):
                path = best_path(row[: len(coded[n][1])], labels)
                answers[n] = [labels[k] for k in path] + ["O"] * (len(sentences[n]) - len(path))
    return answers


def groups(model: Tagging, rate: float, head: float, decay: float) -> list[dict]:
    """Parameters with the learning rate of their layer: lower layers change less."""
    depth = len(model.encoder.layers)
    rows = [{"params": [*model.inner.parameters(), *model.outer.parameters()], "lr": head}]
    for n, layer in enumerate(model.encoder.layers):
        rows.append({"params": list(layer.parameters()), "lr": rate * decay ** (depth - 1 - n)})
    rest = [model.encoder.position, model.encoder.segment, *model.encoder.norm.parameters()]
    return [*rows, {"params": rest, "lr": rate * decay**depth}]


def train(options: argparse.Namespace, wheel: Wheel) -> None:
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    torch.set_num_threads(options.threads)
    learnt, held = split(read(options.kaznerd))
    if options.all:
        learnt = learnt + held
    labels = ["O", *sorted({label for s in learnt for _, label in s if label != "O"})]
    own = [s for path in options.gold for _, s in read(path)]
    rows = choose(wheel, read_wheel("e5-small-enpt-q4.bin"))
    processor = sentencepiece.SentencePieceProcessor(model_proto=sentencepiece_model(wheel, rows))
    coder = Coder(processor, labels)
    model = Tagging(Encoder(wheel, rows, options.layers), wheel.hidden, len(labels))
    parameters = groups(model, options.rate, options.head_rate, options.decay)
    rates = [g["lr"] for g in parameters]
    optimizer = torch.optim.AdamW(parameters, weight_decay=0.01, fused=True)
    exchange = Exchange(learnt, options.exchange, options.seed)
    mean = copy.deepcopy(model)
    averaged, learning = ([p for p in m.parameters() if p is not m.encoder.word.weight] for m in (mean, model))
    pool = [(s, True) for s in learnt] + [(s, False) for s in own]
    total = options.epochs * ((len(pool) + options.batch - 1) // options.batch)
    step, began = 0, time.time()
    for epoch in range(options.until):
        model.train()
        rows_ = [coder(exchange(s) if change and epoch else s) for s, change in pool]
        random.shuffle(rows_)
        wide = options.batch * 40
        chunks = [sorted(rows_[i : i + wide], key=lambda r: len(r[0])) for i in range(0, len(rows_), wide)]
        batches = [c[i : i + options.batch] for c in chunks for i in range(0, len(c), options.batch)]
        random.shuffle(batches)
        loss_sum = 0.0
        for batch in batches:
            step += 1
            factor = min(step / (0.1 * total), max(0.0, (total - step) / (0.9 * total)))
            for group, rate in zip(parameters, rates, strict=True):
                group["lr"] = rate * factor
            for group, source in zip(optimizer.param_groups, parameters, strict=True):
                group["lr"] = source["lr"]
            *inputs, gold = pad(batch)
            with torch.autocast("cpu", torch.bfloat16):
                scores = model(*inputs)
            loss = functional.cross_entropy(scores.float().flatten(0, 1), gold.flatten(), ignore_index=IGNORED)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            loss_sum += loss.item()
            if step % EVERY == 0:
                with torch.no_grad():
                    keep = min(options.average, step / (step + 10 * EVERY))
                    torch._foreach_lerp_(averaged, learning, 1 - keep)
            if step % 25 == 0:
                print(f"step {step}/{total} loss {loss_sum / 25:.4f} {time.time() - began:.0f} s", flush=True)
                loss_sum = 0.0
        if options.measure:
            for name, which in (("weights", model), ("averaged", mean)):
                answer = predict(which, coder, labels, held)
                print(f"epoch {epoch} {name} F1 {f1_score([[g for _, g in s] for s in held], answer):.4f}", flush=True)
        torch.save({"state": mean.state_dict(), "labels": labels, "rows": rows, "layers": options.layers}, options.out)
    gold_labels = [[g for _, g in s] for s in held]
    print(classification_report(gold_labels, predict(mean, coder, labels, held), digits=3))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kaznerd", type=Path, required=True, help="KazNERD's valid.txt")
    parser.add_argument("--gold", type=Path, nargs="*", default=[], help="IOB2 files made by training/gold.py")
    parser.add_argument("--out", type=Path, required=True, help="the checkpoint to write")
    parser.add_argument("--epochs", type=int, default=8, help="epochs over which the learning rate falls to nothing")
    parser.add_argument("--until", type=int, default=6, help="epochs that are run: later ones did not win on held-out sentences")
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=3e-4, help="learning rate of the topmost layer")
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--decay", type=float, default=0.9, help="how much less each lower layer learns")
    parser.add_argument("--average", type=float, default=0.98, help="share of the past in the running mean of weights")
    parser.add_argument("--exchange", type=float, default=0.3, help="share of mentions that are exchanged in each epoch")
    parser.add_argument("--layers", type=int, nargs="*", default=list(range(12)), help="layers of the encoder that are kept")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--all", action="store_true", help="learn from the held-out sentences too (to ship, never to measure)")
    parser.add_argument("--measure", action="store_true", help="measure after each epoch")
    train(parser.parse_args(), read_wheel())


if __name__ == "__main__":
    main()
