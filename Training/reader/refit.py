"""Fits some heads once more on the frozen encoder, where the joint run mixes corpora that do not quite agree.

`event`, `time` and the attributes of events lean on MEANTIME then, whose guidelines are measured; `pooled` can be solved for
in closed form against the base's vectors. Settings are chosen on folds of the training documents; whether a fitted
head replaced the joint one in the shipped file was decided on the held-back documents (see Documentation/ModelCard.md).
"""

from __future__ import annotations

import argparse
import copy
import os
import pathlib

import torch
from torch import nn

from . import data
from .corpora import EVENT_VALUES
from .encoder import Encoder, tokenizer
from .model import Reader
from .score import count, decode, f1, score
from .train import pool_targets
from .windows import Labels, Pieces, batches, collate, windows

HEADS = ("event", "time") + tuple(EVENT_VALUES)


@torch.no_grad()
def cache(reader, labels, made, layers=("event", "time")):
    """The windows' word vectors with their labels, a row for each word; `window` says which window a row is of."""
    reader.eval()
    rows = {key: [] for key in ("x", "window", *EVENT_VALUES)}
    for layer in layers:
        rows[f"{layer}_allowed"], rows[f"{layer}_weight"] = [], []
    number = {id(w): i for i, w in enumerate(made)}
    for batch in batches(made, 4096, None):
        tensors = collate(batch, labels)
        _, x = reader.words(tensors)
        for i, window in enumerate(batch):
            n = len(window.first)
            rows["x"].append(x[i, :n])
            rows["window"].append(torch.full((n,), number[id(window)]))
            for key in rows:
                if key not in {"x", "window"}:
                    rows[key].append(tensors[key][i, :n])
    return {k: torch.cat(v) for k, v in rows.items()}


