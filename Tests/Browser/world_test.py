"""When, what, who gives what to whom, where: the world of the sample story on the page."""

from browser import PageCase


class TimelineTests(PageCase):
    def test_three_lanes_are_never_mixed(self):
        page = self.open("sample")
        lanes = page.evaluate(
            """() => Object.fromEntries(["event", "statement", "publication"].map((lane) => [lane,
                [...document.querySelectorAll(`.lane-${lane} .moment-text`)].map((node) => node.textContent)]))"""
        )
        self.assertIn("an explosion tore through the grain terminal", lanes["event"])
        self.assertEqual(lanes["statement"], ["the fire service told the Northern Herald on Wednesday"])
        self.assertEqual(lanes["publication"], ["Northern Herald", "Meridian TV"])
        self.assertIn("2 reports without a date", page.locator("#timeline").inner_text())
        self.assertEqual(page.locator(".day time").first.inner_text(), "March 2024")
        self.assertEqual(page.locator(".gap").all_text_contents(), ["2 months later"])

    def test_an_entry_lights_its_evidence(self):
        page = self.open("sample")
        page.locator(".moment-text", has_text="17 bodies").click()
        self.assertEqual(self.strongly_lit(), {"Northern Herald": ["Rescue workers have recovered 17 bodies"]})


class EventTests(PageCase):
    def test_parts_stand_under_the_whole_and_status_is_said(self):
        page = self.open("sample")
        self.assertEqual(page.locator(".events > .event").count(), 3)
        self.assertIn("17 bodies", page.locator('[data-key="event-e2"] .parts .event-text').text_content())
        self.assertEqual(page.locator('[data-key="event-e4"] .kind').text_content().lower(), "planned or possible")

    def test_a_deep_link_lights_its_claims(self):
        self.open("sample", "#event-e3")
        self.assertEqual(set(self.strongly_lit()), {"Northern Herald", "Meridian TV"})


class ExchangeTests(PageCase):
    def test_a_flow_runs_from_giver_to_taker(self):
        page = self.open("sample")
        self.assertEqual(page.locator(".pair .party").all_text_contents(), ["Halden Re", "Agrimar"])
        page.click(".flow-head")
        self.assertEqual(set(self.strongly_lit()), {"Northern Herald"})
        self.assertTrue(page.url.endswith("#exchange-1"))


class ThreadTests(PageCase):
    def test_an_answer_stands_under_what_it_answers(self):
        page = self.open("sample")
        self.assertEqual(page.locator(".thread .replies .turn-who").all_text_contents(), ["port authorityrejects"])
        page.locator(".replies .turn-head").click()
        self.assertEqual(self.strongly_lit(), {"Northern Herald": ["The port authority denies that it was warned"]})
        self.assertTrue(page.url.endswith("#turn-2"))


class MapTests(PageCase):
    def test_a_place_is_on_the_map_as_what_it_is_evidence_of(self):
        page = self.open("sample")
        page.locator(".map").scroll_into_view_if_needed()
        page.locator(".land").first.wait_for()
        point = page.locator(".point")
        self.assertEqual(point.count(), 1)
        self.assertEqual(point.get_attribute("aria-label"), "Port Kelmar: something happens there, 5 mentions")
        self.assertGreater(len(page.locator(".land").first.get_attribute("d")), 40000)
        point.focus()
        page.keyboard.press("Enter")
        self.assertEqual(set(self.strongly_lit()), {"Kelmar Gazette", "The Daily Ledger", "Northern Herald", "Meridian TV"})
        self.assertEqual(page.locator(".point.chosen").count(), 1)

    def test_a_deep_link_lands_on_the_map(self):
        page = self.open("sample", "#place-p1")
        page.wait_for_timeout(400)
        box = page.locator(".map").bounding_box()
        self.assertTrue(0 <= box["y"] < 900, box)

    def test_it_can_be_brought_nearer(self):
        page = self.open("sample")
        page.locator(".map").scroll_into_view_if_needed()
        before = page.locator(".land").first.get_attribute("transform")
        page.click('.map-tools [aria-label="Nearer"]')
        self.assertNotEqual(page.locator(".land").first.get_attribute("transform"), before)


class EmptyTests(PageCase):
    def test_an_empty_section_says_why(self):
        page = self.open("empty")
        for name in ("brief", "lineage", "claims", "figures", "discrepancies", "quotations", "timeline", "events", "exchanges", "actors", "places"):
            told = page.locator(f"#{name}").inner_text()
            self.assertGreater(len(told.strip().split()), 5, f"{name}: {told}")


class RelationTests(PageCase):
    def test_a_relation_stands_with_its_actor(self):
        page = self.open("sample")
        line = page.locator('[data-key="actor-a5"] .also .inline')
        self.assertEqual(line.inner_text(), "Insurer → Agrimar")
        line.click()
        self.assertEqual(set(self.strongly_lit()), {"Northern Herald"})
