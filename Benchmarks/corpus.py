"""Candidate pairs of a corpus beside datasketch and rensa, on the same documents, one core each.

usage: corpus.py DATA PROGRAM [COUNT] [--alone] [--lineage HEADWATER]
    PROGRAM: the built CorpusBenchmark; --alone: without the peers; --lineage: the whole of `headwater lineage` too, without
    and with the meaning of sentences: its share of the time, what it gains

The corpus: real reports (GVA, Helsinki, OneStopEnglish, PolNeAR), each once; the elementary versions of OneStopEnglish,
rewritten sentence by sentence by teachers; foreign articles of WMT 2021 in the English of a translator and of a machine;
filled up to COUNT documents (10,000) with copies of the reports, a third each verbatim, cut (40 to 90 % of the paragraphs,
from the beginning or here and there) and edited (every twelfth word left out, every fifteenth replaced). Recall: what is
paired with the text that it was made from. What the rare terms cost is the second pass less the first; what they gain shows
in the recall of what was translated.
The peers take sets of runs of five words, 128 permutations; their thresholds are given. Seconds are of processor time, from
texts in memory to pairs.
"""

import csv
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import time
import xml.etree.ElementTree

data, program = pathlib.Path(sys.argv[1]), sys.argv[2]
count = int(sys.argv[3]) if len(sys.argv) > 3 and sys.argv[3].isdigit() else 10_000
chance = random.Random(7)
csv.field_size_limit(10**9)


def clean(paragraphs):
    return [text for text in (" ".join(part.split()) for part in paragraphs) if text]


def level(name):
    """The articles of a level of OneStopEnglish by name; three elementary files hold another article than they say."""
    found = {}
    for path in sorted((data / f"lineage/onestopenglish/Texts-SeparatedByReadingLevel/{name}-Txt").glob("*.txt")):
        key = re.sub(rf"(-{name})?\.txt$", "", path.name, flags=re.IGNORECASE).lower().strip()
        if name == "Adv" or key not in ("royal baby", "wnl arctic ramadan", "wnl the millenials"):
            found[key] = clean(path.read_text(encoding="utf-8", errors="replace").split("\n"))
    return found


def translations():
    """Foreign articles in the English of a translator and of a machine."""
    for path in sorted((data / "lineage/wmt21-renderings/xml").glob("*.xml")):
        for article in xml.etree.ElementTree.parse(path).getroot().iter("doc"):
            texts = [article.find("ref[@translator='A']"), article.find("hyp[@system='Online-B']")]
            if None not in texts:
                yield [clean("".join(part.itertext()) for part in text.iter("p")) for text in texts]


def reports():
    with (data / "stories/gva/docs.jsonl").open(encoding="utf-8") as file:
        for line in file:
            yield clean(json.loads(line)["text"].split("\n"))
    with (data / "lineage/helsinki/articles.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file):
            yield clean(row[3].split(" ### "))
    yield from level("Adv").values()
    for path in sorted((data / "attribution/polnear").rglob("*.txt")):
        yield clean(path.read_text(encoding="utf-8", errors="replace").split("\n"))


def cut(paragraphs):
    kept = max(2, len(paragraphs) * chance.randint(40, 90) // 100)
    if chance.random() < 0.5:
        return paragraphs[:kept]
    return [paragraphs[place] for place in sorted(chance.sample(range(len(paragraphs)), min(kept, len(paragraphs))))]


def edited(paragraphs):
    words = [word for text in paragraphs for word in text.split()]
    out = []
    for text in paragraphs:
        new = []
        for number, word in enumerate(text.split()):
            if number % 12 == 11:
                continue
            new.append(chance.choice(words) if number % 15 == 7 else word)
        out.append(" ".join(new))
    return out


seen, documents, origin, kind = set(), [], [], []
for paragraphs in reports():
    key = " ".join(paragraphs)
    if len(key.split()) >= 120 and key not in seen and len(documents) < count // 2:
        seen.add(key)
        documents.append(paragraphs)
        origin.append(None)
        kind.append(None)
originals = len(documents)
places = {" ".join(paragraphs): number for number, paragraphs in enumerate(documents)}
simpler = level("Ele")
for key, paragraphs in level("Adv").items():
    if key in simpler and " ".join(paragraphs) in places:
        documents.append(simpler[key])
        origin.append(places[" ".join(paragraphs)])
        kind.append("rewritten")
for mine, machine in translations():
    if len(" ".join(mine).split()) >= 120:
        documents += [mine, machine]
        origin += [None, len(documents) - 2]
        kind += [None, "translated"]
for number in range(count - len(documents)):
    source = chance.randrange(originals)
    change = ("verbatim", "cut", "edited")[number % 3]
    text = documents[source]
    documents.append(text if change == "verbatim" else cut(text) if change == "cut" else edited(text))
    origin.append(source)
    kind.append(change)
path = pathlib.Path("corpus-benchmark.txt")
path.write_text("\n".join("\t".join(paragraphs) for paragraphs in documents) + "\n", encoding="utf-8")
texts = ["\n".join(paragraphs) for paragraphs in documents]
print(f"{len(texts)} documents, {originals} of them originals, {sum(map(len, texts)) / 1e6:.1f} million characters")


def runs(text):
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[start:start + 5]) for start in range(max(1, len(words) - 4))}


