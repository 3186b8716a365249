// The lineage as a picture: origins left, reports right, a curve for each derivation, as wide as the share it carries.

function lineageSection(story) {
  if (story.origins.length === 0) {
    return section("lineage", "Lineage", null,
      el("p", { class: "empty" }, "No origin was found. One report alone has nothing to come from."));
  }
  const detail = el("div", { class: "edge-detail", "aria-live": "polite" });
  const picture = new LineagePicture(story);
  let shown = -1;
  onSelection((evidence) => {
    picture.mark(evidence);
    const edge = edgeOfEvidence(story, evidence, shown);
    if (edge !== shown) showEdge(story, detail, edge);
    shown = edge;
  });
  return section("lineage", "Lineage", count(story.origins.length, "origin"), legend(), picture.node, detail);
}

function legend() {
  return el("p", { class: "legend" },
    el("span", { class: "legend-width" }, "wider: more of the report"),
    el("span", { class: "legend-unseen" }, "dashed: never seen"),
    el("span", { class: "legend-silent" }, "not credited"));
}

/** More reports or origins than this are drawn small. */
const many = 24;

class LineagePicture {
  constructor(story) {
    this.story = story;
    this.isDense = story.reports.length > many;
    this.origins = story.origins.map((origin, index) => this.originNode(origin, index));
    this.order = reportOrder(story);
    this.reports = new Map(this.order.map((index) => [index, this.reportNode(index)]));
    this.canvas = svg("svg", { class: "curves", role: "group", "aria-label": "Derivations" });
    const dense = (items) => (items.length > many ? " dense" : "");
    this.left = el("div", { class: `origin-column${dense(story.origins)}` }, ...this.origins);
    this.right = el("div", { class: `report-column${dense(story.reports)}` }, ...this.reports.values());
    this.frame = el("div", { class: "lineage-frame" }, this.left, this.canvas, this.right);
    this.node = el("div", { class: "lineage", tabindex: "0", role: "group", "aria-label": "Origins and reports" }, this.frame);
    // Drawn when it first has a size, and whenever that changes.
    new ResizeObserver(() => this.draw()).observe(this.frame);
  }

  originNode(origin, index) {
    const unseen = origin.kind === "observed" ? "" : " unseen";
    const kind = { observed: "among the reports", credited: "credited, not among the reports", inferred: "inferred, never seen" };
    return button(`origin-node ${originClass(index)}${unseen}`, null, () => select(`origin-${origin.id}`), {
      data: { key: `origin-${origin.id}` },
      "aria-label": `Origin ${origin.letters}: ${origin.name}, ${kind[origin.kind]}, ${count(origin.reports.length, "report")}`,
    }, badge(this.story, index), el("span", { class: "node-text" }, bdi(origin.name, "node-name"),
      el("span", { class: "node-remark" }, kind[origin.kind])));
  }

  reportNode(index) {
    const report = this.story.reports[index];
    const shares = this.story.shares(index);
    const told = shares.map(([origin, share]) => `${percent(share)} ${this.story.origins[origin]?.name || "unknown"}`).join(", ");
    const bar = shares.map(([origin, share]) => el("span", { class: originClass(origin), style: { "flex-grow": share } }));
    return button("report-node", `Report ${index + 1}, ${report.label}: ${told}`, () => select(`report-${index + 1}`), {
      data: { key: `report-${index + 1}` }, title: told,
    }, el("span", { class: "number" }, String(index + 1)), el("span", { class: "node-text" }, bdi(report.label, "node-name"),
      !this.isDense && bdi((report.title !== report.label && report.title) || fileName(report) || "", "node-remark"), el("span", { class: "shares", "aria-hidden": "true" }, ...bar)));
  }

  /** Draws the curves where the nodes are now. */
  draw() {
    const width = this.canvas.clientWidth;
    const height = this.right.offsetHeight;
    if (width === 0) return;
    this.reportMiddles = new Map([...this.reports].map(([index, node]) => [index, middle(node)]));
    this.placeOrigins(height);
    this.originMiddles = this.origins.map(middle);
    const total = Math.max(height, this.left.offsetHeight);
    this.canvas.setAttribute("viewBox", `0 0 ${width} ${total}`);
    this.canvas.style.height = `${total}px`;
    const focused = this.canvas.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    refill(this.canvas, this.ownCurves(width), this.story.edges.map((edge, index) => this.curve(edge, index, width)));
    this.mark(app.evidence);
    if (focused) this.canvas.querySelector(`[data-key="${focused}"]`)?.focus({ preventScroll: true });
  }

