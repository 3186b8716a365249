"""Documents to windows: consecutive sentences, cut into word pieces, at most `limit` pieces with [CLS] and [SEP].

In training a window may begin and end anywhere, sentences may lose their last stop or have their case changed: the
program feeds whole blocks, headlines and shouting too.
"""

from __future__ import annotations

import dataclasses
import random

import torch
from tokenizers import Tokenizer

from .corpora import EVENT_TYPES, EVENT_VALUES, NAME_TYPES, ROLE_TYPES, TIME_TYPES, Document, Marks, Sentence
from .encoder import SHAPES, shape
from .lemmas import edit

CLS, SEP, UNKNOWN = 101, 102, 100
LIMIT = 160
LAYERS = ("upos", "feats", "relation", "lemma")
SPANS = {"name": NAME_TYPES, "time": TIME_TYPES, "event": EVENT_TYPES, "role": ROLE_TYPES}


class Pieces:
    """Word pieces of single words, kept."""

    def __init__(self, tokenizer: Tokenizer):
        self.tokenizer = tokenizer
        self.known: dict[str, list[int]] = {}

    def __call__(self, word: str) -> list[int]:
        if word not in self.known:
            self.known[word] = self.tokenizer.encode(word, add_special_tokens=False).ids or [UNKNOWN]
        return self.known[word]


@dataclasses.dataclass
class Part:
    """A sentence, or the words `start..<end` of it, with the forms as they are shown."""

    sentence: Sentence
    start: int
    end: int
    forms: list[str]

    @property
    def whole(self) -> bool:
        return self.start == 0 and self.end == len(self.sentence.words)


@dataclasses.dataclass
class Window:
    corpus: str
    pieces: list[int]
    shapes: list[int]
    first: list[int]  # for each word, index of its first piece
    sentence: list[int]  # for each word, number of its part in the window
    owner: list[int]  # for each piece, number of its part in the window; -1 at [CLS] and [SEP]
    parts: list[Part]

    @property
    def sentences(self) -> list[Sentence]:
        return [p.sentence for p in self.parts]


class Labels:
    """The label sets, fixed by the training data; index 0 of each is what is most common."""

    def __init__(self, documents: list[Document]):
        count: dict[str, dict[str, int]] = {layer: {} for layer in LAYERS}
        for document in documents:
            for sentence in document.sentences:
                for word in sentence.words:
                    if word.upos is None:
                        continue
                    for layer, value in values(word):
                        count[layer][value] = count[layer].get(value, 0) + 1
        least = {"upos": 1, "feats": 2, "relation": 2, "lemma": 3}
        self.sets = {
            layer: [v for v, n in sorted(counted.items(), key=lambda p: (-p[1], p[0])) if n >= least[layer]]
            for layer, counted in count.items()
        }
        for layer, types in SPANS.items():
            self.sets[layer] = ["O"] + [f"{p}-{t}" for t in types for p in ("B", "I")]
        self.sets.update(EVENT_VALUES)
        self.finish()

    @classmethod
    def of(cls, sets: dict[str, list[str]]) -> "Labels":
        labels = cls.__new__(cls)
        labels.sets = dict(sets)
        labels.finish()
        return labels

    def finish(self):
        self.index = {layer: {v: i for i, v in enumerate(known)} for layer, known in self.sets.items()}


def values(word):
    """The layers of a word, each with its value."""
    return (("upos", word.upos), ("feats", word.feats), ("relation", word.relation), ("lemma", edit(word.form, word.lemma)))


def altered(sentence: Sentence, chance: random.Random) -> Part:
    """A sentence as it is, or without its last stop, or in another case."""
    words = sentence.words
    end, forms = len(words), [w.form for w in words]
    stop = words[-1]
    if end > 2 and forms[-1] in {".", "!", "?"} and chance.random() < 0.08:
        if stop.head is None or not any(w.head == end for w in words):
            end -= 1
    draw = chance.random()
    if draw < 0.03:
        forms = [f.lower() for f in forms]
    elif draw < 0.06:
        forms = [f.upper() for f in forms]
    elif draw < 0.09:
        forms = [f[:1].upper() + f[1:] for f in forms]
    return Part(sentence, 0, end, forms[:end])


