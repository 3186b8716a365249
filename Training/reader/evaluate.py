"""Every head's score on the whole development data, of a file as the program loads it.

`python -m reader.evaluate --data DIR --model FILE`; the scores go to FILE's `scores` when it is exported with them.
"""

from __future__ import annotations

import argparse
import json
import pathlib

import torch

from . import data, polnear
from .encoder import Encoder, tokenizer
from .export import load
from .score import embed, score
from .train import similarity
from .windows import Pieces, windows


def evaluate(reader, labels, folder: pathlib.Path) -> dict[str, dict[str, float]]:
    pieces = Pieces(tokenizer())
    result = {}
    for name, documents in data.development(folder).items():
        result[name] = score(reader, windows(documents, pieces), labels)
        if name == "ewt":  # of a quarter: sentence ends where a block ends with its window, as the program feeds them
            result["ewt_blocks"] = {"ends_f1": score(reader, windows(blocks(documents[::4]), pieces), labels)["ends_f1"]}
    if "role" in reader.tags:
        result["polnear"] = polnear.own_roles(polnear.Held(folder, pieces), reader, labels)
    pairs = data.similar_pairs(folder, 300)
    plain = [p[1] for p in pairs] + [p[2] for p in pairs]
    base = embed(Encoder.from_base().eval(), plain, pieces, base=True)
    result["similarity"] = similarity(reader, base, plain, pairs, pieces)
    return {k: {n: round(v, 4) for n, v in values.items()} for k, values in result.items()}


def blocks(documents):
    """Each paragraph a document of its own."""
    from .corpora import Document

    result = []
    for document in documents:
        current = []
        for sentence in document.sentences:
            if sentence.starts_paragraph and current:
                result.append(Document(document.corpus, current))
                current = []
            current.append(sentence)
        if current:
            result.append(Document(document.corpus, current))
    return result


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--model", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path)
    parser.add_argument("--threads", type=int, default=1)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    reader, labels, _ = load(arguments.model)
    result = evaluate(reader, labels, arguments.data)
    for name, values in result.items():
        print(name, values)
    if arguments.out:
        arguments.out.write_text(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
