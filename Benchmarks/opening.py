"""How long a page of 200 reports and 3,000 claims takes to open and to answer a filter, beside one of 5 reports.

usage: Benchmarks/opening.py FOLDER CHROMIUM     FOLDER: small.html and large.html, as Tests/Browser/run writes them
"""

import pathlib
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


def main(folder: str, chromium: str) -> None:
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
                filtered[name].append(max(page.evaluate(FILTER, word) for word in ("tonnes", "case 1", "outlet", "")))
                page.close()
        browser.close()
    for task, times in (("open", opened), ("filter", filtered)):
        small, large = (min(times[name]) for name in ("small", "large"))
        print(f"{task}\t5 reports {small:.0f} ms\t200 reports {large:.0f} ms\tratio {large / small:.2f}")


main(*sys.argv[1:3])
