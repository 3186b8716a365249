"""Whom "he" and "she" mean, on the frozen reader: scorers of pairs (after Lee et al. 2017; mentions are given), whose shares
are averaged.

`python -m reader.coreference --data DIR --checkpoint reader.pt --out FILE`. GAP's development part trains, its
validation part measures; `--folds N` judges the development part too, each text by a scorer that has not seen it.
"""

from __future__ import annotations

import argparse
import os
import pathlib
import random
import time

import torch
from torch import nn

from . import data, mentions
from .corpora import Document, Sentence, Word
from .encoder import Encoder, tokenizer
from .mentions import CLASSES, Mention, Stretch
from .model import Reader
from .pairs import SIZES, Features, Tree, capitals
from .score import decode
from .windows import Labels, Pieces, windows

LAYER = 5  # whose vectors are read, counted from one: the last one knows syntax best, and less of who is who
HIDDEN = 192
NEAREST = 60  # candidates of a mention
ANAPHORS = ("he", "she")


class Coreference(nn.Module):
    """One scorer. A mention is the vectors of its first word, its head and its last word."""

    def __init__(self, width: int = 384):
        super().__init__()
        self.mention = nn.Linear(3 * width, HIDDEN)
        self.candidate = nn.Linear(3 * width, HIDDEN)
        self.product = nn.Linear(HIDDEN, HIDDEN, bias=False)
        self.features = nn.ModuleDict({name: nn.Embedding(size, HIDDEN) for name, size in SIZES.items()})
        for table in self.features.values():
            nn.init.normal_(table.weight, std=0.3)
        self.out = nn.Linear(HIDDEN, 1)
        self.none = nn.Linear(HIDDEN, 1)
        self.drop = nn.Dropout(0.5)

    def forward(self, x, spans, pairs):
        """Scores of pairs and, for every mention, that of none. `spans`: mentions × 3; `pairs`: mention, candidate and
        features in rows."""
        words = self.drop(x[spans].flatten(1))
        a, c = self.mention(words), self.candidate(words)
        first, second = a[pairs[:, 0]], c[pairs[:, 1]]
        hidden = first + second + self.product(first * second)
        for place, table in enumerate(self.features.values()):
            hidden = hidden + table(pairs[:, 2 + place])
        scores = self.out(self.drop(nn.functional.relu(hidden)))[:, 0]
        return scores, self.none(nn.functional.relu(a))[:, 0]


class Prepared:
    """A stretch as numbers."""

    def __init__(self, stretch: Stretch, x: torch.Tensor, tree: Tree, first_names: dict[str, str]):
        self.stretch, self.x = stretch, x
        found = list(stretch.mentions)
        self.is_gap = stretch.corpus == "gap"
        self.unknown: set[int] = set()
        if self.is_gap:
            add_names(stretch.words, found, [(a, b) for a, b, kind in tree.names if kind == "PER"], self.unknown)
        self.mentions = found
        features = Features(stretch, found, tree, first_names)
        self.spans = torch.tensor([[m.first, h, m.last] for m, h in zip(found, features.heads)])
        rows, self.anaphors, right, open_ = [], [], [], []
        for i, anaphor in enumerate(found):
            if not anaphor.scored or CLASSES[features.classes[i]] not in ANAPHORS:
                continue
            if self.is_gap:
                others = [j for j in range(len(found)) if j != i]
            else:
                others = [j for j in range(i) if (found[j].first, found[j].last) != (anaphor.first, anaphor.last)][-NEAREST:]
            begin, ranks = len(rows), features.ranks(i, others)
            for j in others:
                rows.append([i, j, *features.row(i, j, ranks)])
                right.append(found[j].chain == anaphor.chain)
                open_.append(j in self.unknown)
            self.anaphors.append((i, begin, len(rows), not any(right[begin:])))
        self.pairs = torch.tensor(rows) if rows else torch.zeros(0, 2 + len(SIZES), dtype=torch.long)
        self.right = torch.tensor(right, dtype=torch.bool)
        # where the pronoun of GAP means neither, any other name may be right
        self.open = torch.tensor(open_, dtype=torch.bool)

    def loss(self, model):
        """Minus the log of the probability of the right antecedents, over the mentions that are scored."""
        scores, none = model(self.x, self.spans, self.pairs)
        total = 0.0
        for i, begin, end, is_none in self.anaphors:
            all_ = torch.cat([none[i:i + 1], scores[begin:end]])
            good = torch.cat([torch.tensor([is_none]), self.right[begin:end] | (self.open[begin:end] & is_none)])
            weight = 2.0 if self.is_gap else 1.0
            total = total - weight * (all_.masked_fill(~good, -1e9).logsumexp(0) - all_.logsumexp(0))
        return torch.as_tensor(total) / max(1, len(self.anaphors)) * min(1.0, len(self.anaphors) / 10 + 0.2)

    @torch.no_grad()
    def shares(self, models: list[Coreference]) -> list[torch.Tensor]:
        """For each anaphor the share of none and of each candidate, averaged over the scorers."""
        sums = [0.0] * len(self.anaphors)
        for model in models:
            scores, none = model(self.x, self.spans, self.pairs)
            for number, (i, begin, end, _) in enumerate(self.anaphors):
                sums[number] = sums[number] + torch.cat([none[i:i + 1], scores[begin:end]]).softmax(0) / len(models)
        return sums