def windows(documents: list[Document], pieces: Pieces, limit: int = LIMIT,
            chance: random.Random | None = None) -> list[Window]:
    """The windows of documents, the same each time; altered at random where a source of chance is given."""
    result: list[Window] = []
    for document in documents:
        current: list[Part] = []
        size = 2
        bound = limit if chance is None else chance.choice((limit // 4, limit // 2, limit, limit))

        def flush():
            nonlocal current, size, bound
            if current:
                result.append(assemble(document.corpus, current, pieces))
            current, size = [], 2
            if chance is not None:
                bound = chance.choice((limit // 4, limit // 2, limit, limit))

        for sentence in document.sentences:
            part = Part(sentence, 0, len(sentence.words), [w.form for w in sentence.words])
            if chance is not None:
                part = altered(sentence, chance)
                if sentence.starts_paragraph and chance.random() < 0.5:
                    flush()
            length = sum(len(pieces(f)) for f in part.forms)
            if length + 2 > 400:
                continue
            if size + length > bound:
                if chance is not None and current and len(part.forms) > 4 and chance.random() < 0.3:
                    # let the window end, and the next begin, within the sentence
                    cut = part.start + chance.randrange(2, len(part.forms) - 1)
                    current.append(Part(sentence, part.start, cut, part.forms[:cut - part.start]))
                    part = Part(sentence, cut, part.end, part.forms[cut - part.start:])
                    flush()
                    length = sum(len(pieces(f)) for f in part.forms)
                else:
                    flush()
            current.append(part)
            size += length
        flush()
    return result


def assemble(corpus: str, parts: list[Part], pieces: Pieces) -> Window:
    ids, shapes, first, numbers, owner = [CLS], [0], [], [], [-1]
    for number, part in enumerate(parts):
        for form in part.forms:
            cut = pieces(form)
            first.append(len(ids))
            numbers.append(number)
            ids.extend(cut)
            owner.extend([number] * len(cut))
            shapes.extend([shape(form)] + [SHAPES.index("continued")] * (len(cut) - 1))
    ids.append(SEP)
    shapes.append(0)
    owner.append(-1)
    return Window(corpus, ids, shapes, first, numbers, owner, parts)


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
        "owner": torch.full((b, n), -1),
    }
    for layer in ("ends", "head") + LAYERS + tuple(EVENT_VALUES):
        out[layer] = torch.full((b, m), -100)
    spans = [layer for layer in SPANS if layer in labels.sets]
    for layer in spans:
        out[f"{layer}_allowed"] = torch.zeros(b, m, len(labels.sets[layer]), dtype=torch.bool)
        out[f"{layer}_weight"] = torch.zeros(b, m)
    for i, window in enumerate(batch):
        out["pieces"][i, :len(window.pieces)] = torch.tensor(window.pieces)
        out["shapes"][i, :len(window.shapes)] = torch.tensor(window.shapes)
        out["owner"][i, :len(window.owner)] = torch.tensor(window.owner)
        out["first"][i, :len(window.first)] = torch.tensor(window.first)
        out["sentence"][i, :len(window.first)] = torch.tensor(window.sentence)
        rows = {layer: [-100] * len(window.first) for layer in ("ends", "head") + LAYERS + tuple(EVENT_VALUES)}
        offset = 0
        for part in window.parts:
            fill(rows, part, offset, window.corpus, labels)
            for layer, marks in (("name", part.sentence.names), ("time", part.sentence.times),
                                 ("event", part.sentence.events), ("role", part.sentence.roles)):
                if marks is not None and layer in spans:
                    place = slice(offset, offset + len(part.forms))
                    out[f"{layer}_weight"][i, place] = marks.weight
                    allow(out[f"{layer}_allowed"][i, place], marks, part, labels.index[layer])
            offset += len(part.forms)
        for layer, row in rows.items():
            out[layer][i, :len(row)] = torch.tensor(row)
    return out


def fill(rows: dict[str, list[int]], part: Part, offset: int, corpus: str, labels: Labels):
    """Writes the labels that every word has one of."""
    words, length = part.sentence.words, len(part.forms)
    for k in range(length):
        word, place = words[part.start + k], offset + k
        if corpus not in {"wnut", "uner", "texts", "onestop"}:  # single sentences say nothing of ends, nor do ends that were guessed
            stop = part.end == len(words) or (part.end == len(words) - 1 and words[-1].form in {".", "!", "?"})
            rows["ends"][place] = int(stop) if k + 1 == length and stop else (0 if k + 1 < length else -100)
        for layer, value in part.sentence.values.get(part.start + k, {}).items():
            rows[layer][place] = labels.index[layer].get(value, -100)
        if word.upos is None:
            continue
        for layer, value in values(word):
            rows[layer][place] = labels.index[layer].get(value, -100)
        head = word.head - 1 - part.start
        if word.head == 0:
            rows["head"][place] = 0
        elif 0 <= head < length:
            rows["head"][place] = 1 + offset + head  # 0 is the root, else 1 + index
        else:  # its head was cut off
            rows["relation"][place] = -100


def allow(allowed: torch.Tensor, marks: Marks, part: Part, index: dict[str, int]):
    """Sets which labels each word may have."""
    length = len(part.forms)
    allowed[:, index["O"]] = True
    for k in range(length):
        if part.start + k in marks.free:
            allowed[k] = True
        elif part.start + k in marks.inside:
            allowed[k] = True
            allowed[k, index["O"]] = False
    for start, end, types in marks.spans:
        first, last = max(start - part.start, 0), min(end - part.start, length - 1)
        if first > last:
            continue
        allowed[first:last + 1] = False
        for t in types:
            allowed[first, index[f"B-{t}"]] = True
            allowed[first + 1:last + 1, index[f"I-{t}"]] = True
            if start < part.start or start - 1 in marks.free:  # it may begin before
                allowed[first, index[f"I-{t}"]] = True
