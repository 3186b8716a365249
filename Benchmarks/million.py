"""Memory and speed of `headwater lineage` on corpora of growing size.

usage: million.py DATA HEADWATER [COUNT …]      (counts: 10000 100000 1000000)

The corpora: a quarter of the documents are texts of their own, 150 to 450 words that a chain of word pairs, learnt from the
reports of the data, makes up (words and their neighbours as news has them, runs of five words as good as never in common);
the others are copies of these, a third each verbatim, cut (the first 40 to 90 %) and edited (every twelfth word left out,
every fifteenth replaced). Told: seconds, documents a second, peak resident memory of the program, copies that stand in
one origin with their original.
"""

import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import time

import numpy

data, program = pathlib.Path(sys.argv[1]), sys.argv[2]
counts = [int(word) for word in sys.argv[3:]] or [10_000, 100_000, 1_000_000]
chance, draws = random.Random(7), numpy.random.default_rng(7)


def vocabulary():
    """Words, and for each the words that follow it, once for every time that they do, as a flat array with offsets."""
    words, numbers, pairs = [], {}, []
    for path in sorted((data / "attribution/polnear").rglob("*.txt")):
        row = []
        for word in path.read_text(encoding="utf-8", errors="replace").split():
            if word not in numbers:
                numbers[word] = len(words)
                words.append(word)
            row.append(numbers[word])
        pairs += zip(row, row[1:] + row[:1])
    pairs = numpy.array(pairs)
    pairs = pairs[numpy.argsort(pairs[:, 0], kind="stable")]
    starts = numpy.searchsorted(pairs[:, 0], numpy.arange(len(words) + 1))
    return words, pairs[:, 1].astype(numpy.int32), starts


words, followers, starts = vocabulary()


def originals(count, length=450):
    """`count` texts as rows of word numbers. A tenth of the words are drawn from all, so that no run of the reports is
    kept whole."""
    rows = numpy.zeros((count, length), dtype=numpy.int32)
    state = draws.integers(0, len(words), count)
    for step in range(length):
        rows[:, step] = state
        place = starts[state] + (draws.random(count) * (starts[state + 1] - starts[state])).astype(numpy.int64)
        state = numpy.where(draws.random(count) < 0.1, draws.integers(0, len(words), count), followers[place])
    return rows


def text(numbers):
    """Paragraphs of 35 words and more, each to the end of a sentence."""
    paragraphs, current = [], []
    for number in numbers:
        current.append(words[number])
        if len(current) >= 35 and (words[number].endswith(".") or len(current) >= 80):
            paragraphs.append(" ".join(current).rstrip(",;:") + ("" if words[number].endswith(".") else "."))
            current = []
    return "\n".join(paragraphs + ([" ".join(current) + "."] if current else []))


def copy(numbers, kind):
    if kind == 1:
        return numbers[: len(numbers) * chance.randint(40, 90) // 100]
    if kind == 2:
        return [chance.randrange(len(words)) if place % 15 == 7 else number
                for place, number in enumerate(numbers) if place % 12 != 11]
    return numbers


def write(path, count):
    """The corpus: an original, then its three copies; ids `12` and `12.0` to `12.2`."""
    with path.open("w", encoding="utf-8") as file:
        for first in range(0, count // 4, 50_000):
            for number, row in enumerate(originals(min(50_000, count // 4 - first)), first):
                own = row[: chance.randint(150, 450)].tolist()
                file.write(json.dumps({"id": str(number), "text": text(own)}) + "\n")
                for kind in range(3):
                    file.write(json.dumps({"id": f"{number}.{kind}", "text": text(copy(own, kind))}) + "\n")


def found(folder):
    """Copies that share an origin with their original."""
    right = 0
    with (folder / "origins.jsonl").open(encoding="utf-8") as file:
        for line in file:
            ids = set(json.loads(line)["documents"])
            right += sum(1 for name in ids if "." in name and name.split(".")[0] in ids)
    return right


for count in counts:
    path, out = pathlib.Path(f"million-{count}.jsonl"), pathlib.Path(f"million-{count}")
    write(path, count)
    shutil.rmtree(out, ignore_errors=True)
    began = time.time()
    process = subprocess.Popen([program, "lineage", str(path), "-o", str(out)], stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.time() - began
    if status:
        sys.exit(f"headwater lineage ended with status {status}")
    print(f"{count} documents, {path.stat().st_size / 1e6:.0f} MB\t{seconds:.0f} s, {usage.ru_utime:.0f} s of processor "
          f"time\t{count / seconds:.0f} documents/s\tpeak {usage.ru_maxrss / 1024:.0f} MB\t"
          f"copies found {found(out) / (count // 4 * 3):.3f}", flush=True)
    path.unlink()
    shutil.rmtree(out)