def add_names(words, found, named, unknown):
    """The other persons of a text of GAP: one that shares a word with A or B is of its chain."""
    known = [capitals(words, m) for m in found[:2]]
    for first, last in named:
        if any(first <= m.last and m.first <= last for m in found):
            continue
        own = {w.lower() for w in words[first:last + 1]}
        chain = "A" if own & known[0] and not own & known[1] else "B" if own & known[1] and not own & known[0] else "other"
        if chain == "other":
            unknown.add(len(found))
        found.append(Mention(first, last, chain, False))


@torch.no_grad()
def read(reader: Reader, labels: Labels, stretch: Stretch, pieces: Pieces) -> tuple[torch.Tensor, Tree] | None:
    """The vectors of a stretch's words, and the tree; None where a sentence is too long for a window."""
    document = Document("plain", [Sentence([Word(w) for w in s]) for s in stretch.sentences])
    made = windows([document], pieces)
    if sum(len(w.first) for w in made) != len(stretch.words):
        return None
    rows, heads, relations, names, at = [], [], [], [], 0
    for window in made:
        kept = []
        hook = reader.encoder.layers[LAYER - 1].register_forward_hook(lambda _, __, out: kept.append(out))
        _, x = reader.words({
            "pieces": torch.tensor([window.pieces]), "shapes": torch.tensor([window.shapes]),
            "lengths": torch.tensor([len(window.pieces)]), "first": torch.tensor([window.first])})
        hook.remove()
        rows.append(kept[0][0][window.first])
        scores, candidates = reader.arcs(x, torch.tensor([window.sentence]))
        best = scores.argmax(2)
        heads += [i - 1 + at if i > 0 else -1 for i in best[0].tolist()]
        relations += [labels.sets["relation"][i] for i in reader.all_relations(x, candidates, best).argmax(2)[0].tolist()]
        tags = reader.tags["name"](x[0])
        for part in window.parts:
            found = decode(tags[:len(part.forms)], labels.sets["name"])
            names += [(a + at, b + at, kind) for a, b, kind in found]
            tags, at = tags[len(part.forms):], at + len(part.forms)
    return torch.cat(rows), Tree(heads, relations, sorted(names))


def prepare(reader: Reader, labels: Labels, items: list[Stretch], pieces: Pieces) -> list[Prepared]:
    """Reads the stretches once."""
    reader.eval()
    known = mentions.sexes()
    result = []
    for stretch in items:
        read_ = read(reader, labels, stretch, pieces)
        if read_ is not None:
            result.append(Prepared(stretch, *read_, known))
    return [p for p in result if p.anaphors or p.is_gap]


