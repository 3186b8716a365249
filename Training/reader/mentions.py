"""Texts with mentions and chains, for coreference: GUM, MEANTIME, ECB+, GAP.

A Stretch is a run of words of one document, in sentences, with mentions; the program feeds the same: the words of some
windows in a row.
"""

from __future__ import annotations

import csv
import dataclasses
import pathlib
import random
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
    person: bool = False  # the corpus says that it is a person


@dataclasses.dataclass
class Stretch:
    corpus: str
    sentences: list[list[str]]
    mentions: list[Mention]
    identifier: str = ""

    @property
    def words(self) -> list[str]:
        return [w for s in self.sentences for w in s]


def stretches(corpus: str, sentences: list[list[str]], mentions: list[tuple[int, int, int, str, bool]],
              identifier: str) -> list[Stretch]:
    """Cuts a document into stretches that overlap by half; mentions as (sentence, first, last, chain, whether a person).
    Each mention is scored once, in the stretch that shows the most before it."""
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
        inside = [Mention(offsets[s] + a, offsets[s] + b, c, s >= scored_from, person)
                  for s, a, b, c, person in mentions if start <= s < end]
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
            for first, last, kind, chain in corpora.gum_spans(misc):
                mentions.append((len(sentences), first, last, chain, kind == "person"))
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
    types = file.instances("ENTITY", "ent_type")
    order = {key: i for i, key in enumerate(file.sentences)}
    mentions = []
    for mark, key, indices in file.marks:
        if mark.tag == "ENTITY_MENTION" or mark.tag.startswith(("HUMAN_", "NON_HUMAN", "LOC_")):
            name = chain.get(mark.get("m_id"), "single " + (mark.get("m_id") or ""))
            person = mark.tag == "HUMAN_PART_PER" or types.get(mark.get("m_id")) == "PER"
            mentions.append((order[key], indices[0], indices[-1], name, person))
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


def sexes() -> dict[str, str]:
    """First names with `m` or `f`, from the program's own table."""
    path = data.ROOT / "Sources/Lexicons/Resources/first-names.tsv"
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line and line[0] != "#")
    return {row[0].lower(): row[1] for row in rows if len(row) > 1 and row[1] in {"m", "f"}}


def with_pronouns(stretch: Stretch, known: dict[str, str], chance: random.Random) -> Stretch | None:
    """The stretch with some names of persons, not the first of their chain, replaced by pronouns: more of what is rare
    in the corpora, a pronoun among several names (after Kocijan et al. 2019). Only those are scored."""
    words = stretch.words
    seen, sex = set(), {}
    for m in stretch.mentions:
        if m.person:
            for word in words[m.first:m.last + 1]:
                lower = word.lower()
                found = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}.get(lower) if m.first == m.last else None
                found = found or (known.get(lower) if word[:1].isupper() else None)
                if found:
                    sex.setdefault(m.chain, found)
    chosen: dict[int, tuple[int, str]] = {}
    for m in stretch.mentions:
        name = m.person and all(w[:1].isupper() or w == "'s" for w in words[m.first:m.last + 1])
        if name and m.chain in seen and m.chain in sex and m.last - m.first < 4 and chance.random() < 0.5:
            if not any(m.first <= o.first and o.last <= m.last and o is not m for o in stretch.mentions):
                chosen[m.first] = (m.last, sex[m.chain])
        if name:
            seen.add(m.chain)
    if not chosen:
        return None
    moved, sentences, at, skip = {}, [], 0, -1
    new_at, replaced = 0, set()
    for sentence in stretch.sentences:
        made = []
        for k, word in enumerate(sentence):
            place = at + k
            if place <= skip:
                moved[place] = new_at + len(made) - 1
                continue
            moved[place] = new_at + len(made)
            if place in chosen:
                last, which = chosen[place]
                after = words[last + 1] if last + 1 < len(words) else "."
                possessive = "'s" in words[place:last + 1] or after in {"'s", "’s"}
                skip = last + 1 if after in {"'s", "’s"} else last
                before = sentence[k - 1].lower() if k else ""
                oblique = before in PREPOSITIONS or (not after[:1].isalnum() and k > 0)
                word = {"m": ("his", "him", "he"), "f": ("her", "her", "she")}[which][0 if possessive else 1 if oblique else 2]
                replaced.add(place)
                word = word.capitalize() if k == 0 else word
            made.append(word)
        at += len(sentence)
        new_at += len(made)
        sentences.append(made)
    result = []
    for m in stretch.mentions:
        first, last = moved[m.first], moved[m.last]
        result.append(Mention(first, last, m.chain, m.first in replaced and m.last == chosen[m.first][0], m.person))
    return Stretch(stretch.corpus + "+", sentences, result, stretch.identifier)


PREPOSITIONS = frozenset("of to for with by from against about on in at after before between and than like".split())


def training(folder: pathlib.Path) -> list[Stretch]:
    """The chains that pronouns are trained on, beside GAP: of stretches with a pronoun of a person to be resolved."""
    apart = data.held_back()
    made = gum(folder / data.GUM.format("train"))
    for path in sorted((folder / data.MEANTIME).rglob("*.xml"), key=lambda p: p.name):
        if path.stem.split("_")[0] not in apart:
            made += cat(path, "meantime")
    for path in sorted((folder / data.ECB).rglob("*.xml")):
        made += cat(path, "ecb")
    known, chance = sexes(), random.Random(7)
    changed = [with_pronouns(s, known, chance) for s in made]
    made += [s for s in changed if s]
    personal = {w for name in ("he", "she") for w in PRONOUNS[name].split()}
    return [s for s in made
            if any(m.scored and m.first == m.last and s.words[m.first].lower() in personal for m in s.mentions)]
