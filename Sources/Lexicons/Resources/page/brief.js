// The head of an account: title, what stands on what in one strip, and the brief.

const sectionNames = {
  agreed: "Agreed", single: "On one origin", differs: "Differs", retold: "Changed in the retelling", unknown: "Not known",
};

const statusNames = { corroborated: "corroborated", singleOrigin: "one origin", disputed: "disputed" };

function masthead(story, filterClaims) {
  const facts = [
    days(story.start, story.end), count(story.reports.length, "report"), count(story.origins.length, "origin"),
    count(story.claims.length, "claim"),
  ];
  return el("header", { class: "masthead" },
    el("h1", { dir: "auto" }, story.title || "A story without a title"),
    el("p", { class: "facts" }, facts.filter(Boolean).join(" · ")),
    story.claims.length > 0 && statusStrip(story, filterClaims),
    remarks(story));
}

/** How many claims stand on what, to scale; each part filters the ledger. */
function statusStrip(story, filterClaims) {
  const parts = Object.keys(statusNames).map((status) => {
    const number = story.claims.filter((claim) => claim.status === status).length;
    const label = status === "singleOrigin" ? "on one origin" : statusNames[status];
    return number > 0 && button(`part status-${status}`, `Show the ${count(number, "claim")} ${label}`, () => filterClaims(status),
      { style: { "flex-grow": number } }, el("strong", {}, String(number)), el("span", {}, label));
  });
  return el("div", { class: "strip", role: "group", "aria-label": "Claims by what they stand on" }, ...parts);
}

/** What an editor must know of the lineage before anything else. */
function remarks(story) {
  const lines = [];
  const origins = story.origins.map((origin, index) => ({ origin, index, number: origin.reports.length }));
  for (const { origin, index, number } of origins) {
    if (number < 2) continue;
    const silent = story.edges.filter((edge) => originOfEdge(story, edge) === index && !edge.credited);
    const unseen = origin.kind === "observed" ? "" : ", which is not among the reports";
    const names = silent.flatMap((edge, place) => [
      place > 0 && (place === silent.length - 1 ? " and " : ", "), reportName(story, edge.report),
    ]);
    lines.push(el("li", {}, badge(story, index), ` ${number} of ${story.reports.length} reports draw on `,
      button("inline", null, () => select(`origin-${origin.id}`), {}, bdi(origin.name)), unseen,
      silent.length > 0 && silent.length <= 4 && ["; ", ...names, silent.length === 1 ? " does not say so" : " do not say so"],
      silent.length > 4 && `; ${silent.length} of them do not say so`, "."));
  }
  return lines.length > 0 && el("ul", { class: "remarks" }, ...lines.slice(0, 4));
}

function briefSection(story) {
  if (story.brief.length === 0) return emptySection("brief", "Brief", "No claim was found that a sentence could be composed of.");
  const groups = Object.entries(sectionNames).map(([name, heading]) => {
    const items = story.brief.map((item, index) => [item, index + 1]).filter(([item]) => item.section === name);
    return items.length > 0 && el("div", { class: `brief-group brief-${name}` }, el("h3", {}, heading),
      el("ul", {}, ...items.map(([item, number]) => briefItem(story, item, number))));
  });
  return section("brief", "Brief", null, ...groups);
}

/** A line of the brief shows so many of its citations; choosing the line lights all of them. */
const mostNotes = 10;

function briefItem(story, item, number) {
  const key = `brief-${number}`;
  const notes = item.at.slice(0, mostNotes).map((at) => button(`note ${originClass(story.originAt(at))}`,
    `${story.reports[at[0]].label}: ${story.words(at)}`, () => selectAt(key, at),
    { title: `${story.reports[at[0]].label}: “${story.words(at).slice(0, 400)}”` }, String(at[0] + 1)));
  return el("li", { class: "item", data: { key } }, el("span", { dir: "auto", class: "brief-text" }, item.text),
    notes.length > 0 && el("span", { class: "notes" }, ...notes,
      item.at.length > mostNotes && button("inline", `All ${item.at.length} places`, () => select(key), {}, `and ${item.at.length - mostNotes} more`)));
}
