"""Scores on gold words: tags, trees, names, times, events, and how far similarity is still the base's.

The scoreboard's numbers come from the Swift program on raw text instead.
"""

from __future__ import annotations

import torch

from .corpora import EVENT_VALUES
from .model import SYNTAX
from .windows import Labels, batches, collate

COMPARED = {"PER", "ORG", "GPE", "LOC", "FAC"}  # the types of names that all corpora have


def decode(scores: torch.Tensor, labels: list[str]) -> set[tuple[int, int, str]]:
    """The spans of a sentence from the scores of its words' BIO tags.

    A word begins a span, goes on with it or is outside by the sum over all types, as the partial labels were trained; an I
    without a B before it begins one. A span has the type with the largest sum over its words. So no span falls apart
    because its words lean to several types.
    """
    shares = scores.float().softmax(1)
    types = [t[2:] for t in labels if t.startswith("B-")]
    begin = shares[:, [labels.index(f"B-{t}") for t in types]]
    inside = shares[:, [labels.index(f"I-{t}") for t in types]]
    kinds = torch.stack([shares[:, labels.index("O")], begin.sum(1), inside.sum(1)], 1).argmax(1).tolist()
    found, start = set(), None
    for index, kind in enumerate(kinds + [0]):
        if start is not None and kind != 2:
            mass = (begin[start:index] + inside[start:index]).sum(0)
            found.add((start, index - 1, types[int(mass.argmax())]))
            start = None
        if kind == 1 or (kind == 2 and start is None):
            start = index
    return found


def f1(counts: list[int]) -> float:
    right, found, gold = counts
    return 2 * right / max(1, found + gold)


@torch.no_grad()
def score(reader, held, labels: Labels) -> dict[str, float]:
    """Every score that the windows have the gold for."""
    reader.eval()
    counts: dict[str, list[int]] = {}

    def add(key: str, right: int, of: int):
        pair = counts.setdefault(key, [0, 0])
        pair[0] += right
        pair[1] += of

    spanned = {key: [0, 0, 0] for key in ("name", "time", "time_span", "event", "event_span", "ends")}
    for batch in batches(held, 4096, None):
        tensors = collate(batch, labels)
        hidden, x = reader.words(tensors)
        scored = {k: head(x) for k, head in reader.tags.items()}
        outputs = {k: v.argmax(2) for k, v in scored.items()}
        ends = reader.ends(x).argmax(2)
        scores, heads = reader.arcs(x, tensors["sentence"])
        chosen = scores.argmax(2)
        known = tensors["head"] >= 0
        if known.any():
            relations = reader.all_relations(x, heads, chosen).argmax(2)
            for k in SYNTAX:
                add(k, int(((outputs[k] == tensors[k]) & known).sum()), int(known.sum()))
            arc = (chosen == tensors["head"]) & known
            add("uas", int(arc.sum()), int(known.sum()))
            add("las", int((arc & (relations == tensors["relation"])).sum()), int(known.sum()))
        for k in EVENT_VALUES:
            known = tensors[k] >= 0
            if known.any():
                add(k, int(((outputs[k] == tensors[k]) & known).sum()), int(known.sum()))
        known = tensors["ends"] >= 0
        gold, found = tensors["ends"] == 1, (ends == 1) & known
        spanned["ends"][0] += int((gold & found).sum())
        spanned["ends"][1] += int(found.sum())
        spanned["ends"][2] += int(gold.sum())
        for i, window in enumerate(batch):
            offset = 0
            for part in window.parts:
                length, sentence = len(part.forms), part.sentence
                for k, marks in (("name", sentence.names), ("time", sentence.times), ("event", sentence.events)):
                    if marks is not None and marks.measured:
                        found = decode(scored[k][i, offset:offset + length], labels.sets[k])
                        count(spanned, k, found, marks.spans)
                offset += length
    result = {k: right / max(1, of) for k, (right, of) in counts.items()}
    result.update({f"{k}_f1": f1(c) for k, c in spanned.items() if c[2]})
    return result


def count(spanned, key, got, gold):
    """Adds the spans found and wanted; for times and events also without their types."""
    if key == "name":
        got = {s for s in got if s[2] in COMPARED}
        there = {(s, e): types for s, e, types in gold if types & COMPARED}
    else:
        there = {(s, e): types for s, e, types in gold}
        loose = spanned[f"{key}_span"]
        loose[0] += sum(1 for s, e, _ in got if (s, e) in there)
        loose[1] += len(got)
        loose[2] += len(there)
    spanned[key][0] += sum(1 for s, e, kind in got if kind in there.get((s, e), ()))
    spanned[key][1] += len(got)
    spanned[key][2] += len(there)


@torch.no_grad()
def embed(reader, sentences: list[list[str]], pieces, base: bool = False) -> torch.Tensor:
    """Unit vectors of single sentences; of the untouched base (mean with [CLS] and [SEP], no last layer) if asked."""
    from .corpora import Document, Sentence, Word
    from .windows import windows

    rows = torch.zeros(len(sentences), reader.encoder.width if not base else reader.width)
    documents = [Document("plain", [Sentence([Word(w) for w in s])]) for s in sentences]
    items = [windows([d], pieces) for d in documents]
    order = sorted((i for i in range(len(items)) if items[i]), key=lambda i: len(items[i][0].pieces))
    at = 0
    while at < len(order):
        size = max(1, 4096 // len(items[order[at]][0].pieces))
        chunk = order[at:at + size]
        at += size
        batch = [items[i][0] for i in chunk]
        n = max(len(w.pieces) for w in batch)
        tensors = {k: torch.zeros(len(batch), n, dtype=torch.long) for k in ("pieces", "shapes")}
        owner = torch.full((len(batch), n), -1)
        for i, w in enumerate(batch):
            tensors["pieces"][i, :len(w.pieces)] = torch.tensor(w.pieces)
            tensors["shapes"][i, :len(w.shapes)] = torch.tensor(w.shapes)
            owner[i, :len(w.owner)] = torch.tensor(w.owner)
        lengths = torch.tensor([len(w.pieces) for w in batch])
        encoder = reader if base else reader.encoder
        hidden = encoder(tensors["pieces"], tensors["shapes"], lengths)
        if base:
            mask = (torch.arange(n)[None, :] < lengths[:, None])[:, :, None]
            rows[chunk] = torch.nn.functional.normalize((hidden * mask).sum(1) / mask.sum(1), dim=1)
        else:
            rows[chunk] = reader.pool(hidden, owner)[:, 0]
    return rows
