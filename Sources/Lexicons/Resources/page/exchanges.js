// Who gives what to whom: for each two parties a picture, arrows both ways, a line for what was done and a dashed one for
// what is only claimed, sought or possible.

function exchangesSection(story) {
  if (story.exchanges.length === 0 && story.threads.length === 0) {
    return emptySection("exchanges", "Exchanges", "Nobody named was found to give, sell, pay or promise something to somebody named.");
  }
  const pairs = new Map();
  story.exchanges.forEach((item, index) => {
    const key = [item.from, item.to].sort().join(" ");
    if (!pairs.has(key)) pairs.set(key, { left: item.from, right: item.to, items: [] });
    pairs.get(key).items.push({ ...item, key: `exchange-${index + 1}` });
  });
  const legend = el("p", { class: "legend" }, el("span", { class: "legend-done" }, "done"),
    el("span", { class: "legend-open" }, "claimed, sought or possible"), el("span", { class: "legend-refused" }, "refused"));
  const chosen = (evidence) => story.threads.find((thread) => thread.some((step) => step.key === evidence.key));
  return section("exchanges", "Exchanges", String(story.exchanges.length + story.threads.length),
    pairs.size > 0 && [legend, el("ol", { class: "pairs" }, ...[...pairs.values()].map((pair) => pairNode(story, pair)))],
    story.threads.length > 0 && el("h3", { class: "once-title" }, `In turn (${story.threads.length})`),
    story.threads.length > 0 && longList("threads", story.threads, (thread) => threadNode(story, thread), chosen, 10));
}

/** Moves of two sides or more, each under the one that it answers. */
function threadNode(story, thread) {
  const node = (step) => {
    const { key } = step;
    const below = thread.filter((reply) => reply.answers === thread.indexOf(step));
    return el("li", {}, el("div", { class: "item turn", data: { key } }, button("turn-head", null, () => select(key), {},
      el("span", { class: "turn-who" }, bdi(partyName(story, step.actor)), step.towards && [" → ", bdi(partyName(story, step.towards))],
        el("span", { class: "kind" }, step.move)),
      el("span", { class: "turn-text", dir: "auto" }, step.text)),
    el("p", { class: "facts" }, step.start && `${days(step.start, step.end)} · `, count(new Set(step.at.map((at) => at[0])).size, "report"), " ",
      el("span", { class: "origin-counts" }, ...originsAt(story, step.at)))),
    below.length > 0 && el("ol", { class: "replies" }, ...below.map(node)));
  };
  return el("li", { class: "thread" }, el("ol", {}, node(thread[0])));
}

function pairNode(story, { left, right, items }) {
  const party = (id) => button("party", null, () => select(`actor-${id}`), {}, bdi(partyName(story, id)));
  return el("li", { class: "pair" }, party(left),
    el("ol", { class: "flows" }, ...items.map((item) => flowNode(story, item, item.from === right && left !== right))),
    party(right));
}

function partyName(story, id) {
  return story.actorById.get(id)?.name || id;
}

function flowNode(story, item, isBack) {
  const label = `${partyName(story, item.from)} gives ${item.thing} to ${partyName(story, item.to)}, ${item.status}`;
  const figure = story.figureById.get(item.figure);
  return el("li", { class: `item flow status-${item.status}${isBack ? " back" : ""}`, data: { key: item.key } },
    button("flow-head", label, () => select(item.key), {}, bdi(item.thing, "thing"), el("span", { class: "flow-status" }, item.status)),
    el("span", { class: "flow-arrow", "aria-hidden": "true" }),
    el("span", { class: "flow-foot" }, el("span", { class: "origin-counts" }, ...originsAt(story, item.at)),
      el("span", { class: "numbers" }, count(new Set(item.at.map((at) => at[0])).size, "report")),
      figure && button("inline", null, () => select(`figure-${figure.id}`), {}, bdi(figure.values.map((value) => value.words)[0]),
        figure.values.length > 1 && " …"),
      item.inReturnFor && el("span", {}, "in return for ", bdi(item.inReturnFor))));
}
