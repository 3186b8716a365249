"""Reads the corpora the reader is trained on into one shape.

A Document is a list of Sentences; a Sentence a list of Words with whatever layers its corpus has. What a corpus does
not annotate is None, and its loss is masked. What it annotates in part is said by `Marks`.
"""

from __future__ import annotations

import dataclasses
import pathlib
import re

from . import gazetteer

# Names: what each corpus's types may be in ours. A set of more than one is a partial label: the loss sums over it.
# Nationalities are left to the gazetteer: no corpus here annotates them.
NAME_TYPES = ["PER", "ORG", "GPE", "LOC", "FAC", "PROD", "EVENT", "WORK"]
TIME_TYPES = ["DATE", "TIME", "DURATION", "SET"]
# What a word is in an attribution. They are flat: of nested ones the outermost counts.
ROLE_TYPES = ["SOURCE", "CUE", "CONTENT"]
EVENT_TYPES = ["OTHER", "SPEECH_COGNITIVE", "GRAMMATICAL"]
# Attributes of an event's first word, with their values; the first is the commonest.
EVENT_VALUES = {
    "certainty": ["CERTAIN", "POSSIBLE", "PROBABLE", "UNDERSPECIFIED"],
    "polarity": ["POS", "NEG", "UNDERSPECIFIED"],
    "tense": ["NONE", "PRESENT", "PAST", "INFINITIVE", "PRESPART", "FUTURE", "PASTPART"],
    "aspect": ["NONE", "PERFECTIVE", "PROGRESSIVE", "PERFECTIVE_PROG"],
    "moment": ["NON_FUTURE", "FUTURE", "UNDERSPECIFIED"],
    "special": ["NONE", "GEN", "COND_MAIN_CLAUSE", "COND_IF_CLAUSE"],
}
UNER = {"PER": {"PER"}, "ORG": {"ORG"}, "LOC": {"GPE", "LOC", "FAC"}}
WNUT = {
    "person": {"PER"}, "location": {"GPE", "LOC", "FAC"}, "corporation": {"ORG"}, "group": {"ORG"},
    "product": {"PROD"}, "creative-work": {"WORK"},
}
GUM = {
    "person": {"PER"}, "organization": {"ORG"}, "place": {"GPE", "LOC", "FAC"}, "event": {"EVENT"},
    "object": {"PROD", "FAC"}, "abstract": {"WORK", "EVENT", "PROD", "ORG"},
}

# Proper nouns that are no names in our sense: calendar words and titles (UD tags both PROPN).
CALENDAR = frozenset(
    "january february march april may june july august september october november december jan jan. feb feb. mar mar. "
    "apr apr. jun jun. jul jul. aug aug. sep sep. sept sept. oct oct. nov nov. dec dec. monday tuesday wednesday "
    "thursday friday saturday sunday mon mon. tue tue. tues wed wed. thu thu. thurs fri fri. sat sat. sun. a.m. p.m. "
    "am pm gmt utc est edt pst pdt cet bc ad".split())
TITLES = frozenset(
    "mr mr. mrs mrs. ms ms. dr dr. sir lord lady president senator sen. sen rep. rep gov. gov governor general gen. gen "
    "prof. professor prime minister king queen prince princess judge justice captain capt. lt. lt sgt. sgt col. col "
    "colonel major rev. reverend chairman secretary ambassador mayor congressman father sister brother uncle aunt "
    "st st.".split())


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
class Marks:
    """Spans of one kind over a sentence, as far as its corpus knows them. A word in no set is outside every span."""

    # (first word, last word, allowed types)
    spans: list[tuple[int, int, frozenset[str]]]
    free: frozenset[int] = frozenset()  # words of which nothing is known
    inside: frozenset[int] = frozenset()  # words in some span, of which neither bounds nor type are known
    measured: bool = False  # whether the spans are gold to measure with
    weight: float = 1.0


@dataclasses.dataclass
class Sentence:
    words: list[Word]
    names: Marks | None = None
    times: Marks | None = None
    events: Marks | None = None
    roles: Marks | None = None
    values: dict[int, dict[str, str]] = dataclasses.field(default_factory=dict)  # word to attributes of its event
    starts_paragraph: bool = False


@dataclasses.dataclass
class Document:
    corpus: str
    sentences: list[Sentence]
    identifier: str = ""


def annotated(path: pathlib.Path) -> dict[str, list[tuple[int, int, frozenset[str]]]]:
    """Names marked by ourselves: sentence, then TYPE:FIRST-LAST of each name, words counted from 1 as in the treebank."""
    found = {}
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line and line[0] != "#":
            sentence, _, marks = line.partition("\t")
            found[sentence] = [
                (int(m["first"]) - 1, int(m["last"]) - 1, frozenset({m["type"]}))
                for m in re.finditer(r"(?P<type>[A-Z]+):(?P<first>\d+)-(?P<last>\d+)", marks)]
    return found


def attributions(path: pathlib.Path) -> dict[tuple[str, str], list[tuple[str, int, int]]]:
    """Attributions marked by ourselves, by corpus and document: role, first and last-but-one character of each stretch, counted over
    the words of the document without white space. A line without stretches: a document that has none."""
    found = {}
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line and line[0] != "#":
            corpus, document, marks = line.split("\t")
            stretches = re.findall(r"([A-Z]+):(\d+)-(\d+)", marks)
            found.setdefault((corpus, document), []).extend((role, int(a), int(b)) for role, a, b in stretches)
    return found


