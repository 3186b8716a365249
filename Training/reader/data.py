"""Which files train the reader, which measure it."""

from __future__ import annotations

import csv
import hashlib
import pathlib
import re

from . import cat_files, corpora

ROOT = pathlib.Path(__file__).resolve().parents[2]
EWT_NAMES = ROOT / "Training/annotation/ewt-names.tsv"
ATTRIBUTIONS = ROOT / "Training/annotation/attributions.tsv"
EWT, GUM = "syntax/ewt/en_ewt-ud-{}.conllu", "syntax/gum-wikinews/en_gum-{}.conllu"
WNUT17 = "syntax/wnut17/wnut17train.conll"
UNER = "syntax/uner-ewt/en_ewt-ud-dev.iob2"
GAP = "coreference/gap/gap-{}.tsv"
ONESTOP = "lineage/onestopenglish/Texts-SeparatedByReadingLevel/Adv-Txt"
MEANTIME, ECB = "events/meantime/intra-doc_annotation", "events/ecbplus"
STS = "paraphrase/sts/semeval-sts"


def held_back() -> set[str]:
    """Numbers of the MEANTIME documents that nothing is trained on."""
    lines = (ROOT / "Evaluation/meantime-held-back.txt").read_text(encoding="utf-8").split("\n")
    return {line.strip() for line in lines if line.strip() and not line.startswith("#")}


def training(data: pathlib.Path) -> dict[str, list[corpora.Document]]:
    """The documents of each corpus that trains."""
    apart = held_back()
    meantime = [cat_files.meantime(p) for p in sorted((data / MEANTIME).rglob("*.xml"), key=lambda p: p.name)]
    made = {
        "ewt": corpora.conllu(data / EWT.format("train"), "ewt", names=corpora.annotated(EWT_NAMES)),
        "gum": corpora.conllu(data / GUM.format("train"), "gum", with_entities=True),
        "wnut": corpora.columns(data / WNUT17, "wnut", 1, corpora.WNUT),
        "meantime": [d for d in meantime if d.identifier not in apart],
        "ecb": [cat_files.ecb(p) for p in sorted((data / ECB).rglob("*.xml"))],
    }
    marked = corpora.attributions(ATTRIBUTIONS)
    return {name: corpora.with_roles(corpora.refine_types(documents), marked) for name, documents in made.items()}


def texts(path: pathlib.Path) -> dict[str, list[corpora.Document]]:
    """The documents of `reader.texts`, whose words the program cut: those whose attributions are marked, and those of which nothing is
    known."""
    documents = corpora.with_roles(corpora.texts(path), corpora.attributions(ATTRIBUTIONS))
    return {name: [d for d in documents if d.corpus == name] for name in ("onestop", "texts")}


def development(data: pathlib.Path) -> dict[str, list[corpora.Document]]:
    """The documents that measure."""
    apart = held_back()
    meantime = [cat_files.meantime(p) for p in sorted((data / MEANTIME).rglob("*.xml"), key=lambda p: p.name)]
    return {
        "ewt": corpora.conllu(data / EWT.format("dev"), "ewt"),
        "gum": corpora.conllu(data / GUM.format("dev"), "gum", with_entities=True),
        "uner": corpora.columns(data / UNER, "uner", 2, corpora.UNER),
        "meantime": [d for d in meantime if d.identifier in apart],
    }


def files(data: pathlib.Path) -> dict[str, str]:
    """SHA-256 of what trains, a corpus at a time (of a folder: of its files' digests in order of path)."""
    result = {}
    for name, path in (("ewt", EWT.format("train")), ("gum", GUM.format("train")), ("wnut17", WNUT17),
                       ("meantime", MEANTIME), ("ecbplus", ECB), ("gap", GAP.format("development")), ("onestopenglish", ONESTOP)):
        place = data / path
        parts = [place] if place.is_file() else sorted([*place.rglob("*.xml"), *place.rglob("*.txt")])
        digests = [hashlib.sha256(p.read_bytes()).hexdigest() for p in parts]
        result[name] = digests[0] if place.is_file() else hashlib.sha256("\n".join(digests).encode()).hexdigest()
    return result


def similar_pairs(data: pathlib.Path, most: int = 1500) -> list[tuple[float, list[str], list[str]]]:
    """Pairs of STS 2012 to 2014 with their similarity: for measuring only."""
    pairs = []
    for path in sorted((data / STS).rglob("*.tsv")):
        with path.open(encoding="utf-8") as file:
            for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                if len(row) >= 3 and re.fullmatch(r"[0-5](\.\d+)?", row[0]):
                    pairs.append((float(row[0]), split(row[1]), split(row[2])))
    return pairs[::max(1, len(pairs) // most)]


def split(text: str) -> list[str]:
    """Words of a plain text, roughly."""
    return re.findall(r"\w+(?:['’]\w+)?|[^\w\s]", text)
