// The world of the story: timeline, actors, exchanges, places, and what the program has to say of its own work.

function timelineSection(story) {
  const entries = story.timeline.map((entry, index) => ({
    start: entry.start, when: days(entry.start, entry.end), text: entry.text, key: `timeline-${index + 1}`, at: entry.at,
  }));
  const published = story.reports.map((report, index) => ({
    start: report.published, when: day(report.published), text: report.label, key: `report-${index + 1}`, lane: "published",
  })).filter((entry) => entry.start);
  const all = [...entries, ...published].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  if (all.length === 0) return null;
  return section("timeline", "Timeline", null, el("ol", { class: "timeline" }, ...all.map((entry, index) => el("li", {
    class: `item${entry.lane ? ` lane-${entry.lane}` : ""}`, data: { key: entry.key },
  }, el("time", { class: index > 0 && all[index - 1].when === entry.when ? "again" : null }, entry.when),
  button("moment", null, () => select(entry.key), {}, entry.lane && el("span", { class: "lane" }, entry.lane),
    el("span", { dir: "auto" }, entry.text)),
  entry.at && el("span", { class: "origin-counts" }, ...originsAt(story, entry.at))))));
}

/** The badges of the origins that some places stand on. */
function originsAt(story, places) {
  return [...new Set(places.map((at) => story.originAt(at)))].filter((origin) => origin >= 0)
    .sort((a, b) => a - b).map((origin) => badge(story, origin));
}

function exchangesSection(story) {
  if (story.exchanges.length === 0) return null;
  const name = (id) => story.actorById.get(id)?.name || id;
  return section("exchanges", "Exchanges", String(story.exchanges.length), el("ol", { class: "exchanges" },
    ...story.exchanges.map((item, index) => {
      const key = `exchange-${index + 1}`;
      const label = `${name(item.from)} gives ${item.thing} to ${name(item.to)}, ${item.status}`;
      return el("li", { class: "item", data: { key } }, button(`exchange status-${item.status}`, label, () => select(key), {},
        bdi(name(item.from), "giver"), el("span", { class: "flow" }, bdi(item.thing, "thing"), el("span", { class: "status" }, item.status)),
        bdi(name(item.to), "taker"), item.inReturnFor && el("span", { class: "return" }, "in return for ", bdi(item.inReturnFor))));
    })));
}

function actorsSection(story) {
  if (story.actors.length === 0) return null;
  const list = el("ol", { class: "actors" });
  const lazy = new LazyList(list, (actor) => {
    const reports = new Set(actor.at.map((at) => at[0])).size;
    const others = actor.names.filter((name) => name !== actor.name);
    return el("li", { class: "item", data: { key: `actor-${actor.id}` } },
      button("actor", null, () => select(`actor-${actor.id}`), {}, bdi(actor.name, "actor-name"),
        el("span", { class: "numbers" }, `${count(actor.at.length, "mention")} in ${count(reports, "report")}`)),
      (actor.roles.length > 0 || others.length > 0) && el("p", { class: "also" },
        ...commas([...actor.roles.map((role) => bdi(role, "role")), ...others.slice(0, 12).map((name) => bdi(name))])));
  });
  lazy.show(story.actors);
  const node = section("actors", "Actors", String(story.actors.length), list);
  node.showAll = () => lazy.growAll();
  return node;
}

function commas(nodes) {
  return nodes.flatMap((node, index) => (index > 0 ? [", ", node] : [node]));
}

function placesSection(story) {
  if (story.places.length === 0) return null;
  const degrees = (number, positive, negative) => `${Math.abs(number).toFixed(2)}° ${number < 0 ? negative : positive}`;
  return section("places", "Places", String(story.places.length), el("ol", { class: "places" },
    ...story.places.map((place) => el("li", { class: "item", data: { key: `place-${place.id}` } },
      button("place", null, () => select(`place-${place.id}`), {}, bdi(place.name, "place-name"), el("span", { class: "numbers" },
        `${degrees(place.latitude, "N", "S")}, ${degrees(place.longitude, "E", "W")} · ${count(place.at.length, "mention")}`))))));
}

function notesSection(story) {
  if (story.notes.length === 0) return null;
  return section("notes", "Notes", String(story.notes.length), el("ul", { class: "notes-list" }, ...story.notes.map((note) => {
    const place = note.report !== null ? story.reports[note.report].label : note.file;
    return el("li", { class: `severity-${note.severity}` }, el("span", { class: "kind" }, note.severity),
      el("span", { dir: "auto" }, note.message), place && el("span", { class: "tags" }, bdi(place)));
  })));
}
