// The reports side by side. Choosing something lights its evidence in every report and scrolls each to it; choosing a
// passage in a report shows what it belongs to.

class Deck {
  constructor(story) {
    this.story = story;
    this.reports = story.reports.map((_, index) => new Report(story, index, this));
    this.columns = el("ul", { class: "columns", "aria-label": "Reports", tabindex: "-1" },
      ...this.reports.map((report) => report.node));
    this.rest = el("li", { class: "rest" },
      button("rest-button", null, () => this.columns.classList.remove("folded")));
    this.columns.append(this.rest);
    this.bar = el("div", { class: "selection", role: "region", "aria-label": "What is chosen" });
    const tint = el("input", { type: "checkbox", checked: true, on: {
      change: () => this.columns.classList.toggle("tinted", tint.checked) } });
    this.columns.classList.add("tinted");
    this.node = section("reports", "Reports", String(story.reports.length),
      el("label", { class: "toggle" }, tint, "origins in colour"), this.bar, this.columns);
    const observer = new IntersectionObserver((entries) => {
      for (const entry of entries) if (entry.isIntersecting) entry.target.report.render();
    }, { root: null, rootMargin: "200px 800px" });
    for (const report of this.reports) observer.observe(report.node);
    onSelection((evidence, how) => this.show(evidence, how));
    this.describe(null);
  }

  show(evidence, { moved, reveal }) {
    if (!moved) {
      const byReport = new Map();
      for (const mark of evidence ? evidence.marks : []) {
        if (!byReport.has(mark.at[0])) byReport.set(mark.at[0], []);
        byReport.get(mark.at[0]).push(mark);
      }
      const strongIn = (marks) => marks && marks.some((mark) => !mark.weak);
      const some = [...byReport.values()].some(strongIn);
      this.columns.classList.toggle("focused", some);
      this.columns.classList.add("folded");
      const without = some ? this.reports.filter((report) => !strongIn(byReport.get(report.index))).length : 0;
      this.columns.classList.toggle("many", without > 12);
      this.rest.firstChild.textContent = `${count(without, "report")} without it`;
      for (const report of this.reports) {
        const marks = byReport.get(report.index);
        report.node.classList.toggle("spine", some && !strongIn(marks));
        report.light(marks || []);
      }
    }
    this.describe(evidence);
    const mark = evidence && steps(evidence)[app.step];
    for (const report of this.reports) report.setCurrent(mark && mark.at[0] === report.index ? mark.at : null);
    if (!reveal) return;
    if (mark) this.bringIn(this.reports[mark.at[0]]);
    if (evidence?.kind === "report") {
      const report = this.reports[Number(evidence.key.slice(7)) - 1];
      report.render();
      this.bringIn(report);
    }
  }

  /** Scrolls sideways until a report is in view. */
  bringIn(report) {
    const first = this.columns.getBoundingClientRect();
    const own = report.node.getBoundingClientRect();
    if (own.left >= first.left && own.right <= first.right) return;
    const left = this.columns.scrollLeft + own.left - first.left - 8;
    this.columns.scrollTo({ left, behavior: calmMotion() || this.reports.length > 30 ? "auto" : "smooth" });
  }

  /** The bar over the reports: what is chosen, and the way through its passages. */
  describe(evidence) {
    this.bar.classList.toggle("empty", !evidence);
    if (!evidence) {
      refill(this.bar, el("p", { class: "hint" }, "Choose a claim, a figure, a quotation or a curve: its evidence lights up here."));
      return;
    }
    const all = steps(evidence);
    const mark = all[app.step];
    refill(this.bar,
      el("span", { class: "kind" }, kindNames[evidence.kind]), bdi(evidence.title, "chosen-title"),
      all.length > 0 && el("span", { class: "extent" }, extent(evidence)),
      el("span", { class: "steps" },
        all.length > 1 && button("step", "Previous passage", () => stepBy(-1), { title: "Previous passage (p)" }, "‹"),
        all.length > 1 && el("span", { class: "place" }, `${app.step + 1}/${all.length}`),
        all.length > 1 && button("step", "Next passage", () => stepBy(1), { title: "Next passage (n)" }, "›"),
        mark && copyButton(mark.at),
        all.length > 0 && button("to-reports", null, () => this.node.scrollIntoView({ behavior: calmMotion() ? "auto" : "smooth" }), {}, "show"),
        button("clear", "Choose nothing", () => select(null), { title: "Choose nothing (Escape)" }, "×")));
  }

