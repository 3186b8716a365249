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

from . import data, export, polnear
from .encoder import Encoder, tokenizer
from .model import Reader
from .mpnet import TeacherEncoder
from .score import embed, score
from .teaching import HIDDEN, Teacher
from .windows import Labels, Pieces, batches, collate, windows

WEIGHTS = {
    "upos": 1.0, "feats": 0.5, "lemma": 0.5, "ends": 0.6, "arc": 1.5, "relation": 1.0, "name": 2.0, "time": 1.2,
    "event": 0.8, "role": 3.0, "pool": 2.0, "certainty": 0.1, "polarity": 0.1, "tense": 0.2, "aspect": 0.1, "moment": 0.15,
    "special": 0.1,
}
# How often an epoch sees a corpus; below 1 it sees another part of it each time.
SHARES = {"ewt": 1, "gum": 2, "wnut": 0.34, "meantime": 2, "ecb": 1, "texts": 0.5, "onestop": 1}
WARM_UP = 200  # steps
TARGETS = 16000  # sentences whose similarity is kept
BODY, HEADS = 2e-4, 1e-3  # learning rates
LARGE_BODY = 6e-5  # of the teacher's encoder


def epoch_windows(corpora, pieces, epoch: int, seed: int):
    """The windows of one epoch."""
    result = []
    for name, documents in corpora.items():
        share, chance = SHARES[name], random.Random(f"{name} {epoch} {seed}")
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


def options() -> argparse.Namespace:
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
                        help="texts that no corpus annotates, as headwater analyze writes them (CoNLL-U): those whose attributions are "
                             "marked, and, with a teacher, the others")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--rate", type=float, default=1.0, help="the highest learning rates, as a share of the usual")
    return parser.parse_args()


class Likeness:
    """The base's similarity: what is to be kept of it, and how much was kept."""

    def __init__(self, base, corpora, pieces, plain: list[list[str]], pairs, cache: pathlib.Path):
        began = time.time()
        self.targets = pool_targets(base, corpora, pieces, cache)
        self.plain, self.pairs, self.pieces = plain, pairs, pieces
        self.vectors = embed(base, plain, pieces, base=True)
        print(f"{len(self.targets)} vectors of the base in {time.time() - began:.0f} s", flush=True)

    def measure(self, reader) -> dict[str, float]:
        return similarity(reader, self.vectors, self.plain, self.pairs, self.pieces)


