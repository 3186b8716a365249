"""Learning from a larger reader (Hinton et al. 2015): beside the gold, what the teacher thinks of every word.

The teacher is a `Reader` on the encoder of `mpnet`, trained by `reader.train --mpnet`. It judges every word of every window, so
trees and names are learned on texts that nobody annotated with them, too. It is not shipped.
"""

from __future__ import annotations

import pathlib

import torch
from torch import nn

from . import export
from .model import Reader
from .mpnet import TeacherEncoder
from .windows import Labels

# What the teacher knows better after its three passes. Features, lemmas, ends of sentences, times and events it does not, and a
# reader that learned those from it, too, lost by it (ends .930 to .911, events .772 to .706).
LAYERS = ("upos", "name")
HIDDEN = 1.0  # weight of the likeness of the words' vectors


class Teacher(nn.Module):
    """A trained reader, and the way from the vectors of a student, `width` wide, to its own."""

    def __init__(self, reader: Reader, width: int):
        super().__init__()
        self.reader = reader.eval().requires_grad_(False)
        self.likeness = nn.Linear(width, reader.encoder.width)

    @staticmethod
    def read(path: pathlib.Path, labels: Labels, width: int, half: bool) -> "Teacher":
        """The teacher that `reader.train --mpnet` left at `path`; in bf16 where asked for, cast once and not for every batch."""
        stored, own = export.weights(path, labels.sets)
        reader = Reader(TeacherEncoder(), Labels.of(own))
        reader.load_state_dict(stored)
        for part in reader.encoder.modules():
            if half and isinstance(part, nn.Linear):
                part.to(torch.bfloat16)
        return Teacher(reader, width)

    def losses(self, student: Reader, batch, mine) -> dict[str, torch.Tensor]:
        """How far the student's shares are from the teacher's, by head. `mine`: the vectors of the student's words."""
        with torch.no_grad():
            _, theirs = self.reader.words(batch)
            arcs, heads = self.reader.arcs(theirs, batch["sentence"])
            chosen = arcs.argmax(2)
        known = batch["sentence"] >= 0
        words, model = student.drop(mine[known]), theirs[known]
        out = {k: apart(student.tags[k](words), self.reader.tags[k](model)) for k in LAYERS}
        own, own_heads = student.arcs(student.drop(mine), batch["sentence"])
        out["arc"] = apart(own[known], arcs[known])
        out["relation"] = apart(
            student.all_relations(student.drop(mine), own_heads, chosen)[known],
            self.reader.all_relations(theirs, heads, chosen)[known])
        like = nn.functional.cosine_similarity(self.likeness(mine[known]).float(), model.float(), dim=1)
        out["hidden"] = (1 - like).mean()
        return out


def apart(own: torch.Tensor, model: torch.Tensor) -> torch.Tensor:
    """Kullback and Leibler's divergence of the student's shares from the teacher's, mean over the words."""
    shares = model.float().log_softmax(1)
    return nn.functional.kl_div(own.float().log_softmax(1), shares, log_target=True, reduction="batchmean")
