// The page: reads the data that stands in the file, builds the views of a story, and ties them together.

const page = document.getElementById("page");

/** Builds the views of story `number`. */
function showStory(number) {
  const story = app.stories[number];
  app.story = story;
  app.evidence = null;
  app.listeners = [];
  document.title = story.title || "Headwater";
  const ledger = new Ledger(story);
  const deck = new Deck(story);
  const views = [
    briefSection(story), lineageSection(story), ledger.node, figuresSection(story), discrepanciesSection(story), quotationsSection(story),
    timelineSection(story), eventsSection(story), exchangesSection(story), actorsSection(story), placesSection(story), notesSection(story),
  ].filter(Boolean);
  const nav = navigation(story, [...views, deck.node]);
  refill(page,
    topBar(number),
    el("div", { class: "layout" },
      el("main", { class: "account" }, masthead(story, (status) => ledger.showStatus(status)), nav, ...views),
      el("aside", { class: "deck", "aria-label": "Reports side by side" }, deck.node),
      el("div", { id: "live", class: "offscreen", role: "status" })));
  onSelection((evidence, how) => markItems(evidence, how));
  onPrint = () => {
    ledger.showAll();
    deck.showAll();
    for (const view of views) view.showAll?.();
  };
}

let onPrint = () => {};

/** Marks the item of what is chosen, and brings it into view. */
function markItems(evidence, { moved }) {
  if (moved) return;
  for (const node of document.querySelectorAll(".item.chosen")) node.classList.remove("chosen");
  if (!evidence) return;
  const items = [...document.querySelectorAll(".account [data-key]")].filter((node) => node.dataset.key === evidence.key
    || node.dataset.keys?.split(" ").includes(evidence.key));
  for (const node of items) if (node.classList.contains("item")) node.classList.add("chosen");
  // What a picture holds is drawn anew when it changes its size: the picture stays.
  if (items.length > 0) bringIntoView(items[0].closest(".map") || items[0]);
}

/** Scrolls the page to an item that is not in view; far away at once, and again when rows on the way have their size. */
function bringIntoView(item, settling = 0) {
  const { top } = item.getBoundingClientRect();
  const bar = document.querySelector(".sections")?.offsetHeight || 0;
  const isIn = top >= bar && top < innerHeight * 0.8;
  const distance = top - Math.max(bar + 12, innerHeight * 0.25);
  const isFar = Math.abs(distance) > 3 * innerHeight;
  if (!isIn) scrollBy({ top: distance, behavior: isFar || settling > 0 || calmMotion() ? "instant" : "smooth" });
  const rest = isFar && settling === 0 ? 12 : settling - 1;
  if (rest > 0) requestAnimationFrame(() => bringIntoView(item, rest));
}

function topBar(number) {
  const choices = app.stories.map((story, index) => el("option", { value: index, selected: index === number },
    `${index + 1}. ${story.title || "A story without a title"} (${count(story.reports.length, "report")})`));
  const chooser = app.stories.length > 1 && el("select", { class: "stories", "aria-label": "Story", on: {
    change: () => {
      showStory(Number(chooser.value));
      select(null);
      scrollTo(0, 0);
    } } }, ...choices);
  const skip = (id) => el("a", { class: "skip", href: `#${id}`, on: { click: (event) => skipTo(event, id) } }, `Skip to the ${id}`);
  return el("header", { class: "topbar" }, skip("claims"), skip("reports"), el("span", { class: "wordmark" }, "Headwater"), chooser,
    el("span", { class: "tools" }, button("tool", "Keys", toggleHelp, { title: "Keys (?)" }, "?"), themeButton()));
}

function navigation(story, views) {
  const links = views.map((view) => el("a", { href: `#${view.id}`, data: { section: view.id }, on: {
    click: (event) => skipTo(event, view.id) } }, view.querySelector("h2").firstChild.textContent));
  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (entry.isIntersecting) for (const link of links) link.classList.toggle("here", link.dataset.section === entry.target.id);
    }
  }, { rootMargin: "-20% 0px -70% 0px" });
  for (const view of views) seen.observe(view);
  return el("nav", { class: "sections", "aria-label": "Sections" }, ...links);
}

/** Goes to a section without touching the address, which names what is chosen. */
function skipTo(event, id) {
  event.preventDefault();
  const node = document.getElementById(id);
  node.scrollIntoView({ behavior: calmMotion() ? "auto" : "smooth" });
  node.focus({ preventScroll: true });
}

const themes = ["auto", "light", "dark"];

function themeButton() {
  const names = { auto: "as the system", light: "light", dark: "dark" };
  const node = button("tool", null, () => setTheme(themes[(themes.indexOf(theme()) + 1) % themes.length]), {}, "◐");
  const label = () => {
    node.setAttribute("aria-label", `Colours: ${names[theme()]}`);
    node.title = `Colours: ${names[theme()]}`;
  };
  node.addEventListener("click", label);
  label();
  return node;
}

function theme() {
  return document.documentElement.dataset.theme || "auto";
}

function setTheme(name) {
  if (name === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = name;
  try {
    localStorage.setItem("headwater.theme", name);
  } catch {
    // A browser that keeps nothing for files from disk: the choice lasts as long as the page is open.
  }
}

function start() {
  try {
    setTheme(themes.includes(localStorage.getItem("headwater.theme")) ? localStorage.getItem("headwater.theme") : "auto");
  } catch {
    setTheme("auto");
  }
  app.stories = JSON.parse(document.getElementById("data").textContent).map((data, number) => new Story(data, number));
  if (app.stories.length === 0) {
    refill(page, el("main", { class: "account" }, el("h1", {}, "No story"), el("p", {}, "There was nothing to read.")));
    return;
  }
  const { story, key } = readAddress();
  showStory(story);
  if (key) select(key, { quiet: true });
  followAddress(showStory);
  listenToKeys();
  addEventListener("beforeprint", () => onPrint());
  addEventListener("click", (event) => {
    if (!event.target.closest?.(".belongings, .report-body")) closeBelongings();
  });
}

start();