def fit(heads: nn.ModuleDict, rows, keep: torch.Tensor, share: torch.Tensor, epochs: int, rate: float = 1e-3):
    """Trains copies of the heads on the rows kept, each row's weight times its share."""
    heads = copy.deepcopy(heads)
    optimizer = torch.optim.AdamW(heads.parameters(), lr=rate, weight_decay=0.01)
    order = keep.nonzero()[:, 0]
    generator = torch.Generator().manual_seed(7)
    steps, step = epochs * max(1, len(order) // 512), 0
    for _ in range(epochs):
        for chunk in order[torch.randperm(len(order), generator=generator)].split(512):
            x = nn.functional.dropout(rows["x"][chunk], 0.2)
            loss = 0.0
            for layer in heads:
                scores = heads[layer](x)
                if layer in EVENT_VALUES:
                    known = rows[layer][chunk] >= 0
                    if known.any():
                        each = nn.functional.cross_entropy(scores[known], rows[layer][chunk][known], reduction="none")
                        loss = loss + 0.2 * (each * share[chunk][known]).sum() / known.sum()
                else:
                    weight = rows[f"{layer}_weight"][chunk] * share[chunk]
                    log = scores.log_softmax(1).masked_fill(~rows[f"{layer}_allowed"][chunk], -1e9).logsumexp(1)
                    loss = loss - (log * weight).sum() / max(1.0, float((weight > 0).sum()))
            for group in optimizer.param_groups:
                group["lr"] = rate * max(0.02, 1 - step / steps)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            step += 1
    return heads


@torch.no_grad()
def judge(heads, labels, rows, made, which) -> dict[str, float]:
    """F1 of spans with and without type, accuracy of the attributes, on the windows chosen."""
    spanned = {key: [0, 0, 0] for key in ("time", "time_span", "event", "event_span")}
    right = {layer: [0, 0] for layer in EVENT_VALUES}
    starts = {}
    for row, window in enumerate(rows["window"].tolist()):
        starts.setdefault(window, row)
    for number in which:
        window = made[number]
        block = slice(starts[number], starts[number] + len(window.first))
        x = rows["x"][block]
        for layer in ("time", "event"):
            scores, offset = heads[layer](x), 0
            for part in window.parts:
                marks = part.sentence.times if layer == "time" else part.sentence.events
                if marks is not None and marks.measured:
                    found = decode(scores[offset:offset + len(part.forms)], labels.sets[layer])
                    count(spanned, layer, found, marks.spans)
                offset += len(part.forms)
        for layer in EVENT_VALUES:
            known = rows[layer][block] >= 0
            right[layer][0] += int((heads[layer](x).argmax(1) == rows[layer][block])[known].sum())
            right[layer][1] += int(known.sum())
    return {**{f"{k}_f1": f1(v) for k, v in spanned.items()}, **{k: a / max(1, b) for k, (a, b) in right.items()}}


def solve_pooled(reader, corpora, labels, pieces, targets, ridge: float = 1.0):
    """The linear map from means of pieces to the base's vectors, by least squares."""
    documents = [d for name in ("gum", "meantime", "ecb", "ewt") for d in corpora[name]]
    wanted = [w for w in windows(documents, pieces) if any(id(p.sentence) in targets for p in w.parts)]
    size = reader.encoder.width + 1
    left, right = torch.eye(size) * ridge, torch.zeros(size, size - 1)
    with torch.no_grad():
        for batch in batches(wanted, 4096, None):
            tensors = collate(batch, labels)
            hidden, _ = reader.words(tensors)
            for i, window in enumerate(batch):
                for k, part in enumerate(window.parts):
                    if id(part.sentence) in targets:
                        mean = hidden[i][tensors["owner"][i] == k].mean(0)
                        mean = torch.cat([mean, torch.ones(1)])
                        left += mean[:, None] * mean[None, :]
                        right += mean[:, None] * targets[id(part.sentence)][None, :]
        solved = torch.linalg.solve(left.double(), right.double()).float()
        reader.pooled.weight.copy_(solved[:-1].T)
        reader.pooled.bias.copy_(solved[-1])


def fit_names(reader, labels, corpora, pieces, held, epochs: int = 3):
    """Goes on with the head of names alone, on a part of the corpora; kept only if names of UNER come out better."""
    documents = corpora["ewt"][::3] + corpora["gum"] + corpora["meantime"] + corpora["wnut"][::8]
    rows = cache(reader, labels, windows(documents, pieces), layers=("name",))
    everything = torch.ones(len(rows["x"]), dtype=torch.bool)
    fitted = fit(nn.ModuleDict({"name": reader.tags["name"]}), rows, everything, torch.ones(len(rows["x"])), epochs)
    before = score(reader, held, labels)["name_f1"]
    own = copy.deepcopy(reader.tags["name"].state_dict())
    reader.tags["name"].load_state_dict(fitted["name"].state_dict())
    after = score(reader, held, labels)["name_f1"]
    print(f"names of UNER: joint {before:.4f}, fitted {after:.4f}", flush=True)
    if after < before:
        reader.tags["name"].load_state_dict(own)


def fresh(reader, labels) -> nn.ModuleDict:
    return nn.ModuleDict({k: nn.Linear(reader.encoder.width, len(labels.sets[k])) for k in HEADS})


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--checkpoint", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--others", type=float, default=0.0, help="weight of ECB+ and GUM")
    parser.add_argument("--epochs", type=int, default=30)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--heads", default="time", help="which of the fitted heads to take; events are better joint")
    parser.add_argument("--names", action="store_true", help="fit names, too")
    parser.add_argument("--pooled", action="store_true", help="solve for the last layer of similarity, too")
    arguments = parser.parse_args()
    torch.manual_seed(7)
    torch.set_num_threads(arguments.threads)
    stored = torch.load(arguments.checkpoint, weights_only=False)
    labels = Labels.of(stored["labels"])
    reader = Reader(Encoder(), labels)
    reader.load_state_dict(stored["weights"])
    reader.eval()
    pieces = Pieces(tokenizer())
    corpora = data.training(arguments.data)

    apart = windows(data.development(arguments.data)["meantime"], pieces)
    others = corpora["ecb"] + corpora["gum"] if arguments.others else []
    made = windows(corpora["meantime"] + others, pieces)
    rows, held = cache(reader, labels, made), cache(reader, labels, apart)
    own = nn.ModuleDict({k: reader.tags[k] for k in HEADS})
    ours = torch.tensor([w.corpus == "meantime" for w in made])[rows["window"]]
    share = torch.where(ours, 1.0, arguments.others)
    numbers = [i for i, w in enumerate(made) if w.corpus == "meantime"]
    sums: dict[str, float] = {}
    for fold in range(arguments.folds):  # what a fit of this kind gives on documents that it has not seen
        out = set(numbers[fold * len(numbers) // arguments.folds:(fold + 1) * len(numbers) // arguments.folds])
        keep = torch.tensor([i not in out for i in range(len(made))])[rows["window"]]
        fitted = fit(fresh(reader, labels), rows, keep, share, arguments.epochs, arguments.rate)
        for k, v in judge(fitted, labels, rows, made, out).items():
            sums[k] = sums.get(k, 0) + v / arguments.folds
    print("folds:", {k: round(v, 4) for k, v in sums.items()}, flush=True)
    everything = torch.ones(len(rows["x"]), dtype=torch.bool)
    fitted = fit(fresh(reader, labels), rows, everything, share, arguments.epochs, arguments.rate)
    before, after = (judge(h, labels, held, apart, range(len(apart))) for h in (own, fitted))
    print("held back, joint: ", {k: round(v, 4) for k, v in before.items()}, flush=True)
    print("held back, fitted:", {k: round(v, 4) for k, v in after.items()}, flush=True)
    for k in arguments.heads.split(","):
        if k in HEADS:
            reader.tags[k].load_state_dict(fitted[k].state_dict())
    if arguments.names:
        uner = windows(data.development(arguments.data)["uner"], pieces)[::4]
        fit_names(reader, labels, corpora, pieces, uner)
    if arguments.pooled:
        cached = arguments.checkpoint.parent / "targets.pt"
        targets = pool_targets(Encoder.from_base().eval(), corpora, pieces, cached)
        solve_pooled(reader, corpora, labels, pieces, targets)
    beside = arguments.out.with_suffix(".part")
    torch.save({**{k: v for k, v in stored.items() if k != "optimizer"}, "weights": reader.state_dict()}, beside)
    os.replace(beside, arguments.out)


if __name__ == "__main__":
    main()
