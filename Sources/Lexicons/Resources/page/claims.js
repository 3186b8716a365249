// The ledger: every claim with what it stands on, filtered and searched; a row opens to its statements.

class Ledger {
  constructor(story) {
    this.story = story;
    this.filter = { status: "", origin: "", kind: "", modality: "", actor: "", words: "" };
    this.haystacks = new Map();
    this.open = null;
    this.isWhole = story.claims.length <= 40;
    this.rows = el("ol", { class: "claims" });
    this.list = new LazyList(this.rows, (claim) => this.row(claim));
    this.tally = el("span", { class: "tally", role: "status" });
    this.controls = this.filters();
    this.more = button("show-all", null, () => this.showWhole(), {});
    this.node = section("claims", "Claims", null, this.controls, this.rows, this.more);
    this.update();
    onSelection((evidence, { moved }) => {
      if (!moved) this.follow(evidence);
    });
  }

  filters() {
    const { claims, origins } = this.story;
    const used = (pick) => [...new Set(claims.flatMap(pick))];
    const chooser = (name, label, options) => {
      if (options.length < 2) return null;
      const node = el("select", { "aria-label": label, on: { change: () => this.set(name, node.value) } },
        el("option", { value: "" }, label), ...options.map(([value, text]) => el("option", { value }, text)));
      return node;
    };
    const status = Object.entries(statusNames).map(([value, text]) => {
      const number = claims.filter((claim) => claim.status === value).length;
      return number > 0 && button(`chip status-${value}`, null, () => this.set("status", this.filter.status === value ? "" : value),
        { "aria-pressed": "false", data: { status: value } }, el("span", { class: "status-mark", "aria-hidden": "true" }), text,
        el("small", {}, String(number)));
    });
    this.search = el("input", {
      type: "search", placeholder: "Search claims", "aria-label": "Search claims", spellcheck: "false",
      on: { input: () => this.set("words", this.search.value) },
    });
    const capital = (word) => [word, word[0].toUpperCase() + word.slice(1)];
    return el("div", { class: "filters", role: "group", "aria-label": "Filter claims" },
      el("div", { class: "chips" }, ...status),
      this.search,
      chooser("origin", "Any origin", used((claim) => claim.statements.map((s) => s.origin)).filter((o) => origins[o])
        .sort((a, b) => a - b).map((o) => [String(o), `${origins[o].letters} ${origins[o].name}`])),
      chooser("kind", "Any kind", used((claim) => [claim.kind]).map(capital)),
      chooser("modality", "Any modality", used((claim) => claim.statements.map((s) => s.modality)).map(capital)),
      chooser("actor", "Any actor", this.story.actors.slice(0, 200).map((actor) => [actor.id, actor.name])),
      this.tally);
  }

  set(name, value) {
    this.filter[name] = value;
    if (name === "status") {
      for (const chip of this.controls.querySelectorAll(".chip")) {
        chip.setAttribute("aria-pressed", String(chip.dataset.status === value));
      }
    }
    this.update();
  }

  update() {
    const { status, origin, kind, modality, actor, words } = this.filter;
    const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
    const mentions = actor ? this.story.actorById.get(actor).at : [];
    const shown = this.story.claims.filter((claim) => (!status || claim.status === status)
      && (!kind || claim.kind === kind)
      && (!origin || claim.statements.some((s) => String(s.origin) === origin))
      && (!modality || claim.statements.some((s) => s.modality === modality))
      && (!actor || claim.statements.some((s) => mentions.some((at) => overlap(at, s.at))))
      && wanted.every((word) => this.haystack(claim).includes(word)));
    const lone = shown.findIndex((claim) => claim.reports === 1);
    this.firstLone = lone > 0 && shown.slice(lone).every((claim) => claim.reports === 1) ? shown[lone] : null;
    // Unfiltered, the first claims only: what follows the ledger is not to lie behind hundreds of rows.
    const isFiltered = shown.length < this.story.claims.length;
    const first = this.isWhole || isFiltered ? shown : shown.slice(0, 30);
    this.list.show(first);
    this.more.hidden = first.length === shown.length;
    this.more.textContent = `Show all ${count(shown.length, "claim")}`;
    const all = this.story.claims.length;
    this.tally.textContent = shown.length === all ? "" : `${shown.length} of ${all}`;
    if (shown.length === 0) this.rows.prepend(el("li", { class: "empty" }, all === 0
      ? "No claim was found in these reports." : "No claim matches. Clear a filter to see more."));
    const chosen = app.evidence?.kind === "claim" ? this.list.rows.get(this.chosenClaim(app.evidence)) : null;
    if (chosen) this.unfold(chosen, this.chosenClaim(app.evidence));
  }

