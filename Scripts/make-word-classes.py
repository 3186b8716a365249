#!/usr/bin/env python3
"""Makes Sources/Lexicons/Resources/word-classes.tsv from WordNet 3.0.

usage: make-word-classes.py [WORDNET [RESOURCES]]
WORDNET is the folder of the database files (Debian package wordnet-base: /usr/share/wordnet).
"""
import collections
import re
import sys

wordnet = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/wordnet"
resources = sys.argv[2] if len(sys.argv) > 2 else "Sources/Lexicons/Resources"
word = re.compile(r"^[a-z]+(-[a-z]+)*$")
letters = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}

# How often each word was used in each class in the sense-tagged texts, and in how many senses it may be.
uses = collections.defaultdict(collections.Counter)
for line in open(wordnet + "/cntlist.rev"):
    key, _, count = line.split()
    lemma, sense = key.split("%")
    uses[lemma][letters[sense[0]]] += int(count)
senses = collections.defaultdict(collections.Counter)
for name, letter in (("noun", "n"), ("verb", "v"), ("adj", "a"), ("adv", "r")):
    for line in open(f"{wordnet}/index.{name}"):
        if not line.startswith(" "):
            fields = line.split()
            senses[fields[0]][letter] = int(fields[2])
past = {line.split()[0] for line in open(wordnet + "/verb.exc")}


def classes(lemma):
    """The classes of a word, likeliest first, those under a tenth of its uses left out, except verbs: the rarest has forms."""
    weights = {c: uses[lemma][c] + 0.1 * n for c, n in senses[lemma].items()}
    total = sum(weights.values())
    ordered = sorted(weights, key=lambda c: (-weights[c], c))
    return "".join(c for c in ordered if c == "v" or weights[c] >= 0.1 * total)


with open(resources + "/word-classes.tsv", "w") as out:
    out.write("# Words that are not only nouns: n noun, v verb, a adjective, r adverb, likeliest first.\n")
    out.write("# Made by Scripts/make-word-classes.py from WordNet 3.0 (see NOTICE).\n")
    out.write("word\tclasses\n")
    for lemma in sorted(senses):
        if word.match(lemma) and len(lemma) > 1:
            found = classes(lemma)
            # A noun that looks like a form of a verb is listed, for the form would hide it.
            if found == "n" and (lemma.endswith(("ing", "ed")) or lemma in past) and uses[lemma]:
                out.write(f"{lemma}\tn\n")
            # What the endings tell is not listed.
            if found == "n" or (found == "a" and lemma.endswith(("-like", "able", "ible", "ous", "ful", "less", "ish"))):
                continue
            if found == "r" and lemma.endswith("ly"):
                continue
            # A word that the tagged texts never use is listed only where it can be a verb.
            if "v" not in found and not uses[lemma]:
                continue
            out.write(f"{lemma}\t{found}\n")
