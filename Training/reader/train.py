"""Trains the reader: `python -m reader.train --data DIR --out DIR [--epochs N]`. Seeds are fixed.

With `--mpnet FILE` it trains the larger reader that `--teacher` then learns from (`teaching`). With `--minutes` the learning rate also falls with the time spent, so that a run on a busy machine ends in time; such a
run is not repeatable to the bit, one without is.
"""

from __future__ import annotations

import argparse
import copy
import json
import os
import pathlib
import random
import time

import torch

from . import data, export
from .corpora import texts as read_texts
from .encoder import Encoder, tokenizer
from .model import Reader
from .mpnet import TeacherEncoder
from .score import embed, score
from .teaching import HIDDEN, Teacher
from .windows import Labels, Pieces, batches, collate, windows

WEIGHTS = {
    "upos": 1.0, "feats": 0.5, "lemma": 0.5, "ends": 0.6, "arc": 1.5, "relation": 1.0, "name": 2.0, "time": 1.2,
    "event": 0.8, "pool": 2.0, "certainty": 0.1, "polarity": 0.1, "tense": 0.2, "aspect": 0.1, "moment": 0.15,
    "special": 0.1,
}
# How often an epoch sees a corpus; below 1 it sees another part of it each time.
SHARES = {"ewt": 1, "gum": 2, "wnut": 0.34, "meantime": 2, "ecb": 1, "texts": 0.5}
WARM_UP = 200  # steps
TARGETS = 16000  # sentences whose similarity is kept
BODY, HEADS = 2e-4, 1e-3  # learning rates
LARGE_BODY = 6e-5  # of the teacher's encoder


def epoch_windows(corpora, pieces, epoch: int):
    """The windows of one epoch."""
    result = []
    for name, documents in corpora.items():
        share, chance = SHARES[name], random.Random(f"{name} {epoch}")
        if share < 1:
            parts = round(1 / share)
            documents = documents[epoch % parts::parts]
        for _ in range(max(1, int(share))):
            result += windows(documents, pieces, chance=chance)
    return result


def kept(corpora):
    """The sentences whose similarity is kept, in a fixed order."""
    chosen = []
    for name in ("gum", "meantime", "ecb", "ewt"):
        sentences = [s for d in corpora[name] for s in d.sentences if 4 <= len(s.words) <= 80]
        random.Random(name).shuffle(sentences)
        chosen += sentences
    return chosen[:TARGETS]


def pool_targets(base, corpora, pieces, cache: pathlib.Path) -> dict[int, torch.Tensor]:
    """What the untouched base says of the sentences kept, by the sentence's identity."""
    chosen = kept(corpora)
    if cache.exists():
        vectors = torch.load(cache)
    else:
        vectors = embed(base, [[w.form for w in s.words] for s in chosen], pieces, base=True)
        save(cache, vectors)
    return {id(s): v for s, v in zip(chosen, vectors)}


def target(batch, targets, width: int) -> torch.Tensor:
    out = torch.zeros(len(batch), max(len(w.parts) for w in batch), width)
    for i, window in enumerate(batch):
        for k, part in enumerate(window.parts):
            if part.whole and id(part.sentence) in targets:
                out[i, k] = targets[id(part.sentence)]
    return out


def similarity(reader, base_vectors, sentences, pairs, pieces) -> dict[str, float]:
    """Agreement with the base, and Pearson's correlation with people's judgement (measured only)."""
    reader.eval()
    mine = embed(reader, sentences, pieces)
    n = len(pairs)
    gold = torch.tensor([p[0] for p in pairs])

    def correlation(vectors):
        return torch.corrcoef(torch.stack([(vectors[:n] * vectors[n:2 * n]).sum(1), gold]))[0, 1].item()

    return {"cosine_to_base": (mine * base_vectors).sum(1).mean().item(), "sts_pearson": correlation(mine),
            "sts_pearson_base": correlation(base_vectors)}


