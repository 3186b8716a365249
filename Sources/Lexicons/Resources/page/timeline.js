// When: three lanes beside one another, so that what happened, what was said and what was published are never mixed.

const lanes = { event: "Happened", statement: "Said", publication: "Published" };

function timelineSection(story) {
  const told = story.timeline.map((entry, index) => ({ ...entry, key: `timeline-${index + 1}` }));
  const dated = story.reports.map((report, index) => ({
    lane: "publication", start: report.published?.slice(0, 10), end: report.published?.slice(0, 10), text: report.short, key: `report-${index + 1}`,
  })).filter((entry) => entry.start);
  const all = [...told, ...dated].sort((a, b) => compare(a.start, b.start) || compare(a.end, b.end));
  if (all.length === 0) {
    return emptySection("timeline", "Timeline", "Nothing that these reports tell was put on a day, and none of them says when it was published.");
  }
  const rows = timelineRows(all);
  const list = longList("timeline", rows, (row) => timelineRow(story, row), (evidence) => evidence.kind === "timeline"
    && rows.find((each) => each.entries.some((entry) => entry.key === evidence.key)), 40);
  const undated = story.reports.length - dated.length;
  const head = el("div", { class: "lane-heads", "aria-hidden": "true" }, el("span"), ...Object.values(lanes).map((name) => el("span", {}, name)));
  return section("timeline", "Timeline", null, head, list,
    undated > 0 && el("p", { class: "remark" }, `${count(undated, "report")} without a date of publication`));
}

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** Entries of one day, month or stretch together: {when, gap, entries}; `gap` says how long after the row before. */
function timelineRows(entries) {
  const rows = [];
  for (const entry of entries) {
    const when = days(entry.start, entry.end);
    const last = rows[rows.length - 1];
    if (last?.when === when) last.entries.push(entry);
    else rows.push({ when, start: entry.start, gap: last ? pause(last.start, entry.start) : null, entries: [entry] });
  }
  return rows;
}

/** "24 years later", where much time passes; null where little does or nobody can say. */
function pause(from, to) {
  const date = (iso) => /^\d{4}(-\d\d){0,2}/.exec(iso || "") && Date.parse(iso.slice(0, 10));
  const [start, end] = [date(from), date(to)];
  if (!start || !end || Number.isNaN(start) || Number.isNaN(end)) return null;
  const months = (end - start) / 2629800000;
  if (months >= 18) return `${count(Math.round(months / 12), "year")} later`;
  return months >= 2 ? `${count(Math.round(months), "month")} later` : null;
}

function timelineRow(story, row) {
  const cells = Object.entries(lanes).map(([lane, name]) => {
    const entries = row.entries.filter((entry) => entry.lane === lane);
    if (entries.length === 0) return el("div", { class: `lane lane-${lane} none` });
    const nodes = entries.map((entry) => moment(story, entry));
    return el("div", { class: `lane lane-${lane}` }, el("span", { class: "lane-name" }, name), el("ul", {}, ...nodes.slice(0, 6)),
      nodes.length > 6 && el("details", {}, el("summary", {}, `${nodes.length - 6} more`), el("ul", {}, ...nodes.slice(6))));
  });
  return el("li", { class: "day" }, row.gap && el("p", { class: "gap" }, row.gap), el("time", {}, row.when), ...cells);
}

function moment(story, entry) {
  return el("li", { class: "item moment", data: { key: entry.key } },
    button("moment-text", null, () => select(entry.key), { dir: "auto" }, entry.text),
    entry.at && el("span", { class: "origin-counts" }, ...originsAt(story, entry.at)));
}

/** The badges of the origins that some places stand on. */
function originsAt(story, places) {
  return [...new Set(places.map((at) => story.originAt(at)))].filter((origin) => origin >= 0)
    .sort((a, b) => a - b).map((origin) => badge(story, origin));
}