  showAll() {
    for (const report of this.reports) report.render();
  }
}

class Report {
  constructor(story, index, deck) {
    this.story = story;
    this.index = index;
    this.deck = deck;
    this.marks = [];
    this.segments = null;
    const { language } = story.reports[index];
    this.body = el("div", { class: "report-body", tabindex: "0", role: "document",
      lang: /^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(language || "") ? language : null,
      "aria-label": `${story.reports[index].label}: text. Left and right arrow keys go through its statements, Enter shows what one belongs to.` });
    this.head = el("header", { class: "report-head" }, this.nameButton());
    this.node = el("li", { class: "report", data: { report: index } }, this.head, this.body);
    this.node.report = this;
    this.body.addEventListener("click", (event) => this.ask(event.target.closest(".seg")));
    this.body.addEventListener("keydown", (event) => this.walk(event));
  }

  nameButton() {
    const { label, title } = this.story.reports[this.index];
    return button(`report-name${label === title ? " headline" : ""}`, null, () => this.open(), { title: label },
      el("span", { class: "number" }, String(this.index + 1)), bdi(label));
  }

  /** What the head says below the name: who, when, through whom, and the origins' shares. */
  facts() {
    const report = this.story.reports[this.index];
    const carried = [report.publisher && report.publisher !== report.label && `by ${report.publisher}`, report.transport && `via ${report.transport}`];
    const told = [report.byline, report.published ? day(report.published) : "no date", ...carried, fileName(report)].filter(Boolean);
    const web = /^https?:\/\//i.test(report.url || "");
    return [
      el("p", { class: "report-facts" }, ...commas(told.map((fact) => bdi(fact))),
        web && el("a", { href: report.url, rel: "noopener noreferrer", target: "_blank" }, "original")),
      el("span", { class: "shares", "aria-hidden": "true" }, ...this.story.shares(this.index).map(([origin, share]) =>
        el("span", { class: originClass(origin), style: { "flex-grow": share }, title: `${percent(share)} ${this.story.origins[origin]?.name}` }))),
    ];
  }

  /** Opens a report that was folded away; chooses one that was not. */
  open() {
    if (this.node.classList.contains("spine")) {
      this.node.classList.remove("spine");
      this.render();
    } else select(`report-${this.index + 1}`);
  }

  /** Makes the facts and the text, once. */
  render() {
    if (this.segments) return;
    append(this.head, this.facts());
    const { nodes, segments } = reportText(this.story, this.index);
    this.segments = segments;
    refill(this.body, ...nodes);
    this.apply();
  }

  /** Lights the places of `marks`, now or when the text is made. */
  light(marks) {
    const had = this.marks.length > 0;
    this.marks = marks;
    if (marks.length > 0 && this.isNear()) this.render();
    if (this.segments && (had || marks.length > 0)) this.apply();
  }

  isNear() {
    const box = this.node.getBoundingClientRect();
    return box.left < innerWidth * 2 && box.right > -innerWidth;
  }

  apply() {
    for (const { node } of this.segments) {
      if (node.classList.contains("lit")) node.className = node.className.replace(/ (lit|weak|current|first|last|lo\d)(?= |$)/g, "");
    }
    const order = [...this.marks].sort((a, b) => b.weak - a.weak);
    for (const mark of order) {
      const inside = this.inside(mark.at);
      for (const { node } of inside) {
        if (node.classList.contains("lit") && mark.weak) continue;
        node.classList.add("lit", `lo${originClass(mark.origin).slice(1)}`);
        node.classList.toggle("weak", mark.weak);
      }
      if (mark.weak || inside.length === 0) continue;
      inside[0].node.classList.add("first");
      inside[inside.length - 1].node.classList.add("last");
    }
    const first = this.marks.find((mark) => !mark.weak);
    if (first) this.scrollTo(first.at);
  }

  /** The segments within a place. */
  inside(at) {
    if (!this.segments) return [];
    return this.segments.filter(({ start, end }) => start >= at[1] && end <= at[2]);
  }

