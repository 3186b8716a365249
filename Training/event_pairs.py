"""Fits the weights of EventPairModel.swift on the topics of ECB+ that are neither its development nor its test part.

    ECB_SPLIT=train EVALUATION_LOG=pairs.log headwater evaluate events --data DATA
    python Training/event_pairs.py pairs.log

Prints a weight a feature (logistic regression, a pair of a large story counting less, squared weights penalised) and the
threshold whose average linkage gives the best CoNLL F1 with stories held out in turn.
"""

import sys
from collections import defaultdict

import numpy as np
from scipy.optimize import linear_sum_assignment, minimize

PENALTY = 3.0
THRESHOLDS = (-0.2, -0.1, 0.0, 0.1, 0.2)


def read(path):
    """The names of the features and, for each story, its gold events and its pairs."""
    names, stories = [], defaultdict(lambda: {"gold": [], "pairs": []})
    for line in open(path, encoding="utf-8"):
        fields = line.rstrip("\n").split("\t")
        if fields[0].startswith("# "):
            names = [fields[0][2:]] + fields[1:]
        elif fields[0] == "@":
            stories[fields[1]]["gold"].append(fields[2])
        elif len(fields) == 6 + len(names):
            a, b, same = map(int, fields[1:4])
            stories[fields[0]]["pairs"].append((a, b, same, [float(x) for x in fields[6:]]))
    return names, dict(stories)


def fit(stories):
    """The weights that make the log-likelihood of the pairs, less the penalty, greatest."""
    with_pairs = [s for s in stories if s["pairs"]]
    features = np.array([p[3] for s in with_pairs for p in s["pairs"]])
    truth = np.array([p[2] for s in with_pairs for p in s["pairs"]], float)
    counts = np.concatenate([np.full(len(s["pairs"]), len(s["gold"]) / len(s["pairs"])) for s in with_pairs])
    counts *= len(counts) / counts.sum()

    def loss(weights):
        odds = features @ weights
        share = 1 / (1 + np.exp(-odds))
        value = (counts * (truth * np.logaddexp(0, -odds) + (1 - truth) * np.logaddexp(0, odds))).sum()
        slope = features.T @ (counts * (share - truth))
        slope[1:] += 2 * PENALTY * weights[1:]
        return value + PENALTY * (weights[1:] ** 2).sum(), slope

    return minimize(loss, np.zeros(features.shape[1]), jac=True, method="L-BFGS-B").x


def groups(story, weights, threshold):
    """Average linkage over the bent log-odds, as AverageLinkage.swift does it."""
    count = len(story["gold"])
    sums = np.zeros((count, count))
    for a, b, _, features in story["pairs"]:
        odds = float(np.dot(features, weights))
        sums[a, b] = sums[b, a] = odds / (1 + abs(odds))
    sizes, members = np.ones(count), [[i] for i in range(count)]
    means = sums.copy()
    np.fill_diagonal(means, -9)
    while count > 1:
        a, b = sorted(divmod(int(means.argmax()), count))
        if means[a, b] < threshold:
            break
        sums[a] += sums[b]
        sums[:, a] = sums[a]
        sizes[a] += sizes[b]
        members[a], members[b] = members[a] + members[b], []
        row = np.where([bool(m) for m in members], sums[a] / (sizes[a] * sizes), -9)
        row[a] = -9
        means[b, :] = means[:, b] = -9
        means[a] = means[:, a] = row
    labels = [0] * count
    for number, group in enumerate(members):
        for member in group:
            labels[member] = number
    return labels


def conll(gold, found):
    """Mean F1 of MUC, B3 and entity-based CEAF, single mentions counted."""

    def chains(labels):
        result = defaultdict(set)
        for index, label in enumerate(labels):
            result[label].add(index)
        return list(result.values())

    def owners(sides):
        return {mention: number for number, side in enumerate(sides) for mention in side}

    def muc(sides, other):
        all_links = sum(len(side) - 1 for side in sides)
        return sum(len(s) - len({other[m] for m in s}) for s in sides) / all_links if all_links else 0.0

    def b_cubed(sides, others, other):
        return sum(len(s & others[other[m]]) / len(s) for s in sides for m in s) / len(gold)

    def f1(p, r):
        return 2 * p * r / (p + r) if p + r else 0.0

    there, here = chains(gold), chains(found)
    of_there, of_here = owners(there), owners(here)
    shared = np.zeros((len(there), len(here)))
    for index in range(len(gold)):
        shared[of_there[index], of_here[index]] += 1
    alike = 2 * shared / (np.array([[len(a)] for a in there]) + np.array([len(b) for b in here]))
    best = alike[linear_sum_assignment(-alike)].sum()
    return np.mean(
        [
            f1(muc(here, of_there), muc(there, of_here)),
            f1(b_cubed(here, there, of_there), b_cubed(there, here, of_here)),
            f1(best / len(here), best / len(there)),
        ]
    )


def main(path):
    names, stories = read(path)
    keys = sorted(stories)
    gold, found = [], {threshold: [] for threshold in THRESHOLDS}
    for fold in range(4):
        weights = fit([stories[k] for i, k in enumerate(keys) if i % 4 != fold])
        for key in keys[fold::4]:
            gold += stories[key]["gold"]
            for threshold in THRESHOLDS:
                found[threshold] += [f"{key} {g}" for g in groups(stories[key], weights, threshold)]
    for threshold in THRESHOLDS:
        print(f"threshold {threshold:+.1f}: CoNLL F1 {conll(gold, found[threshold]):.4f}")
    for name, weight in zip(names, fit(list(stories.values()))):
        print(f"{name:16} {weight:+.2f}")


if __name__ == "__main__":
    main(sys.argv[1])
