#!/usr/bin/env python3
"""Makes word-lemmas.tsv, word-senses.tsv and word-kinds.tsv from WordNet 3.0 (Debian package wordnet-base).

usage: make-word-facts.py WORDNET_FOLDER RESOURCES   (needs wordfreq from PyPI, to leave rare words out)
"""
import sys
from collections import defaultdict
from pathlib import Path

from wordfreq import zipf_frequency

SENSES = {"n": 3, "v": 4, "a": 2}
RAREST = 2.3
folder, out = Path(sys.argv[1]), Path(sys.argv[2])
FILES = {"n": "noun", "v": "verb", "a": "adj"}
HEAD = "# {}\n# Source: WordNet 3.0, Princeton University (Debian wordnet-base), made by Scripts/make-word-facts.py.\n# Licence: WordNet 3.0 licence, see NOTICE.\n"


def digits(n):
    letters = "0123456789abcdefghijklmnopqrstuvwxyz"
    text = ""
    while True:
        text = letters[n % 36] + text
        n //= 36
        if not n:
            return text


def wanted(word):
    return word.replace("-", "").isalpha() and word.isascii() and zipf_frequency(word, "en") >= RAREST


senses, parents, related = {}, {}, defaultdict(set)
words_of = {}
for pos, name in FILES.items():
    for line in open(folder / f"data.{name}", encoding="utf-8"):
        if line.startswith(" "):
            continue
        fields = line.split(" | ")[0].split()
        offset, count = fields[0], int(fields[3], 16)
        words_of[pos, offset] = [fields[4 + 2 * i].lower().split("(")[0] for i in range(count)]
        rest = fields[4 + 2 * count:]
        pointers = [rest[1 + 4 * i: 5 + 4 * i] for i in range(int(rest[0]))]
        up = [(p[2].replace("s", "a"), p[1]) for p in pointers if p[0] in ("@", "@i", "&")]
        parents[pos, offset] = [u for u in up if u[0] == pos]
        for p in pointers:
            if p[0] == "+" and pos in "na" and p[2] == "v":
                source, target = int(p[3][:2], 16), int(p[3][2:], 16)
                if source and target:
                    word = words_of[pos, offset][source - 1]
                    related[word, pos, offset].add((("v", p[1]), target))
for pos, name in FILES.items():
    for line in open(folder / f"index.{name}", encoding="utf-8"):
        if line.startswith(" "):
            continue
        fields = line.split()
        word, offsets = fields[0], fields[-int(fields[2]):]
        if wanted(word):
            senses[word, pos] = [(pos, o) for o in offsets[: SENSES[pos]]]

used = {s for group in senses.values() for s in group}
frontier = set(used)
while frontier:
    frontier = {p for s in frontier for p in parents.get(s, [])} - used
    used |= frontier
number = {s: digits(i) for i, s in enumerate(sorted(used))}

with open(out / "word-senses.tsv", "w", encoding="utf-8") as file:
    file.write(HEAD.format("English words with their commonest senses, and the verbs that nouns and adjectives are made from."))
    file.write("lemma\tpos\tsenses\tverbs\n")
    for (word, pos), group in sorted(senses.items()):
        verbs = []
        for sense in group:
            for (target, index) in sorted(related.get((word, pos, sense[1]), [])):
                verb = words_of[target][index - 1]
                if (verb, "v") in senses and verb not in verbs:
                    verbs.append(verb)
        file.write(f"{word}\t{pos}\t{' '.join(number[s] for s in group)}\t{' '.join(verbs[:3])}\n")
with open(out / "word-kinds.tsv", "w", encoding="utf-8") as file:
    file.write(HEAD.format("For each sense, the senses it is a kind of."))
    file.write("sense\tkinds\n")
    for sense in sorted(used):
        kinds = [number[p] for p in parents.get(sense, []) if p in number]
        if kinds:
            file.write(f"{number[sense]}\t{' '.join(kinds)}\n")
with open(out / "word-lemmas.tsv", "w", encoding="utf-8") as file:
    file.write(HEAD.format("Irregular forms of English words with their lemmas."))
    file.write("form\tpos\tlemma\n")
    rows = set()
    # "left" is nearly always a form of leave, "wound" hardly ever one of wind: the commoner reading wins.
    count = defaultdict(int)
    for line in open(folder / "cntlist.rev", encoding="utf-8"):
        word, key = line.split("%")
        count[word] += int(line.split()[2])
        count[word, {"1": "n", "2": "v", "3": "a", "5": "a"}.get(key[0])] += int(line.split()[2])
    for pos, name in FILES.items():
        for line in open(folder / f"{name}.exc", encoding="utf-8"):
            form, lemma = line.split()[:2]
            if (lemma, pos) in senses and wanted(form) and count[form] <= count[lemma, pos]:
                rows.add((form, pos, lemma))
    for row in sorted(rows):
        file.write("\t".join(row) + "\n")