  /** Puts each origin at the middle of its reports, as far as the others leave room. */
  placeOrigins(height) {
    const middles = this.story.origins.map((origin) => {
      const places = origin.reports.map((report) => this.reportMiddles.get(report));
      return places.reduce((sum, place) => sum + place, 0) / Math.max(places.length, 1);
    });
    const order = middles.map((_, index) => index).sort((a, b) => middles[a] - middles[b] || a - b);
    const gap = 10;
    let free = 0;
    const tops = new Map();
    for (const index of order) {
      const size = this.origins[index].offsetHeight;
      tops.set(index, Math.max(free, middles[index] - size / 2));
      free = tops.get(index) + size + gap;
    }
    let limit = Math.max(height, free - gap);
    for (const index of order.reverse()) {
      const size = this.origins[index].offsetHeight;
      tops.set(index, Math.min(tops.get(index), limit - size));
      limit = tops.get(index) - gap;
    }
    for (const [index, top] of tops) this.origins[index].style.setProperty("top", `${top}px`);
    this.left.style.setProperty("height", `${Math.max(height, free - gap)}px`);
  }

  /** Thin lines from observed origins to their own reports: one path for each colour. */
  ownCurves(width) {
    const paths = new Map();
    this.story.origins.forEach((_, index) => {
      const report = this.story.ownReport(index);
      if (report < 0) return;
      const line = bend(0, this.originMiddles[index], width, this.reportMiddles.get(report));
      paths.set(originClass(index), (paths.get(originClass(index)) || "") + line);
    });
    return [...paths].map(([colour, d]) => svg("path", { class: `own-curve ${colour}`, d }));
  }

  curve(edge, index, width) {
    const origin = originOfEdge(this.story, edge);
    const to = this.reportMiddles.get(edge.report);
    const source = origin >= 0 ? this.originMiddles[origin] : this.reportMiddles.get(edge.fromReport);
    const path = origin >= 0 ? bend(0, source, width, to) : loop(width, source, to);
    const key = `edge-${index + 1}`;
    const label = `${this.story.reports[edge.report].label} from ${sourceOfEdge(this.story, edge)}: ${edge.kind}, `
      + `${percent(edge.coverage)} of it, ${edge.credited ? "credited" : "not credited"}`
      + (edge.directionKnown ? "" : ", direction unknown");
    const choose = () => select(key);
    const stroke = 1.5 + 8.5 * Math.min(Math.max(edge.coverage, 0), 1);
    const turned = edge.directionKnown ? "" : " undirected";
    return svg("g", {
      class: `curve ${originClass(origin)}${edge.credited ? "" : " silent"}${turned}`, tabindex: "0", role: "button",
      "aria-label": label, data: { key }, on: { click: choose, keydown: (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        choose();
      } },
    }, svg("title", {}, label), svg("path", { class: "hit", d: path }),
    svg("path", { class: "line", d: path, style: { "stroke-width": `${stroke}px` } }),
    !edge.credited && svg("path", { class: "silent-line", d: path }),
    !edge.credited && svg("text", { class: "silent-mark", x: width - 12, y: to - stroke / 2 - 5, "text-anchor": "end" },
      width > 130 ? "not credited" : "⊘"));
  }

  mark(evidence) {
    const chosen = evidence ? evidence.key : null;
    this.frame.classList.toggle("has-choice", ["edge", "origin"].includes(evidence?.kind));
    for (const node of this.frame.querySelectorAll("[data-key]")) {
      const near = evidence?.kind === "origin" && node.classList.contains("curve")
        && this.story.edges[Number(node.dataset.key.slice(5)) - 1].fromOrigin === this.indexOf(evidence.key);
      node.classList.toggle("chosen", node.dataset.key === chosen || near);
      if (node.classList.contains("curve")) node.setAttribute("aria-pressed", String(node.dataset.key === chosen));
    }
  }

  indexOf(key) {
    return this.story.origins.findIndex((origin) => `origin-${origin.id}` === key);
  }
}

/** Reports so that curves cross little: by their greatest origin, then as they were given. */
function reportOrder(story) {
  const first = story.reports.map((_, index) => story.shares(index)[0]?.[0] ?? story.origins.length);
  return story.reports.map((_, index) => index).sort((a, b) => first[a] - first[b] || a - b);
}

function middle(node) {
  return node.offsetTop + node.offsetHeight / 2;
}

function bend(x1, y1, x2, y2) {
  const half = (x1 + x2) / 2;
  return `M${x1},${y1} C${half},${y1} ${half},${y2} ${x2},${y2}`;
}

/** From one report to another, out to the left and back. */
function loop(x, y1, y2) {
  const out = x - Math.min(x * 0.8, 30 + Math.abs(y2 - y1) / 3);
  return `M${x},${y1} C${out},${y1} ${out},${y2} ${x},${y2}`;
}
