// One derivation in full: what it is, why it is believed, and the passages that carry it.

/** Index of the derivation that evidence is about, or -1: a passage stays with the one that is `shown`, if it is its. */
function edgeOfEvidence(story, evidence, shown) {
  if (evidence?.kind === "edge") return Number(evidence.key.slice(5)) - 1;
  if (evidence?.kind !== "passage") return -1;
  const passage = Number(evidence.key.slice(8)) - 1;
  if (story.edges[shown]?.passages.includes(passage)) return shown;
  return story.edges.findIndex((edge) => edge.passages.includes(passage));
}

function showEdge(story, node, index) {
  const edge = story.edges[index];
  if (!edge) {
    refill(node);
    return;
  }
  const key = `edge-${index + 1}`;
  const facts = [
    edge.kind, `${percent(edge.coverage)} of the report`, edge.credited ? "credited" : "not credited",
    `probability ${percent(edge.probability)}`, !edge.directionKnown && "direction unknown",
  ];
  refill(node,
    el("h3", {}, bdi(story.reports[edge.report].label), el("span", { class: "arrow" }, " ← "), bdi(sourceOfEdge(story, edge))),
    el("p", { class: "facts" }, facts.filter(Boolean).join(" · ")),
    el("dl", { class: "reasons" }, ...edge.evidence.flatMap(([kind, detail]) => [el("dt", {}, kind), el("dd", {}, bdi(detail))])),
    edge.credits.length > 0 && el("p", { class: "credits" }, "Credits: ",
      ...edge.credits.map((at) => quoteButton(story, key, at))),
    edge.passages.length > 0 && el("ol", { class: "passages" },
      ...edge.passages.slice(0, 200).map((index) => passageRow(story, index, edge.report))));
}

/** The two texts of a passage, that of the derived report first. */
function passageRow(story, index, report) {
  const passage = story.passages[index];
  const places = [passage.a, passage.b].sort((one, other) => (other[0] === report) - (one[0] === report));
  const key = `passage-${index + 1}`;
  const texts = wordDifference(...places.map((at) => story.words(at)));
  const side = (at, parts) => el("div", { class: "side" }, el("span", { class: "side-name" }, reportName(story, at[0])),
    quoteButton(story, key, at, ...parts));
  return el("li", { class: "item", data: { key } },
    el("span", { class: "grade" }, passage.grade, el("small", {}, percent(passage.similarity))),
    el("div", { class: "sides" }, ...places.map((at, place) => side(at, texts[place]))));
}

/**
 * Two texts with the words that differ marked: the longest common subsequence of their words, case and marks at word
 * ends aside. Texts too long to compare stay unmarked.
 */
function wordDifference(a, b) {
  const words = (text) => text.match(/\s+|[^\s]+/gu) || [];
  const bare = (word) => word.toLowerCase().replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, "") || word;
  const left = words(a);
  const right = words(b);
  const x = left.filter((word) => word.trim()).map(bare);
  const y = right.filter((word) => word.trim()).map(bare);
  if (x.length * y.length > 160000) return [[a], [b]];
  const table = new Uint16Array((x.length + 1) * (y.length + 1));
  const at = (i, j) => i * (y.length + 1) + j;
  for (let i = x.length - 1; i >= 0; i -= 1) {
    for (let j = y.length - 1; j >= 0; j -= 1) {
      table[at(i, j)] = x[i] === y[j] ? table[at(i + 1, j + 1)] + 1 : Math.max(table[at(i + 1, j)], table[at(i, j + 1)]);
    }
  }
  const inBoth = [new Set(), new Set()];
  for (let i = 0, j = 0; i < x.length && j < y.length;) {
    if (x[i] === y[j]) {
      inBoth[0].add(i);
      inBoth[1].add(j);
      i += 1;
      j += 1;
    } else if (table[at(i + 1, j)] >= table[at(i, j + 1)]) i += 1;
    else j += 1;
  }
  return [marked(left, inBoth[0]), marked(right, inBoth[1])];
}

/** Runs of words as texts and marks. */
function marked(words, same) {
  const parts = [];
  let run = "";
  let isMarked = false;
  let index = 0;
  const close = () => {
    const space = isMarked ? /\s*$/u.exec(run)[0] : "";
    const text = run.slice(0, run.length - space.length);
    if (text) parts.push(isMarked ? el("mark", { class: "differs" }, text) : text);
    if (space) parts.push(space);
    run = "";
  };
  for (const word of words) {
    if (word.trim()) {
      const differs = !same.has(index);
      index += 1;
      if (differs !== isMarked) {
        close();
        isMarked = differs;
      }
    }
    run += word;
  }
  close();
  return parts;
}
