"""Trains the reader: `python -m reader.train --data DIR --out DIR [--epochs N]`. Seeds are fixed."""

from __future__ import annotations

import argparse
import copy
import json
import pathlib
import time

import torch

from . import corpora
from .encoder import Encoder, tokenizer
from .model import Reader
from .score import score
from .windows import Labels, batches, collate, windows

WEIGHTS = {"upos": 1.0, "feats": 0.5, "lemma": 0.5, "ends": 0.3, "arc": 1.0, "relation": 0.7, "name": 1.0, "pool": 2.0}
HELD_BACK = 6  # every sixth MEANTIME document, in order of name, is kept apart


def load(data: pathlib.Path):
    syntax = data / "syntax"
    ewt = corpora.conllu(syntax / "ewt/en_ewt-ud-train.conllu", "ewt", with_names=False)
    gum = corpora.conllu(syntax / "gum-wikinews/en_gum-train.conllu", "gum", with_names=True)
    wnut = wnut17(syntax)
    folder = data / "events/meantime/intra-doc_annotation"
    files = sorted(folder.rglob("*.xml"), key=lambda p: p.name)
    meantime = [corpora.cat(p, "meantime", corpora.MEANTIME) for i, p in enumerate(files) if i % HELD_BACK != 0]
    ecb = [corpora.cat(p, "ecb", corpora.ECB) for p in sorted((data / "events/ecbplus").rglob("*.xml"))]
    dev = {
        "ewt": corpora.conllu(syntax / "ewt/en_ewt-ud-dev.conllu", "ewt", with_names=False),
        "gum": corpora.conllu(syntax / "gum-wikinews/en_gum-dev.conllu", "gum", with_names=True),
        "uner": corpora.columns(syntax / "uner-ewt/en_ewt-ud-dev.iob2", "uner", 2, corpora.UNER),
    }
    return ewt + gum, wnut + meantime + ecb, dev


def wnut17(syntax: pathlib.Path):
    """WNUT17 has the word first and the tag second."""
    documents = []
    words, tags = [], []
    for line in (syntax / "wnut17/wnut17train.conll").open(encoding="utf-8"):
        fields = line.rstrip("\n").split("\t")
        if len(fields) < 2 or not fields[0].strip():
            if words:
                documents.append(corpora.Document(
                    "wnut", [corpora.Sentence(words, corpora.iob2(tags, corpora.WNUT))]))
            words, tags = [], []
            continue
        words.append(corpora.Word(fields[0]))
        tags.append(fields[1])
    return documents


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--pieces", type=int, default=1024, help="word pieces a batch")
    arguments = parser.parse_args()
    torch.manual_seed(7)
    torch.set_num_threads(arguments.threads)
    generator = torch.Generator().manual_seed(7)
    arguments.out.mkdir(parents=True, exist_ok=True)

    pieces = tokenizer()
    syntax, named, dev = load(arguments.data)
    labels = Labels(syntax)
    train = windows(syntax, pieces) + windows(named, pieces)
    print({k: len(v) for k, v in labels.sets.items()}, f"{len(train)} windows,",
          sum(len(w.pieces) for w in train), "pieces", flush=True)
    held = {name: windows(documents, pieces) for name, documents in dev.items()}

    base = Encoder.from_base().eval()
    reader = Reader(copy.deepcopy(base), labels)
    body = [p for n, p in reader.named_parameters() if n.startswith("encoder.") and "encoder.words" not in n]
    heads = [p for n, p in reader.named_parameters() if not n.startswith("encoder.")]
    reader.encoder.words.weight.requires_grad_(False)
    steps = arguments.epochs * len(batches(train, arguments.pieces, None))
    optimizer = torch.optim.AdamW([{"params": body, "lr": 2e-4}, {"params": heads, "lr": 1e-3}], weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1.0, (s + 1) / 300) * max(0.0, 1 - s / steps))
    for epoch in range(arguments.epochs):
        began, sums, seen = time.time(), {}, 0
        reader.train()
        for batch in batches(train, arguments.pieces, generator):
            tensors = collate(batch, labels)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                target = None
                if torch.rand(1, generator=generator).item() < 0.3:
                    with torch.no_grad():
                        hidden = base(tensors["pieces"], tensors["shapes"], tensors["lengths"])
                        mask = (torch.arange(hidden.shape[1])[None, :] < tensors["lengths"][:, None])[:, :, None]
                        target = torch.nn.functional.normalize((hidden * mask).sum(1).float() / mask.sum(1), dim=1)
                losses = reader.losses(tensors, target)
            loss = sum(WEIGHTS[k] * v for k, v in losses.items())
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(body + heads, 1.0)
            optimizer.step()
            schedule.step()
            seen += 1
            for k, v in losses.items():
                sums.setdefault(k, []).append(v.item())
        means = {k: round(sum(v) / len(v), 4) for k, v in sums.items()}
        result = {name: score(reader, held[name], labels) for name in held}
        print(f"epoch {epoch + 1}: {time.time() - began:.0f} s, losses {means}", flush=True)
        for name, values in result.items():
            print("   ", name, {k: round(v, 4) for k, v in values.items()}, flush=True)
        torch.save({"weights": reader.state_dict(), "labels": labels.sets, "scores": result},
                   arguments.out / "reader.pt")
        (arguments.out / "scores.json").write_text(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
