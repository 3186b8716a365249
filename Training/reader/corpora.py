"""Reads the corpora the reader is trained on into one shape.

A Document is a list of Sentences; a Sentence a list of Words with whatever layers its corpus has. What a corpus does
not annotate is None, and its loss is masked.
"""

from __future__ import annotations

import collections
import dataclasses
import pathlib
import re
import xml.etree.ElementTree as ElementTree

# Names: what each corpus's types may be in ours. A set of more than one is a partial label: the loss sums over it.
# Nationalities are left to the gazetteer: no corpus here annotates them.
NAME_TYPES = ["PER", "ORG", "GPE", "LOC", "FAC", "PROD", "EVENT", "WORK"]
UNER = {"PER": {"PER"}, "ORG": {"ORG"}, "LOC": {"GPE", "LOC", "FAC"}}
WNUT = {
    "person": {"PER"}, "location": {"GPE", "LOC", "FAC"}, "corporation": {"ORG"}, "group": {"ORG"},
    "product": {"PROD"}, "creative-work": {"WORK"},
}
GUM = {
    "person": {"PER"}, "organization": {"ORG"}, "place": {"GPE", "LOC", "FAC"}, "event": {"EVENT"},
    "object": {"PROD", "FAC"}, "abstract": {"WORK", "EVENT", "PROD", "ORG"},
}
MEANTIME = {"PER": {"PER"}, "ORG": {"ORG"}, "LOC": {"GPE", "LOC", "FAC"}, "PRO": {"PROD", "WORK"}, "FIN": {"ORG", "PROD"}}
ECB = {
    "HUMAN_PART_PER": {"PER"}, "HUMAN_PART_ORG": {"ORG"}, "HUMAN_PART_GPE": {"GPE"}, "LOC_GEO": {"GPE", "LOC"},
    "LOC_FAC": {"FAC"},
}


@dataclasses.dataclass
class Word:
    form: str
    space_after: bool = True
    upos: str | None = None
    feats: str | None = None
    lemma: str | None = None
    head: int | None = None  # 0 is the root, else 1-based in the sentence
    relation: str | None = None


@dataclasses.dataclass
class Sentence:
    words: list[Word]
    # (first word, last word, allowed types); None where the corpus has no names
    names: list[tuple[int, int, frozenset[str]]] | None = None


@dataclasses.dataclass
class Document:
    corpus: str
    sentences: list[Sentence]


def conllu(path: pathlib.Path, corpus: str, with_names: bool) -> list[Document]:
    """UD treebanks; GUM's Entity annotation in MISC gives names where a mention is headed by a proper noun."""
    documents, sentences, words, misc, skip = [], [], [], [], 0

    def end_sentence():
        nonlocal words, misc
        if words:
            sentences.append(Sentence(words, gum_names(words, misc) if with_names else None))
        words, misc = [], []

    for line in path.open(encoding="utf-8"):
        line = line.rstrip("\n")
        if not line:
            end_sentence()
        elif line.startswith("# newdoc"):
            end_sentence()
            if sentences:
                documents.append(Document(corpus, sentences))
            sentences = []
        elif not line.startswith("#"):
            columns = line.split("\t")
            if "." in columns[0] or "-" in columns[0]:
                skip = int(columns[0].split("-")[1]) if "-" in columns[0] else 0
                continue
            number = int(columns[0])
            glued = "SpaceAfter=No" in columns[9] or (skip and number < skip)
            words.append(Word(columns[1], not glued, columns[3], columns[5], columns[2], int(columns[6]), columns[7]))
            misc.append(columns[9])
    end_sentence()
    if sentences:
        documents.append(Document(corpus, sentences))
    return documents


def gum_names(words: list[Word], misc: list[str]) -> list[tuple[int, int, frozenset[str]]]:
    """Mentions of GUM that are names: all content words proper nouns, or a numeral or function word among them."""
    spans, open_spans = [], []
    for index, field in enumerate(misc):
        value = next((part[7:] for part in field.split("|") if part.startswith("Entity=")), "")
        for token in re.findall(r"\([^()]+\)?|[^()]+\)", value):
            if token.startswith("("):
                identifier, kind = token.strip("()").split("-")[:2]
                open_spans.append((identifier, kind, index))
            if token.endswith(")"):
                identifier = token.strip("()").split("-")[0]
                for place in range(len(open_spans) - 1, -1, -1):
                    if open_spans[place][0] == identifier:
                        _, kind, start = open_spans.pop(place)
                        spans.append((start, index, kind))
                        break
    names = []
    for start, end, kind in sorted(spans, key=lambda s: (s[0] - s[1], s[0])):
        inside = words[start:end + 1]
        # strip a determiner in front and a clitic behind
        while inside and inside[0].upos in {"DET", "PUNCT"} and not inside[0].form[0].isupper():
            start, inside = start + 1, inside[1:]
        while inside and (inside[-1].upos in {"PART", "PUNCT"}):
            end, inside = end - 1, inside[:-1]
        proper = [w.upos == "PROPN" for w in inside]
        allowed = GUM.get(kind)
        if not inside or allowed is None or not any(proper):
            continue
        if not (proper[-1] or proper[0]) or any(w.upos in {"VERB", "PRON", "AUX", "NOUN", "SCONJ", "CCONJ"} for w in inside):
            continue
        if not any(start <= e and s <= end for s, e, _ in names):
            names.append((start, end, frozenset(allowed)))
    return sorted(names)


