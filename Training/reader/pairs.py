"""What is told of a mention and a candidate beside their words, as numbers. The program computes the same
(`PronounJudge.swift`); order and sizes are those of `AntecedentFeature.swift`."""

from __future__ import annotations

import dataclasses

from .mentions import CLASSES, Mention, Stretch, mention_class

BUCKETS = 10  # of distance
SIZES = {"distance": 2 * BUCKETS, "match": 4, "classes": len(CLASSES) ** 2, "sentences": 10, "roles": 64, "sex": 3,
         "count": 6, "rank": 8}
SEX_OF_CLASS = {"he": "m", "she": "f"}
SEX_OF_WORD = {
    **dict.fromkeys("mr mr. sir lord king prince father son brother husband uncle man boy".split(), "m"),
    **dict.fromkeys("mrs mrs. ms ms. miss lady queen princess mother daughter sister wife aunt woman girl actress".split(), "f"),
}


@dataclasses.dataclass
class Tree:
    """Of each word of a stretch its head (-1: a root) and relation, as the reader has them; the names it found, as first,
    last and type."""

    heads: list[int]
    relations: list[str]
    names: list[tuple[int, int, str]]


def head(mention: Mention, heads: list[int]) -> int:
    """The first word of a mention that hangs on none of the others."""
    for word in range(mention.first, mention.last + 1):
        if not mention.first <= heads[word] <= mention.last:
            return word
    return mention.last


def role(relation: str) -> int:
    """Subject, object, oblique, of a noun, possessor, apposition, conjunct, other."""
    first = relation.partition(":")[0]
    if relation == "nmod:poss":
        return 4
    return {"nsubj": 0, "csubj": 0, "obj": 1, "iobj": 1, "obl": 2, "nmod": 3, "appos": 5, "conj": 6}.get(first, 7)


def distance(anaphor: Mention, candidate: Mention) -> int:
    """The bucket of the words between the beginnings: 0, 1, 2, 3, 4, 5-7, 8-15, 16-31, 32-63, 64 and more; second half
    where the candidate comes after."""
    apart = abs(anaphor.first - candidate.first)
    bucket = apart if apart <= 4 else min(BUCKETS - 1, apart.bit_length() + 2)
    return bucket + (BUCKETS if candidate.first > anaphor.first else 0)


def capitals(words: list[str], mention: Mention) -> frozenset[str]:
    return frozenset(w.lower() for w in words[mention.first:mention.last + 1] if w[:1].isupper())


def match(words: list[str], anaphor: Mention, candidate: Mention) -> int:
    """3: the same words; 2: the same last word; 1: a word with a capital in common; 0: none of these."""
    a = [w.lower() for w in words[anaphor.first:anaphor.last + 1]]
    b = [w.lower() for w in words[candidate.first:candidate.last + 1]]
    if a == b:
        return 3
    if a[-1] == b[-1]:
        return 2
    return 1 if capitals(words, anaphor) & capitals(words, candidate) else 0


class Features:
    """The features of the pairs of a stretch."""

    def __init__(self, stretch: Stretch, mentions: list[Mention], tree: Tree, first_names: dict[str, str]):
        self.words, self.mentions, self.tree = stretch.words, mentions, tree
        self.sentence = [n for n, s in enumerate(stretch.sentences) for _ in s]
        self.persons = [(a, b) for a, b, kind in tree.names if kind == "PER"]
        person_words = {i for a, b in self.persons for i in range(a, b + 1)}
        self.classes = [mention_class(self.words[m.first:m.last + 1]) for m in mentions]
        self.heads = [head(m, tree.heads) for m in mentions]
        self.capitals = [capitals(self.words, m) for m in mentions]
        all_names = [frozenset(w.lower() for w in self.words[a:b + 1]) for a, b in self.persons]
        self.counts = [min(5, sum(1 for n in all_names if n & c)) for c in self.capitals]
        self.sexes = [self.sex(i, first_names) for i in range(len(mentions))]
        self.is_person = [CLASSES[c] == "name" and (stretch.corpus == "gap" or self.heads[i] in person_words)
                          for i, c in enumerate(self.classes)]

    def sex(self, number: int, first_names: dict[str, str]) -> str | None:
        """What a pronoun, a title, a noun or a first name tells, that of another name with the same last word too."""
        mention, kind = self.mentions[number], CLASSES[self.classes[number]]
        if kind in SEX_OF_CLASS:
            return SEX_OF_CLASS[kind]
        words = [w.lower() for w in self.words[max(0, mention.first - 1):mention.last + 1]]
        for word in words[1:] + words[:1] if mention.first else words:
            if word in SEX_OF_WORD:
                return SEX_OF_WORD[word]
        if kind != "name":
            return None
        own = words[1:] if mention.first else words
        if len(own) > 1 and own[0] in first_names:
            return first_names[own[0]]
        for a, b in self.persons:
            if b > a and self.words[b].lower() == own[-1] and self.words[a].lower() in first_names:
                return first_names[self.words[a].lower()]
        return first_names.get(own[0])

    def ranks(self, anaphor: int, others: list[int]) -> dict[int, int]:
        """Of the names of persons before a mention how many other persons were named since, at most 5."""
        seen: list[frozenset[str]] = []
        ranks = {}
        start = self.mentions[anaphor].first
        for j in sorted((j for j in others if self.is_person[j] and self.mentions[j].first < start),
                        key=lambda j: -self.mentions[j].first):
            known = next((n for n, s in enumerate(seen) if s & self.capitals[j]), None)
            if known is None:
                known = len(seen)
                seen.append(self.capitals[j])
            ranks[j] = min(known, 5)
        return ranks

    def row(self, i: int, j: int, ranks: dict[int, int]) -> list[int]:
        """The features of mention `i` and candidate `j`, in the order of `SIZES`."""
        anaphor, candidate = self.mentions[i], self.mentions[j]
        after = candidate.first > anaphor.first
        apart = min(abs(self.sentence[anaphor.first] - self.sentence[candidate.first]), 4)
        sexes = (self.sexes[i], self.sexes[j])
        relations = self.tree.relations
        return [
            distance(anaphor, candidate), match(self.words, anaphor, candidate),
            self.classes[i] * len(CLASSES) + self.classes[j], apart + (5 if after else 0),
            role(relations[self.heads[i]]) * 8 + role(relations[self.heads[j]]),
            0 if None in sexes else 1 if sexes[0] == sexes[1] else 2, self.counts[j], 7 if after else ranks.get(j, 6),
        ]
