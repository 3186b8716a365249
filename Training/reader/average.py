"""Averages the weights of two runs that began with the same base and the same seed (Wortsman et al. 2022, model soups).

`python -m reader.average --checkpoint reader.pt --other FILE --share 0.75 --out averaged.pt`: the checkpoint has the share given, FILE
(as the program loads it) the rest. The mean lies where both do well: the longer run knows syntax better, the shorter has learnt
less by heart. The scorers of coreference are fitted on the result.
"""

from __future__ import annotations

import argparse
import json
import pathlib

import torch

from . import export


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--checkpoint", type=pathlib.Path, required=True)
    parser.add_argument("--other", type=pathlib.Path, required=True)
    parser.add_argument("--share", type=float, required=True, help="of the checkpoint, 0 to 1")
    parser.add_argument("--out", type=pathlib.Path, required=True)
    arguments = parser.parse_args()
    stored = torch.load(arguments.checkpoint, weights_only=False, map_location="cpu")
    other, metadata = export.read(arguments.other)
    if json.loads(metadata["labels"]) != stored["labels"]:
        raise SystemExit(f"{arguments.other} has other labels")
    share = arguments.share
    weights = {name: share * own.float() + (1 - share) * other[name].float() for name, own in stored["weights"].items()}
    torch.save({"weights": weights, "labels": stored["labels"], "scores": {}}, arguments.out)


if __name__ == "__main__":
    main()
