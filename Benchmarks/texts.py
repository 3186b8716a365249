"""Writes the benchmark's texts, a file each: `texts.py DATA OUT`. Real news: the Helsinki reports and 600 of GVA's."""

import csv
import json
import pathlib
import sys

data, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
out.mkdir(parents=True, exist_ok=True)
csv.field_size_limit(10**9)
with (data / "lineage/helsinki/articles.csv").open(encoding="utf-8", newline="") as file:
    for number, row in enumerate(csv.reader(file)):
        body = max(row, key=len)
        (out / f"helsinki-{number:04}.txt").write_text(body.replace(" ### ", "\n\n"), encoding="utf-8")
with (data / "stories/gva/docs.jsonl").open(encoding="utf-8") as file:
    for number, line in zip(range(600), file):
        report = json.loads(line)
        text = "\n\n".join(str(report[key]) for key in ("title", "content", "text", "body") if report.get(key))
        (out / f"gva-{number:04}.txt").write_text(text, encoding="utf-8")
print(len(list(out.iterdir())), "texts", sum(p.stat().st_size for p in out.iterdir()) / 1e6, "MB")
