"""Texts with mentions and chains, for coreference: GUM, MEANTIME, ECB+, GAP.

A Stretch is a run of words of one document, in sentences, with mentions; the program feeds the same: the words of some
windows in a row.
"""

from __future__ import annotations

import csv
import dataclasses
import pathlib
import re

from . import cat_files, corpora, data

LONGEST = 320  # words of a stretch

PRONOUNS = {
    "he": "he him his himself", "she": "she her hers herself", "it": "it its itself",
    "they": "they them their theirs themselves 'em", "i": "i me my mine myself", "we": "we us our ours ourselves",
    "you": "you your yours yourself yourselves", "who": "who whom whose which that", "this": "this these those one",
}
CLASSES = ["phrase", "name", "indefinite"] + list(PRONOUNS)
_CLASS = {word: CLASSES.index(name) for name, words in PRONOUNS.items() for word in words.split()}


def mention_class(words: list[str]) -> int:
    """A pronoun's class; else a name (its last word has a capital), an indefinite phrase, or another phrase."""
    if len(words) == 1 and words[0].lower() in _CLASS:
        return _CLASS[words[0].lower()]
    if words[0].lower() in {"a", "an", "some", "any", "no", "every", "each"}:
        return CLASSES.index("indefinite")
    return CLASSES.index("name" if words[-1][:1].isupper() else "phrase")


@dataclasses.dataclass
class Mention:
    first: int
    last: int
    chain: str
    scored: bool = True  # whether it is to be resolved here


@dataclasses.dataclass
class Stretch:
    corpus: str
    sentences: list[list[str]]
    mentions: list[Mention]
    identifier: str = ""

    @property
    def words(self) -> list[str]:
        return [w for s in self.sentences for w in s]


def stretches(corpus: str, sentences: list[list[str]], mentions: list[tuple[int, int, int, str]],
              identifier: str) -> list[Stretch]:
    """Cuts a document into stretches that overlap by half; mentions as (sentence, first, last, chain). Each mention is
    scored once, in the stretch that shows the most before it."""
    result = []
    start, scored_from = 0, 0
    while start < len(sentences):
        end, size = start, 0
        while end < len(sentences) and (end == start or size + len(sentences[end]) <= LONGEST):
            size += len(sentences[end])
            end += 1
        offsets, at = {}, 0
        for i in range(start, end):
            offsets[i], at = at, at + len(sentences[i])
        inside = [Mention(offsets[s] + a, offsets[s] + b, c, s >= scored_from)
                  for s, a, b, c in mentions if start <= s < end]
        if any(m.scored for m in inside):
            result.append(Stretch(corpus, sentences[start:end], sorted(inside, key=lambda m: (m.first, m.last)), identifier))
        if end == len(sentences):
            break
        scored_from = end
        size = 0
        following = end
        while following > start + 1 and size + len(sentences[following - 1]) <= LONGEST // 2:
            following -= 1
            size += len(sentences[following])
        start = following
    return result


def gum(path: pathlib.Path) -> list[Stretch]:
    """GUM: every mention, singletons too."""
    result = []
    sentences, mentions, words, misc, identifier = [], [], [], [], ""

    def end_sentence():
        nonlocal words, misc
        if words:
            for first, last, _, chain in corpora.gum_spans(misc):
                mentions.append((len(sentences), first, last, chain))
            sentences.append(words)
        words, misc = [], []

    def end_document():
        nonlocal sentences, mentions
        if sentences:
            result.extend(stretches("gum", sentences, mentions, identifier))
        sentences, mentions = [], []

    for line in path.open(encoding="utf-8"):
        line = line.rstrip("\n")
        if not line:
            end_sentence()
        elif line.startswith("# newdoc"):
            end_sentence()
            end_document()
            identifier = line.partition("=")[2].strip()
        elif not line.startswith("#"):
            columns = line.split("\t")
            if columns[0].isdigit():
                words.append(columns[1])
                misc.append(columns[9])
    end_sentence()
    end_document()
    return result


def cat(path: pathlib.Path, corpus: str) -> list[Stretch]:
    """MEANTIME and ECB+: the chains of participants, not of events."""
    file = cat_files.CATFile(path)
    chain = {}
    for relation in file.root.iter("Relations"):
        for link in relation:
            target = link.find("target")
            if link.tag in {"REFERS_TO", "INTRA_DOC_COREF", "CROSS_DOC_COREF"} and target is not None:
                for source in link.findall("source"):
                    chain[source.get("m_id")] = target.get("m_id")
    order = {key: i for i, key in enumerate(file.sentences)}
    mentions = []
    for mark, key, indices in file.marks:
        if mark.tag == "ENTITY_MENTION" or mark.tag.startswith(("HUMAN_", "NON_HUMAN", "LOC_")):
            name = chain.get(mark.get("m_id"), "single " + (mark.get("m_id") or ""))
            mentions.append((order[key], indices[0], indices[-1], name))
    sentences = [[w.form for w in words] for words in file.sentences.values()]
    last = max((m[0] for m in mentions), default=-1)
    return stretches(corpus, sentences[:last + 1], mentions, path.stem)


def tokens(text: str) -> list[tuple[int, int]]:
    """Words of a plain text with their places."""
    found = []
    for match in re.finditer(r"\w+(?:[-.]\w+)*\.?(?<=\b[A-Z]\.)|\w+(?:-\w+)*|['’]s\b|``|''|[^\w\s]", text):
        found.append(match.span())
    return found


def gap(path: pathlib.Path) -> list[tuple[Stretch, tuple[bool, bool]]]:
    """GAP: the pronoun, two names, and whether it means the first or the second.

    Mentions: the two names first (chains `A`, `B`), then the pronoun (its chain is that of the right name).
    """
    result = []
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            text, spans = row["Text"], tokens(row["Text"])

            def place(offset: int, length: int) -> tuple[int, int]:
                inside = [i for i, (a, b) in enumerate(spans) if a < offset + length and b > offset]
                return inside[0], inside[-1]

            words = [text[a:b] for a, b in spans]
            sentences, current = [], []
            for i, word in enumerate(words):
                current.append(word)
                following = words[i + 1] if i + 1 < len(words) else ""
                if word in {".", "!", "?"} and following[:1].isupper():
                    sentences.append(current)
                    current = []
            if current:
                sentences.append(current)
            truth = (row["A-coref"].lower() == "true", row["B-coref"].lower() == "true")
            a = place(int(row["A-offset"]), len(row["A"]))
            b = place(int(row["B-offset"]), len(row["B"]))
            p = place(int(row["Pronoun-offset"]), len(row["Pronoun"]))
            chain = "A" if truth[0] else "B" if truth[1] else "neither"
            mentions = [Mention(*a, "A", False), Mention(*b, "B", False), Mention(*p, chain)]
            result.append((Stretch("gap", sentences, mentions, row["ID"]), truth))
    return result


def training(folder: pathlib.Path) -> list[Stretch]:
    """What coreference is trained on: GAP's development part is not."""
    apart = data.held_back()
    made = gum(folder / data.GUM.format("train"))
    for path in sorted((folder / data.MEANTIME).rglob("*.xml"), key=lambda p: p.name):
        if path.stem.split("_")[0] not in apart:
            made += cat(path, "meantime")
    for path in sorted((folder / data.ECB).rglob("*.xml")):
        made += cat(path, "ecb")
    return made + [s for s, _ in gap(folder / "coreference/gap/gap-validation.tsv")]
