#!/usr/bin/env python3
"""Makes the tables of the word tagger from the training parts of UD English EWT and GUM (news, interview, biography).

usage: make-word-tag-tables.py SYNTAX_FOLDER RESOURCE_FOLDER

The tagger is a trigram model (Brants 2000, "TnT"): tags of words, tags of the endings of rare words, and trigrams of
tags. Words that the endings alone get right are left out.
"""
import collections
import math
import sys

DIGIT = "0"
FOLD = {"AFX": "JJ", "GW": "NN", "ADD": "NNP", "NFP": ":", "SYM": ":", "LS": "CD", "FW": "NN", "XX": "NN", "#": "$",
        "HYPH": ":", "-LRB-": "(", "-RRB-": ")", "``": '"', "''": '"', "WP$": "PRP$"}
LICENCE = ("# Counted in UD English EWT (CC BY-SA 4.0) and UD English GUM (annotation CC BY 4.0) by "
           "Scripts/make-word-tag-tables.py; this file is under CC BY-SA 4.0.\n")


def sentences(path):
    for block in open(path, encoding="utf-8").read().split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line and line[0] != "#"]
        pairs = [(r[1].replace("’", "'"), FOLD.get(r[4], r[4])) for r in rows if r[0].isdigit()]
        if pairs:
            yield pairs


def shape(word):
    return DIGIT if any(c.isdigit() for c in word) and all(c.isdigit() or c in ".,:/-" for c in word) else word


def suffix_model(lexicon, unigrams, longest=5, rare=10, least=4):
    counts = (collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter))
    for word, tags in lexicon.items():
        if sum(tags.values()) <= rare and word != DIGIT:
            table = counts[word[:1].isupper()]
            for length in range(0, min(longest, len(word)) + 1):
                for tag, count in tags.items():
                    table[word.lower()[len(word) - length:]][tag] += count
    total = sum(unigrams.values())
    shares = [c / total for c in unigrams.values()]
    mean = sum(shares) / len(shares)
    theta = math.sqrt(sum((s - mean) ** 2 for s in shares) / (len(shares) - 1))
    models = []
    for table in counts:
        model = {}
        for ending in sorted((e for e in table if sum(table[e].values()) >= least), key=len):
            n = sum(table[ending].values())
            own = {t: c / n for t, c in table[ending].items()}
            shorter = model.get(ending[1:]) if ending else None
            if shorter:
                own = {t: (own.get(t, 0) + theta * shorter[t]) / (1 + theta) for t in shorter}
            model[ending] = own
        models.append(model)
    return models


def guess(models, word):
    model = models[word[:1].isupper()]
    for length in range(min(5, len(word)), -1, -1):
        ending = word.lower()[len(word) - length:]
        if ending in model:
            return model[ending]
    return {}


def main(syntax, resources):
    data = [s for f in ("ewt/en_ewt-ud-train.conllu", "gum-wikinews/en_gum-train.conllu")
            for s in sentences(f"{syntax}/{f}")]
    lexicon = collections.defaultdict(collections.Counter)
    unigrams, trigrams = collections.Counter(), collections.Counter()
    for sentence in data:
        a = b = "^"
        for word, tag in sentence:
            lexicon[shape(word)][tag] += 1
            unigrams[tag] += 1
            trigrams[a, b, tag] += 1
            a, b = b, tag
        trigrams[a, b, "$$"] += 1
    models = suffix_model(lexicon, unigrams)
    with open(f"{resources}/word-tags.tsv", "w", encoding="utf-8") as out:
        out.write("# Words with how often each tag of the Penn Treebank was theirs.\n" + LICENCE + "word\ttags\n")
        for word, tags in sorted(lexicon.items()):
            best = guess(models, word)
            if sum(tags.values()) == 1 and best and max(best, key=lambda t: (best[t], t)) in tags:
                continue
            out.write(word + "\t" + " ".join(f"{t} {c}" for t, c in sorted(tags.items())) + "\n")
    with open(f"{resources}/ending-tags.tsv", "w", encoding="utf-8") as out:
        out.write("# Endings of rare words (capitalised: 1) with the share of each tag in thousandths.\n" + LICENCE
                  + "capitalised\tending\ttags\n")
        for capitalised, model in enumerate(models):
            for ending, tags in sorted(model.items()):
                kept = sorted((t, round(1000 * p)) for t, p in tags.items() if p >= 0.004)
                out.write(f"{capitalised}\t{ending}\t" + " ".join(f"{t} {p}" for t, p in kept) + "\n")
    with open(f"{resources}/tag-trigrams.tsv", "w", encoding="utf-8") as out:
        out.write("# How often three tags followed one another; ^ stands before a sentence, $$ after it.\n" + LICENCE
                  + "first\tsecond\tthird\tcount\n")
        for (a, b, c), count in sorted(trigrams.items()):
            out.write(f"{a}\t{b}\t{c}\t{count}\n")


main(*sys.argv[1:])