def columns(path: pathlib.Path, corpus: str, column: int, types: dict[str, set[str]]) -> list[Document]:
    """Token-per-line files with IOB2 names (UNER, WNUT17)."""
    sentences, words, tags = [], [], []

    def end_sentence():
        nonlocal words, tags
        if words:
            sentences.append(Sentence(words, iob2(tags, types)))
        words, tags = [], []

    for line in path.open(encoding="utf-8"):
        line = line.rstrip("\n")
        if not line.strip() or line.startswith("# "):
            end_sentence()
            continue
        fields = line.split("\t")
        if len(fields) <= column:
            continue
        words.append(Word(fields[column - 1]))
        tags.append(fields[column].strip())
    end_sentence()
    return [Document(corpus, [s]) for s in sentences]


def iob2(tags: list[str], types: dict[str, set[str]]) -> list[tuple[int, int, frozenset[str]]]:
    names, start, kind = [], None, None
    for index, tag in enumerate(tags + ["O"]):
        if start is not None and not (tag.startswith("I-") and tag[2:] == kind):
            if kind in types:
                names.append((start, index - 1, frozenset(types[kind])))
            start = None
        if tag.startswith("B-"):
            start, kind = index, tag[2:]
    return names


def cat(path: pathlib.Path, corpus: str, kinds: dict[str, set[str]]) -> Document:
    """CAT files of MEANTIME and ECB+: names only (syntactic type NAM; in ECB+ capitalised mentions)."""
    root = ElementTree.parse(path).getroot()
    sentences, place = collections.OrderedDict(), {}
    for token in root.iter("token"):
        words = sentences.setdefault(token.get("sentence"), [])
        place[token.get("t_id")] = (token.get("sentence"), len(words))
        words.append(Word(token.text or " "))
    spans = collections.defaultdict(list)
    types = {}
    for mention in root.iter("ENTITY"):  # MEANTIME's entity instances carry the type
        types[mention.get("m_id")] = mention.get("ent_type")
    refers = {}
    for relation in root.iter("REFERS_TO"):
        target = relation.find("target")
        for source in relation.findall("source"):
            refers[source.get("m_id")] = target.get("m_id") if target is not None else None
    for markables in root.iter("Markables"):
        for mention in markables:
            anchors = [place[a.get("t_id")] for a in mention.findall("token_anchor") if a.get("t_id") in place]
            if not anchors:
                continue
            if mention.tag == "ENTITY_MENTION":
                if mention.get("syntactic_type") != "NAM":
                    continue
                allowed = kinds.get(types.get(refers.get(mention.get("m_id"), ""), ""))
            else:
                allowed = kinds.get(mention.tag)
            sentence = anchors[0][0]
            indices = sorted(i for s, i in anchors if s == sentence)
            inside = [sentences[sentence][i].form for i in indices]
            if allowed is None or indices[-1] - indices[0] + 1 != len(indices):
                continue
            if mention.tag != "ENTITY_MENTION":
                while inside and not inside[0][0].isupper():
                    inside, indices = inside[1:], indices[1:]
                if not inside or not all(w[0].isupper() or w in {"of", "the", "and", "de", "&"} for w in inside):
                    continue
            spans[sentence].append((indices[0], indices[-1], frozenset(allowed)))
    result = []
    for key, words in sentences.items():
        chosen = []
        for span in sorted(spans[key], key=lambda s: (s[0] - s[1], s[0])):
            if not any(span[0] <= e and s <= span[1] for s, e, _ in chosen):
                chosen.append(span)
        # ECB+ annotates some sentences of a text only: one without a name says nothing
        known = corpus != "ecb" or chosen
        result.append(Sentence(words, sorted(chosen) if known else None))
    return Document(corpus, result)


def plain(sentences: list[str]) -> list[list[str]]:
    """Sentences of text only, for keeping the base's sense of similarity."""
    return [re.findall(r"\w+|[^\w\s]", s) for s in sentences]
