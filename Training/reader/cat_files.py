"""Reads MEANTIME and ECB+, both in the format of the CAT annotation tool: tokens, marks over tokens, relations."""

from __future__ import annotations

import pathlib
import xml.etree.ElementTree as ElementTree

from .corpora import CALENDAR, EVENT_VALUES, TITLES, Document, Marks, Sentence, Word

MEANTIME_NAMES = {
    "PER": {"PER"}, "ORG": {"ORG"}, "LOC": {"GPE", "LOC", "FAC"}, "PRO": {"PROD", "WORK"}, "FIN": {"ORG", "PROD"},
}
ECB_NAMES = {
    "HUMAN_PART_PER": {"PER"}, "HUMAN_PART_ORG": {"ORG"}, "HUMAN_PART_GPE": {"GPE"}, "LOC_GEO": {"GPE", "LOC"},
    "LOC_FAC": {"FAC"},
}
ECB_EVENTS = {
    "OCCURRENCE": {"OTHER"}, "STATE": {"OTHER"}, "REPORTING": {"SPEECH_COGNITIVE"},
    "PERCEPTION": {"OTHER", "SPEECH_COGNITIVE"}, "ASPECTUAL": {"GRAMMATICAL"},
    "CAUSATIVE": {"OTHER", "GRAMMATICAL"}, "GENERIC": {"OTHER", "SPEECH_COGNITIVE", "GRAMMATICAL"},
}
ECB_WEIGHT = 0.4  # its guidelines are not MEANTIME's
CALENDAR_UNITS = frozenset(
    "yesterday today tomorrow tonight second seconds minute minutes hour hours day days week weeks weekend month months "
    "year years decade decades century morning afternoon evening night ago".split())
PREPOSITIONS = frozenset("on in at from since by during for until before after of to through".split())


class CATFile:
    """One file: its sentences, and its marks as (element, sentence, indices of words), a sentence's words together."""

    def __init__(self, path: pathlib.Path):
        self.root = ElementTree.parse(path).getroot()
        self.sentences: dict[str, list[Word]] = {}
        place = {}
        for token in self.root.iter("token"):
            words = self.sentences.setdefault(token.get("sentence"), [])
            place[token.get("t_id")] = (token.get("sentence"), len(words))
            words.append(Word((token.text or "").strip() or "-"))
        self.marks = []
        for markables in self.root.iter("Markables"):
            for mark in markables:
                anchors = [place[a.get("t_id")] for a in mark.findall("token_anchor") if a.get("t_id") in place]
                if anchors and len({s for s, _ in anchors}) == 1:
                    self.marks.append((mark, anchors[0][0], sorted(i for _, i in anchors)))

    def instances(self, tag: str, attribute: str) -> dict[str, str]:
        """For each mention, the attribute of the instance of that tag that it refers to."""
        values = {m.get("m_id"): m.get(attribute) for m in self.root.iter(tag)}
        result = {}
        for relation in self.root.iter("REFERS_TO"):
            target = relation.find("target")
            for source in relation.findall("source"):
                value = values.get(target.get("m_id")) if target is not None else None
                if value is not None:
                    result[source.get("m_id")] = value
        return result


