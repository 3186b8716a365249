// Long lists, a piece at a time: rows are made when one comes near them, and all of them for print.

const firstRows = 12;

class LazyList {
  /** `make(item)` gives the element of an item; rows go into `node`. */
  constructor(node, make, chunk = 60) {
    this.node = node;
    this.make = make;
    this.chunk = chunk;
    this.items = [];
    this.made = 0;
    this.sentinel = el("li", { class: "sentinel", "aria-hidden": "true" });
    this.observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.grow(this.chunk);
    }, { rootMargin: "1200px" });
  }

  /** Shows other items: a few at first, more where the end of these is near. */
  show(items) {
    this.items = items;
    this.made = 0;
    this.rows = new Map();
    this.node.replaceChildren(this.sentinel);
    this.grow(Math.min(this.chunk, firstRows));
  }

  /** Makes the next `number` rows. */
  grow(number) {
    const end = Math.min(this.made + number, this.items.length);
    const rows = this.items.slice(this.made, end).map((item) => {
      const row = this.make(item);
      this.rows.set(item, row);
      return row;
    });
    this.sentinel.before(...rows);
    this.made = end;
    // Observing anew asks the observer to look again, should the new rows leave the end in view.
    this.observer.unobserve(this.sentinel);
    if (end < this.items.length) this.observer.observe(this.sentinel);
  }

  growAll() {
    this.grow(this.items.length);
  }

  /** The row of an item, made if need be; null where the item is not shown. */
  row(item) {
    const index = this.items.indexOf(item);
    if (index < 0) return null;
    if (index >= this.made) this.grow(index + 1 - this.made + this.chunk);
    return this.rows.get(item);
  }
}

/** A long list of a section; the row of the item that `itemOf(evidence)` gives is made when that is chosen. */
function longList(cls, items, make, itemOf, chunk) {
  const node = el("ol", { class: cls });
  const lazy = new LazyList(node, make, chunk);
  lazy.show(items);
  onSelection((evidence) => {
    const item = evidence && itemOf(evidence);
    if (item) lazy.row(item);
  });
  node.showAll = () => lazy.growAll();
  return node;
}

/** A section of the account with a heading that the navigation can point at; `showAll` makes all of it, for print. */
function section(id, title, remark, ...children) {
  const node = el("section", { id, class: `section section-${id}`, "aria-labelledby": `${id}-title`, tabindex: "-1" },
    el("h2", { id: `${id}-title` }, title, remark && el("span", { class: "remark" }, remark)), ...children);
  node.showAll = () => {
    for (const list of node.querySelectorAll("ol")) list.showAll?.();
  };
  return node;
}

/** A section with nothing in it, which says why. */
function emptySection(id, title, why) {
  return section(id, title, null, el("p", { class: "empty" }, why));
}

/** The letter of an origin on its colour. */
function badge(story, origin, props) {
  const found = story.origins[origin];
  if (!found) return el("span", { class: "badge badge-none", title: "no origin known" }, "?");
  const unseen = found.kind === "observed" ? "" : " unseen";
  return el("span", { class: `badge ${originClass(origin)}${unseen}`, title: `Origin ${found.letters}: ${found.name}`, ...props },
    found.letters);
}

/** The class that sets an origin's colour; eight colours, then again from the first (letters tell them apart). */
function originClass(origin) {
  return origin >= 0 ? `o${(origin % 8) + 1}` : "o0";
}

/** A report's number and short name, as a line of ours has it. */
function reportName(story, number) {
  const { label, short } = story.reports[number];
  return el("span", { class: "report-ref", title: short === label ? null : label }, el("span", { class: "number" }, String(number + 1)), " ", bdi(short));
}

/** outlet ← agency ← ministry, as a line. */
function chainLine(chain) {
  const parts = [];
  chain.forEach((link, index) => {
    if (index > 0) parts.push(el("span", { class: "arrow", "aria-label": "citing" }, " ← "));
    parts.push(el("bdi", {
      class: `link link-${link.kind}${link.inferred ? " inferred" : ""}`,
      title: link.inferred ? "not named by the report: the lineage tells" : link.kind,
    }, link.name));
  });
  return el("span", { class: "chain" }, ...parts);
}

/** The words of a place in quotation marks, unless they bring their own. */
function quoted(story, at) {
  const words = story.words(at);
  return /^["“«„‘‹]/u.test(words) ? words : `“${words}”`;
}

/** Words quoted from a report: a button that shows where they stand. */
function quoteButton(story, key, at, ...content) {
  return button("quote", null, () => selectAt(key, at), { dir: "auto" }, ...(content.length ? content : [story.words(at)]));
}