def with_roles(documents: list[Document], marked: dict[tuple[str, str], list[tuple[str, int, int]]]) -> list[Document]:
    """The documents, with the roles of those that are marked."""
    for document in documents:
        stretches = marked.get((document.corpus, document.identifier))
        if stretches is None:
            continue
        start = 0
        for sentence in document.sentences:
            places = []
            for word in sentence.words:
                places.append((start, start := start + len("".join(word.form.split()))))
            spans = []
            for role, first, end in stretches:
                words = [k for k, (a, b) in enumerate(places) if a < end and first < b]
                if words:
                    spans.append((words[0], words[-1], frozenset({role})))
            sentence.roles = Marks(sorted(spans, key=lambda s: s[:2]))
    return documents


def conllu(path: pathlib.Path, corpus: str, with_entities: bool = False,
           names: dict[str, list[tuple[int, int, frozenset[str]]]] | None = None) -> list[Document]:
    """UD treebanks; GUM's Entity annotation in MISC gives names where a mention is headed by a proper noun, and times.

    `names` are those of a treebank without entities; a sentence that they leave out has none.
    """
    documents, sentences, words, misc, skip = [], [], [], [], 0
    paragraph, identifier, sentence_id = True, "", ""

    def end_sentence():
        nonlocal words, misc, paragraph
        if words:
            sentence = Sentence(words, starts_paragraph=paragraph)
            if with_entities:
                spans = gum_spans(misc)
                sentence.names = Marks(gum_names(words, spans), measured=True)
                sentence.times = gum_times(words, spans)
            elif names is not None:
                sentence.names = Marks(names.get(sentence_id, []))
            sentences.append(sentence)
            paragraph = False
        words, misc = [], []

    for line in path.open(encoding="utf-8"):
        line = line.rstrip("\n")
        if not line:
            end_sentence()
        elif line.startswith("# newdoc"):
            end_sentence()
            if sentences:
                documents.append(Document(corpus, sentences, identifier))
            sentences, paragraph, identifier = [], True, line.partition("=")[2].strip()
        elif line.startswith("# sent_id"):
            sentence_id = line.partition("=")[2].strip()
        elif line.startswith("# newpar"):
            end_sentence()
            paragraph = True
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
        documents.append(Document(corpus, sentences, identifier))
    return documents


def texts(path: pathlib.Path) -> list[Document]:
    """The words and sentences of texts that no corpus annotates, as `headwater analyze` writes them; `onestop` is the corpus of those
    whose attributions are marked."""
    documents = conllu(path, "texts")
    for document in documents:
        document.identifier = pathlib.Path(document.identifier).stem
        document.corpus = "onestop" if document.identifier.startswith("one-") else "texts"
        for sentence in document.sentences:
            sentence.words = [Word(w.form, w.space_after) for w in sentence.words]
    return documents


def gum_spans(misc: list[str]) -> list[tuple[int, int, str, str]]:
    """First word, last word, type and chain of every mention of a sentence of GUM."""
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
                        spans.append((start, index, kind, identifier))
                        break
    return spans


def gum_names(words: list[Word], spans: list[tuple[int, int, str, str]]) -> list[tuple[int, int, frozenset[str]]]:
    """Mentions of GUM that are names: all content words proper nouns, or a numeral or function word among them."""
    names = []
    for start, end, kind, _ in sorted(spans, key=lambda s: (s[0] - s[1], s[0])):
        inside = words[start:end + 1]
        # strip a determiner and titles in front and a clitic behind
        while inside and inside[0].upos in {"DET", "PUNCT"} and not inside[0].form[0].isupper():
            start, inside = start + 1, inside[1:]
        while len(inside) > 1 and inside[0].form.lower() in TITLES:
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


def gum_times(words: list[Word], spans: list[tuple[int, int, str, str]]) -> Marks:
    """GUM's `time` mentions as partial evidence: their content words are inside, adverbs elsewhere unknown."""
    inside, free = set(), set()
    for start, end, kind, _ in spans:
        if kind != "time":
            continue
        for i in range(start, end + 1):
            content = words[i].upos in {"NUM", "NOUN", "PROPN", "ADJ"} and end - start < 6
            (inside if content else free).add(i)
        free |= {start - 1, end + 1, end + 2}  # "ago", "about": TIMEX3 takes them in
    for i, word in enumerate(words):
        if word.upos in {"ADV", "ADJ"}:
            free.add(i)
    return Marks([], frozenset(free - inside), frozenset(inside), 0.5)


def columns(path: pathlib.Path, corpus: str, column: int, types: dict[str, set[str]]) -> list[Document]:
    """Token-per-line files with IOB2 names: the word in the column before (UNER), or first (WNUT17)."""
    sentences, words, tags = [], [], []

    def end_sentence():
        nonlocal words, tags
        if words:
            names = Marks(iob2(tags, types), measured=True)
            sentences.append(Sentence(words, names, starts_paragraph=True))
        words, tags = [], []

    for line in path.open(encoding="utf-8"):
        line = line.rstrip("\n")
        if not line.strip() or (line.startswith("# ") and "\t" not in line):
            end_sentence()
            continue
        fields = line.split("\t")
        if len(fields) <= column or not fields[column - 1].strip():
            end_sentence()
            continue
        words.append(Word(fields[column - 1]))
        tags.append(fields[column].strip())
    end_sentence()
    return [Document(corpus, [s]) for s in sentences]


def refine_types(documents: list[Document]) -> list[Document]:
    """Makes the types of names fewer where the word lists know better; for training, never for what measures."""
    for sentence in (s for d in documents for s in d.sentences if s.names is not None):
        forms = [w.form for w in sentence.words]
        sentence.names.spans = [
            (s, e, gazetteer.refine(types, " ".join(forms[s:e + 1]))) for s, e, types in sentence.names.spans]
    return documents


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
