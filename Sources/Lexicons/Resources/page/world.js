// Who acts, with roles and relations, and what the program has to say of its own work.

function actorsSection(story) {
  if (story.actors.length === 0) return emptySection("actors", "Actors", "Nobody is named in these reports.");
  return section("actors", "Actors", String(story.actors.length), longList("actors", story.actors, (actor) => actorRow(story, actor),
    (evidence) => evidence.kind === "actor" && story.actorById.get(evidence.key.slice(6))));
}

function actorRow(story, actor) {
  const reports = new Set(actor.at.map((at) => at[0])).size;
  const others = actor.names.filter((name) => name !== actor.name);
  const relations = story.relations.map((relation, index) => [relation, `relation-${index + 1}`])
    .filter(([relation]) => relation.from === actor.id);
  return el("li", { class: "item", data: { key: `actor-${actor.id}` } },
    button("actor", null, () => select(`actor-${actor.id}`), {}, bdi(actor.name, "actor-name"),
      el("span", { class: "numbers" }, `${count(actor.at.length, "mention")} in ${count(reports, "report")}`)),
    (actor.roles.length > 0 || others.length > 0) && el("p", { class: "also" },
      ...commas([...actor.roles.slice(0, 6).map((role) => bdi(role, "role")), ...others.slice(0, 8).map((name) => bdi(name))])),
    ...relations.map(([relation, key]) => el("p", { class: "also" }, button("inline", null, () => select(key), {},
      bdi(relation.text), " → ", bdi(partyName(story, relation.to))))));
}

function commas(nodes) {
  return nodes.flatMap((node, index) => (index > 0 ? [", ", node] : [node]));
}

function notesSection(story) {
  if (story.notes.length === 0) return null;
  return section("notes", "Notes", String(story.notes.length), el("ul", { class: "notes-list" }, ...story.notes.map((note) => {
    const place = note.report !== null ? story.reports[note.report].label : note.file;
    return el("li", { class: `severity-${note.severity}` }, el("span", { class: "kind" }, note.severity),
      el("span", { dir: "auto" }, note.message), place && el("span", { class: "tags" }, bdi(place)));
  })));
}
