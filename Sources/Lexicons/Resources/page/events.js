// What happened, or is said to: events in order of time, each with those that are part of it.

const eventStatus = { happened: null, announced: "announced", planned: "planned or possible", denied: "denied" };

function eventsSection(story) {
  if (story.events.length === 0) {
    return emptySection("events", "Events", "No claim was read as an event with somebody who takes part, a place or a time.");
  }
  const known = byId(story.events);
  const parts = new Map();
  for (const event of story.events) {
    if (known.has(event.partOf)) parts.set(event.partOf, [...(parts.get(event.partOf) || []), event]);
  }
  const whole = story.events.filter((event) => !known.has(event.partOf));
  const chosen = (evidence) => {
    const event = evidence.kind === "event" && known.get(evidence.key.slice(6));
    return event && (known.get(event.partOf) || event);
  };
  return section("events", "Events", String(story.events.length),
    longList("events", whole, (event) => eventRow(story, event, parts), chosen, 40));
}

function eventRow(story, event, parts) {
  const key = `event-${event.id}`;
  const at = event.claims.flatMap((id) => story.claimById.get(id)?.statements || []).map((statement) => statement.at);
  const place = story.placeById.get(event.place);
  const who = event.participants.map((id) => story.actorById.get(id)?.name).filter(Boolean);
  const facts = [
    days(event.start, event.end) || "no date", place && bdi(place.name),
    who.length > 0 && [...commas(who.slice(0, 5).map((name) => bdi(name))), who.length > 5 && ` and ${who.length - 5} more`],
    at.length > 0 && count(new Set(at.map((each) => each[0])).size, "report"),
  ];
  const within = parts.get(event.id) || [];
  return el("li", { class: `item event status-${event.status}`, data: { key } },
    button("event-head", null, () => select(key), {}, eventStatus[event.status] && el("span", { class: "kind" }, eventStatus[event.status]),
      el("span", { class: "event-text", dir: "auto" }, event.text)),
    el("p", { class: "facts" }, ...facts.filter(Boolean).flatMap((fact, index) => (index > 0 ? [" · ", fact] : [fact])),
      " ", el("span", { class: "origin-counts" }, ...originsAt(story, at))),
    within.length > 0 && el("ol", { class: "parts" }, ...within.map((part) => eventRow(story, part, new Map()))));
}
