"""Coreference on the frozen reader: for each mention, which earlier one it goes back to, or none.

A layer of attention over the words of a stretch, then a scorer of pairs (Lee et al. 2017, without pruning: mentions are
given). `python -m reader.coreference --data DIR --checkpoint reader.pt --out FILE`.
"""

from __future__ import annotations

import argparse
import copy
import os
import pathlib
import random
import time

import torch
from torch import nn

from . import data, mentions
from .corpora import Document, Sentence, Word
from .encoder import Encoder, Layer, tokenizer
from .mentions import CLASSES, Mention, Stretch
from .model import Reader
from .windows import Labels, Pieces, windows

HIDDEN = 192
BUCKETS = 10  # of distance
MATCHES = 4
NEAREST = 60  # candidates of a mention


class Coreference(nn.Module):
    def __init__(self, layer: Layer | None = None, width: int = 384):
        super().__init__()
        self.window = nn.Embedding(8, width)  # which window of the stretch a word was read in
        nn.init.zeros_(self.window.weight)
        self.layer = copy.deepcopy(layer) if layer is not None else Layer(width, 12, 1536)
        self.anaphor = nn.Linear(2 * width, HIDDEN)
        self.candidate = nn.Linear(2 * width, HIDDEN)
        self.product = nn.Linear(HIDDEN, HIDDEN, bias=False)
        self.distance = nn.Embedding(2 * BUCKETS, HIDDEN)
        self.match = nn.Embedding(MATCHES, HIDDEN)
        self.classes = nn.Embedding(len(CLASSES) ** 2, HIDDEN)
        self.out = nn.Linear(HIDDEN, 1)
        self.none = nn.Linear(HIDDEN, 1)
        self.drop = nn.Dropout(0.3)

    def forward(self, x, window, spans, pairs):
        """Scores of pairs and, for every mention, that of none. `spans`: mentions × 2; `pairs`: (anaphor, candidate,
        distance, match, classes) in rows."""
        y = self.layer((x + self.window(window))[None], None)[0]
        ends = self.drop(torch.cat([y[spans[:, 0]], y[spans[:, 1]]], 1))
        a, c = self.anaphor(ends), self.candidate(ends)
        first, second = a[pairs[:, 0]], c[pairs[:, 1]]
        hidden = first + second + self.product(first * second)
        hidden = hidden + self.distance(pairs[:, 2]) + self.match(pairs[:, 3]) + self.classes(pairs[:, 4])
        scores = self.out(self.drop(nn.functional.relu(hidden)))[:, 0]
        return scores, self.none(nn.functional.relu(a))[:, 0]


def distance(anaphor: Mention, candidate: Mention) -> int:
    """The bucket of the words between the beginnings: 0, 1, 2, 3, 4, 5-7, 8-15, 16-31, 32-63, 64 and more; second half
    where the candidate comes after."""
    apart = abs(anaphor.first - candidate.first)
    bucket = apart if apart <= 4 else min(BUCKETS - 1, apart.bit_length() + 2)
    return bucket + (BUCKETS if candidate.first > anaphor.first else 0)


def match(words: list[str], anaphor: Mention, candidate: Mention) -> int:
    """3: the same words; 2: the same last word; 1: a word with a capital in common; 0: none of these."""
    a = [w.lower() for w in words[anaphor.first:anaphor.last + 1]]
    b = [w.lower() for w in words[candidate.first:candidate.last + 1]]
    if a == b:
        return 3
    if a[-1] == b[-1]:
        return 2
    capital = {w.lower() for w in words[anaphor.first:anaphor.last + 1] if w[:1].isupper()}
    return 1 if capital & {w.lower() for w in words[candidate.first:candidate.last + 1] if w[:1].isupper()} else 0


