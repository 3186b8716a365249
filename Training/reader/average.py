"""Averages the weights of two runs that began with the same base (Wortsman et al. 2022, model soups).

`python -m reader.average --checkpoint reader.pt --other FILE --share 0.5 --out averaged.pt`: the checkpoint has the share given,
FILE (another checkpoint, or a file as the program loads it) the rest. The mean of two runs does better than either. The
scorers of coreference are fitted on the result.
"""

from __future__ import annotations

import argparse
import json
import pathlib

import torch

from . import export


def read(path: pathlib.Path) -> tuple[dict[str, torch.Tensor], dict[str, list[str]]]:
    """The weights of a file and its labels."""
    if path.suffix == ".pt":
        stored = torch.load(path, weights_only=False, map_location="cpu")
        return stored["weights"], stored["labels"]
    weights, metadata = export.read(path)
    return weights, json.loads(metadata["labels"])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--checkpoint", type=pathlib.Path, required=True)
    parser.add_argument("--other", type=pathlib.Path, required=True)
    parser.add_argument("--share", type=float, required=True, help="of the checkpoint, 0 to 1")
    parser.add_argument("--out", type=pathlib.Path, required=True)
    arguments = parser.parse_args()
    (first, labels), (second, others) = read(arguments.checkpoint), read(arguments.other)
    if labels != others:
        raise SystemExit(f"{arguments.other} has other labels")
    share = arguments.share
    weights = {name: share * own.float() + (1 - share) * second[name].float() for name, own in first.items()}
    torch.save({"weights": weights, "labels": labels, "scores": {}}, arguments.out)


if __name__ == "__main__":
    main()
