"""Documents to windows: consecutive sentences, cut into word pieces, at most `limit` pieces with [CLS] and [SEP]."""

from __future__ import annotations

import dataclasses

import torch
from tokenizers import Tokenizer

from .corpora import NAME_TYPES, Document, Sentence
from .encoder import SHAPES, shape
from .lemmas import edit

CLS, SEP = 101, 102
LIMIT = 160


@dataclasses.dataclass
class Window:
    corpus: str
    pieces: list[int]
    shapes: list[int]
    first: list[int]  # for each word, index of its first piece
    sentence: list[int]  # for each word, number of its sentence in the window
    sentences: list[Sentence]


class Labels:
    """The label sets, fixed by the training data; index 0 of each is what is most common."""

    def __init__(self, documents: list[Document]):
        count: dict[str, dict[str, int]] = {"upos": {}, "feats": {}, "relation": {}, "lemma": {}}
        for document in documents:
            for sentence in document.sentences:
                for word in sentence.words:
                    if word.upos is None:
                        continue
                    for layer, value in (("upos", word.upos), ("feats", word.feats), ("relation", word.relation),
                                         ("lemma", edit(word.form, word.lemma))):
                        count[layer][value] = count[layer].get(value, 0) + 1
        least = {"upos": 1, "feats": 2, "relation": 2, "lemma": 3}
        self.sets = {
            layer: [v for v, n in sorted(values.items(), key=lambda p: (-p[1], p[0])) if n >= least[layer]]
            for layer, values in count.items()
        }
        self.sets["name"] = ["O"] + [f"{p}-{t}" for t in NAME_TYPES for p in ("B", "I")]
        self.index = {layer: {v: i for i, v in enumerate(values)} for layer, values in self.sets.items()}


def windows(documents: list[Document], tokenizer: Tokenizer, limit: int = LIMIT) -> list[Window]:
    result = []
    for document in documents:
        current: list[tuple[Sentence, list[list[int]]]] = []
        size = 2

        def flush():
            nonlocal current, size
            if current:
                result.append(assemble(document.corpus, current))
            current, size = [], 2

        for sentence in document.sentences:
            encoded = [e.ids or [100] for e in tokenizer.encode_batch([w.form for w in sentence.words], add_special_tokens=False)]
            length = sum(map(len, encoded))
            if length + 2 > 400:
                continue
            if size + length > limit:
                flush()
            current.append((sentence, encoded))
            size += length
        flush()
    return result


def assemble(corpus: str, sentences: list[tuple[Sentence, list[list[int]]]]) -> Window:
    pieces, shapes, first, numbers = [CLS], [0], [], []
    for number, (sentence, encoded) in enumerate(sentences):
        for word, ids in zip(sentence.words, encoded):
            first.append(len(pieces))
            numbers.append(number)
            pieces.extend(ids)
            shapes.extend([shape(word.form)] + [SHAPES.index("continued")] * (len(ids) - 1))
    pieces.append(SEP)
    shapes.append(0)
    return Window(corpus, pieces, shapes, first, numbers, [s for s, _ in sentences])


def batches(items: list[Window], size: int, generator: torch.Generator | None) -> list[list[Window]]:
    """Batches of about `size` pieces, of windows of like length; shuffled where a generator is given."""
    order = sorted(range(len(items)), key=lambda i: len(items[i].pieces))
    result, current = [], []
    for i in order:
        if current and (len(current) + 1) * len(items[i].pieces) > size:
            result.append(current)
            current = []
        current.append(items[i])
    if current:
        result.append(current)
    if generator is not None:
        result = [result[i] for i in torch.randperm(len(result), generator=generator).tolist()]
    return result


def collate(batch: list[Window], labels: Labels) -> dict[str, torch.Tensor]:
    b, n = len(batch), max(len(w.pieces) for w in batch)
    m = max(len(w.first) for w in batch)
    out = {
        "pieces": torch.zeros(b, n, dtype=torch.long), "shapes": torch.zeros(b, n, dtype=torch.long),
        "lengths": torch.tensor([len(w.pieces) for w in batch]), "first": torch.zeros(b, m, dtype=torch.long),
        "words": torch.tensor([len(w.first) for w in batch]), "sentence": torch.full((b, m), -1),
        "ends": torch.full((b, m), -100), "head": torch.full((b, m), -100),
        "names": torch.zeros(b, m, len(labels.sets["name"]), dtype=torch.bool),
        "has_names": torch.zeros(b, m, dtype=torch.bool),
    }
    for layer in ("upos", "feats", "relation", "lemma"):
        out[layer] = torch.full((b, m), -100)
    name = labels.index["name"]
    for i, window in enumerate(batch):
        out["pieces"][i, :len(window.pieces)] = torch.tensor(window.pieces)
        out["shapes"][i, :len(window.shapes)] = torch.tensor(window.shapes)
        out["first"][i, :len(window.first)] = torch.tensor(window.first)
        out["sentence"][i, :len(window.first)] = torch.tensor(window.sentence)
        offset = 0
        for sentence in window.sentences:
            length = len(sentence.words)
            for k, word in enumerate(sentence.words):
                place = offset + k
                if word.upos is None:
                    continue
                out["ends"][i, place] = int(k + 1 == length)
                for layer, value in (("upos", word.upos), ("feats", word.feats), ("relation", word.relation),
                                     ("lemma", edit(word.form, word.lemma))):
                    out[layer][i, place] = labels.index[layer].get(value, -100)
                out["head"][i, place] = 0 if word.head == 0 else offset + word.head  # 0 is the root, else 1 + index
            if sentence.names is not None:
                out["has_names"][i, offset:offset + length] = True
                allowed = out["names"][i, offset:offset + length]
                allowed[:, name["O"]] = True
                if window.corpus == "ecb":  # names that take no part in an event are not annotated: say nothing of them
                    for k, word in enumerate(sentence.words):
                        allowed[k] |= word.form[:1].isupper()
                for start, end, types in sentence.names:
                    allowed[start:end + 1] = False
                    for t in types:
                        allowed[start, name[f"B-{t}"]] = True
                        allowed[start + 1:end + 1, name[f"I-{t}"]] = True
            offset += length
    return out