class Prepared:
    """A stretch as numbers."""

    def __init__(self, stretch: Stretch, x: torch.Tensor, window: torch.Tensor, named: list[tuple[int, int]]):
        self.stretch, self.x, self.window = stretch, x, window
        words = stretch.words
        found = list(stretch.mentions)
        self.unknown: set[int] = set()
        if stretch.corpus == "gap":
            add_names(words, found, named, self.unknown)
        self.mentions = found
        self.spans = torch.tensor([[m.first, m.last] for m in found])
        classes = [mentions.mention_class(words[m.first:m.last + 1]) for m in found]
        rows, self.anaphors, right, open_ = [], [], [], []
        for i, anaphor in enumerate(found):
            if not anaphor.scored:
                continue
            if stretch.corpus == "gap":
                others = [j for j in range(len(found)) if j != i]
            else:
                others = [j for j in range(i) if (found[j].first, found[j].last) != (anaphor.first, anaphor.last)]
                others = others[-NEAREST:]
            begin = len(rows)
            for j in others:
                rows.append([i, j, distance(anaphor, found[j]), match(words, anaphor, found[j]),
                             classes[i] * len(CLASSES) + classes[j]])
                right.append(found[j].chain == anaphor.chain)
                open_.append(j in self.unknown)
            none = not any(right[begin:])
            self.anaphors.append((i, begin, len(rows), none))
        self.pairs = torch.tensor(rows) if rows else torch.zeros(0, 5, dtype=torch.long)
        self.right = torch.tensor(right, dtype=torch.bool)
        # where the pronoun of GAP means neither, any other name may be right
        self.open = torch.tensor(open_, dtype=torch.bool)

    def loss(self, model):
        """Minus the log of the probability of the right antecedents, over the mentions that are scored."""
        scores, none = model(self.x, self.window, self.spans, self.pairs)
        total = 0.0
        for i, begin, end, is_none in self.anaphors:
            all_ = torch.cat([none[i:i + 1], scores[begin:end]])
            good = torch.cat([torch.tensor([is_none]), self.right[begin:end] | (self.open[begin:end] & is_none)])
            weight = 3.0 if self.stretch.corpus == "gap" else 1.0
            total = total - weight * (all_.masked_fill(~good, -1e9).logsumexp(0) - all_.logsumexp(0))
        return total / max(1, len(self.anaphors)) * min(1.0, len(self.anaphors) / 10 + 0.2)


def add_names(words, found, named, unknown):
    """The other persons of a text of GAP: one that shares a word with A or B is of its chain."""
    capital = [{w.lower() for w in words[m.first:m.last + 1] if w[:1].isupper()} for m in found[:2]]
    for first, last in named:
        if any(first <= m.last and m.first <= last for m in found):
            continue
        own = {w.lower() for w in words[first:last + 1]}
        chain = "A" if own & capital[0] and not own & capital[1] else "B" if own & capital[1] and not own & capital[0] else "other"
        if chain == "other":
            unknown.add(len(found))
        found.append(Mention(first, last, chain, False))


@torch.no_grad()
def prepare(reader: Reader, labels: Labels, items: list[Stretch], pieces: Pieces) -> list[Prepared]:
    """Reads the stretches once."""
    reader.eval()
    result = []
    person = {labels.index["name"]["B-PER"], labels.index["name"]["I-PER"]}
    begins = labels.index["name"]["B-PER"]
    for stretch in items:
        document = Document("plain", [Sentence([Word(w) for w in s]) for s in stretch.sentences])
        made = windows([document], pieces)
        if sum(len(w.first) for w in made) != len(stretch.words):
            continue  # a sentence too long for a window
        rows, numbers = [], []
        for number, window in enumerate(made):
            _, x = reader.words({
                "pieces": torch.tensor([window.pieces]), "shapes": torch.tensor([window.shapes]),
                "lengths": torch.tensor([len(window.pieces)]), "first": torch.tensor([window.first])})
            rows.append(x[0])
            numbers += [min(number, 7)] * len(window.first)
        x = torch.cat(rows)
        named = []
        if stretch.corpus == "gap":
            tags = reader.tags["name"](x).argmax(1).tolist()
            for i, tag in enumerate(tags):
                if tag == begins or (tag in person and (i == 0 or tags[i - 1] not in person)):
                    named.append((i, i))
                elif tag in person and named:
                    named[-1] = (named[-1][0], i)
        result.append(Prepared(stretch, x, torch.tensor(numbers), named))
    return result


@torch.no_grad()
def gap_scores(model: Coreference, items: list[Prepared], truths: list[tuple[bool, bool]]) -> dict[str, float]:
    """GAP's F1 with the two names given: the better of the two is right unless none beats both; and the same among all
    the persons of the text."""
    model.eval()
    result = {}
    for kind in ("given", "all"):
        right = found = gold = 0
        for item, truth in zip(items, truths):
            scores, none = model(item.x, item.window, item.spans, item.pairs)
            i, begin, end, _ = item.anaphors[0]
            two = {int(item.pairs[k, 1]): float(scores[k]) for k in range(begin, end)}
            if kind == "given":
                best = max((0, 1), key=lambda j: two[j])
                answer = [best == 0, best == 1] if two[best] > float(none[i]) else [False, False]
            else:
                best = max(two, key=lambda j: two[j])
                chain = item.mentions[best].chain if best > 1 else "AB"[best]
                answer = [chain == "A", chain == "B"] if two[best] > float(none[i]) else [False, False]
            right += sum(a and t for a, t in zip(answer, truth))
            found += sum(answer)
            gold += sum(truth)
        result[f"gap_{kind}_f1"] = 2 * right / max(1, found + gold)
    return result


