"""A page of Headwater in a browser without a network, watched for errors and requests."""

import os
import pathlib
import unittest

from playwright.sync_api import sync_playwright

PAGES = pathlib.Path(os.environ["HEADWATER_PAGE_OUT"])


class PageCase(unittest.TestCase):
    """Opens pages; a test fails when the console has an error or a request leaves the file."""

    @classmethod
    def setUpClass(cls):
        cls.driver = sync_playwright().start()
        cls.browser = cls.driver.chromium.launch(executable_path=os.environ["CHROMIUM"], args=["--no-sandbox"])

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.driver.stop()

    def open(self, name, address="", width=1400, height=900, **options):
        """The page `name`.html at an address within it."""
        path = PAGES / f"{name}.html"
        if not path.exists():
            self.skipTest(f"{name}.html was not written")
        context = self.browser.new_context(
            viewport={"width": width, "height": height}, offline=True, reduced_motion="reduce", **options
        )
        self.addCleanup(context.close)
        page = context.new_page()
        problems, requests = [], []
        page.on("console", lambda message: message.type in ("error", "warning") and problems.append(message.text))
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("request", lambda request: requests.append(request.url))
        page.goto(path.as_uri() + address)
        page.wait_for_selector("main.account")
        self.addCleanup(lambda: self.assertEqual(problems, []))
        self.addCleanup(lambda: self.assertEqual([url for url in requests if not url.startswith(path.as_uri())], []))
        self.page, self.problems = page, problems
        return page

    def lit(self, kind=""):
        """The lit texts of each report: {label: [text, …]}, neighbouring segments joined."""
        return self.page.evaluate(
            """(kind) => Object.fromEntries([...document.querySelectorAll(".report")].map((report) => {
                const runs = [];
                let before = null;
                for (const node of report.querySelectorAll(".seg.lit" + kind)) {
                    if (before && node.previousSibling === before && !node.classList.contains("first")) {
                        runs[runs.length - 1] += node.textContent;
                    } else runs.push(node.textContent);
                    before = node;
                }
                return [report.querySelector(".report-name bdi").textContent, runs];
            }).filter(([, runs]) => runs.length > 0))""",
            kind,
        )

    def strongly_lit(self):
        return self.lit(":not(.weak)")
