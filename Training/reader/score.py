"""Scores on gold words: tags, trees, names. The scoreboard's numbers come from the Swift program on raw text instead."""

from __future__ import annotations

import torch

from .windows import Labels, batches, collate


def spans(tags: list[str]) -> set[tuple[int, int, str]]:
    found, start, kind = set(), None, None
    for index, tag in enumerate(tags + ["O"]):
        if start is not None and not (tag.startswith("I-") and tag[2:] == kind):
            found.add((start, index - 1, kind))
            start = None
        if tag.startswith("B-") or (tag.startswith("I-") and start is None):
            start, kind = index, tag[2:]
    return found


@torch.no_grad()
def score(reader, held, labels: Labels) -> dict[str, float]:
    reader.eval()
    counts: dict[str, list[int]] = {}

    def add(key: str, right: int, of: int):
        pair = counts.setdefault(key, [0, 0])
        pair[0] += right
        pair[1] += of

    names = [0, 0, 0]
    for batch in batches(held, 4096, None):
        tensors = collate(batch, labels)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            hidden, x = reader.words(tensors)
            outputs = {k: head(x).argmax(2) for k, head in reader.tags.items()}
            ends = reader.ends(x).argmax(2)
            scores, heads = reader.arcs(x, tensors["sentence"])
            chosen = scores.argmax(2)
            relations = reader.relations(x, heads, chosen).argmax(2)
        known = tensors["head"] >= 0
        if known.any():
            for k in ("upos", "feats", "lemma"):
                add(k, int(((outputs[k] == tensors[k]) & known).sum()), int(known.sum()))
            arc = (chosen == tensors["head"]) & known
            add("uas", int(arc.sum()), int(known.sum()))
            add("las", int((arc & (relations == tensors["relation"])).sum()), int(known.sum()))
            gold, found = tensors["ends"] == 1, (ends == 1) & known
            add("ends_precision", int((gold & found).sum()), int(found.sum()))
            add("ends_recall", int((gold & found).sum()), int(gold.sum()))
        for i, window in enumerate(batch):
            if window.sentences[0].names is None:
                continue
            offset = 0
            tags = [labels.sets["name"][t] for t in outputs["name"][i].tolist()]
            for sentence in window.sentences:
                length = len(sentence.words)
                got = {s for s in spans(tags[offset:offset + length]) if s[2] in {"PER", "ORG", "GPE", "LOC", "FAC"}}
                there = {(s, e): types for s, e, types in sentence.names if types & {"PER", "ORG", "GPE", "LOC", "FAC"}}
                names[0] += sum(1 for s, e, kind in got if kind in there.get((s, e), ()))
                names[1] += len(got)
                names[2] += len(there)
                offset += length
    result = {k: right / max(1, of) for k, (right, of) in counts.items()}
    if names[2]:
        result["names_f1"] = 2 * names[0] / max(1, names[1] + names[2])
    return result