@torch.no_grad()
def link_scores(model: Coreference, items: list[Prepared]) -> dict[str, float]:
    """The share of scored mentions whose best antecedent (or none) is right: of all, and of pronouns."""
    model.eval()
    counts = {"links": [0, 0], "pronouns": [0, 0], "later": [0, 0]}
    for item in items:
        scores, none = model(item.x, item.window, item.spans, item.pairs)
        words = item.stretch.words
        for i, begin, end, is_none in item.anaphors:
            best = int(scores[begin:end].argmax()) if end > begin else -1
            fine = is_none if best < 0 or scores[begin + best] < none[i] else bool(item.right[begin + best])
            m = item.mentions[i]
            kind = CLASSES[mentions.mention_class(words[m.first:m.last + 1])]
            for key in ["links"] + (["pronouns"] if kind in {"he", "she", "it", "they"} else []) + ([] if is_none else ["later"]):
                counts[key][0] += fine
                counts[key][1] += 1
    return {k: right / max(1, of) for k, (right, of) in counts.items()}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--checkpoint", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--held", type=int, default=1, help="measure every so many-th text of GAP only")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--ecb", type=int, default=3, help="take every so many-th stretch of ECB+ in an epoch")
    parser.add_argument("--without-ecb", action="store_true")
    parser.add_argument("--few", type=int, default=1, help="take every so many-th stretch only (to try things)")
    arguments = parser.parse_args()
    torch.manual_seed(7)
    torch.set_num_threads(arguments.threads)
    stored = torch.load(arguments.checkpoint, weights_only=False)
    labels = Labels.of(stored["labels"])
    reader = Reader(Encoder(), labels)
    reader.load_state_dict(stored["weights"])
    pieces = Pieces(tokenizer())

    began = time.time()
    gap = mentions.gap(arguments.data / "coreference/gap/gap-development.tsv")[::arguments.held]
    held_gap = prepare(reader, labels, [s for s, _ in gap], pieces)
    identifiers = {h.stretch.identifier for h in held_gap}
    truths = [t for s, t in gap if s.identifier in identifiers]
    held_gum = prepare(reader, labels, mentions.gum(arguments.data / data.GUM.format("dev")), pieces)
    train = mentions.training(arguments.data)
    if arguments.without_ecb:
        train = [s for s in train if not s.corpus.startswith("ecb")]
    train = [s for i, s in enumerate(train) if s.corpus == "gap" or i % arguments.few == 0]
    train = prepare(reader, labels, train, pieces)
    print(f"{len(train)} stretches, {len(held_gap)} of GAP held, {time.time() - began:.0f} s", flush=True)

    model = Coreference(reader.encoder.layers[-1])
    own = [p for n, p in model.named_parameters() if n.startswith("layer.")]
    rest = [p for n, p in model.named_parameters() if not n.startswith("layer.")]
    optimizer = torch.optim.AdamW([{"params": own, "lr": 1.0}, {"params": rest, "lr": 1.0}], weight_decay=0.01)
    chance = random.Random(7)
    order = []
    for epoch in range(arguments.epochs):
        chosen = [p for i, p in enumerate(train) if p.stretch.corpus != "ecb" or i % arguments.ecb == epoch % arguments.ecb]
        chance.shuffle(chosen)
        order.append(chosen)
    steps, step = sum(len(o) // 8 for o in order), 0
    for epoch, chosen in enumerate(order):
        began, sums = time.time(), []
        model.train()
        for start in range(0, len(chosen) - 7, 8):
            rate = min(1.0, (step + 1) / 40) * (1 - step / steps)
            for group, most in zip(optimizer.param_groups, (2e-4, 1e-3)):
                group["lr"] = most * rate
            loss = sum(item.loss(model) for item in chosen[start:start + 8]) / 8
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step += 1
            sums.append(loss.item())
        print(f"epoch {epoch + 1}: {time.time() - began:.0f} s, loss {sum(sums) / len(sums):.3f}", flush=True)
    scores = {**gap_scores(model, held_gap, truths), **{f"gum_{k}": v for k, v in link_scores(model, held_gum).items()}}
    scores = {k: round(v, 4) for k, v in scores.items()} | {"gap_texts": len(held_gap)}
    print(scores, flush=True)
    beside = arguments.out.with_suffix(".part")
    torch.save({
        "weights": {f"coref.{k}": v for k, v in model.state_dict().items()}, "scores": scores,
        "config": {"hidden": HIDDEN, "buckets": BUCKETS, "nearest": NEAREST, "classes": CLASSES,
                   "pronouns": mentions.PRONOUNS, "words": mentions.LONGEST},
    }, beside)
    os.replace(beside, arguments.out)


if __name__ == "__main__":
    main()
