"""What a head trained on PolNeAR's train part would reach on its dev part: for information only.

`python -m reader.polnear --data DIR --model ../Model/reader.safetensors [--frozen]` prints it. PolNeAR has no licence, so nothing is
written and nothing of this is shipped: the figures say how far the program's rules are from what its kind of encoder could learn
there. Each word is outside or in a source, a cue or a content (the corpus is flat); a role's score is token F1, as `headwater
evaluate attributions` counts it.
"""

from __future__ import annotations

import argparse
import pathlib
import re
import time
from collections.abc import Callable

import torch
from torch import nn

from . import export
from .corpora import Document, Sentence, Word
from .encoder import Encoder, tokenizer
from .model import Reader
from .windows import Labels, Pieces, Window, batches, collate, windows

ROLES = ("outside", "source", "cue", "content")
WORD = re.compile(r"\w+|[^\w\s]")
PLACE = "attribution/polnear/data"
LONGEST = 60  # words of a line that are read as one sentence


def roles_of_characters(annotation: str, length: int) -> list[int]:
    """The role of each character, from brat's standoff; the first attribution that a character is part of says it."""
    stretches, roles = {}, [0] * length
    for line in annotation.splitlines():
        fields = line.split("\t")
        if line.startswith("T") and len(fields) > 1:
            ends = fields[1].split(" ", 1)[1]
            stretches[fields[0]] = [tuple(map(int, part.split())) for part in ends.split(";")]
        elif line.startswith("E") and len(fields) > 1:
            named = [role.split(":") for role in fields[1].split()]
            if not any(role.startswith("Content") for role, _ in named):
                continue
            for role, key in named:
                kind = role.rstrip("0123456789").lower()
                for start, end in stretches.get(key, []) if kind in ROLES else []:
                    for place in range(start, min(end, length)):
                        roles[place] = roles[place] or ROLES.index(kind)
    return roles


def articles(folder: pathlib.Path, split: str) -> tuple[list[Document], dict[int, list[int]]]:
    """The articles of a split, each as its first annotator read it, and the roles of each sentence's words by its identity."""
    documents, roles, known = [], {}, set()
    for path in sorted((folder / split / "attributions").glob("*.ann")):
        name = path.name.rsplit("_", 1)[0]
        if name in known:
            continue
        known.add(name)
        text = (folder / split / "text" / f"{name}.txt").read_text(encoding="utf-8")
        of_characters = roles_of_characters(path.read_text(encoding="utf-8"), len(text))
        sentences = []
        for line in re.finditer(r"[^\n]+", text):
            words = list(WORD.finditer(text, line.start(), line.end()))
            for start in range(0, len(words), LONGEST):
                part = words[start:start + LONGEST]
                sentences.append(Sentence([Word(w.group()) for w in part]))
                roles[id(sentences[-1])] = [of_characters[w.start()] for w in part]
        documents.append(Document("polnear", sentences))
    return documents, roles


def gold(batch: list[Window], roles: dict[int, list[int]], width: int) -> torch.Tensor:
    """The roles of the words of a batch; -100 where there is no word."""
    out = torch.full((len(batch), width), -100)
    for i, window in enumerate(batch):
        row = [role for p in window.parts for role in roles[id(p.sentence)][p.start:p.start + len(p.forms)]]
        out[i, :len(row)] = torch.tensor(row)
    return out


class Held:
    """PolNeAR's dev part, or each so manieth article of it, to measure with."""

    def __init__(self, data: pathlib.Path, pieces: Pieces, every: int = 1):
        documents, self.roles = articles(data / PLACE, "dev")
        self.windows = windows(documents[::every], pieces)

    @torch.no_grad()
    def measure(self, reader: Reader, roles_of: Callable[[torch.Tensor], torch.Tensor], labels: Labels) -> dict[str, float]:
        """Token F1 of each role over words and numbers. `roles_of`: from the words' vectors to their roles, by index into `ROLES`."""
        reader.eval()
        counts = torch.zeros(len(ROLES), 3)
        for batch in batches(self.windows, 4096, None):
            _, x = reader.words(collate(batch, labels))
            found, there = roles_of(x), gold(batch, self.roles, x.shape[1])
            for i, window in enumerate(batch):
                forms = [form for p in window.parts for form in p.forms]
                words = torch.tensor([k for k, form in enumerate(forms) if form[0].isalnum()], dtype=torch.long)
                mine, theirs = found[i][words], there[i][words]
                for role in range(1, len(ROLES)):
                    a, b = mine == role, theirs == role
                    counts[role] += torch.tensor([(a & b).sum(), a.sum(), b.sum()])
        return {name: (2 * right / (mine + theirs)).item()
                for name, (right, mine, theirs) in zip(ROLES, counts.unbind()) if name != "outside"}


def own_roles(held: Held, reader: Reader, labels: Labels) -> dict[str, float]:
    """What the reader's own head reaches: the likeliest role of each word, whether a stretch begins there or goes on."""
    index = labels.index["role"]
    kinds = [[index["O"]]] + [[index[f"B-{role.upper()}"], index[f"I-{role.upper()}"]] for role in ROLES[1:]]

    def roles_of(x: torch.Tensor) -> torch.Tensor:
        shares = reader.tags["role"](x).float().softmax(2)
        return torch.stack([shares[..., kind].sum(2) for kind in kinds], 2).argmax(2)

    return {f"{role}_token_f1": value for role, value in held.measure(reader, roles_of, labels).items()}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--model", type=pathlib.Path, required=True)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--frozen", action="store_true", help="train the head alone, with a layer of its own")
    arguments = parser.parse_args()
    torch.manual_seed(7)
    torch.set_num_threads(arguments.threads)
    weights, sets = export.weights(arguments.model)
    labels, pieces = Labels.of(sets), Pieces(tokenizer())
    reader = Reader(Encoder(), labels)
    reader.load_state_dict({k: weights[k].float() for k in reader.state_dict()})
    train, roles = articles(arguments.data / PLACE, "train")
    made, held = windows(train, pieces), Held(arguments.data, pieces)
    w = reader.encoder.width
    head = nn.Sequential(nn.Dropout(0.2), nn.Linear(w, w), nn.GELU(), nn.Linear(w, len(ROLES)))
    reader.encoder.requires_grad_(not arguments.frozen)
    reader.encoder.words.requires_grad_(False)
    body = [p for p in reader.encoder.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW([{"params": body, "lr": 1e-4}, {"params": head.parameters(), "lr": 1e-3}])
    highest = [group["lr"] for group in optimizer.param_groups]
    steps, step = arguments.epochs * len(batches(made, 1024, None)), 0
    print(f"{len(train)} articles, {len(made)} windows, {sum(len(m.pieces) for m in made)} pieces, {steps} steps", flush=True)
    for epoch in range(arguments.epochs):
        reader.train(not arguments.frozen)
        head.train()
        began, generator = time.time(), torch.Generator().manual_seed(7 + epoch)
        for batch in batches(made, 1024, generator):
            for group, most in zip(optimizer.param_groups, highest):
                group["lr"] = most * min(1.0, (step + 1) / 100) * (1 - step / steps)
            _, x = reader.words(collate(batch, labels))
            target = gold(batch, roles, x.shape[1])
            loss = nn.functional.cross_entropy(head(x).flatten(0, 1), target.flatten(), ignore_index=-100)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            step += 1
        head.eval()
        scores = {k: round(v, 3) for k, v in held.measure(reader, lambda x: head(x).argmax(2), labels).items()}
        print(f"epoch {epoch + 1}: {time.time() - began:.0f} s, token F1 {scores}", flush=True)


if __name__ == "__main__":
    main()
