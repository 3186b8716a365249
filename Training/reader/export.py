"""Writes the file that the program loads: `python -m reader.export --checkpoint reader.pt --out FILE [--parity FILE]`.

The format is described in ../README.md.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import pathlib
import struct

import numpy
import torch

from . import data
from .encoder import SHAPES, Encoder, tokenizer
from .model import ARC, REL, SLOPE, Reader
from .windows import CLS, LIMIT, SEP, UNKNOWN, Labels

FORMAT = "headwater.reader/1"
TINY = 4096  # tensors of fewer numbers keep single precision


def config() -> dict:
    """What a reader of the file must know to run the model."""
    return {
        "width": 384, "layers": 6, "heads": 12, "inner": 1536, "positions": 512, "arc": ARC, "rel": REL, "slope": SLOPE,
        "epsilon": 1e-12, "shapes": SHAPES, "window": LIMIT, "cls": CLS, "sep": SEP, "unknown": UNKNOWN,
    }


def vocabulary() -> list[str]:
    """The word pieces in order of id."""
    known = tokenizer().get_vocab()
    return [piece for piece, _ in sorted(known.items(), key=lambda p: p[1])]


def checksum(body: bytes) -> str:
    """A sum of 64 bits over the data that finds damage in milliseconds: each little-endian word of eight bytes (the last
    filled up with zeros) plus its number (from 1) times the golden ratio, mixed as in SplitMix64; all added up."""
    body += bytes(-len(body) % 8)
    words = numpy.frombuffer(body, "<u8")
    with numpy.errstate(over="ignore"):
        z = words + numpy.arange(1, len(words) + 1, dtype=numpy.uint64) * numpy.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> numpy.uint64(30))) * numpy.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> numpy.uint64(27))) * numpy.uint64(0x94D049BB133111EB)
        z = z ^ (z >> numpy.uint64(31))
        return f"sum64:{int(z.sum(dtype=numpy.uint64)):016x}"


def write(path: pathlib.Path, tensors: dict[str, numpy.ndarray], metadata: dict[str, str]):
    """A safetensors file: the tensors in order of name, the digest of the data among the metadata."""
    kinds = {"float16": "F16", "float32": "F32", "uint8": "U8"}
    # wide numbers first keeps every tensor on a multiple of its numbers' width
    order = sorted(tensors, key=lambda n: (-tensors[n].dtype.itemsize, n))
    header, at = {}, 0
    for name in order:
        size = tensors[name].nbytes
        header[name] = {"dtype": kinds[str(tensors[name].dtype)], "shape": list(tensors[name].shape),
                        "data_offsets": [at, at + size]}
        at += size
    body = b"".join(tensors[name].tobytes() for name in order)
    head = {"__metadata__": {**metadata, "digest": checksum(body), "sha256": hashlib.sha256(body).hexdigest()}, **header}
    text = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
    text += b" " * (-(len(text) + 8) % 64)
    beside = path.with_suffix(".part")
    with beside.open("wb") as file:
        file.write(struct.pack("<Q", len(text)))
        file.write(text)
        file.write(body)
    os.replace(beside, path)


def read(path: pathlib.Path) -> tuple[dict[str, torch.Tensor], dict[str, str]]:
    """The tensors of a file and its metadata; the digest is checked."""
    raw = path.read_bytes()
    length = struct.unpack("<Q", raw[:8])[0]
    header = json.loads(raw[8:8 + length])
    metadata, body = header.pop("__metadata__"), raw[8 + length:]
    if metadata.get("format") != FORMAT or checksum(body) != metadata.get("digest"):
        raise ValueError(f"{path} is damaged or of another format")
    kinds = {"F16": numpy.float16, "F32": numpy.float32, "U8": numpy.uint8}
    tensors = {}
    for name, entry in header.items():
        first, last = entry["data_offsets"]
        array = numpy.frombuffer(body[first:last], dtype=kinds[entry["dtype"]]).reshape(entry["shape"])
        tensors[name] = torch.from_numpy(array.copy())
    return tensors, metadata


def weights(path: pathlib.Path, labels: dict[str, list[str]] | None = None) -> tuple[dict[str, torch.Tensor], dict[str, list[str]]]:
    """The weights of a checkpoint (`.pt`) or of a file, and their labels, which are those given."""
    if path.suffix == ".pt":
        stored = torch.load(path, weights_only=False, map_location="cpu")
        found, own = stored["weights"], stored["labels"]
    else:
        found, metadata = read(path)
        own = json.loads(metadata["labels"])
    if labels is not None and any(own[layer] != labels.get(layer) for layer in own):
        raise SystemExit(f"{path} has other labels")
    return found, own


def arrays(weights: dict[str, torch.Tensor]) -> dict[str, numpy.ndarray]:
    """The weights in the precision they are kept in."""
    result = {}
    for name, value in weights.items():
        value = value.detach().float().numpy()
        result[name] = numpy.ascontiguousarray(value.astype(numpy.float32 if value.size < TINY else numpy.float16))
    return result


def load(path: pathlib.Path) -> tuple[Reader, Labels, dict[str, str]]:
    """The model of a file, as the program sees it: half precision widened."""
    tensors, metadata = read(path)
    labels = Labels.of(json.loads(metadata["labels"]))
    reader = Reader(Encoder(), labels)
    own = reader.state_dict()
    reader.load_state_dict({k: tensors[k].float() for k in own})
    return reader.eval(), labels, metadata


def export(path: pathlib.Path, reader: Reader, labels: Labels, scores: dict, digests: dict[str, str],
           more: dict[str, torch.Tensor] | None = None, more_metadata: dict[str, str] | None = None):
    """Writes the model; `more` are the tensors of heads trained apart."""
    tensors = arrays({**reader.state_dict(), **(more or {})})
    tensors["vocabulary"] = numpy.frombuffer("\n".join(vocabulary()).encode(), dtype=numpy.uint8)

    def text(value) -> str:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    write(path, tensors, {
        "format": FORMAT, "config": text(config()), "labels": text(labels.sets), "data": text(digests),
        "scores": text(scores), **(more_metadata or {}),
    })


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--checkpoint", type=pathlib.Path, help="without it: the untrained model")
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--coreference", type=pathlib.Path)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--parity", type=pathlib.Path)
    parser.add_argument("--evaluate", action="store_true", help="measure the whole development data, not a part")
    arguments = parser.parse_args()
    torch.manual_seed(7)
    torch.set_num_threads(1)
    if arguments.checkpoint:
        stored = torch.load(arguments.checkpoint, weights_only=False, map_location="cpu")
        labels, scores = Labels.of(stored["labels"]), stored["scores"]
        reader = Reader(Encoder(), labels)
        reader.load_state_dict(stored["weights"])
    else:
        corpora = data.training(arguments.data)
        labels, scores = Labels(corpora["ewt"] + corpora["gum"]), {}
        reader = Reader(Encoder.from_base(), labels)
    more, more_metadata = {}, {}
    if arguments.coreference:
        stored = torch.load(arguments.coreference, weights_only=False)
        more = stored["weights"]
        more_metadata = {"coreference": json.dumps(stored["config"])}
        scores = {**scores, "coreference": stored["scores"]}
    digests = data.files(arguments.data)
    export(arguments.out, reader, labels, scores, digests, more, more_metadata)
    if arguments.evaluate:  # of the file as it is written, in half precision
        from .evaluate import evaluate
        reader, labels, _ = load(arguments.out)
        scores = {**{k: v for k, v in scores.items() if k == "coreference"}, **evaluate(reader, labels, arguments.data)}
        for name, values in scores.items():
            print(name, values, flush=True)
        export(arguments.out, reader, labels, scores, digests, more, more_metadata)
    print(f"{arguments.out}: {arguments.out.stat().st_size} bytes")
    if arguments.parity:
        from .parity import parity
        parity(arguments.out, arguments.parity)


if __name__ == "__main__":
    main()
