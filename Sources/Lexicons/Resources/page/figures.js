// Figures: the values of one slot as intervals on a common axis.

const verdictWords = {
  same: "the same", compatible: "compatible", refines: "one refines the other", conflicts: "in conflict",
  superseded: "superseded", incomparable: "not comparable",
};

function figuresSection(story) {
  if (story.figures.length === 0 && story.casualties.length === 0) return emptySection("figures", "Figures", "No report gives an amount of something that a claim is about.");
  const compared = story.figures.filter((figure) => figure.values.length > 1);
  const once = story.figures.filter((figure) => figure.values.length === 1);
  const chosen = (evidence) => evidence.kind === "figure" && story.figureById.get(evidence.key.slice(7));
  return section("figures", "Figures", `${compared.length} compared`,
    casualtiesNode(story),
    longList("figures", compared, (figure) => figureNode(story, figure), chosen, 12),
    once.length > 0 && el("h3", { class: "once-title" }, `Given once (${once.length})`),
    once.length > 0 && longList("once", once, (figure) => onceRow(story, figure), chosen));
}

/** A figure with nothing to compare it with: one line. */
function onceRow(story, figure) {
  const [value] = figure.values;
  const key = `figure-${figure.id}`;
  return el("li", { class: "item", data: { key } }, button("once-figure", null, () => select(key), {},
    badge(story, story.originAt(value.at)), bdi(value.words, "once-words"), bdi(figure.slot, "numbers")));
}

function figureNode(story, figure) {
  const key = `figure-${figure.id}`;
  const scale = figure.verdict === "same" ? null : axis(figure.values);
  return el("li", { class: "figure item", data: { key } },
    button("figure-head", null, () => select(key), {},
      el("span", { class: "figure-slot", dir: "auto" }, figure.slot),
      el("span", { class: `verdict verdict-${figure.verdict}` }, verdictWords[figure.verdict] || figure.verdict)),
    el("ol", { class: "values" }, ...gathered(story, figure).map((row) => valueRow(story, key, row, scale))),
    scale && el("div", { class: "axis", "aria-hidden": "true" }, ...scale.ticks.map((tick) => el("span", {
      class: "tick", style: { left: `${scale.place(tick)}%` } }, compact(tick)))),
    el("p", { class: "explanation", dir: "auto" }, figure.explanation));
}

/** Values that read alike on the same origin, as one row. */
function gathered(story, figure) {
  const rows = [];
  for (const value of figure.values) {
    const statement = story.statementById.get(value.statement);
    const origin = statement ? statement.origin : story.originAt(value.at);
    const row = rows.find((each) => each.value.words === value.words && each.origin === origin);
    if (row) row.places.push(value.at);
    else rows.push({ value, origin, places: [value.at] });
  }
  return rows;
}

function valueRow(story, key, { value, origin, places }, scale) {
  const reports = places.map((at) => button("inline", `${story.reports[at[0]].label}: ${story.words(at)}`,
    () => selectAt(key, at), { title: `“${story.words(at)}”` }, reportName(story, at[0])));
  return el("li", { class: `value ${originClass(origin)}` },
    el("span", { class: "value-words" }, badge(story, origin), bdi(value.words)),
    scale && el("span", { class: "track", "aria-hidden": "true" }, ...bar(value, scale)),
    el("span", { class: "value-reports" }, ...reports.flatMap((node, index) => (index > 0 ? [", ", node] : [node]))));
}

/** What a value looks like on the axis: a stretch, fading where an end is soft, and a dot where a number was said. */
function bar(value, scale) {
  const [low, high] = [value.low ?? value.high, value.high ?? value.low];
  if (low === null) return [];
  const stretch = (from, to, shape) => el("span", { class: `stretch ${shape}`, style: {
    left: `${scale.place(from)}%`, width: `${Math.max(scale.place(to) - scale.place(from), 0)}%` } });
  const dot = (at) => el("span", { class: "dot", style: { left: `${scale.place(at)}%` } });
  switch (value.bound) {
    case "about": return [stretch(low * 0.9, high * 1.1, "soft"), low === high ? dot(low) : stretch(low, high, "firm")];
    case "below": return [stretch(high * 0.8, high, "rising"), dot(high)];
    case "upTo": case "lessThan": return [stretch(Math.max(value.low ?? 0, scale.low), high, "rising"), dot(high)];
    case "moreThan": case "atLeast": return [stretch(low, scale.high, "falling"), dot(low)];
    default: return low === high ? [dot(low)] : [stretch(low, high, "firm"), dot(low), dot(high)];
  }
}

/** A scale that holds every number said, from zero where that does not squeeze them; null where there is none. */
function axis(values) {
  const said = values.flatMap((value) => [value.bound === "below" ? null : value.low, value.high])
    .filter((number) => number !== null && Number.isFinite(number));
  if (said.length === 0) return null;
  let [low, high] = [Math.min(...said), Math.max(...said)];
  const margin = (high - low || Math.abs(high) || 1) * 0.25;
  low = low >= 0 && low < high * 0.5 ? 0 : low >= 0 ? Math.max(0, low - margin) : low - margin;
  high += margin;
  const step = niceStep((high - low) / 4);
  const ticks = [];
  for (let tick = Math.ceil(low / step) * step; tick <= high - (high - low) * 0.03 && ticks.length < 8; tick += step) ticks.push(tick);
  const place = (number) => Math.min(Math.max((number - low) / (high - low), 0), 1) * 100;
  return { low, high, ticks, place };
}

function niceStep(rough) {
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 2.5, 5, 10].map((each) => each * power).find((each) => each >= rough) || rough;
}

/** A number in few characters: 2.5k, 4M. */
function compact(number) {
  return new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 2 }).format(number);
}