def meantime(path: pathlib.Path) -> Document:
    """A document of MEANTIME; only its first sentences are annotated, of the rest nothing is known."""
    file = CATFile(path)
    types = file.instances("ENTITY", "ent_type")
    classes = file.instances("EVENT", "class")
    last = max((int(s) for _, s, _ in file.marks), default=-1)
    sentences = []
    for key, words in file.sentences.items():
        sentence = Sentence(words, starts_paragraph=int(key) < 2)
        sentences.append(sentence)
        if int(key) > max(5, last):
            continue
        names, unsure, times, events = [], set(), [], []
        for mark, place, indices in file.marks:
            if place != key:
                continue
            whole = indices[-1] - indices[0] + 1 == len(indices)
            if mark.tag == "ENTITY_MENTION" and mark.get("syntactic_type") in {"NAM", "PRE.NAM"}:
                allowed = MEANTIME_NAMES.get(types.get(mark.get("m_id"), ""))
                bounds = trim(words, indices) if whole else None
                if allowed and bounds:
                    names.append((*bounds, frozenset(allowed)))
                unsure.update(i for i in indices if words[i].form[:1].isupper())
            elif mark.tag == "TIMEX3" and whole:
                times.append((indices[0], indices[-1], frozenset({mark.get("type")})))
            elif mark.tag == "EVENT_MENTION":
                if whole:
                    kind = classes.get(mark.get("m_id"), "OTHER")
                    kinds = {"OTHER", "GRAMMATICAL", "SPEECH_COGNITIVE"} if kind == "MIX" else {kind}
                    events.append((indices[0], indices[-1], frozenset(kinds)))
                values = sentence.values.setdefault(indices[0], {})
                for layer, known in EVENT_VALUES.items():
                    attribute = {"moment": "time", "special": "special_cases"}.get(layer, layer)
                    if (value := mark.get(attribute)) in known:
                        values[layer] = value
        chosen = disjoint(names)
        taken = {i for s, e, _ in chosen for i in range(s, e + 1)}
        sentence.names = Marks(chosen, frozenset(unsure - taken), measured=True)
        sentence.times = Marks(disjoint(times), measured=True)
        sentence.events = Marks(disjoint(events), measured=True)
    return Document("meantime", sentences, path.stem.split("_")[0])


def ecb(path: pathlib.Path) -> Document:
    """A document of ECB+, its annotated sentences only: those that have an event."""
    file = CATFile(path)
    sentences = []
    for key, words in file.sentences.items():
        names, events, inside, unsure = [], [], set(), set()
        sentence = Sentence(words)
        for mark, place, indices in file.marks:
            if place != key or indices[-1] - indices[0] + 1 != len(indices):
                continue
            negated = mark.tag.startswith("NEG_")
            tag = mark.tag.removeprefix("NEG_")
            if tag.startswith("ACTION_"):
                events.append((indices[0], indices[-1], frozenset(ECB_EVENTS[tag[7:]])))
                sentence.values[indices[0]] = {"polarity": "NEG" if negated else "POS"}
            elif tag.startswith("TIME_"):
                lower = [words[i].form.lower() for i in indices]
                sure = any(w in CALENDAR or w in CALENDAR_UNITS or w.isdigit() for w in lower)
                for i, form in zip(indices, lower):
                    known = sure and form not in PREPOSITIONS and any(c.isalnum() for c in form)
                    (inside if known else unsure).add(i)
            elif tag in ECB_NAMES and (bounds := trim(words, indices)):
                names.append((*bounds, frozenset(ECB_NAMES[tag])))
        if not events:
            continue
        # names that take no part in an event are not annotated: say nothing of other words with a capital
        capital = frozenset(i for i, w in enumerate(words) if w.form[:1].isupper())
        chosen = disjoint(names)
        taken = {i for s, e, _ in chosen for i in range(s, e + 1)}
        if chosen:
            sentence.names = Marks(chosen, capital - taken, weight=0.5)
        sentence.times = Marks([], frozenset(unsure - inside), frozenset(inside), 0.3)
        sentence.events = Marks(disjoint(events), weight=ECB_WEIGHT)
        sentences.append(sentence)
    return Document("ecb", sentences, path.stem)


def trim(words: list[Word], indices: list[int]) -> tuple[int, int] | None:
    """The name in a mention: without what is lower-case in front, titles and clitics; None where it holds more."""
    first, last = indices[0], indices[-1]

    def drops(i: int) -> bool:
        form = words[i].form
        return not (form[0].isupper() or form[0].isdigit()) or form.lower() in TITLES or form.lower() in {"the", "a"}

    while first <= last and drops(first):
        first += 1
    while first <= last and (words[last].form in {"'s", "’s", ")", "(", ",", "."}):
        last -= 1
    inside = [w.form for w in words[first:last + 1]]
    fits = all(w[0].isupper() or w[0].isdigit() or w in {"of", "the", "and", "de", "&", "for", "-", "."} for w in inside)
    return (first, last) if inside and any(w[0].isupper() for w in inside) and fits else None


def disjoint(spans):
    """The spans, shorter ones first, without those that overlap one that was taken."""
    chosen = []
    for span in sorted(spans, key=lambda s: (s[1] - s[0], s[0])):
        if not any(span[0] <= e and s <= span[1] for s, e, _ in chosen):
            chosen.append(span)
    return sorted(chosen, key=lambda s: s[:2])