class Run:
    """A run of training: what is trained, on what, and how far it has come."""

    def __init__(self, arguments: argparse.Namespace):
        self.arguments = arguments
        self.pieces = Pieces(tokenizer())
        self.corpora = data.training(arguments.data)
        self.labels = Labels(self.corpora["ewt"] + self.corpora["gum"])
        if arguments.texts:
            self.corpora |= data.texts(arguments.texts)
            if not arguments.teacher:  # nobody says anything of them
                del self.corpora["texts"]
        # a part of what measures, to save time: `reader.evaluate` takes the whole
        self.held = {name: windows(d, self.pieces)[::1 if name == "meantime" else 4]
                     for name, d in data.development(arguments.data).items()}
        self.attributions = polnear.Held(arguments.data, self.pieces, every=4)
        self.total = self.plan()
        base = TeacherEncoder.from_base(arguments.mpnet) if arguments.mpnet else Encoder.from_base().eval()
        # A teacher's similarity is nobody's concern.
        self.likeness = None if arguments.mpnet else self.kept_of(base)
        self.reader = Reader(copy.deepcopy(base), self.labels)
        if arguments.start:
            self.begin_with(arguments.start)
        self.teacher = None
        if arguments.teacher:
            self.teacher = Teacher.read(arguments.teacher, self.labels, self.reader.encoder.width, arguments.half)
        self.make_optimizer()
        self.path = arguments.out / "reader.pt"
        self.epoch, self.batch, self.step, spent = 0, 0, 0, 0.0
        if self.path.exists():
            spent = self.go_on()
        self.started = time.time() - spent

    def plan(self) -> int:
        """Batches of all epochs."""
        lengths = []
        for epoch in range(self.arguments.epochs):
            train = epoch_windows(self.corpora, self.pieces, epoch, self.arguments.seed)
            lengths.append(len(batches(train, self.arguments.pieces, None)))
            print(f"epoch {epoch + 1}: {len(train)} windows, {sum(len(w.pieces) for w in train)} pieces, "
                  f"{lengths[-1]} batches", flush=True)
        print({k: len(v) for k, v in self.labels.sets.items()}, flush=True)
        return sum(lengths)

    def kept_of(self, base) -> Likeness:
        pairs = data.similar_pairs(self.arguments.data, 200)
        plain = [p[1] for p in pairs] + [p[2] for p in pairs]
        plain += [[w.form for w in s.words] for w0 in self.held["meantime"] for s in w0.sentences][:100]
        return Likeness(base, self.corpora, self.pieces, plain, pairs, self.arguments.out / "targets.pt")

    def begin_with(self, path: pathlib.Path):
        stored, _ = export.weights(path, self.labels.sets)
        self.reader.load_state_dict({k: stored.get(k, own).float() for k, own in self.reader.state_dict().items()})

    def make_optimizer(self):
        freeze = self.arguments.freeze
        for name, parameter in self.reader.encoder.named_parameters():
            low = name.split(".")[1] in map(str, range(freeze)) if name.startswith("layers.") else freeze > 0
            parameter.requires_grad_(not (low or name.startswith("words.")))
        named = list(self.reader.named_parameters())
        self.body = [p for n, p in named if n.startswith("encoder.") and "encoder.words" not in n]
        self.heads = [p for n, p in named if not n.startswith("encoder.")]
        guide = list(self.teacher.likeness.parameters()) if self.teacher else []
        self.highest = (LARGE_BODY if self.arguments.mpnet else BODY, HEADS)
        self.optimizer = torch.optim.AdamW(
            [{"params": self.body, "lr": BODY}, {"params": self.heads + guide, "lr": HEADS}], weight_decay=0.01)

    def go_on(self) -> float:
        """Goes on where a run was stopped; the seconds that it had taken."""
        stored = torch.load(self.path, weights_only=False)
        self.reader.load_state_dict(stored["weights"])
        self.optimizer.load_state_dict(stored["optimizer"])
        if self.teacher:
            self.teacher.likeness.load_state_dict(stored["likeness"])
        self.epoch, self.batch, self.step = stored["epoch"], stored["seen"], stored["step"]
        print(f"goes on after epoch {self.epoch}, batch {self.batch}", flush=True)
        return stored["spent"]

    def keep(self, scores):
        save(self.path, {
            "weights": self.reader.state_dict(), "optimizer": self.optimizer.state_dict(), "labels": self.labels.sets,
            "likeness": self.teacher and self.teacher.likeness.state_dict(), "scores": scores, "epoch": self.epoch,
            "seen": self.batch, "step": self.step, "spent": time.time() - self.started})

    def progress(self) -> float:
        minutes = self.arguments.minutes
        return max(self.step / self.total, (time.time() - self.started) / (60 * minutes) if minutes else 0.0)

    def learn(self, batch) -> dict[str, float]:
        """One step; the losses."""
        rate = self.arguments.rate * min(1.0, (self.step + 1) / WARM_UP) * (1 - self.progress())
        for group, most in zip(self.optimizer.param_groups, self.highest):
            group["lr"] = most * rate
        reader = self.reader
        with torch.autocast("cpu", torch.bfloat16, enabled=self.arguments.half):
            tensors = collate(batch, self.labels)
            vectors = reader.words(tensors)
            keeping = self.likeness and target(batch, self.likeness.targets, reader.encoder.width)
            losses = reader.losses(tensors, vectors, keeping)
            taught = self.teacher.losses(reader, tensors, vectors[1]) if self.teacher else {}
        loss = sum(WEIGHTS[k] * v for k, v in losses.items())
        loss = loss + sum((HIDDEN if k == "hidden" else WEIGHTS[k]) * v for k, v in taught.items())
        self.optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.body + self.heads, 1.0)
        self.optimizer.step()
        self.step += 1
        self.batch += 1
        return {k: v.item() for k, v in losses.items()} | {f"{k}_taught": v.item() for k, v in taught.items()}

    def train_epoch(self):
        """The rest of the epoch that the run is in."""
        seed = self.arguments.seed
        torch.manual_seed(1000 * seed + self.epoch)
        generator = torch.Generator().manual_seed(1000 * seed + self.epoch)
        made = batches(epoch_windows(self.corpora, self.pieces, self.epoch, seed), self.arguments.pieces, generator)
        began, read, sums = time.time(), 0, {}
        self.reader.train()
        for batch in made[self.batch:]:
            if self.progress() >= 1:
                break
            for k, v in self.learn(batch).items():
                sums.setdefault(k, []).append(v)
            read += sum(len(w.pieces) for w in batch)
            if self.batch % 100 == 0:
                recent = {k: round(sum(v[-100:]) / len(v[-100:]), 3) for k, v in sums.items()}
                print(f"  {self.epoch + 1}.{self.batch} {read / (time.time() - began):.0f} pieces/s {recent}", flush=True)
                self.keep({})
            if self.arguments.steps and self.step >= self.arguments.steps:
                raise SystemExit(f"{self.step} steps")
        self.epoch, self.batch = self.epoch + 1, 0
        print(f"epoch {self.epoch}: {time.time() - began:.0f} s, {read} pieces", flush=True)

    def measure(self):
        result = {name: score(self.reader, held, self.labels) for name, held in self.held.items()}
        result["polnear"] = polnear.own_roles(self.attributions, self.reader, self.labels)
        if self.likeness:
            result["similarity"] = self.likeness.measure(self.reader)
        for name, values in result.items():
            print("   ", name, {k: round(v, 4) for k, v in values.items()}, flush=True)
        self.keep(result)
        (self.arguments.out / "scores.json").write_text(json.dumps(result, indent=1))


def main():
    arguments = options()
    torch.manual_seed(arguments.seed)
    torch.set_num_threads(arguments.threads)
    arguments.out.mkdir(parents=True, exist_ok=True)
    run = Run(arguments)
    while run.epoch < arguments.epochs and run.progress() < 1:
        run.train_epoch()
        run.measure()


if __name__ == "__main__":
    main()