def gap_scores(models: list[Coreference], items: list[Prepared], truths: dict[str, tuple[bool, bool]]) -> list[int]:
    """How many of GAP's pairs are right, found and there, among all the persons of the text: the person whose names have
    the largest share is meant, where it is at least `LEAST`."""
    right = found = gold = 0
    for item in items:
        truth = truths[item.stretch.identifier]
        gold += sum(truth)
        if not item.anaphors or item.anaphors[0][1] == item.anaphors[0][2]:
            continue
        (_, begin, end, _), shares = item.anaphors[0], item.shares(models)[0][1:].tolist()
        sums: dict[str, float] = {}
        others: list[set[str]] = []
        words = item.stretch.words
        for share, j in zip(shares, item.pairs[begin:end, 1].tolist()):
            mention = item.mentions[j]
            chain = "AB"[j] if j < 2 else mention.chain
            if chain == "other":
                capital = capitals(words, mention)
                same = next((n for n, known in enumerate(others) if known & capital), None)
                if same is None:
                    same = len(others)
                    others.append(set())
                others[same] |= capital
                chain = f"other {same}"
            sums[chain] = sums.get(chain, 0.0) + share
        best = max(sums, key=sums.get)
        answer = [best == name and sums[best] >= LEAST for name in "AB"]
        right += sum(a and t for a, t in zip(answer, truth))
        found += sum(answer)
    return [right, found, gold]


LEAST = 0.3  # as the program has it


def train(items: list[Prepared], seed: int, epochs: int) -> Coreference:
    """One scorer."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    model = Coreference()
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3, weight_decay=0.01)
    order = []
    for _ in range(epochs):
        order.append(items[:])
        chance.shuffle(order[-1])
    steps, step = sum(len(o) // 8 for o in order), 0
    model.train()
    for chosen in order:
        began, sums = time.time(), []
        for start in range(0, len(chosen) - 7, 8):
            for group in optimizer.param_groups:
                group["lr"] = 1e-3 * min(1.0, (step + 1) / 40) * (1 - step / steps)
            loss = sum(item.loss(model) for item in chosen[start:start + 8]) / 8
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step += 1
            sums.append(loss.item())
        print(f"scorer {seed}: {time.time() - began:.0f} s, loss {sum(sums) / len(sums):.3f}", flush=True)
    return model.eval()


def f1(counts: list[int]) -> float:
    return 2 * counts[0] / max(1, counts[1] + counts[2])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--checkpoint", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--scorers", type=int, default=4)
    parser.add_argument("--folds", type=int, default=0, help="judge the development part too, in so many parts")
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    stored = torch.load(arguments.checkpoint, weights_only=False)
    labels = Labels.of(stored["labels"])
    reader = Reader(Encoder(), labels)
    # in half precision, as the program sees it
    reader.load_state_dict({k: v.half().float() if v.numel() >= 4096 else v for k, v in stored["weights"].items()})
    pieces = Pieces(tokenizer())

    began = time.time()
    gap = {part: mentions.gap(arguments.data / data.GAP.format(part)) for part in ("development", "validation")}
    truths = {s.identifier: truth for part in gap.values() for s, truth in part}
    others = prepare(reader, labels, mentions.training(arguments.data), pieces)
    develop, held = (prepare(reader, labels, [s for s, _ in gap[p]], pieces) for p in ("development", "validation"))
    print(f"{len(others)} stretches, {len(develop)} of GAP, {len(held)} held, {time.time() - began:.0f} s", flush=True)

    def scorers(items: list[Prepared]) -> list[Coreference]:
        return [train(items, seed, arguments.epochs) for seed in range(1, arguments.scorers + 1)]

    counts = [0, 0, 0]
    for fold in range(arguments.folds):
        apart = develop[fold::arguments.folds]
        rest = [item for n, item in enumerate(develop) if n % arguments.folds != fold]
        part = gap_scores(scorers(others + rest), apart, truths)
        counts = [a + b for a, b in zip(counts, part)]
        print(f"fold {fold}: {f1(part):.4f}, so far {f1(counts):.4f}", flush=True)
    models = scorers(others + develop)
    scores = {"gap_validation_f1": round(f1(gap_scores(models, held, truths)), 4), "gap_validation_texts": len(held)}
    if arguments.folds:
        scores[f"gap_development_f1_of_{arguments.folds}_folds"] = round(f1(counts), 4)
    for model in models:
        print(f"one scorer: {f1(gap_scores([model], held, truths)):.4f}")
    print(scores, flush=True)
    weights = {}
    for number, model in enumerate(models):
        for name, value in model.state_dict().items():
            weights[f"coref.{number}.{name.removeprefix('features.')}"] = value
    beside = arguments.out.with_suffix(".part")
    torch.save({"weights": weights, "scores": scores,
                "config": {"layer": LAYER, "heads": len(models), "features": list(SIZES), "pronouns": list(ANAPHORS)}}, beside)
    os.replace(beside, arguments.out)


if __name__ == "__main__":
    main()
