"""What a reporter does with the page of the sample story."""

import unittest

from browser import PageCase


class ChoosingTests(PageCase):
    def test_a_claim_lights_its_statements_in_every_report(self):
        page = self.open("sample")
        page.click('[data-key="claim-c3"] .claim-head')
        self.assertEqual(
            self.strongly_lit(),
            {
                "Kelmar Gazette": ["Port officials had been warned of dust in the silos in March"],
                "The Daily Ledger": ["port officials were warned in March about dust in the silos"],
                "Northern Herald": ["she had written to the port authority on 4 March about dust in the silos"],
            },
        )
        self.assertTrue(page.url.endswith("#claim-c3"))
        self.assertEqual(page.locator(".report.spine").count(), 1, "Meridian TV says nothing of it and is folded away")
        chains = page.locator('[data-key="claim-c3"] .chain').all_text_contents()
        self.assertEqual(chains[0], "Kelmar Gazette ← Coastal Wire ← dock workers' union")
        self.assertEqual(page.locator('[data-key="claim-c3"] .inferred').all_text_contents(), ["Coastal Wire"])

    def test_an_edge_lights_its_passages_on_both_sides(self):
        page = self.open("sample")
        page.locator('.curve[aria-label*="The Daily Ledger from Coastal Wire"] .hit').click(force=True)
        lit = self.strongly_lit()
        self.assertEqual(set(lit), {"Kelmar Gazette", "The Daily Ledger"})
        self.assertIn("The terminal handles a third of the nation's wheat exports.", lit["The Daily Ledger"])
        detail = page.locator(".edge-detail").inner_text()
        self.assertIn("not credited", detail)
        self.assertIn("5 of 5 points", detail)
        page.locator(".passages .quote").nth(2).click()
        self.assertEqual(len(self.strongly_lit()), 2, "a passage of it: one stretch on each side")
        self.assertTrue(page.locator(".edge-detail").inner_text(), "the derivation stays open")

    def test_a_figure_lights_its_values(self):
        page = self.open("sample")
        page.click('[data-key="figure-f2"] .figure-head')
        self.assertEqual(
            self.strongly_lit(),
            {
                "Kelmar Gazette": ["About 3,000 tonnes"],
                "The Daily Ledger": ["Some 3,000 tonnes"],
                "Northern Herald": ["2,800 tonnes"],
                "Meridian TV": ["More than 3,000 tonnes"],
            },
        )

    def test_the_killed_and_injured_of_each_report_light_their_sentences(self):
        page = self.open("sample")
        rows = page.locator(".casualties .value")
        self.assertEqual([text.strip() for text in page.locator(".casualties .value-words bdi").all_text_contents()],
                         ["12 killed", "17 killed, 2 injured (counted one by one)"])
        self.assertIn("Northern Herald", rows.nth(1).inner_text())
        page.click(".casualties .figure-head")
        self.assertEqual(
            self.strongly_lit(),
            {
                "Kelmar Gazette": ["At least 12 people were killed on Tuesday"],
                "Northern Herald": ["Rescue workers have recovered 17 bodies"],
            },
        )
        rows.nth(1).locator(".inline").click()
        self.assertTrue(page.url.endswith("#casualties-all"))

    def test_a_quotation_lights_its_versions(self):
        page = self.open("sample")
        page.locator(".utterance .quote").first.click()
        lit = self.strongly_lit()
        self.assertEqual(lit["The Daily Ledger"], ["“as if the sea fell on us”"])
        self.assertEqual(lit["Meridian TV"], ["«The ground trembled as though the sea had come down on us.»"])
        self.assertIn("had come down", page.locator(".utterance .differs").all_text_contents())

    def test_a_discrepancy_lights_both_sides_and_marks_the_words(self):
        page = self.open("sample")
        page.click('[data-key="discrepancy-d3"] .discrepancy-head')
        self.assertEqual(set(self.strongly_lit()), {"Kelmar Gazette", "Meridian TV"})
        self.assertIn("trembled", page.locator('[data-key="discrepancy-d3"] .differs').all_text_contents())

    def test_an_origin_lights_all_that_stands_on_it(self):
        page = self.open("sample")
        page.click('[data-key="origin-o2"]')
        lit = self.strongly_lit()
        self.assertEqual(set(lit), {"Northern Herald", "Meridian TV"})
        self.assertEqual(len(lit["Northern Herald"]), 6)

    def test_a_passage_in_a_report_shows_what_it_belongs_to(self):
        page = self.open("sample")
        page.locator('.report[data-report="2"] .seg', has_text="2,800 tonnes").click()
        box = page.locator(".belongings")
        kinds = box.locator("li .kind").all_text_contents()
        self.assertEqual(kinds[:3], ["Claim", "Figure", "Discrepancy"])
        box.locator("button.belonging").first.click()
        self.assertTrue(page.url.endswith("#claim-c2"))
        self.assertEqual(page.locator(".claim.chosen.open").count(), 1)
        self.assertEqual(page.locator(".seg.current").all_text_contents()[0], "2,800 tonnes")
        self.assertEqual(page.locator(".belongings").count(), 0)

    def test_evidence_is_scrolled_into_view(self):
        page = self.open("sample", height=420)
        page.click('[data-key="claim-c8"] .claim-head')
        place = page.locator('.report[data-report="2"] .seg.lit').first.bounding_box()
        self.assertTrue(0 < place["y"] < 420, place)


