"""How long a page of 200 reports and 3,000 claims takes to open and to answer a filter, beside one of 5 reports.

usage: Benchmarks/opening.py FOLDER CHROMIUM
       Benchmarks/opening.py FOLDER CHROMIUM HEADWATER DOCS.jsonl

FOLDER: small.html and large.html, as Tests/Browser/run writes them; with the program and reports (a JSON a line, with
`title`, `text`, `url`, `dct`, as ../shared/data has them) these pages are made there first, of the first 5 and the first 200 reports of
400 to 9,000 characters, each as one story.
"""

import json
import pathlib
import subprocess
import sys

from playwright.sync_api import sync_playwright

ROUNDS = 7
# Until all views stand in the page and were painted once.
OPENED = """addEventListener("DOMContentLoaded", () => requestAnimationFrame(() => setTimeout(() => {
    window.opened = performance.now();
})))"""
FILTER = """(word) => new Promise((done) => {
    const started = performance.now();
    const search = document.querySelector(".filters input");
    search.value = word;
    search.dispatchEvent(new Event("input"));
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - started)));
})"""


def make_pages(folder: pathlib.Path, headwater: str, documents: str) -> None:
    with open(documents, encoding="utf-8") as lines:
        reports = [report for report in map(json.loads, lines) if 400 < len(report["text"]) < 9000]
    for name, number in (("small", 5), ("large", 200)):
        path = folder / f"{name}.jsonl"
        rows = [{"url": report["url"], "title": report["title"], "published": str(report["dct"])[:10], "text": report["text"]}
                for report in reports[:number]]
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        subprocess.run([headwater, "read", "--quiet", "--one-story", "--format", "html", "-o", str(path.with_suffix(".html")), str(path)],
                       check=True)


def main(folder: str, chromium: str, *made_of: str) -> None:
    if made_of:
        make_pages(pathlib.Path(folder), *made_of)
    opened, filtered = {"small": [], "large": []}, {"small": [], "large": []}
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for _ in range(ROUNDS):
            for name in opened:
                page = browser.new_page(viewport={"width": 1400, "height": 900})
                page.add_init_script(OPENED)
                page.goto((pathlib.Path(folder) / f"{name}.html").absolute().as_uri())
                page.wait_for_timeout(800)
                opened[name].append(page.evaluate("window.opened"))
                filtered[name].append(max(page.evaluate(FILTER, word) for word in ("tonnes", "police 1", "report", "")))
                page.close()
        browser.close()
    for task, times in (("open", opened), ("filter", filtered)):
        small, large = (min(times[name]) for name in ("small", "large"))
        print(f"{task}\t5 reports {small:.0f} ms\t200 reports {large:.0f} ms\tratio {large / small:.2f}")


main(*sys.argv[1:])
