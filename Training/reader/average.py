"""Averages the weights of two runs that began with the same base (Wortsman et al. 2022, model soups).

`python -m reader.average --checkpoint reader.pt --other FILE --share 0.5 --out averaged.pt`: the checkpoint has the share given,
FILE (another checkpoint, or a file as the program loads it) the rest. The mean of two runs does better than either. The
scorers of coreference are fitted on the result.
"""

from __future__ import annotations

import argparse
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
    first, labels = export.weights(arguments.checkpoint)
    second, _ = export.weights(arguments.other, labels)
    share = arguments.share
    weights = {name: share * own.float() + (1 - share) * second[name].float() for name, own in first.items()}
    torch.save({"weights": weights, "labels": labels, "scores": {}}, arguments.out)


if __name__ == "__main__":
    main()
