"""The encoder with its heads. All heads read the vector of a word's first piece."""

from __future__ import annotations

import torch
from torch import nn

from .corpora import EVENT_VALUES
from .encoder import Encoder
from .windows import SPANS, Labels

ARC, REL = 256, 96
SLOPE = 0.1  # of the leaky units before the biaffine products
SYNTAX = ("upos", "feats", "lemma")


class Reader(nn.Module):
    def __init__(self, encoder: Encoder, labels: Labels):
        super().__init__()
        self.encoder = encoder
        w = encoder.width
        tags = SYNTAX + tuple(SPANS) + tuple(EVENT_VALUES)
        # a file from before a layer was thought of has no labels for it
        self.tags = nn.ModuleDict({k: nn.Linear(w, len(labels.sets[k])) for k in tags if k in labels.sets})
        self.ends = nn.Linear(w, 2)
        self.root = nn.Parameter(torch.zeros(w))
        self.arc_dependent = nn.Linear(w, ARC)
        self.arc_head = nn.Linear(w, ARC)
        self.arc = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.rel_dependent = nn.Linear(w, REL)
        self.rel_head = nn.Linear(w, REL)
        self.rel = nn.Parameter(torch.zeros(len(labels.sets["relation"]), REL + 1, REL + 1))
        self.pooled = nn.Linear(w, w)
        nn.init.eye_(self.pooled.weight)
        nn.init.zeros_(self.pooled.bias)
        nn.init.normal_(self.arc, std=0.02)
        self.drop = nn.Dropout(0.2)

    def words(self, batch):
        """The vectors of all pieces, and those of the words: of their first pieces."""
        hidden = self.encoder(batch["pieces"], batch["shapes"], batch["lengths"])
        return hidden, hidden.gather(1, batch["first"][:, :, None].expand(-1, -1, hidden.shape[2]))

    def arcs(self, x, sentence):
        """Scores of head (0 is the root, else 1 + index) for each word; -1e9 outside its sentence."""
        act = nn.functional.leaky_relu
        b, m, w = x.shape
        heads = torch.cat([self.root.expand(b, 1, w), x], 1)
        d, h = self.drop(act(self.arc_dependent(x), SLOPE)), self.drop(act(self.arc_head(heads), SLOPE))
        d = torch.cat([d, torch.ones_like(d[:, :, :1])], 2)
        scores = d @ self.arc @ h.transpose(1, 2)
        same = sentence[:, :, None] == sentence[:, None, :]
        same &= ~torch.eye(m, dtype=torch.bool)
        allowed = torch.cat([torch.ones(b, m, 1, dtype=torch.bool), same], 2)
        return scores.float().masked_fill(~allowed, -1e9), heads

    def relations(self, dependents, heads):
        """Scores of the relation of each word to its head; both as rows of vectors."""
        act = nn.functional.leaky_relu
        d, h = self.drop(act(self.rel_dependent(dependents), SLOPE)), self.drop(act(self.rel_head(heads), SLOPE))
        d = torch.cat([d, torch.ones_like(d[:, :1])], 1)
        h = torch.cat([h, torch.ones_like(h[:, :1])], 1)
        between = d @ self.rel.transpose(0, 1).reshape(REL + 1, -1)  # words × (relations · REL + 1)
        return (between.view(len(d), -1, REL + 1) * h[:, None, :]).sum(2)

    def all_relations(self, x, heads, chosen):
        """As `relations`, for every word of a batch and the heads chosen."""
        h = heads.gather(1, chosen.clamp(min=0)[:, :, None].expand(-1, -1, heads.shape[2]))
        return self.relations(x.flatten(0, 1), h.flatten(0, 1)).view(*x.shape[:2], -1)

    def pool(self, hidden, owner):
        """A vector of unit length for each sentence of each window: the mean over its pieces, through one layer."""
        count = int(owner.max()) + 1
        mine = (owner[:, None, :] == torch.arange(count)[None, :, None]).to(hidden.dtype)
        mean = (mine @ hidden) / mine.sum(2, keepdim=True).clamp(min=1)
        return nn.functional.normalize(self.pooled(mean).float(), dim=2)

    def losses(self, batch, vectors, target=None):
        """The losses of a batch by head. `vectors`: its `words`; `target`: vectors for sentences (window, part, width), zero
        where unknown."""
        hidden, x = vectors
        x = self.drop(x)
        cross = nn.functional.cross_entropy
        out = {}
        known = batch["upos"] >= 0
        if known.any():
            words = x[known]
            for layer in SYNTAX:
                out[layer] = cross(self.tags[layer](words).float(), batch[layer][known], ignore_index=-100)
            scores, heads = self.arcs(x, batch["sentence"])
            out["arc"] = cross(scores.flatten(0, 1), batch["head"].flatten(), ignore_index=-100)
            linked = batch["relation"] >= 0
            chosen = heads.gather(1, batch["head"].clamp(min=0)[:, :, None].expand(-1, -1, heads.shape[2]))
            out["relation"] = cross(self.relations(x[linked], chosen[linked]).float(), batch["relation"][linked])
        known = batch["ends"] >= 0
        if known.any():
            out["ends"] = cross(self.ends(x[known]).float(), batch["ends"][known])
        for layer in SPANS:
            if layer not in self.tags:
                continue
            weight = batch[f"{layer}_weight"]
            known = weight > 0
            if known.any():
                log = self.tags[layer](x[known]).float().log_softmax(1)
                log = log.masked_fill(~batch[f"{layer}_allowed"][known], -1e9).logsumexp(1)
                out[layer] = -(log * weight[known]).sum() / known.sum()
        for layer in EVENT_VALUES:
            known = batch[layer] >= 0
            if known.any():
                out[layer] = cross(self.tags[layer](x[known]).float(), batch[layer][known])
        if target is not None:
            has = target.abs().sum(2) > 0
            if has.any():
                out["pool"] = (1 - (self.pool(hidden, batch["owner"])[has] * target[has]).sum(1)).mean()
        return out