def save(path: pathlib.Path, content):
    """Writes whole or not at all."""
    beside = path.with_suffix(".part")
    torch.save(content, beside)
    os.replace(beside, path)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--pieces", type=int, default=1024, help="word pieces a batch")
    parser.add_argument("--minutes", type=float, help="end after so many minutes at the latest")
    parser.add_argument("--freeze", type=int, default=0, help="keep so many of the lowest layers as they are")
    parser.add_argument("--steps", type=int, help="stop after so many steps (to time them)")
    parser.add_argument("--start", type=pathlib.Path, help="go on from the weights of this file instead of the base's")
    parser.add_argument("--half", action="store_true",
                        help="multiply matrices in bf16: twice as fast where the processor has instructions for it")
    parser.add_argument("--mpnet", type=pathlib.Path, help="train a teacher on these weights of all-mpnet-base-v2")
    parser.add_argument("--teacher", type=pathlib.Path, help="learn from this teacher (its reader.pt) as well as from the gold")
    parser.add_argument("--texts", type=pathlib.Path,
                        help="texts that only the teacher judges, as headwater analyze writes them (CoNLL-U)")
    parser.add_argument("--rate", type=float, default=1.0, help="the highest learning rates, as a share of the usual")
    arguments = parser.parse_args()
    if arguments.texts and not arguments.teacher:
        parser.error("--texts needs a --teacher: nothing else says anything of them")
    torch.manual_seed(7)
    torch.set_num_threads(arguments.threads)
    arguments.out.mkdir(parents=True, exist_ok=True)

    pieces = Pieces(tokenizer())
    corpora = data.training(arguments.data)
    labels = Labels(corpora["ewt"] + corpora["gum"])
    if arguments.texts:
        corpora["texts"] = read_texts(arguments.texts)
    # a part of what measures, to save time: `reader.evaluate` takes the whole
    held = {name: windows(d, pieces)[::1 if name == "meantime" else 4]
            for name, d in data.development(arguments.data).items()}
    lengths = []
    for epoch in range(arguments.epochs):
        train = epoch_windows(corpora, pieces, epoch)
        lengths.append(len(batches(train, arguments.pieces, None)))
        print(f"epoch {epoch + 1}: {len(train)} windows, {sum(len(w.pieces) for w in train)} pieces, "
              f"{lengths[-1]} batches", flush=True)
    print({k: len(v) for k, v in labels.sets.items()}, flush=True)

    base = TeacherEncoder.from_base(arguments.mpnet) if arguments.mpnet else Encoder.from_base().eval()
    keeps = not arguments.mpnet  # a teacher's similarity is nobody's concern
    if keeps:
        began = time.time()
        targets = pool_targets(base, corpora, pieces, arguments.out / "targets.pt")
        pairs = data.similar_pairs(arguments.data, 200)
        plain = [p[1] for p in pairs] + [p[2] for p in pairs]
        plain += [[w.form for w in s.words] for w0 in held["meantime"] for s in w0.sentences][:100]
        base_vectors = embed(base, plain, pieces, base=True)
        print(f"{len(targets)} vectors of the base in {time.time() - began:.0f} s", flush=True)

    reader = Reader(copy.deepcopy(base), labels)
    del base
    teacher = Teacher.read(arguments.teacher, labels, reader.encoder.width, arguments.half) if arguments.teacher else None
    guide = list(teacher.likeness.parameters()) if teacher else []
    if arguments.start:
        stored, metadata = export.read(arguments.start)
        if json.loads(metadata["labels"]) != labels.sets:
            raise SystemExit(f"{arguments.start} has other labels")
        reader.load_state_dict({k: stored[k].float() for k in reader.state_dict()})
    for name, parameter in reader.encoder.named_parameters():
        low = name.split(".")[1] in map(str, range(arguments.freeze)) if name.startswith("layers.") else arguments.freeze > 0
        parameter.requires_grad_(not (low or name.startswith("words.")))
    body = [p for n, p in reader.named_parameters() if n.startswith("encoder.") and "encoder.words" not in n]
    heads = [p for n, p in reader.named_parameters() if not n.startswith("encoder.")]
    optimizer = torch.optim.AdamW([{"params": body, "lr": BODY}, {"params": heads + guide, "lr": HEADS}], weight_decay=0.01)
    total, step, first, spent, skip = sum(lengths), 0, 0, 0.0, 0
    path = arguments.out / "reader.pt"
    if path.exists():
        stored = torch.load(path, weights_only=False)
        reader.load_state_dict(stored["weights"])
        optimizer.load_state_dict(stored["optimizer"])
        if teacher:
            teacher.likeness.load_state_dict(stored["likeness"])
        first, step, spent, skip = stored["epoch"], stored["step"], stored["spent"], stored.get("seen", 0)
        print(f"goes on after epoch {first}, batch {skip}", flush=True)
    started = time.time() - spent

    def keep(scores, epoch: int, seen: int):
        save(path, {"weights": reader.state_dict(), "optimizer": optimizer.state_dict(), "labels": labels.sets,
                    "likeness": teacher and teacher.likeness.state_dict(), "scores": scores, "epoch": epoch, "seen": seen,
                    "step": step, "spent": time.time() - started})

    def progress() -> float:
        by_time = (time.time() - started) / (60 * arguments.minutes) if arguments.minutes else 0.0
        return max(step / total, by_time)

    for epoch in range(first, arguments.epochs):
        began, sums, seen, read = time.time(), {}, 0, 0
        reader.train()
        torch.manual_seed(100 + epoch)
        generator = torch.Generator().manual_seed(100 + epoch)
        made, skipped = batches(epoch_windows(corpora, pieces, epoch), arguments.pieces, generator), skip
        skip = 0
        for batch in made[skipped:]:
            done = progress()
            if done >= 1:
                break
            rate = arguments.rate * min(1.0, (step + 1) / WARM_UP) * (1 - done)
            for group, most in zip(optimizer.param_groups, (LARGE_BODY if arguments.mpnet else BODY, HEADS)):
                group["lr"] = most * rate
            with torch.autocast("cpu", torch.bfloat16, enabled=arguments.half):
                tensors = collate(batch, labels)
                read_as = reader.words(tensors)
                losses = reader.losses(
                    tensors, read_as, target(batch, targets, reader.encoder.width) if keeps else None)
                taught = teacher.losses(reader, tensors, read_as[1]) if teacher else {}
            loss = sum(WEIGHTS[k] * v for k, v in losses.items())
            loss = loss + sum((HIDDEN if k == "hidden" else WEIGHTS[k]) * v for k, v in taught.items())
            losses |= {f"{k}_taught": v for k, v in taught.items()}
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(body + heads, 1.0)
            optimizer.step()
            step += 1
            seen += 1
            read += sum(len(w.pieces) for w in batch)
            for k, v in losses.items():
                sums.setdefault(k, []).append(v.item())
            if seen % 100 == 0:
                recent = {k: round(sum(v[-100:]) / len(v[-100:]), 3) for k, v in sums.items()}
                print(f"  {epoch + 1}.{skipped + seen} {read / (time.time() - began):.0f} pieces/s, rate {rate:.3f} {recent}",
                      flush=True)
                keep({}, epoch, skipped + seen)
            if arguments.steps and seen >= arguments.steps:
                return
        result = {name: score(reader, held[name], labels) for name in held}
        if keeps:
            result["similarity"] = similarity(reader, base_vectors, plain, pairs, pieces)
        print(f"epoch {epoch + 1}: {time.time() - began:.0f} s, {read} pieces", flush=True)
        for name, values in result.items():
            print("   ", name, {k: round(v, 4) for k, v in values.items()}, flush=True)
        keep(result, epoch + 1, 0)
        (arguments.out / "scores.json").write_text(json.dumps(result, indent=1))
        if progress() >= 1:
            break


if __name__ == "__main__":
    main()