  haystack(claim) {
    if (!this.haystacks.has(claim)) {
      const said = claim.statements.flatMap((s) => [s.reading ?? "", this.story.words(s.at), ...s.chain.map((link) => link.name)]);
      this.haystacks.set(claim, [claim.id, claim.text, ...said].join("\n").toLowerCase());
    }
    return this.haystacks.get(claim);
  }

  row(claim) {
    const key = `claim-${claim.id}`;
    const counts = this.story.originCounts(claim.statements).map(([origin, number]) => el("span", { class: "origin-count" },
      badge(this.story, origin), number > 1 && el("small", {}, `×${number}`)));
    const tags = [claim.kind, claim.modality !== "asserted" && claim.modality, claim.polarity === "negative" && "said not to be so"];
    const numbers = `${count(claim.reports, "report")} · ${count(claim.origins, "origin")} · ${count(claim.sources, "source")}`;
    const row = el("li", { class: `claim item status-${claim.status}`, data: { key } },
      button("claim-head", null, () => select(app.evidence?.key === key ? null : key), { "aria-expanded": "false" },
        el("span", { class: "status-mark", title: statusNames[claim.status] }, el("span", { class: "offscreen" }, statusNames[claim.status])),
        el("span", { class: "claim-text", dir: "auto" }, claim.text),
        el("span", { class: "claim-foot" }, el("span", { class: "origin-counts" }, ...counts), el("span", { class: "numbers" }, numbers),
          el("span", { class: "tags" }, tags.filter(Boolean).join(" · ")), el("span", { class: "id" }, claim.id))));
    if (claim === this.firstLone) row.prepend(el("p", { class: "lone-title" }, "In one report only"));
    return row;
  }

  statements(claim) {
    const key = `claim-${claim.id}`;
    return el("ol", { class: "statements" }, ...claim.statements.map((statement) => {
      const tags = [
        statement.modality, statement.polarity === "negative" && "negative", statement.time && days(...statement.time.split("/")),
      ];
      return el("li", { class: `statement ${originClass(statement.origin)}` }, badge(this.story, statement.origin),
        el("div", {}, quoteButton(this.story, key, statement.at, quoted(this.story, statement.at)),
          el("p", { class: "source" }, chainLine(statement.chain.length > 0 ? statement.chain
            : [{ name: this.story.reports[statement.at[0]].label, kind: "outlet" }]),
          el("span", { class: "tags" }, tags.filter(Boolean).join(" · ")), copyButton(statement.at))));
    }));
  }

  unfold(row, claim) {
    if (this.open && this.open !== row) this.fold(this.open);
    if (!row.querySelector(".statements")) row.append(this.statements(claim));
    row.classList.add("open");
    row.querySelector(".claim-head").setAttribute("aria-expanded", "true");
    this.open = row;
  }

  fold(row) {
    row.classList.remove("open");
    row.querySelector(".claim-head").setAttribute("aria-expanded", "false");
  }

  /** Opens the chosen claim, and closes the one that was open. */
  follow(evidence) {
    if (this.open) this.fold(this.open);
    this.open = null;
    if (evidence?.kind !== "claim") return;
    const claim = this.chosenClaim(evidence);
    if (!this.list.items.includes(claim)) {
      this.isWhole = true;
      this.clear();
    }
    this.unfold(this.list.row(claim), claim);
  }

  chosenClaim(evidence) {
    return this.story.claimById.get(evidence.key.slice(6));
  }

  clear() {
    for (const node of this.controls.querySelectorAll("select, input")) node.value = "";
    for (const name of Object.keys(this.filter)) this.filter[name] = "";
    this.set("status", "");
  }

  showWhole() {
    this.isWhole = true;
    this.update();
  }

  /** Shows the claims of a status. */
  showStatus(status) {
    this.clear();
    this.set("status", status);
    this.node.scrollIntoView({ behavior: calmMotion() ? "auto" : "smooth" });
  }

  /** Everything, opened: for print. */
  showAll() {
    if (!this.isWhole) this.showWhole();
    this.list.growAll();
    for (const [claim, row] of this.list.rows) if (!row.querySelector(".statements")) row.append(this.statements(claim));
  }
}

function overlap(a, b) {
  return a[0] === b[0] && a[1] < b[2] && b[1] < a[2];
}
