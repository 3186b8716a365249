// What differs: discrepancies with both texts side by side, and quotations with their versions.

function discrepanciesSection(story) {
  if (story.discrepancies.length === 0) {
    return emptySection("discrepancies", "Discrepancies", story.reports.length === 1
      ? "One report alone was checked against itself, and nothing in it differs."
      : "Nothing was found that cannot be true together, and no wording or value that changed in the retelling.");
  }
  const byKey = new Map(story.discrepancies.map((item) => [`discrepancy-${item.id}`, item]));
  return section("discrepancies", "Discrepancies", String(story.discrepancies.length), longList("discrepancies",
    story.discrepancies, (item) => discrepancyRow(story, item), (evidence) => byKey.get(evidence.key), 20));
}

function discrepancyRow(story, item) {
  const key = `discrepancy-${item.id}`;
  const texts = item.at.map((at) => story.words(at));
  const parts = texts.length === 2 ? wordDifference(texts[0], texts[1])
    : texts.map((text, index) => (index === 0 ? [text] : wordDifference(texts[0], text)[1]));
  return el("li", { class: "discrepancy item", data: { key } },
    button("discrepancy-head", null, () => select(key), {}, el("span", { class: "kind" }, item.kind), el("span", { dir: "auto" }, item.text)),
    el("div", { class: "sides" }, ...item.at.map((at, index) => el("div", { class: `side ${originClass(story.originAt(at))}` },
      el("span", { class: "side-name" }, badge(story, story.originAt(at)), reportName(story, at[0]), copyButton(at)),
      quoteButton(story, key, at, ...parts[index])))),
    el("p", { class: "explanation", dir: "auto" }, item.explanation));
}

function quotationsSection(story) {
  if (story.quotations.length === 0) return emptySection("quotations", "Quotations", "These reports give nobody's words.");
  const groups = utterances(story);
  const list = el("ol", { class: "quotations" });
  const lazy = new LazyList(list, (versions) => utteranceRow(story, versions));
  const quoted = groups.filter((versions) => versions.some((item) => item.style !== "indirect"));
  const reported = groups.length - quoted.length;
  lazy.show(quoted.length > 0 ? quoted : groups);
  const toggle = reported > 0 && quoted.length > 0 && el("label", { class: "toggle" }, el("input", {
    type: "checkbox", on: { change: (event) => lazy.show(event.target.checked ? groups : quoted) },
  }), `with what is reported without quotation marks (${reported})`);
  list.showAll = () => lazy.growAll();
  const node = section("quotations", "Quotations", String(quoted.length), toggle, list);
  onSelection((evidence) => {
    if (evidence?.kind !== "quotation") return;
    const versions = groups.find((each) => each.some((item) => `quotation-${item.id}` === evidence.key));
    if (versions && !lazy.items.includes(versions)) {
      lazy.show(groups);
      if (toggle) toggle.firstChild.checked = true;
    }
    if (versions) lazy.row(versions);
  });
  return node;
}

/** Versions of one utterance together; those with several versions first. */
function utterances(story) {
  const seen = new Set();
  const groups = [];
  for (const item of story.quotations) {
    if (seen.has(item.id)) continue;
    const versions = [item, ...item.variants.map((id) => story.quotationById.get(id)).filter(Boolean)];
    for (const version of versions) seen.add(version.id);
    groups.push(versions);
  }
  return groups.sort((a, b) => (b.length > 1) - (a.length > 1));
}

function speakerOf(story, item) {
  const actor = item.actor && story.actorById.get(item.actor);
  return actor ? actor.name : item.speaker ? story.words(item.speaker) : null;
}

function utteranceRow(story, versions) {
  const text = (item) => item.content.map((at) => story.words(at)).join(" … ");
  const first = versions[0];
  const speaker = versions.map((item) => speakerOf(story, item)).find(Boolean);
  return el("li", { class: "utterance item", data: { key: `quotation-${first.id}`, keys: versions.map((item) => `quotation-${item.id}`).join(" ") } },
    el("p", { class: "speaker" }, speaker ? bdi(speaker) : "nobody named",
      versions.length > 1 && el("span", { class: "versions" }, `${versions.length} versions`)),
    ...versions.map((item, index) => {
      const parts = index > 0 ? wordDifference(text(first), text(item))[1] : [text(item)];
      const origin = story.originAt(item.at);
      const marks = item.style === "indirect" ? ["", ""] : ["“", "”"];
      return el("div", { class: `version ${originClass(origin)}` }, badge(story, origin),
        quoteButton(story, `quotation-${item.id}`, item.at, marks[0], ...parts, marks[1]),
        el("p", { class: "source" }, reportName(story, item.at[0]), el("span", { class: "tags" }, item.style), copyButton(item.at)));
    }));
}