class FindingTests(PageCase):
    def texts(self):
        return self.page.locator(".claim .claim-text").all_text_contents()

    def test_filters(self):
        page = self.open("sample")
        page.click('.chip[data-status="disputed"]')
        self.assertEqual(len(self.texts()), 3)
        page.select_option('select[aria-label="Any modality"]', "denied")
        self.assertEqual(self.texts(), ["The port authority denies that it was warned"])
        page.click('.chip[data-status="disputed"]')
        page.select_option('select[aria-label="Any modality"]', "")
        page.select_option('select[aria-label="Any origin"]', label="C Meridian TV")
        self.assertEqual(len(self.texts()), 1)
        page.select_option('select[aria-label="Any origin"]', "")
        page.fill('input[type="search"]', "iversen")
        self.assertEqual(self.texts(), ["About 3,000 tonnes of wheat were destroyed"], "a source's name finds a claim")
        page.fill('input[type="search"]', "no such word")
        self.assertEqual(self.texts(), [])
        self.assertIn("No claim matches", page.locator(".claims").inner_text())

    def test_the_strip_filters_the_ledger(self):
        page = self.open("sample")
        page.click(".strip .status-corroborated")
        self.assertEqual(len(self.texts()), 1)

    def test_deep_links(self):
        page = self.open("sample", "#claim-c5")
        self.assertEqual(page.locator(".claim.open").get_attribute("data-key"), "claim-c5")
        self.assertEqual(set(self.strongly_lit()), {"Northern Herald", "Meridian TV"})
        page.evaluate("location.hash = '#figure-f1'")
        page.wait_for_selector('.figure.chosen[data-key="figure-f1"]')
        page.evaluate("location.hash = '#claim-c999'")
        page.locator(".selection.empty").wait_for()
        self.assertEqual(self.lit(), {})

    def test_several_stories(self):
        page = self.open("two", "#s2/claim-c2")
        self.assertEqual(page.locator(".stories option").count(), 2)
        self.assertEqual(page.locator(".claim.open").get_attribute("data-key"), "claim-c2")
        page.select_option(".stories", "0")
        self.assertEqual(page.locator("h1").inner_text(), "Explosion at the grain terminal of Port Kelmar")

    def test_a_citation_is_copied(self):
        page = self.open("sample", "#claim-c9", permissions=["clipboard-read", "clipboard-write"])
        page.click(".claim.open .copy")
        page.wait_for_selector(".copy.done")
        text = page.evaluate("navigator.clipboard.readText()")
        self.assertTrue(text.startswith("“The city of Kelmar (人口 80,000) declared three days of mourning” (Meridian TV,"))
        self.assertIn("meridian.txt, characters 384–446, sha256:", text)

    def test_nothing_found_is_said(self):
        self.open("empty")
        self.assertIn("No claim was found", self.page.locator(".claims").inner_text())
        self.open("none")
        self.assertIn("nothing to read", self.page.locator("main").inner_text())

    def test_without_scripts_the_brief_is_there(self):
        page = self.browser.new_context(java_script_enabled=False, offline=True).new_page()
        from browser import PAGES

        page.goto((PAGES / "sample.html").as_uri())
        self.assertIn("An explosion tore through the grain terminal", page.locator("noscript").inner_text())


class KeyTests(PageCase):
    def test_the_whole_way_by_keys(self):
        page = self.open("sample")
        page.keyboard.press("/")
        page.keyboard.type("wheat")
        page.keyboard.press("Escape")
        page.locator(".claim-head").first.focus()
        page.keyboard.press("Enter")
        self.assertEqual(len(self.strongly_lit()), 4)
        self.assertEqual(page.locator(".selection .place").inner_text(), "1/4")
        page.keyboard.press("n")
        self.assertEqual(page.locator(".selection .place").inner_text(), "2/4")
        page.keyboard.press("p")
        page.keyboard.press("p")
        self.assertEqual(page.locator(".selection .place").inner_text(), "4/4")
        page.keyboard.press("j")
        self.assertEqual(page.locator(".claim.chosen .claim-text").inner_text(), "The terminal ships a third of the country's wheat")
        page.keyboard.press("k")
        self.assertEqual(page.locator(".claim.chosen .claim-text").inner_text(), "About 3,000 tonnes of wheat were destroyed")
        page.keyboard.press("Escape")
        self.assertEqual(self.lit(), {})
        page.keyboard.press("?")
        self.assertTrue(page.locator(".help").is_visible())
        page.keyboard.press("Escape")
        self.assertEqual(page.locator(".help").count(), 0)

    def test_a_report_is_read_by_keys(self):
        page = self.open("sample")
        page.keyboard.press("r")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        self.assertEqual(page.locator(".seg.cursor").count(), 1)
        page.keyboard.press("Enter")
        self.assertTrue(page.locator(".belongings").is_visible())
        page.keyboard.press("Escape")
        self.assertEqual(page.locator(".belongings").count(), 0)
        self.assertTrue(page.evaluate("document.activeElement.classList.contains('report-body')"))

    def test_curves_can_be_reached_and_chosen(self):
        page = self.open("sample")
        page.locator(".curve").first.focus()
        page.keyboard.press("Enter")
        self.assertTrue(page.locator(".edge-detail h3").is_visible())

    def test_skip_links_come_first(self):
        page = self.open("sample")
        page.keyboard.press("Tab")
        self.assertEqual(page.evaluate("document.activeElement.textContent"), "Skip to the claims")
        page.keyboard.press("Enter")
        self.assertEqual(page.evaluate("document.activeElement.id"), "claims")


if __name__ == "__main__":
    unittest.main()
