"""Peers on saved pages, measured as `headwater evaluate intake` measures: `pages.py DATA PEER`. PEER: trafilatura, trafilatura-fast or
resiliparse. DATA: the folder that holds `intake/fundus` and `intake/readability`. Needs trafilatura 2.3.1, lxml_html_clean, resiliparse 2.0.1.
"""

import collections
import gzip
import html
import json
import pathlib
import re
import resource
import sys
import time

data, peer = pathlib.Path(sys.argv[1]) / "intake", sys.argv[2]
INLINE = set("a abbr b i em strong small font u s span mark q cite code sub sup time tt big img kbd var wbr samp ins del strike".split())


def line(text):
    return " ".join(re.sub("[\u00ad\u200b\ufeff\u2060]", "", text or "").split())


def words(markup):
    return html.unescape(re.sub(r"</?([a-zA-Z0-9]*)[^>]*>", lambda tag: "" if tag[1].lower() in INLINE else " ", markup)).split()


def f1(found, there):
    right = sum((collections.Counter(found) & collections.Counter(there)).values())
    return 2 * right / (len(found) + len(there)) if found or there else 0


def saved(file):
    return "-".join(file.split(".")[0].split("_")[-3:])


def pages():
    """Each page with its gold: files and versions of a publisher's parser in the order of time, as FundusPage.swift pairs them."""
    for info in sorted((data / "fundus/test_data").glob("*/meta.info")):
        meta = json.loads(info.read_text())
        publishers = collections.defaultdict(list)
        for file in meta:
            publishers["_".join(file.split("_")[:-3])].append(file)
        for publisher, files in sorted(publishers.items()):
            path = info.parent / f"{publisher}.json"
            if not path.exists():
                continue
            gold, files = json.loads(path.read_text()), sorted(files)
            versions = sorted(gold)
            if len(files) == len(versions):
                pairs = zip(files, versions)
            else:
                pairs = [(next((f for f in files if saved(f) >= gold[v]["publishing_date"][:10]), None), v) for v in versions]
            for file, version in pairs:
                if file and (info.parent / file).exists():
                    yield gzip.decompress((info.parent / file).read_bytes()), meta[file]["url"], gold[version]


if peer == "resiliparse":
    from resiliparse.extract.html2text import extract_plain_text

    def read(page, url):
        return {"text": extract_plain_text(page.decode("utf-8", "replace"), main_content=True, alt_texts=False)}
else:
    import trafilatura

    def read(page, url):
        found = trafilatura.bare_extraction(page, url=url, with_metadata=True, include_comments=False, fast=peer.endswith("fast"))
        return found.as_dict() if found else {}

everything = list(pages())
began = time.perf_counter()
results = [read(page, url) for page, url, _ in everything]
seconds = time.perf_counter() - began
count = collections.Counter()
paragraphs = word = 0
for found, (_, _, gold) in zip(results, everything):
    count["title"] += line(found.get("title")) == line(gold["title"])
    count["day"] += (found.get("date") or "")[:10] == gold["publishing_date"][:10]
    authors = sorted(name.lower() for name in gold.get("authors") or [])
    if authors:
        count["signed"] += 1
        count["authors"] += authors == sorted(name.strip().lower() for name in (found.get("author") or "").split(";") if name.strip())
    body = gold["body"]
    there = body["summary"] + [part for section in body["sections"] for part in section["headline"] + section["paragraphs"]]
    there = [line(part) for part in there if line(part)]
    lines = [line(re.sub("^- ", "", part)) for part in (found.get("text") or "").split("\n") if part.strip()]
    paragraphs += f1(lines, there)
    word += f1(" ".join(lines).split(), " ".join(there).split())
total = len(everything)
print(f"{peer}\tFundus pages\ttitle {count['title'] / total:.3f}\tday {count['day'] / total:.3f}\tauthors {count['authors'] / count['signed']:.3f}"
      f"\tparagraph F1 {paragraphs / total:.3f}\tword F1 {word / total:.3f}\tn={total}\t{total / seconds:.1f} pages/s")
score = [
    f1((read((folder / "source.html").read_bytes(), None).get("text") or "").split(), words((folder / "expected.html").read_text(encoding="utf-8")))
    for folder in sorted((data / "readability/test/test-pages").iterdir())
]
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(f"{peer}\tReadability pages\tword F1 {sum(score) / len(score):.3f}\tn={len(score)}\tpeak {peak} MB")