  setCurrent(at) {
    if (at) this.render();
    if (!this.segments) return;
    for (const node of this.body.querySelectorAll(".current")) node.classList.remove("current");
    if (!at) return;
    for (const { node } of this.inside(at)) node.classList.add("current");
    this.scrollTo(at);
  }

  scrollTo(at) {
    const [first] = this.inside(at);
    if (!first) return;
    const top = first.node.getBoundingClientRect().top - this.body.getBoundingClientRect().top + this.body.scrollTop;
    this.body.scrollTo({ top: top - this.body.clientHeight * 0.3, behavior: calmMotion() ? "auto" : "smooth" });
  }

  /** Shows what a segment belongs to. */
  ask(node) {
    if (!node || !getSelection().isCollapsed) return;
    const found = this.segments.find((each) => each.node === node);
    if (found) showBelongings(this, found);
  }

  /** Left and right go from statement to statement, Enter asks what one belongs to. */
  walk(event) {
    if (event.target !== this.body || event.ctrlKey || event.metaKey || event.altKey) return;
    this.render();
    const said = this.segments.filter(({ node }) => node.classList.contains("said"));
    if (event.key === "Enter") {
      const at = this.segments.find(({ node }) => node.classList.contains("cursor")) || this.segments.find(({ node }) => node.classList.contains("current"));
      event.preventDefault();
      if (at) this.ask(at.node);
      return;
    }
    const distance = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!distance || said.length === 0) return;
    event.preventDefault();
    const now = said.findIndex(({ node }) => node.classList.contains("cursor"));
    const next = said[now < 0 ? (distance > 0 ? 0 : said.length - 1) : (now + distance + said.length) % said.length];
    for (const { node } of said) node.classList.toggle("cursor", node === next.node);
    this.scrollTo([this.index, next.start, next.end]);
    announce(next.node.textContent);
  }
}

const kindOrder = ["claim", "figure", "discrepancy", "quotation", "exchange", "turn", "passage", "actor", "place"];

/** A small list beside a passage: its origin, and everything whose evidence it is. */
function showBelongings(report, { start, end, node }) {
  closeBelongings();
  const { story, index } = report;
  const seen = new Set();
  const found = story.findings(index).filter(({ key, at }) => at[1] <= start && end <= at[2] && !seen.has(key) && seen.add(key));
  found.sort((a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) || (a.at[2] - a.at[1]) - (b.at[2] - b.at[1]));
  const origin = story.originAt([index, start, end]);
  const named = story.origins[origin];
  const at = found.length > 0 ? found[0].at : [index, start, end];
  const choose = (key) => {
    closeBelongings();
    selectAt(key, story.findings(index).find((each) => each.key === key)?.at || at);
  };
  const box = el("div", { class: "belongings", role: "dialog", "aria-label": "What this passage belongs to" },
    el("div", { class: "belongings-head" },
      named ? button("inline", null, () => choose(`origin-${named.id}`), {}, badge(story, origin), " ", bdi(named.name)) : "no origin known",
      copyButton(at), button("clear", "Close", () => closeBelongings(true), {}, "×")),
    node.title && el("p", { class: "tags" }, node.title),
    found.length === 0 ? el("p", { class: "empty" }, "No claim, figure or quotation stands here.")
      : el("ul", {}, ...found.slice(0, 12).map((each) => el("li", {}, button("belonging", null, () => choose(each.key), {},
        el("span", { class: "kind" }, kindNames[each.kind]), el("span", { class: "belonging-text", dir: "auto" }, each.label))))));
  box.owner = report.body;
  report.body.append(box);
  const base = report.body.getBoundingClientRect();
  const place = [...node.getClientRects()].pop();
  box.style.top = `${place.bottom - base.top + report.body.scrollTop + 4}px`;
  node.classList.add("asked");
  box.querySelector(".belonging, .inline, button").focus({ preventScroll: true });
  box.scrollIntoView({ block: "nearest", behavior: "auto" });
}

function closeBelongings(refocus) {
  const box = document.querySelector(".belongings");
  if (!box) return false;
  for (const node of document.querySelectorAll(".asked")) node.classList.remove("asked");
  box.remove();
  if (refocus) box.owner.focus({ preventScroll: true });
  return true;
}
