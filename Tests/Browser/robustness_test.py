"""What must hold whatever the reports say, on whatever screen, however many there are."""

import re

from axe_playwright_python.sync_playwright import Axe
from browser import PAGES, PageCase


class HostileTests(PageCase):
    def test_texts_of_reports_stay_texts(self):
        page = self.open("hostile")
        page.locator(".claim-head").first.click()
        page.locator(".report .seg").first.click()
        page.locator(".belongings").wait_for()
        page.wait_for_timeout(300)
        self.assertIsNone(page.evaluate("window.attacked ?? null"))
        self.assertEqual(page.locator("img, iframe, object, embed, base, form, svg[onload], #page script").count(), 0)
        self.assertEqual(page.locator("h1").inner_text(), "</script><script>window.attacked = 1</script>")
        self.assertEqual(page.locator("a[href^='javascript']").count(), 0)
        self.assertIn("<img src=x onerror=", page.locator(".report").nth(1).inner_text())

    def test_long_words_do_not_widen_the_page(self):
        for width in (320, 360, 768, 1400, 3840):
            page = self.open("hostile", width=width)
            self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), width)

    def test_a_text_cannot_turn_the_text_around_it(self):
        page = self.open("hostile")
        directions = page.evaluate(
            """() => [...document.querySelectorAll("bdi, [dir=auto]")].map((node) => getComputedStyle(node).unicodeBidi)"""
        )
        self.assertGreater(len(directions), 50)
        self.assertLessEqual(set(directions), {"isolate", "plaintext"})

    def test_the_policy_forbids_other_scripts(self):
        page = self.open("sample")
        page.evaluate(
            """() => {
                const script = document.createElement("script");
                script.textContent = "window.attacked = 7";
                document.body.append(script);
            }"""
        )
        self.assertIsNone(page.evaluate("window.attacked ?? null"))
        self.assertTrue(any("Content Security Policy" in problem for problem in self.problems))
        self.problems.clear()


class ScreenTests(PageCase):
    def test_no_screen_scrolls_sideways(self):
        for width in (320, 360, 600, 999, 1000, 1400, 2560, 3840):
            page = self.open("sample", "#claim-c2", width=width)
            self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), width, f"at {width}")

    def test_a_narrow_screen_leads_from_a_claim_to_its_evidence(self):
        page = self.open("sample", "#claim-c5", width=360, height=740)
        page.click(".selection .to-reports")
        page.wait_for_timeout(200)
        box = page.locator(".seg.current").first.bounding_box()
        self.assertTrue(0 <= box["y"] < 740 and 0 <= box["x"] < 360, box)

    def test_dark_and_light(self):
        dark = self.open("sample", color_scheme="dark").evaluate("getComputedStyle(document.documentElement).backgroundColor")
        page = self.open("sample", color_scheme="light")
        light = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        self.assertNotEqual(dark, light)
        for _ in range(2):
            page.click('.tool[title^="Colours"]')
        self.assertEqual(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"), dark)

    def test_print_has_everything(self):
        page = self.open("large")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        self.assertEqual(page.locator(".claim").count(), 3000)
        self.assertEqual(page.locator(".statement").count(), 12000)
        self.assertEqual(page.locator(".report .block").count() > 3000, True)

    def test_nothing_moves_under_the_pointer(self):
        for what in (".claim-head", ".figure-head", ".event-head", ".flow-head", ".turn-head", ".actor"):
            page = self.open("sample")
            node = page.locator(what).first
            place = "(node) => node.getBoundingClientRect().top"
            node.scroll_into_view_if_needed()
            before = node.evaluate(place)
            page.wait_for_timeout(200)
            self.assertAlmostEqual(node.evaluate(place), before, delta=1, msg=what)


class AccessibilityTests(PageCase):
    def check(self, name, address, **options):
        page = self.open(name, address, bypass_csp=True, **options)
        found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        told = [f"{each['id']} ({each['impact']}): {each['nodes'][0]['html'][:200]}" for each in found]
        self.assertEqual(told, [])

    def test_axe_finds_no_fault(self):
        self.check("sample", "")
        self.check("sample", "#claim-c3")
        self.check("sample", "#edge-1", color_scheme="dark")
        self.check("sample", "#claim-c3", width=360, height=740)
        self.check("empty", "")


class SizeTests(PageCase):
    """A page of 200 reports and 3,000 claims beside one of 5 reports, by the work it makes (the time: Benchmarks/opening.py)."""

    def work(self, name, use):
        """Layouts and nodes of an opened page before and after `use`: ((layouts, nodes), (layouts, nodes))."""
        page = self.open(name)
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable")

        def counts():
            page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
            metrics = {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}
            return metrics["LayoutCount"], page.locator("*").count()

        before = counts()
        use(page)
        return before, counts()

    def test_a_filter_draws_what_is_seen(self):
        def search(page):
            for word in ("tonnes", "case 1", "outlet", ""):
                page.fill(".filters input", word)

        small, large = self.work("small", search), self.work("large", search)
        self.assertLessEqual(large[1][0] - large[0][0], 3 * (small[1][0] - small[0][0]), "layouts do not grow with the claims")
        self.assertLess(large[1][1], 1.2 * large[0][1], "rows are made when one comes near them")

    def test_it_opens_and_chooses(self):
        def choose(page):
            page.click(".claim-head")

        (small, _), (large, chosen) = self.work("small", choose), self.work("large", choose)
        self.assertLessEqual(large[0], 2 * small[0], "layouts do not grow with the reports")
        self.assertLess(large[1], 15000, "rows and texts are made when one comes near them")
        self.assertLess(chosen[1], 15000)
        self.assertEqual(len(self.strongly_lit()), 4)

    def test_it_scrolls_to_the_end(self):
        page = self.open("large")
        page.click(".show-all")
        for _ in range(80):
            page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
            page.wait_for_timeout(30)
            if page.locator('[data-key="claim-c3000"]').count():
                break
        self.assertEqual(page.locator('[data-key="claim-c3000"]').count(), 1)
        page.evaluate("document.querySelector('.columns').scrollTo(1e9, 0)")
        page.locator('.report[data-report="199"] .block').first.wait_for()

    def test_a_deep_link_lands(self):
        page = self.open("large", "#claim-c2500")
        page.wait_for_timeout(400)
        box = page.locator(".claim.chosen").bounding_box()
        self.assertTrue(0 <= box["y"] < 900, box)


class FileTests(PageCase):
    def test_the_example_story(self):
        page = self.open("example")
        self.assertGreater(page.locator(".claim").count(), 0)
        page.locator(".claim-head").first.click()
        self.assertGreater(len(self.strongly_lit()), 0)

    def test_nothing_in_the_files_points_outside(self):
        for path in PAGES.glob("*.html"):
            text = path.read_text(encoding="utf-8")
            tags = " ".join(re.findall(r"<[a-z][^>]*>", text.split('<script id="data"')[0]))
            self.assertEqual(re.findall(r"(?:src|href)=", tags), [], path.name)
            style = text.split("<style>")[1].split("</style>")[0]
            self.assertEqual(re.findall(r"url\(|@import", style), [], path.name)
