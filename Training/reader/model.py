"""The encoder with its heads. All heads read the vector of a word's first piece."""

from __future__ import annotations

import torch
from torch import nn

from .encoder import Encoder
from .windows import Labels

ARC, REL = 256, 96


class Reader(nn.Module):
    def __init__(self, encoder: Encoder, labels: Labels):
        super().__init__()
        self.encoder = encoder
        w = encoder.width
        self.tags = nn.ModuleDict({k: nn.Linear(w, len(labels.sets[k])) for k in ("upos", "feats", "lemma", "name")})
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
        hidden = self.encoder(batch["pieces"], batch["shapes"], batch["lengths"])
        return hidden, hidden.gather(1, batch["first"][:, :, None].expand(-1, -1, hidden.shape[2]))

    def arcs(self, x, sentence):
        """Scores of head (0 is the root, else 1 + index) for each word; -inf outside its sentence."""
        act = nn.functional.leaky_relu
        b, m, w = x.shape
        heads = torch.cat([self.root.expand(b, 1, w), x], 1)
        d, h = self.drop(act(self.arc_dependent(x), 0.1)), self.drop(act(self.arc_head(heads), 0.1))
        d = torch.cat([d, torch.ones_like(d[:, :, :1])], 2)
        scores = d @ self.arc @ h.transpose(1, 2)
        same = sentence[:, :, None] == sentence[:, None, :]
        same &= ~torch.eye(m, dtype=torch.bool)
        allowed = torch.cat([torch.ones(b, m, 1, dtype=torch.bool), same], 2)
        return scores.float().masked_fill(~allowed, -1e9), heads

    def relations(self, x, heads, chosen):
        """Scores of the relation of each word to its chosen head."""
        act = nn.functional.leaky_relu
        h = heads.gather(1, chosen.clamp(min=0)[:, :, None].expand(-1, -1, heads.shape[2]))
        d, h = self.drop(act(self.rel_dependent(x), 0.1)), self.drop(act(self.rel_head(h), 0.1))
        d = torch.cat([d, torch.ones_like(d[:, :, :1])], 2)
        h = torch.cat([h, torch.ones_like(h[:, :, :1])], 2)
        return torch.einsum("bmi,rij,bmj->bmr", d, self.rel, h)

    def pool(self, hidden, lengths):
        """A vector of unit length for the window: the mean over pieces, through one layer, as the base gives it."""
        mask = (torch.arange(hidden.shape[1])[None, :] < lengths[:, None])[:, :, None].to(hidden.dtype)
        return nn.functional.normalize(self.pooled((hidden * mask).sum(1) / mask.sum(1)).float(), dim=1)

    def losses(self, batch, target_pool=None):
        hidden, x = self.words(batch)
        x = self.drop(x)
        cross = nn.functional.cross_entropy
        out = {}
        if (batch["upos"] >= 0).any():
            for layer in ("upos", "feats", "lemma"):
                out[layer] = cross(self.tags[layer](x).float().flatten(0, 1), batch[layer].flatten(), ignore_index=-100)
            out["ends"] = cross(self.ends(x).float().flatten(0, 1), batch["ends"].flatten(), ignore_index=-100)
            scores, heads = self.arcs(x, batch["sentence"])
            out["arc"] = cross(scores.flatten(0, 1), batch["head"].flatten(), ignore_index=-100)
            relations = self.relations(x, heads, batch["head"])
            out["relation"] = cross(relations.float().flatten(0, 1), batch["relation"].flatten(), ignore_index=-100)
        if batch["has_names"].any():
            log = self.tags["name"](x).float().log_softmax(2)
            log = log.masked_fill(~batch["names"], -1e9).logsumexp(2)
            out["name"] = -(log[batch["has_names"]]).mean()
        if target_pool is not None:
            out["pool"] = (1 - (self.pool(hidden, batch["lengths"]) * target_pool).sum(1)).mean()
        return out