def tell(name, seconds, pairs, more=""):
    found = {change: [0, 0] for change in ("verbatim", "cut", "edited", "rewritten", "translated")}
    for number, source in enumerate(origin):
        if source is not None:
            found[kind[number]][0] += (source, number) in pairs
            found[kind[number]][1] += 1
    recall = ", ".join(f"{change} {hit / max(1, all):.3f}" for change, (hit, all) in found.items())
    print(f"{name}\t{len(texts) / seconds:.0f} documents/s\t{seconds:.2f} s\t{len(pairs)} pairs\trecall: {recall}{more}",
          flush=True)


def headwater():
    run = subprocess.run([program, str(path), "corpus-benchmark"], capture_output=True, text=True, check=True)
    for line in run.stdout.strip().split("\n"):
        name, seconds, read, peak = line.split(" ")
        out = pathlib.Path("corpus-benchmark." + name)
        pairs = {tuple(map(int, row.split("\t"))) for row in out.read_text().split("\n") if row}
        out.unlink()
        tell("headwater, " + name, float(seconds), pairs, f"\tfingerprints {float(read):.2f} s\tpeak {peak} MB")


def datasketch(threshold):
    from datasketch import MinHash, MinHashLSH
    began = time.process_time()
    index, pairs = MinHashLSH(threshold=threshold, num_perm=128), set()
    for number, text in enumerate(texts):
        made = MinHash(num_perm=128)
        made.update_batch([run.encode() for run in runs(text)])
        pairs.update((other, number) for other in index.query(made))
        index.insert(number, made)
    tell(f"datasketch, threshold {threshold}", time.process_time() - began, pairs)


def rensa(bands):
    from rensa import RMinHash, RMinHashLSH
    began = time.process_time()
    index, pairs = RMinHashLSH(threshold=0.5, num_perm=128, num_bands=bands), set()
    for number, text in enumerate(texts):
        made = RMinHash(num_perm=128, seed=42)
        made.update(list(runs(text)))
        pairs.update((other, number) for other in index.query(made))
        index.insert(number, made)
    tell(f"rensa, {bands} bands", time.process_time() - began, pairs)


def lineage(program, meaning):
    """All of `headwater lineage`: pairs that share an origin, and how much of a copy stands in passages of its original."""
    corpus, out = pathlib.Path("corpus-benchmark.jsonl"), pathlib.Path("corpus-benchmark-lineage")
    with corpus.open("w", encoding="utf-8") as file:
        for number, text in enumerate(texts):
            file.write(json.dumps({"id": str(number), "text": text}) + "\n")
    shutil.rmtree(out, ignore_errors=True)
    process = subprocess.Popen([program, "lineage", str(corpus), "-o", str(out), "-q"] + meaning)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"headwater lineage ended with status {status}")
    pairs, covered = set(), {}
    with (out / "pairs.jsonl").open(encoding="utf-8") as file:
        for pair in map(json.loads, file):
            if pair["probability"] >= 0.5:
                pairs.add((int(pair["a"]), int(pair["b"])))
    with (out / "passages.jsonl").open(encoding="utf-8") as file:
        for passage in map(json.loads, file):
            key = (int(passage["a"]), int(passage["b"]))
            covered[key] = covered.get(key, 0) + passage["bEnd"] - passage["bStart"]
    shares = {change: [0, 0] for change in ("rewritten", "translated")}
    for number, source in enumerate(origin):
        if kind[number] in shares:
            shares[kind[number]][0] += covered.get((source, number), 0)
            shares[kind[number]][1] += len(texts[number])
    more = ", ".join(f"{change} {part / max(1, whole):.3f}" for change, (part, whole) in shares.items())
    tell(" ".join(["headwater lineage"] + meaning), usage.ru_utime + usage.ru_stime, pairs,
         f"\tin passages: {more}\tpeak {usage.ru_maxrss / 1024:.0f} MB")
    corpus.unlink()
    shutil.rmtree(out)


headwater()
if "--alone" not in sys.argv:
    for setting in (0.5, 0.2):
        datasketch(setting)
    for setting in (16, 64):
        rensa(setting)
if "--lineage" in sys.argv:
    for meaning in (["--no-meaning"], []):
        lineage(sys.argv[sys.argv.index("--lineage") + 1], meaning)
path.unlink()
